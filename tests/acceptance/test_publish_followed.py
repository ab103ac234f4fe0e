"""What one office publishes, another one follows: nothing public is lost, nothing private comes along."""

import json
import os
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from audiences import CALLS
from clustercalls.model import Entry
from clustercalls.query.outward import Knows, outward
from clustercalls.registry.public_tables import public_table
from clustercalls.registry.read import load
from conftest import Run

NOW = ("--as-of", "2027-02-01T12:00")
LATER = ("--as-of", "2027-02-03T12:00")


class Plain(SimpleHTTPRequestHandler):
    """Python's own server of files."""

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Where what was published is served."""
    folder = tmp_path / "out" / "members"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Plain, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def theirs(tmp_path: Path, address: str, config: Path) -> Path:
    """The registry of the office that follows, and its config with the source."""
    config.write_text(
        f'[sources.puglia]\nkind = "registry"\nurl = "{address}/calls.json"\nprivate = true\npause = 0\n'
        '[watch.all]\ntext = "soil"\n'
    )
    path = tmp_path / "theirs.toml"
    path.write_text('[[call]]\nid = "own"\ntitle = "Own"\ndeadline = 2027-05-05\nchecked = 2027-01-01\n')
    return path


WHOLE = CALLS.replace(
    'programme = "LIFE"\n',
    'programme = "LIFE"\nsummary = "Soils that live"\nstatus = "suspended"\n'
    'budget = 5_000_000\ncurrency = "CHF"\n'
    'grants = { number = 8, each = 350_000 }\nfunding = [{ rate = 75, for = "SMEs" }]\nplace = "Bari"\n'
    'eligibility = ["A cluster leads"]\nurl = "https://example.org/soil"\nref = ["LIFE-2027-SOIL"]\n'
    'links = [{ title = "Guide", url = "https://example.org/guide" }]\nabout = "It is of the EU"\n'
    'published = "2026-12~"\nopens = 2027-01-10\n',
).replace(
    "[[call.history]]",
    '[[call.stage]]\nid = "second"\nkind = "deadline"\nfollows = "deadline"\nwhen = "2027-09/2027-10"\n\n'
    '[[call.stage]]\nid = "talk"\nkind = "interview"\nafter = { stage = "second", months = 2 }\n\n'
    "[[call.history]]",
    1,
)


def _a_second_later(path: Path) -> None:
    """As it is outside of tests: the server of the standard library tells files apart by whole seconds."""
    later = path.stat().st_mtime + 1
    os.utime(path, (later, later))


def test_publish_sync_follow_move_sync_review(run: Run, tmp_path: Path, theirs: Path) -> None:
    ours, out = tmp_path / "ours.toml", tmp_path / "out"
    ours.write_text(WHOLE)
    assert run("check", ours).code == 0
    assert run("publish", out, "members", "-r", ours, *NOW).code == 0
    told = run("sync", "puglia", "-r", theirs, *NOW)
    assert (told.code, told.err) == (0, "")
    assert "puglia:soil" in told.out
    assert run("follow", "puglia:soil", "-r", theirs, *NOW).code == 0
    assert run("check", theirs).code == 0
    assert lost(ours, theirs) == {}
    assert "taint" not in theirs.read_text()
    assert run("sync", "puglia", "-r", theirs, *NOW) == (0, "", "")

    moved = run("move", "soil/deadline", "2027-04-20", "--why", "taint-mail", "-r", ours)
    assert moved.code == 0, moved.err
    assert run("sync", "puglia", "-r", theirs, *LATER) == (0, "", "")  # it is not published yet
    assert "1 moved" in run("publish", out, "members", "-r", ours, *LATER).out
    _a_second_later(out / "members" / "calls.json")
    told = run("sync", "puglia", "-r", theirs, *LATER)
    assert (told.code, told.err) == (0, "")
    assert "Moved at the source (1)" in told.out
    assert "6 Apr → 20 Apr 2027" in told.out
    assert run("review", "--accept", "all", "-r", theirs, *LATER).code == 0
    text = theirs.read_text()
    assert "2027-04-20" in text
    assert "was = 2027-04-06" in text
    assert "taint" not in text
    assert run("check", theirs).code == 0
    assert run("review", "-r", theirs, *LATER).out == ""
    assert run("sync", "puglia", "-r", theirs, *LATER) == (0, "", "")


def test_a_slip_of_theirs_is_no_end_of_a_call(run: Run, tmp_path: Path, theirs: Path) -> None:
    """Many calls: of few a file that is suddenly shorter is refused as such."""
    ours, out = tmp_path / "ours.toml", tmp_path / "out"
    others = (
        f'[[call]]\nid = "c{at}"\ntitle = "Call {at}"\ndeadline = 2027-05-0{at % 9 + 1}\n' for at in range(20)
    )
    ours.write_text(WHOLE + "\n" + "\n".join(each + 'tags = ["smes"]\n' for each in others))
    assert run("publish", out, "members", "-r", ours, *NOW).code == 0
    assert run("sync", "puglia", "-r", theirs, *NOW).code == 0
    assert run("follow", "puglia:soil", "-r", theirs, *NOW).code == 0
    ours.write_text(ours.read_text().replace('id = "soil"\n', 'id = "soil"\nnonsense = 1\n', 1))
    assert run("publish", out, "members", "-r", ours, *LATER).code == 3
    _a_second_later(out / "members" / "calls.json")
    for _ in range(3):
        told = run("sync", "puglia", "-r", theirs, *LATER)
        assert (told.code, told.out) == (4, "")
        assert "soil: its office could not read it" in told.err


def lost(ours: Path, theirs: Path) -> dict[str, object]:
    """What is public of our entry, and is otherwise in theirs, but for where it is from."""
    mine, copied = (
        json.loads(json.dumps(public_table(outward(entry_of(path)), Knows()))) for path in (ours, theirs)
    )
    apart = {"id", "source", "checked"}
    return {
        key: (mine[key], copied.get(key)) for key in mine if key not in apart and mine[key] != copied.get(key)
    }


def entry_of(path: Path) -> Entry:
    return next(each for each in load((path,)).entries if each.id == "soil")


def test_import_takes_it_too(run: Run, tmp_path: Path) -> None:
    ours, out, theirs = tmp_path / "ours.toml", tmp_path / "out", tmp_path / "theirs.toml"
    ours.write_text(WHOLE)
    theirs.write_text("schema = 1\n")
    run("publish", out, "members", "-r", ours, *NOW)
    ran = run("import", out / "members" / "calls.json", "-r", theirs, *NOW)
    assert (ran.code, ran.err) == (0, "")
    theirs.write_text(theirs.read_text() + ran.out)
    assert lost(ours, theirs) == {}
    assert "taint" not in ran.out

"""What `publish` is given wrong, and where it may not write: one line each, and nothing of theirs touched."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from audiences import CALLS, DAY, published
from conftest import Run

SMES = 'tag = ["smes"]\n'
NOBODY = f'{SMES}kind = ["policy"]\n'


def theirs_at_every_name(out: Path) -> None:
    """Files of somebody else, where ours would be, and one beside them."""
    for name in ("calls.json", "calls.ics", "index.html", "en/feed.xml", "calls/soil.html", "note.txt"):
        (out / "members" / name).parent.mkdir(parents=True, exist_ok=True)
        (out / "members" / name).write_text("theirs")


def a_link(out: Path) -> None:
    """A name of ours that leads to a file of theirs."""
    (out / "members").mkdir(parents=True)
    (out.parent / "letter.txt").write_text("theirs")
    (out / "members" / "calls.csv").symlink_to(out.parent / "letter.txt")


def a_folder_at_a_name(out: Path) -> None:
    (out / "members" / "calls.csv").mkdir(parents=True)
    (out / "members" / "calls.csv" / "kept.txt").write_text("theirs")


def a_file_for_the_folder(out: Path) -> None:
    out.write_text("theirs")


def a_file_for_an_audience(out: Path) -> None:
    out.mkdir()
    (out / "members").write_text("theirs")


def a_file_for_the_calls(out: Path) -> None:
    (out / "members").mkdir(parents=True)
    (out / "members" / "calls").write_text("theirs")


def a_strange_memory(out: Path) -> None:
    out.mkdir()
    (out / ".members.clustercalls.json").write_text("theirs")


def nothing(out: Path) -> None:
    """As it is the first time."""


Place = Callable[[Path], None]
# What stands there, the registry, what is typed, the exit code, and the codes of the lines on standard error.
BAD: dict[str, tuple[Place, str, tuple[str, ...], int, tuple[str, ...]]] = {
    "files of others": (theirs_at_every_name, CALLS, (), 4, ("not-ours",) * 5),
    "a link of others": (a_link, CALLS, (), 4, ("not-ours",)),
    "a folder of others": (a_folder_at_a_name, CALLS, (), 4, ("not-ours",)),
    "a file for DIR": (a_file_for_the_folder, CALLS, (), 4, ("cannot-publish",)),
    "a file for an audience": (a_file_for_an_audience, CALLS, (), 4, ("cannot-publish",)),
    "a file for calls": (a_file_for_the_calls, CALLS, (), 4, ("cannot-publish",)),
    "a strange memory": (a_strange_memory, CALLS, (), 3, ("broken-manifest",)),
    "nobody selected": (nothing, CALLS.replace(SMES, NOBODY, 1), (), 3, ("nobody-selected",)),
    "an unknown value": (nothing, CALLS.replace(SMES, 'tag = ["smez"]\n', 1), (), 3, ("unknown-value",)),
    "an unknown key": (nothing, CALLS + '[audience.all]\ntitel = "All"\n', (), 3, ("unknown-key",)),
    "an unknown audience": (nothing, CALLS, ("membres",), 2, ("unknown-audience",)),
    "an unknown option": (nothing, CALLS, ("--served",), 2, ("bad-usage",)),
    "no registry": (nothing, "", ("-r", "nowhere.toml"), 3, ("no-registry",)),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_one_line_each_and_nothing_of_theirs_touched(run: Run, tmp_path: Path, name: str) -> None:
    prepare, text, words, code, codes = BAD[name]
    calls, out = tmp_path / "calls.toml", tmp_path / "out"
    calls.write_text(text)
    prepare(out)
    before = {path: data for path, data in published(tmp_path).items() if path != "calls.toml"}
    named = () if "-r" in words else ("-r", str(calls))
    ran = run("publish", out, *words, *named, *DAY)
    assert (ran.code, ran.err.count("\n")) == (code, len(codes)), ran.err
    assert all(f"{wanted}: " in line for wanted, line in zip(codes, ran.err.splitlines(), strict=True)), (
        ran.err
    )
    after = published(tmp_path)
    assert {path: after.get(path) for path in before} == before
    assert calls.read_text() == text


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser writes everywhere")
def test_a_folder_that_may_not_be_written(run: Run, tmp_path: Path) -> None:
    calls, out = tmp_path / "calls.toml", tmp_path / "out"
    calls.write_text(CALLS)
    out.mkdir(mode=0o500)
    ran = run("publish", out, "-r", calls, *DAY)
    assert (ran.code, ran.err.count("\n")) == (4, 1)
    assert list(out.iterdir()) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB, where one can be made."""
    place = tmp_path / "disk"
    place.mkdir()
    try:
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "none", place], capture_output=True, check=False
        )
    except FileNotFoundError:
        pytest.skip("there is no mount")
    if made.returncode:
        pytest.skip("only the superuser makes a small disk")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_leaves_every_file_whole(run: Run, small_disk: Path, tmp_path: Path) -> None:
    calls, elsewhere = tmp_path / "calls.toml", tmp_path / "elsewhere"
    calls.write_text(CALLS)
    run("publish", elsewhere, "-r", calls, *DAY)
    (small_disk / "letter.txt").write_text("theirs")
    ran = run("publish", small_disk, "-r", calls, *DAY)
    assert (ran.code, ran.err.count("\n"), "cannot-publish" in ran.err) == (4, 1, True), ran.err
    assert (small_disk / "letter.txt").read_text() == "theirs"
    wanted = published(elsewhere / "members")
    there = published(small_disk / "members") if (small_disk / "members").exists() else {}
    assert {path: data for path, data in there.items() if wanted.get(path) != data and path[0] != "."} == {}
    subprocess.run(["mount", "-o", "remount,size=16m", small_disk], check=True)
    assert run("publish", small_disk, "-r", calls, *DAY).code == 0
    assert published(small_disk / "members") == wanted


CALL = '\n[[call]]\nid = "a"\ntitle = "A"\ndeadline = 2027-04-01\nchecked = 2027-01-01\n'
GOOD = '[audience.good]\ntitle = "Good"\naddress = "https://calls.example.org/"\n'
BROKEN = {
    "its table": (f"{GOOD}[audience.members]\nintrenal = true\n{CALL}", "unknown-key", "broken-audience"),
    "its table alone": (f"[audience.members]\nintrenal = true\n{CALL}", "unknown-key", "broken-audience"),
    "a header": (f"{GOOD}[audience.members\n{CALL}", "broken-toml", "unknown-audience"),
    "no tables": (f"audience = 3\n{CALL}", "bad-type", "unknown-audience"),
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("command", [("publish", "out"), ("digest", "--audience")])
def test_an_audience_that_cannot_be_read_is_not_unknown(
    run: Run, tmp_path: Path, command: tuple[str, ...], name: str
) -> None:
    """Exit 3, and the slip is told; what else is said leads to it."""
    text, why, said = BROKEN[name]
    path = tmp_path / "calls.toml"
    path.write_text(text)
    code, out, err = run(*command, "members", "-r", path, "--as-of", "2027-02-01")
    assert (code, out) == (3, "")
    first, *more = err.splitlines()
    assert why in first
    assert [each for each in more if said not in each or "above" not in each] == []
    assert len(more) == 1 or command[0] == "publish"  # which says no more where there is none at all


@pytest.mark.parametrize("command", [("publish", "out"), ("digest", "--audience")])
def test_one_that_is_not_there_stays_unknown_beside_a_broken_one(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(BROKEN["its table"][0])
    code, _, err = run(*command, "god", "-r", path, "--as-of", "2027-02-01")
    assert (code, "Did you mean good?" in err) == (2, True)


def test_a_broken_table_keeps_no_other_audience_back(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(BROKEN["its table"][0])
    code, out, err = run("publish", tmp_path / "out", "-r", path, "--as-of", "2027-02-01")
    assert (code, out) == (3, "good  1 of 1  1 new\n")
    assert err.count("\n") == 1

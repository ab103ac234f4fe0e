"""A portal that means harm: each answer in bounded time and memory, a line a thing, nothing lost of the rest.

What is kept of it is safe wherever it is shown.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import judges
from conftest import Ran, Run, on_a_terminal
from hostile_dav import Asked, World
from hostile_records import ANSWERS, RECORDS
from portal import Portal, record

NOW = ("--as-of", "2026-11-27T12:00")
MOST = 256 * 1024  # KiB of address space, of which memory is a part
SECONDS = 10
SOUND = [record(number, deadlineDate="2027-03-01T00:00:00.000+0000") for number in range(3)]
SOUND += [record(100, "8", callTitle="Sound call", deadlineDate="2027-03-02T17:00:00.000+0000")]
ACTING = re.compile(r"\W*(?:javascript|vbscript|data|file):", re.IGNORECASE)
NAMES = sorted(["eu:0TOPICS", "eu:1TOPICS", "eu:2TOPICS", "eu:100COMPETITIVE_CALL"])


@pytest.fixture
def portal(config: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[Portal]:
    """A portal that was read while it was sound."""
    monkeypatch.setenv("PAGER", "cat")
    with World() as world:
        made = Portal(world)
        config.write_text(
            f'[sources.eu]\nurl = "{made.url}"\nprivate = true\npause = 0\n'
            '[watch.every]\ntext = "a OR t OR x"\n'
        )
        made.records = [*SOUND]
        assert run("sync", *NOW).code == 0
        yield made


def synced() -> Ran:
    """`sync` in its bounds."""
    bounded = ["sh", "-c", f'ulimit -v {MOST}; exec "$@"', "sh"]
    command = [*bounded, sys.executable, "-m", "clustercalls", "sync", *NOW]
    done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def listed(run: Run) -> dict[str, Any]:
    """All that `find` shows, by name."""
    found = json.loads(run("find", "", "-n", "2000", "-f", "json", *NOW).out)
    return {each["id"]: each for each in found}


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_harms_nobody_and_no_other(name: str, portal: Portal, run: Run) -> None:
    before = listed(run)
    made = RECORDS[name]()
    portal.records = [*SOUND[:2], *made, *SOUND[2:]]
    ran = synced()
    if name == "one reference, two records":  # as many as it says never come
        assert ran.err.startswith("eu: source-incomplete")
        assert (ran.code, ran.err.count("\n")) == (4, 1)
    else:
        assert (ran.code, ran.err) == (0, "")
    assert judges.terminal(ran.out.encode()).harm == []
    now = listed(run)
    assert {each: now[each] for each in NAMES} == before
    keys = {each["reference"].removesuffix("en") for each in made}
    assert {each.removeprefix("eu:") for each in now if each not in NAMES} == keys
    assert synced() == (ran.code, "", ran.err)
    assert listed(run) == now


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_that_is_none_is_one_line(name: str, portal: Portal, run: Run) -> None:
    before, change = listed(run), ANSWERS[name]

    def bad(asked: Asked, good: bytes) -> bytes:
        if '"type": ["1"]' not in asked.body:
            return good
        if isinstance(change, bytes):
            return change
        answer = json.loads(good)
        change(answer)
        return json.dumps(answer).encode()

    portal.bad = bad
    ran = synced()
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.startswith("eu: source-")
    assert ran.err.count("\n") == 1
    assert len(ran.err) < 300
    assert judges.terminal(ran.err.encode()).harm == []
    assert listed(run) == before
    portal.bad = lambda _asked, good: good
    assert run("sync", *NOW) == (0, "", "")


def test_what_is_kept_is_safe_wherever_it_is_shown(portal: Portal, run: Run, tmp_path: Path) -> None:
    (tmp_path / "work" / "calls.toml").write_text("schema = 1\n")
    for name in (
        "injections",
        "NUL and bidi",
        "quotes that nothing closes",
        "tables of TOML",
        "links that run",
    ):
        for each in RECORDS[name]():
            number = len(portal.records)
            each["reference"] = f"{70_000 + number}TOPICSen"
            if name != "links that run":  # of which the identifier would make a better one
                each["metadata"]["identifier"] = [f"{70_000 + number} {each['metadata']['identifier']}"]
            portal.records.append(each)
    assert run("sync", *NOW).code == 0
    keys = [each for each in listed(run) if each not in NAMES]
    assert len(keys) > 60
    registry = ("-r", tmp_path / "work" / "calls.toml")
    harm: list[object] = []
    for key in keys:
        for words in (
            ("show", key, *NOW), ("show", key, "-f", "json", *NOW),
            ("follow", key, "--dry-run", *NOW, *registry),
        ):  # fmt: skip
            ran = run(*words)
            harm += [(words[:2], each) for each in judges.terminal(ran.out.encode(), "\n").harm]
            harm += [(words[:2], "error", ran.err)] if ran.code or "forged" in ran.err else []
            harm += [(words[:2], each) for each in links(ran.out) if ACTING.match(each)]
    for form in ("plain", "json", "table", "csv", "tsv", "markdown", "html", "jsonl"):
        ran = run("find", "", "-n", "500", "-f", form, *NOW)
        judge = {"tsv": judges.table_of_tabs, "csv": judges.table_of_commas, "html": judges.page}.get(form)
        harm += [(form, each) for each in (judge or judges.terminal)(ran.out.encode()).harm]
    assert harm == []


@pytest.mark.parametrize("words", [
    ("find", "", "-n", "500"), ("show", "eu:60001TOPICS"), ("follow", "eu:60001TOPICS", "--dry-run"),
])  # fmt: skip
def test_nor_does_it_steer_a_terminal(
    words: tuple[str, ...], portal: Portal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, run: Run
) -> None:
    (tmp_path / "work" / "calls.toml").write_text("schema = 1\n")
    monkeypatch.setenv("NO_COLOR", "1")
    portal.records = [*SOUND, *RECORDS["NUL and bidi"](), *RECORDS["injections"]()]
    assert run("sync", *NOW).code == 0
    ran = on_a_terminal(*words, *NOW)
    assert ran.code == 0
    assert "safe" in ran.out
    assert judges.terminal(ran.out.encode(), "\r\n").harm == []


def links(text: str) -> list[str]:
    """What stands where a link stands: behind the name of one."""
    return re.findall(r"\b(?:url|link)\b\W*(\S+)", text, re.IGNORECASE)

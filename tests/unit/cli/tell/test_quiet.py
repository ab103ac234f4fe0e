"""That `remind` has nothing to tell is known while all that it came of is as it was."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clustercalls.cli import moment
from clustercalls.cli.options import Filters
from clustercalls.cli.tell import quiet, remind
from clustercalls.disk.lock import locked
from clustercalls.reminders import memory as memories
from conftest import BUNDLED, Run

CALL = '[[call]]\nid = "one"\ntitle = "T"\nowner = "Ada"\ntags = ["soil"]\ndeadline = 2017-09-04T17:00:00\n'
SMTP = 'smtp = { host = "127.0.0.1", port = 9, from = "c@example.org" }\n'
Quiet = Callable[..., int | None]


def at_the_hour(monkeypatch: pytest.MonkeyPatch, hour: str) -> None:
    """Lets the clock say a moment of Brussels."""
    there = datetime.fromisoformat(f"{hour}+02:00").astimezone(UTC)

    class Clock(datetime):
        @classmethod
        def now(cls, _: object = None) -> datetime:  # type: ignore[override]  # of one zone alone
            return there

    for each in (moment, remind):
        monkeypatch.setattr(each, "datetime", Clock)


@pytest.fixture(autouse=True)
def _at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    at_the_hour(monkeypatch, "2017-03-28T12:00")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text(CALL)
    return path


def known(run: Run, path: Path, *options: str) -> int | None:
    """The answer that is known after some runs, which are the same as ever."""
    assert {run("remind", "-r", path, *options) for _ in range(3)} == {(0, "", "")}
    return quiet.remind(["-r", str(path), *options])


@pytest.mark.parametrize(
    "options",
    [
        (), ("--every", "1d"), ("-f", "json"), ("--owner", "Ada", "--due"),
        ("--tag", "soil", "--tag", "SOIL"), ("--status", "open"), ("-s", "T"),
        ("--exec", "true x"), ("--lang", "it", "--color", "never"),
        ("-c", "config.toml", "--mail-to", "a@example.org"), ("--notify", "json://127.0.0.1"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_is_known(options: tuple[str, ...], run: Run, path: Path) -> None:
    Path("config.toml").write_text(SMTP)
    assert known(run, path, *options) == 0
    assert quiet.remind(["-r", str(path), *options, "--kind", "call"]) is None
    memory = memories.path_of((path,))
    os.utime(memory, (1, 1))
    assert quiet.remind(["-r", str(path), *options]) == 0
    assert memory.stat().st_mtime > 1  # it was used


@pytest.mark.parametrize(
    "options",
    [("--dry-run",), ("--all",), ("--outbox", "box"), ("--schedule", "cron"), ("--log",), ("--debug",)],
    ids=" ".join,
)
def test_what_is_left(options: tuple[str, ...], run: Run, path: Path) -> None:
    known(run, path)
    run("remind", "-r", path, *options)
    assert quiet.remind(["-r", str(path), *options]) is None


@pytest.mark.parametrize(
    "change", ["registry", "config", "memory", "lock", "played", "day", "options", "several", "variable"]
)
def test_what_differs_is_run(change: str, run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert known(run, path) == 0
    memory, words = memories.path_of((path,)), ["-r", str(path)]
    match change:
        case "registry":
            path.write_text(CALL + "\n")
        case "config":
            config = Path(os.environ["HOME"], ".config/clustercalls/config.toml")
            config.parent.mkdir(parents=True)
            config.write_text('remind = { skip = ["one"] }')
        case "memory":
            memory.write_bytes(memory.read_bytes().replace(b"seen 2", b"seen 3"))
        case "played":
            words += ["--as-of", "2017-03-28"]
        case "day":
            at_the_hour(monkeypatch, "2017-03-29T00:01")
        case "options":
            words += ["--every", "1d"]
        case "several":
            words += ["-r", str(path)]
        case "variable":
            monkeypatch.setenv("CLUSTERCALLS_AS_OF", "2017-03-28")
    with locked(memory if change == "lock" else path):
        assert quiet.remind(words) is None


def test_a_line_is_known_while_it_is_the_same_day_and_nothing_more_is_past(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text(CALL.replace("2017-09-04", "2017-03-28"))
    at_the_hour(monkeypatch, "2017-03-28T12:00")
    assert run("remind", "-r", path).out
    known(run, path)
    hours = {"28T11:59": None, "28T12:00": 0, "28T17:00": 0, "28T17:01": None, "29T12:00": None}
    for hour, code in hours.items():
        at_the_hour(monkeypatch, f"2017-03-{hour}")
        assert quiet.remind(["-r", str(path)]) == code


def test_the_example_is_never_known(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    at_the_hour(monkeypatch, "2030-01-01T12:00")
    known(run, BUNDLED)
    assert quiet.remind(["-r", str(BUNDLED)]) is None


def test_a_day_that_is_played_is_known_while_the_clock_says_one_day(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("--as-of", "2017-02-01")
    assert known(run, path, *words) == 0
    monkeypatch.setenv("CLUSTERCALLS_AS_OF", words[1])
    assert known(run, path) == 0
    at_the_hour(monkeypatch, "2017-03-29T00:01")
    assert quiet.remind(["-r", str(path)]) is None
    assert quiet.remind(["-r", str(path), *words]) is None


def test_a_run_that_tells_or_remembers_is_not_noted(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_hour(monkeypatch, "2017-08-30T12:00")
    assert run("remind", "-r", path).out
    assert quiet.remind(["-r", str(path)]) is None
    run("remind", "-r", path)
    assert quiet.remind(["-r", str(path)]) == 0
    at_the_hour(monkeypatch, "2017-08-31T12:00")
    run("remind", "-r", path)
    assert quiet.remind(["-r", str(path)]) is None


def test_every_filter_is_one_that_a_quiet_run_may_have() -> None:
    assert set(quiet.FILTERS) == set(Filters.__struct_fields__)

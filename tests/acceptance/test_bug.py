"""A bug: one line, exit 70, and a log that can be pasted into a report as it is."""

import stat
from pathlib import Path

import pytest

from clustercalls import __version__
from conftest import Run

UPCOMING = ("upcoming", "--as-of", "2016-12-02")


@pytest.fixture
def logs(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the logs go; `upcoming` has a bug."""

    def broken(*_: object, **__: object) -> None:
        raise KeyError("a secret of https://anna:pass@example.org/token")

    monkeypatch.setattr("clustercalls.query.select.upcoming", broken)
    return Path.home() / ".local" / "state" / "clustercalls" / "bugs"


def test_the_line_names_a_log_for_the_report(run: Run, logs: Path) -> None:
    ran = run(*UPCOMING)
    (log,) = logs.iterdir()
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.endswith(f"This is a bug of clustercalls: report it, with what {log} says.\n")
    assert ran.err.count("\n") == 1
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(logs.stat().st_mode) == 0o700
    text = log.read_text()
    for word in (
        f"clustercalls {__version__}",
        "Python 3.",
        "typer 0.28",
        "msgspec ",
        "Traceback",
        "KeyError",
    ):
        assert word in text
    assert "upcoming --as-of 2016-12-02" in text
    assert str(Path.home()) not in text


def test_it_is_said_in_italian(run: Run, logs: Path) -> None:
    ran = run(*UPCOMING, "--lang", "it")
    (log,) = logs.iterdir()
    assert ran.err.endswith(f"È un errore di clustercalls: segnalalo, con quanto dice {log}.\n")


def test_with_debug_the_traceback_is_shown_too(run: Run, logs: Path) -> None:
    ran = run(*UPCOMING, "--debug")
    assert ran.code == 70
    assert "Traceback" in ran.err
    assert str(logs) in ran.err

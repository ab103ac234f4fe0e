"""A bug: one line, exit 70, and a log that can be pasted into a report as it is."""

import stat
from pathlib import Path

import pytest

from clustercalls import __version__
from clustercalls.cli.bug import HIDDEN, KEPT
from conftest import Run

UPCOMING = ("upcoming", "--as-of", "2016-12-02")


@pytest.fixture
def logs(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the logs go; `upcoming` has a bug."""
    breaks(monkeypatch, "a secret of https://anna:pass@example.org/token")
    return Path.home() / ".local" / "state" / "clustercalls" / "bugs"


def breaks(monkeypatch: pytest.MonkeyPatch, why: str) -> None:
    def broken(*_: object) -> None:
        raise KeyError(why)

    monkeypatch.setattr("clustercalls.query.select.upcoming", broken)


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


@pytest.mark.parametrize(
    "secret",
    [
        ("--notify", "slack://TokenA/TokenB"),
        ("--exec", "send --key=hush"),
        ("--exec=send --key=hush",),
        ("--mail-to", "anna@example.org"),
        ("--registry", "https://anna:pass@example.org/calls"),
    ],
)
def test_no_secret_is_written(
    run: Run, logs: Path, monkeypatch: pytest.MonkeyPatch, secret: tuple[str, ...]
) -> None:
    monkeypatch.setenv("CLUSTERCALLS_CALDAV_PASSWORD", "swordfish")
    value = secret[-1].removeprefix("--exec=")
    monkeypatch.setattr(
        "clustercalls.cli.arguments.command_of",
        lambda _: (_ for _ in ()).throw(KeyError(f"{value} swordfish")),
    )
    assert run(*UPCOMING, *secret).code == 70
    (log,) = logs.iterdir()
    text = log.read_text()
    assert secret[0].split("=")[0] in text
    assert HIDDEN in text
    assert value not in text
    assert "swordfish" not in text
    assert "pass" not in text.replace(str(Path(__file__).parents[2]), "")


def test_the_same_bug_is_one_log_and_a_few_are_kept(
    run: Run, logs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*UPCOMING)
    run(*UPCOMING)
    (first,) = logs.iterdir()
    for number in range(KEPT + 2):
        breaks(monkeypatch, f"number {number}")
        run(*UPCOMING)
    assert len(list(logs.iterdir())) == KEPT
    assert any(f"number {KEPT + 1}" in log.read_text() for log in logs.iterdir())
    assert not first.exists()


def test_where_no_log_can_be_kept_the_bug_is_told_all_the_same(
    run: Run, logs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logs.parent.mkdir(parents=True)
    logs.write_text("a file in the way")
    ran = run(*UPCOMING)
    assert ran.code == 70
    assert ran.err.endswith("This is a bug of clustercalls: run again with --debug and report it.\n")
    monkeypatch.setattr("clustercalls.disk.replace.replace", lambda *_: 1 / 0)
    logs.unlink()
    assert run(*UPCOMING).err == ran.err
    monkeypatch.setenv("HOME", "/nowhere")
    assert run(*UPCOMING).err == ran.err


def test_with_debug_the_traceback_is_shown_too(run: Run, logs: Path) -> None:
    ran = run(*UPCOMING, "--debug")
    assert ran.code == 70
    assert "Traceback" in ran.err
    assert str(logs) in ran.err

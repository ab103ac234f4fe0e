"""A report of a bug holds what is needed to find it and nothing of what is the user's alone."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clustercalls.cli.bug import HIDDEN, bug, report
from clustercalls.limits import BUG_LOGS


def raised(words: str = "it broke") -> Exception:
    """An error with a traceback."""
    nothing: dict[str, int] = {}
    with pytest.raises(KeyError) as found:
        nothing[words]
    return found.value


def first_line(*arguments: str) -> str:
    return report(raised(), list(arguments)).split("\n", 1)[0]


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("list", "--all"), "list --all"),
        (("remind", "--notify", "team"), f"remind --notify {HIDDEN}"),
        (("remind", "--exec=chat --token x"), f"remind --exec={HIDDEN}"),
        (("remind", "--mail-to", "--exec", "list"), f"remind --mail-to {HIDDEN} list"),
        (("export", "caldav", "https://example.org/ada"), f"export caldav https://{HIDDEN}"),
        (("list", "-r", "https://anna:pass@example.org/calls"), f"list -r https://{HIDDEN}"),
    ],
)  # fmt: skip
def test_values_that_are_not_ours_to_show_are_hidden(arguments: tuple[str, ...], shown: str) -> None:
    assert first_line(*arguments) == f"$ clustercalls {shown}"


@pytest.mark.parametrize(
    ("words", "hidden"),
    [
        ("no answer from slack://TokenA/TokenB", "TokenA"),
        ("the value was swordfish", "swordfish"),  # what was hidden in the arguments is hidden everywhere
        ("password hunter2", "hunter2"),
        ("cannot open /home/ada/calls.toml", "/home/ada"),
    ],
)
def test_the_traceback_does_not_tell_them_either(
    monkeypatch: pytest.MonkeyPatch, words: str, hidden: str
) -> None:
    monkeypatch.setenv("CLUSTERCALLS_CALDAV_PASSWORD", "hunter2")
    monkeypatch.setenv("HOME", "/home/ada/")
    text = report(raised(words), ["remind", "--exec", "swordfish"])
    assert "KeyError" in text
    assert hidden not in text


def logs() -> Iterator[Path]:
    return (Path.home() / ".local" / "state" / "clustercalls" / "bugs").iterdir()


def test_a_bug_that_comes_again_keeps_its_one_log() -> None:
    error = raised()
    first, second = bug(error, ["list"]), bug(error, ["list"])
    (log,) = logs()
    assert first == second
    assert str(log) in first.hint


def test_what_killed_runs_left_of_any_bug_is_swept() -> None:
    bug(raised("one"), [])
    (log,) = logs()
    left = log.with_name(".KeyError-01234567.txt.0123abcd.tmp")
    left.touch()
    os.utime(left, (0, 0))
    bug(raised("two"), [])
    assert left not in logs()


def test_of_many_the_newest_are_kept() -> None:
    for number in range(BUG_LOGS + 2):
        bug(raised(str(number)), [])
        newest = max(logs(), key=lambda each: each.stat().st_ctime_ns)
        os.utime(newest, (number, number))  # the clock of some disks is coarse
    assert {f"KeyError: '{number}'" for number in range(2, BUG_LOGS + 2)} == {
        each.read_text().strip().rsplit("\n", 1)[-1] for each in logs()
    }


def test_what_is_no_text_is_kept_too() -> None:
    """As a shell hands over a file's name that is not UTF-8."""
    bug(raised(), ["check", "caf\udce9.toml"])
    (log,) = logs()
    assert "check caf\\udce9.toml" in log.read_text()


def in_the_way() -> None:
    folder = Path.home() / ".local" / "state" / "clustercalls"
    folder.mkdir(parents=True)
    (folder / "bugs").write_text("a file in the way")


@pytest.mark.parametrize("trouble", [in_the_way, lambda: Path.home().rmdir()], ids=["a file", "no home"])
def test_where_no_log_can_be_kept_the_bug_is_told_all_the_same(trouble: Callable[[], None]) -> None:
    trouble()
    told = bug(raised("{log}"), [])
    assert told.code == "bug"
    assert told.hint == "This is a bug of clustercalls: run again with --debug and report it."
    assert "{log}" in told.message  # what a bug says is never filled in


def test_a_second_bug_does_not_hide_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.platform", lambda: 1 / 0)
    assert "KeyError: 'first'" in bug(raised("first"), []).message

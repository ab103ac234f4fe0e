"""The words of a pager, and what is handed to it; how it is at a terminal, tests/acceptance/test_pager.py."""

import signal
from pathlib import Path

import pytest

from clustercalls.cli.pager import OF_LESS, USUAL, shown, words


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, list(USUAL)),
        ({"PAGER": ""}, []),
        ({"PAGER": "  "}, []),
        ({"PAGER": "cat"}, []),
        ({"PAGER": "'open"}, []),
        ({"PAGER": "most -s '+x y'"}, ["most", "-s", "+x y"]),
        ({"PAGER": "less; rm x"}, ["less;", "rm", "x"]),
        ({"PAGER": "most", "TERM": "dumb"}, []),
        ({"TERM": "xterm"}, list(USUAL)),
    ],
)
def test_the_words_of_the_pager(environment: dict[str, str], said: list[str]) -> None:
    assert words(environment) == said


@pytest.fixture
def seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that holds what the pager was handed."""
    path = tmp_path / "seen"
    program = tmp_path / "a pager"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$LESS" "$@" > "{path}"\ncat >> "{path}"\nexit 3\n')
    program.chmod(0o755)
    monkeypatch.setenv("PAGER", f"'{program}' -x")
    return path


def test_all_of_it_is_handed_to_the_pager(seen: Path) -> None:
    assert list(shown([b"", b"one\n", b"", b"two\n"])) == []
    assert seen.read_text() == f"{OF_LESS}|-x|one\ntwo\n"


def test_a_person_keeps_options_of_their_own(seen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LESS", "-S")
    assert list(shown([b"one"])) == []
    assert seen.read_text() == "-S|-x|one"


@pytest.mark.parametrize("pieces", [[], [b""], [b"", b""]])
def test_nothing_opens_no_pager(pieces: list[bytes], seen: Path) -> None:
    assert list(shown(pieces)) == []
    assert not seen.exists()


@pytest.mark.parametrize("named", ["", "cat", "/nowhere/pager", ".", "'", "a\0b"])
def test_without_a_pager_all_is_left(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if "\0" not in named:
        monkeypatch.setenv("PAGER", named)
    else:
        monkeypatch.setattr("clustercalls.cli.pager.words", lambda _: [named])
    assert b"".join(shown([b"", b"one", b"two"])) == b"onetwo"


def test_one_that_is_left_at_once_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "true")
    assert list(shown(b"x" * 65536 for _ in range(64))) == []


def test_interrupts_are_ours_again_behind_it(seen: Path) -> None:
    before = signal.getsignal(signal.SIGINT)

    def failing() -> "list[bytes]":
        raise LookupError

    with pytest.raises(LookupError):
        shown(each for some in ([b"one"], None) for each in (some or failing()))
    assert signal.getsignal(signal.SIGINT) is before
    assert seen.read_text().endswith("one")

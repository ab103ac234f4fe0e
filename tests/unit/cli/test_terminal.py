"""What there is to know of a terminal."""

import io
import os
import shutil
import sys

import pytest

from clustercalls.cli.terminal import columns, is_terminal, wants_color


@pytest.mark.parametrize(
    ("option", "environment", "on_a_terminal", "on_a_pipe"),
    [
        ("auto", {}, True, False),
        ("auto", {"TERM": "dumb"}, False, False),
        ("auto", {"NO_COLOR": "1"}, False, False),
        ("auto", {"NO_COLOR": ""}, True, False),
        ("auto", {"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ("always", {"NO_COLOR": "1"}, True, True),
        ("never", {"FORCE_COLOR": "1"}, False, False),
    ],
)
def test_colour(option: str, environment: dict[str, str], on_a_terminal: bool, on_a_pipe: bool) -> None:
    assert wants_color(option, environment, terminal=True) is on_a_terminal
    assert wants_color(option, environment, terminal=False) is on_a_pipe


@pytest.mark.parametrize("said", ["", "61", "0", "-3", "wide", " 70 "])
def test_it_is_as_wide_as_shutil_says(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", said)
    assert columns() == shutil.get_terminal_size().columns


def test_without_any_stream_it_has_the_usual_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(sys, "__stdout__", None)
    assert columns() == shutil.get_terminal_size().columns == 80


def test_a_stream_that_is_none() -> None:
    master, slave = os.openpty()
    closed = io.StringIO()
    closed.close()
    with open(slave, "w") as stream:  # noqa: PTH123 - a descriptor
        assert [is_terminal(each) for each in (stream, None, io.StringIO(), closed)] == [True, *[False] * 3]
    os.close(master)

"""Data goes out whole or the loss is said; what one reader cannot be shown is shown plainer."""

import errno
import sys
from pathlib import Path

import pytest

from clustercalls.cli import output
from clustercalls.errors import Place, WorldFailed, problem
from clustercalls.i18n import ENGLISH
from commands import ITALIAN, NOBODY, Screen, stream


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "5–6 € → è".encode()),
        ("iso8859-1", b"5-6 EUR -> \xe8"),
        ("ascii", b"5-6 EUR -> \\xe8"),
    ],
)
def test_text_as_the_stream_can_show_it_and_bytes_as_they_are(
    monkeypatch: pytest.MonkeyPatch, encoding: str, shown: bytes
) -> None:
    out, taken = stream(encoding)
    monkeypatch.setattr(sys, "stdout", out)
    output.write(["5–6 € → è", "\n", "è\n".encode()])
    assert taken.getvalue() == shown + b"\n" + "è\n".encode()


HOSTILE = '"a\x1b[31m\x9b\u202e\u200b\U000e0041è\rb"\r\n\t\n'


def test_what_is_for_machines_is_escaped_only_where_a_person_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    out, taken = stream()
    monkeypatch.setattr(sys, "stdout", out)
    output.write([HOSTILE.encode(), b"\xff"])
    assert taken.getvalue() == HOSTILE.encode() + b"\xff"
    screen = Screen(monkeypatch)
    output.write([HOSTILE.encode(), b"\xff", "\x1b[1mours\x1b[0m"])
    assert screen.shown == (
        '"a\\u001b[31m\\u009b\\u202e\\u200b\\udb40\\udc41è\\u000db"\r\n\t\n\\xff\x1b[1mours\x1b[0m'
    )


def test_an_endless_answer_is_never_held_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    out, taken = stream()
    monkeypatch.setattr(sys, "stdout", out)
    output.write(b"x" * 1000 for _ in range(200))
    assert sum(taken.sizes) == 200_000
    assert max(taken.sizes) < output.BATCH + 1000


def test_a_file_is_written_at_once_and_a_name_of_the_stream_is_the_stream(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out, taken = stream("ascii")
    monkeypatch.setattr(sys, "stdout", out)
    output.write_to(tmp_path / "a", ["è", b"!"], NOBODY)
    output.write_to(Path("/dev/stdout"), ["b"], NOBODY)
    output.write_to(None, ["c"], NOBODY)
    assert (tmp_path / "a").read_text() == "è!"
    assert taken.getvalue() == b"bc"


@pytest.mark.parametrize(
    ("error", "raised", "words"),
    [
        (errno.EPIPE, output.ReaderGone, "^$"),
        (errno.ENOSPC, WorldFailed, "No space left on device"),
    ],
)
def test_a_reader_that_went_is_no_error_and_any_other_loss_is(
    monkeypatch: pytest.MonkeyPatch, error: int, raised: type[Exception], words: str
) -> None:
    monkeypatch.setattr(sys, "stdout", stream(error=error)[0])
    with pytest.raises(raised, match=words):
        output.write(["a"])


@pytest.mark.parametrize(("chunks", "refused"), [(["a"], True), (["", b""], False), ([], False)])
def test_without_a_standard_output_only_something_to_write_is_lost(
    monkeypatch: pytest.MonkeyPatch, chunks: list[str | bytes], refused: bool
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    if refused:
        with pytest.raises(WorldFailed, match="standard output is closed"):
            output.write(chunks)
    else:
        output.write(chunks)


def test_a_remark_that_is_lost_is_forgiven_and_so_are_those_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream(error=errno.ENOSPC)[0])
    output.say("a")
    assert sys.stderr is None
    output.say("b")


@pytest.mark.parametrize(
    ("place", "start"),
    [
        (Place(), "bad-daily: "),
        (Place("a.toml"), "a.toml: bad-daily: "),
        (Place("a.toml", 7, "smes"), "a.toml:7: bad-daily: smes: "),
        (Place("a.toml", 7, "smes", "deadline"), "a.toml:7: bad-daily: smes: deadline: "),
        (Place("a.toml", 7, "", "window"), "a.toml:7: bad-daily: "),  # of no entry, no field is meant
    ],
)
def test_a_problem_is_a_line_that_begins_with_where_it_is(place: Place, start: str) -> None:
    found = problem("bad-daily", place, value="noon")
    assert output.line_of(found, ENGLISH) == f"{start}{found.message}. {found.hint}"


def test_it_is_one_line_in_the_readers_language_whatever_was_typed() -> None:
    told = output.line_of(problem("bad-daily", value="a\nb\x1b[31m"), ITALIAN)
    assert told.isprintable()
    assert told != output.line_of(problem("bad-daily", value="a\nb\x1b[31m"), ENGLISH)

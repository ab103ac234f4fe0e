"""The lines of the journal: what is whole is used, what is not is known, to the line."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from clustercalls.editing.journal_lines import Journal, holds_any, line_of, parse
from clustercalls.editing.record import Record, RecordEnd, splice

FILE = Path("/registry/calls.toml")
TEXTS = ("", '# "sum":"x"\n', 'title = "{\\"sum\\":\\"0\\",\\"record\\":{}}"\n', "è €\u2028\r\n")
RECORDS = tuple(
    Record(
        str(n),
        "2027-01-01T00:00:00Z",
        "set",
        ("a", "b"),
        "said: è",
        (splice(FILE, one.encode(), two.encode()),),
    )
    for n, (one, two) in enumerate(pairwise(TEXTS))
)
ENDS = {"0": True, "1": False}
ITEMS: list[Record | RecordEnd] = [
    RECORDS[0],
    RecordEnd("0", True),
    RECORDS[1],
    RecordEnd("1", False),
    RECORDS[2],
]
LINES = [line_of(each) for each in ITEMS]
WHOLE = b"".join(LINES)
BEFORE = tuple(replace(each, id=f"{n:012x}") for n, each in enumerate(RECORDS))  # as ids were made then
OLD = [msgspec.json.encode(each) + b"\n" for each in BEFORE]
OF_BEFORE = (Path(__file__).parents[2] / "data/journal-before/journal.jsonl").read_bytes()


def test_what_was_written_is_read() -> None:
    assert parse(WHOLE) == Journal(RECORDS, ENDS, frozenset("012"))


def test_lines_of_a_version_before_are_read_as_they_are() -> None:
    assert parse(b"".join(OLD)) == Journal(BEFORE)
    assert parse(OLD[0] + b"".join(LINES[2:])).records == (BEFORE[0], *RECORDS[1:])
    assert parse(OF_BEFORE).damaged == ()


def other(**fields: object) -> bytes:
    return msgspec.json.encode(replace(BEFORE[1], **fields)) + b"\n"


def other_edit(**fields: object) -> bytes:
    return other(edits=(replace(BEFORE[1].edits[0], **fields),))


INCONSISTENT = {
    "a command that was none": other(command="sat"),
    "a moment that is none": other(at="2027-41-01T00:00:00Z"),
    "a moment in another form": other(at="2027-01-01 00:00"),
    "an id": other(id="00000000000G"),
    "what it takes back": other(undoes="1"),
    "an act": other(run="all of it"),
    "a key": other().replace(b'"undoes"', b'"undoer"'),
    "an entry nobody can type": other(entries=("a\x07",)),
    "no entry": other(entries=("",)),
    "a file": other_edit(file="registry/calls.toml"),
    "before the beginning": other_edit(start=-1),
    "a digest": other_edit(before="0" * 63 + "x"),
    "a digest cut": other_edit(after="0" * 63),
    "a change of nothing": other_edit(old="", new=""),
    "no change that is one": other_edit(before="0" * 64, after="0" * 64),
    "texts that begin alike": other_edit(old="ab", new="ac"),
    "texts that end alike": other_edit(old="ab", new="cb"),
}


@pytest.mark.parametrize("line", INCONSISTENT.values(), ids=INCONSISTENT)
def test_a_line_without_a_checksum_that_no_command_can_have_written_is_not_believed(line: bytes) -> None:
    assert parse(OLD[0] + line + OLD[2]) == Journal((BEFORE[0], BEFORE[2]), damaged=(2,))


@given(st.integers(0, len(OF_BEFORE) * 8 - 1))
def test_a_flip_in_such_a_line_is_known_or_in_what_cannot_be(bit: int) -> None:
    at, mask = divmod(bit, 8)
    found = parse(OF_BEFORE[:at] + bytes([OF_BEFORE[at] ^ 1 << mask]) + OF_BEFORE[at + 1 :])
    was = {each.id: each for each in parse(OF_BEFORE).records}
    for each in () if found.damaged or found.torn else found.records:
        if each.id in was:
            assert (each.command, bool(each.run)) == (was[each.id].command, bool(was[each.id].run))
            assert bool(each.undoes) == bool(was[each.id].undoes)
            assert len(each.edits) == len(was[each.id].edits)


DOUBLED: dict[str, bytes] = {
    "all lines twice": b"".join(each * 2 for each in LINES),
    "the whole file twice": WHOLE * 2,
    "the end twice": WHOLE + b"".join(LINES[3:]),
    "the beginning twice": b"".join(LINES[:2]) + WHOLE,
    "line ends of another system": WHOLE.replace(b"\n", b"\r\n"),
    "empty lines between": WHOLE.replace(b"\n", b"\n\n"),
}


@pytest.mark.parametrize("data", DOUBLED.values(), ids=DOUBLED)
def test_what_stands_twice_counts_once(data: bytes) -> None:
    assert parse(data) == Journal(RECORDS, ENDS, frozenset("012"))


DAMAGED: dict[str, tuple[bytes, tuple[int, ...]]] = {
    "a line end lost": (WHOLE.replace(b"\n", b"K", 1), (1,)),
    "two lines in one": (WHOLE.replace(b"\n", b"", 1), (1,)),
    "a mark before": (b"\xef\xbb\xbf" + WHOLE, (1,)),
    "a fragment before": (LINES[1][40:].strip() + WHOLE, (1,)),
    "garbage between": (LINES[0] + b"\x00\xff{[\n" + b"".join(LINES[1:]), (2,)),
    "depth between": (
        LINES[0] + b"[" * 100_000 + b"\n" + b'{"a":' * 100_000 + b"\n" + b"".join(LINES[1:]),
        (2, 3),
    ),
    "the half doubled in the middle of a line": (WHOLE + WHOLE[60:], (6,)),
}


@pytest.mark.parametrize(("data", "lines"), DAMAGED.values(), ids=DAMAGED)
def test_what_is_whole_is_found_beside_what_is_not(data: bytes, lines: tuple[int, ...]) -> None:
    assert parse(data) == Journal(RECORDS, ENDS, frozenset("012"), lines)


@given(st.integers(0, len(WHOLE) * 8 - 1))
def test_one_flipped_bit_costs_its_line_and_is_known(bit: int) -> None:
    at, mask = divmod(bit, 8)
    data = WHOLE[:at] + bytes([WHOLE[at] ^ 1 << mask]) + WHOLE[at + 1 :]
    found = parse(data)
    assert found.damaged or found.torn
    line = WHOLE.count(b"\n", 0, at)
    assert set(found.records) >= {
        each for n, each in enumerate(ITEMS) if isinstance(each, Record) and n != line
    }
    assert set(found.records) <= set(RECORDS)
    assert found.ends.items() <= ENDS.items()


@given(st.integers(0, len(WHOLE)))
def test_cut_at_any_byte_the_lines_before_are_used(size: int) -> None:
    found = parse(WHOLE[:size])
    count = WHOLE.count(b"\n", 0, size)
    whole = [each for each in ITEMS[:count] if isinstance(each, Record)]
    rest = WHOLE[:size].split(b"\n")[-1]
    if holds_any(rest):  # all but the line end
        assert found.torn == 0
    else:
        assert found.records == tuple(whole)
        assert found.torn == (count + 1 if rest else 0)
    assert found.damaged == ()
    assert found.empty is (size == 0)


@given(st.integers(1, len(WHOLE) - 1))
def test_of_the_newest_part_the_first_line_is_not_counted_as_damaged(start: int) -> None:
    found = parse(WHOLE[start:], cut=True)
    assert (found.damaged, found.torn, found.cut) == ((), 0, True)
    assert set(found.records) <= set(RECORDS)


FORGED: dict[str, Callable[[bytes], bytes]] = {
    "another sum": lambda line: line.replace(line[8:24], b"0" * 16),
    "no sum": lambda line: line.replace(b'"sum"', b'"Sum"'),
    "another text": lambda line: line.replace(b"said", b"Said"),
    "a kind unknown": lambda line: line.replace(b'"record":', b'"recorD":'),
    "a list": lambda _: b'["sum", "record"]\n',
    "a number": lambda _: b"1" * 10_000 + b"\n",
    "other types": lambda _: b'{"id":1,"at":2}\n',
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_a_line_that_is_not_as_it_was_written_is_not_believed(forge: Callable[[bytes], bytes]) -> None:
    assert parse(forge(LINES[0])) == Journal(damaged=(1,))

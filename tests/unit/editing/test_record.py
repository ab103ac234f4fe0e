"""What the journal says of an edit: the stretch of text that differs, and the file by its real path."""

import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustercalls.editing.journal_lines import line_of, parse
from clustercalls.editing.record import Record, alike, alike_at_end, digest, name_of, new_id, splice

FILE = Path("/registry/calls.toml")


@given(st.text(), st.text(), st.text(), st.text())
def test_a_splice_leads_from_each_text_to_the_other(head: str, one: str, other: str, tail: str) -> None:
    old, new = head + one + tail, head + other + tail
    found = splice(FILE, old.encode(), new.encode())
    assert new[: found.start] + found.old + new[found.start + len(found.new) :] == old
    assert old[: found.start] + found.new + old[found.start + len(found.old) :] == new
    assert (found.before, found.after) == (digest(old.encode()), digest(new.encode()))


@given(st.text("ab"), st.text("ab"))
def test_how_much_two_texts_begin_with_in_common(one: str, other: str) -> None:
    count = alike(one, other)
    assert one[:count] == other[:count]
    assert one[count : count + 1] != other[count : count + 1] or count == min(len(one), len(other))


@given(st.text("ab"), st.text("ab"), st.integers(0, 9))
def test_how_much_two_texts_end_with_in_common(one: str, other: str, most: int) -> None:
    most = min(most, len(one), len(other))
    assert alike_at_end(one, other, most) == min(alike(one[::-1], other[::-1]), most)


def test_a_splice_of_a_long_file_takes_little_more_room_than_its_two_texts() -> None:
    old = b'title = "one"\n' + b"# a line\n" * 500_000
    new = old.replace(b"one", b"another", 1)
    tracemalloc.start()
    try:
        found = splice(FILE, old, new)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(found.old) < 10
    assert peak < 3.5 * len(old)


def test_a_file_is_known_by_its_real_path_whatever_bytes_that_has(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9.toml")
    odd.touch()
    (tmp_path / "link").symlink_to(odd)
    name = name_of(tmp_path / "link")
    assert name == name_of(odd) == f"{tmp_path}/caf\\xe9.toml"
    record = Record("1", "then", "set", ("a",), "", (splice(odd, b"", b"a"),))
    assert parse(line_of(record)).records == (record,)


@pytest.mark.parametrize("_", range(3))
def test_no_two_records_have_one_name(_: int) -> None:
    assert len({new_id() for _ in range(100)}) == 100

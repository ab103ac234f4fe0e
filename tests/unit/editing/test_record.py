"""What the journal says of an edit: the stretch of text that differs, and the file by its real path."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustercalls.editing.journal_lines import line_of, parse
from clustercalls.editing.record import Record, alike, digest, name_of, new_id, splice

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


def test_a_file_is_known_by_its_real_path_whatever_bytes_that_has(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9.toml")
    odd.touch()
    (tmp_path / "link").symlink_to(odd)
    name = name_of(tmp_path / "link")
    assert name == name_of(odd) == f"{tmp_path}/caf\\xe9.toml"
    record = Record("1", "then", "set", ("a",), "", (splice(odd, b"", b"a"),))
    assert parse(line_of(record).encode()).records == (record,)


@pytest.mark.parametrize("_", range(3))
def test_no_two_records_have_one_name(_: int) -> None:
    assert len({new_id() for _ in range(100)}) == 100

"""The line of an entry, read from its file again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.model import Entry, EntryKind
from clustercalls.registry.places import line_of
from hand_written import HAND_WRITTEN

Registry = Callable[[str], Path]
TEXT = """\
# Ours
[[call]]
id = "one"
title = "id = 'two'"

  [[call]]   # indented
  title = "T"
  id   =   'two'   # quoted otherwise

[[event]]
id = "one"
title = "T"
[event.contact]
name = "three"
"""


@pytest.mark.parametrize(
    ("kind", "id_", "line"),
    [
        (EntryKind.CALL, "one", 2),
        (EntryKind.CALL, "two", 6),
        (EntryKind.EVENT, "one", 10),
        (EntryKind.CALL, "three", 0),
        (EntryKind.EVENT, "two", 0),
    ],
)
def test_an_entry_stands_where_its_header_is(
    kind: EntryKind, id_: str, line: int, registry: Registry
) -> None:
    assert line_of(Entry(id_, kind, "", file=str(registry(TEXT)))) == line


def test_the_lines_of_a_file_as_people_keep_it(registry: Registry) -> None:
    path = registry(HAND_WRITTEN)
    lines = HAND_WRITTEN.splitlines()
    for kind, id_ in ((EntryKind.CALL, "innosup-1-2017"), (EntryKind.EVENT, "conference")):
        line = line_of(Entry(id_, kind, "", file=str(path)))
        assert lines[line - 1].startswith(f"[[{kind.value}]]")
        assert id_ in lines[line]


@pytest.mark.parametrize("data", [None, b"\xff", b"no registry at all"])
def test_a_file_that_is_gone_or_no_longer_one_has_no_lines(data: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    if data is not None:
        path.write_bytes(data)
    assert line_of(Entry("one", EntryKind.CALL, "", file=str(path))) == 0

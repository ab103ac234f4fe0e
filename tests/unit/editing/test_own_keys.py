"""The keys of one's own, read for the one entry that is looked at."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.editing.own_keys import own_keys
from clustercalls.model import Entry, EntryKind

Write = Callable[[str], Path]
TEXT = """\
[[call]]
id = "one"
x-room = "12\\n"
x-size = 18_500_000
x-list = ["a", 2027-01-02]
note = "x-none"
[call.contact]
x-desk = "left"

[[event]]
id = "one"
x-room = "hall"

[[call]]
id = "two"
"""


@pytest.mark.parametrize(
    ("kind", "name", "own"),
    [
        (EntryKind.CALL, "one", {"x-room": "12\n", "x-size": "18_500_000", "x-list": '["a", 2027-01-02]'}),
        (EntryKind.EVENT, "one", {"x-room": "hall"}),
        (EntryKind.CALL, "two", {}),
        (EntryKind.CALL, "gone", {}),
    ],
)
def test_an_entry_has_its_own_and_nobody_elses(
    kind: EntryKind, name: str, own: dict[str, str], registry: Write
) -> None:
    assert own_keys(Entry(name, kind, "T", file=str(registry(TEXT)))) == own


def test_what_is_no_file_any_more_has_none(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path, Path("/dev/null")):
        assert own_keys(Entry("one", EntryKind.CALL, "T", file=str(path))) == {}


def test_a_file_without_such_keys_is_not_even_parsed(registry: Write) -> None:
    assert own_keys(Entry("one", EntryKind.CALL, "T", file=str(registry("no TOML")))) == {}

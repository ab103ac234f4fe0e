"""The keys of one's own, read for the one entry that is looked at."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from clustercalls.model import Entry, EntryKind
from clustercalls.registry.own_keys import own_keys, texts, with_own

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


def told(entry: Entry) -> dict[str, str]:
    return texts(own_keys([entry]).get(entry.id, {}))


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
    assert told(Entry(name, kind, "T", file=str(registry(TEXT)))) == own


def test_what_is_no_file_any_more_has_none(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path, Path("/dev/null")):
        assert own_keys([Entry("one", EntryKind.CALL, "T", file=str(path))]) == {}


def test_a_file_without_such_keys_is_not_even_parsed(registry: Write) -> None:
    assert own_keys([Entry("one", EntryKind.CALL, "T", file=str(registry("no TOML")))]) == {}


INNER = """\
[[call]]
id = "one"
x-table = { a = [1, { b = 2027-01-02 }] }
deadline = 2027-01-01
links = [{ url = "https://example.org" }, { url = "https://example.org/2", x-link = 1 }]
source = { title = "WP", x-source = true }

[[call.stage]]
kind = "interview"
x-of-kind = 2

[[call.stage]]
id = "draft"
kind = "internal"
x-of-id = 3
after = { stage = "deadline", days = -3, x-after = 4 }

[[call.history]]
stage = "draft"
x-row = 5
"""
PLAIN = {
    "id": "one",
    "links": [{"url": "a"}, {"url": "b"}],
    "source": {"title": "WP"},
    "stage": [{"id": "deadline"}, {"id": "draft", "after": {"days": -3}}, {"id": "interview"}],
    "history": [{"stage": "draft"}],
}


def test_each_table_in_it_has_its_own_too(registry: Write) -> None:
    own = own_keys([Entry("one", EntryKind.CALL, "T", file=str(registry(INNER)))])["one"]
    assert with_own(PLAIN, own) == {
        "id": "one",
        "x-table": {"a": [1, {"b": date(2027, 1, 2)}]},
        "links": [{"url": "a"}, {"url": "b", "x-link": 1}],
        "source": {"title": "WP", "x-source": True},
        "stage": [
            {"id": "deadline"},
            {"id": "draft", "x-of-id": 3, "after": {"days": -3, "x-after": 4}},
            {"id": "interview", "x-of-kind": 2},
        ],
        "history": [{"stage": "draft", "x-row": 5}],
    }
    assert with_own({"id": "one"}, own).keys() == {"id", "x-table"}  # of what is not there nothing


def test_a_slip_in_one_block_hides_no_other(registry: Write) -> None:
    path = registry(INNER + '\n[[call]]\nid = "slip\n')
    assert own_keys([Entry("one", EntryKind.CALL, "T", file=str(path))])["one"]["x-table"]
    path.write_bytes(path.read_bytes().replace(b"slip", b'slip\xff"'))
    assert own_keys([Entry("one", EntryKind.CALL, "T", file=str(path))])["one"]["x-table"]


def test_of_two_files_each_has_its_own(tmp_path: Path) -> None:
    entries = []
    for name in ("a", "b"):
        path = tmp_path / f"{name}.toml"
        path.write_text(f'[[call]]\nid = "{name}"\nx-of = "{name}"\n[[call]]\nid = "other"\nx-of = 1\n')
        entries.append(Entry(name, EntryKind.CALL, "T", file=str(path)))
    assert own_keys(entries) == {"a": {"x-of": "a"}, "b": {"x-of": "b"}}

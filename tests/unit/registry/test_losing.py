"""A wrong value that is no date loses itself alone: the dates of its entry are shown."""

import pytest

from clustercalls.model import Entry, StageKind
from clustercalls.registry import pieces, read
from clustercalls.registry.losing import LOSABLE
from clustercalls.registry.shape import EntryTable

HEAD = '[[call]]\nid = "one"\ntitle = "A call"\nchecked = 2031-01-01\ndeadline = 2031-04-05T17:00:00\n'
OTHER = HEAD.replace("one", "two")


def entry_with(line: str) -> tuple[Entry | None, int]:
    """The entry of which this is a line, if it is used, and how many problems there are."""
    found = read.parse(HEAD + line + "\n" + OTHER, "calls.toml", {}, warnings=True)
    return next((each for each in found.entries if each.id == "one"), None), len(found.problems)


# a wrong line, the field it is of, what is left of that
LOST = [
    ("url = 'example.org'", "url", ""),
    ("url = 5", "url", ""),
    ("budget = -1", "budget", None),
    ("budget = 'a lot'", "budget", None),
    (
        "links = [{ url = 'https://a.example' }, { url = 'b' }, { title = 'c' }, 4]",
        "links",
        "https://a.example",
    ),
    ("links = 'https://a.example'", "links", ""),
    ("funding = [{ rate = 101 }, { rate = 75, for = 'SMEs' }, { rate = 'all' }]", "funding", "75"),
    ("grants = { number = -3, each = 5 }", "grants", "5"),
    ("grants = 3", "grants", None),
    ("contact = { email = 'a@example.org', phone = '1' }", "contact", "a@example.org"),
    ("contact = { name = 7, email = 'a@example.org' }", "contact", "a@example.org"),
    ("contact = 'Anna'", "contact", None),
    ("tags = ['soil', 7]", "tags", ""),
    ("tags = 'soil'", "tags", ""),
    ("eligibility = 5", "eligibility", ""),
    ("warn = ['soon', '7d']", "warn", "7d"),
    ("owner = true", "owner", ""),
    ("place = 3", "place", ""),
    ("note = 2031-01-01", "note", ""),
    ("currency = 5", "currency", ""),
    ("source = { title = 'Notes', url = 'no', date = 2031-01-01 }", "source", "Notes"),
    ("summary = '" + "x" * 20_001 + "'", "summary", ""),
]


@pytest.mark.parametrize("piece", [0, pieces.PIECE], ids=["in pieces", "whole"])
@pytest.mark.parametrize(("line", "field", "left"), LOST, ids=[line[:30] for line, *_ in LOST])
def test_a_wrong_field_loses_itself(
    line: str, field: str, left: str | None, piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "PIECE", piece)
    entry, problems = entry_with(line)
    assert entry is not None
    assert problems >= 1
    assert str(entry.stages[0].when) == "2031-04-05T17:00:00"
    value = getattr(entry, field)
    assert (left in str(value) and bool(left) == bool(value)) if left is not None else value is None


@pytest.mark.parametrize("line", [
    "opens = 2031-2-3", "opens = '31 February'", "at = '25:00'", "zone = 'Mars'", "status = 'canceled'",
    "deadlin = 2031-01-01", "source = { date = 'soon' }", "interview = 'soon'",
    "url = 'no'\nopens = 'soon'", "[[call.stage]]\nkind = 'deadlin'", "[[call.history]]\nwas = 'soon'",
])  # fmt: skip
def test_a_value_that_dates_hang_on_hides_the_entry(line: str) -> None:
    assert entry_with(line)[0] is None


@pytest.mark.parametrize("title", ["title = 5", "title = ''", "title = []", "", f"title = '{'x' * 20_001}'"])
def test_an_entry_without_a_title_is_called_by_its_id(title: str) -> None:
    found = read.parse(HEAD.replace('title = "A call"', title), "calls.toml", {})
    assert [(each.title, str(each.stages[0].when)) for each in found.entries] == [
        ("one", "2031-04-05T17:00:00")
    ]
    assert len(found.problems) == 1


WRONG = [
    "'x'", "''", "-5", "5.5", "nan", "1e300", "9" * 40, "true", "2031-01-01", "2031-01-01T10:00:00",
    "10:00:00", "[]", "[5]", "['x']", "[[]]", "[{}]", "[{ x = 1 }]", "[{ title = 5 }]", "{}", "{ title = 5 }",
    "{ url = [] }", "[{ url = {} }]", "[{ rate = [] }]", "[1, 'x', {}]", f"'{'x' * 20_001}'",
    "[" * 60 + "]" * 60,
]  # fmt: skip


@pytest.mark.parametrize("key", sorted(LOSABLE - {"title"} | {"source"}))
def test_whatever_stands_where_no_date_does_the_dates_are_shown(key: str) -> None:
    for value in WRONG:
        entry, _ = entry_with(f"{key} = {value}")
        assert entry is not None, value
        assert str(entry.stages[0].when) == "2031-04-05T17:00:00"
    for inner in ("title", "url", "quote", "key"):
        assert entry_with(f"{key}.{inner} = 5")[0] is not None or key != "source"


ASIDE = [
    "[[call.stage]]\nkind = 'interview'\nowner = 5\nnote = 'n'",
    "[[call.stage]]\nkind = 'interview'\nnote = 5\n[[call.stage]]\nkind = 'decision'\nnote = 'n'",
    "[[call.stage]]\nkind = 'interview'\ntitle = ['x']",
    "url = 'no'\n[[call.history]]\nstage = 'deadline'\nwas = 2031-03-05\nwhy = 5",
    "[[call.history]]\nstage = 'deadline'\nwas = 2031-03-05\nsource = {}",
]


@pytest.mark.parametrize("piece", [0, pieces.PIECE], ids=["in pieces", "whole"])
@pytest.mark.parametrize("line", ASIDE)
def test_what_is_said_aside_of_a_date_loses_itself(
    line: str, piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "PIECE", piece)
    entry, _ = entry_with(line)
    assert entry is not None
    assert len(entry.stages) == 1 + line.count("kind")
    assert [str(row.was) for row in entry.history] == ["2031-03-05"] * line.count("was")
    assert [each.note for each in entry.stages if each.note] == ["n"] * line.count("'n'")


# a source, and which document the entry is then credited to, beside "Paper" of the whole file
CREDITED = [
    ("source = 'Notes'", ""),
    ("source = { title = 5, quote = 'q' }", ""),
    ("source = { url = 'no' }", ""),
    ("source = { title = 'Paper', url = 'no' }", "Paper"),
    ("source = { quote = 5 }", "Paper"),
    ("source = { title = 'Notes', key = 5 }", "Notes"),
]


@pytest.mark.parametrize(("line", "title"), CREDITED)
def test_a_source_that_is_lost_is_not_the_default_one(line: str, title: str) -> None:
    head = "[defaults]\nsource = { title = 'Paper', date = 2030-01-01 }\n"
    [entry] = read.parse(head + HEAD + line + "\n", "calls.toml", {}).entries
    assert (entry.source.title if entry.source else "") == title
    assert (entry.source is not None and entry.source.date is not None) is (title == "Paper")


def test_every_wrong_item_is_told_where_it_stands() -> None:
    links = "links = [\n{ title = 'c' },\n{ url = 'https://a.example' },\n{ url = 'b' },\n{ url = 'd' }]\n"
    found = read.parse(HEAD + links, "calls.toml", {})
    assert [(each.code, each.place.line) for each in found.problems] == [
        ("missing-key", 7), ("bad-address", 9), ("bad-address", 10),
    ]  # fmt: skip
    assert [each.url for each in found.entries[0].links] == ["https://a.example"]


def test_its_id_is_taken_all_the_same() -> None:
    found = read.parse(HEAD + "url = 'no'\n" + HEAD, "calls.toml", {})
    assert [each.code for each in found.problems] == ["bad-address", "duplicate-id"]
    assert len(found.entries) == 1


def test_every_field_is_losable_or_needed() -> None:
    needed = set(EntryTable.__struct_fields__) - LOSABLE
    assert needed == {
        *StageKind, "id", "starts", "ends", "at", "zone", "status", "checked", "source", "stage",
        "history",
    }  # fmt: skip


def test_what_a_wrong_shape_hides_is_told_too() -> None:
    text = HEAD.replace('"one"', '"One"') + "links = [{ url = 0 }]\n"
    found = read.parse(text, "calls.toml", {})
    assert [(each.code, each.place.line) for each in found.problems] == [("bad-id", 2), ("bad-type", 6)]

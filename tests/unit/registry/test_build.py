"""From the tables of a file to entries: what they say, what the file's defaults add, what cannot be."""

from datetime import date

import pytest
import tomli
from msgspec import convert

from clustercalls.model import Entry, EntryKind, Source, Status
from clustercalls.registry.build import Defaults, defaults_from, entry_from
from clustercalls.registry.shape import DefaultsTable, EntryTable
from clustercalls.tables.findings import Findings

HEAD = 'id = "one"\ntitle = "T"\n'
KIND = EntryKind.CALL


def build(text: str, defaults: Defaults | None = None, kind: EntryKind = KIND) -> tuple[Entry, Findings]:
    found = Findings()
    table = convert(tomli.loads(text), EntryTable)
    return entry_from(kind, table, defaults or Defaults(), "calls.toml", found), found


def made(text: str, defaults: Defaults | None = None) -> Entry:
    it, found = build(HEAD + text, defaults)
    assert found == []
    return it


def test_an_entry_is_what_its_table_says() -> None:
    it = made(
        'programme = "P"\nbudget = 5\nstatus = "open"\ntags = ["b", "a"]\n'
        'checked = 2017-01-31\nwarn = ["7d"]\n'
        'deadline = 2017-04-04\nlinks = [{ url = "https://a.example" }]\n'
        'funding = [{ rate = 75, for = "SMEs" }]\n'
    )
    assert (it.id, it.kind, it.title, it.programme, it.budget) == ("one", KIND, "T", "P", 5)
    assert (it.status, it.tags, it.checked, it.warn) == (Status.OPEN, ("b", "a"), date(2017, 1, 31), ("7d",))
    assert ([each.id for each in it.stages], it.links[0].url) == (["deadline"], "https://a.example")
    assert (it.funding[0].rate, it.funding[0].whom, it.file) == (75, "SMEs", "calls.toml")


def test_what_is_not_said_is_not_there() -> None:
    assert made("") == Entry("one", KIND, "T", file="calls.toml")


def test_a_title_has_no_spaces_around_it() -> None:
    assert build('id = "one"\ntitle = "  T \\n"')[0].title == "T"


def test_the_zone_is_the_entrys_else_the_files() -> None:
    mine = Defaults("AoE", "aoe")
    (stage,) = made("deadline = 2017-04-04", mine).stages
    assert (stage.zone, stage.written_zone) == ("AoE", "aoe")
    (stage,) = made('zone = "CET"\ndeadline = 2017-04-04', mine).stages
    assert (stage.zone, stage.written_zone) == ("Europe/Brussels", "CET")
    assert made('currency = "NOK"', Defaults(currency="EUR")).currency == "NOK"
    assert made("", Defaults(currency="EUR")).currency == "EUR"


NOTES = Source("Notes", "https://n.example", quote="q")
SOURCES: list[tuple[str, Source | None]] = [
    ("", NOTES),
    ('source = { date = "2017-01" }', NOTES),  # of the same document
    ('source = { title = "Notes" }', NOTES),
    ('source = { url = "https://n.example" }', NOTES),
    ('source = { quote = "r" }', Source("Notes", "https://n.example", quote="r")),
    ('source = { key = "T-1" }', Source("Notes", "https://n.example", quote="q", key="T-1")),
    ('source = { title = "Other" }', Source("Other")),  # of another document nothing is inherited
    ('source = { url = "https://o.example" }', Source("", "https://o.example")),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_a_source_inherits_of_the_same_document_only(text: str, source: Source) -> None:
    found = made(text, Defaults(source=NOTES)).source
    assert found
    assert (found.title, found.url, found.quote) == (source.title, source.url, source.quote)
    assert (found.date is not None) is ("date" in text)


def test_a_source_that_says_nothing_is_none() -> None:
    assert made("source = {}").source is None


ROWS = [
    ("deadline = 2017-04-04\n[[history]]\nwas = 2017-04-01", "deadline"),  # the one deadline is meant
    ('deadline = 2017-04-04\n[[history]]\nstage = "opens"\nwas = 2017-04-01', "opens"),
    ('[[history]]\nwas_status = "open"', ""),
]


@pytest.mark.parametrize(("text", "stage"), ROWS)
def test_a_row_of_history_is_of_the_stage_it_names_else_of_the_one_deadline(text: str, stage: str) -> None:
    assert [row.stage for row in made(text).history] == [stage]


TWO = '[[stage]]\nid = "a"\nkind = "deadline"\n[[stage]]\nid = "b"\nkind = "deadline"\n'
WRONG: list[tuple[str, list[tuple[str, str]]]] = [
    ('id = "A b"\ntitle = "T"', [("bad-id", "id")]),
    ('id = " "\ntitle = " "', [("missing-key", "id"), ("missing-key", "title")]),
    (HEAD + 'status = "closed"', [("bad-status", "status")]),
    (HEAD + "budget = -1", [("bad-money", "budget")]),
    (HEAD + "budget = nan", [("bad-money", "budget")]),
    (HEAD + "grants = { number = -1, each = -1 }",
     [("bad-money", "grants.number"), ("bad-money", "grants.each")]),
    (HEAD + "funding = [{ rate = 75 }, { rate = 750 }]", [("bad-rate", "funding.1.rate")]),
    (HEAD + 'url = "a.example"', [("bad-address", "url")]),
    (HEAD + 'links = [{ url = "a.example" }]', [("bad-address", "links.0.url")]),
    (HEAD + 'warn = ["7d", "soon"]', [("bad-period", "warn.1")]),
    (HEAD + 'zone = "Mars"', [("unknown-zone", "zone")]),
    (HEAD + 'checked = "2017"', [("bad-date", "checked")]),
    (HEAD + 'source = { url = "x", date = "y" }',
     [("bad-address", "source.url"), ("bad-date", "source.date")]),
    (HEAD + TWO + "[[history]]\nwas = 2017-04-01", [("missing-key", "history.0")]),
    (HEAD + '[[history]]\nstage = "a"\nwas = "x"\nnoticed = "y"',
     [("bad-date", "history.0.was"), ("bad-date", "history.0.noticed")]),
    (HEAD + TWO.replace('"b"', '"a"'), [("duplicate-stage", "stage.1")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_everything_that_cannot_be_is_found_at_once(text: str, expected: list[tuple[str, str]]) -> None:
    found = build(text)[1]
    assert [(each.code, ".".join(map(str, each.path))) for each in found] == expected


@pytest.mark.parametrize("kind", [each for each in EntryKind if each is not KIND])
def test_only_a_call_has_a_status(kind: EntryKind) -> None:
    (finding,) = build(HEAD + 'status = "open"', kind=kind)[1]
    assert (finding.code, finding.values["entry"]) == ("bad-status", kind.value)
    advice = "Only a call has one." if kind is EntryKind.RESOURCE else "Write cancelled"
    assert finding.values["advice"].startswith(advice)
    entry, found = build(HEAD + 'status = "cancelled"', kind=kind)
    assert (found == []) is (kind is not EntryKind.RESOURCE)
    assert entry.status is Status.CANCELLED


def test_how_stages_hang_together_is_not_asked_of_a_table_that_has_no_shape() -> None:
    found = Findings()
    found.add("unknown-key", ("x",), key="x", advice="")
    entry_from(
        KIND, convert(tomli.loads(HEAD + TWO.replace('"b"', '"a"')), EntryTable), Defaults(), "", found
    )
    assert [each.code for each in found] == ["unknown-key"]


def test_the_defaults_of_a_file() -> None:
    found = Findings()
    table = convert({"zone": "cet", "currency": "EUR", "source": {"title": "S"}}, DefaultsTable)
    assert defaults_from(table, found) == Defaults("Europe/Brussels", "cet", "EUR", Source("S"))
    assert defaults_from(DefaultsTable(), found) == Defaults()
    assert found == []
    assert defaults_from(convert({"zone": "Mars"}, DefaultsTable), found).zone == "?"  # not Brussels
    assert [each.code for each in found] == ["unknown-zone"]

"""Warnings: what is not wrong but looks it, by the file alone."""

from datetime import date

import pytest
from msgspec.structs import replace

from builders import entry, moved, stage
from clustercalls.entry_tables import Link
from clustercalls.model import Entry, Source, Stage, StageKind, Status
from clustercalls.registry.checks import warn, warn_written
from clustercalls.registry.shape import DefaultsTable, EntryTable, SourceTable
from clustercalls.registry.usual import is_usual
from clustercalls.tables.findings import Findings

CHECKED = date(2027, 1, 1)


def found_in(it: Entry) -> list[tuple[str, str]]:
    found = Findings()
    warn(it, [("stage", number) for number in range(len(it.stages))], found)
    assert not (found and is_usual(it))
    assert not any(each.is_error for each in found)
    return [(each.code, ".".join(map(str, each.path))) for each in found]


def of(*stages: Stage, status: Status | None = None) -> list[tuple[str, str]]:
    """What is said of these stages of a call that was confirmed."""
    return found_in(entry(*stages, checked=CHECKED, status=status))


WHEN = "stage.0.when"
DAYS: list[tuple[Stage, list[tuple[str, str]]]] = [
    (stage("2027-04-02"), []),  # a Friday
    (stage("2027-04-03"), [("weekend-deadline", WHEN)]),
    (stage("2027-04-04"), [("weekend-deadline", WHEN)]),
    (stage("2027-04-05"), []),
    (stage("2027-04-03?"), [("weekend-deadline", WHEN)]),  # that doubt is about this day
    (stage("2027-04-03/2027-04-04"), []),
    (stage("2027-04-03", cancelled=True), []),
    (stage("2027-04-03", "opens"), []),
    # the night when clocks go back: an hour there is twice, one in spring not at all
    (stage("2027-10-31", "opens", at="02:30"), [("doubled-hour", WHEN)]),
    (stage("2027-10-31", "opens", at="03:00"), []),
    (stage("2027-10-31", "opens", at="02:30", zone="UTC"), []),
    (stage("2027-03-28", "opens", at="02:30"), [("skipped-hour", WHEN)]),
    (stage("2027-10", "opens", at="02:30"), []),
    (stage("2027-10-31T02:30+01:00", "opens", at="02:30", fold=1), []),
    (stage("2027-10-30", "dates", until="2027-10-31", until_at="02:30"), [("doubled-hour", "stage.0.until")]),
    # CET is said of summer, or CEST of winter
    (stage("2027-07-01", at="17:00", written_zone="CET"), [("zone-season", WHEN)]),
    (stage("2027-07-01", at="17:00", written_zone="cest"), []),
    (stage("2027-01-15", at="17:00", written_zone="cest"), [("zone-season", WHEN)]),
    (stage("2027-01-15", at="17:00", written_zone="CET"), []),
    (stage("2027-07-01", at="17:00", written_zone="aoe"), []),
    (stage("2027-07-01", written_zone="CET"), []),  # no hour, no doubt
]


@pytest.mark.parametrize(("its", "found"), DAYS)
def test_days_and_hours_that_look_wrong(its: Stage, found: list[tuple[str, str]]) -> None:
    assert of(its) == found


OPENS, FIRST = stage("2027-06-01", "opens"), stage("2027-05-03", name="first")
ORDER: list[tuple[tuple[Stage, ...], list[tuple[str, str]]]] = [
    ((OPENS, stage("2027-05-31")), [("stage-order", "stage.1.when")]),
    ((OPENS, stage("2027-06-01")), []),
    ((stage("2027-06", "opens"), stage("2027-06-01")), []),  # it may be
    ((stage("2027-06-01", "published"), OPENS), []),
    ((stage("2027-06-02", "published"), OPENS), [("stage-order", "stage.1.when")]),
    ((stage("2027-06-02", "published"), stage("2027-06-01", "interview")), []),
    ((FIRST, stage("2027-04-05", name="second", follows="first")), [("stage-order", "stage.1.when")]),
    # whoever follows another is measured by that one alone
    ((OPENS, stage("2027-05-31", name="first"), stage("2027-05-31", name="second", follows="first")),
     [("stage-order", "stage.1.when")]),
    ((OPENS, stage("")), []),
    ((stage("", "opens"), stage("2027-05-31")), []),
    ((stage("2027-06-01", "opens", cancelled=True), stage("2027-05-31")), []),
]  # fmt: skip


@pytest.mark.parametrize(("stages", "found"), ORDER)
def test_stages_that_cannot_come_in_that_order(
    stages: tuple[Stage, ...], found: list[tuple[str, str]]
) -> None:
    assert of(*stages) == found


def undated(*stages: Stage, status: Status | None = None) -> Entry:
    return replace(entry(*stages, status=status), source=Source("Notes"))


SOURCES: list[tuple[Entry, list[tuple[str, str]]]] = [
    (entry(stage("2027-04-05")), [("unsourced", "")]),
    (entry(stage("2027-04-05"), checked=CHECKED), []),
    (entry(stage("2027-04-05"), source="2027-01"), []),
    (undated(stage("2027-04-05")), []),
    (undated(stage("2027-04/..")), [("undated-source", "source")]),
    (undated(status=Status.OPEN), [("undated-source", "source")]),
]  # fmt: skip


@pytest.mark.parametrize(("it", "found"), SOURCES)
def test_what_nobody_says_or_nobody_dates(it: Entry, found: list[tuple[str, str]]) -> None:
    assert found_in(it) == found


@pytest.mark.parametrize(
    ("its", "status", "doubted"),
    [
        (stage("2027-04-05"), Status.OPEN, True),
        (stage(""), Status.OPEN, False),
        (stage("2027-04-05"), Status.SUSPENDED, False),
        (stage("2027-04-05"), None, False),
        (stage("2027-04-05", "opens"), Status.OPEN, False),
    ],
)
def test_open_is_said_by_dates_where_there_are_any(its: Stage, status: Status | None, doubted: bool) -> None:
    assert (("open-with-date", "status") in of(its, status=status)) is doubted


@pytest.mark.parametrize(
    ("name", "lost"),
    [("first", False), ("", False), ("frist", True), *((kind.value, False) for kind in StageKind)],
)
def test_history_of_a_stage_that_is_nowhere(name: str, lost: bool) -> None:
    row = moved(name, "2027-01-04")
    it = entry(FIRST, checked=CHECKED, history=(moved("first", "2027-01-05"), row))
    assert found_in(it) == ([("lost-history", "history.1.stage")] if lost else [])


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("EUR", None),
        ("", None),
        ("NOK", None),
        ("eur", "EUR"),
        (" eur ", "EUR"),
        ("€", "EUR"),
        ("Euros", "EUR"),
        ("£", "GBP"),
        ("Taler", "…"),
        ("EURO", "EUR"),
    ],
)
def test_a_currency_is_three_capitals(written: str, near: str | None) -> None:
    found = Findings()
    warn_written(DefaultsTable(currency=written), found)
    assert [(each.code, each.values["near"]) for each in found] == ([("odd-currency", near)] if near else [])


ADDRESSES = [
    ("https://example.org/calls?to=anna@example.org#@", None),
    ("https://example.org#@b", None),
    ("https://anna:secret@example.org", "example.org"),
    ("https://:secret@example.org:8080/x@y", "example.org:8080"),
    ("HTTPS://europa.eu@evil.example/europa.eu", "evil.example"),
    ("https://a@b@evil.example?x", "evil.example"),
    ("", None),
]


@pytest.mark.parametrize(("url", "host"), ADDRESSES)
def test_what_stands_before_the_host_of_an_address(url: str, host: str | None) -> None:
    found = Findings()
    table = EntryTable("a", "A", url=url, links=(Link("https://a.example"), Link(url)))
    table.source = SourceTable(url=url)
    warn_written(table, found)
    paths = [("source", "url"), ("url",), ("links", 1, "url")] if host else []
    assert [(each.path, each.values) for each in found] == [(path, {"host": host}) for path in paths]


@pytest.mark.parametrize(
    ("written", "near"),
    [("it", None), ("de-AT", None), ("it_IT", "it-IT"), ("Italiano", "it"), ("IT", "…"), ("ports", "…")],
)
def test_a_language_is_a_tag(written: str, near: str | None) -> None:
    found = Findings()
    warn_written(DefaultsTable(language=written), found)
    assert [(each.code, each.values["near"]) for each in found] == ([("odd-language", near)] if near else [])

"""How long, names of stages, and the date before for a month after it moved."""

import pytest
from msgspec.structs import replace

from builders import at, entry, moved, stage
from clustercalls.editing.fields import ENTRY
from clustercalls.editing.fields import STAGE as STAGE_FIELDS
from clustercalls.entry_fields import FIELDS
from clustercalls.entry_tables import Link
from clustercalls.i18n import language
from clustercalls.model import Entry, Source, Stage, StageKind
from clustercalls.query import select
from clustercalls.query.select import Row
from clustercalls.render import words

ENGLISH, ITALIAN = language("en"), language("it")

LABELS = [
    (stage(name="first"), "first stage", "prima fase"),
    (stage(name="second"), "second stage", "seconda fase"),
    (stage(name="single"), "deadline", "scadenza"),
    (stage(), "deadline", "scadenza"),
    (stage(name="cut-off"), "deadline (cut-off)", "scadenza (cut-off)"),
    (stage(name="first", title="Outline"), "Outline", "Outline"),
    (stage(kind="published"), "publication", "pubblicazione"),
    (stage(kind="opens"), "opening", "apertura"),
    (stage(kind="info_day"), "info day", "giornata informativa"),
    (stage(kind="internal"), "internal deadline", "scadenza interna"),
    (stage(kind="dates"), "", ""),
    (stage(kind="dates", name="week"), "dates (week)", "date (week)"),
]


@pytest.mark.parametrize(("its", "english", "italian"), LABELS)
def test_what_a_stage_is_called(its: Stage, english: str, italian: str) -> None:
    assert words.stage_label(its, ENGLISH) == english
    assert words.stage_label(its, ITALIAN) == italian


def test_every_kind_of_stage_has_a_name() -> None:
    assert set(words.STAGE) == set(StageKind)


PAGE, FOUND, SLIDES = ("https://example.org/" + each for each in ("page", "found", "slides"))


@pytest.mark.parametrize(
    ("url", "source", "links", "expected"),
    [
        (PAGE, FOUND, (SLIDES,), PAGE),
        ("", FOUND, (SLIDES,), FOUND),
        ("", "", (SLIDES, PAGE), SLIDES),
        ("", None, (SLIDES,), SLIDES),
        ("", None, (), ""),
    ],
)
def test_the_link_is_its_page_else_its_source_else_the_first_of_its_links(
    url: str, source: str | None, links: tuple[str, ...], expected: str
) -> None:
    its = entry(url=url, links=tuple(Link(each) for each in links))
    it = replace(its, source=None if source is None else Source(url=source))
    assert words.link(it) == expected


def row(it: Entry, now: str, number: int = 0) -> Row:
    return select.rows_of(it, at(now))[number]


LEFT = [
    ("2017-04-04", "", "2016-12-02", "in 4 months", "fra 4 mesi"),
    ("2017-04-04", "", "2017-01-04", "in 90 days", "fra 90 giorni"),
    ("2017-04-04", "", "2017-01-03", "in 3 months", "fra 3 mesi"),
    ("2018-04-04", "", "2016-05-03", "in 23 months", "fra 23 mesi"),
    ("2018-04-04", "", "2016-04-04", "in 23 months", "fra 23 mesi"),
    ("2018-04-05", "", "2016-04-04", "in 2 years", "fra 2 anni"),
    ("2017-06/2017-07", "", "2017-01-01", "in 4+ months", "fra almeno 4 mesi"),
    ("2020", "", "2017-01-01", "in 2+ years", "fra almeno 2 anni"),
    ("2017-04-04", "", "2017-04-03", "tomorrow", "domani"),
    ("2017-04-04", "", "2017-04-04", "today", "oggi"),
    ("2017-04-04", "", "2017-04-05", "yesterday", "ieri"),
    ("2017-04-04", "", "2017-04-07", "3 days ago", "3 giorni fa"),
    ("2017-02/2017-03", "", "2017-01-25", "in 7+ days", "fra almeno 7 giorni"),
    ("2017-02/2017-03", "", "2017-01-31", "in 1+ days", "fra almeno 1 giorno"),
    ("2017-02/2017-03", "", "2017-03-01", "any day", "in qualsiasi momento"),
    ("2017-01/..", "", "2017-03-01", "any day", "in qualsiasi momento"),
    ("2017-02/2017-03", "", "2017-04-02", "2 days ago", "2 giorni fa"),
    ("2016-12-01", "2016-12-02", "2016-12-01", "starts today", "comincia oggi"),
    ("2016-12-01", "2016-12-02", "2016-12-02", "under way", "in corso"),
    ("2016-12-01", "2016-12-01", "2016-12-01", "today", "oggi"),
    ("", "", "2016-12-01", "", ""),
]


@pytest.mark.parametrize(("when", "until", "now", "english", "italian"), LEFT)
def test_how_long(when: str, until: str, now: str, english: str, italian: str) -> None:
    its = row(entry(stage(when, until=until)), now)
    assert words.left(its, ENGLISH) == english
    assert words.left(its, ITALIAN) == italian


def test_what_nobody_confirmed_is_to_be_confirmed() -> None:
    assert words.left(row(entry(stage("2017/.."), source="2016"), "2020-01-01"), ENGLISH) == "to be confirmed"


MOVED = entry(
    stage("2017-04-06", name="first"),
    stage("2017-09-01", name="second"),
    title="Call",
    history=(moved("first", "2017-04-04", "2017-03-31"), moved("second", "2016-12", "2017-06-01")),
)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2017-03-30", "Call · first stage"),  # nobody knew
        ("2017-03-31", "Call · first stage (was 4 Apr)"),
        ("2017-04-30", "Call · first stage (was 4 Apr)"),
        ("2017-05-01", "Call · first stage (was 4 Apr)"),
        ("2017-05-02", "Call · first stage"),
        ("2017-06-02", "Call · first stage"),  # that another stage moved is nothing to this one
    ],
)
def test_the_date_before_is_said_for_a_month_after_it_moved(now: str, expected: str) -> None:
    assert words.what(row(MOVED, now), ENGLISH) == expected


def test_the_date_before_as_it_was_said() -> None:
    assert words.what(row(MOVED, "2017-06-02", 1), ENGLISH) == "Call · second stage (was Dec 2016)"
    assert words.what(row(MOVED, "2017-06-02", 1), ITALIAN) == "Call · seconda fase (era dic 2016)"


def test_the_date_before_has_its_year_when_it_is_another() -> None:
    it = entry(stage("2018-01-10"), title="Call", history=(moved("deadline", "2017-12-20", "2017-12-01"),))
    assert words.what(row(it, "2017-12-02"), ENGLISH) == "Call · deadline (was 20 Dec 2017)"


def test_a_move_nobody_dated_is_not_lately() -> None:
    it = entry(stage("2018-01-10"), title="Call", history=(moved("deadline", "2017-12-20"),))
    assert words.what(row(it, "2017-12-02"), ENGLISH) == "Call · deadline"


@pytest.mark.parametrize(
    ("its", "said"),
    [
        (stage(rolling=True), "Call"),  # its date says "no deadline"
        (stage(rolling=True, name="vouchers", title="Vouchers"), "Call · Vouchers"),
        (stage("2017-12-31", rolling=True), "Call · deadline"),
    ],
)
def test_a_stage_is_not_named_twice_beside_its_date(its: Stage, said: str) -> None:
    assert words.what(row(entry(its, title="Call"), "2017-12-02"), ENGLISH) == said


def test_what_was_not_announced_and_now_is() -> None:
    it = entry(stage("2018-01-10"), title="Call", history=(moved("deadline", noticed="2017-12-01"),))
    assert words.what(row(it, "2017-12-02"), ENGLISH) == "Call · deadline"


SHIFTS = [
    (0, "", ""),
    (1, " (+1 day)", " (+1 giorno)"),
    (-90, " (-90 days)", " (-90 giorni)"),
    (91, " (+3 months)", " (+3 mesi)"),
    (-333, " (-10 months)", " (-10 mesi)"),
    (666, " (+21 months)", " (+21 mesi)"),
    (-1000, " (-2 years)", " (-2 anni)"),
    (3212, " (+8 years)", " (+8 anni)"),
]


@pytest.mark.parametrize(("days", "english", "italian"), SHIFTS)
def test_how_far_it_moved_is_said_as_people_count(days: int, english: str, italian: str) -> None:
    assert words.shift(days, ENGLISH) == english
    assert words.shift(days, ITALIAN) == italian


def test_every_field_that_can_be_set_has_an_italian_name_of_its_own() -> None:
    keys = {*(each.key for each in FIELDS if each.takes), *ENTRY, *STAGE_FIELDS, *words.OTHER_FIELDS}
    italian = {key: words.field_name(key, ITALIAN) for key in keys}
    assert {key for key, name in italian.items() if name == key} == set()
    assert len(set(italian.values())) == len(keys)

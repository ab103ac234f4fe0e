"""The digest in words: what lies in the window, what happened since a day; or a few calls picked."""

from datetime import date
from typing import Any

import pytest

from builders import at, entry, moved, registry_of, stage
from clustercalls.entry_tables import Funding, Grants
from clustercalls.i18n import ENGLISH
from clustercalls.model import Entry, Status
from clustercalls.phrase.windows import Window
from clustercalls.query import select
from clustercalls.query.outward import outward
from clustercalls.query.wanted import Query
from clustercalls.render.digest import page, picked
from clustercalls.render.letter import Item, Letter

NOW = at("2017-03-01T12:00")
SINCE = date(2017, 2, 15)


def made(*entries: Entry, added: frozenset[str] = frozenset(), window: Window | None = None) -> Letter:
    return page(registry_of(*entries), Query(window=window), SINCE, added, NOW, ENGLISH)


def sections(*entries: Entry, **options: Any) -> dict[str, list[str]]:  # noqa: ANN401 - those of `made`
    """The titles below each heading."""
    return {each.heading: [item.title for item in each.items] for each in made(*entries, **options).sections}


def call(*stages: Any, source: str = "2016", **rest: Any) -> Entry:  # noqa: ANN401 - as `entry`
    return entry(*stages, source=source, **rest)


HEADED: list[tuple[Entry, dict[str, list[str]]]] = [
    (call(stage("2017-03-08", "opens")), {"Opens": ["A · opening"]}),
    (call(stage("2017-03-08", "published")), {"Opens": ["A · publication"]}),
    (call(stage("2017-03-08")), {"Closes": ["A · deadline"]}),
    (call(stage("2017-03-08", "registration"), kind="event"), {"Closes": ["A · registration"]}),
    (call(stage("2017-03-08", "internal")), {"Closes": ["A · internal deadline"]}),
    (call(stage("2017-03-08", "dates"), kind="event"), {"Takes place": ["A"]}),
    (call(stage("2017-03-08", "decision")), {"Takes place": ["A · decision"]}),
    (call(stage("2017-02-28")), {}),
    (call(source="2015"), {"To be confirmed": ["A"]}),
    (call(source="2017-02-20"), {"New": ["A"]}),
    (call(source="2017-02"), {"New": ["A"]}),  # a day of it may be as new
    (call(source="2017-02-15"), {"New": ["A"]}),
    (call(source="2017-02-14"), {}),
    (call(source="2017-03-02"), {}),  # still to come
    (entry(kind="resource", source="2017-02-20"), {}),
    # what is over is not new, whenever it was told
    (call(stage("2017-02-27"), source="2017-02-20"), {}),
    (
        call(stage("2017-02-27"), stage("2017-09-01", "decision"), source="2017-02-20"),
        {"Takes place": ["A · decision"]},
    ),
    (
        call(stage("2017-02-27"), stage("", name="second", follows="deadline"), source="2017-02-20"),
        {"Closes": ["A · second stage"]},
    ),
    (
        call(stage("2017-02-27"), stage("2017-06-01", name="later"), source="2017-02-20"),
        {"Closes": ["A · deadline (later)"], "New": ["A"]},
    ),
    (entry(stage("2017-02-21", "dates", until="2017-02-22"), kind="event", source="2017-02-20"), {}),
    (
        entry(stage("2017-02-21", "dates", until="2017-03-02"), kind="event", source="2017-02-20"),
        {"Takes place": ["A"], "New": ["A"]},
    ),
    (call(history=(moved("first", "2017-01-01", "2017-02-15"),)), {"Moved": ["A"]}),
    (call(history=(moved("first", "2017-01-01", "2017-02-14"),)), {}),
]


@pytest.mark.parametrize(("it", "headed"), HEADED)
def test_an_entry_stands_below_what_it_has_to_tell(it: Entry, headed: dict[str, list[str]]) -> None:
    found = sections(it)
    found.pop("To be confirmed", None) if "To be confirmed" not in headed else None
    assert found == headed


def test_headings_have_their_order() -> None:
    every = made(
        call(stage("2017-03-08", "opens"), stage("2017-03-09"), stage("2017-03-10", "decision"),
             history=(moved("deadline", "2017-03-08", "2017-02-20"),)),
        call(source="2015", name="old"),
        added=frozenset({"a"}),
    )  # fmt: skip
    assert [each.heading for each in every.sections] == [
        "Opens", "Closes", "Takes place", "Moved", "New", "To be confirmed",
    ]  # fmt: skip
    assert every.title == "Calls for proposals, Wed 1 Mar 2017"
    assert "Wed 1 Mar 2017" in every.footer


def test_what_was_added_is_new_whatever_its_source_says() -> None:
    assert sections(call(source="2016"), added=frozenset({"a"})) == {"New": ["A"]}
    assert sections(entry(kind="resource"), added=frozenset({"a"})) == {}


@pytest.mark.parametrize("source", ["2016", "2017-02-20"])
def test_what_was_added_with_its_dates_past_is_not_new(source: str) -> None:
    assert sections(call(stage("2016-09-01"), source=source), added=frozenset({"a"})) == {}
    assert sections(call(stage("2017-08-01"), source=source), added=frozenset({"a"}))["New"] == ["A"]


def test_a_window_is_for_what_comes_and_not_for_what_happened() -> None:
    far = call(stage("2017-09-01"), history=(moved("deadline", "2017-08-01", "2017-02-20"),))
    assert sections(far, window=Window(date(2017, 3, 1), date(2017, 3, 31))) == {"Moved": ["A"]}


def only(*entries: Entry, **options: Any) -> Item:  # noqa: ANN401 - those of `made`
    """The one item of the first section."""
    return made(*entries, **options).sections[0].items[0]


def test_a_date_is_told_with_how_long_and_the_facts_beside_it() -> None:
    it = call(
        stage("2017-03-08", at="17:00"), programme="H2020", budget=5_000_000, currency="EUR", owner="Ada",
        url="https://a.example",
    )  # fmt: skip
    found = only(it)
    assert found.when == ("in 7 days", "Wed 8 Mar 2017 17:00 Brussels")
    assert (found.lines, found.url) == (("H2020 · 5 M€ · Ada",), "https://a.example")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.CANCELLED, "cancelled"),
        (Status.EXHAUSTED, "exhausted"),
        (Status.SUSPENDED, "suspended"),
        (None, None),
    ],
)
def test_what_is_off_or_waits_says_so(status: Status | None, said: str | None) -> None:
    row = moved("deadline", "2017-03-07", "2017-02-20", why="Strike", source="Portal")
    it = call(stage("2017-03-08"), status=status, history=(row,))
    items = {each.heading: each.items[0] for each in made(it).sections}
    assert items["Moved"].when == tuple(filter(None, (said, "Mon 20 Feb 2017")))
    assert items["Moved"].lines[1] == "Strike; Portal"


# ---- picked


def facts(it: Entry) -> dict[str, str]:
    """The four facts of an entry in a newsletter."""
    letter = picked([(select.entry_row(it, NOW), select.rows_of(it, NOW))], NOW.today(), ENGLISH)
    (section,) = letter.sections
    return dict(line.split(": ", 1) for line in section.items[0].lines)


def test_a_newsletter_has_four_facts_of_each() -> None:
    it = call(
        stage("2017-03-08"), summary="Clusters", eligibility=("SMEs", "towns"), grants=Grants(8, 350_000),
        currency="EUR", funding=(Funding(75, "SMEs"),),
    )  # fmt: skip
    assert facts(it) == {
        "What": "Clusters",
        "Who may": "SMEs; towns",
        "How much": "grants: 8 × 350 k€; 75 % for SMEs",
        "Until when": "deadline: Wed 8 Mar 2017, in 7 days",
    }


def test_what_the_source_does_not_say_is_said_not_to_be_there() -> None:
    assert facts(call(funding=(Funding(75, "SMEs"), Funding(100)))) == {
        "What": "A",
        "Who may": "the source does not say; the money is for SMEs",
        "How much": "75 % for SMEs; 100 %",
        "Until when": "the source does not say",
    }


UNTIL: list[tuple[Entry, str]] = [
    # what is over counts only when nothing else can be met
    (call(stage("2017-01-10", name="first"), stage("2017-03-08", name="second")),
     "second stage: Wed 8 Mar 2017, in 7 days"),
    (call(stage("2017-01-10", name="first"), stage("2017-03-08", name="second", follows="first")),
     "first stage: Tue 10 Jan 2017, 50 days ago; second stage: Wed 8 Mar 2017, in 7 days"),
    (call(stage("2017-01-10")), "deadline: Tue 10 Jan 2017, 50 days ago"),
    # without a deadline, what else is dated
    (call(stage("2017-05-02", "opens")), "opening: Tue 2 May 2017, in 62 days; no deadline is announced"),
    (call(stage("2017-05-02", "dates"), kind="event"), "Tue 2 May 2017, in 62 days"),
    # a registration that is over is no day until which something can be done
    (call(stage("2017-02-20", "registration"), stage("2017-03-08")), "deadline: Wed 8 Mar 2017, in 7 days"),
    (call(stage("2017-02-20", "registration"), stage("2017-02-27")), "deadline: Mon 27 Feb 2017, 2 days ago"),
    (call(stage("2017-02-20", "registration"), kind="event"), "the source does not say"),
    (call(stage("2017-02-20", "registration"), stage("2017-05-02", "dates"), kind="event"),
     "Tue 2 May 2017, in 62 days"),
    (call(stage("2017-03-08", "registration"), stage("2017-05-02", "dates"), kind="event"),
     "registration: Wed 8 Mar 2017, in 7 days"),
    # ours alone is never told, also where there is nothing else
    (call(stage("2017-03-05", "internal")), "the source does not say"),
    (call(stage("2017-03-05", "internal"), stage("2017-05-02", "opens")),
     "opening: Tue 2 May 2017, in 62 days; no deadline is announced"),
    (call(stage("2017-03-08"), stage("2017-03-05", "internal")), "deadline: Wed 8 Mar 2017, in 7 days"),
]  # fmt: skip


@pytest.mark.parametrize(("it", "until"), UNTIL)
def test_until_when(it: Entry, until: str) -> None:
    assert facts(outward(it))["Until when"] == until


def test_nothing_picked_has_no_section() -> None:
    assert picked([], NOW.today(), ENGLISH).sections == ()

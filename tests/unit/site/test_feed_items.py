"""What a feed tells of each call: one item, updated when a date moved."""

from datetime import date

import pytest

from builders import entry, moved, stage
from clustercalls.entry_tables import Link
from clustercalls.model import Entry, Status
from clustercalls.site.feed_items import NewsItem, items
from publications import As, published

MOVED = moved("deadline", "2017-04-04", "2017-03-20", why="asked for", source="mail")
CALL = entry(
    stage("2017-04-06", at="17:00"),
    name="soil",
    title="Soil",
    programme="SMP",
    summary="For clusters.",
    tags=("smes", "SMP", ""),
    url="https://example.org/soil",
    source="2016-12",
)
LATER = As(on="2017-05-30T09:00")


def one(told: Entry, how: As | None = None) -> NewsItem:
    (item,) = items(published(told, how=how))
    return item


def test_a_call() -> None:
    item = one(CALL)
    assert item.title == "Soil"
    assert item.url == "https://calls.example.org/members/calls/soil.html"
    assert item.original == "https://example.org/soil"
    assert item.tags == ("SMP", "smes")
    assert item.summary == "Deadline: Thu 6 Apr 2017 17:00 Brussels · For clusters."
    assert item.html == (
        "<p>For clusters.</p>"
        "<ul><li>Deadline: Thu 6 Apr 2017 17:00 Brussels</li><li>Source: Notes, Dec 2016</li></ul>"
        '<p><a href="https://example.org/soil">https://example.org/soil</a></p>'
    )


def test_a_moved_deadline_is_the_same_item_that_says_old_and_new() -> None:
    before = one(CALL)
    after = one(entry(*CALL.stages, name="soil", title="Soil, again", source="2016-12", history=(MOVED,)))
    assert after.id == before.id
    assert (before.days and before.days.last, after.days and after.days.last) == (
        date(2016, 12, 1), date(2017, 3, 20),
    )  # fmt: skip
    said = "Moved: deadline: 4 Apr → Thu 6 Apr 2017 17:00 Brussels (+2 days); asked for; mail"
    assert after.summary.startswith(f"{said} · Deadline: Thu 6 Apr 2017 17:00 Brussels")
    assert after.html.startswith(f"<p><strong>{said}</strong></p>")
    assert "noticed Mon 20 Mar 2017</li>" in after.html


def test_in_italian() -> None:
    item = one(entry(*CALL.stages, title="Soil", history=(MOVED,)), As(lang="it"))
    assert item.summary.startswith(
        "Date spostate: scadenza: 4 apr → gio 6 apr 2017 17:00 (ora di Bruxelles) (+2 giorni); asked for"
    )


def test_the_newest_of_several_moves_is_the_news() -> None:
    rows = (
        moved("deadline", "2017-05-01", "2017-03-10"),
        moved("deadline", "2017-05-09", "2017-03-20"),
        moved("deadline", "2017-05-05"),  # as old as the one above, and told after it
        moved("deadline", "2017-04-01", "2017-02-01"),
    )
    item = one(entry(stage("2017-04-06"), title="Soil", history=rows))
    assert item.summary.startswith("Moved: deadline: 5 May → 6 Apr 2017")
    places = [
        item.html.index(f"<li>History: deadline: {was} ") for was in ("5 May", "9 May", "1 May", "1 Apr")
    ]
    assert places == sorted(places)


def test_a_status_that_was_stated_is_news_as_well() -> None:
    row = moved("", noticed="2017-03-20", was_status="open")
    item = one(entry(stage("2017-04-06"), title="Soil", status=Status.SUSPENDED, history=(row,)))
    assert item.title == "Suspended: Soil"
    assert item.summary.startswith("status: open → suspended · ")


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (entry(stage("2017-04-06"), title="Soil", status=Status.CANCELLED, source="2017-03"),
         "Cancelled: Soil"),
        (entry(stage("2017-04-06"), title="Soil", status=Status.EXHAUSTED, source="2017-03"),
         "Exhausted: Soil"),
        (entry(stage("2017-04-06", cancelled=True), title="Soil", source="2017-03"), "Cancelled: Soil"),
        (entry(stage("2017-04-06"), title="Soil", status=Status.OPEN), "Soil"),
    ],
)  # fmt: skip
def test_that_it_is_off_stands_in_the_title(told: Entry, title: str) -> None:
    assert one(told).title == title


def test_nothing_in_an_item_depends_on_the_day() -> None:
    days = ("2017-03-28T09:00", "2017-04-05T09:00", "2017-04-06T09:00")
    assert len({one(CALL, As(on=each)) for each in days}) == 1


@pytest.mark.parametrize(
    ("told", "is_there"),
    [
        (CALL, False),  # over, and not changed for months
        (entry(*CALL.stages, history=(moved("deadline", "2017-04-01", "2017-03-31"),)), True),
        (entry(*CALL.stages, history=(moved("deadline", "2017-04-01", "2017-03-30"),)), False),
        (entry(stage("2017-06-06")), True),
        (entry(stage("2017-06-06"), kind="event"), True),
        (entry(stage("2017-06-06"), kind="resource", source="2017-05"), False),
        (entry(stage("2017-06-06"), status=Status.CANCELLED), False),
        (entry(stage("2017-06-06"), status=Status.CANCELLED, source="2017-05"), True),
        (entry(stage(""), source="2017-01"), True),  # waited for
        (entry(stage(""), source="2016-01"), False),  # and not confirmed since
    ],
)
def test_what_is_current_or_changed_lately_is_told(told: Entry, is_there: bool) -> None:
    assert bool(items(published(told, how=LATER))) is is_there


def test_what_changed_last_comes_first_and_what_nobody_dated_last() -> None:
    told = (
        entry(stage("2017-06-06"), name="a"),
        entry(stage("2017-06-06"), name="b", source="2016-12"),
        entry(stage("2017-06-06"), name="c", source="2016-12"),
        entry(
            stage("2017-06-06"),
            name="d",
            source="2016-11",
            history=(moved("deadline", "2018", "2017-01-01"),),
        ),
    )
    assert [each.title for each in items(published(*told))] == ["D", "B", "C", "A"]


def test_its_page_is_that_of_its_language() -> None:
    assert one(CALL, As(folder="en/")).url == "https://calls.example.org/members/en/calls/soil.html"


def test_links_are_all_told() -> None:
    links = (Link("https://example.org/l?a&b", "<Guide>"),)
    html = one(entry(stage("2017-06-06"), url="https://example.org/a b", links=links)).html
    assert '<a href="https://example.org/a%20b">https://example.org/a%20b</a><br>' in html
    assert '<a href="https://example.org/l?a&amp;b">&lt;Guide&gt;</a></p>' in html


def test_a_source_without_an_address_is_no_link() -> None:
    item = one(entry(stage("2017-06-06"), source="2016-12"))
    assert "<a " not in item.html
    assert item.original == ""

"""One sentence on an entry: can we still apply, and until when; asked on 1 March 2017 at noon."""

from typing import Any

import pytest

from builders import at, entry, stage
from clustercalls.i18n import ENGLISH
from clustercalls.model import Entry, Stage, Status
from clustercalls.query import select
from clustercalls.render.answer import answer

NOW = at("2017-03-01T12:00")


def said(it: Entry, zone: str = "") -> str:
    return answer(select.entry_row(it, NOW), select.rows_of(it, NOW), ENGLISH, zone)


def call(*stages: Stage, source: str = "2017-01", **rest: Any) -> Entry:  # noqa: ANN401 - fields of an entry
    return entry(*stages, source=source, **rest)


ANSWERS: list[tuple[str, Entry, str]] = [
    ("closing", call(stage("2017-03-08")), "Closing. Closes Wed 8 Mar 2017, in 7 days."),
    ("open, by the first deadline ahead",
     call(stage("2017-01-10", name="first"), stage("2017-05-02", name="second")),
     "Open. Second stage closes Tue 2 May 2017, in 62 days."),
    ("today, an hour later", call(stage("2017-03-01", at="17:00")),
     "Closing. Closes Wed 1 Mar 2017 17:00 Brussels, today."),
    ("today, an hour ago", call(stage("2017-03-01", at="10:00"), stage("2017-05-02", name="second")),
     "Open. Second stage closes Tue 2 May 2017, in 62 days."),
    ("who passed may go on, nobody else may come",
     call(stage("2017-01-10", name="first"), stage("2017-05-02", name="second", follows="first")),
     "Closed. First stage: Tue 10 Jan 2017, 50 days ago."),
    ("closed, by the last one", call(stage("2017-01-10"), stage("2017-02-01", name="second")),
     "Closed. Second stage: Wed 1 Feb 2017, 28 days ago."),
    ("closed, with the one plain deadline", call(stage("2017-01-10")),
     "Closed. Deadline: Tue 10 Jan 2017, 50 days ago."),
    ("said to be open", call(status=Status.OPEN), "Open, no deadline. The source dates from Jan 2017."),
    ("said to be open, and somebody looked", call(status=Status.OPEN, checked=NOW.today()),
     "Open, no deadline."),
    ("said to be open, its deadline to be announced", call(stage(), status=Status.OPEN, checked=NOW.today()),
     "Open. No deadline is given."),
    ("rolling", call(stage(rolling=True), checked=NOW.today()), "Open, no deadline."),
    ("rolling, not open yet", call(stage("2017-05-02", "opens"), stage(rolling=True)),
     "Not open yet. Opening: Tue 2 May 2017, in 62 days."),
    ("rolling behind a dated one", call(stage("2017-05-02", name="first"), stage(rolling=True)),
     "Open. First stage closes Tue 2 May 2017, in 62 days."),
    ("rolling after a dated one",
     call(stage("2017-02-02", name="first"), stage(rolling=True), checked=NOW.today()),
     "Open, no deadline."),
    ("rolling, and nobody looked for a year", call(stage(rolling=True), source="2015-01"),
     "Not known. Nobody has confirmed it lately. The source dates from Jan 2015."),
    ("to come", call(stage("2017-05-02", "opens")), "Not open yet. Opening: Tue 2 May 2017, in 62 days."),
    ("not announced", call(stage("2017-05-02")), "Open. Closes Tue 2 May 2017, in 62 days."),
    ("nothing announced at all", call(), "Not known. No date is announced. The source dates from Jan 2017."),
    ("open since, without end", call(stage("2017-01-10", "opens")),
     "Not known. Opening: Tue 10 Jan 2017, 50 days ago. No deadline is announced."),
    ("called off", call(stage("2017-05-02"), status=Status.CANCELLED), "Cancelled."),
    ("spent", call(stage("2017-05-02"), status=Status.EXHAUSTED), "Closed: the money is spent."),
    ("waiting", call(stage("2017-05-02"), status=Status.SUSPENDED), "Suspended."),
    ("to look things up in", entry(kind="resource"), "To consult: nothing to apply for."),
    ("an event ahead", call(stage("2017-05-02", "dates"), kind="event"), "Tue 2 May 2017, in 62 days."),
    ("an event that is over", call(stage("2017-02-01", "dates"), kind="event"),
     "Over: Wed 1 Feb 2017, 28 days ago."),
    ("an event without a date", call(kind="event"), "No date is given."),
    ("a policy nobody looked after", call(stage("2015/.."), kind="policy", source="2015"),
     "Nobody has confirmed it lately. The source dates from 2015."),
]  # fmt: skip


@pytest.mark.parametrize(("it", "sentence"), [pytest.param(it, text, id=name) for name, it, text in ANSWERS])
def test_the_first_line_of_a_page(it: Entry, sentence: str) -> None:
    assert said(it) == sentence


def test_an_hour_is_told_on_the_clock_asked_for() -> None:
    assert (
        said(call(stage("2017-03-08", at="17:00")), "UTC")
        == "Closing. Closes Wed 8 Mar 2017 16:00 UTC, in 7 days."
    )


def test_a_title_is_the_subject_as_it_is() -> None:
    assert (
        said(call(stage("2017-03-08", title="outline")))
        == "Closing. Outline closes Wed 8 Mar 2017, in 7 days."
    )

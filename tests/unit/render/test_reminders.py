"""Reminders in words: grouped by how soon, each with its news and its doubt; and the record of programs."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from builders import entry, milestone, moved, stage
from clustercalls.entry_tables import Link
from clustercalls.i18n import ENGLISH
from clustercalls.model import Milestone, Source, Status
from clustercalls.reminders.decide import Reason, Reminder
from clustercalls.reminders.gaps import Gap
from clustercalls.reminders.remembered import Remembered
from clustercalls.render.reminders import item, left, no_run, page, record, subject
from clustercalls.timeline import milestones

TODAY = date(2017, 3, 28)
FIRST = milestone("2017-04-04", name="first")


def reminder(
    its: Milestone = FIRST,
    days: int | None = 7,
    reason: Reason = Reason.LEAD,
    **rest: Any,  # noqa: ANN401 - any other field
) -> Reminder:
    """A reminder of a week before, on 28 March 2017."""
    lead = rest.pop("lead", "7d" if reason is Reason.LEAD else reason.value)
    return Reminder(its, reason, lead, rest.pop("late", False), days, rest.pop("status", None), TODAY, **rest)


def remembered(when: str, **rest: Any) -> Remembered:  # noqa: ANN401 - any other field
    return Remembered(when, date(2017, 1, 1), **rest)


def over(day: str, **rest: Any) -> Reminder:  # noqa: ANN401 - any other field of a reminder
    return reminder(milestone(day), -1, over=True, **rest)


GROUPS: list[tuple[Reminder, str]] = [
    (reminder(days=0), "Today"),
    (reminder(days=1), "Tomorrow"),
    (reminder(days=2), "Within a week"),
    (reminder(days=7), "Within a week"),
    (reminder(days=8), "Within a month"),
    (reminder(days=31), "Within a month"),
    (reminder(days=32), "Later"),
    (reminder(days=None), "Today"),
    (over("2017-03-27"), "Past"),
    (over("2017-03-28"), "Today"),  # an hour ago
    (reminder(reason=Reason.MOVED), "Changed"),
    (reminder(reason=Reason.BACK), "Changed"),
    (reminder(reason=Reason.GONE), "Changed"),
    (reminder(reason=Reason.CANCELLED), "Called off"),
]


@pytest.mark.parametrize(("each", "heading"), GROUPS)
def test_a_reminder_stands_below_how_soon_it_is(each: Reminder, heading: str) -> None:
    (section,) = page([each], (), ENGLISH).sections
    assert section.heading == heading


def test_a_page_has_its_groups_in_order_and_their_reminders_as_given() -> None:
    later, soon, changed = reminder(days=40), reminder(days=3), reminder(reason=Reason.MOVED)
    made = page([changed, later, soon, soon], iter(["broken"]), ENGLISH)
    assert [(each.heading, len(each.items)) for each in made.sections] == [
        ("Within a week", 2),
        ("Later", 1),
        ("Changed", 1),
    ]
    assert (made.title, made.problems, made.problems_heading) == (
        "",
        ("broken",),
        "What could not be read in the registry",
    )
    assert page([], (), ENGLISH).problems_heading == ""


CALL = entry(
    stage("2017-04-04", name="first", note="By post"),
    title="Chains", programme="H2020", budget=5_000_000, currency="EUR", place="Brussels", owner="Ada",
    url="https://a.example",
)  # fmt: skip


def test_a_reminder_says_when_what_and_whose() -> None:
    made = item(reminder(milestones(CALL)[0], status=Status.SUSPENDED), ENGLISH)
    assert made.title == "Chains · first stage"
    assert made.when == ("in 7 days", "Tue 4 Apr 2017")
    assert made.lines == ("H2020 · 5 M€ · Brussels · suspended · Ada",)
    assert made.url == "https://a.example"


def test_a_reminder_links_to_where_a_digest_and_a_calendar_do() -> None:
    read = entry(stage("2017-04-04"), links=(Link("https://slides.example"),))
    told = replace(read, source=Source("Notes", "https://notes.example"))
    own = replace(told, url="https://own.example")
    found = [item(reminder(milestones(each)[0]), ENGLISH).url for each in (read, told, own)]
    assert found == ["https://slides.example", "https://notes.example", "https://own.example"]


def test_a_late_one_says_when_it_was_due() -> None:
    made = item(reminder(days=6, late=True, day=date(2017, 3, 28)), ENGLISH)
    assert made.when == ("in 6 days", "Tue 4 Apr 2017", "told late: it was due on 28 Mar")
    assert len(item(reminder(late=True), ENGLISH).when) == 2  # of news no day was due


WHENS: list[tuple[Reminder, tuple[str, ...]]] = [
    (reminder(reason=Reason.GONE), ("was Tue 4 Apr 2017",)),
    (reminder(reason=Reason.CANCELLED), ("Tue 4 Apr 2017",)),
    (over("2017-03-26"), ("2 days ago", "Sun 26 Mar 2017")),
    (over("2017-03-28"), ("today", "Tue 28 Mar 2017")),
    (over("2017-03-26", reason=Reason.MOVED), ("over", "Sun 26 Mar 2017")),
    (reminder(milestone(), None), ("date not announced",)),
]


@pytest.mark.parametrize(("each", "when"), WHENS)
def test_how_long_and_when(each: Reminder, when: tuple[str, ...]) -> None:
    assert item(each, ENGLISH).when == when


DOUBTS: list[tuple[Milestone, str]] = [
    (milestone("2017-04-04"), ""),
    (milestone("2017-04"), "could close any day from 1 Apr 2017"),
    (milestone("2017-04/..", "opens"), "could open any day from 1 Apr 2017"),
    (milestone("../2017-04", "published"), "could open any day until 30 Apr 2017"),
    (milestone("2017-04", "decision"), "could come any day from 1 Apr 2017"),
    (milestone("2017-04", "registration"), "could close any day from 1 Apr 2017"),
    (
        milestones(entry(stage("2017-04", "dates"), kind="event"))[0],
        "could take place any day from 1 Apr 2017",
    ),
]


@pytest.mark.parametrize(("its", "doubt"), DOUBTS)
def test_of_a_date_that_is_not_sure_its_first_possible_day_is_told(its: Milestone, doubt: str) -> None:
    assert item(reminder(its), ENGLISH).lines == ((doubt,) if doubt else ())
    assert item(reminder(its, reason=Reason.CANCELLED), ENGLISH).lines == ("Cancelled.",)


def with_row(why: str, was: str = "2017-04-01") -> Milestone:
    return milestones(
        entry(stage("2017-04-04", name="first"), history=(moved("first", was, "2017-03-01", why=why),))
    )[0]


NEWS: list[tuple[Reminder, str]] = [
    (reminder(reason=Reason.MOVED, was=remembered("2017-04-01")), "Moved: it was 1 Apr 2017 (+3 days)"),
    (reminder(reason=Reason.MOVED, was=remembered("2017-04")), "Moved: it was Apr 2017"),
    (reminder(reason=Reason.MOVED, was=remembered("2017-04-04", at="12:00:00 Europe/Rome")),
     "Moved: it was Tue 4 Apr 2017 12:00"),
    (reminder(reason=Reason.MOVED, was=remembered("")), "The date is announced."),
    (reminder(with_row("Strike"), reason=Reason.MOVED, was=remembered("2017-04-01")),
     "Moved: it was 1 Apr 2017 (+3 days); Strike"),
    # the row tells of another date than the one remembered
    (reminder(with_row("Strike"), reason=Reason.MOVED, was=remembered("2017-04-02")),
     "Moved: it was 2 Apr 2017 (+2 days)"),
    (reminder(reason=Reason.CANCELLED), "Cancelled."),
    (reminder(milestones(entry(stage("2017-04-04"), status=Status.EXHAUSTED))[0], reason=Reason.CANCELLED),
     "The money is exhausted."),
    (reminder(reason=Reason.BACK), "No longer cancelled."),
    (reminder(reason=Reason.GONE), "No longer in the registry."),
]  # fmt: skip


@pytest.mark.parametrize(("each", "news"), NEWS)
def test_the_news_of_a_reminder(each: Reminder, news: str) -> None:
    assert item(each, ENGLISH).lines == (news,)


def test_what_moved_is_told_with_the_note_of_its_stage() -> None:
    its = milestones(CALL)[0]
    assert "By post" in item(reminder(its, reason=Reason.MOVED, was=remembered("2017-04-01")), ENGLISH).lines
    assert "By post" not in item(reminder(its), ENGLISH).lines


SUBJECTS: list[tuple[list[Reminder], str]] = [
    ([], "The registry of calls has errors"),
    ([reminder()], "A: in 7 days"),
    ([reminder(), reminder(), reminder()], "A: in 7 days (and 2 more)"),
    ([reminder(reason=Reason.MOVED, was=remembered("2017-04-01"))], "A: moved, in 7 days"),
    ([reminder(reason=Reason.MOVED, was=remembered(""))], "A: date announced, in 7 days"),
    ([reminder(reason=Reason.BACK)], "A: no longer cancelled, in 7 days"),
    ([reminder(reason=Reason.CANCELLED)], "A: called off"),
    ([reminder(reason=Reason.GONE)], "A: no longer in the registry"),
    ([reminder(milestone(), None)], "A"),
]


@pytest.mark.parametrize(("reminders", "text"), SUBJECTS)
def test_the_subject_is_the_nearest_and_how_many_more(reminders: list[Reminder], text: str) -> None:
    assert subject(reminders, ENGLISH) == text


def test_a_subject_is_short_and_harmless() -> None:
    long = milestones(entry(stage("2017-04-04"), title="a\x1b" * 100))[0]
    text = subject([reminder(long)], ENGLISH)
    assert text.endswith("…: in 7 days")
    assert "\x1b" not in text


def test_how_long_is_left_of_what_is_past_is_counted_from_its_last_day() -> None:
    assert left(over("2017-03-27"), ENGLISH) == "yesterday"
    assert left(reminder(milestone("2017-04"), 4), ENGLISH) == "in 4+ days"


def test_programs_read_the_row_and_why_it_is_told() -> None:
    told = record(reminder(late=True, day=date(2017, 3, 27), was=remembered("2017-04-01")), ENGLISH)
    assert {key: told[key] for key in list(told)[:7]} == {
        "key": "a@7d@first@2017-04-04",
        "reason": Reason.LEAD,
        "lead": "7d",
        "lead_day": date(2017, 3, 27),
        "late": True,
        "was": "2017-04-01",
        "text": "in 7 days, Tue 4 Apr 2017, told late: it was due on 27 Mar, A · first stage",
    }
    assert (told["uid"], told["days_left"]) == ("a/first", 7)
    assert record(reminder(was=remembered("")), ENGLISH)["was"] is None


GAPS = (Gap(date(2017, 3, 3), date(2017, 3, 9)), Gap(date(2017, 3, 11), date(2017, 3, 20)))


def test_days_without_a_run() -> None:
    late = [reminder(late=True), reminder(), reminder(late=True)]
    assert no_run((), late, TODAY, ENGLISH) == ""
    assert no_run(GAPS[:1], late, TODAY, ENGLISH) == "no run from 3 to 9 March; 2 told late"
    assert no_run(GAPS, late[1:2], TODAY, ENGLISH) == (
        "no run from 3 to 9 March, from 11 to 20 March; nothing told late"
    )
    assert subject((), ENGLISH, GAPS[:1], TODAY) == "There was no run from 3 to 9 March"
    assert subject(late, ENGLISH, GAPS, TODAY) == subject(late, ENGLISH)
    assert page(late, (), ENGLISH, "no run").remark == "no run"
    assert record(late[0], ENGLISH, GAPS)["no_run"] == ["2017-03-03/2017-03-09", "2017-03-11/2017-03-20"]
    assert record(late[0], ENGLISH)["no_run"] is None

"""What is told when: one entry, days of runs, and what each of them tells."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from clustercalls.model import Entry
from clustercalls.registry.read import parse
from clustercalls.reminders.decide import Reminder, decide
from clustercalls.reminders.leads import Leads
from clustercalls.reminders.remembered import Remembered, forgotten
from clustercalls.zones import Moment

CALL = '[[call]]\nid = "c"\ntitle = "Call"\n'
DEADLINE = CALL + "deadline = 2027-03-31\n"


def entries(text: str) -> tuple[Entry, ...]:
    parsed = parse(text, "calls.toml", {})
    assert not parsed.problems, parsed.problems
    return tuple(parsed.entries)


class Desk:
    """Somebody who is told, day after day, and remembers."""

    def __init__(self, text: str, leads: Leads | None = None) -> None:
        self.entries = entries(text)
        self.leads = leads or Leads()
        self.memory: dict[str, Remembered] = {}

    def now_reads(self, text: str) -> None:
        self.entries = entries(text)

    def run(self, day: str, *, delivered: bool = True) -> list[str]:
        return [self.said(each) for each in self.reminders(day, delivered=delivered)]

    def reminders(self, day: str, *, delivered: bool = True) -> tuple[Reminder, ...]:
        moment = Moment(
            datetime.fromisoformat(day if "T" in day else f"{day}T06:00").replace(tzinfo=UTC), "UTC"
        )
        decision = decide(self.entries, self.memory, moment, self.leads, lambda milestone: True)
        self.memory |= decision.at_once
        if delivered:
            self.memory |= decision.after_delivery
        return decision.reminders

    @staticmethod
    def said(reminder: Reminder) -> str:
        late = " late" if reminder.late else ""
        return f"{reminder.milestone.uid} {reminder.lead}{late}"


# what a call says, the days of the runs, and what each tells
RUNS: list[tuple[str, str, list[tuple[str, list[str]]]]] = [
    (
        "every lead on its day, once",
        DEADLINE,
        [
            ("2027-02-28", []),
            ("2027-03-01", ["c/deadline 30d"]),
            ("2027-03-01", []),
            ("2027-03-23", []),
            ("2027-03-24", ["c/deadline 7d"]),
            ("2027-03-30", ["c/deadline 1d"]),
            ("2027-03-31", []),
        ],
    ),
    (
        "a missed lead is caught up, late, until the deadline is over",
        DEADLINE,
        [("2027-02-28", []), ("2027-03-10", ["c/deadline 30d late"]), ("2027-03-31", ["c/deadline 1d late"])],
    ),
    ("not after it is over", DEADLINE, [("2027-02-28", []), ("2027-04-01", [])]),
    (
        "of several missed ones the nearest",
        DEADLINE,
        [("2027-02-28", []), ("2027-03-26", ["c/deadline 7d late"]), ("2027-03-27", [])],
    ),
    ("the first run tells what is near, not late", DEADLINE, [("2027-03-26", ["c/deadline 7d"])]),
    ("the first run is silent on what is far", DEADLINE, [("2027-02-01", [])]),
    (
        "a clock that jumps back tells nothing again",
        DEADLINE,
        [
            ("2027-02-28", []),
            ("2027-03-25", ["c/deadline 7d late"]),
            ("2027-03-24", []),
            ("2027-03-02", []),
            ("2027-03-24", []),
            ("2027-03-30", ["c/deadline 1d"]),
        ],
    ),
    (
        "what a clock that was ahead passed over is told in its time, and what it told is not told again",
        DEADLINE,
        [
            ("2027-02-01", []),
            ("2027-03-26", ["c/deadline 7d late"]),
            ("2027-02-02", []),
            ("2027-03-01", ["c/deadline 30d"]),
            ("2027-03-01", []),
            ("2027-03-24", []),
            ("2027-03-30", ["c/deadline 1d"]),
            ("2027-03-31", []),
        ],
    ),
    (
        "a clock that jumps back tells no lead again that was told",
        DEADLINE,
        [
            ("2027-02-01", []),
            ("2027-03-01", ["c/deadline 30d"]),
            ("2027-03-24", ["c/deadline 7d"]),
            ("2027-03-05", []),
            ("2027-03-24", []),
            ("2027-03-30", ["c/deadline 1d"]),
        ],
    ),
    (
        "a state from the future is not believed",
        DEADLINE,
        [("2099-01-01", []), ("2027-03-24", ["c/deadline 7d"]), ("2027-03-24", [])],
    ),
    (
        "a publication is told on its day",
        CALL + "published = 2027-03-10\n",
        [("2027-03-09", []), ("2027-03-10", ["c/published 0d"]), ("2027-03-11", [])],
    ),
    (
        "a missed publication is caught up for a week",
        CALL + "published = 2027-03-10\n",
        [("2027-03-09", []), ("2027-03-17", ["c/published 0d late"]), ("2027-03-17", [])],
    ),
    (
        "so is all that is told on its own day: a policy step, a decision, an event if one wants it",
        '[[policy]]\nid = "p"\ntitle = "P"\ndates = 2027-03-10\n' + CALL + "decision = 2027-03-10\n"
        '[[event]]\nid = "e"\ntitle = "E"\nstarts = 2027-03-10\nwarn = ["0d"]\n',
        [
            ("2027-03-09", []),
            ("2027-03-12", ["c/decision 0d late", "e/dates 0d late", "p/dates 0d late"]),
            ("2027-03-13", []),
        ],
    ),
    (
        "but a deadline is not: it is over",
        DEADLINE + 'warn = ["0d"]\n',
        [("2027-03-30", []), ("2027-04-01", [])],
    ),
    (
        "nor longer than a week",
        CALL + "published = 2027-03-10\n",
        [("2027-03-09", []), ("2027-03-18", [])],
    ),
    (
        "a publication that the first run finds past is not told",
        CALL + 'published = "2027-02/2027-03"\n',
        [("2027-02-02", []), ("2027-02-03", [])],
    ),
    (
        "a doubtful opening from its first day",
        CALL + 'opens = "2027-02/2027-03"\n',
        [("2027-01-31", []), ("2027-02-01", ["c/opens 0d"]), ("2027-02-02", [])],
    ),
    (
        "a doubtful deadline until its last day",
        CALL + 'deadline = "2027-02/2027-03"\n',
        [("2026-12-01", []), ("2027-03-31", ["c/deadline 1d late"]), ("2027-03-31", [])],
    ),
    (
        "no first day: counted from the last",
        CALL + 'deadline = "../2027-03-31"\n',
        [("2027-02-28", []), ("2027-03-01", ["c/deadline 30d"])],
    ),
    (
        "no date, nothing to tell",
        CALL + '[[call.stage]]\nid = "x"\nkind = "deadline"\n',
        [("2027-02-28", [])],
    ),
    (
        "an event two weeks and a day before",
        '[[event]]\nid = "e"\ntitle = "E"\nstarts = 2027-03-31\nends = 2027-04-02\n',
        [
            ("2027-03-01", []),
            ("2027-03-17", ["e/dates 14d"]),
            ("2027-03-30", ["e/dates 1d"]),
            ("2027-04-01", []),
        ],
    ),
    (
        "an internal deadline",
        CALL + "internal = 2027-03-31\n",
        [("2027-03-01", []), ("2027-03-24", ["c/internal 7d"]), ("2027-03-30", ["c/internal 1d"])],
    ),
    (
        "its own leads win",
        CALL + 'deadline = 2027-03-31\nwarn = ["2w", "1m", "0d"]\n',
        [
            ("2027-02-27", []),
            ("2027-02-28", ["c/deadline 1m"]),
            ("2027-03-17", ["c/deadline 2w"]),
            ("2027-03-31", ["c/deadline 0d"]),
        ],
    ),
    (
        "no leads: muted",
        CALL + "deadline = 2027-03-31\nwarn = []\n",
        [("2027-03-30", []), ("2027-03-31", [])],
    ),
]


@pytest.mark.parametrize(("text", "runs"), [row[1:] for row in RUNS], ids=[row[0] for row in RUNS])
def test_what_each_run_tells(text: str, runs: list[tuple[str, list[str]]]) -> None:
    desk = Desk(text)
    assert [(day, desk.run(day)) for day, _ in runs] == runs


def test_what_was_told_after_it_was_over_is_not_believed() -> None:
    desk = Desk(DEADLINE)
    wrong = date(2099, 1, 1)
    desk.memory = {"c/deadline": Remembered("2027-03-31", date(2027, 1, 1), through=wrong, last_told=wrong)}
    assert desk.run("2027-03-24") == ["c/deadline 7d"]
    assert desk.run("2027-03-24") == []


def test_what_was_not_delivered_is_told_at_the_next_run() -> None:
    desk = Desk(DEADLINE)
    desk.run("2027-02-28")
    assert desk.run("2027-03-01", delivered=False) == ["c/deadline 30d"]
    assert desk.run("2027-03-01") == ["c/deadline 30d"]
    assert desk.run("2027-03-01") == []


def test_a_deadline_with_an_hour_is_over_after_it() -> None:
    desk = Desk(CALL + "deadline = 2027-03-31T17:00:00\n")
    desk.run("2027-02-28")
    # 17:00 in Brussels is 15:00 UTC in summer
    assert desk.run("2027-03-31T15:01") == []
    assert desk.run("2027-03-31T14:59") == ["c/deadline 1d late"]


def test_a_moved_date_is_told_once_with_the_old_one() -> None:
    desk = Desk(DEADLINE)
    desk.run("2027-01-01")
    desk.now_reads(DEADLINE.replace("03-31", "04-15"))
    (moved,) = desk.reminders("2027-01-02")
    assert (moved.lead, moved.was and moved.was.when) == ("moved", "2027-03-31")
    assert desk.run("2027-01-02") == []
    assert desk.run("2027-03-01") == []
    assert desk.run("2027-03-16") == ["c/deadline 30d"]


def test_a_move_covers_the_leads_that_have_passed() -> None:
    desk = Desk(DEADLINE)
    desk.run("2027-01-01")
    desk.now_reads(DEADLINE.replace("03-31", "01-12"))
    assert desk.run("2027-01-02") == ["c/deadline moved"]
    assert desk.run("2027-01-05") == ["c/deadline 7d"]


def test_another_hour_is_a_move_and_another_spelling_is_not() -> None:
    desk = Desk(DEADLINE)
    desk.run("2027-01-01")
    desk.now_reads(CALL + 'deadline = "2027-03-31"\n')
    assert desk.run("2027-01-02") == []
    desk.now_reads(CALL + "deadline = 2027-03-31T17:00:00\n")
    assert desk.run("2027-01-02") == ["c/deadline moved"]


def test_moved_to_the_past_is_told_and_what_was_over_is_not() -> None:
    desk = Desk(DEADLINE)
    desk.run("2027-03-20")
    desk.now_reads(DEADLINE.replace("03-31", "03-19"))
    (moved,) = desk.reminders("2027-03-20")
    assert (moved.lead, moved.over) == ("moved", True)
    desk.now_reads(DEADLINE.replace("03-31", "03-18"))
    assert desk.run("2027-03-20") == []


def test_what_was_over_by_its_hour_is_no_news_when_it_moves_to_the_past() -> None:
    timed = CALL + "deadline = 2027-03-31T10:00:00\n"
    for hour, told in (("07:59", ["c/deadline moved"]), ("08:01", [])):  # 10:00 in Brussels is 8:00 UTC
        desk = Desk(timed)
        desk.run("2027-03-20")
        desk.now_reads(timed.replace("03-31", "03-19"))
        assert desk.run(f"2027-03-31T{hour}") == told


def test_a_date_that_is_announced_is_told() -> None:
    desk = Desk(CALL + '[[call.stage]]\nid = "deadline"\nkind = "deadline"\n')
    assert desk.run("2027-01-01") == []
    desk.now_reads(DEADLINE)
    assert desk.run("2027-01-02") == ["c/deadline moved"]


def test_a_date_that_is_noted_after_it_was_is_not_told() -> None:
    desk = Desk(CALL + '[[call.stage]]\nid = "deadline"\nkind = "deadline"\n')
    desk.run("2027-04-01")
    desk.now_reads(DEADLINE)
    assert desk.run("2027-04-02") == []


@pytest.mark.parametrize("status", ["cancelled", "exhausted"])
def test_a_cancelled_entry_is_told_once_whatever_its_stages(status: str) -> None:
    text = CALL + "opens = 2027-03-01\ndeadline = 2027-03-31\n"
    desk = Desk(text)
    desk.run("2027-01-01")
    desk.now_reads(text + f'status = "{status}"\n')
    assert desk.run("2027-01-02") == ["c/opens cancelled"]
    assert [desk.run(day) for day in ("2027-01-02", "2027-03-01", "2027-03-30")] == [[], [], []]
    desk.now_reads(text)
    assert desk.run("2027-03-20") == ["c/deadline back"]


def test_a_cancellation_that_was_not_delivered_is_told_at_the_next_run() -> None:
    text = CALL + "opens = 2027-03-01\ndeadline = 2027-03-31\n"
    desk = Desk(text)
    desk.run("2027-01-01")
    desk.now_reads(text + 'status = "cancelled"\n')
    assert desk.run("2027-01-02", delivered=False) == ["c/opens cancelled"]
    assert desk.run("2027-01-02") == ["c/opens cancelled"]


def test_a_cancelled_stage_is_told_once_and_the_others_go_on() -> None:
    stage = '[[call.stage]]\nid = "{0}"\nkind = "deadline"\nwhen = 2027-03-{1}\n'
    text = CALL + stage.format("first", 10) + stage.format("second", 31)
    desk = Desk(text)
    desk.run("2027-01-01")
    desk.now_reads(text.replace("2027-03-10\n", "2027-03-10\ncancelled = true\n"))
    assert desk.run("2027-01-02") == ["c/first cancelled"]
    assert desk.run("2027-03-01") == ["c/second 30d"]


def test_an_entry_that_came_late_is_told_but_not_as_late() -> None:
    desk = Desk(DEADLINE)
    desk.run("2027-03-20")
    desk.now_reads(DEADLINE + DEADLINE.replace('"c"', '"d"'))
    assert desk.run("2027-03-21") == ["d/deadline 30d"]


def test_leads_of_the_config_by_tag_then_kind() -> None:
    text = CALL + 'deadline = 2027-03-31\ntags = ["SMEs"]\n'
    assert Desk(text, Leads({"deadline": ("2d",)})).run("2027-03-29") == ["c/deadline 2d"]
    assert Desk(text, Leads({"call": ("3d",)})).run("2027-03-29") == ["c/deadline 3d"]
    assert Desk(text, Leads({"deadline": ("2d",)}, {"smes": ("5d",)})).run("2027-03-29") == ["c/deadline 5d"]
    assert Desk(text + 'warn = ["9d"]\n', Leads({}, {"smes": ("5d",)})).run("2027-03-29") == ["c/deadline 9d"]


@pytest.mark.parametrize("skip", ["c", "c/deadline", "SMEs"])
def test_what_is_skipped_is_not_told(skip: str) -> None:
    text = CALL + 'deadline = 2027-03-31\ntags = ["SMEs"]\n'
    assert Desk(text, Leads(skip=frozenset({skip}))).run("2027-03-30") == []


def test_what_moved_while_muted_is_old_news_afterwards() -> None:
    desk = Desk(DEADLINE + "warn = []\n")
    desk.run("2027-01-01")
    desk.now_reads(DEADLINE.replace("03-31", "04-15") + "warn = []\n")
    desk.run("2027-01-02")
    desk.now_reads(DEADLINE.replace("03-31", "04-15"))
    assert desk.run("2027-01-03") == []


def test_a_lost_memory_silences_nothing_that_is_due() -> None:
    other = DEADLINE.replace('"c"', '"d"').replace("03-31", "04-07")
    desk = Desk(DEADLINE + other)
    moment = Moment(datetime(2027, 3, 31, 6, tzinfo=UTC), "UTC")
    desk.memory = forgotten(desk.entries, moment)
    assert desk.run("2027-03-31") == ["c/deadline 1d late", "d/deadline 7d"]
    assert desk.run("2027-04-01") == []
    assert desk.run("2027-04-06") == ["d/deadline 1d"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("opens = 2027-03-24\n", ["c/opens 0d late"]),  # its own week: perhaps nobody heard of it
        ("opens = 2027-03-23\n", []),
        ('deadline = 2027-04-05\nstatus = "cancelled"\n', ["c/deadline cancelled"]),
        ('deadline = 2027-05-05\nstatus = "cancelled"\n', []),
    ],
)
def test_what_became_of_it_before_the_loss_is_told_too(text: str, told: list[str]) -> None:
    desk = Desk(CALL + text)
    desk.memory = forgotten(desk.entries, Moment(datetime(2027, 3, 31, 6, tzinfo=UTC), "UTC"))
    assert desk.run("2027-03-31") == told
    assert desk.run("2027-03-31") == []


def test_days_are_counted_in_the_zone_of_the_deadline() -> None:
    desk = Desk(CALL + 'deadline = 2027-03-31\nzone = "Pacific/Auckland"\n')
    desk.run("2027-02-01")
    assert desk.run("2027-02-28T10:30") == []
    assert desk.run("2027-02-28T11:30") == ["c/deadline 30d"]  # already 1 March in Auckland


def test_what_is_ahead_comes_before_what_is_past() -> None:
    desk = Desk(CALL + "opens = 2027-03-29\ndeadline = 2027-03-31\n")
    desk.run("2027-02-01")
    assert desk.run("2027-03-30") == ["c/deadline 1d", "c/opens 0d late"]


def test_the_soonest_first_and_news_after() -> None:
    desk = Desk(DEADLINE + DEADLINE.replace('"c"', '"d"'))
    desk.run("2027-01-01")
    desk.now_reads(
        DEADLINE.replace("03-31", "01-20") + DEADLINE.replace('"c"', '"d"') + DEADLINE.replace('"c"', '"e"')
    )
    assert desk.run("2027-03-02") == [
        "d/deadline 30d late",
        "e/deadline 30d",
        "c/deadline moved",
    ]


def test_the_key_is_fit_for_a_file_name() -> None:
    desk = Desk(CALL + 'opens = "2027-02/2027-03"\n')
    (reminder,) = desk.reminders("2027-02-01")
    assert reminder.key == "c@0d@opens@2027-02--2027-03"
    assert Path(reminder.key).name == reminder.key


def test_two_hundred_days_of_runs_tell_each_lead_once() -> None:
    desk = Desk(DEADLINE)
    told = [each for day in range(200) for each in desk.run(str(date(2026, 11, 1) + timedelta(days=day)))]
    assert told == ["c/deadline 30d", "c/deadline 7d", "c/deadline 1d"]


STAGE = CALL + '[[call.stage]]\nid = "deadline"\nkind = "deadline"\n'


@pytest.mark.parametrize("emptied", [CALL, STAGE], ids=["the key is taken out", "the stage has no date"])
def test_a_date_that_is_withdrawn_is_told_once_however_it_was_written(emptied: str) -> None:
    desk = Desk(DEADLINE)
    assert desk.run("2027-03-24") == ["c/deadline 7d"]
    desk.now_reads(emptied)
    (reminder,) = desk.reminders("2027-03-25")
    assert desk.said(reminder) == "c/deadline moved"
    assert (reminder.was and reminder.was.when, reminder.milestone.when) == ("2027-03-31", None)
    assert desk.run("2027-03-26") == []
    desk.now_reads(DEADLINE)
    assert desk.run("2027-03-27") == ["c/deadline moved"]


def test_a_stage_that_is_taken_out_when_it_is_over_is_no_news() -> None:
    desk = Desk(DEADLINE)
    assert desk.run("2027-03-24") == ["c/deadline 7d"]
    desk.now_reads(CALL)
    assert desk.run("2027-04-01") == []

"""Rules 1 to 8 of the design and its small print of dates, each a table or a test of its own."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import BRUSSELS, at, entry, milestone, stage
from clustercalls import timeline
from clustercalls.edtf import FuzzyDate, parse
from clustercalls.model import Entry, Milestone, Stage, Status
from clustercalls.timeline import StageCircle, days_left, is_ahead, is_over, is_unconfirmed, order, status
from clustercalls.zones import Moment, zone_of

patient = settings(deadline=None)  # a busy machine is not a bug

# ---- over: with an exact hour after that instant, else after the last day, on its own calendar

OVER = [
    # stage, now, over
    ("a day lasts to its end", milestone("2017-04-04"), at("2017-04-04T23:59:59"), False),
    ("a day ends with the day", milestone("2017-04-04"), at("2017-04-05"), True),
    ("before its day", milestone("2017-04-04"), at("2017-04-03"), False),
    ("an interval lasts to its latest day", milestone("2017-02/2017-03"), at("2017-03-31T23:59"), False),
    ("an interval ends with its latest day", milestone("2017-02/2017-03"), at("2017-04-01"), True),
    ("winter ends in February", milestone("2016-24"), at("2017-02-28T12:00"), False),
    ("winter is over in March", milestone("2016-24"), at("2017-03-01"), True),
    ("an open end is never over", milestone("2017-01/.."), at("2199-01-01"), False),
    ("an open start ends", milestone("../2017-06"), at("2017-07-01"), True),
    ("an undated one is never over", milestone(), at("2199-01-01"), False),
    ("a stretch lasts to `until`", milestone("2016-12-01", "dates", until="2016-12-02"),
     at("2016-12-02T23:59"), False),
    ("a stretch ends with `until`", milestone("2016-12-01", "dates", until="2016-12-02"),
     at("2016-12-03"), True),
    ("a stretch with an open end is not over", milestone("2016-12-01", "dates", until="2016-12/.."),
     at("2030-01-01"), False),
    ("the hour of its start does not end a stretch",
     milestone("2016-12-02", "dates", until="2016-12-02", at="09:00"), at("2016-12-02T12:00"), False),
    ("the hour of its end does", milestone("2016-12-01", "dates", until="2016-12-02", until_at="17:00"),
     at("2016-12-02T17:01"), True),
    ("not a minute before", milestone("2016-12-01", "dates", until="2016-12-02", until_at="17:00"),
     at("2016-12-02T17:00"), False),
    ("not over at its very instant", milestone("2017-04-04", at="17:00"), at("2017-04-04T17:00:00"), False),
    ("over after that instant", milestone("2017-04-04", at="17:00"), at("2017-04-04T17:00:00.000001"), True),
    ("an hour on a doubtful date ends nothing", milestone("2017-04", at="17:00"),
     at("2017-04-30T18:00"), False),
    ("nor later than its last day", milestone("2017-04", at="17:00"), at("2017-05-01"), True),
    # zones belong to the deadline
    ("anywhere on Earth", milestone("2017-04-04", zone="AoE"), at("2017-04-05T11:59:59+00:00"), False),
    ("nowhere any more", milestone("2017-04-04", zone="AoE"), at("2017-04-05T12:00:00+00:00"), True),
    ("UTC+2 ends two hours early", milestone("2017-04-04", zone="UTC+2"),
     at("2017-04-04T22:00:00+00:00"), True),
    ("not a second before", milestone("2017-04-04", zone="UTC+2"), at("2017-04-04T21:59:59+00:00"), False),
    ("New York has yesterday when Brussels has today", milestone("2017-04-04", zone="America/New_York"),
     at("2017-04-05T05:59"), False),
    ("until its own midnight", milestone("2017-04-04", zone="America/New_York"),
     at("2017-04-05T06:00"), True),
    ("an hour in New York", milestone("2017-04-04", zone="America/New_York", at="17:00"),
     at("2017-04-04T23:00:00"), False),
    ("is one in Brussels", milestone("2017-04-04", zone="America/New_York", at="17:00"),
     at("2017-04-04T23:00:01"), True),
    # where no clock shows it, the earlier instant: 02:30 on 26 March 2017 in Brussels is 00:30 UTC
    ("a gap: not at the earlier instant", milestone("2017-03-26", at="02:30"),
     at("2017-03-26T00:30:00+00:00"), False),
    ("a gap: after the earlier instant", milestone("2017-03-26", at="02:30"),
     at("2017-03-26T00:30:01+00:00"), True),
    # and where two show it: 02:30 on 29 October 2017 is first 00:30 UTC, then 01:30
    ("a fold: not at the earlier instant", milestone("2017-10-29", at="02:30"),
     at("2017-10-29T00:30:00+00:00"), False),
    ("a fold: after the earlier instant", milestone("2017-10-29", at="02:30"),
     at("2017-10-29T00:30:01+00:00"), True),
    ("a fold whose offset chose the later", milestone("2017-10-29", at="02:30", fold=1),
     at("2017-10-29T01:30:00+00:00"), False),
    ("and after that", milestone("2017-10-29", at="02:30", fold=1), at("2017-10-29T01:30:01+00:00"), True),
    # a gap at midnight: 00:30 on 26 March 2017 on the Azores is, at the earlier reading, the day before
    ("a gap at midnight", milestone("2017-03-26", at="00:30", zone="Atlantic/Azores"),
     at("2017-03-26T00:45:00+00:00"), True),
]  # fmt: skip


@pytest.mark.parametrize(("its", "now", "expected"), [row[1:] for row in OVER], ids=[row[0] for row in OVER])
def test_over(its: Milestone, now: Moment, expected: bool) -> None:
    assert is_over(its, now) is expected
    assert is_ahead(its, now) is not expected  # nobody has to confirm these


@pytest.mark.parametrize(
    ("when", "kind", "hour", "zone", "expected"),
    [
        ("2017-04-04", "deadline", "17:00", BRUSSELS, "2017-04-04T17:00:00+02:00"),
        ("2017-01-04", "deadline", "17:00", BRUSSELS, "2017-01-04T17:00:00+01:00"),
        ("2017-04-04", "deadline", "23:59", "AoE", "2017-04-04T23:59:00-12:00"),
        ("2017-04-04", "deadline", "12:00", "UTC+2", "2017-04-04T12:00:00+02:00"),
        ("2017-04-04", "deadline", "00:00", BRUSSELS, "2017-04-04T00:00:00+02:00"),
        ("2017-03-26", "deadline", "02:30", BRUSSELS, "2017-03-26T00:30:00+00:00"),
        ("2017-10-29", "deadline", "02:30", BRUSSELS, "2017-10-29T00:30:00+00:00"),
        ("2017-04-04", "deadline", "", BRUSSELS, None),
        ("2017-04", "deadline", "17:00", BRUSSELS, None),
        ("2017-04-04/..", "deadline", "17:00", BRUSSELS, None),
        ("", "deadline", "17:00", BRUSSELS, None),
    ],
)
def test_an_hour_is_never_invented_and_only_an_exact_day_has_an_instant(
    when: str, kind: str, hour: str, zone: str, expected: str | None
) -> None:
    found = milestone(when, kind, at=hour, zone=zone).instant
    # where no clock or two show it, Python calls no two zones equal: compare as instants
    assert (found and found.astimezone(UTC)) == (datetime.fromisoformat(expected) if expected else None)


def test_a_milestone_is_the_stretch_from_when_to_until() -> None:
    conference = milestone("2016-12-01", "dates", until="2016-12-02", at="09:00", until_at="17:00")
    assert (conference.earliest, conference.latest) == (date(2016, 12, 1), date(2016, 12, 2))
    assert conference.instant == datetime(2016, 12, 1, 8, tzinfo=UTC)
    assert conference.end == datetime(2016, 12, 2, 16, tzinfo=UTC)
    assert conference.uid == "a/dates"
    undated = milestone()
    assert (undated.earliest, undated.latest, undated.end) == (None, None, None)


# ---- order: (max(earliest, today), latest, uid), open latest after dated, undated last

IN_ORDER = [
    # on 10 April 2017, from the first to the last
    ("b", stage("2017-02/2017-04-20", name="x")),  # began: counts from today, ends first
    ("a", stage("2017-02/2017-05", name="x")),
    ("c", stage("../2017-06", name="x")),  # an open start counts from today too
    ("a", stage("2017-03/..", name="y")),  # an open end after every dated one of its day
    ("z", stage("2017-04-11", name="a", zone="UTC+2", at="09:00")),  # hours order one day
    ("y", stage("2017-04-11", name="a", at="17:00")),
    ("x", stage("2017-04-11", name="a", zone="America/New_York", at="12:00")),
    ("a", stage("2017-04-11", name="a")),  # those without follow
    ("a", stage("2017-04-11", name="b")),  # then by uid
    ("b", stage("2017-04-11", name="a")),
    ("a", stage("2017-04-11/2017-04-12", name="c")),
    ("a", stage("2017-04-11", "dates", name="d", until="2017-04-13")),
    ("a", stage("2017-04-11/..", name="e")),
    ("a", stage("2017-04-12", name="f", at="01:00")),
    ("a", stage(name="u")),
    ("b", stage(name="t")),
]


def in_order(its: list[Milestone], key: Callable[[Milestone], timeline.OrderKey]) -> list[Milestone]:
    """From the wrong way round, so that keys that do not tell two apart are seen."""
    return sorted(list(reversed(its)), key=key)  # noqa: C414


def test_order_of_what_is_ahead() -> None:
    now = at("2017-04-10T12:00")
    expected = [timeline.milestones(entry(its, name=name))[0] for name, its in IN_ORDER]
    assert in_order(expected, lambda each: order(each, now)) == expected


def test_order_looking_back_is_the_newest_first() -> None:
    expected = [
        milestone("2017-04-04", name="a"),  # without an hour it lasted longest
        milestone("2017-04-04", name="b"),
        milestone("2017-04-04", name="a", at="17:00"),
        milestone("2017-04-04", name="b", at="09:00"),
        milestone("2017-01-01", "dates", name="c", until="2017-04-03"),
        milestone("2017-02/2017-03"),
        milestone("2016-12-31"),
    ]
    assert in_order(expected, timeline.order_past) == expected


# ---- days left, on the deadline's own calendar

LEFT = [
    ("2017-04-04", "", BRUSSELS, "2016-12-02", 123),
    ("2017-04-04", "", BRUSSELS, "2017-04-04T23:59", 0),
    ("2017-04-04", "", BRUSSELS, "2017-04-03T23:59", 1),
    ("2017-02/2017-03", "", BRUSSELS, "2017-01-31", 1),  # to the earliest
    ("2017-02/2017-03", "", BRUSSELS, "2017-03-01", 0),  # or today
    ("2017-01/..", "", BRUSSELS, "2016-12-31", 1),
    ("2017-01/..", "", BRUSSELS, "2017-06-01", 0),
    ("../2017-06", "", BRUSSELS, "2017-01-01", 0),
    ("2016-12-01", "2016-12-02", BRUSSELS, "2016-12-02", 0),
    ("", "", BRUSSELS, "2017-01-01", None),
    ("2017-04-04", "", "America/New_York", "2017-04-04T05:59", 1),  # still the 3rd there
    ("2017-04-04", "", "America/New_York", "2017-04-04T06:00", 0),
    ("2017-04-04", "", "AoE", "2017-04-04T13:59", 1),
    ("2017-04-04", "", "AoE", "2017-04-04T14:00", 0),
    ("2017-04-04", "", "Asia/Tokyo", "2017-04-03T17:00", 0),
]


@pytest.mark.parametrize(("when", "until", "zone", "now", "expected"), LEFT)
def test_days_left(when: str, until: str, zone: str, now: str, expected: int | None) -> None:
    assert days_left(milestone(when, until=until, zone=zone), at(now)) == expected


@pytest.mark.parametrize(
    ("when", "until", "expected"),
    [
        ("2017-04-04", "", -1),
        ("2017-02/2017-03", "", -5),
        ("2016-12-01", "2016-12-02", -124),
        ("2017-04-05", "", 0),
        ("", "", None),
        ("2017-01/..", "", None),
    ],
)
def test_days_left_looking_back_are_to_the_latest_and_negative(
    when: str, until: str, expected: int | None
) -> None:
    assert days_left(milestone(when, until=until), at("2017-04-05T12:00"), past=True) == expected


def test_what_a_gap_at_midnight_ended_was_today() -> None:
    its = milestone("2017-03-26", at="00:30", zone="Atlantic/Azores")
    assert days_left(its, at("2017-03-26T00:45:00+00:00"), past=True) == 0


# ---- status

G = "published"

STATUS = [
    # why, stages, now, status
    ("all deadlines over", [stage("2016-11", G), stage("2017-04-04")], "2017-04-05", Status.CLOSED),
    ("its last day still counts", [stage("2016-11", G), stage("2017-04-04")], "2017-04-04", Status.CLOSING),
    ("next in 14 days", [stage("2016-11", G), stage("2017-04-04")], "2017-03-21", Status.CLOSING),
    ("next in 15 days", [stage("2016-11", G), stage("2017-04-04")], "2017-03-20", Status.OPEN),
    ("one of two cut-offs is over",
     [stage("2016-11", G), stage("2017-01-10", name="one"), stage("2017-04-04", name="two")],
     "2017-02-01", Status.OPEN),
    ("the next of two counts",
     [stage("2016-11", G), stage("2017-06-10", name="one"), stage("2017-04-04", name="two")],
     "2017-04-01", Status.CLOSING),
    ("a stage for those who passed the first never reopens",
     [stage("2017-04-04", name="first"), stage("2017-09-04", name="second", follows="first")],
     "2017-05-01", Status.CLOSED),
    ("nor does an undated one", [stage("2017-04-04", name="first"), stage(name="second", follows="first")],
     "2017-05-01", Status.CLOSED),
    ("a following deadline alone says nothing", [stage("2017-04-04", name="two", follows="one")],
     "2017-03-01", Status.UNKNOWN),
    # opened or published: each once its latest is past
    ("not yet published", [stage("2017-02/2017-03", G), stage("2017-06-01")], "2017-03-31", Status.FORECAST),
    ("published", [stage("2017-02/2017-03", G), stage("2017-06-01")], "2017-04-01", Status.OPEN),
    ("with an opens stage only it decides",
     [stage("2016-11", G), stage("2017-05-01", "opens"), stage("2017-06-01")], "2017-05-01", Status.FORECAST),
    ("opened", [stage("2016-11", G), stage("2017-05-01", "opens"), stage("2017-06-01")],
     "2017-05-02", Status.OPEN),
    ("opens, though published later",
     [stage("2017-09-01", G), stage("2017-05-01", "opens"), stage("2017-06-01")], "2017-05-02", Status.OPEN),
    ("opens at an hour, before it", [stage("2017-05-01", "opens", at="09:00"), stage("2017-06-01")],
     "2017-05-01T09:00", Status.FORECAST),
    ("opens at an hour, after it", [stage("2017-05-01", "opens", at="09:00"), stage("2017-06-01")],
     "2017-05-01T09:01", Status.OPEN),
    ("the start of an opening that lasts decides",
     [stage("2017-05-01", "opens", until="2017-06-01"), stage("2017-06-01")], "2017-05-02", Status.OPEN),
    ("published with an open end is not yet", [stage("2017-01/..", G), stage("2017-06-01")],
     "2017-03-01", Status.FORECAST),
    ("not announced when it opens", [stage(kind="opens"), stage("2017-06-01")],
     "2017-03-01", Status.FORECAST),
    # neither published nor opens
    ("an exact deadline counts as published", [stage("2017-06-01")], "2017-03-01", Status.OPEN),
    ("with a doubtful one it is forecast", [stage("2017-06")], "2017-03-01", Status.FORECAST),
    ("also within 14 days", [stage("2017-06")], "2017-05-31", Status.FORECAST),
    ("with no date at all unknown", [stage()], "2017-03-01", Status.UNKNOWN),
    ("without stages unknown", [], "2017-03-01", Status.UNKNOWN),
    ("only a publication ahead is a forecast", [stage("2017-02/2017-03", G)], "2017-01-01", Status.FORECAST),
    ("only a publication past is no date", [stage("2016-11", G)], "2017-01-01", Status.UNKNOWN),
    ("a publication not announced", [stage(kind=G)], "2017-01-01", Status.UNKNOWN),
    ("no date is not open", [stage("2016-11", G), stage()], "2017-01-01", Status.UNKNOWN),
    ("other stages say nothing of it", [stage("2017-05-01", "info_day")], "2017-01-01", Status.UNKNOWN),
    # a doubtful deadline is within 14 days by its earliest, an open-ended one never
    ("doubtful, 15 days", [stage("2016-11", G), stage("2017-06/2017-08")], "2017-05-17", Status.OPEN),
    ("doubtful, 14 days", [stage("2016-11", G), stage("2017-06/2017-08")], "2017-05-18", Status.CLOSING),
    ("open-ended", [stage("2016-11", G), stage("2017-06/..")], "2017-05-31", Status.OPEN),
    ("open-ended and begun", [stage("2016-11", G), stage("2017-06/..")], "2017-07-31", Status.OPEN),
    ("an open start could be today", [stage("2016-11", G), stage("../2017-08")],
     "2017-05-01", Status.CLOSING),
    # cancelled stages are not there
    ("a cancelled deadline", [stage("2016-11", G), stage("2017-04-04", cancelled=True)],
     "2017-03-01", Status.UNKNOWN),
    ("a cancelled opening", [stage("2017-05-01", "opens", cancelled=True), stage("2017-06-01")],
     "2017-04-01", Status.OPEN),
    # on the deadline's own calendar
    ("New York still has the day", [stage("2017-04-04", zone="America/New_York")],
     "2017-04-05T05:59", Status.CLOSING),
    ("New York has it no more", [stage("2017-04-04", zone="America/New_York")],
     "2017-04-05T06:00", Status.CLOSED),
]  # fmt: skip


def status_of(it: Entry, now: str) -> Status | None:
    return status(it, timeline.milestones(it), at(now))


@pytest.mark.parametrize(
    ("stages", "now", "expected"), [row[1:] for row in STATUS], ids=[row[0] for row in STATUS]
)
def test_status(stages: list[Stage], now: str, expected: Status) -> None:
    assert status_of(entry(*stages), now) is expected


@pytest.mark.parametrize("kind", ["event", "policy", "resource"])
def test_only_a_call_has_a_status(kind: str) -> None:
    assert status_of(entry(stage("2017-06-01"), kind=kind), "2017-03-01") is None
    assert status_of(entry(kind=kind, status=Status.OPEN), "2017-03-01") is None
    cancelled = entry(kind=kind, status=Status.CANCELLED)  # as the registry lets events and policy steps be
    assert status_of(cancelled, "2017-03-01") is Status.CANCELLED


@pytest.mark.parametrize("stated", [Status.CANCELLED, Status.SUSPENDED, Status.EXHAUSTED])
@pytest.mark.parametrize("now", ["2017-03-01", "2017-07-01", "2027-01-01"])
def test_what_is_stated_wins(stated: Status, now: str) -> None:
    assert status_of(entry(stage("2017-06-01"), status=stated, source="2017"), now) is stated


STATED_OPEN = [
    ("without a date", [], "2016-12", "2017-06-01", Status.OPEN),
    ("with an undated deadline", [stage()], "2016-12", "2017-06-01", Status.OPEN),
    ("though its publication is ahead", [stage("2017-09", G)], "2016-12", "2017-06-01", Status.OPEN),
    ("beside a date the dates decide", [stage("2017-04-04")], "2016-12", "2017-06-01", Status.CLOSED),
    ("a doubtful date too", [stage("2017-09")], "2016-12", "2017-06-01", Status.FORECAST),
    ("a following deadline decides nothing", [stage("2017-04-04", follows="one")], "2016-12",
     "2017-06-01", Status.OPEN),
    ("a year after it was confirmed", [], "2016-12", "2017-12-31", Status.OPEN),
    ("and a day", [], "2016-12", "2018-01-01", Status.UNKNOWN),
    ("never confirmed does not age", [], "", "2100-01-01", Status.OPEN),
]  # fmt: skip


@pytest.mark.parametrize(
    ("stages", "source", "now", "expected"),
    [row[1:] for row in STATED_OPEN],
    ids=[row[0] for row in STATED_OPEN],
)
def test_a_stated_open(stages: list[Stage], source: str, now: str, expected: Status) -> None:
    assert status_of(entry(*stages, status=Status.OPEN, source=source), now) is expected


# ---- confirmed and unconfirmed

CONFIRMED = [
    # why, when, source, checked, last day ahead
    ("from the source's latest day", "", "2016-12", None, "2017-12-31"),
    ("doubt about it does not matter", "", "2016-12~", None, "2017-12-31"),
    ("`checked` counts before the source", "", "2016-12", date(2017, 3, 15), "2018-03-15"),
    ("also when it is the older one", "", "2016-12", date(2016, 3, 15), "2017-03-15"),
    ("29 February", "", "", date(2016, 2, 29), "2017-02-28"),
    ("or from its earliest, if later", "2017-06/..", "2016-12", None, "2018-06-01"),
    ("not if earlier", "2016-06/..", "2016-12", None, "2017-12-31"),
]


@pytest.mark.parametrize(
    ("when", "source", "checked", "last"), [row[1:] for row in CONFIRMED], ids=[row[0] for row in CONFIRMED]
)
def test_nothing_unconfirmed_is_ahead_for_ever(
    when: str, source: str, checked: date | None, last: str
) -> None:
    its = timeline.milestones(entry(stage(when), source=source, checked=checked))[0]
    assert is_ahead(its, at(f"{last}T23:59:59"))
    assert not is_unconfirmed(its, at(f"{last}T23:59:59"))
    after = Moment(at(last).now + timedelta(days=1), BRUSSELS)
    assert not is_ahead(its, after)
    assert is_unconfirmed(its, after)
    assert not is_over(its, after)


def test_an_entry_with_neither_source_nor_check_does_not_age() -> None:
    assert is_ahead(milestone(), at("2199-01-01"))
    assert is_ahead(milestone("2017/.."), at("2199-01-01"))
    open_source = timeline.milestones(entry(stage(), source="2016-12/.."))[0]
    assert is_ahead(open_source, at("2199-01-01"))


def test_what_has_a_last_day_needs_no_confirmation() -> None:
    its = timeline.milestones(entry(stage("2030-01-01"), source="2016"))[0]
    assert is_ahead(its, at("2029-12-31"))
    assert not is_unconfirmed(its, at("2029-12-31"))


def test_how_long_is_for_the_config_to_say() -> None:
    its = timeline.milestones(entry(stage(), source="2016-12"))[0]
    assert is_unconfirmed(its, at("2017-02-01", months=1))
    assert is_ahead(its, at("2018-12-31", months=24))


def test_confirmation_ages_on_the_stages_own_calendar() -> None:
    its = timeline.milestones(entry(stage(zone="AoE"), checked=date(2016, 12, 31)))[0]
    assert is_ahead(its, at("2018-01-01T11:59:59+00:00"))
    assert not is_ahead(its, at("2018-01-01T12:00:00+00:00"))


@pytest.mark.parametrize(
    ("it", "expected"),
    [
        (entry(stage(), source="2016"), True),
        (entry(stage("2030-01-01", name="one"), stage(name="two"), source="2016"), True),
        (entry(stage("2030-01-01"), source="2016"), False),
        (entry(stage("2016-01-01"), source="2016"), False),
        (entry(stage()), False),
        (entry(source="2016"), True),
        (entry(source="2016", status=Status.OPEN), True),
        (entry(source="2016", status=Status.CANCELLED), False),
        (entry(source="2016", kind="event"), True),
        (entry(source="2016", kind="resource"), False),  # an address has no date to wait for
        (entry(), False),
    ],
)
def test_an_entry_is_unconfirmed_when_something_of_it_is(it: Entry, expected: bool) -> None:
    assert timeline.is_entry_unconfirmed(it, timeline.milestones(it), at("2027-01-01")) is expected


# ---- `after`

AFTER = [
    # base, months, days, expected
    ("2017-01-31", 1, 0, "2017-02-28"),
    ("2016-01-31", 1, 0, "2016-02-29"),
    ("2017-02-28", 1, 0, "2017-03-28"),
    ("2017-01-31", 2, 0, "2017-03-31"),
    ("2017-08-31", -2, 0, "2017-06-30"),
    ("2017-04-04", 0, -10, "2017-03-25"),
    ("2017-01-31", 1, 1, "2017-03-01"),
    ("2017-12-15", 1, 0, "2018-01-15"),
    ("2017-04-04", 4, 0, "2017-08-04"),
    ("2017-02/2017-03", 1, 0, "2017-03-01/2017-04-30"),
    ("2017-04", 0, 1, "2017-04-02/2017-05-01"),
    ("2017-01/..", 1, 0, "2017-02-01/.."),
    ("../2017-06", 1, 0, "../2017-07-30"),
    ("2017-04-04~", 1, 0, "2017-05-04~"),
    ("2017-04-04?", 1, 0, "2017-05-04?"),
    ("2017-04-04%", 1, 0, "2017-05-04%"),
    ("2017-04~/..", 1, 0, "2017-05-01~/.."),
]


@pytest.mark.parametrize(("base", "months", "days", "expected"), AFTER)
def test_after(base: str, months: int, days: int, expected: str) -> None:
    it = entry(stage(base, name="first"), stage(name="next", after=("first", months, days)))
    found = timeline.milestones(it)[1].when
    wanted = parse(expected)
    assert found is not None
    assert str(found) == expected
    assert (found.earliest, found.latest) == (wanted.earliest, wanted.latest)


def test_after_what_is_not_announced_is_not_announced() -> None:
    it = entry(stage(name="first"), stage(name="next", after=("first", 4, 0)))
    assert timeline.milestones(it)[1].when is None


def test_after_what_itself_comes_after_counts_step_by_step() -> None:
    it = entry(
        stage(name="last", after=("next", 1, 0)),
        stage(name="next", after=("first", 1, 0)),
        stage("2017-01-31", name="first"),
    )
    assert [str(each.when) for each in timeline.milestones(it)] == ["2017-03-28", "2017-02-28", "2017-01-31"]


@given(st.permutations(range(8)), st.sampled_from(["2017-01-31", "2017-02", ""]))
def test_stages_worked_out_together_are_what_each_is_alone(places: list[int], first: str) -> None:
    chain = [stage(first, name="s0")]
    chain += [stage(name=f"s{each}", after=(f"s{each - 1}", each % 3, each)) for each in range(1, 8)]
    it = entry(*(chain[place] for place in places))
    known: dict[str, FuzzyDate | None] = {}
    assert [timeline.resolved(it, each, known) for each in it.stages] == [
        timeline.resolved(it, each) for each in it.stages
    ]
    assert known.keys() == {each.id for each in it.stages if each.after}


def test_a_cancelled_stage_is_no_milestone_but_can_be_counted_from() -> None:
    it = entry(stage("2017-01-31", name="first", cancelled=True), stage(name="next", after=("first", 0, 1)))
    assert [(each.uid, str(each.when)) for each in timeline.milestones(it)] == [("a/next", "2017-02-01")]


@pytest.mark.parametrize(
    ("stages", "named"),
    [
        ([stage(name="a", after=("a", 1, 0))], ("a", "a")),
        ([stage(name="a", after=("b", 1, 0)), stage(name="b", after=("a", 1, 0))], ("a", "b", "a")),
        (
            [stage(name=n, after=(t, 1, 0)) for n, t in ("ab", "bc", "cb")],
            ("a", "b", "c", "b"),
        ),
    ],
)
def test_a_circle_is_a_problem_not_a_crash(stages: list[Stage], named: tuple[str, ...]) -> None:
    with pytest.raises(StageCircle) as circle:
        timeline.milestones(entry(*stages))
    assert circle.value.stages == named


@pytest.mark.parametrize(("months", "days"), [(12 * 9000, 0), (-12 * 9000, 0), (0, 4_000_000), (0, -(10**6))])
def test_an_offset_out_of_the_calendar_is_told_as_such(months: int, days: int) -> None:
    it = entry(stage("2017-01-31", name="first"), stage(name="next", after=("first", months, days)))
    with pytest.raises(OverflowError, match=r"2017-01-31 \+"):
        timeline.milestones(it)


# ---- what is passed over unseen


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ([], True),
        ([stage("2017-04-03")], True),
        ([stage("2017-04-04")], False),
        ([stage("2017-04-03", name="a"), stage("2017-04-04", name="b")], False),
        ([stage("2017-04-01", "dates", until="2017-04-04")], False),
        ([stage("2017-04-01", "dates", until="2017-04-03")], True),
        ([stage("2017-01/..")], False),
        ([stage()], False),
        ([stage("2017-01-01", name="a"), stage(name="b", after=("a", 12, 0))], False),
    ],
)
def test_long_past(stages: list[Stage], expected: bool) -> None:
    assert timeline.is_long_past(entry(*stages), date(2017, 4, 4)) is expected


# ---- properties

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
ZONES = st.sampled_from(
    [BRUSSELS, "AoE", "UTC+2", "UTC", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati"]
)
MOMENTS = st.datetimes(datetime(1991, 1, 1), datetime(2059, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def whens(draw: st.DrawFn) -> str:
    first, last = sorted([draw(DAYS), draw(DAYS)])
    return draw(
        st.sampled_from(
            [
                "",
                f"{first}",
                f"{first}/{last}",
                f"{first}/..",
                f"../{last}",
                f"{first:%Y-%m}",
                f"{first.year}",
                f"{first.year}-24",
            ]
        )
    )


@st.composite
def milestones_of_one_stage(draw: st.DrawFn) -> Milestone:
    hour = draw(st.sampled_from(["", "", "00:00", "02:30", "17:00", "23:59"]))
    its = stage(draw(whens()), name=draw(st.sampled_from("abc")), at=hour, zone=draw(ZONES))
    return timeline.milestones(entry(its, name=draw(st.sampled_from("abc")), checked=draw(st.none() | DAYS)))[
        0
    ]


@patient
@given(milestones_of_one_stage(), MOMENTS, MOMENTS)
def test_over_once_is_over_for_ever(its: Milestone, one: datetime, other: datetime) -> None:
    early, late = (Moment(each, BRUSSELS) for each in sorted([one, other]))
    assert not is_over(its, early) or is_over(its, late)
    assert is_ahead(its, early) or not is_ahead(its, late)
    assert is_over(its, late) + is_unconfirmed(its, late) + is_ahead(its, late) == 1


@patient
@given(milestones_of_one_stage(), MOMENTS)
def test_an_exact_hour_is_over_after_its_instant_whatever_the_calendar(its: Milestone, now: datetime) -> None:
    if its.instant is not None:
        for near in (
            now,
            its.instant,
            its.instant - timedelta(seconds=1),
            its.instant + timedelta(seconds=1),
        ):
            assert is_over(its, Moment(near, BRUSSELS)) is (its.instant < near)


@patient
@given(st.lists(milestones_of_one_stage(), max_size=8), MOMENTS, st.randoms(use_true_random=False))
def test_the_order_is_total_and_the_same_from_any_start(
    its: list[Milestone], now: datetime, random: Random
) -> None:
    moment = Moment(now, BRUSSELS)
    keys = sorted(order(each, moment) for each in its)
    shuffled = list(its)
    random.shuffle(shuffled)
    assert sorted(order(each, moment) for each in shuffled) == keys
    past = sorted(timeline.order_past(each) for each in its)
    assert sorted(timeline.order_past(each) for each in shuffled) == past


@patient
@given(milestones_of_one_stage(), milestones_of_one_stage(), MOMENTS)
def test_the_order_is_that_of_the_rule(one: Milestone, other: Milestone, now: datetime) -> None:
    """Written a second time, from the design's words."""
    moment = Moment(now, BRUSSELS)

    def rule(its: Milestone) -> tuple[object, ...]:
        today = now.astimezone(zone_of(its.zone)).date()
        start = max(its.earliest or today, today)
        hour = (0, its.instant.timestamp()) if its.instant else (1, 0.0)
        return (
            its.when is None,
            start if its.when else today.min,
            its.when is not None and its.latest is None,
            its.latest or date.min,
            hour if its.when else (1, 0.0),
            its.uid,
        )

    assert (order(one, moment) < order(other, moment)) is (rule(one) < rule(other))


@patient
@given(milestones_of_one_stage(), MOMENTS)
def test_days_left_are_never_negative_but_looking_back(its: Milestone, now: datetime) -> None:
    moment = Moment(now, BRUSSELS)
    ahead = days_left(its, moment)
    assert (ahead is None) is (its.when is None)
    assert ahead is None or ahead >= 0
    behind = days_left(its, moment, past=True)
    if is_over(its, moment):
        assert behind is not None
        assert behind <= 0


@patient
@given(milestones_of_one_stage(), MOMENTS)
def test_what_is_passed_over_is_over(its: Milestone, now: datetime) -> None:
    moment = Moment(now, BRUSSELS)
    if timeline.is_long_past(its.entry, moment.horizon):
        assert is_over(its, moment)

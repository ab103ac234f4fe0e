"""What depends on today; the rules themselves are tried in `test_timeline.py`, on milestones of entries."""

import subprocess
import sys
from datetime import date
from enum import StrEnum

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from builders import at, entry, registry_of, stage
from clustercalls import codes, model, standing, timeline
from clustercalls.model import Entry, Status
from clustercalls.query.select import upcoming
from clustercalls.query.wanted import Query

NOW = at("2017-03-01T12:00")
OPEN = Status.OPEN


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(0, 999))
def test_months_are_counted_as_dateutil_counts_them(day: date, months: int) -> None:
    assert standing.months_later(day, months) == day + relativedelta(months=months)


@pytest.mark.parametrize("name", ["EntryKind", "StageKind", "Status"])
def test_a_member_is_its_word(name: str) -> None:
    members: type[StrEnum] = getattr(model, name)
    words = {key: value for key, value in vars(getattr(codes, name)).items() if key[0] != "_"}
    named = {each.name: each.value for each in members}
    assert {key: named[key] for key in words} == words
    assert name == "StageKind" or named == words  # of which only some are asked for without it
    assert {each: each for each in words.values()} == {named[key]: members[key] for key in words}
    assert {each.value for each in model.OFF} == codes.OFF


@pytest.mark.parametrize(
    "module", ["standing", "zones", "i18n", "render.columns", "render.plain", "render.table"]
)
def test_what_an_index_is_shown_with_imports_next_to_nothing(module: str) -> None:
    heavy = "msgspec enum typing functools re pathlib datetime dataclasses contextlib collections gettext"
    body = f"import sys, clustercalls.{module}; print(*sorted({{*sys.modules}} & {{*{heavy!r}.split()}}))"
    source = str(standing.__file__).rsplit("/", 2)[0]
    done = subprocess.run(
        [sys.executable, "-S", "-c", body], capture_output=True, check=True, env={"PYTHONPATH": source}
    )
    assert done.stdout == b"\n"


@pytest.mark.parametrize(("it", "expected"), [
    (entry(stage(rolling=True)), True), (entry(status=OPEN), True),
    (entry(stage("2017-02-01", name="first"), stage(rolling=True)), True),
    (entry(stage("2017-04-01", name="first"), stage(rolling=True)), False),
    (entry(stage(rolling=True), stage("2017-04-01", name="second", follows="deadline")), True),
    (entry(stage(), status=OPEN), False), (entry(stage("2017-04-01")), False), (entry(), False),
    (entry(stage("2017-04-01", "opens"), stage(rolling=True)), False),
    (entry(stage("2017-01-01", "opens"), stage(rolling=True)), True),
    (entry(stage(rolling=True), status=Status.SUSPENDED), False),
    (entry(stage(rolling=True), source="2015"), False),
    (entry(stage("2017-02-01"), status=OPEN), False),
])  # fmt: skip
def test_no_date_is_to_come(it: Entry, expected: bool) -> None:
    its = timeline.milestones(it)
    assert standing.is_without_deadline(timeline.status(it, its, NOW), its, NOW) is expected


@pytest.mark.parametrize(("it", "stands"), [
    (entry(status=OPEN), True), (entry(stage("2016-01-01", "published"), status=OPEN), True),
    (entry(stage(), status=OPEN), False), (entry(stage("2016-01-01"), status=OPEN), False),
    (entry(source="2015", status=OPEN), False), (entry(status=Status.SUSPENDED), False), (entry(), False),
])  # fmt: skip
def test_a_call_stated_open_stands_among_what_is_ahead(it: Entry, stands: bool) -> None:
    rows = upcoming(registry_of(it), Query(), NOW, standing_too=True)
    assert [row.milestone.stage.rolling for row in rows if row.milestone.stage.rolling] == [True] * stands
    assert upcoming(registry_of(it), Query(past=True), NOW, standing_too=True) == upcoming(
        registry_of(it), Query(past=True), NOW
    )
    assert not any(row.milestone.stage.rolling for row in upcoming(registry_of(it), Query(), NOW))


def test_the_zone_is_that_of_the_registry() -> None:
    (its,) = timeline.with_standing(entry(status=OPEN), (), NOW.zone)
    assert (its.zone, its.when, its.uid) == (NOW.zone, None, "a/deadline")


@pytest.mark.parametrize(("it", "status"), [
    (entry(stage("2017-01-01", "published"), stage("2017-04-01", cancelled=True)), Status.CANCELLED),
    (entry(stage("2017-04-01", name="a", cancelled=True), stage("2017-05-01", name="b")), Status.OPEN),
    (entry(stage("2017-01-01", "published", cancelled=True), stage("2017-05-01")), Status.OPEN),
    (entry(stage("2017-04-01", cancelled=True), status=Status.EXHAUSTED), Status.EXHAUSTED),
    (entry(stage("2017-04-01", "dates", cancelled=True), kind="event"), Status.CANCELLED),
    (entry(stage("2017-04-01", "dates"), kind="event"), None), (entry(kind="event"), None),
    (entry(stage("2017-04-01", "dates", cancelled=True), kind="resource"), None),
    (entry(stage("2017-04-01", "dates"), kind="policy", status=Status.CANCELLED), Status.CANCELLED),
])  # fmt: skip
def test_what_is_called_off_with_its_stages(it: Entry, status: Status | None) -> None:
    assert timeline.status_of(it, timeline.milestones(it), NOW) is status


def test_the_next_deadline_is_ahead_and_for_all() -> None:
    made = entry(
        stage("2017-02-01", name="gone"),
        stage("2017-06-01", name="later"),
        stage("2017-05-01", name="second", follows="gone"),
        stage("2017-04-01", "info_day", name="day"),
        stage("2017-05-15", name="next"),
    )
    milestones = timeline.milestones(made)
    found = standing.next_deadline(milestones, NOW)
    assert found is not None
    assert found.stage.id == "next"
    assert standing.next_deadline(milestones[:1], NOW) is None

"""The days off of a registry: its table `[days_off]`, and what looks wrong beside them.

A key is a day, or a first and a last one with a stroke between them; its value says what is then. Under
`places` stand the countries and regions whose public holidays they are, by their code of ISO 3166.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from clustercalls import timeline
from clustercalls.errors import Problem
from clustercalls.model import Entry, Milestone, StageKind
from clustercalls.registry import dates
from clustercalls.registry.shape import EntryTable
from clustercalls.registry.stages import places
from clustercalls.registry.text import Text
from clustercalls.tables.findings import Bad, Finding, Findings, KeyPath, shown
from clustercalls.working_days import SATURDAY

KEY, PLACES = "days_off", "places"
ADVICE = "Write it as 2027-03-29, or 2027-08-09/2027-08-20."
LONGEST = timedelta(days=366)  # of a stretch: more is a slip of the year


class DayOff(NamedTuple):
    """A day, or a stretch of days, on which nobody works."""

    first: date
    last: date
    name: str


class HolidayPlace(NamedTuple):
    """A country or a region: its code of ISO 3166, such as `IT-BA`, and what it is called."""

    code: str
    name: str


class DaysOff(NamedTuple):
    """Those of a file, each of their days that is no Saturday or Sunday, as ordinals, and whose they are."""

    every: tuple[DayOff, ...] = ()
    ordinals: tuple[int, ...] = ()
    places: tuple[HolidayPlace, ...] = ()

    def named(self, day: date) -> str:
        """What is on a day; empty when it is none of these."""
        return next((each.name for each in self.every if each.first <= day <= each.last), "")


NONE = DaysOff()


def stretches(days: Iterable[date], known: DaysOff) -> list[DayOff]:
    """Days off as they are stated: of a stretch from the first of these days to the last."""
    by_name: dict[DayOff, list[date]] = {}
    for day in days:
        stated_as = next(each for each in known.every if each.first <= day <= each.last)
        by_name.setdefault(stated_as, []).append(day)
    return [DayOff(min(of), max(of), one.name) for one, of in by_name.items()]


def days_off(every: Iterable[DayOff], of: Iterable[HolidayPlace] = ()) -> DaysOff:
    """These days off, in their order, of these places, each once."""
    every = tuple(sorted(every))
    days = {
        day
        for one in every
        for day in range(one.first.toordinal(), one.last.toordinal() + 1)
        if date.fromordinal(day).weekday() < SATURDAY
    }
    return DaysOff(every, tuple(sorted(days)), tuple({each.code: each for each in of}.values()))


def stated(
    raw: Any,  # noqa: ANN401 - whatever the file holds
    text: Text,
    problems: list[Problem],
) -> DaysOff:
    """Those of the table `[days_off]` of a file; what is no day and no place is told."""
    if not isinstance(raw, dict):
        return NONE
    return days_off(_stated(raw, text, problems), _places(raw.get(PLACES, {}), text, problems))


def _places(raw: Any, text: Text, problems: list[Problem]) -> Iterator[HolidayPlace]:  # noqa: ANN401 - as above
    if not isinstance(raw, dict):
        problems.append(text.top(Finding("bad-places", (KEY, PLACES), {"value": shown(raw)})))
        return
    for code, name in raw.items():
        if isinstance(name, str) and name.strip():
            yield HolidayPlace(code.upper(), name.strip())
        else:
            problems.append(text.top(Finding("bad-places", (KEY, PLACES, code), {"value": shown(name)})))


def _stated(raw: dict[str, Any], text: Text, problems: list[Problem]) -> Iterator[DayOff]:
    for key, name in raw.items():
        if key == PLACES:
            continue
        try:
            first, last = stretch(key)
        except Bad as bad:
            values = {key: shown(value) for key, value in bad.values.items()}
            problems.append(text.top(Finding(bad.code, (KEY, key), values)))
            continue
        if not isinstance(name, str) or not name.strip():
            problems.append(text.top(Finding("nameless-day-off", (KEY, key), {"value": shown(key)})))
        yield DayOff(first, last, name.strip() if isinstance(name, str) else "")


def stretch(key: str) -> tuple[date, date]:
    """The first and the last day that a key names.

    Raises:
        Bad: when it is no day, and no stretch of a year at most.
    """
    try:
        when = dates.fuzzy(key)
    except Bad as bad:
        raise Bad(bad.code, **{**bad.values, "advice": ADVICE}) from None
    first, last = when.earliest, when.latest
    if first is None or last is None or when.uncertain or when.approximate:
        raise Bad("bad-date", value=key, reason="a day off is a day that is known", advice=ADVICE)
    if last - first > LONGEST:
        raise Bad("bad-date", value=key, reason="it is longer than a year", advice=ADVICE)
    return first, last


def warn(entry: Entry, table: EntryTable, known: DaysOff, findings: Findings) -> None:
    """Adds what looks wrong beside the days off: a deadline or a step of ours on one, a year without any."""
    if not known.every and not any(
        each.after and each.after.working_days is not None for each in entry.stages
    ):
        return
    milestones = {each.stage.id: each for each in timeline.milestones(entry)}
    years: set[int] = set()
    for stage, place in zip(entry.stages, places(table), strict=True):
        milestone = milestones.get(stage.id)
        when = milestone.when if milestone else None
        if milestone is None or when is None or when.earliest is None or not when.is_exact:
            continue
        if stage.after and stage.after.working_days is not None:
            _warn_year(milestone, milestones, known, place, years, findings)
        elif name := known.named(when.earliest):
            _warn_day(milestone, name, place, findings)


def _warn_day(milestone: Milestone, name: str, place: KeyPath, findings: Findings) -> None:
    stage = milestone.stage
    filling = {"stage": stage.id, "when": milestone.earliest, "name": name}
    if stage.kind is StageKind.DEADLINE:
        findings.add("deadline-on-day-off", place, **filling)
    elif stage.is_internal:
        findings.add("step-on-day-off", place, **filling)


def _warn_year(
    milestone: Milestone,
    milestones: dict[str, Milestone],
    known: DaysOff,
    place: KeyPath,
    told: set[int],
    findings: Findings,
) -> None:
    after = milestone.stage.after
    anchor = milestones.get(after.stage) if after else None
    days = [each for each in (milestone.earliest, anchor.earliest if anchor else None) if each]
    for year in range(min(days).year, max(days).year + 1):
        if year not in told and not any(each.first.year <= year <= each.last.year for each in known.every):
            told.add(year)
            codes = " ".join(each.code for each in known.places) or "BE"
            findings.add("year-without-days-off", place, stage=milestone.stage.id, year=year, codes=codes)

"""What `move` does to an entry: the date of one stage changed, the old one kept as a row of history."""

from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from clustercalls import edtf, timeline
from clustercalls.edtf import FuzzyDate
from clustercalls.errors import ADVICE, UsageRefused, problem
from clustercalls.model import Entry, Milestone, Moment, Stage, StageKind
from clustercalls.registry.document import Table
from clustercalls.registry.splice import Op, Path, value_at


class Why(NamedTuple):
    """What a row of history tells beside the old value."""

    noticed: date
    why: str = ""
    source: str = ""

    def row(self, **old: object) -> Table:
        """The row, with only what is known."""
        told = {"noticed": self.noticed, "why": self.why, "source": self.source}
        return {name: each for name, each in (old | told).items() if each not in {None, ""}}


class Spot(NamedTuple):
    """Where the dates of a stage stand in its entry: the paths of when, until and at."""

    when: Path
    until: Path
    at: Path


class Move(NamedTuple):
    """A moved stage: the edits, and its dates before and after."""

    ops: tuple[Op, ...]
    stage: Stage
    before: Milestone
    when: FuzzyDate
    until: FuzzyDate | None


def toml_date(text: str) -> date | datetime | str:
    """An EDTF text as a registry file has it: a TOML date or date-time where there is one."""
    moment = edtf.date_time(text)
    if moment is not None:
        return moment
    when = edtf.parse(text)
    if when.is_exact and when.earliest and when.text == when.earliest.isoformat():
        return when.earliest
    return when.text


def stage_to_move(entry: Entry, named: str, moment: Moment) -> Milestone:
    """The stage meant; without a name, the one deadline that can be.

    Raises:
        UsageRefused: when there is none of that name, or several could be meant.
    """
    its = timeline.milestones(entry)
    if named:
        found = [m for m in its if m.stage.id == named] or [m for m in its if named in m.stage.id]
        if len(found) == 1:
            return found[0]
        known = ", ".join(m.stage.id for m in its)
        advice = ADVICE["stages" if its else "no stages"]
        raise UsageRefused(problem("unknown-stage", id=entry.id, stage=named, advice=advice, known=known))
    deadlines = [m for m in its if m.stage.kind is StageKind.DEADLINE]
    dated = [m for m in deadlines if m.when]
    for some in ([m for m in dated if timeline.is_ahead(m, moment)], dated, deadlines, list(its)):
        if len(some) == 1:
            return some[0]
        if some:
            known = ", ".join(f"{entry.id}/{m.stage.id}" for m in some)
            raise UsageRefused(problem("which-stage", id=entry.id, known=known))
    raise UsageRefused(problem("no-stage", id=entry.id))


def move(entry: Entry, table: Table, milestone: Milestone, text: str, why: Why) -> Move | None:
    """The edits that move a stage to the day an EDTF text says; None when it is there already."""
    stage = milestone.stage
    spot = _spot(entry, table, stage)
    when, until, hour = _wanted(milestone, text)
    ops = _dates(spot, table, stage, when, until, hour)
    if not ops:
        return None
    was = _was(milestone, table, spot)
    row = why.row(stage=stage.id, was=was)
    ops.append(Op(("history",), row, more=True))
    return Move(tuple(ops), stage, milestone, when, until)


def _wanted(milestone: Milestone, text: str) -> tuple[FuzzyDate, FuzzyDate | None, time | None]:
    """When, until and hour of the stage as it is to be.

    Of a stage that lasts, two days say both ends, and one day moves the whole stretch.
    """
    moment = edtf.date_time(text)
    if moment is not None:
        return FuzzyDate(moment.date(), moment.date(), text), None, moment.timetz()
    when = edtf.parse(text)
    if milestone.until is None:
        return when, None, None
    first, last = when.earliest, when.latest
    if "/" in text and first and last:
        left, right = text.split("/")
        return edtf.parse(left), edtf.parse(right), None
    old, end = milestone.when, milestone.until
    if when.is_exact and old and old.is_exact and end.is_exact and old.earliest and end.latest and first:
        return when, edtf.on(end.latest + (first - old.earliest)), None
    return when, None, None


def _dates(
    spot: Spot, table: Table, stage: Stage, when: FuzzyDate, until: FuzzyDate | None, hour: time | None
) -> list[Op]:
    """The edits of the dates alone; none when they say the same already."""
    new: Any = toml_date(when.text)
    old = value_at(table, spot.when)
    if hour is not None and value_at(table, spot.at) is not None:
        new = edtf.parse(when.text[:10]).earliest
        hour = hour.replace(tzinfo=None)
    else:
        if hour is None and when.is_exact and when.earliest and stage.at and _has_hour(old):
            new = datetime.combine(when.earliest, stage.at)
        hour = None
    edits = [Op(spot.when, new)]
    if hour is not None:
        edits.append(Op(spot.at, f"{hour:%H:%M}"))
    if until is not None:
        edits.append(Op(spot.until, toml_date(until.text)))
    edits = [op for op in edits if value_at(table, op.path) != op.value]
    if edits and stage.after is not None:
        edits[:0] = [Op((*spot.when[:-1], key)) for key in ("after", "days")]
        edits = [op for op in edits if op.value is not None or value_at(table, op.path) is not None]
    return edits


def _has_hour(value: object) -> bool:
    if isinstance(value, str):
        return edtf.date_time(value) is not None
    return isinstance(value, datetime)


def _was(milestone: Milestone, table: Table, spot: Spot) -> object:
    """The old date as the file had it; both ends of a stretch, and the hour that stood beside it."""
    old = value_at(table, spot.when)
    when, until = milestone.when, milestone.until
    if when is None:
        return None
    if until is not None and when.is_exact and until.is_exact:
        return f"{when.earliest}/{until.latest}"
    hour = milestone.stage.at
    if type(old) is date and hour and value_at(table, spot.at) is not None:
        return datetime.combine(old, hour)
    return toml_date(when.text) if old is None else old


def _spot(entry: Entry, table: Table, stage: Stage) -> Spot:
    own = len(entry.stages) - len(table.get("stage", ()))
    number = next(n for n, each in enumerate(entry.stages) if each.id == stage.id) - own
    if number >= 0:
        path: Path = ("stage", number)
        return Spot((*path, "when"), (*path, "until"), (*path, "at"))
    if stage.kind is StageKind.DATES and "starts" in table:
        return Spot(("starts",), ("ends",), ("at",))
    home = "deadline" if "deadline" in table else "starts" if "starts" in table else "dates"
    # Another key's stage has no hour of its own: a name nobody uses finds none.
    at = "at" if home == stage.kind.value else "x-"
    return Spot((stage.kind.value,), ("ends",), (at,))


def days_between(before: FuzzyDate | None, after: FuzzyDate) -> timedelta | None:
    """How far a day moved, when both are one day."""
    if before and before.is_exact and after.is_exact and before.earliest and after.earliest:
        return after.earliest - before.earliest
    return None

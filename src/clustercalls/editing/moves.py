"""What `move` does to an entry, and the rows of history that any edit of it leaves."""

from collections.abc import Collection
from typing import NamedTuple

from clustercalls import edtf, timeline
from clustercalls.editing.document import Address, Document, Table
from clustercalls.editing.edits import Edit, amended
from clustercalls.editing.fields import DATED
from clustercalls.editing.ops import Op, applied, value_at
from clustercalls.editing.short_keys import as_long, as_starts, with_an_end
from clustercalls.editing.typed_dates import (
    NOWHERE,
    date_and_hour,
    dated,
    no_date_yet,
    refuse_doubt,
    refuse_opening,
    toml_date,
    whole_day,
)
from clustercalls.editing.typed_zones import Spoken, zone_ops
from clustercalls.edtf import FuzzyDate
from clustercalls.errors import ADVICE, UsageRefused, problem
from clustercalls.history.rows import left_by, told_in_another_zone
from clustercalls.model import Entry, Milestone, Moved, Stage, StageKind
from clustercalls.phrase.field_roles import role_of
from clustercalls.phrase.said import Said
from clustercalls.registry.stages import hour_home_in
from clustercalls.tables.findings import KeyPath
from clustercalls.zones import Moment


class Spot(NamedTuple):
    """Where the dates of a stage stand in its entry: the paths of when, until and at."""

    when: KeyPath
    until: KeyPath
    at: KeyPath


def stage_to_move(entry: Entry, named: str, moment: Moment, kinds: Collection[StageKind] = ()) -> Milestone:
    """The stage meant; without a name, the one deadline that can be; with `kinds`, only one of these.

    Raises:
        UsageRefused: when there is none of that name, or several could be meant.
    """
    milestones = timeline.milestones(entry)
    if named:
        matches = [m for m in milestones if m.stage.id == named] or [
            m for m in milestones if named in m.stage.id
        ]
        if len(matches) == 1:
            return matches[0]
        known = ", ".join(m.stage.id for m in milestones)
        advice = ADVICE["stages" if milestones else "no stages"]
        raise UsageRefused(problem("unknown-stage", id=entry.id, stage=named, advice=advice, known=known))
    deadlines = [m for m in milestones if m.stage.kind in (kinds or (StageKind.DEADLINE,))]
    dated = [m for m in deadlines if m.when]
    others = [] if kinds else list(milestones)
    for some in ([m for m in dated if timeline.is_ahead(m, moment)], dated, deadlines, others):
        if len(some) == 1:
            return some[0]
        if some:
            known = ", ".join(f"{entry.id}/{m.stage.id}" for m in some)
            raise UsageRefused(problem("which-stage", id=entry.id, known=known))
    raise UsageRefused(problem("no-stage", id=entry.id))


def move(entry: Entry, table: Table, milestone: Milestone, dates: Said, text: str = "") -> list[Op]:
    """The edits that move a stage to what was said by this text; none when it is there already.

    Raises:
        UsageRefused: when two stages are meant, or no date, or a zone that other hours share.
    """
    stage = milestone.stage
    spot = _spot(entry, table, stage)
    _check_one(entry, stage, dates)
    if not dates.when:
        raise _none_yet(entry, stage, spot, text)
    dates = whole_day(dates, role_of("when", stage.kind.value))
    when, until = _wanted(milestone, dates)
    if milestone.until is not None and until is None:
        refuse_doubt(table, spot.when, spot.until, when)
    start: list[Op] = []
    if dates.until and spot.when == ("dates",):  # what lasts has two keys
        start, path = as_starts(table)
        spot = spot._replace(when=path)
    elif dates.until and spot.when != ("starts",) and len(spot.when) == 1:
        start, path = with_an_end(table, str(spot.when[0]))
        spot = Spot((*path, "when"), (*path, "until"), (*path, "at"))
    for op in start:
        table = applied(table, op)
    edits = start + date_and_hour(table, (spot.when, spot.at), (when, dates.to_the_end), stage.at, stage.zone)
    if until is not None:
        edits += dated(table, spot.until, (until, False), stage.until_at)
    if edits and (stage.after is not None or stage.rolling):
        own = [(*spot.when[:-1], key) for key in ("after", "days", "rolling")]
        edits[:0] = [Op(path) for path in own if value_at(table, path) is not None]
    now = table
    for op in edits:
        now = applied(now, op)
    spoken = Spoken(dates, spot.when, spot.at, spot.until if dates.until else ())
    return edits + zone_ops(now, spot.when[:-1], stage.zone, [spoken])


def _check_one(entry: Entry, stage: Stage, dates: Said) -> None:
    where = f"{entry.id}/{stage.id}"
    opening = (
        f"move {entry.id}/opens {{first}}" if _has(entry, "opens") else f"set {entry.id} opens={{first}}"
    )
    refuse_opening(dates, {"one": opening, "other": f"move {where} {{last}}"})


def _none_yet(entry: Entry, stage: Stage, spot: Spot, text: str) -> UsageRefused:
    """The refusal of "to be announced", with the command that leaves the stage without a date."""
    if spot.when == ("starts",):
        return no_date_yet(text, "Write the month or the season, if that is known.")
    own = len(spot.when) > 1
    way = f"{entry.id}/{stage.id} when=tbc" if own else f"{entry.id} {stage.id}=tbc"
    return no_date_yet(text, "Leave it without a date with: clustercalls set {way}", way=way)


def _has(entry: Entry, stage: str) -> bool:
    return any(each.id == stage for each in entry.stages)


def noted(document: Document, address: Address, ops: list[Op], moment: Moment, why: tuple[str, str]) -> Edit:
    """The edit that does these things to an entry, with the rows of history due; `why` and its source."""
    before = after = document.table(address)
    for op in ops:
        after = applied(after, op)
    return amended(document, address, [*ops, *history(document, address.kind, (before, after), moment, why)])


def leaves_a_row(edit: Edit) -> bool:
    """Whether an edit leaves a row of history: there only is room for why it was made."""
    (touched,) = edit.touched
    old, new = (len((each or {}).get("history", ())) for each in (touched.before, touched.after))
    return new > old


def history(
    document: Document,
    kind: str,
    tables: tuple[Table, Table],
    moment: Moment,
    why: tuple[str, str] = ("", ""),
) -> list[Op]:
    """The rows that an entry is to have when the second table is put in place of the first."""
    old, new = (document.read(kind, each).entry or _dates_of(document, kind, each) for each in tables)
    if old is None or new is None:
        return []
    rows = list(left_by(old, new, moment))
    if (
        not rows and any(why) and new.status and not old.status
    ):  # no status was stated before; only why one is
        rows = [Moved("", None, moment.today())]
    hours = [
        Op(("history", number, "was"), _was(text))
        for number, text in told_in_another_zone(old, new)
        if len(old.history) == len(tables[0].get("history", ()))  # every row was read
    ]
    return [*hours, *(Op(("history",), _table(row, *why), more=True) for row in rows)]


def _was(text: str) -> object:
    return text if "/" in text or not text else toml_date(text)


def _dates_of(document: Document, kind: str, table: Table) -> Entry | None:
    """An entry that is broken elsewhere, as far as history is concerned."""
    own = ("id", "stage", "history", "status", "track", "starts", "ends", "at", "zone")
    names = {*own, *(kind.value for kind in StageKind)}
    return document.read(kind, {n: v for n, v in table.items() if n in names} | {"title": "-"}).entry


def _table(row: Moved, why: str, source: str) -> Table:
    told = {
        "stage": row.stage,
        "was": _was(row.was.text if row.was else ""),
        "was_status": row.was_status,
        "was_track": row.was_track,
        "noticed": row.noticed,
        "why": why,
        "source": source,
    }
    return {name: each for name, each in told.items() if each not in {None, ""}}


def _wanted(milestone: Milestone, dates: Said) -> tuple[FuzzyDate, FuzzyDate | None]:
    """When and until of the stage as it is to be.

    Of a stage that lasts, two days say both ends, and one day moves the whole stretch.
    """
    when, old, end = edtf.parse(dates.when), milestone.when, milestone.until
    if dates.until:
        return when, edtf.parse(dates.until)
    if end is None:
        return when, None
    first, last = (each.earliest if each and each.is_exact else None for each in (old, end))
    if when.is_sure and when.earliest and first and last:
        return when, edtf.on(last + (when.earliest - first))
    return when, None


def _spot(entry: Entry, table: Table, stage: Stage) -> Spot:
    number = _own_table(entry, table, stage)
    if number >= 0:
        path: KeyPath = ("stage", number)
        return Spot((*path, "when"), (*path, "until"), (*path, "at"))
    if stage.kind is StageKind.DATES and "starts" in table:
        return Spot(("starts",), ("ends",), ("at",) if hour_home_in(table) == "starts" else NOWHERE)
    at: KeyPath = ("at",) if hour_home_in(table) == stage.kind.value else NOWHERE
    return Spot((stage.kind.value,), ("ends",), at)


def as_table(entry: Entry | None, table: Table, named: str) -> list[Op]:
    """The edits that make a table of the short key that a stage is written as; none where it has a table."""
    stage = next((each for each in entry.stages if each.id == named), None) if entry else None
    if entry is None or stage is None or _own_table(entry, table, stage) >= 0:
        return []
    return as_long(table, str(_spot(entry, table, stage).when[0]))


def _own_table(entry: Entry, table: Table, stage: Stage) -> int:
    """Which table of stages it is; below 0 when it has a short key."""
    own = len(entry.stages) - len(table.get("stage", ()))
    return next(number for number, each in enumerate(entry.stages) if each.id == stage.id) - own


def stage_path(table: Table, stage: str) -> KeyPath:
    """Where the table of a stage is.

    Raises:
        UsageRefused: when it has none, or several of that name.
    """
    tables = table.get("stage", [])
    named = [
        (number, str(stage_table.get("id", stage_table.get("kind", ""))))
        for number, stage_table in enumerate(tables if isinstance(tables, list) else [])
        if isinstance(stage_table, dict)
    ]
    found = [number for number, name in named if name == stage]
    if len(found) == 1:
        return ("stage", found[0])
    short = [name for name in (*DATED, "starts") if name in table]
    advice = ADVICE["a field" if stage in short else "stages" if named else "no stages"]
    known = ", ".join(name for _, name in named)
    raise UsageRefused(
        problem("unknown-stage", id=table.get("id", ""), stage=stage, advice=advice, known=known)
    )

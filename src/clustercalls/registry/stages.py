"""The stages of an entry: from its short keys and its `[[….stage]]` tables, and how they hang together."""

from datetime import date, time
from operator import attrgetter
from typing import Any

from msgspec.structs import replace

from clustercalls import timeline
from clustercalls.edtf import FuzzyDate
from clustercalls.model import After, Entry, Stage, StageKind
from clustercalls.registry import values
from clustercalls.registry.findings import Findings, Path
from clustercalls.registry.shape import EntryTable, StageTable

STAGE_KINDS = {kind.value: kind for kind in StageKind}
SHORT = tuple((kind, kind.value) for kind in StageKind)
_short_values = attrgetter(*(key for _, key in SHORT))


def stages_from(table: EntryTable, zone: str, found: Findings) -> tuple[Stage, ...]:
    """Every stage, those of short keys first; `zone` is that of a stage that names none."""
    stages = []
    at_home = "deadline" if table.deadline is not None else "starts" if table.starts is not None else "dates"
    used = table.at is None
    for (kind, key), value in zip(SHORT, _short_values(table), strict=True):
        if value is not None:
            at = table.at if key == at_home else None
            used = used or at is not None
            stages.append(_stage(kind, key, (value, None, at), zone, table.zone, (key,), found))
    if table.starts is not None or table.ends is not None:
        at = table.at if at_home == "starts" else None
        used = used or at is not None
        dates = (table.starts, table.ends, at)
        path = ("starts",) if table.ends is None else ("ends",)
        stages.append(_stage(StageKind.DATES, "dates", dates, zone, table.zone, path, found))
    if not used:
        found.add("idle-time", ("at",))
    for number, each in enumerate(table.stage):
        stage = _stage_of_its_own(each, number, zone, table, found)
        if stage is not None:
            stages.append(stage)
    return tuple(stages)


def _stage_of_its_own(
    table: StageTable, number: int, zone: str, entry: EntryTable, found: Findings
) -> Stage | None:
    path: Path = ("stage", number)
    kind = STAGE_KINDS.get(table.kind)
    if kind is None:
        from clustercalls.registry.diagnose import nearest

        known = tuple(STAGE_KINDS)
        near = nearest(table.kind, known) or "deadline"
        found.add("unknown-kind", (*path, "kind"), value=table.kind, near=near, known=", ".join(known))
        return None
    if table.id and not values.is_identifier(table.id):
        found.attempt((*path, "id"), values.identifier, table.id)
    if table.zone:
        zone = found.attempt((*path, "zone"), values.zone, table.zone) or zone
    dates = (table.when, table.until, table.at)
    stage = _stage(
        kind, table.id or table.kind, dates, zone, table.zone or entry.zone, (*path, "when"), found
    )
    if table.title or table.after or table.days is not None or table.follows or table.cancelled or table.note:
        return _with_rest(stage, table, path, entry, found)
    return stage


def _with_rest(stage: Stage, table: StageTable, path: Path, entry: EntryTable, found: Findings) -> Stage:
    after = None
    if table.after is not None:
        after = After(table.after.stage, table.after.months, table.after.days)
    elif table.days is not None:
        after = After(_first_deadline(entry), 0, table.days)
        if stage.kind is not StageKind.INTERNAL:
            found.add("stray-days", (*path, "days"))
    if after is not None and table.when is not None:
        found.add("two-dates", (*path, "after"))
    return replace(
        stage,
        title=table.title,
        after=after,
        follows=table.follows,
        cancelled=table.cancelled,
        note=table.note,
    )


def _first_deadline(entry: EntryTable) -> str:
    if entry.deadline is not None:
        return "deadline"
    return next((each.id or each.kind for each in entry.stage if each.kind == "deadline"), "deadline")


def _stage(
    kind: StageKind,
    name: str,
    dates: tuple[Any, Any, Any],
    zone: str,
    written_zone: str,
    path: Path,
    found: Findings,
) -> Stage:
    """`dates` are when, until and at as the file has them."""
    raw_when, raw_until, raw_at = dates
    written = "" if written_zone == zone else written_zone
    if type(raw_when) is date and raw_until is None and raw_at is None and values.is_plain(raw_when):
        return Stage(name, kind, zone, written, "", values.plain_day(raw_when))
    when: FuzzyDate | None = None
    until: FuzzyDate | None = None
    at: time | None = None
    until_at: time | None = None
    if raw_when is not None:
        when, at = found.attempt(path, values.moment, raw_when, zone) or (None, None)
    if raw_at is not None:
        if at is not None:
            found.add("idle-time", (*path[:-1], "at"))
        at = found.attempt((*path[:-1], "at"), values.hour, raw_at)
    if raw_until is not None:
        end = ("ends",) if len(path) == 1 else (*path[:-1], "until")
        until, until_at = found.attempt(end, values.moment, raw_until, zone) or (None, None)
        if raw_when is None:
            found.add("until-without-when", end)
        elif when and until and _reversed(when, at, until, until_at):
            found.add("end-before-start", end, when=when, until=until)
    return Stage(name, kind, zone, written, "", when, until, None, at, until_at)


def _reversed(when: FuzzyDate, at: time | None, until: FuzzyDate, until_at: time | None) -> bool:
    if when.earliest is None or until.latest is None:
        return False
    if when.earliest == until.latest and at and until_at:
        return until_at < at
    return until.latest < when.earliest


def check_stages(entry: Entry, first_own: int, found: Findings) -> None:
    """That stages have names of their own, point at each other, and not in a circle.

    The stages from number `first_own` on have a table of their own; those before, a key.
    """
    names = [stage.id for stage in entry.stages]
    if len(set(names)) == len(names) and not any(stage.follows or stage.after for stage in entry.stages):
        return
    places: dict[str, Path] = {
        stage.id: ("stage", number - first_own) if number >= first_own else (stage.kind.value,)
        for number, stage in enumerate(entry.stages)
    }
    if len(places) < len(entry.stages):
        twice = next(name for number, name in enumerate(names) if name in names[:number])
        found.add("duplicate-stage", (*places[twice], "id"), stage=twice)
        return
    pointing = False
    for stage in entry.stages:
        for key, target in (("after", stage.after.stage if stage.after else ""), ("follows", stage.follows)):
            pointing = pointing or target != ""
            if target and target not in places:
                path = (*places[stage.id], key)
                found.add("dangling-stage", path, key=key, stage=target, known=", ".join(places))
    if pointing and not found:
        _check_chains(entry, places, found)


def _check_chains(entry: Entry, places: dict[str, Path], found: Findings) -> None:
    follows = {stage.id: stage.follows for stage in entry.stages}
    for start, followed in follows.items():
        chain, name = [start], followed
        while name and name not in chain:
            chain.append(name)
            name = follows[name]
        if name == start:
            found.add("stage-circle", (*places[start], "follows"), stages=" → ".join([*chain, start]))
            return
    try:
        for milestone in timeline.milestones(entry):
            if milestone.stage.after and milestone.when:
                values.within_years(milestone.when, milestone.uid)
    except timeline.StageCircle as circle:
        found.add("stage-circle", (*places[circle.stages[0]], "after"), stages=" → ".join(circle.stages))
    except (OverflowError, values.Bad):
        found.add("date-out-of-range", ("stage",))

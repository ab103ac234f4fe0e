"""The stages of an entry, from its short keys and its `[[….stage]]` tables."""

from collections.abc import Container
from datetime import date, time
from operator import attrgetter
from typing import Any

from msgspec.structs import replace

from clustercalls.edtf import FuzzyDate
from clustercalls.model import After, Stage, StageKind
from clustercalls.registry import dates, values
from clustercalls.registry.shape import EntryTable, StageTable
from clustercalls.tables.findings import Findings, KeyPath

STAGE_KINDS = {kind.value: kind for kind in StageKind}
SHORT = tuple((kind, kind.value) for kind in StageKind)
_short_values = attrgetter(*(key for _, key in SHORT))


def stages_from(
    table: EntryTable, zones: tuple[str, str], findings: Findings, off: tuple[int, ...] = ()
) -> tuple[Stage, ...]:
    """Every stage, those of short keys first.

    Args:
        table: the entry as the file has it.
        zones: that of a stage that names none, as it is read and as the file writes it.
        findings: takes what is wrong.
        off: the days off, as ordinals.
    """
    home = hour_home(deadline=table.deadline is not None, starts=table.starts is not None)
    used = table.at is None
    short: list[tuple[StageKind, str, str, Any, Any]] = [
        (kind, key, key, value, None)
        for (kind, key), value in zip(SHORT, _short_values(table), strict=True)
        if value is not None
    ]
    if table.starts is not None or table.ends is not None:
        short.append((StageKind.DATES, StageKind.DATES.value, "starts", table.starts, table.ends))
    stages = []
    for kind, name, key, when, until in short:
        at = table.at if key == home else None
        used = used or at is not None
        stages.append(_stage(kind, name, (when, until, at), zones, (key,), findings))
    if not used:
        findings.add("idle-time", ("at",))
    for number, each in enumerate(table.stage):
        stages.append(_stage_of_its_own(each, number, zones, table, findings))
    return without_days_off(tuple(stages), off) if off else tuple(stages)


def seen_from(stages: tuple[Stage, ...], zone: str) -> tuple[Stage, ...]:
    """The stages, each told whether its zone is another than this one of the registry."""
    return tuple(replace(each, abroad=each.zone != zone) for each in stages)


def without_days_off(stages: tuple[Stage, ...], off: tuple[int, ...]) -> tuple[Stage, ...]:
    """The stages, their working days counted without these."""
    return tuple(
        replace(stage, after=replace(stage.after, off=off))
        if stage.after and stage.after.working_days is not None
        else stage
        for stage in stages
    )


def hour_home(*, deadline: bool, starts: bool) -> str:
    """The short key that the `at` of an entry belongs to, by which of these keys it has."""
    return "deadline" if deadline else "starts" if starts else "dates"


def hour_home_in(keys: Container[str]) -> str:
    """The short key that the `at` of an entry with these keys belongs to."""
    return hour_home(deadline="deadline" in keys, starts="starts" in keys)


def places(table: EntryTable) -> list[KeyPath]:
    """Where each of these stages stands inside the entry, in the same order."""
    short: list[KeyPath] = [
        (key,) for (_, key), value in zip(SHORT, _short_values(table), strict=True) if value is not None
    ]
    if table.starts is not None or table.ends is not None:
        short.append(("starts",))
    return short + [("stage", number) for number in range(len(table.stage))]


def _stage_of_its_own(
    table: StageTable, number: int, zones: tuple[str, str], entry: EntryTable, findings: Findings
) -> Stage:
    path: KeyPath = ("stage", number)
    kind = STAGE_KINDS.get(table.kind)
    if kind is None:
        from clustercalls.registry.suggest import one_of

        findings.add(
            "unknown-kind", (*path, "kind"), value=table.kind, **one_of(table.kind, tuple(STAGE_KINDS))
        )
        kind = StageKind.DEADLINE  # of an entry that is refused: only to find what else is wrong
    if table.id and not values.is_identifier(table.id):
        findings.attempt((*path, "id"), values.identifier, table.id)
    if table.zone:
        zones = (findings.attempt((*path, "zone"), values.zone, table.zone) or zones[0], table.zone)
    raw = (table.when, table.until, table.at)
    stage = _stage(kind, table.id or table.kind, raw, zones, (*path, "when"), findings)
    if table.until is not None and table.when is None:
        advice = "Write `when` in place of `after`." if table.after else "Add `when`."
        findings.add("until-without-when", (*path, "until"), advice=advice)
    stated = table.title or table.follows or table.cancelled or table.rolling
    stated = stated or table.owner or table.note or table.done is not None
    if stated or table.after or table.days is not None:
        return _with_rest(stage, table, path, entry, findings)
    return stage


def _with_rest(
    stage: Stage, table: StageTable, path: KeyPath, entry: EntryTable, findings: Findings
) -> Stage:
    given = [key for key in ("when", "after", "days") if getattr(table, key) is not None]
    given += ["rolling"] * table.rolling
    if len(given) > 1:
        findings.add("two-dates", (*path, given[1]), first=given[0], second=given[1])
    after = None
    if table.after is not None:
        after = After(table.after.stage, table.after.months, table.after.days, table.after.working_days)
    elif table.days is not None:
        after = After(_first_deadline(entry), 0, table.days)
        if stage.kind is not StageKind.INTERNAL:
            name = after.stage or "first"
            findings.add("stray-days", (*path, "days"), stage=name, days=table.days)
        elif not after.stage:
            findings.add("days-without-deadline", (*path, "days"))
            after = None
    return replace(
        stage,
        title=table.title,
        after=after,
        follows=table.follows,
        cancelled=table.cancelled,
        note=table.note,
        rolling=table.rolling,
        owner=table.owner,
        done=None if table.done is None else findings.attempt((*path, "done"), dates.day, table.done),
    )


def _first_deadline(entry: EntryTable) -> str:
    """The deadline that an internal one counts back from; a cancelled one only when there is no other."""
    if entry.deadline is not None:
        return "deadline"
    deadlines = [each for each in entry.stage if each.kind == "deadline"]
    deadlines.sort(key=lambda each: each.cancelled)
    return deadlines[0].id or "deadline" if deadlines else ""


def _stage(
    kind: StageKind,
    name: str,
    raw: tuple[Any, Any, Any],
    zones: tuple[str, str],
    path: KeyPath,
    findings: Findings,
) -> Stage:
    """`raw` are when, until and at as the file has them; `zones` the zone as read and as written."""
    raw_when, raw_until, raw_at = raw
    zone, written = zones
    written = "" if written == zone else written
    if type(raw_when) is date and raw_until is None and raw_at is None and dates.is_plain(raw_when):
        return Stage(name, kind, zone, written, "", dates.plain_day(raw_when))
    when: FuzzyDate | None = None
    until: FuzzyDate | None = None
    at: time | None = None
    until_at: time | None = None
    if raw_when is not None:
        when, at = findings.attempt(path, dates.moment, raw_when, zone) or (None, None)
    if raw_at is not None:
        if at is not None:
            findings.add("two-hours", (*path[:-1], "at"), at=raw_at)
        at = findings.attempt((*path[:-1], "at"), dates.hour, raw_at)
    if raw_until is not None:
        end = ("ends",) if len(path) == 1 else (*path[:-1], "until")
        until, until_at = findings.attempt(end, dates.moment, raw_until, zone) or (None, None)
        if raw_when is None and len(path) == 1:
            findings.add("until-without-when", end, advice="Add `starts`.")
        elif when and until and _reversed(when, at, until, until_at):
            findings.add("end-before-start", end, when=when, until=until)
    return Stage(name, kind, zone, written, "", when, until, None, at, until_at)


def _reversed(when: FuzzyDate, at: time | None, until: FuzzyDate, until_at: time | None) -> bool:
    if when.earliest is None or until.latest is None:
        return False
    if when.earliest == until.latest and at and until_at:
        return until_at < at
    return until.latest < when.earliest

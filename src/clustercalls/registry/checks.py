"""What is not wrong but looks it: warnings, told by `check` only, that depend on the file alone."""

from datetime import datetime, timedelta

from clustercalls import timeline
from clustercalls.model import Entry, Stage, StageKind, Status, zone_of
from clustercalls.registry.findings import Findings, Path

SATURDAY = 5
CLOCKS = {"CET": timedelta(hours=1), "CEST": timedelta(hours=2)}


def warn(entry: Entry, first_own: int, found: Findings) -> None:
    """Adds every warning about a sound entry; stages from number `first_own` on have their own table."""
    if entry.source is None and entry.checked is None:
        found.add("unsourced", ())
    dated = any(s.when and s.kind is StageKind.DEADLINE and not s.follows for s in entry.stages)
    if entry.status is Status.OPEN and dated:
        found.add("open-with-date", ("status",))
    names = {stage.id for stage in entry.stages}
    for number, row in enumerate(entry.history):
        if row.stage and row.stage not in names:
            found.add("lost-history", ("history", number, "stage"), stage=row.stage)
    for number, stage in enumerate(entry.stages):
        path = ("stage", number - first_own) if number >= first_own else (stage.kind.value,)
        _warn_stage(stage, path, found)
    _warn_order(entry, first_own, found)


def _warn_stage(stage: Stage, path: Path, found: Findings) -> None:
    when = stage.when
    if when is None or not when.is_exact or when.earliest is None:
        return
    if stage.kind is StageKind.DEADLINE and when.earliest.weekday() >= SATURDAY:
        day = "Saturday" if when.earliest.weekday() == SATURDAY else "Sunday"
        found.add("weekend-deadline", path, when=when.earliest, weekday=day)
    if stage.at is None:
        return
    naive = datetime.combine(when.earliest, stage.at)
    early, late = (naive.replace(tzinfo=zone_of(stage.zone), fold=fold) for fold in (0, 1))
    ahead, behind = early.utcoffset(), late.utcoffset()
    if ahead is not None and behind is not None and ahead != behind and "+" not in when.text[10:]:
        code = "doubled-hour" if ahead > behind else "skipped-hour"
        found.add(code, path, when=when.earliest, at=f"{stage.at:%H:%M}", zone=stage.zone)
    elif stage.written_zone in CLOCKS and ahead != CLOCKS[stage.written_zone]:
        actual = "CEST" if stage.written_zone == "CET" else "CET"
        found.add("zone-season", path, value=stage.written_zone, when=when.earliest, actual=actual)


def _warn_order(entry: Entry, first_own: int, found: Findings) -> None:
    """A stage that cannot but come before the one it follows, or a deadline before the call opens."""
    its = {milestone.stage.id: milestone for milestone in timeline.milestones(entry)}
    for number, stage in enumerate(entry.stages):
        later = its.get(stage.id)
        for first in _earlier_ones(entry, stage):
            earlier = its.get(first)
            if later is None or earlier is None or later.latest is None or earlier.earliest is None:
                continue
            if later.latest < earlier.earliest:
                path = ("stage", number - first_own) if number >= first_own else (stage.kind.value,)
                found.add("stage-order", path, stage=stage.id, when=later.latest, first=first)


def _earlier_ones(entry: Entry, stage: Stage) -> list[str]:
    if stage.follows:
        return [stage.follows]
    if stage.kind is StageKind.DEADLINE:
        before: tuple[StageKind, ...] = (StageKind.PUBLISHED, StageKind.OPENS)
    elif stage.kind is StageKind.OPENS:
        before = (StageKind.PUBLISHED,)
    else:
        return []
    return [each.id for each in entry.stages if each.kind in before]

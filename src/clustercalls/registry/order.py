"""Dates of an entry in an order that can hardly be, or in another decade: told by `check` alone."""

from collections.abc import Iterable, Iterator

from clustercalls.history.rows import newest
from clustercalls.model import Entry, Milestone, StageKind
from clustercalls.tables.findings import Findings, KeyPath

FAR = 3653  # days: ten years
AFTER_DEADLINE = frozenset({StageKind.INTERVIEW, StageKind.DECISION})
UNTIL_DEADLINE = frozenset({StageKind.INFO_DAY, StageKind.REGISTRATION})

Wrong = tuple[Milestone, Milestone]  # the one that comes before the other, and should not


def warn(
    entry: Entry, milestones: dict[str, Milestone], places: dict[str, KeyPath], findings: Findings
) -> None:
    """Adds what looks wrong; `milestones` are the entry's by stage, `places` where their dates stand."""
    told = {
        (finding.values.get("stage"), finding.values.get("first"))
        for finding in findings
        if finding.code == "stage-order"
    }
    for early, late in _disordered(tuple(milestones.values())):
        if (early.stage.id, late.stage.id) not in told and early.latest and late.earliest:
            filling = {"stage": early.stage.id, "when": early.latest, "first": late.stage.id}
            findings.add("stage-order", places[early.stage.id], **filling, start=late.earliest)
    stated = {(row.stage, row.was.text) for row in entry.history if row.was}
    for milestone in milestones.values():
        _warn_far(entry, milestone, milestones.values(), places[milestone.stage.id], findings)
        if milestone.when and (milestone.stage.id, milestone.when.text) in stated:
            moved = newest(entry, milestone.stage.id)
            if moved and moved.was and moved.was.text == milestone.when.text:
                findings.add(
                    "idle-history", places[milestone.stage.id], stage=milestone.stage.id, was=moved.was
                )


def _disordered(milestones: tuple[Milestone, ...]) -> Iterator[Wrong]:
    deadlines = [each for each in milestones if each.stage.kind is StageKind.DEADLINE and each.when]
    applying = [each for each in deadlines if not each.stage.follows]
    for milestone in milestones:
        kind = milestone.stage.kind
        if kind in AFTER_DEADLINE and applying and all(_before(milestone, other) for other in applying):
            yield milestone, applying[0]
        if kind in UNTIL_DEADLINE and deadlines and all(_before(other, milestone) for other in deadlines):
            yield deadlines[-1], milestone
        if kind is StageKind.REGISTRATION:
            yield from (
                (milestone, other) for other in _of(milestones, StageKind.OPENS) if _before(milestone, other)
            )
            yield from (
                (other, milestone) for other in _of(milestones, StageKind.DATES) if _before(other, milestone)
            )
        if kind is StageKind.DEADLINE and len(deadlines) > 1:
            steps = _steps_before(milestone, deadlines)
            yield from ((milestone, other) for other in steps if _before(milestone, other))


def _steps_before(later: Milestone, deadlines: list[Milestone]) -> list[Milestone]:
    """The deadlines that are steps before this one by their names: the outline of a full proposal."""
    from clustercalls.registry.steps import step

    number = step(later.stage.id)
    return [other for other in deadlines if 0 < step(other.stage.id) < number]


def _of(milestones: tuple[Milestone, ...], kind: StageKind) -> list[Milestone]:
    return [each for each in milestones if each.stage.kind is kind]


def _before(early: Milestone, late: Milestone) -> bool:
    """Whether the whole of one surely lies before the other."""
    return bool(early.latest and late.earliest and early.latest < late.earliest)


def _warn_far(
    entry: Entry, milestone: Milestone, milestones: Iterable[Milestone], place: KeyPath, findings: Findings
) -> None:
    """A date more than ten years from every other that the entry has: a year mistyped."""
    day = milestone.earliest or milestone.latest
    source = entry.source.date if entry.source else None
    others = [source.latest or source.earliest] if source else []
    others += [other.earliest or other.latest for other in milestones if other is not milestone]
    known = [other for other in others if other]
    if not day or not known or any(abs((other - day).days) <= FAR for other in known):
        return
    near = min(known, key=lambda other: abs((other - day).days))
    findings.add("far-date", place, when=day, other=near)

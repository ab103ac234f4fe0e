"""Dates of an entry in an order that can hardly be, or in another decade: told by `check` alone."""

from collections.abc import Iterable, Iterator

from clustercalls.history.rows import is_idle, newest
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
    told_of = {row.stage for row in entry.history if row.was}
    for milestone in milestones.values():
        name = milestone.stage.id
        _warn_far(entry, milestone, milestones.values(), places[name], findings)
        moved = newest(entry, name) if name in told_of else None
        if moved and is_idle(entry, moved, milestone):
            findings.add("idle-history", places[name], stage=name, was=moved.was)


def _disordered(milestones: tuple[Milestone, ...]) -> Iterator[Wrong]:
    deadlines = [each for each in milestones if each.stage.kind is StageKind.DEADLINE and each.when]
    applying = [each for each in deadlines if not each.stage.follows]
    for milestone in milestones:
        kind = milestone.stage.kind
        if kind in AFTER_DEADLINE and applying and all(_before(milestone, other) for other in applying):
            yield milestone, applying[0]
        if kind in UNTIL_DEADLINE and deadlines and all(_before(other, milestone) for other in deadlines):
            yield deadlines[-1], milestone
        if kind is StageKind.INTERNAL and deadlines and _is_behind_all(milestone, milestones):
            yield deadlines[-1], milestone
        if kind is StageKind.REGISTRATION:
            yield from (
                (milestone, other) for other in _of(milestones, StageKind.OPENS) if _before(milestone, other)
            )
            yield from (
                (other, milestone) for other in _of(milestones, StageKind.DATES) if _before(other, milestone)
            )
    if len(deadlines) > 1:
        yield from ((late, early) for late, early in _steps(deadlines) if _before(late, early))


def _is_behind_all(step: Milestone, milestones: tuple[Milestone, ...]) -> bool:
    """Whether a step of ours comes behind all that others do: then it is towards nothing."""
    return all(_before(each, step) for each in milestones if each.stage.kind is not StageKind.INTERNAL)


def _steps(deadlines: list[Milestone]) -> Iterator[Wrong]:
    """Each deadline that is a step by its name, with each before it: a full proposal with its outline."""
    from clustercalls.registry.steps import steps_before

    by_name = {each.stage.id: each for each in deadlines}
    for name, before in steps_before(by_name).items():
        yield from ((by_name[name], by_name[first]) for first in before)


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

"""Dates of an entry in an order that can hardly be, or in another decade: told by `check` alone."""

from collections.abc import Iterable, Iterator

from clustercalls.history.rows import newest
from clustercalls.model import Entry, Milestone, StageKind
from clustercalls.tables.findings import Findings, Path

FAR = 3653  # days: ten years
AFTER_DEADLINE = frozenset({StageKind.INTERVIEW, StageKind.DECISION})
UNTIL_DEADLINE = frozenset({StageKind.INFO_DAY, StageKind.REGISTRATION})

Wrong = tuple[Milestone, Milestone]  # the one that comes before the other, and should not


def warn(entry: Entry, its: dict[str, Milestone], places: dict[str, Path], found: Findings) -> None:
    """Adds what looks wrong; `its` are its milestones by stage, `places` where their dates stand."""
    told = {
        (each.values.get("stage"), each.values.get("first")) for each in found if each.code == "stage-order"
    }
    for early, late in _disordered(tuple(its.values())):
        if (early.stage.id, late.stage.id) not in told and early.latest and late.earliest:
            filling = {"stage": early.stage.id, "when": early.latest, "first": late.stage.id}
            found.add("stage-order", places[early.stage.id], **filling, start=late.earliest)
    stated = {(row.stage, row.was.text) for row in entry.history if row.was}
    for each in its.values():
        _warn_far(entry, each, its.values(), places[each.stage.id], found)
        if each.when and (each.stage.id, each.when.text) in stated:
            moved = newest(entry, each.stage.id)
            if moved and moved.was and moved.was.text == each.when.text:
                found.add("idle-history", places[each.stage.id], stage=each.stage.id, was=moved.was)


def _disordered(its: tuple[Milestone, ...]) -> Iterator[Wrong]:
    deadlines = [each for each in its if each.stage.kind is StageKind.DEADLINE and each.when]
    applying = [each for each in deadlines if not each.stage.follows]
    for each in its:
        kind = each.stage.kind
        if kind in AFTER_DEADLINE and applying and all(_before(each, other) for other in applying):
            yield each, applying[0]
        if kind in UNTIL_DEADLINE and deadlines and all(_before(other, each) for other in deadlines):
            yield deadlines[-1], each
        if kind is StageKind.REGISTRATION:
            yield from ((each, other) for other in _of(its, StageKind.OPENS) if _before(each, other))
            yield from ((other, each) for other in _of(its, StageKind.DATES) if _before(other, each))
        if kind is StageKind.DEADLINE and len(deadlines) > 1:
            yield from ((each, other) for other in _steps_before(each, deadlines) if _before(each, other))


def _steps_before(later: Milestone, deadlines: list[Milestone]) -> list[Milestone]:
    """The deadlines that are steps before this one by their names: the outline of a full proposal."""
    from clustercalls.registry.steps import step

    number = step(later.stage.id)
    return [other for other in deadlines if 0 < step(other.stage.id) < number]


def _of(its: tuple[Milestone, ...], kind: StageKind) -> list[Milestone]:
    return [each for each in its if each.stage.kind is kind]


def _before(early: Milestone, late: Milestone) -> bool:
    """Whether the whole of one surely lies before the other."""
    return bool(early.latest and late.earliest and early.latest < late.earliest)


def _warn_far(entry: Entry, it: Milestone, its: Iterable[Milestone], place: Path, found: Findings) -> None:
    """A date more than ten years from every other that the entry has: a year mistyped."""
    day = it.earliest or it.latest
    source = entry.source.date if entry.source else None
    others = [source.latest or source.earliest] if source else []
    others += [other.earliest or other.latest for other in its if other is not it]
    known = [other for other in others if other]
    if not day or not known or any(abs((other - day).days) <= FAR for other in known):
        return
    near = min(known, key=lambda other: abs((other - day).days))
    found.add("far-date", place, when=day, other=near)

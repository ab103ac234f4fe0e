"""Deadlines whose names say that one is for those who passed another: first and second, outline and full."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise

from clustercalls.phrase.step_names import StepName, place_in_turn, read
from clustercalls.phrase.step_words import FULL, LAST

DEADLINE = "deadline"  # the name of one that has no other
SECOND = 2
Days = tuple[date | None, date | None]  # the earliest and the latest a deadline can be
UNDATED: Days = (None, None)
Ranks = dict[str, int]


def followed(days: Mapping[str, Days]) -> dict[str, str]:
    """Which of these deadlines each follows by its name and date.

    It is the step before it of the same round, lot or group, or of all; of several the last before it, and
    none where their dates do not tell.
    """
    names = _read(days)
    ranks = _ranks(names)
    chosen = {name: _chosen(name, names, ranks, days) for name in ranks}
    return {name: first for name, first in chosen.items() if first}


def steps_before(ids: Iterable[str]) -> dict[str, list[str]]:
    """Of each of these deadlines those that are steps before it by their names, where each step has one.

    Not those that other words date: the full proposal of spring is before the outline of autumn.
    """
    names = _read(ids)
    ranks = _ranks(names)
    steps: dict[str, list[str]] = {}
    for name, rank in ranks.items():
        alike = (first for first in ranks if ranks[first] < rank and names[first].when == names[name].when)
        before = [first for first in alike if _kinship(names, name, first)]
        places = Counter(ranks[first] for first in before)
        steps[name] = [first for first in before if places[ranks[first]] == 1]
    return steps


def in_turn(names: Iterable[str]) -> list[tuple[str, str]]:
    """Each of these deadlines with the next one that is numbered alike: cut-off 1 is before cut-off 2."""
    places = {place: name for name in names if (place := place_in_turn(name))}
    ordered = sorted(places, key=lambda place: (sorted(place[0]), place[1]))
    return [(places[first], places[later]) for first, later in pairwise(ordered) if first[0] == later[0]]


def _read(names: Iterable[str]) -> dict[str, StepName]:
    """What each name says; what parts no procedures from one another is left out of its group.

    Of one number with two documents the number is a round's: "phase 1 outline" and "phase 1 full".
    """
    read_names = {name: read(name) for name in names}
    steps = [name for name in read_names.values() if name.number]
    written = {(step.number, step.group, step.level) for step in steps if step.level}
    if len({(number, group) for number, group, _level in written}) < len(written):
        return {name: _as_round(each) for name, each in read_names.items()}
    if len({step.number for step in steps}) == len(steps) and not any(step.apart for step in steps):
        return {name: _of_all(each) for name, each in read_names.items()}
    return read_names


def _as_round(step: StepName) -> StepName:
    if not (step.number and step.level):
        return step
    group = step.group | {f"phase {step.number}"}
    return StepName(0, step.level, step.plain, group, apart=True, when=step.when)


def _of_all(step: StepName) -> StepName:
    """Without what only describes the step: "phase 1: ideas", "phase 2: pilots"."""
    return StepName(step.number, step.level, step.plain, when=step.when) if step.number else step


def _ranks(names: Mapping[str, StepName]) -> Ranks:
    """The place of each that has one, from 1.

    A deadline without a name is the first beside a second, and the full step beside earlier ones, which are
    not of one lot or round of several.
    """
    placed = {name: step for name, step in names.items() if step.number or step.level}
    if not any(step.number == 1 or (not step.number and step.level < FULL) for step in placed.values()):
        placed = {name: step for name, step in placed.items() if not step.plain or step.number}
        if DEADLINE in names and any(_is_second(step) for step in placed.values()):
            placed[DEADLINE] = StepName(number=1)
    elif DEADLINE in names and not any(step.apart or _is_second(step) for step in placed.values()):
        placed[DEADLINE] = StepName(level=FULL)
    levels = sorted({step.level for step in placed.values() if not step.number and step.level < FULL})
    full = max(SECOND, len(levels) + 1)
    ranks = {
        name: step.number or (levels.index(step.level) + 1 if step.level < FULL else full)
        for name, step in placed.items()
        if step.number or step.level < LAST
    }
    last = max(ranks.values(), default=0) + 1
    return {name: ranks.get(name, last) for name in placed}


def _is_second(said: StepName) -> bool:
    return said.number == SECOND or (not said.number and said.level == FULL)


def _chosen(name: str, names: Mapping[str, StepName], ranks: Ranks, days: Mapping[str, Days]) -> str:
    """The deadline that this one follows; empty without one for sure."""
    kin = {other: _kinship(names, name, other) for other in ranks if ranks[other] < ranks[name]}
    rank = max((ranks[other] for other, near in kin.items() if near), default=0)
    if not rank or (names[name].number and rank != ranks[name] - 1):
        return ""
    nearest = max(near for other, near in kin.items() if ranks[other] == rank)
    before = [other for other, near in kin.items() if ranks[other] == rank and near == nearest]
    before = [other for other in before if names[other].when == names[name].when] or before
    rivals = _rivals(name, names, ranks)
    if (rivals or len(before) > 1) and any(None in days[it] for it in (name, *rivals, *before)):
        return ""
    if rivals or len(before) > 1 or name == DEADLINE or names[before[0]].when != names[name].when:
        before = [other for other in before if _can_precede(days[other], days[name])]
    return max(before, key=lambda other: days[other][1] or date.min, default="")


def _rivals(name: str, names: Mapping[str, StepName], ranks: Ranks) -> list[str]:
    """Those that are called the same step of the same procedure."""
    own = names[name].group, names[name].when
    alike = [other for other in ranks if (names[other].group, names[other].when) == own]
    return [other for other in alike if other != name and ranks[other] == ranks.get(name)]


def _kinship(names: Mapping[str, StepName], later: str, first: str) -> int:
    """How surely two are of one procedure: its own, that of all, several before one; 0 when they are not."""
    own, other = names[later].group, names[first].group
    return 3 if own == other else 2 if other < own else 1 if own < other else 0


def _can_precede(first: Days, later: Days) -> bool:
    return first[0] is None or later[1] is None or first[0] <= later[1]

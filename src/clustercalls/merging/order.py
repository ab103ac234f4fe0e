"""The order of what two sides have, where each may have moved, added and removed."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def in_order(base: Sequence[Key], ours: Sequence[Key], theirs: Sequence[Key]) -> list[Key]:
    """Every key of either side, once: as ours has them, or as theirs when only they moved any.

    What only the other has stands behind what it stands behind there, and behind what is new there too.
    """
    shared = set(base) & set(ours) & set(theirs)
    before, mine, other = ([key for key in keys if key in shared] for keys in (base, ours, theirs))
    if mine == before and other != before:
        return _joined(theirs, ours, set(base))
    return _joined(ours, theirs, set(base))


def _joined(leading: Sequence[Key], other: Sequence[Key], base: set[Key]) -> list[Key]:
    known, there = set(leading), set(other)
    waiting: list[Key] = []
    behind: dict[Key, list[Key]] = {}
    place = waiting
    for key in other:
        if key in known:
            place = behind.setdefault(key, [])
        else:
            place.append(key)
    joined: list[Key] = []
    for key in leading:
        if key in there or key in base:
            joined += waiting
            waiting = []
        joined.append(key)
        waiting = waiting + behind.get(key, [])
    return joined + waiting

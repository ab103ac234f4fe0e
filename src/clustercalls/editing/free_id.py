"""Ids that are another entry's, and what is free instead."""

from collections.abc import Iterable
from pathlib import Path

from clustercalls.errors import Place, UsageRefused, problem


def taken_id(path: Path, own: str, taken: Iterable[str]) -> UsageRefused:
    """That an id is another entry's, and one that is free."""
    return UsageRefused(problem("taken-id", Place(str(path)), id=own, free=free_id(own, taken)))


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """The id itself, or with the first number that makes it one of its own."""
    used = set(taken)
    number, candidate = 2, wanted
    while candidate in used:
        candidate = f"{wanted[:60].rstrip('-')}-{number}"
        number += 1
    return candidate

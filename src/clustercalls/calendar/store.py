"""What keeps one calendar object a milestone: a folder, or a calendar of a server."""

import re
from collections.abc import Iterator
from typing import Protocol

from clustercalls.errors import Problem

_IDENTIFIER = "[a-z0-9][a-z0-9_-]{0,63}"
_NAME = re.compile(rf"({_IDENTIFIER})\.({_IDENTIFIER})\.ics", re.ASCII)


class Store(Protocol):
    """Objects by their names; every method raises `WorldFailed` when the outside world fails."""

    @property
    def place(self) -> str:
        """What it is called in messages."""

    def items(self) -> Iterator[tuple[str, bytes | Problem]]:
        """The objects whose names could be ours, or why one cannot be read, and so is left alone."""

    def put(self, name: str, data: bytes, *, is_foreign: bool = False) -> None:
        """Makes or replaces an object, as it was when `items` saw it; `is_foreign` when that was not ours."""

    def remove(self, name: str) -> None:
        """Takes an object away, as it was when `items` saw it."""


def name_of(uid: str) -> str:
    """The name of the object with this UID: `entry.stage.ics`."""
    return f"{uid.replace('/', '.')}.ics"


def uid_of(name: str) -> str:
    """The UID an object of this name would have; empty when it cannot be ours."""
    match = _NAME.fullmatch(name)
    return f"{match[1]}/{match[2]}" if match else ""

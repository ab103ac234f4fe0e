"""What keeps one calendar object a milestone: a folder, or a calendar of a server."""

from collections.abc import Iterator
from typing import Protocol

from clustercalls.errors import Problem


class Store(Protocol):
    """Objects by their names; every method raises `WorldFailed` when the outside world fails."""

    @property
    def place(self) -> str:
        """What it is called in messages."""

    @property
    def most(self) -> int:
        """How many bytes of one component it reads back."""

    def items(self) -> Iterator[tuple[str, bytes | Problem]]:
        """The objects whose names could be ours, or why one cannot be read, and so is left alone."""

    def no_room(self, name: str, data: bytes) -> Problem | None:
        """Why this object is not to be put: all that is there could not be read back then; else it counts."""

    def put(self, name: str, data: bytes, *, is_foreign: bool = False) -> None:
        """Makes or replaces an object, as it was when `items` saw it; `is_foreign` when that was not ours."""

    def remove(self, name: str) -> None:
        """Takes an object away, as it was when `items` saw it."""

    def settle(self) -> None:
        """Sees to it that what was put and removed until now is done, in that order."""

"""A disk that fails as it is told: between the program and the system, every call that could change a file.

It stands in this process in the place of the functions of `os`, counts their calls, and refuses one of them,
or all from one on, or ends the program there: then no later call is made either, as after a kill.
"""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

CALLS = (
    "write", "fsync", "ftruncate", "truncate", "rename", "replace", "link", "unlink", "remove", "mkdir",
    "fchmod", "chmod", "fchown", "chown", "setxattr",
)  # fmt: skip
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Killed(BaseException):
    """The program is no more."""


class FailingDisk:
    """The disk of one run: whole until it is told to `refuse` a call, or to `end` the program at one."""

    def __init__(self, chance: random.Random) -> None:
        self.calls = 0
        self.has_failed = False
        self._chance = chance
        self._at = 0
        self._error = 0
        self._ever = self._ends = False

    def refuse(self, at: int, error: int, *, ever: bool) -> "FailingDisk":
        """The call of this number, from 1, fails; `ever`: and all behind it."""
        self._at, self._error, self._ever = at, error, ever
        return self

    def end(self, at: int) -> "FailingDisk":
        """The program ends at the call of this number."""
        self._at, self._ends = at, True
        return self

    @contextmanager
    def mounted(self) -> Iterator[None]:
        """Stands between this process and the system."""
        names = [name for name in CALLS if hasattr(os, name)]
        stand_ins: dict[str, Any] = {name: self._call(name, getattr(os, name)) for name in names}
        with patch.multiple(os, open=self._open(os.open), **stand_ins):
            yield

    def _call(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - those of the real one
            if name == "write" and self._is_due():
                descriptor, data = arguments
                real(
                    descriptor, bytes(data)[: self._chance.randrange(len(data) + 1)]
                )  # a part of it came through
            self._count()
            return None if name == "fsync" else real(*arguments, **named)

        return call

    def _open(self, real: Callable[..., int]) -> Callable[..., int]:
        def call(path: Any, flags: int, *arguments: Any, **named: Any) -> int:  # noqa: ANN401
            if flags & WRITES:
                self._count()
            return real(path, flags, *arguments, **named)

        return call

    def _is_due(self) -> bool:
        number = self.calls + 1
        return bool(self._at) and (number == self._at or (number > self._at and (self._ever or self._ends)))

    def _count(self) -> None:
        due = self._is_due()
        self.calls += 1
        if due:
            self.has_failed = True
            if self._ends:
                raise Killed
            raise OSError(self._error, os.strerror(self._error))

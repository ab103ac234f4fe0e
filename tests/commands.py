"""What the functions of the command line are handed, in a few words, and streams that fail as it is told."""

import io
import os
import sys

import pytest

from clustercalls.cli.context import Context
from clustercalls.config import Config
from clustercalls.i18n import ENGLISH, language

ITALIAN = language("it")
NOBODY = Context(ENGLISH, Config(), color=False, terminal=False, errors_to_terminal=False)
SOMEBODY = Context(ENGLISH, Config(), color=False, terminal=True, errors_to_terminal=True)


class Taken(io.BytesIO):
    """The bytes that a stream took, kept when it is closed; every write is refused with `error`, if any."""

    def __init__(self, error: int = 0) -> None:
        super().__init__()
        self.error = error
        self.sizes: list[int] = []

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        if self.error:
            raise OSError(self.error, os.strerror(self.error))
        self.sizes.append(len(data))
        return super().write(data)


def stream(encoding: str = "utf-8", error: int = 0) -> tuple[io.TextIOWrapper, Taken]:
    """A text stream, and what it took."""
    taken = Taken(error)
    return io.TextIOWrapper(taken, encoding), taken


class Terminal(io.TextIOWrapper):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


class Screen:
    """A terminal on all streams: what it is shown, what it is told, and what is typed at it, line by line."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
        self._out, self._err = Taken(), Taken()
        keyboard = io.BytesIO("".join(f"{line}\n" for line in typed).encode())
        monkeypatch.setattr(sys, "stdin", Terminal(keyboard, "utf-8"))
        monkeypatch.setattr(sys, "stdout", Terminal(self._out, "utf-8"))
        monkeypatch.setattr(sys, "stderr", Terminal(self._err, "utf-8"))

    @property
    def shown(self) -> str:
        return self._out.getvalue().decode()

    @property
    def said(self) -> str:
        return self._err.getvalue().decode()

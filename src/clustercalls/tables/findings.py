"""Problems of a table while it is read: what is wrong, and where inside it."""

from collections.abc import Callable
from datetime import date, time
from typing import Any, NamedTuple, TypeVar

from clustercalls.errors import HUGE, SAID, Place, Problem, problem
from clustercalls.errors.catalogue import CATALOGUE
from clustercalls.errors.kinds import Severity

KeyPath = tuple[str | int, ...]
T = TypeVar("T")

# Values that are words of ours, or lists of them: never cut.
WORDS = SAID | {"example", "known"}
LONGEST_NUMBER = 10**30
LONGEST_QUOTE = 80  # characters: one line of a terminal


class Bad(ValueError):
    """A value that cannot be: a code of the catalogue and what its words are filled with."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def shown(value: object) -> str:
    """A value as a message quotes it: as it is written in the file, and not for ever."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) >= LONGEST_NUMBER:
        return HUGE
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    text = value.isoformat() if isinstance(value, date | time) else str(value)
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


class Finding(NamedTuple):
    """A problem before its place in the file is known: the path of the value inside its table."""

    code: str
    path: KeyPath
    values: dict[str, str]

    @property
    def is_error(self) -> bool:
        """Whether the table cannot be used."""
        return CATALOGUE[self.code].severity is Severity.ERROR

    @property
    def value_path(self) -> KeyPath:
        """The path of the value that is wrong, or that is missing there."""
        return self.path if self.code != "missing-key" else (*self.path, self.values["key"])

    def at(self, place: Place) -> Problem:
        """The problem, at a place; the field is named from the path, tables counted from 1."""
        field = ".".join(str(part + 1) if isinstance(part, int) else shown(part) for part in self.path)
        return problem(self.code, Place(place.file, place.line, place.entry, field), **self.values)


class Findings(list[Finding]):
    """What cannot be, in one table; reading goes on to find the rest."""

    def attempt(self, path: KeyPath, read: Callable[..., T], *args: Any) -> T | None:  # noqa: ANN401 - passed on
        """What `read` returns, or None and a finding."""
        try:
            return read(*args)
        except Bad as bad:
            self.add(bad.code, path, **bad.values)
            return None

    def add(self, code: str, path: KeyPath, **filling: object) -> None:
        """A finding of this table; what it quotes from the file is cut to a line."""
        values = {name: str(value) if name in WORDS else shown(value) for name, value in filling.items()}
        self.append(Finding(code, path, values))

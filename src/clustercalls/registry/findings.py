"""Problems of one entry while it is read: what is wrong, and where inside the entry."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from clustercalls.errors import SAID, Place, Problem, problem
from clustercalls.errors.catalogue import CATALOGUE
from clustercalls.errors.kinds import Severity
from clustercalls.registry.values import Bad, shown

Path = tuple[str | int, ...]
T = TypeVar("T")

# Values that are words of ours, or lists of them: never cut.
WORDS = SAID | {"example", "known"}


class Finding(NamedTuple):
    """A problem before its place in the file is known: the path of the value inside its entry."""

    code: str
    path: Path
    values: dict[str, str]

    @property
    def is_error(self) -> bool:
        """Whether the entry cannot be used."""
        return CATALOGUE[self.code].severity is Severity.ERROR

    def at(self, place: Place) -> Problem:
        """The problem, at a place; the field is named from the path, tables counted from 1."""
        field = ".".join(str(part + 1) if isinstance(part, int) else shown(part) for part in self.path)
        return problem(self.code, Place(place.file, place.line, place.entry, field), **self.values)


class Findings(list[Finding]):
    """What cannot be, in one entry; reading goes on to find the rest."""

    def attempt(self, path: Path, read: Callable[..., T], *args: Any) -> T | None:  # noqa: ANN401 - passed on
        """What `read` returns, or None and a finding."""
        try:
            return read(*args)
        except Bad as bad:
            self.add(bad.code, path, **bad.values)
            return None

    def add(self, code: str, path: Path, **filling: object) -> None:
        """A finding of this entry; what it quotes from the file is cut to a line."""
        values = {name: str(value) if name in WORDS else shown(value) for name, value in filling.items()}
        self.append(Finding(code, path, values))

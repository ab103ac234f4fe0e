"""One text while it is read: its name, where things stand in it, and the tables it holds."""

from typing import Any, NamedTuple

import tomli

from clustercalls.errors import InputRefused, Place, Problem, problem
from clustercalls.registry.layout import Layout
from clustercalls.registry.pieces import loads
from clustercalls.tables.findings import Finding


class Text(NamedTuple):
    """A file, or a block of one: its name, and where things stand in it."""

    file: str
    layout: Layout

    def inside(self, kind: str, index: int, name: str, finding: Finding) -> Problem:
        """The problem of a finding inside the nth entry of a kind."""
        return finding.at(Place(self.file, self.layout.line_of(kind, index, finding.path), name))

    def top(self, finding: Finding) -> Problem:
        """The problem of a finding outside all entries."""
        return finding.at(Place(self.file, self.layout.line_of_top(*map(str, finding.path))))


class JsonText(Text):
    """A text in JSON: none of its lines can be told, so an entry without a name is told by its number."""

    def inside(self, kind: str, index: int, name: str, finding: Finding) -> Problem:
        """The problem of a finding inside the nth entry of a kind."""
        return super().inside(kind, index, name or f"{kind} {index + 1}", finding)


def toml(content: str, text: Text) -> dict[str, Any]:
    """The tables of a text, as `loads`.

    Raises:
        InputRefused: when it is not TOML.
    """
    try:
        return loads(content)
    except tomli.TOMLDecodeError as error:
        from clustercalls.registry.syntax_errors import explained

        found = explained(error, text.file)
    except RecursionError:
        from clustercalls.registry.syntax_errors import line_of_brackets

        found = problem("too-deep", Place(text.file, line_of_brackets(content)))
    except ValueError:  # the interpreter's own limit on digits
        from clustercalls.registry.syntax_errors import line_of_digits

        found = problem("bad-number", Place(text.file, line_of_digits(content)))
    raise InputRefused(found)

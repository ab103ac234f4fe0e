"""What is looked for in the catalogue: words and filters as they are typed, or stand in a watch."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from clustercalls.catalogue.named import programmes
from clustercalls.cli.choices import one_of
from clustercalls.errors import ADVICE, UsageRefused, problem
from clustercalls.model import EntryKind, Status
from clustercalls.query.filters import words_of
from clustercalls.query.wanted import Query
from clustercalls.sources.eu.programmes import PROGRAMMES

if TYPE_CHECKING:
    from sqlite3 import Connection


def query_of_words(
    connection: "Connection",
    text: str,
    programme: Iterable[str],
    status: Iterable[str],
    kind: Iterable[str],
) -> Query:
    """The query of these words and values.

    Raises:
        UsageRefused: for a value that nothing has.
    """
    known = tuple(sorted({*programmes(connection), *PROGRAMMES.values()}))  # it may offer none now
    return Query(
        kinds=frozenset(EntryKind(one_of("--kind", each, words_of(EntryKind))) for each in kind),
        programmes=frozenset(_programme(each, known) for each in programme),
        statuses=frozenset(Status(one_of("--status", each, words_of(Status))) for each in status),
        text=text,
    )


def _programme(text: str, known: tuple[str, ...]) -> str:
    """The programme that is meant, in any case."""
    meant = next((each for each in known if each.casefold() == text.strip().casefold()), None)
    if meant is not None:
        return meant
    from clustercalls.query.alike import nearest

    near = "".join(nearest(text, known))
    advice = ADVICE["near" if near else "holds" if known else "empty"]
    values = {"option": "--programme", "value": text, "near": near, "known": ", ".join(known)}
    raise UsageRefused(problem("unknown-choice", None, advice=advice, **values))

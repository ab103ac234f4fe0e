"""Entries that a document is understood to tell of, each fact with the sentence it came from."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from clustercalls.enumerations import EntryKind

LISTS = frozenset({"eligibility", "tags", "links", "funding", "ref"})
_APART = frozenset({"stage", "history", "title", "source"})


class DraftFact(Struct, frozen=True, kw_only=True):
    """One fact: the key of an entry, its value as a registry file has it, and where it was read.

    Keys are those of an entry: `title`, `programme`, `ref`, `budget`, `currency`, `grants` and so on. A stage
    is one fact, `stage`, of a table `{id, kind, when, until, at, zone, follows}` with EDTF dates; one that it
    had before is `history`, a table `{stage, was}`. `start` and `end` are places in the text of the
    passage of this number. What is not `sure` has a reason, and `readings` are the values it may have, where
    a person can choose.
    """

    key: str
    value: Any
    quote: str
    passage: int
    start: int
    end: int
    page: int = 0
    sure: bool = True
    reason: str = ""
    readings: tuple[str, ...] = ()


class Draft(Struct, frozen=True):
    """One entry to be: its kind and its facts, the title among them."""

    kind: EntryKind
    facts: tuple[DraftFact, ...]

    def first(self, key: str) -> DraftFact | None:
        """The first fact of a key."""
        return next((each for each in self.facts if each.key == key), None)


class LeftOver(Struct, frozen=True):
    """A sentence with a date, an amount or a word for a deadline that became no fact."""

    text: str
    passage: int
    page: int = 0


class Extracted(Struct, frozen=True):
    """What a document was understood to tell of, and what of it was not understood."""

    drafts: tuple[Draft, ...]
    left: tuple[LeftOver, ...] = ()


class ReadColumns(Struct, frozen=True):
    """What the headings of a table are read as: those of each field, and those of which nothing is taken."""

    fields: Mapping[str, tuple[str, ...]]
    unused: tuple[str, ...] = ()


def unshown(_: ReadColumns) -> None:
    """Where nobody is shown what the headings are read as."""


def merged(facts: Iterable[DraftFact]) -> dict[str, Any]:
    """The keys of an entry that these facts fill, but its title, source, stages and history."""
    table: dict[str, Any] = {}
    for fact in facts:
        if fact.key == "grants":
            grants = dict(fact.value)
            if currency := grants.pop("currency", None):
                table.setdefault("currency", currency)
            table["grants"] = {**table.get("grants", {}), **grants}
        elif fact.key in LISTS:
            more = fact.value if isinstance(fact.value, list) else [fact.value]
            known = table.get(fact.key, [])
            table[fact.key] = [*known, *(one for one in more if one not in known)]
        elif fact.key not in _APART:
            table.setdefault(fact.key, fact.value)
    return table

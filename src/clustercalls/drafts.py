"""Entries that a document is understood to tell of, each fact with the sentence it came from."""

from typing import Any

from msgspec import Struct

from clustercalls.enumerations import EntryKind


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
    """A sentence with a date, an amount or a word for a deadline of which nothing became a fact."""

    text: str
    passage: int
    page: int = 0


class Extracted(Struct, frozen=True):
    """What a document was understood to tell of, and what of it was not understood."""

    drafts: tuple[Draft, ...]
    left: tuple[LeftOver, ...] = ()

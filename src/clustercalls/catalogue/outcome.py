"""What a sync did to the catalogue."""

from msgspec import Struct

from clustercalls.errors import Problem


class FieldChange(Struct, frozen=True):
    """A field before and after, as two looks compare them; None where there was or is none."""

    field: str
    was: str | None
    now: str | None


class Altered(Struct, frozen=True):
    """What a source tells differently of one candidate; with no change, which one is gone."""

    key: str
    ident: str
    title: str
    changes: tuple[FieldChange, ...] = ()


class Outcome(Struct, frozen=True):
    """What came, changed and went; `new` are keys, `records` how many the source has that are not gone.

    `unread` are the keys of candidates that are no entries, with what is wrong. `aside` is where a file was
    put that was no catalogue of ours, or not whole; empty when it was.
    """

    new: tuple[str, ...] = ()
    changed: tuple[Altered, ...] = ()
    gone: tuple[Altered, ...] = ()
    records: int = 0
    unread: tuple[tuple[str, tuple[Problem, ...]], ...] = ()
    aside: str = ""

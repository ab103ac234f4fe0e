"""The candidate that a whole entry is: whoever has it in the form of a registry loses nothing of it."""

from collections.abc import Iterable

from clustercalls.candidate import Candidate
from clustercalls.limits import TEXT_LETTERS
from clustercalls.model import Entry
from clustercalls.query.outward import OFFICES
from clustercalls.registry.public_tables import public_table
from clustercalls.sources.eu.candidate import SOURCE as PORTAL
from clustercalls.sources.offered import VERSION, digest


def offered_entry(
    source: str,
    key: str,
    entry: Entry,
    *,
    ident: str = "",
    credit: str = "",
    words: Iterable[str] = (),
    text: str = "",
) -> Candidate:
    """The candidate of what others may know of an entry.

    The key of its source is ours, `NAME:KEY`. One of the EU portal stays: that is where both offices follow
    it, and by that they see that it is the same call. `credit` is who says so, where the entry names no
    document. `words` and `text` are searched beside what it says.

    Raises:
        StageCircle, OverflowError, KeyError: as `public_table`.
    """
    table = public_table(entry, OFFICES)
    table.pop("id")
    told = table.pop("source", {})
    theirs = told.pop("key", "")
    if not (told.get("title") or told.get("url")):
        told["title"] = credit
    told = {name: each for name, each in told.items() if each}
    table["source"] = {**told, "key": theirs if theirs.startswith(f"{PORTAL}:") else f"{source}:{key}"}
    whole = {"kind": entry.kind.value, **table}
    searched = tuple(sorted({*entry.ref, *entry.tags, *words} - {""}))
    told_of = "\n".join(filter(None, (entry.about, *entry.eligibility, text)))[:TEXT_LETTERS]
    made = digest(VERSION, key, whole, searched, told_of)
    return Candidate(
        source=source, key=key, ident=ident, title=entry.title, entry=whole, words=searched, text=told_of,
        print=made,
    )  # fmt: skip

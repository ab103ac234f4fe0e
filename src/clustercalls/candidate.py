"""The types that join what sources offer to the catalogue, and that to the registry."""

from datetime import date
from typing import Any

import msgspec


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that a source proposes, as a registry would write it, and what is searched beside it."""

    source: str  # the name of the source in the config, "eu"
    key: str  # unique in the source: reference without its language, e.g. "50130830TOPICS"
    ident: str  # the identifier people know, e.g. "HORIZON-CL5-2026-09-D4-03"; may be empty
    title: str
    entry: dict[str, Any]  # JSON-able table as a registry file has it: title, programme, summary, budget,
    # currency, grants, url, status (only "cancelled"), note, source {title,url,key},
    # stage: list of {id, kind, when (EDTF text, "2026-09-15"), at ("17:00:00"), zone, follows, note}
    parent: str = ""  # the title of the call above it; searched
    words: tuple[str, ...] = ()  # identifiers, keywords, tags; searched
    text: str = ""  # plain text of the description; searched
    is_key_made: bool = False  # the source gives no key: ours is made of the title and what stands beside it
    unread: tuple[str, ...] = ()  # what stands where a date or an amount belongs and is none
    print: str = ""  # a digest of the facts, with the parser's version


class DoneElsewhere(msgspec.Struct, frozen=True):
    """A task of our own making that somebody ticked in a calendar: its UID, and the day of the tick."""

    uid: str
    day: date

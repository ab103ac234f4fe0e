"""The shape of a registry file: one Struct a table, in the order in which keys are written.

msgspec checks types and unknown keys in C; dates, zones and what depends on another key are read after.
"""

from typing import Annotated, Any

from msgspec import Meta, Struct, field

from clustercalls.entry_tables import Contact, Funding, Grants, Link, Text, Texts
from clustercalls.limits import ITEMS, STAGES
from clustercalls.model import EntryKind

SCHEMA = 1
MONTHS_LIMIT = 1_200
DAYS_LIMIT = 36_600
WORKING_LIMIT = 2_600  # of ten years

Date = Any  # a TOML date, a TOML date-time, or an EDTF text: msgspec has no such union
Hour = Any  # a TOML time or a text

TABLES = {kind.value: kind for kind in EntryKind}


class AfterTable(Struct, forbid_unknown_fields=True):
    """`after = { stage = "first", months = 4 }`."""

    stage: Text
    months: Annotated[int, Meta(ge=-MONTHS_LIMIT, le=MONTHS_LIMIT)] = 0
    days: Annotated[int, Meta(ge=-DAYS_LIMIT, le=DAYS_LIMIT)] = 0
    working_days: Annotated[int, Meta(ge=-WORKING_LIMIT, le=WORKING_LIMIT)] | None = None


class StageTable(Struct, forbid_unknown_fields=True):
    """`[[call.stage]]`."""

    kind: Text
    id: Text = ""
    title: Text = ""
    when: Date = None
    until: Date = None
    after: AfterTable | None = None
    days: Annotated[int, Meta(ge=-DAYS_LIMIT, le=DAYS_LIMIT)] | None = None
    at: Hour = None
    zone: Text = ""
    follows: Text = ""
    cancelled: bool = False
    rolling: bool = False
    owner: Text = ""
    done: Date = None
    note: Text = ""


class HistoryTable(Struct, forbid_unknown_fields=True):
    """`[[call.history]]`."""

    stage: Text = ""
    was: Date = None
    was_status: Text = ""
    was_track: Text = ""
    noticed: Date = None
    why: Text = ""
    source: Text = ""


class SharedSourceTable(Struct, forbid_unknown_fields=True):
    """`source` of `[defaults]`: what several entries can have from one document."""

    title: Text = ""
    url: Text = ""
    date: Date = None
    quote: Text = ""


class SourceTable(SharedSourceTable, forbid_unknown_fields=True):
    """`source = { title = …, url = …, date = …, quote = …, key = … }`."""

    key: Text = ""


class EntryTable(Struct, forbid_unknown_fields=True):
    """`[[call]]`, `[[event]]`, `[[policy]]`, `[[resource]]`."""

    id: Text
    title: Text
    programme: Text = ""
    summary: Text = ""
    about: Text = ""
    published: Date = None
    opens: Date = None
    info_day: Date = None
    registration: Date = None
    deadline: Date = None
    interview: Date = None
    decision: Date = None
    dates: Date = None
    internal: Date = None
    starts: Date = None
    ends: Date = None
    at: Hour = None
    zone: Text = ""
    status: Text = ""
    budget: float | int | None = None
    currency: Text = ""
    grants: Grants | None = None
    funding: Annotated[tuple[Funding, ...], Meta(max_length=ITEMS)] = ()
    eligibility: Texts = ()
    place: Text = ""
    contact: Contact | None = None
    ref: Texts = ()
    language: Text = ""
    url: Text = ""
    links: Annotated[tuple[Link, ...], Meta(max_length=ITEMS)] = ()
    tags: Texts = ()
    track: Text = ""
    owner: Text = ""
    warn: Texts | None = None
    checked: Date = None
    source: SourceTable | None = None
    note: Text = ""
    stage: Annotated[tuple[StageTable, ...], Meta(max_length=STAGES)] = ()
    history: Annotated[tuple[HistoryTable, ...], Meta(max_length=ITEMS)] = ()


class DefaultsTable(Struct, forbid_unknown_fields=True):
    """`[defaults]`: what every entry of the file has unless it says otherwise."""

    zone: Text = ""
    currency: Text = ""
    language: Text = ""
    source: SharedSourceTable = field(default_factory=SharedSourceTable)

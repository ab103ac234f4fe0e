"""The shape of a registry file: one Struct a table, in the order in which keys are written.

msgspec checks types and unknown keys in C; dates, zones and what depends on another key are read after.
"""

from typing import Annotated, Any

from msgspec import Meta, Struct, field

from clustercalls.model import LIST_LIMIT, Contact, EntryKind, Funding, Grants, Link, Text, Texts

SCHEMA = 1
STAGE_LIMIT = 100  # stages of one entry; how they hang together costs the square of it
MONTHS_LIMIT = 1_200
DAYS_LIMIT = 36_600

Date = Any  # a TOML date, a TOML date-time, or an EDTF text: msgspec has no such union
Hour = Any  # a TOML time or a text

TABLES = {kind.value: kind for kind in EntryKind}


class AfterTable(Struct, forbid_unknown_fields=True):
    """`after = { stage = "first", months = 4 }`."""

    stage: Text
    months: Annotated[int, Meta(ge=-MONTHS_LIMIT, le=MONTHS_LIMIT)] = 0
    days: Annotated[int, Meta(ge=-DAYS_LIMIT, le=DAYS_LIMIT)] = 0


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
    note: Text = ""


class HistoryTable(Struct, forbid_unknown_fields=True):
    """`[[call.history]]`."""

    stage: Text = ""
    was: Date = None
    was_status: Text = ""
    noticed: Date = None
    why: Text = ""
    source: Text = ""


class SourceTable(Struct, forbid_unknown_fields=True):
    """`source = { title = …, url = …, date = …, quote = … }`."""

    title: Text = ""
    url: Text = ""
    date: Date = None
    quote: Text = ""


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
    funding: Annotated[tuple[Funding, ...], Meta(max_length=LIST_LIMIT)] = ()
    eligibility: Texts = ()
    place: Text = ""
    contact: Contact | None = None
    url: Text = ""
    links: Annotated[tuple[Link, ...], Meta(max_length=LIST_LIMIT)] = ()
    tags: Texts = ()
    track: Text = ""
    owner: Text = ""
    warn: Texts | None = None
    checked: Date = None
    source: SourceTable | None = None
    note: Text = ""
    stage: Annotated[tuple[StageTable, ...], Meta(max_length=STAGE_LIMIT)] = ()
    history: Annotated[tuple[HistoryTable, ...], Meta(max_length=LIST_LIMIT)] = ()


class DefaultsTable(Struct, forbid_unknown_fields=True):
    """`[defaults]`: what every entry of the file has unless it says otherwise."""

    zone: Text = ""
    currency: Text = ""
    source: SourceTable = field(default_factory=SourceTable)


# What a person is told a key should be, and an example: (expected, example).
EXPECTED: dict[str, tuple[str, str]] = {
    "budget": ("an amount", "budget = 18_500_000"),
    "grants": ("a table", "grants = { number = 8, each = 350_000 }"),
    "number": ("a whole number", "number = 8"),
    "each": ("an amount", "each = 350_000"),
    "funding": ("a list of tables", 'funding = [{ rate = 75, for = "SMEs" }]'),
    "rate": ("a percentage", "rate = 75"),
    "eligibility": ("a list of texts", 'eligibility = ["SMEs", "universities"]'),
    "contact": ("a table", 'contact = { email = "info@example.org" }'),
    "phones": ("a list of texts", 'phones = ["+32 2 501 08 75"]'),
    "links": ("a list of tables", 'links = [{ url = "https://example.org", title = "Slides" }]'),
    "tags": ("a list of texts", 'tags = ["smes", "value chains"]'),
    "warn": ("a list of periods", 'warn = ["30d", "7d"]'),
    "source": ("a table", 'source = { title = "Work programme", date = 2026-12-01 }'),
    "stage": ("tables of their own", "[[{entry}.stage]]"),
    "history": ("tables of their own", "[[{entry}.history]]"),
    "after": ("a table", 'after = { stage = "first", months = 4 }'),
    "months": ("a whole number of months, {most} at most", "months = 4"),
    "days": ("a whole number of days, {most} at most", "days = -10"),
    "cancelled": ("true or false", "cancelled = true"),
    "schema": ("a whole number", "schema = 1"),
    "defaults": ("a table", "[defaults]"),
}
MOST = {"months": MONTHS_LIMIT, "days": DAYS_LIMIT}

"""What a person is told about the keys of a registry: what each should be, examples, where it belongs."""

from typing import Any

from msgspec import Struct

from clustercalls.entry_fields import FIELDS
from clustercalls.registry import suggest
from clustercalls.registry.shape import DAYS_LIMIT, MONTHS_LIMIT, WORKING_LIMIT, DefaultsTable, EntryTable
from clustercalls.tables import diagnose
from clustercalls.tables.diagnose import ExpectedKey, Words
from clustercalls.tables.findings import Finding

# What a person is told a key should be, and an example; of the fields of an entry their table says it.
EXPECTED = {
    **{
        field.key.rpartition(".")[2]: ExpectedKey(field.expected, field.example)
        for field in FIELDS
        if field.expected
    },
    "after": ExpectedKey("a table", 'after = { stage = "first", months = 4 }'),
    "months": ExpectedKey("a whole number of months, {most} at most", "months = 4"),
    "days": ExpectedKey("a whole number of days, {most} at most", "days = -10"),
    "cancelled": ExpectedKey("true or false", "cancelled = true"),
    "rolling": ExpectedKey("true or false", "rolling = true"),
    "schema": ExpectedKey("a whole number", "schema = 1"),
    "name": ExpectedKey("a text", 'name = "office-puglia"'),
    "defaults": ExpectedKey("a table", "[defaults]"),
    "history.stage": ExpectedKey("a text", 'stage = "first"'),
    "history.source": ExpectedKey("a text", 'source = "https://example.org/corrigendum-2"'),
    "template": ExpectedKey(
        "lists of steps by name", 'template.lead = [{ id = "draft", working_days = -5 }]'
    ),
    "audience": ExpectedKey("tables by name", "[audience.members]"),
    "days_off": ExpectedKey("a table", "[days_off]"),
    "working_days": ExpectedKey("a whole number", "working_days = -10"),
    "template.working_days": ExpectedKey("a whole number, 0 or below", "working_days = -5"),
    "after.stage": ExpectedKey("a text", 'stage = "first"'),
    "contact.name": ExpectedKey("a text", 'name = "Helpdesk"'),
}
MOST = {"months": MONTHS_LIMIT, "days": DAYS_LIMIT, "working_days": WORKING_LIMIT}
# What to write where a key is missing; also what is read in its place, to find what else is wrong.
EXAMPLES: dict[str, Any] = {
    "id": "innosup-1-2017",
    "title": "What it is called",
    "kind": "deadline",
    "stage": "first",
    "url": "https://example.org",
    "rate": 75,
    "working_days": -5,
}
# What people call one table of a list.
ONE_OF = {"links": "link", "after": "`after`", "funding": "row of `funding`"}


def words_of(entry: str) -> Words:
    """What to say of the keys of an entry, by the name of its table; of `[defaults]` too."""

    def unknown(key: str, known: tuple[str, ...], shape: type[Struct], table: str) -> suggest.Advice:
        if shape is EntryTable:
            return suggest.for_entry_key(key, entry)
        if shape is DefaultsTable:
            return suggest.for_default(key)
        return suggest.for_inner_key(key, known, entry, table)

    return Words(EXPECTED, EXAMPLES, unknown, what=ONE_OF, entry=entry, most=MOST)


def mistyped_top(key: str, value: object) -> Finding:
    """The finding of a table of the file itself that is of the wrong type."""
    finding = diagnose.mistyped(key, value, words_of(key), (key,), "tables of their own", f"[[{key}]]")
    if key not in EXPECTED:
        advice = "Write it as in: {example}, with two brackets on both sides"
        if isinstance(value, dict) and "id" not in value and "title" not in value:
            advice = "Write it as in: {example}, above all that belongs to it"
        finding.values["advice"] = advice
    return finding

"""The table of a new entry from what was given of it, whichever way it was asked, and what is said of it."""

from collections.abc import Iterable
from datetime import date

from clustercalls.cli.keep.add_options import Facts
from clustercalls.cli.keep.desk import Desk, sure_text
from clustercalls.editing.currency import default_currency, to_be
from clustercalls.editing.document import Document, Table
from clustercalls.editing.fields import ENTRY, read_value
from clustercalls.editing.new_entry import (
    ROLLING,
    default_source,
    last_source,
    names_source,
    proposed_id,
    sure_id,
    table_of,
)
from clustercalls.editing.typed_dates import ReadDate
from clustercalls.errors import ADVICE, UsageRefused, problem
from clustercalls.registry import notation


def table_from(
    document: Document, elsewhere: set[str], kind: str, facts: Facts, today: date, read_date: ReadDate
) -> Table:
    """The table of the entry that these facts make.

    Raises:
        UsageRefused: for a value that cannot be.
    """
    taken = elsewhere | ids_of(document)
    for name in facts.__struct_fields__:
        value = getattr(facts, name)
        for text in value if isinstance(value, list) else [] if isinstance(value, bool) else [value or ""]:
            sure_text(f"--{name.replace('_', '-')}", text)
    name = id_of(facts, kind, taken)
    given = facts.said()
    given["currency"] = to_be(given, {}, default_currency(document)) or given.get("currency", "")
    if facts.rolling and facts.deadline:
        raise UsageRefused(problem("not-together", one="--rolling", other="--deadline"))
    rolling = [ROLLING] if facts.rolling else []
    table = table_of(name, given, [*(facts.stage or ()), *rolling], today, read_date, document.zone)
    for key, texts in (("tags", facts.tag), ("eligibility", facts.eligibility)):
        if items := [each for text in texts or () for each in read_value(key, ENTRY[key], text)]:
            table[key] = list(dict.fromkeys(items))
    if facts.source_from:
        if facts.source_from.casefold() != "last":
            raise UsageRefused(
                problem(
                    "unknown-choice",
                    option="--source-from",
                    value=facts.source_from,
                    known="last",
                    near="last",
                    advice=ADVICE["near"],
                )
            )
        if facts.source_title or facts.source_url:
            raise UsageRefused(problem("two-sources"))
        source = last_source(document) | table.get("source", {})
        table |= {"source": source} if source else {}
    return notation.in_order(table)


def id_of(facts: Facts, kind: str, taken: set[str]) -> str:
    """The id that was typed, else one of the title's words that is not taken.

    Raises:
        UsageRefused: when the one that was typed cannot be.
    """
    return sure_id(facts.id, taken) if facts.id else proposed_id(facts.title, kind, taken)


def ids_of(document: Document) -> set[str]:
    """Every id of a file, in small letters."""
    return {address.id.casefold() for address in document.addresses()}


def taken_in(documents: Iterable[Document]) -> set[str]:
    """Every id of these files, in small letters."""
    return set[str]().union(*map(ids_of, documents))


def credit(document: Document, desk: Desk, tables: list[Table]) -> str:
    """Which source new entries are credited to without having named it; empty when they all name theirs."""
    source = default_source(document)
    first = next((each["id"] for each in tables if not names_source(each)), "")
    if not source or not first:
        return ""
    text = "source: {source}, the default of this file; another: set {id} source.title=…"
    return desk.context.t(text, source=source, id=first)

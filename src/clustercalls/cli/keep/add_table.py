"""The table of a new entry from what was given of it, whichever way it was asked, and what is said of it."""

from collections.abc import Iterable
from datetime import date

from clustercalls.cli.keep.add_options import Facts
from clustercalls.cli.keep.desk import Desk, sure_text
from clustercalls.editing import notation
from clustercalls.editing.currency import default_currency, to_be
from clustercalls.editing.document import Document, Table
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
from clustercalls.errors import UsageRefused, problem


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
    name = sure_id(facts.id, taken) if facts.id else proposed_id(facts.title, kind, taken)
    given = facts.said()
    given["currency"] = to_be(given, {}, default_currency(document)) or given.get("currency", "")
    if facts.rolling and facts.deadline:
        raise UsageRefused(problem("not-together", one="--rolling", other="--deadline"))
    rolling = [ROLLING] if facts.rolling else []
    table = table_of(name, given, [*(facts.stage or ()), *rolling], today, read_date, document.zone)
    for key, items in (("tags", facts.tag), ("eligibility", facts.eligibility)):
        if items:
            table[key] = [each for each in dict.fromkeys(items) if each]
    if facts.source_from:
        if facts.source_from != "last":
            raise UsageRefused(
                problem(
                    "unknown-choice",
                    option="--source-from",
                    value=facts.source_from,
                    known="last",
                    near="last",
                )
            )
        if facts.source_title or facts.source_url:
            raise UsageRefused(problem("two-sources"))
        source = last_source(document) | table.get("source", {})
        table |= {"source": source} if source else {}
    return notation.in_order(table)


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

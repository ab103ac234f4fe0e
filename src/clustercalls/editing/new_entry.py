"""A new entry from what was typed: its id, its table in the order of files, its stages and source."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from clustercalls.editing import notation
from clustercalls.editing.document import Document, Table
from clustercalls.editing.fields import DATED, ENTRY, read_value
from clustercalls.editing.new_dates import put, put_dates, put_stage, zone_of_entry
from clustercalls.editing.transaction import free_id
from clustercalls.editing.typed_dates import ReadDate
from clustercalls.errors import UsageRefused, problem
from clustercalls.phrase.folding import fold
from clustercalls.phrase.roles import Said, role_of
from clustercalls.registry import values
from clustercalls.registry.steps import followed
from clustercalls.tables.findings import Bad

# Names that some file systems give to devices: an entry's calendar file has its id for a name.
RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
ROLLING = "rolling"  # in place of a stage with its date: one can apply at any time
LONGEST = 48  # of a proposed id; there is room for a number


def proposed_id(title: str, kind: str, taken: Iterable[str]) -> str:
    """An id made of the title's words, free and not reserved; of the kind when the title has no letters."""
    words = re.findall(r"[a-z0-9]+", fold(title))
    proposed = ""
    for word in words:
        if proposed and len(proposed) + 1 + len(word) > LONGEST:
            break
        proposed = f"{proposed}-{word}"[:LONGEST] if proposed else word[:LONGEST]
    if not proposed or proposed in RESERVED:
        proposed = f"{kind}-{proposed or 1}"
    return free_id(proposed, taken)


def sure_id(text: str, taken: Iterable[str]) -> str:
    """The id, when it can be one and is free.

    Raises:
        UsageRefused: when it has other letters, is reserved, or is another entry's.
    """
    _sure(values.identifier, text)
    if text in RESERVED:
        raise UsageRefused(problem("reserved-id", id=text))
    taken = set(taken)
    if text in taken:
        raise UsageRefused(problem("taken-id", id=text, free=free_id(text, taken)))
    return text


def sure_address(text: str) -> str:
    """The web address, when it is one.

    Raises:
        UsageRefused: when it is none.
    """
    return _sure(values.address, text)


def table_of(
    name: str,
    typed: dict[str, str],
    stages: Iterable[str],
    today: date,
    read_date: ReadDate,
    zone: str = "Europe/Brussels",
) -> Table:
    """The table of an entry; `typed` is what was typed, by field, `zone` the one it has if it names none.

    Raises:
        UsageRefused: for a value that cannot be.
    """
    table: Table = {"id": name}
    heard: dict[str, Said] = {}
    for field, text in typed.items():
        if text and ENTRY[field].is_date:
            heard[field] = read_date(text, role_of(field))
        elif text:
            put(table, ENTRY[field].path, read_value(field, ENTRY[field], text))
    bare = zone_of_entry(table, zone)
    stage_tables = put_dates(table, heard, zone)
    table["checked"] = today
    stage_tables = _stages(stage_tables, stages, read_date, table, (zone_of_entry(table, zone), bare))
    return notation.in_order(table) | ({"stage": stage_tables} if stage_tables else {})


def default_source(document: Document) -> str:
    """What the source of entries that name none is called; empty when the file has no such default."""
    defaults = document.raw.get("defaults")
    source = defaults.get("source") if isinstance(defaults, dict) else None
    return str(source.get("title") or source.get("url") or "") if isinstance(source, dict) else ""


def names_source(table: Table) -> bool:
    """Whether an entry says which document tells of it."""
    source = table.get("source")
    return isinstance(source, dict) and bool(source.get("title") or source.get("url"))


def last_source(document: Document) -> Table:
    """The source that the last entry of a file names, without what it says of that entry alone.

    Raises:
        UsageRefused: when no entry has one.
    """
    tables = [document.table(address) for address in document.addresses()]
    sources = [each["source"] for each in tables if isinstance(each.get("source"), dict)]
    if not sources:
        raise UsageRefused(problem("no-source"))
    last = max(sources, key=lambda each: _position(document, each))
    return {key: value for key, value in last.items() if key not in {"quote", "key"}}


def _position(document: Document, source: Table) -> int:
    """Where in the text the entry with this source stands: tables are parsed kind by kind."""
    address = next(each for each in document.addresses() if document.table(each).get("source") is source)
    found = document.block(address)
    return found[0] if found else -1


def _sure(read: Callable[[str], str], text: str) -> str:
    """What `read` makes of a text, when it can be read."""
    try:
        return read(text)
    except Bad as bad:
        raise UsageRefused(problem(bad.code, None, **bad.values)) from None


def _stages(
    tables: list[Table], texts: Iterable[str], read_date: ReadDate, entry: Table, zones: tuple[str, str]
) -> list[Table]:
    """The stages there are and those typed; a deadline named as the step after another one follows it.

    An opening that is named beside a stage is the entry's; `zones` as for `put_stage`.
    """
    tables = [*tables, *(_stage(each, read_date, entry, zones) for each in texts)]
    deadlines = {str(each.get("id", each["kind"])): each for each in tables if each["kind"] == "deadline"}
    for name, first in followed(deadlines).items():
        deadlines[name]["follows"] = first
    return [notation.in_order(each, "stage") for each in tables]


def _stage(text: str, read_date: ReadDate, table: Table, zones: tuple[str, str]) -> Table:
    """`first=2017-04-04`: a deadline, or of the kind it is named by; words that are no id are its title."""
    if text == ROLLING:
        return {"kind": "deadline", "rolling": True}
    name, sign, when = (part.strip() for part in text.partition("="))
    if not sign or not name:
        raise UsageRefused(problem("bad-stage", value=text))
    own = values.near_identifier(name)
    if not own:
        _sure(values.identifier, name)
    kind = next((each for each in DATED if own.replace("-", "_") == each), "deadline")
    stage: Table = {"kind": kind}
    if own != kind and own.replace("-", "_") != kind:
        stage |= {"id": own} | ({} if own == name else {"title": name})
    if when:
        put_stage(stage, table, read_date(when, role_of("when", kind)), zones)
    return stage

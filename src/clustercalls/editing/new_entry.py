"""A new entry from what was typed: its id, its table in the order of files, its stages and source."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from clustercalls.editing.document import Document, Table
from clustercalls.editing.fields import ENTRY, read_value, sure
from clustercalls.editing.free_id import free_id
from clustercalls.editing.new_dates import (
    STAGES,
    put,
    put_dates,
    put_stage,
    refuse_own_opening,
    zone_of_entry,
)
from clustercalls.editing.read_together import TypedDate, in_steps, read_together
from clustercalls.editing.short_keys import paths, written_long
from clustercalls.editing.typed_dates import ReadDate
from clustercalls.editing.typed_hours import put_hour
from clustercalls.errors import UsageRefused, problem
from clustercalls.phrase.field_roles import role_of
from clustercalls.phrase.folding import fold
from clustercalls.phrase.said import Said
from clustercalls.phrase.stage_names import NoStage, kind_of
from clustercalls.registry import notation, values
from clustercalls.registry.dates import moment
from clustercalls.registry.steps import DEADLINE, UNDATED, Days, followed

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
    sure(values.identifier, text)
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
    return sure(values.address, text)


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
    named = [_parted(each) for each in stages]
    read_date = read_together(_typed(typed, named), read_date)
    heard: dict[str, Said] = {}
    for field, text in typed.items():
        if text and ENTRY[field].is_date:
            heard[field] = read_date(text, role_of(field))
        elif text and field != "at":
            put(table, ENTRY[field].path, read_value(field, ENTRY[field], text))
    spoken = _in_steps(typed, heard, [(each, _said(each, read_date)) for each in named], read_date)
    if typed.get("at"):
        put_hour(table, heard, typed["at"], read_date)
    stage_tables = put_dates(table, heard, zone, typed, [dates for _, dates in spoken])
    table["checked"] = today
    stage_tables = _stages(stage_tables, spoken, table, zone_of_entry(table, zone), heard)
    return notation.in_order(table) | ({"stage": stage_tables} if stage_tables else {})


class _NamedStage(NamedTuple):
    """A stage as typed: what it is called, its kind, the text of its date; no name for a rolling one."""

    name: str
    kind: str
    when: str


def _parted(text: str) -> _NamedStage:
    if text == ROLLING:
        return _NamedStage("", DEADLINE, "")
    name, sign, when = (part.strip() for part in text.partition("="))
    if not sign or not name:
        raise UsageRefused(problem("bad-stage", value=text))
    return _NamedStage(name, _kind_of(name), when)


def _typed(fields: dict[str, str], stages: Iterable[_NamedStage]) -> list[TypedDate]:
    """The texts of the dates of the entry's stages."""
    own = [TypedDate(text, role_of(field)) for field, text in fields.items() if text and field in STAGES]
    return own + [TypedDate(each.when, role_of("when", each.kind)) for each in stages if each.when]


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


def _stages(
    tables: list[Table],
    typed: Iterable[tuple[_NamedStage, Said]],
    entry: Table,
    zone: str,
    heard: Mapping[str, Said],
) -> list[Table]:
    """The stages there are and those typed; a deadline named as the step after another one follows it.

    The opening that is named beside a deadline is the entry's, unless it comes after another one; `zone` as
    for `put_stage`. The entry's deadline becomes a stage where it follows one.
    """
    typed = list(typed)
    tables = [*tables, *(_stage(each, dates, entry, zone) for each, dates in typed)]
    deadlines = {str(each.get("id", each["kind"])): each for each in tables if each["kind"] == DEADLINE}
    short = {DEADLINE: entry[DEADLINE]} if DEADLINE in entry else {}
    days = {name: _days(when) for name, when in short.items()}
    days |= {name: _days(each.get("when")) for name, each in deadlines.items()}
    follows = followed(days)
    said = {_id_of(each): dates for each, dates in typed if each.kind == DEADLINE}
    for name, dates in {**heard, **said}.items():
        if name in days:
            refuse_own_opening(
                name,
                dates,
                others=[days[each] for each in days if each != name],
                follows=follows.get(name, ""),
            )
    if DEADLINE in follows and DEADLINE in short:
        deadlines[DEADLINE] = written_long(entry, DEADLINE)
        for path in paths(entry, DEADLINE).values():
            del entry[str(path[0])]
        tables.append(deadlines[DEADLINE])
    for name, first in follows.items():
        deadlines[name]["follows"] = first
    return [notation.in_order(each, "stage") for each in tables]


def _in_steps(
    typed: dict[str, str], heard: dict[str, Said], spoken: list[tuple[_NamedStage, Said]], read: ReadDate
) -> list[tuple[_NamedStage, Said]]:
    """What was said for each stage, none before the one that it follows; the deadline too, in `heard`."""
    short = {DEADLINE: (typed[DEADLINE], heard[DEADLINE])} if DEADLINE in heard else {}
    long = {_id_of(stage): (stage.when, dates) for stage, dates in spoken if stage.kind == DEADLINE}
    in_order = in_steps(short | long, read)
    heard |= {name: in_order[name] for name in short if name not in long}
    return [
        (stage, in_order[_id_of(stage)] if long.get(_id_of(stage)) == (stage.when, dates) else dates)
        for stage, dates in spoken
    ]


def _id_of(typed: _NamedStage) -> str:
    """The id of a stage by its name, which is its kind where that says no more."""
    own = values.near_identifier(typed.name)
    return own if own.replace("-", "_") != typed.kind else typed.kind


def _said(typed: _NamedStage, read_date: ReadDate) -> Said:
    return read_date(typed.when, role_of("when", typed.kind)) if typed.when else Said()


def _days(when: Any) -> Days:  # noqa: ANN401 - a TOML value
    """The earliest and the latest day of a date as it is written."""
    read = sure(lambda value: moment(value, "UTC")[0], when) if when else None
    return (read.earliest, read.latest) if read else UNDATED


def _stage(typed: _NamedStage, dates: Said, table: Table, zone: str) -> Table:
    """`first=2017-04-04`: a deadline, or of the kind it is named by; words that are no id are its title."""
    name, kind, _ = typed
    if not name:
        return {"kind": kind, "rolling": True}
    own = values.near_identifier(name)
    if not own:
        sure(values.identifier, name)
    stage: Table = {"kind": kind}
    if own != kind and own.replace("-", "_") != kind:
        stage |= {"id": own} | ({} if own == name else {"title": name})
    put_stage(stage, table, dates, zone)
    return stage


def _kind_of(name: str) -> str:
    try:
        return kind_of(name)
    except NoStage as refused:
        raise UsageRefused(
            problem(
                "not-a-deadline", value=name, reason=refused.reason, advice=refused.advice, kind=refused.kind
            )
        ) from None

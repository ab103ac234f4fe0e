"""`clustercalls changes ID`: what happened to an entry, by its history and the journal of commands."""

from datetime import date, datetime

from msgspec import Struct

from clustercalls import compare
from clustercalls.cli import output
from clustercalls.cli.context import Surroundings, exit_code_of
from clustercalls.compare import STAGE, UNDATED, Change
from clustercalls.model import Entry, Registry, zone_of
from clustercalls.render.changes import said
from clustercalls.render.safe import safe_text


class ChangeRow(Struct, frozen=True):
    """One thing that happened: told by the entry's history, or by the journal of commands."""

    at: str
    told_by: str
    stage: str | None = None
    was: str | None = None
    now: str | None = None
    why: str | None = None
    source: str | None = None
    command: str | None = None
    said: str | None = None


def tell(registry: Registry, id_: str, entry: Entry | None, form: str, around: Surroundings) -> int:
    """Everything that happened to an entry: dates that moved, and what commands did to it.

    `entry` is what it is, or was when a command took it out; None when that is not known.
    """
    moved = compare.told(entry, None, date.max) if entry else ()
    found = [(_history(each), said(each, entry, around.t)) for each in moved]
    found += [(row, f"{row.command}: {row.said}") for row in _journal(id_, registry)]
    found.sort(key=lambda each: each[0].at)
    if form == "json":
        import msgspec

        output.write([msgspec.json.format(msgspec.json.encode([row for row, _ in found])) + b"\n"])
    else:
        output.write(_line(row.at, told) for row, told in found)
    if not found and around.talks:
        output.say(around.t("Nothing is known to have happened to it."))
    return exit_code_of(registry, 0)


def _history(change: Change) -> ChangeRow:
    return ChangeRow(
        change.noticed.isoformat() if change.noticed else "",
        "history",
        change.field.removeprefix(STAGE) if change.field.startswith(STAGE) else None,
        None if change.was == UNDATED else change.was,
        None if change.now == UNDATED else change.now,
        change.why or None,
        change.source or None,
    )


def _journal(id_: str, registry: Registry) -> list[ChangeRow]:
    from clustercalls.editing.journal_entries import records_of

    return [
        ChangeRow(_clock(record.at, registry.zone), "journal", command=record.command, said=record.said)
        for record in records_of(registry)
        if id_ in record.entries
    ]


def _clock(at: str, zone: str) -> str:
    """A moment of the journal on the registry's own clock."""
    try:
        return datetime.fromisoformat(at).astimezone(zone_of(zone)).isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        return at


def _line(at: str, told: str) -> str:
    return safe_text(f"{at[:16].replace('T', ' ') or '–':<16}  {told}") + "\n"

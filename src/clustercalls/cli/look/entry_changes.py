"""`clustercalls changes ID`: what happened to an entry, by its history and the journal of commands."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from clustercalls.cli import output
from clustercalls.cli.context import Context, exit_code_of
from clustercalls.editing.record import Record
from clustercalls.history import compare
from clustercalls.model import Entry, Registry
from clustercalls.render.changes import ChangeRow, change_row, said
from clustercalls.render.json import array
from clustercalls.render.safe import safe_text
from clustercalls.zones import zone_of


def tell(
    registry: Registry, id_: str, entry: Entry | None, records: Iterable[Record], form: str, context: Context
) -> int:
    """Everything that happened to an entry: dates that moved, and what commands did to it.

    `entry` is what it is, or was when a command took it out; None when that is not known.
    """
    moved = compare.from_history(entry, None, date.max) if entry else ()
    found = [(change_row(each), said(each, entry, context.t)) for each in moved]
    found += [(row, f"{row.command}: {row.said}") for row in _journal(id_, entry, records, registry.zone)]
    found.sort(key=lambda each: each[0].at or "")
    if form == "json":
        output.write(array(row for row, _ in found))
    else:
        output.write(_line(row.at or "", told) for row, told in found)
    if not found and context.talks:
        output.say(context.t("Nothing is known to have happened to it."))
    return exit_code_of(registry, 0)


def _journal(id_: str, entry: Entry | None, records: Iterable[Record], zone: str) -> Iterator[ChangeRow]:
    for record in records:
        if id_ in record.entries:
            clock = _clock(record.at, zone)
            yield ChangeRow(
                id=id_,
                title=entry.title if entry else None,
                noticed=clock.date() if clock else None,
                at=clock.isoformat(timespec="seconds") if clock else record.at or None,
                told_by=compare.JOURNAL,
                command=record.command,
                said=record.said,
            )


def _clock(at: str, zone: str) -> datetime | None:
    """A moment of the journal on the registry's own clock; None when it is none."""
    try:
        return datetime.fromisoformat(at).astimezone(zone_of(zone))
    except (ValueError, OverflowError):
        return None


def _line(at: str, told: str) -> str:
    return safe_text(f"{at[:16].replace('T', ' ') or '–':<16}  {told}") + "\n"

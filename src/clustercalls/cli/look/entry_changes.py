"""`clustercalls changes ID`: what happened to an entry, by its history and the journal of commands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from clustercalls.cli import output
from clustercalls.cli.context import Context, exit_code_of
from clustercalls.editing.journal_entries import clock_of
from clustercalls.editing.record import Record, taken_back
from clustercalls.history import compare
from clustercalls.history.compare import Change
from clustercalls.i18n import LANGUAGES, Language, language
from clustercalls.model import Entry, Registry, StageKind
from clustercalls.render.anew import anew
from clustercalls.render.changes import ChangeRow, change_row, said
from clustercalls.render.json import array
from clustercalls.render.safe import safe_text
from clustercalls.render.words import field_name, stage_name

MOVE, SET, TRACK = "move", "set", "track"  # the commands that leave rows of history
BOTH = ("starts", "ends")  # the keys of the stage `dates`


def tell(
    registry: Registry, id_: str, entry: Entry | None, records: Iterable[Record], form: str, context: Context
) -> int:
    """Everything that happened to an entry and lasted: dates that moved, and what commands did to it.

    `entry` is what it is, or was when a command took it out; None when that is not known. For people an act
    is one line: what a command did, in their language.
    """
    moved = list(compare.from_history(entry, None, date.max) if entry else ())
    journal = list(_journal(id_, entry, _lasting(records), registry.zone))
    if form == "json":
        rows: list[ChangeRow] = [*map(change_row, moved), *journal]
        rows.sort(key=lambda row: row.at or "")
        output.write(array(rows), paged=context.pages)
    else:
        acts = sorted(_acts(moved, journal, entry, context.t), key=_when)
        output.write((_line(at, told) for at, told in acts), paged=context.pages)
    if not moved and not journal and context.talks:
        output.say(context.t("No changes are known."))
    return exit_code_of(context, registry, 0)


def _lasting(records: Iterable[Record]) -> Iterator[Record]:
    """Those that were not taken back, nor took another back."""
    records = list(records)
    undone = taken_back(records)
    return (each for each in records if not each.undoes and each.id not in undone)


def _acts(
    moved: Iterable[Change], journal: Sequence[ChangeRow], entry: Entry | None, t: Language
) -> Iterator[tuple[str, str]]:
    """When, and what was done: rows of history go to the command that left them."""
    left: dict[int, list[str]] = {}
    given: set[tuple[int, str]] = set()
    for change in moved:
        told = said(change, entry, t)
        acts = [at for at, row in enumerate(journal) if _has_left(row, change, entry, left.get(at))]
        free = [at for at in acts if (at, change.field) not in given] or acts
        naming = (at for at in free if len(free) == 1 or _is_named(journal[at], change, entry))
        act = next(naming, free[0] if free else None)
        if act is None:
            yield change.noticed.isoformat() if change.noticed else "", told
        else:
            left.setdefault(act, []).append(told)
            given.add((act, change.field))
    for at, row in enumerate(journal):
        lines = [] if row.command in {MOVE, TRACK} and at in left else (row.said or "").split("\n")
        itself = (_called(anew(each, row.noticed, row.title or "", t), entry, t) for each in lines)
        told = "; ".join([*left.get(at, ()), *itself])
        yield row.at or "", f"{row.command}: {told}"


def _called(line: str, entry: Entry | None, t: Language) -> str:
    """A line about a stage, which it calls by its id, with the name of it."""
    named, colon, rest = line.partition(": ")
    return f"{stage_name(entry, named, t)}: {rest}" if entry and colon else line


def _names(entry: Entry | None, stage: str) -> Iterator[str]:
    """What the line of a `move` may call a stage: its id, or its name in any language, English first."""
    yield stage
    yield from (stage_name(entry, stage, language(code)) for code in LANGUAGES if entry)


def _has_left(row: ChangeRow, change: Change, entry: Entry | None, others: list[str] | None) -> bool:
    """Whether the command that a row of the journal tells of left this one of history.

    A day is noted on the calendar of the deadline or of the registry, whichever is behind.
    """
    if row.noticed is None or change.noticed is None or not 0 <= (row.noticed - change.noticed).days <= 1:
        return False
    if row.command == MOVE:
        lines = (row.said or "").split("\n")
        if len(others or ()) >= len(lines):
            return False
        names = _names(entry, change.field.removeprefix(compare.STAGE))
        return any(each.startswith(f"{name}:") for name in names for each in lines)
    return row.command == SET or (row.command == TRACK and change.field == compare.TRACK)


def _is_named(row: ChangeRow, change: Change, entry: Entry | None) -> bool:
    """Whether what a command says of itself names what changed, in any language, English first."""
    stage = change.field.removeprefix(compare.STAGE)
    keys = BOTH if stage == StageKind.DATES else (stage,)
    names = chain(
        keys,
        _names(entry, stage),
        (field_name(key, language(code)) for key in keys for code in LANGUAGES),
    )
    line = row.said or ""
    if row.command in {MOVE, TRACK}:
        return True
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line) for name in names)


def _when(act: tuple[str, str]) -> str:
    return act[0]


def _journal(id_: str, entry: Entry | None, records: Iterable[Record], zone: str) -> Iterator[ChangeRow]:
    for record in records:
        if id_ in record.entries:
            clock = clock_of(record.at, zone)
            yield ChangeRow(
                id=id_,
                title=entry.title if entry else None,
                noticed=clock.date() if clock else None,
                at=clock.isoformat(timespec="seconds") if clock else record.at or None,
                told_by=compare.JOURNAL,
                command=record.command,
                said=_of(id_, record.said),
            )


def _of(id_: str, said: str) -> str:
    """What an act on several entries says of this one; of a move without its id, as an act on one does."""
    lines = said.split("\n")
    own = [each.removeprefix(f"{id_}/") for each in lines if each.startswith((f"{id_}/", f"{id_}:"))]
    return "\n".join(own or lines)


def _line(at: str, told: str) -> str:
    return safe_text(f"{at[:16].replace('T', ' ') or '–':<16}  {told}") + "\n"

"""`clustercalls changes ID`: what happened to an entry, by its history and the journal of commands."""

from datetime import datetime

from msgspec import Struct

from clustercalls import timeline
from clustercalls.cli import output
from clustercalls.cli.surroundings import Surroundings, exit_code_of
from clustercalls.edtf import FuzzyDate
from clustercalls.i18n import Language
from clustercalls.model import Entry, Moved, Registry, zone_of
from clustercalls.render.dates import say_stretch
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
    rows = sorted([*(_history(entry) if entry else ()), *_journal(id_, registry)], key=lambda row: row.at)
    if form == "json":
        import msgspec

        output.write([msgspec.json.format(msgspec.json.encode(rows)) + b"\n"])
    else:
        output.write(_line(row, around.t) for row in rows)
    if not rows and around.talks:
        output.say(around.t("Nothing is known to have happened to it."))
    return exit_code_of(registry, 0)


def _history(entry: Entry) -> list[ChangeRow]:
    return [
        ChangeRow(
            row.noticed.isoformat() if row.noticed else "",
            "history",
            row.stage or None,
            str(row.was) if row.was else row.was_status or None,
            _after(entry, number),
            row.why or None,
            row.source or None,
        )
        for number, row in enumerate(entry.history)
    ]


def _after(entry: Entry, number: int) -> str | None:
    """What came after a row: what the next row on the same matter says was, else what is now."""
    row = entry.history[number]
    later = [each for each in entry.history[number + 1 :] if _matter(each) == _matter(row)]
    if row.was_status:
        now = later[0].was_status if later else (entry.status.value if entry.status else "")
        return now or None
    if later:
        return str(later[0].was) if later[0].was else None
    found = [m for m in timeline.milestones(entry) if m.stage.id == row.stage]
    if not found or found[0].when is None:
        return None
    when, until = found[0].when, found[0].until
    return f"{when}/{until}" if until and when.is_exact and until.is_exact else str(when)


def _matter(row: Moved) -> tuple[str, bool]:
    return row.stage, bool(row.was_status)


def _journal(id_: str, registry: Registry) -> list[ChangeRow]:
    from clustercalls.registry.came_and_went import records_of

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


def _line(row: ChangeRow, t: Language) -> str:
    if row.command is not None:
        return safe_text(f"{row.at[:16].replace('T', ' '):<16}  {row.command}: {row.said}") + "\n"
    was, now = (_said(each, t) for each in (row.was, row.now))
    reasons = "; ".join(each for each in (row.why, row.source) if each)
    told = t("{what}: {was} → {now}", what=row.stage or t("status"), was=was, now=now)
    line = f"{row.at or '–':<16}  {told}" + (f" ({reasons})" if reasons else "")
    return safe_text(line) + "\n"


def _said(text: str | None, t: Language) -> str:
    """A date or a status in words."""
    if text is None:
        return t("none")
    from clustercalls import edtf

    try:
        when: FuzzyDate = edtf.parse(text)
    except edtf.NotEdtf:
        return t(text)
    return say_stretch(when, None, t) if edtf.date_time(text) is None else text.replace("T", " ")

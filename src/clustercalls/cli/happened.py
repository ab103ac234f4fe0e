"""What happened to entries, by their history and the journal of commands: for `changes`."""

from collections.abc import Iterator
from datetime import date, datetime

from msgspec import Struct

from clustercalls import query, timeline
from clustercalls.cli import output
from clustercalls.cli.choices import one_entry
from clustercalls.cli.surroundings import Surroundings, exit_code_of
from clustercalls.compare import Change, What
from clustercalls.edtf import FuzzyDate
from clustercalls.errors import UsageRefused, problem
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


class Subject(Struct, frozen=True):
    """An entry that is asked about: as it is, or as it was when a command took it out, if that is known."""

    id: str
    entry: Entry | None


def subject(registry: Registry, name: str) -> Subject:
    """The entry meant by an id or a part of one; one that is gone when none that is there can be meant.

    Raises:
        UsageRefused: when it is none, or could be several.
        InputRefused: when it is one that has errors.
    """
    from clustercalls.registry.came_and_went import is_there, records_of, removed

    wanted = name.casefold()
    records = records_of(registry)
    known = {id_ for record in records for id_ in record.entries if not is_there(id_, registry)}
    if wanted in known:
        found = [wanted]
    elif query.named(registry, name) or is_there(name, registry):
        found = []
    else:
        found = sorted(id_ for id_ in known if wanted in id_)
    if len(found) > 1:
        raise UsageRefused(problem("ambiguous-id", id=name, matches=", ".join(found)))
    if not found:
        entry = one_entry(registry, name)
        return Subject(entry.id, entry)
    gone = removed(records, registry).get(found[0])
    return Subject(found[0], gone.entry if gone else None)


def noted(registry: Registry, first: date, last: date) -> Iterator[Change]:
    """What commands added and what they took out in these days, where that has lasted."""
    from clustercalls.registry.came_and_went import added, records_of, removed

    records = records_of(registry)
    at = added(records, registry)
    for entry in registry.entries:
        if entry.id in at and first <= (day := _day(at[entry.id], registry)) <= last:
            yield Change(entry.id, entry.title, What.CAME, noticed=day)
    for each in removed(records, registry).values():
        if first <= (day := _day(each.at, registry)) <= last:
            yield Change(each.id, each.entry.title if each.entry else each.id, What.WENT, noticed=day)


def came(registry: Registry, first: date, last: date) -> frozenset[str]:
    """The ids of the entries that commands added in these days."""
    return frozenset(each.id for each in noted(registry, first, last) if each.what is What.CAME)


def tell(registry: Registry, about: Subject, form: str, around: Surroundings) -> int:
    """Everything that happened to an entry: dates that moved, and what commands did to it."""
    history = _history(about.entry) if about.entry else []
    rows = sorted([*history, *_journal(about.id, registry)], key=lambda row: row.at)
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


def _day(at: str, registry: Registry) -> date:
    try:
        return date.fromisoformat(_clock(at, registry.zone)[:10])
    except ValueError:  # a journal that was not written by us
        return date.min


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

"""What differs between two looks at entries: their facts as texts, and the changes from one to the other."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from clustercalls import edtf, history, timeline
from clustercalls.edtf import FuzzyDate
from clustercalls.model import Entry, EntryKind, Milestone, Stage, StageKind

STAGE = "stage "  # how the field of a stage begins, before its id
UNDATED, LASTS = "-", " .. "  # in the text of a date
TEXTS = ("title", "programme", "summary", "about", "place", "url", "currency", "track", "owner", "note")

Facts = Mapping[str, str]


class What(Enum):
    """What happened."""

    MOVED = "moved"
    CHANGED = "changed"
    CAME = "came"
    WENT = "went"


class Change(Struct, frozen=True):
    """One field of one entry, before and after; `days` is how far a date moved, `noticed` when, if told."""

    id: str
    title: str
    what: What
    field: str = ""
    was: str | None = None
    now: str | None = None
    days: int | None = None
    noticed: date | None = None
    why: str = ""
    source: str = ""


def facts(entry: Entry) -> dict[str, str]:
    """What people would call a change of this entry, by field; empty ones left out."""
    found = {name: getattr(entry, name) for name in TEXTS}
    found["kind"] = entry.kind.value
    found["status"] = entry.status.value if entry.status else ""
    found["budget"] = "" if entry.budget is None else f"{entry.budget}"
    if entry.grants:
        found["grants"] = f"{entry.grants.number or ''} × {entry.grants.each or ''}"
    found["funding"] = "; ".join(f"{each.rate} % {each.whom}".strip() for each in entry.funding)
    found["eligibility"] = "; ".join(entry.eligibility)
    found["tags"] = ", ".join(entry.tags)
    found["links"] = "; ".join(each.url for each in entry.links)
    for milestone in timeline.milestones(entry):
        found[STAGE + milestone.stage.id] = dated(milestone)
    return {name: text for name, text in found.items() if text}


def dated(milestone: Milestone) -> str:
    """The date of a milestone as one text: `2017-04-04T17:00`, `2016-12-01 .. 2016-12-02`; `-` for none."""
    if milestone.when is None:
        return UNDATED
    said = _end(milestone.when, milestone.stage.at)
    if milestone.until:
        return f"{said}{LASTS}{_end(milestone.until, milestone.stage.until_at)}"
    return said


def milestone_of(text: str, entry: Entry | None, name: str) -> Milestone:
    """The milestone that such a text tells, of this stage of an entry as it is now."""
    stage = (history.stage_of(entry, name) if entry else None) or Stage(name, StageKind.DATES, "")
    first, _, last = text.partition(LASTS)
    when, at = _day_and_hour(first)
    until, until_at = _day_and_hour(last)
    entry = entry or Entry("", EntryKind.CALL, "")
    return Milestone(entry, replace(stage, at=at, until_at=until_at), when, until)


def _end(when: FuzzyDate, at: time | None) -> str:
    day = when.earliest.isoformat() if edtf.date_time(when.text) and when.earliest else when.text
    # The hour of a doubtful date is left out, as history leaves it out: it belongs to no day.
    return f"{day}T{at.isoformat('seconds' if at.second else 'minutes')}" if at and when.is_exact else day


def _day_and_hour(text: str) -> tuple[FuzzyDate | None, time | None]:
    day, _, hour = text.partition("T")
    try:
        return edtf.parse(day), time.fromisoformat(hour) if hour else None
    except ValueError:  # nothing, or what another version remembered
        return None, None


def between(old: Mapping[str, Facts], entries: Iterable[Entry]) -> Iterator[Change]:
    """From the facts of one look to the entries of another, in their order; what went comes last."""
    seen = set()
    for entry in entries:
        seen.add(entry.id)
        before, now = old.get(entry.id), facts(entry)
        if before is None:
            yield Change(entry.id, entry.title, What.CAME)
            continue
        for name in dict.fromkeys((*before, *now)):
            if before.get(name) != now.get(name):
                yield _change(entry, name, before.get(name), now.get(name))
    for id_, before in old.items():
        if id_ not in seen:
            yield Change(id_, before.get("title", ""), What.WENT)


def told(entry: Entry, since: date | None, until: date) -> Iterator[Change]:
    """What the history of an entry tells of these days; without `since`, all of it."""
    for number, row in enumerate(entry.history):
        if since and (row.noticed is None or not since <= row.noticed <= until):
            continue
        if row.was_status:
            later = (each.was_status for each in entry.history[number + 1 :] if each.was_status)
            now = next(later, entry.status.value if entry.status else None)
            change = Change(entry.id, entry.title, What.CHANGED, "status", row.was_status, now)
        else:
            following = history.after(entry, number)
            was, after = dated(history.before(entry, row)), dated(following) if following else None
            change = _moved(entry, STAGE + row.stage, was, after)
        yield replace(change, noticed=row.noticed, why=row.why, source=row.source)


def _change(entry: Entry, name: str, was: str | None, now: str | None) -> Change:
    if not name.startswith(STAGE):
        return Change(entry.id, entry.title, What.CHANGED, name, was, now)
    change = _moved(entry, name, was, now)
    rows = [row for row in entry.history if STAGE + row.stage == name and row.was]
    if rows and dated(history.before(entry, rows[-1])) == was:
        return replace(change, noticed=rows[-1].noticed, why=rows[-1].why, source=rows[-1].source)
    return change


def _moved(entry: Entry, name: str, was: str | None, now: str | None) -> Change:
    days = None
    if was and now:
        stage = name.removeprefix(STAGE)
        days = history.days_moved(milestone_of(was, entry, stage), milestone_of(now, entry, stage))
    return Change(entry.id, entry.title, What.MOVED, name, was, now, days)

"""What differs between two looks at entries: their facts as texts, and the changes from one to the other."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from clustercalls import edtf, timeline
from clustercalls.edtf import FuzzyDate
from clustercalls.model import Entry, Milestone

STAGE = "stage "  # how the field of a stage begins, before its id
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
    """The date of a milestone as one text: `2017-04-04`, `2016-12-01 .. 2016-12-02`, `2017-04-04 T17:00`."""
    if milestone.when is None:
        return "-"
    said = milestone.when.text.partition("T")[0]
    if milestone.until:
        return f"{said} .. {milestone.until.text}"
    at = milestone.stage.at
    return f"{said} T{at.isoformat('minutes')}" if at else said


def parts(text: str) -> tuple[FuzzyDate | None, FuzzyDate | None, str]:
    """When, until and the hour that such a text tells."""
    when, _, rest = text.partition(" ")
    try:
        until = edtf.parse(rest.removeprefix(".. ")) if rest.startswith("..") else None
        return (None if when == "-" else edtf.parse(when)), until, rest.removeprefix("T") if not until else ""
    except edtf.NotEdtf:
        return None, None, ""


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
        later = [each for each in entry.history[number + 1 :] if each.stage == row.stage]
        if row.was_status:
            now = next((each.was_status for each in later if each.was_status), "") or (
                entry.status.value if entry.status else ""
            )
            change = Change(entry.id, entry.title, What.CHANGED, "status", row.was_status, now or None)
        else:
            stages = {each.stage.id: dated(each) for each in timeline.milestones(entry)}
            after = next((each.was.text for each in later if each.was), stages.get(row.stage))
            was = row.was.text if row.was else "-"
            change = _moved(entry, STAGE + row.stage, was, after)
        yield replace(change, noticed=row.noticed, why=row.why, source=row.source)


def _change(entry: Entry, name: str, was: str | None, now: str | None) -> Change:
    if not name.startswith(STAGE):
        return Change(entry.id, entry.title, What.CHANGED, name, was, now)
    change = _moved(entry, name, was, now)
    rows = [row for row in entry.history if STAGE + row.stage == name and row.was]
    if rows and was and rows[-1].was and was.startswith(rows[-1].was.text):
        return replace(change, noticed=rows[-1].noticed, why=rows[-1].why, source=rows[-1].source)
    return change


def _moved(entry: Entry, name: str, was: str | None, now: str | None) -> Change:
    first = parts(was)[0] if was else None
    second = parts(now)[0] if now else None
    days = None
    if first and second and first.earliest and second.earliest:
        days = (second.earliest - first.earliest).days
    return Change(entry.id, entry.title, What.MOVED, name, was, now, days)

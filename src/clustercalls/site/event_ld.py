"""A date of an entry as an `Event` of https://schema.org: when, whether it moved, or is called off."""

from collections.abc import Sequence
from typing import Any

from clustercalls import timeline
from clustercalls.calendar.lines import one_line
from clustercalls.history.rows import before, of_stage
from clustercalls.i18n import Language
from clustercalls.model import Entry, EntryKind, Milestone, StageKind, Status
from clustercalls.render import words
from clustercalls.render.dates import say_milestone
from clustercalls.site import exact

Table = dict[str, Any]

_SCHEDULED, _RESCHEDULED, _POSTPONED, _CANCELLED = (
    f"https://schema.org/Event{each}" for each in ("Scheduled", "Rescheduled", "Postponed", "Cancelled")
)


def dates_of(entry: Entry) -> tuple[Milestone | None, Sequence[Milestone]]:
    """Of an event and a policy step its own date, and of every entry the dates that are about it.

    Its own is that on which it takes place, else the first of those that it has.
    """
    every = timeline.milestones(entry, called_off=True)
    if entry.kind not in {EntryKind.EVENT, EntryKind.POLICY} or not every:
        return None, every
    own = next((each for each in every if each.stage.kind is StageKind.DATES), every[0])
    return own, [each for each in every if each is not own]


def dated(milestone: Milestone, t: Language) -> Table:
    """When it is and what became of that; a date that is not sure has no `startDate`, and is said in words.

    `previousStartDate` holds every sure date that it had, oldest first; one alone is no list.
    """
    now = exact.begins(milestone)
    history = [before(milestone.entry, row) for row in of_stage(milestone.entry, milestone.stage.id)]
    earlier = [*dict.fromkeys(was for each in history if (was := exact.begins(each)) and was != now)]
    return {
        "startDate": now,
        "endDate": exact.ends(milestone) if now else "",
        "eventStatus": _status(milestone, now, earlier),
        "previousStartDate": earlier[0] if len(earlier) == 1 else earlier,
        "description": "" if now else one_line(say_milestone(milestone, t)),
    }


def about(milestone: Milestone, t: Language) -> Table:
    """A date of an entry by itself, called as in calendars."""
    label = words.stage_label(milestone.stage, t) or t(words.STAGE[milestone.stage.kind])
    name = one_line(f"{milestone.entry.title} · {label}")
    return {"@type": "Event", "name": name, **dated(milestone, t)}


def _status(milestone: Milestone, now: str, earlier: Sequence[str]) -> str:
    entry = milestone.entry
    if milestone.stage.cancelled or entry.is_called_off or entry.status is Status.CANCELLED:
        return _CANCELLED
    if not earlier:
        return _SCHEDULED if now else ""
    return _RESCHEDULED if now else _POSTPONED

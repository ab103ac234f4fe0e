"""Tasks that we put into a calendar and somebody ticked there."""

from datetime import date, datetime

from clustercalls.candidate import DoneElsewhere
from clustercalls.sources.calendars.components import CalendarPart
from clustercalls.sources.calendars.moments import CalendarZones, NoMoment
from clustercalls.zones import zone_of

_OURS = "X-CLUSTERCALLS-DONE"  # with it we wrote ourselves that it is done: nobody ticked it elsewhere
_ALL = "100"
# When it was ticked, else when it was last touched. https://www.rfc-editor.org/rfc/rfc5545#section-3.8.2.1
_TICKED = ("COMPLETED", "LAST-MODIFIED", "DTSTAMP")


def ticked(part: CalendarPart, now: datetime, zone: str) -> DoneElsewhere | None:
    """That a task is ticked, on the day that it was on the calendar of `zone`; None for one that is not."""
    if part.kind != "VTODO" or not part.is_whole or part.first(_OURS):
        return None
    is_done = part.text("STATUS").strip().upper() == "COMPLETED"
    is_done = is_done or bool(part.first("COMPLETED")) or part.text("PERCENT-COMPLETE").strip() == _ALL
    return DoneElsewhere(part.text("UID"), _day(part, now, zone)) if is_done else None


def _day(part: CalendarPart, now: datetime, zone: str) -> date:
    """The day of the tick; nobody ticks in the future."""
    today, zones = now.astimezone(zone_of(zone)).date(), CalendarZones({}, zone)
    for line in filter(None, map(part.first, _TICKED)):
        try:
            moment = zones.read(line)
        except NoMoment:
            continue
        day = moment.at.astimezone(zone_of(zone)).date() if moment.at else moment.day
        return min(day, today)
    return today

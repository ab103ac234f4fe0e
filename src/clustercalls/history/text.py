"""A date with its hour as one text, and back: as a row of history keeps it, and as two looks compare it."""

from datetime import time
from functools import lru_cache

from clustercalls import edtf
from clustercalls.edtf import FuzzyDate
from clustercalls.model import Milestone
from clustercalls.zones import zone_of

UNDATED, LASTS = "-", " .. "  # in what looks compare


def dated(milestone: Milestone) -> str:
    """The date of a milestone as looks compare it: `2016-12-01T17:00 .. 2016-12-02`; `-` for none."""
    when, until = milestone.when, milestone.until
    if when is None:
        return UNDATED
    said = _compared(when, milestone.stage.at)
    return f"{said}{LASTS}{_compared(until, milestone.stage.until_at)}" if until else said


def kept(milestone: Milestone, *, with_offset: bool) -> FuzzyDate | None:
    """The date of a milestone as a row keeps it: with its hour, of a stretch both its ends.

    `with_offset` tells the hour with its distance from UTC, for a stage that changed its zone.
    """
    when, until, stage = milestone.when, milestone.until, milestone.stage
    if when is not None and until is not None:
        first, last = _noted(when, stage.at, 0), _noted(until, stage.until_at, -1)
        both = f"{first}/{last}"
        return FuzzyDate(when.earliest, until.latest, on_its_clock(both, stage.zone) if with_offset else both)
    moment = edtf.date_time(when.text) if when else None
    if when is None or milestone.instant is None or (moment and (moment.tzinfo or not with_offset)):
        return when
    text = milestone.instant.isoformat() if with_offset else _noted(when, stage.at, 0)
    return FuzzyDate(when.earliest, when.latest, text)


def on_its_clock(text: str, zone: str) -> str:
    """A text of a row with the distance from UTC at each hour that has none, as it was in this zone."""
    texts = []
    for end in ends(text):
        moment = edtf.date_time(end)
        is_bare = moment is not None and moment.tzinfo is None
        texts.append(moment.replace(tzinfo=zone_of(zone)).isoformat() if moment and is_bare else end)
    return "/".join(texts)


def ends(text: str) -> list[str]:
    """Of a row, both ends of a stretch with hours, the one text with a colon beside a slash; else itself."""
    both = text.split("/") if ":" in text else ()
    return [*both] if len(both) == 2 else [text]  # noqa: PLR2004 - from when until when


@lru_cache(4096)  # many rows tell the same few days
def day_and_hour(text: str, zone: str = "") -> tuple[FuzzyDate, time | None]:
    """The day of one end, and its hour if it has one: of an hour with an offset, on the clock of the zone.

    Raises:
        ValueError: when it is neither a date nor a date with an hour.
    """
    moment = edtf.date_time(text)
    if moment is None:
        day, _, hour = text.partition("T")  # a day with marks, as looks compare it
        return edtf.parse(day), time.fromisoformat(hour) if hour else None
    if moment.tzinfo is not None and zone:
        moment = moment.astimezone(zone_of(zone))
    return edtf.on(moment.date()), moment.time()


def _compared(when: FuzzyDate, at: time | None) -> str:
    """One end, its marks kept: `2017-04-04?T17:00`. The hour of a doubtful date is left out."""
    day = when.earliest.isoformat() if edtf.date_time(when.text) and when.earliest else when.text
    return f"{day}T{at.isoformat('seconds' if at.second else 'minutes')}" if at and when.is_exact else day


def _noted(when: FuzzyDate, at: time | None, which: int) -> str:
    """One end as the file may hold it, where a date with an hour has no marks."""
    if at and when.is_exact and when.earliest:
        return f"{when.earliest.isoformat()}T{at.isoformat('seconds')}"
    return when.text.split("/")[which]

"""A date on a page: what is said of it, and what the reader's browser needs to count down to it."""

from datetime import date, datetime, time

from msgspec import Struct

from clustercalls.i18n import Language
from clustercalls.query.select import Row
from clustercalls.render import entry_page, words
from clustercalls.render.dates import say_milestone
from clustercalls.zones import zone_of

DAYS_COUNTED = 366  # on a page how long is said in days for a year, beyond it in months


class When(Struct, frozen=True):
    """`said` as the source said it, `left` as it was when the page was made.

    `stamp` is what `<time datetime>` has for one sure day, with its offset where an hour is known. `first`
    and `last` are days on the calendar of `zone` (an IANA name, or an offset) in ISO 8601, `over` the instant
    from which it is past, if known. Without `first` and `last` nothing is counted.
    """

    said: str
    left: str = ""
    stamp: str = ""
    first: str = ""
    last: str = ""
    over: str = ""
    zone: str = ""
    doubtful: bool = False


def when(row: Row, t: Language) -> When:
    """The date of a row."""
    milestone = row.milestone
    if row.lacks_step:
        return When("", words.left(row, t))
    date_said = say_milestone(milestone, t)
    if milestone.stage.cancelled:
        return When(date_said)
    left = entry_page.left(row, t, DAYS_COUNTED)
    if milestone.when is None or row.unconfirmed or row.late or milestone.stage.done:
        return When(date_said, left)
    day = milestone.when.earliest if milestone.when.is_exact and milestone.until is None else None
    stamp = milestone.instant.isoformat() if milestone.instant else _iso(day)
    over, first, last = milestone.end, _iso(milestone.earliest), _iso(milestone.latest)
    zone = _for_browsers(milestone.zone, over or datetime.combine(row.today, time.min))
    return When(date_said, left, stamp, first, last, _iso(over), zone, not milestone.when.is_exact)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _for_browsers(zone: str, at: datetime) -> str:
    """A zone as browsers know it: a name of IANA, any other as its offset (`AoE` is -12:00)."""
    if "/" in zone:
        return zone
    offset = at.replace(tzinfo=zone_of(zone)).utcoffset()
    minutes = int(offset.total_seconds()) // 60 if offset else 0
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"

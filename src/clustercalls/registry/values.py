"""Single values of a registry file: dates, hours, zones, amounts, addresses, periods.

Each function returns the value or raises `Bad`, a problem without a place.
"""

import math
import re
from datetime import date, datetime, time
from functools import cache

from clustercalls import edtf
from clustercalls.edtf import FuzzyDate
from clustercalls.model import zone_of

FIRST_YEAR, LAST_YEAR = 1900, 2199
MOST_MONEY = 10**13  # more than seven years of the budget of the Union, in any currency in use
MOST_PERCENT = 100

# Written as if they were zones; what is meant is the clock in Brussels, in summer too.
BRUSSELS = {"CET": "Europe/Brussels", "CEST": "Europe/Brussels"}

is_identifier = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}", re.ASCII).fullmatch
is_address = re.compile(r"https?://[^\s/?#<>\"\\]+[^\s<>\"]*", re.IGNORECASE).fullmatch
_PERIOD = r"\d{1,4}[dwmy]"
_HOUR = r"\d\d:\d\d(:\d\d)?"


class Bad(ValueError):
    """A value that cannot be: a code of the catalogue and what its words are filled with."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = {name: shown(value) for name, value in values.items()}


def shown(value: object) -> str:
    """A value as a message quotes it: as written, and not for ever."""
    text = value.isoformat() if isinstance(value, date | time) else str(value)
    return text if len(text) <= 80 else text[:79] + "…"  # noqa: PLR2004 - one line of a terminal


def identifier(text: str) -> str:
    """An id as it stands in the file."""
    if is_identifier(text) is None:
        raise Bad("bad-id", value=text)
    return text


def fuzzy(value: object) -> FuzzyDate:
    """A TOML date or an EDTF text; no hour."""
    when, hour = moment(value, "UTC")
    if hour is not None:
        raise Bad("bad-date", value=value, reason="it has an hour", advice="Write the day alone.")
    return when


def day(value: object) -> date:
    """One plain day, such as that of a confirmation."""
    when = fuzzy(value)
    if not when.is_exact or when.earliest is None:
        raise Bad("bad-date", value=value, reason="one day is meant here", advice="Write it as 2017-04-04.")
    return when.earliest


def moment(value: object, zone: str) -> tuple[FuzzyDate, time | None]:
    """A date, and the wall time in `zone` when the value has an hour.

    A date-time with an offset falls on the day of that zone; `fold` of the time keeps its instant exact.
    """
    if type(value) is date:
        return within_years(plain_day(value), value.isoformat()), None
    if isinstance(value, datetime):
        return _date_time(value, value.isoformat(), zone)
    if isinstance(value, str):
        if len(value) > 9 and value.strip()[10:11] in {"T", "t", " "}:  # noqa: PLR2004 - after YYYY-MM-DD
            return _date_time_text(value, zone)
        return _edtf(value), None
    raise _not_a_date(str(value), "a date is meant here", "")


def hour(value: object) -> time:
    """A wall time: a TOML time, or a text such as 17:00."""
    if type(value) is time:
        return value.replace(tzinfo=None)
    try:
        if isinstance(value, str) and re.fullmatch(_HOUR, value.strip(), re.ASCII):
            return time.fromisoformat(value.strip())
    except ValueError:
        pass
    raise Bad("bad-time", value=value)


@cache
def zone(name: str) -> str:
    """The zone a name is read as: itself, or Europe/Brussels for CET and CEST."""
    name = BRUSSELS.get(name.upper(), name)
    name = {"AOE": "AoE"}.get(name.upper(), name)
    try:
        zone_of(name)
    except ValueError:
        raise Bad("unknown-zone", value=name, advice=_zone_advice(name)) from None
    return name


def amount(value: float, key: str) -> float:
    """An amount of money: not negative, finite, and less than anybody has to give."""
    if not math.isfinite(value) or not 0 <= value <= MOST_MONEY:
        raise Bad("bad-money", key=key, value=value)
    return value


def rate(value: float) -> float:
    """A percentage from 0 to 100."""
    if not 0 <= value <= MOST_PERCENT:
        raise Bad("bad-rate", value=value)
    return value


def address(text: str) -> str:
    """A web address, whole."""
    if text and is_address(text) is None:
        raise Bad("bad-address", value=text)
    return text


def period(text: str) -> str:
    """A span such as 30d, 2w, 3m, 1y."""
    if re.fullmatch(_PERIOD, text, re.ASCII) is None:
        raise Bad("bad-period", value=text)
    return text


plain_day = cache(edtf.on)


def is_plain(value: date) -> bool:
    """Whether a day is in the years a registry takes."""
    return FIRST_YEAR <= value.year <= LAST_YEAR


@cache
def _edtf(text: str) -> FuzzyDate:
    try:
        when = edtf.parse(text)
    except edtf.NotEdtf as refused:
        raise _not_a_date(text, refused.reason, _advice(text)) from None
    return within_years(when, text)


def within_years(when: FuzzyDate, text: str) -> FuzzyDate:
    """The same date, when its ends are in the years a registry takes; `text` is what it was read from."""
    for end in (when.earliest, when.latest):
        if end and not FIRST_YEAR <= end.year <= LAST_YEAR:
            raise _not_a_date(text, "only the years 1900 to 2199 are taken", "Check the year.")
    return when


def _date_time_text(text: str, name: str) -> tuple[FuzzyDate, time | None]:
    try:
        value = edtf.date_time(text)
    except edtf.NotEdtf as refused:
        raise _not_a_date(text, refused.reason, "Write it as 2017-04-04T17:00.") from None
    if value is None:
        raise _not_a_date(text, "not a date in EDTF", _advice(text))
    return _date_time(value, text.strip(), name)


def _date_time(value: datetime, text: str, name: str) -> tuple[FuzzyDate, time | None]:
    within_years(edtf.on(value.date()), text)
    if value.tzinfo is not None:
        value = value.astimezone(zone_of(name))
    return FuzzyDate(value.date(), value.date(), text), value.time()


def _not_a_date(text: str, reason: str, advice: str) -> Bad:
    advice = advice or "Write it as 2017-04-04, 2017-04, 2017-02/2017-03 or 2017-01/.."
    return Bad("bad-date", value=text, reason=reason, advice=advice)


def _advice(text: str) -> str:
    from clustercalls.phrase.dates import hint

    known = hint(text)
    return f'Write "{known}".' if known else ""


def _zone_advice(name: str) -> str:
    from zoneinfo import available_timezones

    from clustercalls.registry.diagnose import nearest

    near = nearest(name, tuple(sorted(available_timezones())))
    return f"Did you mean {near}?" if near else "Write a name such as Europe/Brussels, AoE or UTC+2."

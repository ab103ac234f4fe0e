"""Single dates and hours of a registry file; each function returns the value or raises `Bad`."""

import re
from datetime import date, datetime, time
from functools import cache

from clustercalls import edtf
from clustercalls.edtf import FuzzyDate
from clustercalls.tables.findings import Bad
from clustercalls.zones import zone_of

FIRST_YEAR, LAST_YEAR = 1900, 2199

DATE_ADVICE = (
    "Write it as 2017-04-04, 2017-04, 2017-02/2017-03 or 2017-01/..; leave it out when it is not announced."
)
UNKNOWN_FORM = "not a date in EDTF"
REMEDIES = {
    "there is no such day": "Check the day and the month.",
    "there is no such month": "Check the month.",
    "there is no such month, season, quarter or half": "Check the month.",
    "there is no year 0": "Check the year.",
    "no such day or hour": "Check the day and the hour.",
    "the interval ends before it starts": "Write the earlier end first.",
    "an interval open at both ends says nothing": "Take the key out until a date is announced.",
}
NOT_YET_ADVICE = (
    'Leave it out; what has no date yet is a [[call.stage]] with kind = "deadline" and without `when`.'
)
ANY_TIME_ADVICE = (
    'For "at any time" write a [[call.stage]] with kind = "deadline" and rolling = true, '
    "without the last for one that is not announced."
)
HOUR_ADVICE = "Write it as 2017-04-04T17:00."
_HOUR = r"\d\d:\d\d(:\d\d)?"


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
        return _plain(value), None
    if isinstance(value, datetime):
        return _date_time(value, value.isoformat(), zone)
    if isinstance(value, str):
        text = value.strip()
        if text[4:5] == "-" and text[10:11] in {"T", "t", " "}:  # YYYY-MM-DD and more
            return _date_time_text(value, zone)
        return _edtf(value), None
    known = type(value) is int and FIRST_YEAR <= value <= LAST_YEAR
    advice = 'A year alone goes in quotes: "{value}".' if known else DATE_ADVICE
    raise Bad("bad-date", value=value, reason="a date is meant here", advice=advice)


def was(value: object) -> FuzzyDate:
    """The date in a row of history; of a stretch with hours, both its ends."""
    if not isinstance(value, str):
        return moment(value, "UTC")[0]
    from clustercalls.history.text import ends

    first, *last = ends(value)
    when = moment(first, "UTC")[0]
    if not last:
        return when
    return FuzzyDate(when.earliest, moment(last[0], "UTC")[0].latest, value.strip())


def hour(value: object) -> time:
    """A wall time: a TOML time, or a text such as 17:00."""
    if type(value) is time:
        return value.replace(tzinfo=None)
    try:
        if isinstance(value, str) and re.fullmatch(_HOUR, value.strip(), re.ASCII):
            return time.fromisoformat(value.strip())
    except ValueError:
        pass
    advice = 'Write it from 00:00 to 23:59, as at = "17:00".'
    if str(value).strip() in {"24:00", "24:00:00"}:
        advice = "24:00 is the end of the day: leave `at` out, or write 23:59."
    raise Bad("bad-time", value=value, advice=advice)


plain_day = cache(edtf.on)


def is_plain(value: date) -> bool:
    """Whether a day is in the years a registry takes."""
    return FIRST_YEAR <= value.year <= LAST_YEAR


@cache
def _plain(value: date) -> FuzzyDate:
    return within_years(plain_day(value), value.isoformat())


@cache
def _edtf(text: str) -> FuzzyDate:
    try:
        when = edtf.parse(text)
    except edtf.NotEdtf as refused:
        if not text.strip():
            advice = "Take the key out until a date is announced."
            raise Bad("bad-date", value=text, reason="it is empty", advice=advice) from None
        raise _not_a_date(text, refused.reason, DATE_ADVICE) from None
    return within_years(when, text)


def within_years(when: FuzzyDate, text: str) -> FuzzyDate:
    """The same date, when its ends are in the years a registry takes; `text` is what it was read from."""
    for end in (when.earliest, when.latest):
        if end and not FIRST_YEAR <= end.year <= LAST_YEAR:
            reason = "only the years 1900 to 2199 are taken"
            raise Bad("bad-date", value=text, reason=reason, advice="Check the year.")
    return when


def _date_time_text(text: str, name: str) -> tuple[FuzzyDate, time | None]:
    try:
        value = edtf.date_time(text)
    except edtf.NotEdtf as refused:
        raise _not_a_date(text, refused.reason, HOUR_ADVICE) from None
    if value is None:
        raise _not_a_date(text, "not a date in EDTF", HOUR_ADVICE)
    return _date_time(value, text.strip(), name)


def _date_time(value: datetime, text: str, name: str) -> tuple[FuzzyDate, time | None]:
    if not is_plain(value):
        within_years(edtf.on(value.date()), text)
    if value.tzinfo is not None:
        value = value.astimezone(zone_of(name))
    day = value.date()
    return FuzzyDate(day, day, text), value.time()


def _not_a_date(text: str, reason: str, advice: str) -> Bad:
    """The problem of a text, with what was probably meant."""
    from clustercalls.phrase.dates import NOT_YET, Ambiguous, read
    from clustercalls.phrase.refused import ANY_TIME
    from clustercalls.phrase.vocabulary import NotUnderstood

    if reason in REMEDIES:
        return Bad("bad-date", value=text, reason=reason, advice=REMEDIES[reason])
    try:
        known = f'"{read(text)}"'
    except Ambiguous as ambiguous:
        known = " / ".join(f'"{each}"' for each in ambiguous.readings)
        reason = "it has several readings"
    except NotUnderstood as refused:
        if refused.said["reason"] in {NOT_YET, ANY_TIME}:
            advice = NOT_YET_ADVICE if refused.said["reason"] == NOT_YET else ANY_TIME_ADVICE
            return Bad("bad-date", value=text, reason="it names no date", advice=advice)
        if reason == UNKNOWN_FORM:
            reason = "it is in no form known here"
        return Bad("bad-date", value=text, reason=reason, advice=advice)
    if reason == UNKNOWN_FORM and not text.strip()[:4].isdecimal():
        reason = "it is not written year first"
    return Bad("bad-date", value=text, reason=reason, advice="Write {known}.", known=known)

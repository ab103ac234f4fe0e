"""Windows as a person types them: `30d`, `friday`, `eom`, `2017-04`, `next week`, `today..2017-06-30`.

All days are included. A word, a weekday or a date is the end of a stretch that starts today (or, looking
back, the start of one that ends today); a week, month, season or year is that stretch itself. "by friday"
ends with it, "from march" begins with it.
"""

import re
from datetime import date, timedelta

from msgspec import Struct

from clustercalls import edtf
from clustercalls.phrase import periods
from clustercalls.phrase.periods import Period

LONGEST_YEARS = 200
_LONGEST = {"d": 366 * LONGEST_YEARS, "w": 53 * LONGEST_YEARS, "m": 12 * LONGEST_YEARS, "y": LONGEST_YEARS}


class Window(Struct, frozen=True):
    """The days asked for, both included; None where open."""

    first: date | None
    last: date | None


class NotAWindow(ValueError):
    """A text that names no window; `reason` says why, in words of the catalogue."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class WhollyAhead(NotAWindow):
    """A window that looking ahead would show."""


class WhollyPast(NotAWindow):
    """A window that looking back would show."""


def parse(text: str, today: date, *, past: bool = False) -> Window:
    """The window a text names, seen from today; with `past`, looking back.

    Raises:
        NotAWindow: when it names none, ends before it starts, is longer than 200 years, or is wholly past
            (or, looking back, wholly ahead).
    """
    window = _range(text.strip().lower(), today, past=past)
    if past and window.first and window.first > today:
        raise WhollyAhead("it is wholly ahead, and --past looks back")
    if not past and window.last and window.last < today:
        raise WhollyPast("it is wholly past: add --past to look back")
    return window


def _range(text: str, today: date, *, past: bool) -> Window:
    if ".." in text:
        first, last = (part.strip() for part in text.split("..", 1))
        if not first and not last:
            raise NotAWindow("it is open at both ends")
        window = Window(
            _closed(_point(first, today, past=past)).first if first else None,
            _closed(_point(last, today, past=past)).last if last else None,
        )
        if window.first and window.last and window.first > window.last:
            raise NotAWindow("it ends before it starts")
        return window
    point = _point(text, today, past=past)
    if point.first is None and not past:
        return Window(min(today, point.last or today), point.last)
    if point.first != point.last:
        return point
    return Window(point.first, today) if past else Window(today, point.last)


def _closed(window: Window) -> Window:
    """The window, of which no end is open: two dots say already which one is."""
    if window.first is None or window.last is None:
        raise NotAWindow("not understood")
    return window


def first_day(text: str, today: date) -> date:
    """The day a text names, past or ahead; of a month, a week or another stretch the first.

    Raises:
        NotAWindow: when it names none.
    """
    first = _point(text.strip().lower(), today, past=False).first
    if first is None:
        raise NotAWindow("not understood")
    return first


def _point(text: str, today: date, *, past: bool) -> Window:
    """What one end names: a day, or a period of the calendar."""
    try:
        day = _distant(periods.read(text, digits=9, sign=True), today, past=past)
    except periods.NotAPeriod:
        day = _word(text, today, past=past)
    if day is not None:
        return Window(day, day)
    try:
        period = edtf.parse(text.upper())
    except edtf.NotEdtf:
        return _in_words(text, today, past=past)
    if "t" in text or "/" in text:
        raise NotAWindow("not understood")
    return Window(period.earliest, period.latest)


def _in_words(text: str, today: date, *, past: bool) -> Window:
    """A period, a week or month from here, or a date, in the words of people."""
    from clustercalls.phrase import dates, from_today

    distance = from_today.period(text)
    back, ahead = from_today.ago(text), from_today.ahead(text)
    counted = distance or back or ahead
    if counted:
        day = _distant(counted, today, past=bool(back) or (past and not ahead))
        return Window(day, day)
    try:
        day = from_today.weekday(text, today)
    except from_today.TwoDays:
        raise NotAWindow("this one or the one after? Write its date") from None
    if day:
        return Window(day, day)
    whole = from_today.stretch(text, today) or from_today.weekend(text, today)
    if whole:
        return Window(*whole)
    try:
        edtf_text = dates.read(text, today, back=past) if "/.." not in text and "../" not in text else ".."
    except dates.NotUnderstood:
        edtf_text = ""
    if not edtf_text or "/.." in edtf_text or "../" in edtf_text:
        return _led(text, today, past=past)
    if "T" in edtf_text or ".." in edtf_text or " " in edtf_text:
        raise NotAWindow("not understood")
    days = edtf.parse(edtf_text)
    return Window(days.earliest, days.latest)


def _led(text: str, today: date, *, past: bool) -> Window:
    """What "by friday" or "from march" names: a stretch whose other end is open."""
    from clustercalls.phrase.vocabulary import LEADS, fold

    folded = fold(text)
    words = list(re.finditer(r"[^\W_]+", folded))
    for size in range(len(words) - 1, 0, -1):
        lead = LEADS.get(" ".join(word[0] for word in words[:size]))
        if lead:
            rest = _closed(_point(folded[words[size].start() :], today, past=past))
            if lead == "S" and rest.first and rest.first > today:
                break  # "since march" is the last one, and here the next one would be meant
            return Window(None, rest.last) if lead in "UB" else Window(rest.first, None)
    raise NotAWindow("not understood")


def _distant(period: Period, today: date, *, past: bool) -> date | None:
    if period.count > _LONGEST[period.unit]:
        raise NotAWindow("it is longer than 200 years")
    return period.before(today) if past else period.after(today)


def _word(text: str, today: date, *, past: bool) -> date | None:
    from clustercalls.phrase.vocabulary import DAYS, WEEKDAYS, fold

    word = fold(text)
    if word in DAYS:
        try:
            return today + timedelta(days=DAYS[word])
        except OverflowError:
            raise NotAWindow("not understood") from None
    if word in WEEKDAYS:
        day = WEEKDAYS[word]
        back, ahead = (today.weekday() - day) % 7, (day - today.weekday()) % 7
        return today - timedelta(days=back) if past else today + timedelta(days=ahead)
    if word == "eow":
        return today + timedelta(days=6 - today.weekday())
    if word == "eom":
        return edtf.parse(f"{today:%Y-%m}").latest
    if word == "eoy":
        return date(today.year, 12, 31)
    return None

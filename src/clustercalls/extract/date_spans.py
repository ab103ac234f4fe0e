"""Dates within a text: where they stand, and what the grammar of `phrase` makes of them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace as altered

from clustercalls.extract import date_forms as forms
from clustercalls.extract.date_span import DateSpan, dated
from clustercalls.extract.date_wordings import read, spelt
from clustercalls.extract.folded import Folded
from clustercalls.extract.hours import UNKNOWN, hour_beside, zone_behind
from clustercalls.extract.no_dates import blocked
from clustercalls.extract.short_windows import listed_before, short_window
from clustercalls.phrase.settle import End

_MONTHS = 12
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ENGLISH = re.compile(r"\b(?:the|of|and|will|closes|opens|until|by|on)\b")


class _Piece(NamedTuple):
    start: int
    end: int
    text: str
    yearless: bool
    kind: str


def spans(text: Folded) -> list[DateSpan]:
    """Every date of a text, in order; what only looks like one is none."""
    barred = blocked(text.folded)
    pieces = [
        piece
        for piece in _pieces(text.folded)
        if not any(a < piece.end and piece.start < b for a, b in barred)
    ]
    gathered: list[DateSpan] = []
    at = 0
    while at < len(pieces):
        if pieces[at].kind == "few" and _is_of_next(text.folded, pieces, at):
            at += 1
            continue
        pair = _pair(text.folded, pieces, at)
        if pair:
            gathered += pair
            at += 2
            continue
        told = _with_bare_day(text.folded, pieces[at]) or _one(text.folded, pieces[at])
        gathered += [*_before_in_list(text.folded, pieces[at], told), *told]
        at += 1
    return _listed(text.folded, [_on_its_clock(text.folded, span) for span in gathered])


def _on_its_clock(folded: str, span: DateSpan) -> DateSpan:
    """The date with the zone of its hour; without the hour where nobody knows on which clock it is."""
    zone = zone_behind(folded, span.end) if span.hour else ""
    return altered(span, zone=zone, hour="" if zone == UNKNOWN else span.hour) if zone else span


def _listed(folded: str, gathered: list[DateSpan]) -> list[DateSpan]:
    """The dates, those of one list marked as such; the year at its end is that of those before it."""
    told = list(gathered)
    for at in range(len(told) - 2, -1, -1):
        left, right = told[at : at + 2]
        if left.is_range or right.is_range or not forms.LISTED.fullmatch(folded, left.end, right.start):
            continue
        if left.is_yearless and not right.is_yearless:
            year = int(right.first[:4])
            left = dated(left, year - (left.last[4:] > right.first[4:]))
        told[at], told[at + 1] = altered(left, listed=True), altered(right, listed=True)
    return told


def years_alone(folded: str) -> list[DateSpan]:
    """The year, or the years from one to another, that a cell of a table has and nothing else."""
    match = re.fullmatch(r"\s*(20\d\d)(?:\s?[-/]\s?(20\d\d))?\s*", folded)
    return (
        [DateSpan(match.start(1), match.end(match.lastindex or 1), match[1], match[2] or match[1])]
        if match
        else []
    )


def _pieces(folded: str) -> Iterator[_Piece]:
    for match in forms.single().finditer(folded):
        kind = next(name for name, value in match.groupdict().items() if value)
        yearless = kind != "short" and not re.search(r"(?:19|20)\d\d", match[0])
        before = folded[max(0, match.start() - 20) : match.start()]
        if kind in {"bare", "season"} and not forms.led_by_in().search(before):
            continue
        if kind == "few" and not forms.led().search(before):
            continue
        wording = match[0].rstrip(". ")
        yield _Piece(match.start(), match.start() + len(wording), spelt(wording, kind), yearless, kind)


def _edtf(end: End, *, yearless: bool) -> str:
    text = end.first if end.first == end.last else f"{end.first}/{end.last}"
    return "XXXX" + end.first[4:7] if yearless and "/" in text else "XXXX" + text[4:] if yearless else text


def _without_weekday(text: str) -> str:
    """The date alone: whether it goes with its weekday depends on a year that is not known yet."""
    match = re.search(r"\d|primo|premier", text)
    months = re.search(rf"\b(?:{forms.long_months()})\b", text)
    start = min((part.start() for part in (match, months) if part), default=0)
    return text[start:]


def _weekday(piece: _Piece) -> int | None:
    from clustercalls.phrase.vocabulary import WORDS

    word = re.match(r"[a-z]+(?:-feira)?", piece.text)
    if not word or piece.kind not in {"day", "english"}:
        return None
    return next(
        (part.value for part in WORDS.get(word[0], ()) if part.kind == "w" and len(word[0]) > forms.SHORT),
        None,
    )


def _one(folded: str, piece: _Piece) -> list[DateSpan]:
    text = _without_weekday(piece.text) if piece.kind in {"day", "english"} else piece.text
    ends = read(text)
    if piece.kind == "months" and len(ends) == len(("from", "to")):
        first, last = (_edtf(end, yearless=False) for end in ends)
        return [DateSpan(piece.start, piece.end, first, last, between=True)]
    if len(ends) != 1:
        return []
    wording = _edtf(ends[0], yearless=piece.yearless)
    start, end, hour = (
        hour_beside(folded, piece.start, piece.end) if ends[0].is_day else (piece.start, piece.end, "")
    )
    swapped = _swapped(folded, piece)
    return [DateSpan(start, end, wording, wording, hour=hour, weekday=_weekday(piece), swapped=swapped)]


def _swapped(folded: str, piece: _Piece) -> str:
    """04/05/2027 in an English sentence as Americans mean it; empty where only one reading is left."""
    parts = _SLASHED.fullmatch(piece.text)
    if not parts or not _ENGLISH.search(folded):
        return ""
    first, second = int(parts[1]), int(parts[2])
    return f"{parts[3]}-{first:02}-{second:02}" if first != second and max(first, second) <= _MONTHS else ""


def _pair(folded: str, pieces: list[_Piece], at: int) -> list[DateSpan]:
    """Two dates that belong together, as the ends of one or as several; empty where they do not."""
    if at + 1 >= len(pieces):
        return []
    left, right = pieces[at], pieces[at + 1]
    joint = forms.JOINT.fullmatch(folded, left.end, right.start)
    if not joint or (right.yearless and not left.yearless and joint["joint"] not in forms.AND):
        return []
    return _joined(folded, left, right, joint["joint"])


def _joined(folded: str, left: _Piece, right: _Piece, joint: str) -> list[DateSpan]:
    one, other = (
        _without_weekday(part.text) if part.kind in {"day", "english"} else part.text
        for part in (left, right)
    )
    between = bool(forms.BETWEEN.search(folded[max(0, left.start - 34) : left.start]))
    ends = read(f"{one} - {other}") or (*read(one), *read(other))
    if len(ends) != len((left, right)):
        return []
    both = left.yearless and right.yearless
    first, last = (_edtf(part, yearless=both) for part in ends)
    if joint in forms.AND and not between and not (left.kind == "bare day" and _next_day(first, last)):
        right_alone = _edtf(ends[1], yearless=right.yearless)
        listed = (
            DateSpan(left.start, left.end, first, first, listed=True),
            DateSpan(right.start, right.end, right_alone, right_alone, listed=True),
        )
        return list(listed)
    if joint == "-" and first > last and not both:
        return []  # "until mid-March 15:22 - 10/02/2023": a date, and the stamp of what tells it
    _, end, hour = hour_beside(folded, right.start, right.end)
    start, *_ = hour_beside(folded, left.start, left.end)
    return [DateSpan(start, end, first, last, hour=hour, between=between)]


def _next_day(first: str, last: str) -> bool:
    return first[:7] == last[:7] and int(last[8:10] or 0) - int(first[8:10] or 0) == 1


def _with_bare_day(folded: str, piece: _Piece) -> list[DateSpan]:
    """A date with a day alone before it, "1-2 December"; empty where there is none."""
    if one := _from_short(folded, piece):
        return [one]
    if piece.kind not in {"day", "digits", "short", "few"} or _weekday(piece) is not None:
        return []
    bare = forms.BARE_DAY.search(folded, max(0, piece.start - 24), piece.start)
    if not bare or forms.COUNTED.search(folded[: bare.start()]):
        return []
    if piece.kind != "day":
        return _digits_from(bare, piece)
    start, day = bare.start(), bare["day"]
    while first := forms.DAY_BEFORE.search(folded, max(0, start - 6), start):  # "21, 22 y 23 de abril"
        if int(first["day"]) + 1 != int(day):
            break
        start, day = first.start(), first["day"]
    left = _Piece(start, bare.end("day"), f"{day}", piece.yearless, "bare day")
    if start < bare.start():
        return _joined(folded, left, piece, "-")
    return _joined(folded, left, piece, bare["joint"])


def _is_of_next(folded: str, pieces: list[_Piece], at: int) -> bool:
    """Whether a day without its year is told with one in digits behind it."""
    later = next((piece for piece in pieces[at + 1 :] if piece.kind == "digits"), None)
    if later is None:
        return False
    if at + 1 < len(pieces) and pieces[at + 1] is later and _from_short(folded, later):
        return True
    return any(
        start <= pieces[at].start < end for start, end, _ in listed_before(folded, later.start, "2000-01-01")
    )


def _before_in_list(folded: str, piece: _Piece, told: list[DateSpan]) -> list[DateSpan]:
    """The days without their year of a list that ends in one in digits: "15.1., 15.5. und 15.9.2027"."""
    if piece.kind != "digits" or len(told) != 1 or told[0].is_range:
        return []
    days = listed_before(folded, piece.start, told[0].last)
    return [DateSpan(start, end, day, day, listed=True) for start, end, day in days]


def _from_short(folded: str, piece: _Piece) -> DateSpan | None:
    """The days from one without its year to one in digits, "1.3. – 30.6.2027"."""
    window = short_window(folded, piece.start, piece.end, piece.text) if piece.kind == "digits" else None
    return DateSpan(*window[:4], hour=window.hour) if window else None


def _digits_from(bare: re.Match[str], piece: _Piece) -> list[DateSpan]:
    """The days from a bare one to one in digits, "11. bis 14.10.2027"."""
    ends = read(piece.text)
    if len(ends) != 1 or bare["joint"] in forms.AND or not ends[0].is_day:
        return []
    last = _edtf(ends[0], yearless=piece.yearless)
    first = f"{last[:8]}{int(bare['day']):02}"
    return [DateSpan(bare.start(), piece.end, first, last)] if first < last else []

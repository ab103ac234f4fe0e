"""People's dates in, EDTF out: `4.4. 2017`, `feb-mar 2017`, `primavera 2027`, `ab Januar 2017`.

Every way to see a text as a date (`grammar`) is followed to its end: one result is taken, several are
`Ambiguous`, none is `NotUnderstood`. Nothing is guessed and nothing skipped.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import TypeVar

from msgspec import Struct

from clustercalls import edtf
from clustercalls.errors import either
from clustercalls.limits import DATE_LETTERS
from clustercalls.phrase.cues import CAME_OUT, OF_ONE_FIELD, UNDATED
from clustercalls.phrase.grammar import HOURS, Phrase, phrases
from clustercalls.phrase.joints import LISTED
from clustercalls.phrase.points import Impossible, Never, point
from clustercalls.phrase.said import Turn
from clustercalls.phrase.settle import End, parsed, settled
from clustercalls.phrase.vocabulary import NotUnderstood, fold

__all__ = ["Ambiguous", "NotUnderstood", "hint", "read"]

T = TypeVar("T")

NOT_YET = "it says that there is no date yet: leave it out"
OLD_AND_NEW = "it names the day of before and the new one: write the new one"
NO_DATE = "its words make no date that is known here"


# Behind a blank, what ISO would have as a zone far to the west is an hour.
_TWO_HOURS = re.compile(r"\d{4}-\d\d-\d\d +\d\d:\d\d *[-–]\d\d:\d\d$", re.ASCII)


class Ambiguous(NotUnderstood):
    """A text with several `readings`, the EDTF texts it could mean; `choices` are what these stand for."""

    def __init__(self, readings: tuple[str, ...], choices: tuple[object, ...] = ()) -> None:
        super().__init__("it could be {nearest}", **either(readings))
        self.readings = readings
        self.choices = choices or readings


class Reading(Struct, frozen=True):
    """One thing that a text could say: the form and the words of its `grammar.Phrase`, its dates settled."""

    form: str
    ends: tuple[End, ...]
    mark: str
    lead: str
    joint: str
    cue: int
    yearless: bool = False  # every date of it could be of another year

    @property
    def is_sure(self) -> bool:
        """Whether it names plain days only, and none of them in doubt."""
        return not self.mark and all(end.is_day for end in self.ends)

    def plain(self) -> str:
        """The EDTF of it where no field gives its words another meaning.

        Raises:
            Impossible: where EDTF has no room for its hour or its zone.
        """
        if not self.ends:
            raise Impossible(NOT_YET)
        if self.lead == "R":
            raise Impossible(OLD_AND_NEW)
        if self.joint in {"A", LISTED} and self.lead != "E":
            raise Impossible(NO_DATE)
        if len(self.ends) > 1 and any(end.hour for end in self.ends):
            raise Impossible("an hour goes with one day, not with a stretch")
        if any(end.zone for end in self.ends):
            raise Impossible("a zone has a key of its own: zone")
        first, last = self.ends[0], self.ends[-1]
        if first.hour and (self.form != "{}" or self.mark):
            raise Impossible(
                "an hour goes with one sure day: if that is meant, write {end}", end=_with_hour(first)
            )
        form = "{}/{}" if self.form == "{}" and first.first != last.last else self.form
        ends = [end + self.mark for end in (first.first, last.last)]
        text = form.format(*(ends[1:] if form == "../{}" else ends))
        return parsed(text + first.hour).text


def read(text: str, today: date | None = None, *, back: bool = False) -> str:
    """The EDTF of a date as people write it; EDTF and ISO date-times come back as they are, stripped.

    What a field makes of it is for `roles` to say.

    Args:
        text: in English, Italian, French, German, Spanish, Portuguese or Polish.
        today: for what counts from it ("friday") or names no year ("6 apr": the next one not yet over).
        back: whether what names no year is the last one that has begun.

    Raises:
        NotUnderstood: when it is not surely a date; `Ambiguous` when it could be several.
    """
    text = text.strip()
    meaning = typed_edtf(text) or understood(text, today, _of_no_field, back=back)
    if isinstance(meaning, tuple):
        raise Ambiguous(meaning)
    return meaning


def _of_no_field(reading: Reading) -> str:
    """The EDTF of it where no field is; "results in March" says more than a date."""
    if reading.cue & OF_ONE_FIELD:
        raise Impossible(NO_DATE)
    return reading.plain()


def typed_edtf(text: str) -> str:
    """The text when it is EDTF or an ISO date-time as it stands; empty when it is in other words.

    Raises:
        NotUnderstood: when it is too long, or has letters in it that no date has.
    """
    if len(text) > DATE_LETTERS:
        raise NotUnderstood("it is too long for a date")
    if any(letter.isnumeric() and not letter.isdecimal() for letter in text):
        raise NotUnderstood("it has a raised digit or a fraction in it")
    if _TWO_HOURS.match(text):
        return ""
    for plain in (text, fold(text).upper()):
        with suppress(edtf.NotEdtf):
            return edtf.parse(plain).text
    return ""


# "dell'anno prossimo", "l'année dernière": a word that turns a year, which no number says.
_TURNS = (
    r"(?:next|last|this|coming|prossimo|venturo|entrante|scorso|passato|corrente|in corso|prochaine?"
    r"|derniere?|passee?|en cours|proximo|que viene|que vem|seguinte|pasado|passado|en curso"
    r"|nachste[nsr]?|kommende[nsr]?|letzte[nsr]?|vergangene[nsr]?|laufende[nsr]?|przyszlego|ubieglego|zeszlego|biezacego)"
)
_YEAR = r"(?:year|anno|annee|an|ano|jahr(?:es)?|roku)"
_A_YEAR_IN_WORDS = rf"\b(?:{_YEAR} {_TURNS}|{_TURNS} {_YEAR})\b"


# Without its accent it would be the German and French "of the".
_FROM_IN_FRENCH = r"\bd(?:è|e\u0300)s (?!le |l['’]|que )"


def understood(
    text: str, today: date | None, judge: Callable[[Reading], T], *, back: bool = False
) -> T | tuple[T, ...]:
    """What a text that is no EDTF says, as `judge` has it of its readings: one thing, or all it could be.

    With `back`, a date without its year is the last one, not the next.

    Raises:
        NotUnderstood: when it has no reading, or `judge` raises it; of `Impossible` the next is tried.
    """
    text = _without_marks(text)
    seen = list(phrases(text))
    refusals = []
    for weak in (False, True):
        meanings: dict[T, None] = {}
        for phrase in seen:
            if phrase.weak is weak:
                try:
                    meanings[judge(_reading(phrase, today, back=back))] = None
                except Never as never:
                    raise NotUnderstood(**never.said) from None
                except Impossible as refusal:
                    refusals.append(refusal.said)
        if meanings:
            return next(iter(meanings)) if len(meanings) == 1 else tuple(meanings)
    if refusals:
        raise NotUnderstood(**refusals[0])
    raise NotUnderstood(NO_DATE)


def _check_hour(text: str) -> None:
    try:
        edtf.date_time(text)
    except edtf.NotEdtf as refused:
        raise NotUnderstood(refused.reason) from None


def _without_marks(text: str) -> str:
    """The text, a moment of EDTF in it as day and hour.

    Raises:
        NotUnderstood: when its year is told by a word, or its hour is none.
    """
    if re.search(_A_YEAR_IN_WORDS, fold(text)):
        raise NotUnderstood("write the year in digits")
    text = re.sub(_FROM_IN_FRENCH, "à partir de ", text, flags=re.IGNORECASE)
    if iso := re.match(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(.*)", text, re.ASCII | re.IGNORECASE):
        if iso[2] != "24:00":
            _check_hour(f"{iso[1]}T{iso[2]}")
        text = f"{iso[1]} {iso[2]}{iso[3]}"
    return text


def hint(text: str) -> str | None:
    """The EDTF of a date as people write it, where it can be known without knowing today."""
    with suppress(NotUnderstood):
        return read(text)
    return None


def _reading(phrase: Phrase, today: date | None, *, back: bool) -> Reading:
    points = [point(match) for match in phrase.dates]
    wants_year = phrase.lead == "S" or phrase.cue & UNDATED
    if wants_year and points and not any(each.year for each in points):
        raise NotUnderstood("write its year" if phrase.cue & CAME_OUT else "it is past: write its year")
    if phrase.turn and not all(each.year or (each.month and each.day) for each in points[-1:]):
        raise Impossible("this one or the one after? Write its date")
    turned = Turn(today, back=phrase.turn < 0 if phrase.turn else back)
    ends = settled(points, turned)
    yearless = bool(points) and not phrase.turn and all(each.month and not each.year for each in points)
    reading = Reading(phrase.form, ends, phrase.mark, phrase.lead, phrase.joint, phrase.cue, yearless)
    if reading.joint == HOURS:
        _check_hours(*ends)
    elif ends:
        _check_order(reading)
    if reading.joint == "|" and not _is_one_of_two(*ends):
        raise Impossible("it names two, and not which of them")
    return reading


def _check_hours(first: End, last: End) -> None:
    if not (first.is_day and last.is_day and first.hour):
        raise Impossible(NO_DATE)
    if first.first > last.first or (last.hour and first.hour >= last.hour):
        raise Impossible("its last hour is not after the first")


def _is_one_of_two(left: End, right: End) -> bool:
    """Whether some day of either can be meant by one stretch: two months, one right after the other."""
    last, first = parsed(left.last).latest, parsed(right.first).earliest
    apart = (first - last).days if first and last else 0
    return apart == 1 and not (left.is_day or right.is_day or left.hour or right.hour)


def _check_order(reading: Reading) -> None:
    """A reading whose EDTF cannot be is none, whatever its hours and zones."""
    Reading(
        reading.form, tuple(End(end.first, end.last) for end in reading.ends), reading.mark, "", "", 0
    ).plain()


def _with_hour(end: End) -> str:
    return end.first + end.hour

"""The year of a date that does not say it: by the document's date, neighbours, words and weekdays."""

import re
from collections import Counter
from datetime import date

from msgspec import Struct

from clustercalls import edtf
from clustercalls.enumerations import StageKind
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.date_span import DateSpan, dated
from clustercalls.extract.folded import Folded
from clustercalls.extract.reasons import FROM_DOCUMENT, FROM_NEIGHBOUR, FROM_YEAR, NO_YEAR
from clustercalls.extract.year_words import NEXT, NEXT_YEAR, PAST, THIS_YEAR

_PLAIN_YEAR = re.compile(r"(?<![\w/.-])(20[0-4]\d)(?![\w-]|\.\d|/\d{4})")
# That something comes out, and did not yet.
_COMES_OUT = re.compile(
    r"esc[eo]|uscir|pubblicher|pubblicare|will |comes |publish(?:es)?$|par?aitr|sort|publier|erschein(?:t|en)"
    r"|veroffentlichen|sald|sale |salir|publicara|lanzar|sai |sair|lancar|publicar$|ukaz|oglosi"
)
_WAS = re.compile(r"\b(?:a|ete|est|ont|fut|,|\() ?publie\b")
# That a year is the one meant: "in 2027 there are two cut-offs: 31 March and 30 September".
_IN_YEAR = re.compile(
    r"\b(?:in|im jahr|nel|en|em|w|in the year|de l'annee|del ano|do ano|roku|im|de|del|of|for"
    r"|fur|pour) 20\d\d\b"
)
_EARLY = {StageKind.OPENS: -1, StageKind.PUBLISHED: -1, StageKind.INFO_DAY: -1, StageKind.DECISION: 1}
_SOON = 270  # days
_DAYS_BACK, _DAYS_BACK_OF_DEADLINE = 75, 14  # that what is told as to come may lie back


class Year(Struct, frozen=True):
    """The year of a date, 0 for none; `reason` where it is not sure, and the years it may be of."""

    year: int
    reason: str = ""
    readings: tuple[int, ...] = ()


class KnownYears(Struct, frozen=True):
    """What a document says of its years: its own date, dates that have one, years it names."""

    own: date | None
    dated: tuple[tuple[int, StageKind | None, date], ...]  # the number of the sentence
    years: Counter[int]
    heading_year: int = 0
    vague: tuple[tuple[int, StageKind | None, date], ...] = ()  # the first days of months and seasons

    def of(self, role: DateRole, sentence: int, folded: str) -> Year:
        """The year of a date in a sentence."""
        month_day = role.span.last[5:]
        possible = [year for year in self._around() if _fits(role.span, year)]
        before = folded[max(0, role.span.start - 45) : role.span.start]
        behind = folded[role.span.end : role.span.end + 24]
        past = _is_past(before, behind) and not role.was
        if self.own and re.match(NEXT_YEAR, behind) and self.own.year + 1 in possible:
            return Year(self.own.year + 1)
        if self.own:
            this = bool(re.match(THIS_YEAR, behind))
            is_active = role.word == "publie" and not _WAS.search(before)  # French: "publie", not "publié"
            is_ahead = NEXT.found(before) or _COMES_OUT.match(role.word) or is_active
            came_out = role.kind is StageKind.PUBLISHED and not is_ahead
            return self._from_own(role, month_day, possible, past=past, before=past or came_out, this=this)
        return self._from_others(role, sentence, folded, possible, past=past)

    def _around(self) -> list[int]:
        years = {each.year for *_, each in self.dated} | set(self.years)
        years |= {self.own.year} if self.own else set()
        return sorted({year + step for year in years for step in (-1, 0, 1)})

    def _from_own(
        self, role: DateRole, month_day: str, possible: list[int], *, past: bool, before: bool, this: bool
    ) -> Year:
        own = self.own or date.min
        if this and own.year in possible:
            return Year(own.year)
        days = [(day, year) for year in possible if (day := _day(year, month_day))]
        if before:
            years = [year for day, year in days if day <= own]
            chosen = max(years, default=0)
        else:
            back = _DAYS_BACK_OF_DEADLINE if role.kind is StageKind.DEADLINE else _DAYS_BACK
            near = days if role.was else [each for each in days if (each[0] - own).days >= -back]
            ahead = [(abs((day - own).days), year) for day, year in near]
            chosen = min(ahead)[1] if ahead else 0
        if not chosen:
            return Year(0, NO_YEAR)
        is_soon = any(year == chosen and 0 <= (day - own).days <= _SOON for day, year in days)
        sure = past or role.span.weekday is not None or (role.kind is StageKind.DEADLINE and is_soon)
        return Year(chosen) if sure else Year(chosen, FROM_DOCUMENT, (chosen, chosen + 1 - 2 * past))

    def _from_others(
        self, role: DateRole, sentence: int, folded: str, possible: list[int], *, past: bool
    ) -> Year:
        month_day = role.span.last[5:]
        if not possible:
            return Year(0, NO_YEAR)
        named = {int(match[1]) for match in _PLAIN_YEAR.finditer(folded)} & set(possible)
        if len(named) == 1 and not past and _IN_YEAR.search(folded):
            year = min(named)
            return Year(year, FROM_YEAR, tuple(each for each in (year, year + 1) if each in possible))
        if self.heading_year in possible and not past:
            year = self.heading_year
            return Year(year, FROM_YEAR, tuple(each for each in (year, year + 1) if each in possible))
        mine = _EARLY.get(role.kind, 0) if role.kind else 0
        beside = [each for each in self.vague if each[0] == sentence]
        near = beside + sorted(self.dated, key=lambda each: abs(each[0] - sentence))
        for place, kind, day in near:
            days = [(its, year) for year in possible if (its := _day(year, month_day))]
            if past or (mine < 0 and kind is StageKind.DEADLINE):
                days = [each for each in days if each[0] <= day]
            elif kind in {StageKind.OPENS, StageKind.PUBLISHED} and role.kind is StageKind.DEADLINE:
                days = [each for each in days if each[0] >= day]
            if days:
                year = min(days, key=lambda each: abs((each[0] - day).days))[1]
                sure = role.span.weekday is not None and abs(place - sentence) <= 1
                return (
                    Year(year) if sure else Year(year, FROM_NEIGHBOUR, tuple(dict.fromkeys((year, year + 1))))
                )
        told = [self.heading_year, *(year for year, _ in self.years.most_common())]
        if year := next((year for year in told if year in possible), 0):
            return Year(year, FROM_YEAR, tuple(each for each in (year, year + 1) if each in possible))
        return Year(0, NO_YEAR)


def plain_years(texts: list[Folded], barred: list[list[tuple[int, int]]]) -> Counter[int]:
    """How often a text names each year by itself, neither in a date nor in a period."""
    return Counter(
        int(match[1])
        for text, places in zip(texts, barred, strict=True)
        for match in _PLAIN_YEAR.finditer(text.folded)
        if not any(start < match.end() and match.start() < end for start, end in places)
    )


def _is_past(before: str, behind: str) -> bool:
    """Whether the words beside a date say that it is over."""
    wording = [(cue.start, True) for cue in PAST.found(before)] + [
        (cue.start, False) for cue in NEXT.found(before)
    ]
    right = behind.split(",", maxsplit=1)[0].split(".", maxsplit=1)[0][:14]
    if PAST.found(right):
        return True
    if NEXT.found(right):
        return False
    return max(wording)[1] if wording else False


def _fits(span: DateSpan, year: int) -> bool:
    """Whether a date can be of a year, with both its ends and its weekday."""
    whole = dated(span, year)
    first, last = (_day(int(end[:4]), end[5:]) for end in (whole.first, whole.last))
    return bool(first and last) and (span.weekday is None or (last or date.min).weekday() == span.weekday)


def _day(year: int, month_day: str) -> date | None:
    """The day of a month and day in a year; the first of a month alone."""
    try:
        return edtf.parse(f"{year}-{month_day}").earliest
    except edtf.NotEdtf:
        return None

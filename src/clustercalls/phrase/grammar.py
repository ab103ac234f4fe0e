"""How words make dates: which phrases there are, and the part each word plays in them.

A text is cut into words, each with a kind of one letter (`vocabulary`); the letters of a phrase are looked up
in the tables below. Whatever a text can be, `phrases` yields; what is meant is for `dates` to say.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from clustercalls import edtf
from clustercalls.phrase.vocabulary import NotUnderstood, Word, words

_WINTER, _WEEK, _NOON = 24, 7, 12
_MOST_WORDS, _MOST_MEANINGS = 13, 64  # two dates with their weekdays and what joins them

# The parts of a date: d day, D day after its month (or a year?), m month or period, M month in digits,
# y year, Y the year after it, 2 a year of two digits, i ISO date or month, J one meant as two years,
# z decade, Z century, o u the how-manieth quarter or half, w weekday, r days from today, k v which week,
# n v how many of which days. Several readings are parted by spaces.
_DATES = {
    "y": "y", "m": "m", "my": "my", "m-y": "m-y", "s": "m", "sy": "my", "ys": "ym", "s/y": "m/y",
    "s-y": "m-y", "n": "d", "nm": "dm", "nmy": "dmy", "mn": "mD", "mny": "mdy", "n-m-y": "d-m-y",
    "dn": "dM", "n/n": "d/M M/d",
    "dd": "dM", "ddy": "dMy", "dy": "My", "n/y": "M/y", "y/n/n": "y/M/d", "y-n-n": "y-M-d",
    "n/n/y": "d/M/y M/d/y", "n-n-y": "d-M-y M-d-y",
    "nmn": "dm2", "ddn": "dM2", "n/n/n": "d/M/2", "n-n-n": "d-M-2", "m-n": "m-2",
    "sn": "m2", "nun": "ou2", "oun": "ou2",
    "ou": "ou", "du": "ou", "ouy": "ouy", "nuy": "ouy",
    "sy/y": "my/Y", "sy-y": "my-Y", "sy/n": "my/Y", "sj": "mJ", "yx": "z. Z.", "Xy": ".z .Z",
    "i": "i", "j": "i", "w": "w", "r": "r", "Inv": ".nv", "vny": "vky", "vn/y": "vk/y",
}  # fmt: skip
_TAILS = {"ny": "dy"}  # the end of "March 1-2, 2017"

# The parts of an hour: h hours, H hours that must be of the afternoon, m minutes, s seconds, p am or pm.
_CLOCKS = {
    "n:n": "h:m", "n:n:n": "h:m:s", "nk": "h.", "nkn": "h.m", "n:nk": "h:m.", "dnk": "hm.",
    "np": "hp", "n:np": "h:mp", "dnp": "hmp",
}  # fmt: skip
_CLOCKS |= {before + kinds: "." + parts for before in "cC" for kinds, parts in _CLOCKS.items()}
_CLOCKS |= {"": "", "cn": ".H", "cdn": ".hm", "Kn": ".h", "Kdn": ".hm", "Kn:n": ".h:m"}

# What a first word makes of one date, and what may join two after it.
_LEADS = {
    "F": ("{}/..", "-TU"),
    "S": ("{}/..", "-TU"),
    "U": ("../{}", ""),
    "B": ("../{}", ""),
    "E": ("", "A"),
}


class Impossible(NotUnderstood):
    """A reading that cannot be meant; another may be."""


class Match(NamedTuple):
    """The words of one date and of its hour, each with its part."""

    parts: str
    words: Sequence[Word]
    clock: str
    hour: Sequence[Word]


class Phrase(NamedTuple):
    """One way to see a text: one date or two, and the EDTF that comes of them."""

    form: str
    dates: Sequence[Match]
    mark: str  # of doubt: "~", "?" or "%"
    past: bool


class Point(NamedTuple):
    """One date, as far as it is said: "", 0 and None where it is not."""

    year: str = ""
    month: int = 0  # or the EDTF code of a period
    day: int = 0
    maybe_year: bool = False  # the day could be a year of two digits
    week: int = 0
    ahead: int | None = None  # days from today
    weekday: int | None = None
    hour: str = ""

    @property
    def text(self) -> str:
        """Its EDTF, without the hour."""
        month = f"-{self.month:02}" if self.month else ""
        return self.year + month + (f"-{self.day:02}" if self.day else "")

    @property
    def is_relative(self) -> bool:
        """Whether only today tells which day this is."""
        return not (self.year or self.month or self.day)


def phrases(text: str) -> Iterator[Phrase]:
    """Every way to see the words of a text as one date, a stretch with one open end, or two dates.

    Raises:
        NotUnderstood: at a word or number that is none of a date's.
    """
    telling = [meanings for meanings in words(text) if any(word.kind for word in meanings)]
    if len(telling) > _MOST_WORDS or prod(map(len, telling)) > _MOST_MEANINGS:
        raise NotUnderstood("it has too many words for a date")
    for meanings in product(*telling):
        yield from _phrases([word for word in meanings if word.kind])


def _phrases(said: list[Word]) -> Iterator[Phrase]:
    mark, said = _mark(said)
    lead = said[0].kind if said else ""
    form, joints = _LEADS.get(lead, ("{}", "-TU"))
    said = said[1:] if lead in _LEADS else said
    if form:
        for match in _matches(said, _DATES):
            yield Phrase(form, (match,), mark, past=lead == "S")
    for at, word in enumerate(said):
        if word.kind in joints:
            ends = product(_matches(said[:at], _DATES), _matches(said[at + 1 :], _DATES | _TAILS))
            yield from (Phrase("{}/{}", pair, mark, past=lead == "S") for pair in ends)


def _mark(said: list[Word]) -> tuple[str, list[Word]]:
    """The qualifier of EDTF that "about" (first or last) and a last "?" come to, and the other words."""
    doubt = said[-1:] == [Word("?", 0)]
    said = said[: len(said) - doubt]
    start = len([word for word in said[:1] if word.kind in _LEADS])
    for at in (start, len(said) - 1):
        if said[at : at + 1] == [Word("~", 0)]:
            return "%" if doubt else "~", said[:at] + said[at + 1 :]
    return "?" if doubt else "", said


def _matches(said: list[Word], table: dict[str, str]) -> Iterator[Match]:
    """Every way to see the words as one date, with an hour after or before it."""
    for cut in range(1, len(said) + 1):
        for day, hour in ((said[:cut], said[cut:]), (said[cut:], said[:cut])):
            clock = _CLOCKS.get(_kinds(hour))
            if clock is not None:
                dated = day[1:] if _kinds(day[:1]) == "@" else day
                yield from (Match(parts, dated, clock, hour) for parts in _rows(_kinds(dated), table))


def _kinds(said: list[Word]) -> str:
    return "".join(word.kind for word in said)


def _rows(kinds: str, table: dict[str, str]) -> list[str]:
    """The readings of a date of these words; a weekday may stand before any other."""
    lead = "w" if kinds[:1] == "w" and kinds[1:] not in {"", "w"} else ""
    bare = kinds.removeprefix(lead)
    rows = table.get(bare) or table.get(bare.replace("d", "n"), "")
    return [lead + parts for parts in rows.split()]


def point(match: Match) -> Point:
    """What the words of one date say, each by its part."""
    got = dict(zip(match.parts, match.words, strict=True))
    if "i" in got or "J" in got:
        got |= _iso(got)
    if any(word.kind in "nd" and not word.value for word in got.values()):
        raise Impossible("no day, month or week has the number 0")
    if ("M" in got and not got["M"].text.isdigit()) or ("n" in got and not _is_plain(got["n"])):
        raise Impossible("months and days are counted in plain numbers")
    value = {part: word.value for part, word in got.items()}
    return Point(
        year=_year(got),
        month=_month(value),
        day=value.get("d", value.get("D", 0)),
        maybe_year="D" in got and _two_digits(got["D"]),
        week=_week(value),
        ahead=value["n"] * value["v"] if "n" in value else value.get("r"),
        weekday=value.get("w"),
        hour=_hour(match),
    )


def _iso(got: Mapping[str, Word]) -> dict[str, Word]:
    if "J" in got:
        year, after = got["J"].text.split("-")
        return {"y": Word("y", 0, year), "Y": Word("y", 0, after)}
    year, *numbers = got["i"].text.split("-")
    found = {part: Word("n", int(digits)) for part, digits in zip("md", numbers, strict=False)}
    return {"y": Word("y", 0, year), **found}


def _is_plain(word: Word) -> bool:
    return word.kind == "n" and word.text.isdigit()


def _two_digits(word: Word) -> bool:
    return len(word.text) == len("00") and word.text.isdigit()


def _year(got: Mapping[str, Word]) -> str:
    if "z" in got or "Z" in got:
        part, zeros = ("z", "0") if "z" in got else ("Z", "00")
        if not got[part].text.endswith(zeros):
            raise Impossible("a decade is named by its first year")
        return got[part].text.removesuffix(zeros) + "X" * len(zeros)
    if "2" in got:
        raise Impossible("write the year with four digits")
    year = got["y"].text if "y" in got else ""
    if "Y" in got:
        after = f"{int(year) + 1:04}"
        if got["m"].value != _WINTER or got["Y"].text not in {after, after[-2:]}:
            raise Impossible("only a winter has two years, one after the other")
    return year


def _month(value: Mapping[str, int]) -> int:
    if "u" in value:
        code = value["u"] + value["o"] - 1
        if code not in (edtf.QUARTERS if value["u"] in edtf.QUARTERS else edtf.HALVES):
            raise Impossible("a year has four quarters and two halves")
        return code
    if value.get("M", 1) > 12:  # noqa: PLR2004 - the months of a year
        raise Impossible("there is no such month")
    return value.get("m", value.get("M", 0))


def _week(value: Mapping[str, int]) -> int:
    if "k" in value and value["v"] != _WEEK:
        raise Impossible("days of a year are not numbered")
    return value.get("k", 0)


def _hour(match: Match) -> str:
    got = dict(zip(match.clock, match.hour, strict=True))
    if not got:
        return ""
    hours = got["H" if "H" in got else "h"]
    if not (hours.text.isdigit() and all(_two_digits(got[part]) for part in "ms" if part in got)):
        raise Impossible("an hour is written as in 17:00")
    hour = hours.value
    if "H" in got and hour <= _NOON:
        raise Impossible("its hour could be of the morning or the afternoon: write 09:00 or 21:00")
    if "p" in got:
        if not 0 < hour < _NOON:
            raise Impossible("am and pm go with the hours 1 to 11; write 00:00 or 12:00")
        hour += got["p"].value
    seconds = f":{got['s'].text}" if "s" in got else ""
    return f"T{hour:02}:{got['m'].text if 'm' in got else '00'}{seconds}"

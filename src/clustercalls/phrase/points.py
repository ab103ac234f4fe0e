"""What the words of one date say: its year, month, day and hour, each by the part that a word plays."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from clustercalls import edtf
from clustercalls.phrase.grammar import Match
from clustercalls.phrase.lexicon import AFTERNOON, EVENING, FORTNIGHT, HALF, MORNING, NIGHT, TWELVE
from clustercalls.phrase.vocabulary import NotUnderstood, Word

_WINTER, _WEEK, _NOON, _MONTHS = 24, 7, 12, 12
_OF_TWELVE = Word("k", TWELVE)
END_OF_DAY = "T24:00"
# By a clock of 24 hours; at night, those that all languages call so.
_HOURS_OF: dict[int, Sequence[int]] = {
    MORNING: range(12),
    AFTERNOON: range(12, 21),
    EVENING: range(16, 24),
    NIGHT: (*range(19, 24), *range(5)),
}


class Impossible(NotUnderstood):
    """A reading that cannot be meant; another may be."""


class Never(Impossible):
    """A reading that cannot be meant, nor any other of the same text."""


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
    third: int = 0  # of a month: early, mid, late
    half: int = 0  # of a month
    nth: int = 0  # of the month's days of this weekday; -1 is the last
    begins_week: bool = False  # the seven days from its day on
    zone: str = ""

    @property
    def text(self) -> str:
        """Its EDTF, without the hour."""
        month = f"-{self.month:02}" if self.month else ""
        return self.year + month + (f"-{self.day:02}" if self.day else "")

    @property
    def is_relative(self) -> bool:
        """Whether only today tells which day this is."""
        return not (self.year or self.month or self.day)


def point(match: Match) -> Point:
    """What the words of one date say, each by its part."""
    got = dict(zip(match.parts, match.words, strict=True))
    if "i" in got or "J" in got:
        got |= _iso(got)
    if any(word.kind in "nd" and not word.value for word in got.values()):
        raise Impossible("no day, month or week has the number 0")
    if ("M" in got and not got["M"].text.isdigit()) or ("n" in got and not _is_plain(got["n"])):
        raise Impossible("months and days are counted in plain numbers")
    if re.search("[dD].*w", match.parts) and not {"m", "M"} & got.keys():  # "10 mar" is no Tuesday
        raise Impossible("a day needs its month")
    value = {part: word.value for part, word in got.items()}
    if "f" in value:
        value["m"], value["d"] = divmod(value["f"], 100)
    return Point(
        year=_year(got),
        month=_month(value),
        day=value.get("d", value.get("D", 0)),
        maybe_year=_two_digits(got["D"]) if "D" in got else match.parts == "M/d" and value["d"] > _MONTHS,
        week=_week(value),
        ahead=value["n"] * value["v"] if "n" in value else value.get("r"),
        weekday=value.get("w"),
        hour=_hour(match),
        third=_third(value),
        half=_half(value),
        nth=value["o"] if "o" in value and "w" in value else 0,
        begins_week="W" in value,
        zone=match.zone,
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
    if "u" in value and "m" not in value:
        first = min(edtf.HALVES) if value["u"] == HALF else value["u"]
        code = first + value["o"] - 1
        if code not in (edtf.QUARTERS if value["u"] in edtf.QUARTERS else edtf.HALVES):
            raise Impossible("a year has four quarters and two halves")
        return code
    if value.get("M", 1) > _MONTHS:
        raise Impossible("there is no such month")
    return value.get("m", value.get("M", 0))


def _week(value: Mapping[str, int]) -> int:
    if "k" in value and value["v"] != _WEEK:
        raise Impossible("days of a year are not numbered")
    return value.get("k", 0)


def _third(value: Mapping[str, int]) -> int:
    if "l" in value and not 1 <= value.get("m", 0) <= _MONTHS:
        raise Impossible("early, mid and late are of a month: write the days, as in 2017-03-21/2017-03-31")
    return value.get("l", 0)


def _half(value: Mapping[str, int]) -> int:
    if "u" not in value or "m" not in value:
        return 0
    if value["u"] not in {HALF, FORTNIGHT} or value["o"] not in {1, 2}:
        raise Impossible("a month has two halves")
    return value["o"]


def _hour(match: Match) -> str:
    got = dict(zip(match.clock, match.hour, strict=True))
    if not got:
        return ""
    if "h" not in got and "H" not in got:
        return END_OF_DAY if "M" in got else f"T{_NOON}:00"
    hours = got["H" if "H" in got else "h"]
    if not (hours.text.isdigit() and all(_two_digits(got[part]) for part in "ms" if part in got)):
        raise Impossible("an hour is written as in 17:00")
    hour, minutes = hours.value, got["m"].text if "m" in got else "00"
    if "P" in got:
        hour = _hour_of(hour, got["P"].value)
    elif "p" in got:
        hour = _american(hour, minutes) + got["p"].value
    elif 0 < hour < _NOON and ("H" in got or _OF_TWELVE in match.hour):
        raise Impossible(
            "its hour could be of the morning or the afternoon: write {morning} or {afternoon}",
            morning=f"{hour:02}:{minutes}",
            afternoon=f"{hour + _NOON}:{minutes}",
        )
    if "N" in got or "M" in got:
        return _named_hour(hour, minutes, "N" in got)
    seconds = f":{got['s'].text}" if "s" in got else ""
    if f"T{hour:02}:{minutes}{seconds}" in {END_OF_DAY, f"{END_OF_DAY}:00"}:
        return END_OF_DAY
    return f"T{hour:02}:{minutes}{seconds}"


def _american(hour: int, minutes: str) -> int:
    """The hours since midnight or noon that go with am or pm: 12:30 pm is half an hour after noon."""
    if hour == _NOON and minutes == "00":  # no other reading will do: 12:00 am is at noon in German
        raise Never("noon or midnight: write 12:00, or 24:00 for the end of the day")
    if not 0 < hour <= _NOON:
        raise Impossible("am and pm go with the hours 1 to 11; write 00:00 or 12:00")
    return hour % _NOON


def _hour_of(hour: int, part: int) -> int:
    """The hour that is of this part of the day, "5 in the afternoon"; also one that says it twice, "17"."""
    hours = [each for each in _HOURS_OF[part] if each in {hour, hour + _NOON if hour < _NOON else hour}]
    if len(hours) != 1:
        raise Impossible("its hour is not of the part of the day that it names: write it as in 17:00")
    return hours[0]


def _named_hour(hour: int, minutes: str, noon: bool) -> str:
    """The hour of "12 noon" or "12 midnight"."""
    if minutes != "00" or hour not in ({_NOON} if noon else {_NOON, 2 * _NOON}):
        raise Impossible("its hour is not the one it names")
    return f"T{_NOON}:00" if noon else END_OF_DAY

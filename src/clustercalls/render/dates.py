"""Fuzzy dates as people say them: `4 Apr 2017`, `Feb–Mar 2017`, `from Jan 2017`, `1–2 Dec 2016`."""

from clustercalls.i18n import language
from clustercalls.i18n.grammar import GRAMMARS
from clustercalls.once import once
from clustercalls.zones import UNKNOWN, zone_of

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from datetime import date, datetime, time

    from clustercalls.edtf import FuzzyDate, Span
    from clustercalls.i18n import Language
    from clustercalls.i18n.grammar import Article
    from clustercalls.model import Milestone

Parts = tuple[str, str, str]  # of a plain date: what comes before the month, the month or period, the year


@once
def ends(text: str) -> "tuple[Span | None, Span | None]":
    """What `edtf.ends` says of a text, unless that is known: reading one wants patterns."""
    from clustercalls import edtf

    return edtf.ends(text)


@once
def say(text: str, code: str) -> str:
    """An EDTF text of the subset, in the language of this code."""
    first, last = ends(text)
    if "/" not in text and first:
        return _end(first, code)
    t = language(code)
    if first is None or last is None:
        known = last or first
        said = _end(known, code) if known else ""
        return say_until(said, t) if first is None else say_from(said, t)
    if first.uncertain or first.approximate or last.uncertain or last.approximate:
        return f"{_end(first, code)} – {_end(last, code)}"
    return _range(_parts(first.first, first.last, code), _parts(last.first, last.last, code))


def say_days(first: "date", last: "date", code: str) -> str:
    """A stretch of days, shared months and years said once."""
    return _range(_parts(first, first, code), _parts(last, last, code))


def say_stretch(when: "FuzzyDate | None", until: "FuzzyDate | None", t: "Language") -> str:
    """When something happens, or from when until when it lasts; no weekday, no hour."""
    if when is None:
        return t("date not announced")
    if until is None:
        return say(when.text, t.code)
    if when.is_exact and until.is_exact and when.earliest and until.latest:
        return _say_ends(when, until, when.earliest, until.latest, t.code)
    if until.latest is None:
        return say_from(say(when.text, t.code), t)
    return f"{say(when.text, t.code)} – {say(until.text, t.code)}"


def _say_ends(when: "FuzzyDate", until: "FuzzyDate", first: "date", last: "date", code: str) -> str:
    """A stretch between two days, the doubt of either shown; what is of both is said once."""
    if (when.uncertain, when.approximate) == (until.uncertain, until.approximate):
        return _with_doubt(say_days(first, last, code), when, code)
    ends = (when, first), (until, last)
    return " – ".join(_with_doubt(say_days(day, day, code), end, code) for end, day in ends)


def say_from(text: str, t: "Language") -> str:
    """`from Jan 2017`; Italian wants its article before a number: `dal 2017`, `dall'8 apr 2017`."""
    article = _article(text, t)
    return article.since.format(text) if article else t("from {date}", date=text)


def say_until(text: str, t: "Language") -> str:
    """`until June 2017`; with the article as in `say_from`."""
    article = _article(text, t)
    return article.until.format(text) if article else t("until {date}", date=text)


def say_from_to(first: "date", last: "date", t: "Language", year: int) -> str:
    """A stretch of days in a sentence: `from 3 to 9 December`; years only when one is not `year`."""
    months = GRAMMARS[t.code].long_months or GRAMMARS[t.code].months
    start, end = str(first.day), f"{last.day} {months[last.month - 1]}"
    if (first.year, first.month) != (last.year, last.month):
        start += f" {months[first.month - 1]}"
    if first.year != last.year:
        start += f" {first.year}"
    if not first.year == last.year == year:
        end += f" {last.year}"
    since, to = _article(f"{start} ", t), _article(f"{end} ", t)
    if since and to:
        return f"{since.since.format(start)} {to.to.format(end)}"
    return t("from {first} to {last}", first=start, last=end)


def say_milestone(milestone: "Milestone", t: "Language", zone: str = "") -> str:
    """As `say_stretch`, one day with its weekday, and an hour with its zone (that of `zone`, if given)."""
    when, at = milestone.when, milestone.stage.at
    if when is None and milestone.stage.rolling:
        return t("no deadline")
    if when is None or not when.is_exact or when.earliest is None:
        said = say_stretch(when, milestone.until, t)
        return f"{said}, {at:%H:%M}" if at and when and milestone.until is None else said
    if milestone.until is not None:
        return _say_event(milestone, t)
    moment = milestone.instant
    if at is None or moment is None:
        said = say_day(when.earliest, t.code)
        said = t("about {date}", date=said) if when.approximate else said
        said += "?" if when.uncertain else ""
        said += f", {clock(at)}" if at else ""  # of a day that is not sure
        return in_zone(said, milestone.zone, t) if _is_named(milestone) else said
    if zone:
        moment = moment.astimezone(zone_of(zone))
        return in_zone(f"{say_day(moment.date(), t.code)} {clock(moment.time())}", zone, t)
    return in_zone(f"{say_day(when.earliest, t.code)} {clock(at)}", milestone.zone, t)


def say_plain(milestone: "Milestone", t: "Language", year: int = 0) -> str:
    """As `say_stretch`, with its hours: `4 Apr 17:00`; a sure day without its year when that is `year`."""
    when, until, stage = milestone.when, milestone.until, milestone.stage
    hours = "–".join(clock(each) for each in (stage.at, stage.until_at if until else None) if each)
    if until is None and when and when.is_exact and when.earliest and not when.uncertain | when.approximate:
        return f"{say_short(when.earliest, t.code, year)} {hours}".rstrip()
    said = t("no deadline") if stage.rolling and when is None else say_stretch(when, until, t)
    return f"{said}, {hours}" if hours and when else said


def _say_event(milestone: "Milestone", t: "Language") -> str:
    """A stretch from one sure day on, with its hours where they are known."""
    at, until_at = milestone.stage.at, milestone.stage.until_at
    stretch = say_stretch(milestone.when, milestone.until, t)
    hours = "–".join(clock(each) for each in (at, until_at) if each)
    if hours:
        return in_zone(f"{stretch}, {hours}", milestone.zone, t)
    return in_zone(stretch, milestone.zone, t) if milestone.stage.abroad else stretch


def _is_named(milestone: "Milestone") -> bool:
    """Whether a day is told with its zone: another than the registry's, or one that is no place."""
    return milestone.stage.abroad or "/" not in milestone.zone


@once
def say_day(day: "date", code: str) -> str:
    """One day with its weekday: `Tue 4 Apr 2017`."""
    words = GRAMMARS[code]
    return f"{words.weekdays[day.weekday()]} {day.day} {words.months[day.month - 1]} {day.year}"


def say_short(day: "date", code: str, year: int) -> str:
    """One day, its year only when it is another: `4 Apr`."""
    said = f"{day.day} {GRAMMARS[code].months[day.month - 1]}"
    return said if day.year == year else f"{said} {day.year}"


@once
def clock(at: "time | datetime") -> str:
    """`17:00`, with seconds only where there are any."""
    return f"{at:%H:%M:%S}" if at.second else f"{at:%H:%M}"


def in_zone(text: str, zone: str, t: "Language") -> str:
    """A day or an hour with its zone, the city of an IANA name: `17:00 Brussels`, `17:00 AoE`."""
    if zone == UNKNOWN:
        return text
    if "/" not in zone:
        return f"{text} {zone}"
    return GRAMMARS[t.code].in_city.format(text, _city(zone, t.code))


@once
def _city(zone: str, code: str) -> str:
    city = zone.rsplit("/", 1)[-1].replace("_", " ")
    return GRAMMARS[code].cities.get(city, city)


def _article(said: str, t: "Language") -> "Article | None":
    return next((each for each in GRAMMARS[t.code].articles if said.startswith(each.before)), None)


def _end(span: "Span", code: str) -> str:
    return _with_doubt(_joined(_parts(span.first, span.last, code)), span, code)


def _with_doubt(said: str, date: "Span | FuzzyDate", code: str) -> str:
    said = language(code)("about {date}", date=said) if date.approximate else said
    return said + "?" if date.uncertain else said


def _joined(parts: Parts) -> str:
    return " ".join(part for part in parts if part)


def _range(first: Parts, last: Parts) -> str:
    (day, period, year), end = first, _joined(last)
    if first == last:
        return end
    if year != last[2] or bool(day) != bool(last[0]) or not period or not last[1]:
        joint = "–" if " " not in f"{_joined(first)}{end}" else " – "
        return f"{_joined(first)}{joint}{end}"
    if period == last[1]:
        return f"{day}–{end}"
    if day:
        return f"{day} {period} – {end}"
    return f"{period}–{end}"


def _parts(first: "date", last: "date", code: str) -> Parts:
    """The precision follows from the days: no two forms of the subset cover the same ones."""
    words = GRAMMARS[code]
    year = str(first.year)
    if first == last:
        return str(first.day), words.months[first.month - 1], year
    years = last.year - first.year + 1
    if (first.month, last.month) == (1, 12):
        return _years(first.year, last.year, code)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1:
        return "", words.months[first.month - 1], year
    if months == 6:  # noqa: PLR2004 - a half-year
        return "", words.half.format(words.ordinals[first.month // 7]), year
    if first.month in words.seasons:
        shown = year if years == 1 else f"{year}–{last.year % 100:02}"
        return "", words.seasons[first.month], shown
    return "", words.quarter.format(words.ordinals[first.month // 3]), year


def _years(first: int, last: int, code: str) -> Parts:
    if first == last:
        return "", "", str(first)
    if last - first < 10:  # noqa: PLR2004 - a decade
        return "", "", GRAMMARS[code].decade.format(first)
    return "", "", f"{first}–{last}"

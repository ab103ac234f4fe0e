"""The key dates of an opportunity as stages: days, and hours on the clock of the registry.

https://commongrants.org/protocol/models/opportunity
"""

import re
from collections.abc import Iterator
from datetime import date, time
from typing import Any, NamedTuple

from clustercalls.enumerations import StageKind
from clustercalls.registry.values import near_identifier
from clustercalls.sources.html_text import one_line
from clustercalls.sources.offered import AFTER_YEARS, FIRST_YEAR, shortened

Stage = dict[str, Any]

_POSTED, _CLOSES, _OTHERS = "postDate", "closeDate", "otherDates"
_NAMED = frozenset({_POSTED, _CLOSES, _OTHERS})
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_HOUR = re.compile(r"\d\d:\d\d(?::\d\d)?", re.ASCII)
# What a date is, by a word in its name, the first that is there.
_KINDS = {
    "decision": StageKind.DECISION,
    "award": StageKind.DECISION,
    "notification": StageKind.DECISION,
    "announce": StageKind.DECISION,
    "info": StageKind.INFO_DAY,
    "webinar": StageKind.INFO_DAY,
    "conference": StageKind.INFO_DAY,
    "interview": StageKind.INTERVIEW,
    "regist": StageKind.REGISTRATION,
    "open": StageKind.OPENS,
    "post": StageKind.PUBLISHED,
    "publi": StageKind.PUBLISHED,
    "deadline": StageKind.DEADLINE,
    "due": StageKind.DEADLINE,
    "clos": StageKind.DEADLINE,
    "letter": StageKind.DEADLINE,
    "submission": StageKind.DEADLINE,
}
_TITLE = 200  # letters of the name of a date


class NoDate(ValueError):
    """A text that is no date, or no hour."""


class ReadDates(NamedTuple):
    """The stages, and in a note what is no date."""

    stages: list[Stage]
    notes: list[str]


def read_dates(received: object, zone: str) -> ReadDates:
    """The stages of key dates; what has no day, or one that stands for "always", is noted.

    Raises:
        NoDate: for a date or an hour that is none.
    """
    made = ReadDates([], [])
    for name, kind, event in _events(received):
        if not isinstance(event, dict):
            raise NoDate(name)
        stage = _when(event, kind, zone)
        if stage is None:
            details = event.get("details") or event.get("date") or event.get("endDate") or ""
            made.notes.append(one_line(f"{name}: {details}"))
            continue
        taken = {each["id"] for each in made.stages}
        named = kind.value if name in {_POSTED, _CLOSES} else _id(name) or kind.value
        title = event.get("name")
        about = {"title": shortened(one_line(title), _TITLE)} if isinstance(title, str) and title else {}
        if name in {_POSTED, _CLOSES}:
            about = {}
        made.stages.append({"id": _free(named, taken), "kind": kind.value, **about, **stage})
    return made


def _events(received: object) -> Iterator[tuple[str, StageKind, Any]]:
    """Each date with its name and what it is."""
    dates = received if isinstance(received, dict) else {}
    for name, kind in ((_POSTED, StageKind.PUBLISHED), (_CLOSES, StageKind.DEADLINE)):
        if dates.get(name) is not None:
            yield name, kind, dates[name]
    others = dates.get(_OTHERS)
    more = {name: _event(each) for name, each in dates.items() if name not in _NAMED}  # of older versions
    for name, event in {**more, **(others if isinstance(others, dict) else {})}.items():
        if event is not None:
            title = event.get("name", "") if isinstance(event, dict) else ""
            yield name, _kind(f"{name} {title}".casefold()), event


def _event(received: object) -> object:
    """A date by itself as an event."""
    return {"date": received} if isinstance(received, str) else received


def _kind(words: str) -> StageKind:
    return next((kind for word, kind in _KINDS.items() if word in words), StageKind.DATES)


def _id(name: str) -> str:
    """`infoSession` is `info-session`."""
    return near_identifier(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name[:_TITLE]))


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name[:60]}-{number}"
    return free


def _when(event: dict[str, Any], kind: StageKind, zone: str) -> Stage | None:
    """When it is; the end alone of a stretch that is a deadline. None where it says no day.

    Raises:
        NoDate: for a date or an hour that is none.
    """
    is_range = "startDate" in event or "endDate" in event
    if not is_range and event.get("date") is None:
        return None
    first = _day(event.get("startDate" if is_range else "date"))
    last = _day(event.get("endDate")) if is_range else first
    if first is None or last is None:
        return None
    if last < first:
        raise NoDate(f"{first} – {last}")
    if kind is StageKind.DEADLINE:
        at = _hour(event.get("endTime" if is_range else "time"))
        return {"when": last.isoformat(), **_at(at, zone)}
    at = _hour(event.get("startTime" if is_range else "time"))
    until = _hour(event.get("endTime")) if is_range else ""
    end = f"{last.isoformat()}T{until}" if until and at else last.isoformat()
    return {
        "when": first.isoformat(),
        **_at(at, zone),
        **({"until": end} if is_range and last > first else {}),
    }


def _at(hour: str, zone: str) -> Stage:
    return {"at": hour, "zone": zone} if hour else {}


def _day(received: object) -> date | None:
    """A day; None for one that stands for "always".

    Raises:
        NoDate: for what is none.
    """
    text = received if isinstance(received, str) else ""
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        raise NoDate(f"{received}"[:60])
    return day if FIRST_YEAR <= day.year < AFTER_YEARS else None


def _hour(received: object) -> str:
    """An hour, without parts of a second; empty for none.

    Raises:
        NoDate: for what is none.
    """
    if received is None:
        return ""
    text = received.partition(".")[0] if isinstance(received, str) else ""
    try:
        return time.fromisoformat(text).isoformat() if _HOUR.fullmatch(text) else _no_hour(received)
    except ValueError:
        return _no_hour(received)


def _no_hour(received: object) -> str:
    raise NoDate(f"{received}"[:60])

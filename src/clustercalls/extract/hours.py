"""The hour that stands beside a date, before or behind it."""

import re

from clustercalls.extract import date_forms as forms

_NOON, _HOURS = 12, 24


def hour_beside(folded: str, start: int, end: int) -> tuple[int, int, str]:
    """The places of a date with the hour before or behind it, and that hour; empty where none is sure."""
    after = forms.HOUR_AFTER.match(folded, end)
    before = forms.HOUR_BEFORE.search(folded, max(0, start - 32), start)
    for match in (after, before):
        if match and (
            match is before or any(match[part] for part in ("noon", "midnight", "minutes", "mark", "lead"))
        ):
            hour = _clock(match)
            if hour or match["midnight"]:
                return (start, match.end(), hour) if match is after else (match.start(), end, hour)
    return start, end, ""


def _clock(match: re.Match[str]) -> str:
    if match["noon"]:
        return "12:00"
    if match["midnight"]:
        return ""  # the end of the day, as without an hour
    hour, mark = int(match["hour"]), (match["mark"] or "").strip().replace(".", "")
    if mark in {"am", "pm"}:
        if not 1 <= hour < _NOON:
            return ""  # noon or midnight
        hour += _NOON * (mark == "pm")
    elif 0 < hour < _NOON and not (match["minutes"] or mark or match.groupdict().get("lead")):
        return ""  # of the morning or the afternoon
    return f"{hour:02}:{match['minutes'] or '00'}" if hour < _HOURS else ""

"""The hour that stands beside a date, before or behind it."""

import re

from clustercalls.extract import date_forms as forms
from clustercalls.phrase.places import zone_at

_NOON, _HOURS = 12, 24
UNKNOWN = "?"  # a clock that is named, and nobody knows
# Beside an hour, what names its clock: "London time", "(ora di Lisbona)", "UTC".
_CLOCK = re.compile(
    r" ?\(?(?P<named>(?:ora|ore|hora|horario|heure|czasu|uhr|zeit)\b[a-z' ]{0,26}|(?:utc|gmt)\b"
    r"|[a-z][a-z ]{1,20}? (?:time|zeit)\b|[a-z]{3,5}\b)"
)
_ISLANDS = {"canar": "Atlantic/Canary", "azor": "Atlantic/Azores", "madeir": "Atlantic/Madeira"}


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


def zone_behind(folded: str, end: int) -> str:
    """The zone of the clock that is named behind an hour; `UNKNOWN` for one that is no zone, "" for none."""
    match = _CLOCK.match(folded, end)
    if not match:
        return ""
    named = match["named"].strip()
    if named[:3] in {"utc", "gmt"}:
        return "UTC"
    words = re.findall(r"[a-z]+", named)
    for at in range(min(2, len(words))):
        zone, _ = zone_at(words[at:], after_hour=True)
        if zone:
            return {"CET": "Europe/Brussels", "CEST": "Europe/Brussels"}.get(zone, zone)
    island = next(
        (zone for stem, zone in _ISLANDS.items() if any(each.startswith(stem) for each in words)), ""
    )
    is_clock = words[0] in {"ora", "hora", "heure", "czasu", "zeit"} and len(words) > 1
    return island or (UNKNOWN if is_clock or words[-1] == "time" else "")


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

"""What a typed date does to an entry: its day and hour, the ends it names, the zone of its hour."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Protocol

from msgspec.structs import replace

from clustercalls import edtf
from clustercalls.editing.document import Table
from clustercalls.editing.fields import sure
from clustercalls.editing.ops import Op, value_at
from clustercalls.edtf import FuzzyDate
from clustercalls.errors import UsageRefused, problem
from clustercalls.phrase.field_roles import Role
from clustercalls.phrase.said import TWO_DAYS, Said, Turn
from clustercalls.registry import values
from clustercalls.registry.clocks import canonical, in_an_hour_that_comes_twice, off_season
from clustercalls.tables.findings import KeyPath
from clustercalls.zones import zone_of

NOWHERE: KeyPath = ("x-",)  # where a date has no key for its hour: a name nobody uses finds none
_LASTS = "it lasts until {until}, and of some day of these nobody knows how long"


class ReadDate(Protocol):
    """What a text says for a field of this role; `turn` tells its year where that is left out."""

    def __call__(self, text: str, role: Role, turn: Turn | None = None, /) -> Said: ...


def toml_date(text: str) -> date | datetime | str:
    """An EDTF text as a registry file has it: a TOML date or date-time where there is one."""
    moment = edtf.date_time(text)
    if moment is not None:
        return moment
    when = edtf.parse(text)
    if when.is_exact and when.earliest and when.text == when.earliest.isoformat():
        return when.earliest
    return when.text


def refuse_opening(dates: Said, where: Mapping[str, str]) -> None:
    """Refuses a text that names an opening beside the deadline, where there is room for one of them.

    `where` says how each is written, `one` with `{first}` in it, the `other` with `{last}`.

    Raises:
        UsageRefused: naming both.
    """
    if dates.opens:
        days = {"first": dates.opens, "last": dates.when}
        advice = "Write each for itself: {one}, then {other}."
        ways = {key: way.format(**days) for key, way in where.items()}
        raise UsageRefused(
            problem("not-this-field", None, value=dates.text, reason=TWO_DAYS, advice=advice, **days, **ways)
        )


def whole_day(dates: Said, role: Role) -> Said:
    """The same, to the end of its day where that is said of a deadline: "30 April 2027 AoE" has no hour."""
    anywhere = role.plain is Role.DUE and "T" not in dates.when and canonical(dates.zone) == "AoE"
    return replace(dates, to_the_end=True) if anywhere and edtf.parse(dates.when).is_exact else dates


def no_date_yet(value: str, advice: str, **filling: str) -> UsageRefused:
    """The refusal of "to be announced" where a date is needed."""
    reason = "it says that there is no date yet"
    return UsageRefused(problem("not-this-field", None, value=value, reason=reason, advice=advice, **filling))


def zone_to_write(dates: Said, zone: str) -> str:
    """The zone to write beside a typed date that falls into `zone` otherwise; empty when it is that one.

    Letters of the other half of the year stay as they are, so that `check` goes on warning of them; in the
    hour that comes twice they are their distance from UTC, for that of the city is the first of both.

    Raises:
        UsageRefused: when there is no such zone.
    """
    if not dates.zone:
        return ""
    day = edtf.parse(dates.when).earliest
    moment = edtf.date_time(dates.when) or (datetime.combine(day, time(12)) if day else None)
    name = canonical(dates.zone)
    if name == "BST":
        name = "Europe/London"
        if moment is None or not zone_of(name).dst(moment):
            reason = "London is on GMT then: write 17:00 GMT, or 17:00 Europe/London"
            raise UsageRefused(problem("not-understood", value=dates.zone, reason=reason))
    if moment and (fixed := in_an_hour_that_comes_twice(name, moment)):
        return fixed
    if moment and off_season(name, moment):
        return name
    read = sure(values.zone, name)
    return "" if read == zone else read if "/" in read else name


def dated(table: Table, path: KeyPath, typed: tuple[FuzzyDate, bool], hour: time | None) -> list[Op]:
    """The edit of one date, none when it says so already; an hour that was in it stays in it.

    Of `typed`, the second is whether its midnight was named: then it has no hour.
    """
    when, to_the_end = typed
    new: Any = toml_date(when.text)
    old = value_at(table, path)
    old = toml_date(old) if isinstance(old, str) and old else old
    if hour is not None and not to_the_end and type(new) is date and isinstance(old, datetime):
        new = datetime.combine(new, hour)
    return [] if new == old and type(new) is type(old) else [Op(path, new)]


def date_and_hour(
    table: Table, paths: tuple[KeyPath, KeyPath], typed: tuple[FuzzyDate, bool], hour: time | None, zone: str
) -> list[Op]:
    """The edits of a date at the first path whose hour may stand at the second; `hour` is the one it has."""
    path, at = paths
    when, to_the_end = typed
    moment = edtf.date_time(when.text)
    if value_at(table, at) is None:
        edits = dated(table, path, typed, hour)
        if (
            edits
            and hour is not None
            and not to_the_end
            and _loses_hour(value_at(table, path), edits[0].value)
        ):
            if at == NOWHERE:
                raise _no_room(table, path, when, hour)
            edits.append(Op(at, _as_typed(hour)))
        return edits
    if moment is None:
        return dated(table, path, typed, hour) + ([Op(at)] if to_the_end else [])
    moment = moment.astimezone(zone_of(zone)) if moment.tzinfo else moment
    edits = dated(table, path, (edtf.on(moment.date()), False), None)
    if moment.time() != hour:
        edits.append(Op(at, _as_typed(moment.time())))
    return edits


def refuse_doubt(table: Table, path: KeyPath, end: KeyPath, when: FuzzyDate) -> None:
    """Refuses some day of several for what has an end of its own: how long it lasts would be made up.

    Raises:
        UsageRefused: with the date to type, or how the end is taken out.
    """
    if when.is_sure:
        return
    name, until = _name(table, path), str(value_at(table, end))[: len("2017-04-06")]
    advice = "Write both days, as in 4-6 May 2027, or: clustercalls set {way} {end}= {key}={value}"
    values = {"way": name, "end": end[-1], "key": path[-1], "until": until}
    raise UsageRefused(problem("not-this-field", None, value=when, reason=_LASTS, advice=advice, **values))


def _loses_hour(old: object, new: object) -> bool:
    """Whether a date of the file has an hour in it, and the new one no room for any."""
    try:
        old = edtf.date_time(old) if isinstance(old, str) else old
    except edtf.NotEdtf:
        return False
    return isinstance(old, datetime) and isinstance(new, str) and edtf.date_time(new) is None


def _no_room(table: Table, path: KeyPath, when: FuzzyDate, hour: time) -> UsageRefused:
    reason = "its hour, {hour}, has no room beside a date that is not sure"
    advice = "If the hour goes, take the old date out first with: clustercalls set {way} {key}="
    values = {"hour": _as_typed(hour), "way": _name(table, path), "key": path[-1]}
    return UsageRefused(problem("not-this-field", None, value=when, reason=reason, advice=advice, **values))


def _as_typed(hour: time) -> str:
    return hour.isoformat("auto").removesuffix(":00")


def _name(table: Table, path: KeyPath) -> str:
    """What `set` calls the entry, or its stage whose date is at a path."""
    stage = value_at(table, path[:-1]) if len(path) > 1 else None
    of_it = str(stage.get("id", stage.get("kind", ""))) if isinstance(stage, dict) else ""
    return "/".join(filter(None, (str(table.get("id", "")), of_it)))

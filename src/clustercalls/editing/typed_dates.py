"""What a typed date does to an entry: its day and hour, the ends it names, the zone of its hour."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from clustercalls import edtf
from clustercalls.editing.document import Table
from clustercalls.editing.ops import Op, value_at
from clustercalls.edtf import FuzzyDate
from clustercalls.errors import UsageRefused, problem
from clustercalls.phrase.roles import TWO_DAYS, Role, Said
from clustercalls.registry import values
from clustercalls.registry.clocks import canonical, off_season
from clustercalls.tables.findings import Bad, KeyPath
from clustercalls.zones import zone_of

ReadDate = Callable[[str, Role], Said]


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


def no_date_yet(value: str, advice: str, **filling: str) -> UsageRefused:
    """The refusal of "to be announced" where a date is needed."""
    reason = "it says that there is no date yet"
    return UsageRefused(problem("not-this-field", None, value=value, reason=reason, advice=advice, **filling))


def zone_to_write(dates: Said, zone: str) -> str:
    """The zone to write beside a typed date that falls into `zone` otherwise; empty when it is that one.

    Letters of the other half of the year stay as they are, so that `check` goes on warning of them.

    Raises:
        UsageRefused: when there is no such zone.
    """
    if not dates.zone:
        return ""
    day = edtf.parse(dates.when).earliest
    name = canonical(dates.zone)
    if name == "BST":
        name = "Europe/London"
        if day is None or not zone_of(name).dst(datetime.combine(day, time(12))):
            reason = "London is on GMT then: write 17:00 GMT, or 17:00 Europe/London"
            raise UsageRefused(problem("not-understood", value=dates.zone, reason=reason))
    if day and off_season(name, datetime.combine(day, time(12))):
        return name
    try:
        read = values.zone(name)
    except Bad as bad:
        raise UsageRefused(problem(bad.code, None, **bad.values)) from None
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
        return dated(table, path, typed, hour)
    if moment is None:
        return dated(table, path, typed, hour) + ([Op(at)] if to_the_end else [])
    moment = moment.astimezone(zone_of(zone)) if moment.tzinfo else moment
    edits = dated(table, path, (edtf.on(moment.date()), False), None)
    if moment.time() != hour:
        edits.append(Op(at, moment.time().isoformat("auto").removesuffix(":00")))
    return edits

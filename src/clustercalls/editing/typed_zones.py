"""The zone typed beside one hour of an entry: it concerns that hour, and no other is moved by it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from clustercalls import edtf
from clustercalls.editing.document import Table
from clustercalls.editing.fields import DATED
from clustercalls.editing.ops import Op, value_at
from clustercalls.editing.typed_dates import zone_to_write
from clustercalls.errors import ADVICE, UsageRefused, problem
from clustercalls.phrase.roles import Said
from clustercalls.registry import values
from clustercalls.registry.stages import hour_home
from clustercalls.tables.findings import Bad, KeyPath
from clustercalls.zones import UNKNOWN, zone_of


class Spoken(NamedTuple):
    """What was typed for a date, and where that is: the paths of the date, of its hour, and of its end."""

    said: Said
    when: KeyPath
    at: KeyPath
    until: KeyPath = ()

    @property
    def hours(self) -> set[KeyPath]:
        """The paths of the hours to which its zone was typed."""
        first = {self.when, self.at} if "T" in self.said.when else set[KeyPath]()
        return first | ({self.until} if "T" in self.said.until else set())


def zone_ops(
    table: Table, base: KeyPath, default: str, spoken: Sequence[Spoken], stated: str = ""
) -> list[Op]:
    """The edit of the zone that was typed beside hours of an entry, or of its stage at `base`.

    `table` is the entry with these hours in it, `default` the zone of an entry that names none, `stated` the
    one that was typed by itself.

    Raises:
        UsageRefused: when the clock of another hour would become another with it.
    """
    zoned = [each for each in spoken if each.said.zone]
    now = in_force(table, base, default)
    named = {zone_to_write(each.said, now) for each in zoned}
    if named <= {""}:
        return []
    if stated:
        (other, *_) = named - {""}
        raise UsageRefused(problem("two-dates-typed", key="zone", value=other, other=stated))
    typed = set[KeyPath]().union(*(each.hours for each in zoned)) if len(named) == 1 else set()
    others = [path for path in hours(table, base) if path not in typed]
    if others or len(named) > 1:
        first = next(each for each in zoned if zone_to_write(each.said, now))
        raise _shared(table, base, now, first, others)
    (zone,) = named
    return [Op((*base, "zone"), zone)]


def in_force(table: Table, base: KeyPath, default: str) -> str:
    """The zone of the hours at a path; empty where what stands there is none."""
    for path in ((*base, "zone"), ("zone",)):
        written = value_at(table, path)
        if isinstance(written, str) and written:
            try:
                return values.zone(written)
            except Bad:
                return ""
    return default


def hours(table: Table, base: KeyPath = ()) -> Iterator[KeyPath]:
    """Where the hours are that are read in the zone of the entry, or of its stage at `base`."""
    keys = ("when", "until", "at") if base else (*DATED, "starts", "ends", "at")
    yield from ((*base, key) for key in keys if _is_hour(value_at(table, (*base, key)), alone=key == "at"))
    stages = () if base else table.get("stage", ())
    for number, stage in enumerate(stages if isinstance(stages, list | tuple) else ()):
        if isinstance(stage, dict) and not stage.get("zone"):
            yield from hours(table, ("stage", number))


def _is_hour(value: object, *, alone: bool) -> bool:
    """Whether a value has a wall time in it: one with its distance from UTC is nobody's zone."""
    if alone:
        return value is not None
    try:
        moment = edtf.date_time(value) if isinstance(value, str) else value
    except edtf.NotEdtf:
        return False
    return isinstance(moment, datetime) and moment.tzinfo is None


def _shared(table: Table, base: KeyPath, now: str, first: Spoken, others: list[KeyPath]) -> UsageRefused:
    """The refusal, with what can be typed: the same hour on the clock of the others, or the zone of all."""
    name = "/".join(filter(None, (str(table.get("id", "")), _stage_name(table, base))))
    zone = zone_to_write(first.said, now)
    stages = dict.fromkeys(_name_of(table, path) for path in others or [first.when])
    filling = {"zone": zone, "stages": ", ".join(stages), "name": name}
    example = _same(first.said.when or first.said.until, zone, now)
    advice = ADVICE["same clock" if example else "zone of all"]
    return UsageRefused(problem("zone-shared", None, advice=advice, example=example, clock=now, **filling))


def _same(text: str, zone: str, now: str) -> str:
    """An hour of one zone on the clock of the zone now in force; empty when there is no such."""
    moment = edtf.date_time(text)
    try:
        if moment is None or now in {"", UNKNOWN}:
            return ""
        here = moment.replace(tzinfo=zone_of(values.zone(zone))).astimezone(zone_of(now))
    except (Bad, OverflowError):
        return ""
    return here.replace(tzinfo=None).isoformat("T", "auto").removesuffix(":00")


def _stage_name(table: Table, base: KeyPath) -> str:
    stage = value_at(table, base) if base else {}
    return str(stage.get("id", stage.get("kind", "")))


def _name_of(table: Table, path: KeyPath) -> str:
    """What an hour is called: its stage and, of an end, its key."""
    if path == ("at",):
        return hour_home(deadline="deadline" in table, starts="starts" in table)
    if len(path) == 1:
        return str(path[0])
    stage = _stage_name(table, path[:-1])
    return f"{stage}.{path[-1]}" if path[-1] == "until" else stage

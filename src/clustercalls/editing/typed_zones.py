"""The zone typed beside one hour of an entry: it is that of its stage, and no other date is moved by it."""

from collections.abc import Container, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from clustercalls import edtf
from clustercalls.editing.document import Table
from clustercalls.editing.ops import Op, value_at
from clustercalls.editing.short_keys import as_long, keys_in, paths, stage_key
from clustercalls.editing.typed_dates import zone_to_write
from clustercalls.errors import ADVICE, UsageRefused, problem
from clustercalls.phrase.said import Said
from clustercalls.registry import values
from clustercalls.registry.stages import hour_home_in
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

    It is that stage's: one by a short key becomes a table, unless nothing else is read in the entry's zone.
    `table` is the entry with these hours in it, `default` the zone of an entry that names none, `stated`
    the one that was typed by itself.

    Raises:
        UsageRefused: when the clock of another hour of the stage would become another with it.
    """
    now = in_force(table, base, default)
    home = hour_home_in(table)
    zoned = [each for each in spoken if each.said.zone]
    stages: dict[str, list[Spoken]] = {}
    for each in zoned:
        key = stage_key(str(each.when[0]))
        stages.setdefault(key if base or key in table else home, []).append(each)
    for key, ends in stages.items():
        _check_one_zone(table, base or (key,), ends, now, base)
    if base:
        names = {name for each in zoned if (name := zone_to_write(each.said, now))}
        _check_stated(stated, names)
        return [Op((*base, "zone"), name) for name in names]
    alone = all(each.get("zone") for each in _stages(table))
    whole, own = shared_out(table, {key: ends[0].said for key, ends in stages.items()}, now, alone=alone)
    _check_stated(stated, {whole or own.get(home, "")} - {""})
    ops = [Op(("zone",), whole)] if whole else []
    for key, name in own.items():
        ops += as_long(table, key, zone=name)
    return ops


def shared_out(
    keys: Container[str], typed: Mapping[str, Said], now: str, *, alone: bool
) -> tuple[str, dict[str, str]]:
    """The zone to write for an entry, and those for its stages, of what was typed for their short keys.

    The zone of the deadline, or of an event's days, is the entry's where every other date has one of its own:
    in what was typed, or, for the stages that are tables, as `alone` says. `keys` are those of the entry.
    """
    home = hour_home_in(keys)
    all_typed = alone and all(key in typed for key in keys_in(keys))
    whole = zone_to_write(typed[home], now) if all_typed and home in typed else ""
    own = {key: zone_to_write(said, whole or now) for key, said in typed.items()}
    return whole, {key: name for key, name in own.items() if name not in {"", whole}}


def _check_stated(stated: str, names: set[str]) -> None:
    """Refuses a zone beside an hour where another one was typed by itself."""
    if stated and names:
        raise UsageRefused(problem("two-dates-typed", key="zone", value=min(names), other=stated))


def _check_one_zone(table: Table, stage: KeyPath, ends: Sequence[Spoken], now: str, base: KeyPath) -> None:
    """Refuses a zone that would be that of another hour of its stage too."""
    named = {zone_to_write(each.said, now) for each in ends}
    if named <= {""}:
        return
    typed = set[KeyPath]().union(*(each.hours for each in ends)) if len(named) == 1 else set()
    others = [path for path in hours(table, stage) if path not in typed]
    if others or len(named) > 1:
        raise _shared(table, base, now, next(each for each in ends if zone_to_write(each.said, now)), others)


def _stages(table: Table) -> list[Table]:
    """The tables of stages of an entry."""
    stages = table.get("stage", ())
    return [each for each in stages if isinstance(each, dict)] if isinstance(stages, list | tuple) else []


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


def hours(table: Table, stage: KeyPath) -> list[KeyPath]:
    """Where the hours of a stage are: of a table of it at this path, or of the short key."""
    long = {name: (*stage, name) for name in ("when", "until", "at")}
    found = long if len(stage) > 1 else paths(table, str(stage[0]))
    return [path for name, path in found.items() if _is_hour(value_at(table, path), alone=name == "at")]


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
        return hour_home_in(table)
    if len(path) == 1:
        return str(path[0])
    stage = _stage_name(table, path[:-1])
    return f"{stage}.{path[-1]}" if path[-1] == "until" else stage

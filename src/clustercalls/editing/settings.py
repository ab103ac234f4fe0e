"""What `set` does to an entry: `field=value` as edits."""

from collections.abc import Collection, Sequence
from datetime import datetime, time
from itertools import product

from clustercalls import edtf
from clustercalls.editing.currency import to_be
from clustercalls.editing.document import Table
from clustercalls.editing.fields import DATED, ENTRY, FALSE, LONG, STAGE, Field, field_named
from clustercalls.editing.moves import as_table, stage_path
from clustercalls.editing.new_dates import STAGES
from clustercalls.editing.ops import NotInPlace, Op, applied, value_at
from clustercalls.editing.read_together import TypedDate, read_together
from clustercalls.editing.short_keys import as_starts, with_an_end
from clustercalls.editing.typed_dates import (
    NOWHERE,
    ReadDate,
    date_and_hour,
    dated,
    refuse_doubt,
    refuse_opening,
    whole_day,
)
from clustercalls.editing.typed_hours import hour_ops, without_hour
from clustercalls.editing.typed_values import Setting, new_value
from clustercalls.editing.typed_zones import Spoken, zone_ops
from clustercalls.editing.undated import is_undated, undated
from clustercalls.errors import UsageRefused, problem
from clustercalls.model import Entry, Stage
from clustercalls.phrase.field_roles import role_of
from clustercalls.phrase.said import Said
from clustercalls.registry.stages import hour_home_in
from clustercalls.tables.findings import KeyPath
from clustercalls.zones import zone_of


def with_currency(wanted: list[Setting], table: Table, default: str) -> list[Setting]:
    """These settings of an entry, and that of its currency when an amount among them names another one."""
    typed = {each.name: each.text for each in wanted if not each.sign}
    new = to_be(typed, table, default)
    return [*wanted, Setting("currency", "", new)] if new else wanted


def edits(
    entry: Entry | None,
    table: Table,
    stage: str,
    wanted: list[Setting],
    read_date: ReadDate,
    zone: str = "Europe/Brussels",
) -> list[Op]:
    """The edits of these settings; none when all is so already. `zone` is that of an entry that names none.

    Raises:
        UsageRefused: for a field, a stage or a value that cannot be.
        NotInPlace: where what the file has is no table to set a part of, or nothing that can grow.
    """
    ops = _own_table(entry, table, stage, wanted)
    if ops is None:
        return []
    now = table
    for op in ops:
        now = applied(now, op)
    base = stage_path(now, stage) if stage else ()
    also = frozenset(each.name for each in wanted)
    if not base:
        dates = [each for each in wanted if each.name in STAGES and each.text and not each.sign]
        read_date = read_together([TypedDate(each.text, role_of(each.name)) for each in dates], read_date)
    spoken: list[Spoken] = []
    for each in wanted:
        new_ops, heard = _ops_of(each, now, (entry, stage, base), read_date, also)
        for op in new_ops:
            now = applied(now, op)
        ops += new_ops
        spoken += [heard] if heard else []
    _check_ends(spoken)
    stated = next((each.text for each in reversed(wanted) if each.name == "zone"), "")
    for its in dict.fromkeys(each.when[:-1] for each in spoken):
        ops += zone_ops(now, its, zone, [each for each in spoken if each.when[:-1] == its], stated)
    return ops


def _check_ends(spoken: Sequence[Spoken]) -> None:
    """Refuses two days typed for what lasts when its end is typed too, and is another day."""
    for first, last in product(spoken, spoken):
        until, end = (each.partition("T")[0] for each in (first.said.until, last.said.when))
        if until and last.when == first.until and end != until:
            key = str(last.when[-1])
            raise UsageRefused(problem("two-dates-typed", key=key, value=until, other=end))


def _own_table(entry: Entry | None, table: Table, stage: str, wanted: list[Setting]) -> list[Op] | None:
    """The edits that give a stage a table of its own for what it is to say; None where nothing is wanted."""
    own = [each for each in wanted if stage and each.name in LONG]
    ops = as_table(entry, table, stage) if own else []
    if any(not _says_nothing(each) for each in own):
        return ops
    return None if ops and len(own) == len(wanted) else []  # a short key says none of it


def _says_nothing(typed: Setting) -> bool:
    nothing = FALSE | {""} if typed.name == "cancelled" else {""}
    return typed.text.strip().casefold() in nothing


def _ops_of(
    typed: Setting,
    now: Table,
    where: tuple[Entry | None, str, KeyPath],
    read_date: ReadDate,
    also: Collection[str],
) -> tuple[list[Op], Spoken | None]:
    """The edits of one setting, and a date typed; `where`: the entry as it was, its stage, its path.

    `also` are the names of all that is set with it.
    """
    entry, stage, base = where
    field = field_named(typed.name, STAGE if base else ENTRY)
    dates = _said(typed, field, now, base, read_date)
    later = dates is not None and not dates.when and not base and typed.name in DATED
    if later and is_undated(now, typed.name):
        return [], None
    if not base:
        _check_short(entry, now, typed)
    path = (*base, *field.path)
    _check_shape(typed, field, value_at(now, path[:-1]), value_at(now, path))
    if later:
        return undated(now, typed.name), None
    if typed.name == "at" and not typed.sign:
        if typed.text:
            return hour_ops(now, base, typed.text, read_date, also)
        its = _stage_at(entry, now, stage, hour_home_in(now))
        return without_hour(now, base, its.when if its else None, also), None
    if dates and dates.when:
        its = _stage_at(entry, now, stage, typed.name)
        return _date_ops(its, now, (base, field.path), typed.name, dates, also)
    return _value_ops(typed, field, now, base, dated=dates is not None), None


def _value_ops(typed: Setting, field: Field, table: Table, base: KeyPath, *, dated: bool) -> list[Op]:
    """The edits of a value, or of a date that is taken out; `dated` when one was typed that is none yet."""
    path = (*base, *field.path)
    old = value_at(table, path)
    new = None if dated else new_value(typed, field, old, "kind" if base else "title")
    if new == old and type(new) is type(old):
        return []
    goes = new is None and _hour_goes(typed.name, table, base)
    return [Op(path, new)] + [Op((*base, "at"))] * goes


def _said(typed: Setting, field: Field, table: Table, base: KeyPath, read_date: ReadDate) -> Said | None:
    """What the text of a date says; None for every other setting."""
    if not (field.is_date and typed.text and not typed.sign):
        return None
    kind = str(value_at(table, (*base, "kind")) or "") if base else ""
    role = role_of(typed.name, kind)
    said = read_date(typed.text, role)
    refuse_opening(said, {"one": "opens={first}", "other": f"{typed.name}={{last}}"})
    return whole_day(said, role)


def _date_ops(
    stage: Stage | None,
    table: Table,
    where: tuple[KeyPath, KeyPath],
    name: str,
    dates: Said,
    also: Collection[str],
) -> tuple[list[Op], Spoken | None]:
    """The edits of a date that was typed: it keeps its hour, and may name an end; and what is to be zoned.

    A stage with a date is no longer rolling. `stage` is as the reader has it; an `at` that is `also` set
    is set by itself.
    """
    base, key = where
    start: list[Op] = []
    if dates.until and not base and name == "dates":
        start, key = as_starts(table)
        name = "starts"
    elif dates.until and not base and name not in {"starts", "ends"} and name in STAGES:
        start, base = with_an_end(table, name)
        key, name = ("when",), "when"
    for op in start:
        table = applied(table, op)
    path, at = (*base, *key), (*base, "at")
    typed_hour = "at" in also
    if name not in {"when", hour_home_in(table)} or typed_hour:
        at = NOWHERE
    zone = stage.zone if stage else ""
    hour = _hour_at(value_at(table, path), zone) or (
        stage.at if stage and name not in {"until", "done"} else None
    )
    hour = None if typed_hour else hour
    ops = date_and_hour(table, (path, at), (edtf.parse(dates.when), dates.to_the_end), hour, zone)
    if ops and base and name == "when" and value_at(table, (*base, "rolling")):
        ops.insert(0, Op((*base, "rolling")))
    end: KeyPath = (*base, "until") if base else ("ends",)
    lasts = name in {"when", "starts"} and value_at(table, end) is not None and end[-1] not in also
    if ops and lasts and not dates.until:
        refuse_doubt(table, path, end, edtf.parse(dates.when))
    if dates.until:
        ops += dated(table, end, (edtf.parse(dates.until), False), _hour_at(value_at(table, end), zone))
    of_a_stage = name in STAGES or (base and name != "done")
    return start + ops, Spoken(dates, path, at, end if dates.until else ()) if of_a_stage else None


def _hour_at(value: object, zone: str) -> time | None:
    """The wall time that a date of the file has in it."""
    moment = edtf.date_time(value) if isinstance(value, str) else value
    if not isinstance(moment, datetime):
        return None
    return (moment.astimezone(zone_of(zone)) if moment.tzinfo and zone else moment).time()


def _stage_at(entry: Entry | None, table: Table, stage: str, name: str) -> Stage | None:
    """The stage whose date this is, as the reader has it: the named one, else that of a short key."""
    if entry is None:
        return None
    if stage:  # by its name, for its place is another where a short key has just become a table
        return next((each for each in reversed(entry.stages) if each.id == stage), None)
    own = len(entry.stages) - len(table.get("stage", ()))
    kind = "dates" if name in {"starts", "ends"} else name
    return next((each for each in entry.stages[:own] if each.kind.value == kind), None)


def _check_shape(typed: Setting, field: Field, holder: object, old: object) -> None:
    """What is of the wrong type is its owner's to mend: nothing is added to it or made of it."""
    if not isinstance(holder, dict | None):
        raise NotInPlace(typed.name)
    grows = list if field.is_list else str if field.is_prose else None
    if typed.sign and grows and not isinstance(old, grows | None):
        raise NotInPlace(typed.name)


def _hour_goes(name: str, table: Table, base: KeyPath) -> bool:
    """Whether an hour belongs to the date that is taken out: alone it would tell nothing, or be another's."""
    if value_at(table, (*base, "at")) is None:
        return False
    return name == "when" if base else name == hour_home_in(table)


def _check_short(entry: Entry | None, table: Table, typed: Setting) -> None:
    """A short key beside a stage of that kind would be a second date where one is meant."""
    if typed.name not in DATED or typed.name in table or entry is None:
        return
    alike = [each.id for each in entry.stages if each.kind.value == typed.name]
    if alike:
        known = ", ".join(f"{entry.id}/{each}" for each in alike)
        raise UsageRefused(
            problem("stage-there", id=entry.id, key=typed.name, known=known, first=f"{entry.id}/{alike[0]}")
        )

"""What `set` does to an entry: `field=value` as edits."""

import re
from datetime import datetime, time
from typing import Any, NamedTuple

from clustercalls import edtf
from clustercalls.editing.currency import to_be
from clustercalls.editing.document import Table
from clustercalls.editing.fields import DATED, ENTRY, FALSE, STAGE, TRUE, Field, field_named, read_value
from clustercalls.editing.moves import as_table, at_home, stage_path
from clustercalls.editing.ops import NotInPlace, Op, applied, value_at
from clustercalls.editing.typed_dates import ReadDate, date_and_hour, dated, refuse_opening
from clustercalls.editing.typed_zones import Spoken, zone_ops
from clustercalls.editing.undated import is_undated, undated
from clustercalls.errors import ADVICE, Problem, UsageRefused, problem
from clustercalls.model import Entry, Stage
from clustercalls.phrase.roles import Said, role_of
from clustercalls.tables.findings import KeyPath
from clustercalls.zones import zone_of


class Setting(NamedTuple):
    """One `field=value`: the sign is empty, + or -."""

    name: str
    sign: str
    text: str


def setting(text: str) -> Setting:
    """What one argument says.

    Raises:
        UsageRefused: when it is not of the form field=value.
    """
    match = re.fullmatch(r"([A-Za-z_][A-Za-z_.]*)([+-]?)=(.*)", text, re.DOTALL)
    if match is None:
        raise UsageRefused(problem("bad-setting", value=text))
    return Setting(match[1], match[2], match[3])


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
    typed_hour = any(each.name == "at" for each in wanted)
    spoken: list[Spoken] = []
    for each in wanted:
        new_ops, heard = _ops_of(each, now, (entry, stage, base), read_date, typed_hour=typed_hour)
        for op in new_ops:
            now = applied(now, op)
        ops += new_ops
        spoken += [heard] if heard else []
    stated = next((each.text for each in reversed(wanted) if each.name == "zone"), "")
    return ops + zone_ops(now, base, zone, spoken, stated)


def _own_table(entry: Entry | None, table: Table, stage: str, wanted: list[Setting]) -> list[Op] | None:
    """The edits that give a stage that is called off a table of its own; None when nothing else is wanted."""
    off = [each.text.casefold() for each in wanted if stage and each.name == "cancelled"]
    ops = as_table(entry, table, stage) if off else []
    if any(text in TRUE for text in off):
        return ops
    stands = bool(ops) and len(off) == len(wanted) and all(text in FALSE | {""} for text in off)
    return None if stands else []  # a short key was never called off


def _ops_of(
    typed: Setting,
    now: Table,
    where: tuple[Entry | None, str, KeyPath],
    read_date: ReadDate,
    *,
    typed_hour: bool,
) -> tuple[list[Op], Spoken | None]:
    """The edits of one setting, and a date typed; `where`: the entry as it was, its stage, its path."""
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
    if dates and dates.when:
        its = _stage_at(entry, now, stage, typed.name)
        return _date_ops(its, now, (base, field.path), typed.name, dates, typed_hour=typed_hour)
    return _value_ops(typed, field, now, base, dated=dates is not None), None


def _value_ops(typed: Setting, field: Field, table: Table, base: KeyPath, *, dated: bool) -> list[Op]:
    """The edits of a value, or of a date that is taken out; `dated` when one was typed that is none yet."""
    path = (*base, *field.path)
    old = value_at(table, path)
    new = None if dated else _new(typed, field, old, "kind" if base else "title")
    if new == old and type(new) is type(old):
        return []
    goes = new is None and _hour_goes(typed.name, table, base)
    return [Op(path, new)] + [Op((*base, "at"))] * goes


def _said(typed: Setting, field: Field, table: Table, base: KeyPath, read_date: ReadDate) -> Said | None:
    """What the text of a date says; None for every other setting."""
    if not (field.is_date and typed.text and not typed.sign):
        return None
    kind = str(value_at(table, (*base, "kind")) or "") if base else ""
    said = read_date(typed.text, role_of(typed.name, kind))
    refuse_opening(said, {"one": "opens={first}", "other": f"{typed.name}={{last}}"})
    return said


def _date_ops(
    stage: Stage | None,
    table: Table,
    where: tuple[KeyPath, KeyPath],
    name: str,
    dates: Said,
    *,
    typed_hour: bool,
) -> tuple[list[Op], Spoken | None]:
    """The edits of a date that was typed: it keeps its hour, and may name an end; and what is to be zoned.

    A stage with a date is no longer rolling. `stage` is as the reader has it; with `typed_hour` its `at` is
    set by itself.
    """
    base, key = where
    path, at = (*base, *key), (*base, "at")
    if name not in {"when", at_home(table)} or typed_hour:
        at = ("x-",)  # no hour beside it: a name nobody uses finds none
    zone = stage.zone if stage else ""
    hour = _hour_at(value_at(table, path), zone) or (stage.at if stage and name != "until" else None)
    hour = None if typed_hour else hour
    ops = date_and_hour(table, (path, at), (edtf.parse(dates.when), dates.to_the_end), hour, zone)
    if ops and base and name == "when" and value_at(table, (*base, "rolling")):
        ops.insert(0, Op((*base, "rolling")))
    end = (*base, "until") if base else ("ends",)
    if dates.until:
        ops += dated(table, end, (edtf.parse(dates.until), False), _hour_at(value_at(table, end), zone))
    of_a_stage = base or name in {*DATED, "starts", "ends"}
    return ops, Spoken(dates, path, at, end if dates.until else ()) if of_a_stage else None


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
    grows = list if field.is_list else str if field.is_text else None
    if typed.sign and grows and not isinstance(old, grows | None):
        raise NotInPlace(typed.name)


def _hour_goes(name: str, table: Table, base: KeyPath) -> bool:
    """Whether an hour belongs to the date that is taken out: alone it would tell nothing, or be another's."""
    if value_at(table, (*base, "at")) is None:
        return False
    return name == "when" if base else name == at_home(table)


def _new(
    typed: Setting,
    field: Field,
    old: Any,  # noqa: ANN401 - a TOML value
    needed: str,
) -> Any:  # noqa: ANN401 - a TOML value
    """What a setting makes of a value; `needed` is the field that cannot be taken out."""
    if not typed.text and not typed.sign:
        if typed.name == needed:
            raise UsageRefused(_misfit(typed, ADVICE["nothing"], "needed", "title"))
        return None
    value = read_value(typed.name, field, typed.text)
    if not typed.sign:
        return value
    if typed.sign == "+" and (field.is_list or field.is_text):
        return _longer(old, value) if typed.text.strip() else old
    if field.is_list:
        items = list(old or [])
        for element in value:
            if element not in items:
                then = "holds" if items else "empty"
                known = ", ".join(map(str, items))
                raise UsageRefused(_misfit(typed, f"`{element}`", "not in the list", then, known))
            items.remove(element)
        return items or None
    raise UsageRefused(_misfit(typed, f"{typed.name}{typed.sign}=", "holds one", "one value"))


def _longer(old: Any, more: Any) -> Any:  # noqa: ANN401 - two lists or two texts
    """A list or a text with more at its end; a text on lines of its own gets one more line."""
    if isinstance(more, list):
        items = list(old or [])
        return items + [each for each in more if each not in items]
    if old and old.endswith("\n"):
        return f"{old}{more}\n"
    return f"{old} {more}" if old else more


def _misfit(typed: Setting, found: str, cause: str, then: str, known: str = "") -> Problem:
    return problem(
        "bad-value", key=typed.name, found=found, reason=ADVICE[cause], advice=ADVICE[then], known=known
    )


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

"""An hour typed without its day, in every form that a date takes beside it, read by the reader of dates."""

import re
from collections.abc import Collection
from datetime import date, datetime

from msgspec.structs import replace

from clustercalls import edtf
from clustercalls.editing.document import Table
from clustercalls.editing.fields import sure
from clustercalls.editing.ops import Op, value_at
from clustercalls.editing.typed_dates import ReadDate, toml_date
from clustercalls.editing.typed_zones import Spoken
from clustercalls.edtf import FuzzyDate
from clustercalls.errors import UsageRefused, problem
from clustercalls.phrase.field_roles import Role, role_of
from clustercalls.phrase.said import Said
from clustercalls.registry import dates
from clustercalls.registry.stages import hour_home_in
from clustercalls.tables.findings import KeyPath

_ALONE = r"1[2-9]|2[0-3]"  # "17" is an hour here; 5 could be of the morning or the afternoon
SOME_DAY = "2001-06-12"  # where the hour has none, or one that is not sure


def typed_hour(text: str, day: str, role: Role, read_date: ReadDate) -> Said:
    """What an hour says for a day of this role: its `when` has that day, alone where its end is named.

    Raises:
        UsageRefused: when it is none, or more.
    """
    text = text.strip()
    if re.fullmatch(_ALONE, text):
        text = f"{text}:00"
    plain = f"0{text}" if text[1:2] == ":" else text
    if re.fullmatch(r"\d\d:\d\d(:\d\d)?", plain, re.ASCII) and not plain.startswith(("24", "00:00")):
        sure(dates.hour, plain)
        return Said(f"{day}T{plain}")
    try:
        heard = read_date(f"{day} {text}", role)
    except UsageRefused:
        sure(dates.hour, text)
        raise
    hour = re.fullmatch(rf"{day}[T ](\d\d:\d\d(?::\d\d)?)", heard.when)
    if heard.until or heard.opens or not (hour or (heard.to_the_end and heard.when == day)):
        sure(dates.hour, text)
    return Said(f"{day}T{hour[1]}" if hour else day, zone=heard.zone, to_the_end=heard.to_the_end)


def hour_in(said: Said) -> str:
    """The hour that was said, as files have it; empty for the end of the day."""
    return said.when.partition("T")[2]


def day_in(value: object) -> str:
    """The day of a date of a file when it is sure, else some day."""
    if isinstance(value, date):
        return f"{value.date() if isinstance(value, datetime) else value}"
    text = value.partition("T")[0] if isinstance(value, str) else ""
    return text if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) else SOME_DAY


def hour_ops(
    table: Table, base: KeyPath, text: str, read_date: ReadDate, also: Collection[str] = ()
) -> tuple[list[Op], Spoken]:
    """The edit of the hour of an entry, or of its stage at `base`, and what is to be zoned.

    Where the end of the day is named, an hour within the date goes too; another hour takes its place there,
    unless that date is `also` set.
    """
    home = "when" if base else hour_home_in(table)
    path, at = (*base, home), (*base, "at")
    date_now = value_at(table, path)
    role = role_of(home, str(value_at(table, (*base, "kind")) or ""))
    hour = typed_hour(text, day_in(date_now), role, read_date)
    new = hour_in(hour) or None
    edits = [Op(at, new)] if new != value_at(table, at) else []
    if new and edits and value_at(table, at) is None and home not in also and _is_wall_time(date_now):
        moment = toml_date(hour.when)
        same = moment == (edtf.date_time(date_now) if isinstance(date_now, str) else date_now)
        return [] if same else [Op(path, moment)], Spoken(hour, path, at)
    if _has_hour(date_now) and not new and day_in(date_now) != SOME_DAY:
        edits.append(Op(path, toml_date(day_in(date_now))))
    return edits, Spoken(hour, path, at)


def without_hour(table: Table, base: KeyPath, day: FuzzyDate | None, also: Collection[str] = ()) -> list[Op]:
    """The edits that take out the hour of an entry, or of its stage at `base`, wherever it stands.

    `day` is that of its date as the reader has it; a date that is `also` set is set by itself.
    """
    home = "when" if base else hour_home_in(table)
    path, at = (*base, home), (*base, "at")
    edits = [Op(at)] if value_at(table, at) is not None else []
    if day and day.earliest and home not in also and _has_hour(value_at(table, path)):
        edits.append(Op(path, day.earliest))
    return edits


def _has_hour(value: object) -> bool:
    """Whether a date of the file has an hour in it."""
    return isinstance(value, datetime) or (isinstance(value, str) and "T" in value)


def _is_wall_time(value: object) -> bool:
    """Whether a date of the file has an hour in it, and that without its distance from UTC."""
    try:
        moment = edtf.date_time(value) if isinstance(value, str) else value
    except edtf.NotEdtf:
        return False
    return isinstance(moment, datetime) and moment.tzinfo is None


def put_hour(table: Table, heard: dict[str, Said], text: str, read_date: ReadDate) -> None:
    """Puts the hour of a new entry beside its date, whose zone is the one that was typed with the hour.

    Raises:
        UsageRefused: when another zone was typed with the date.
    """
    home = hour_home_in(heard)
    day = heard.get(home, Said())
    hour = typed_hour(text, day_in(day.when), role_of(home), read_date)
    if hour_in(hour):
        table["at"] = hour_in(hour)
    if hour.zone and day.zone not in {"", hour.zone}:
        raise UsageRefused(problem("two-dates-typed", key="zone", value=hour.zone, other=day.zone))
    if hour.zone:
        heard[home] = replace(day, zone=hour.zone)

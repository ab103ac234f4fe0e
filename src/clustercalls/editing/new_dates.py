"""The dates of a new entry from what was said for each, with the openings, ends and zone that texts name."""

from collections.abc import Iterable, Sequence
from typing import Any

from clustercalls import edtf
from clustercalls.editing.document import Table
from clustercalls.editing.fields import DATED, ENTRY, sure
from clustercalls.editing.short_keys import paths, stage_key, written_long
from clustercalls.editing.typed_dates import no_date_yet, refuse_opening, toml_date, zone_to_write
from clustercalls.editing.typed_zones import shared_out
from clustercalls.errors import ADVICE, UsageRefused, problem
from clustercalls.phrase.said import Said
from clustercalls.registry import values
from clustercalls.registry.stages import hour_home_in
from clustercalls.registry.steps import DEADLINE, Days
from clustercalls.tables.findings import KeyPath

LASTING = frozenset({"starts", "ends"})  # a stage by another short key has no room for its end
STAGES = frozenset({*DATED, *LASTING})


def put_dates(
    table: Table, heard: dict[str, Said], zone: str, typed: dict[str, str], beside: Sequence[Said] = ()
) -> list[Table]:
    """Puts what was said for each field, as `typed`, into the table; what wants a table comes back as stages.

    That is what is to come, what lasts but the event, and what has a zone that is not the entry's; `beside`
    are other stages.

    Raises:
        UsageRefused: when a text names a day that another one gives otherwise, or zones that cannot be.
    """
    stages: list[Table] = []
    for field, dates in heard.items():
        if dates.when:
            put(table, ENTRY[field].path, toml_date(dates.when))
        elif field in DATED:
            stages.append({"kind": field})
        else:
            raise no_date_yet(typed[field], "Leave {field} out.", field=field)
    for field, dates in heard.items():
        if field in LASTING and dates.until:
            _put_end(table, dates, heard)
        if dates.opens:
            _put_opening(table, field, dates)
    short = {field: dates for field, dates in heard.items() if field in STAGES and dates.when}
    own = _put_zone(table, short, zone, alone=not stages and all(each.zone for each in beside))
    ends = {field: each.until for field, each in short.items() if each.until and field not in LASTING}
    more: dict[str, Table] = {field: {"until": toml_date(end)} for field, end in ends.items()}
    for key, name in own.items():
        more[key] = more.get(key, {}) | {"zone": name}
    stages += [written_long(table, key) | each for key, each in more.items()]
    for path in [path for key in more for path in paths(table, key).values()]:
        del table[str(path[0])]
    return stages


def _put_end(table: Table, dates: Said, heard: dict[str, Said]) -> None:
    """Puts the end of an event that was named with its beginning; one typed for that day may have an hour."""
    end = heard["ends"].when if "ends" in heard and "T" not in dates.when + dates.until else ""
    if end and end.partition("T")[0] != dates.until:
        raise UsageRefused(problem("two-dates-typed", key="ends", value=dates.until, other=end))
    if not end:
        _put_other(table, "ends", dates.until)


def put_stage(stage: Table, table: Table, dates: Said, zone: str) -> None:
    """Puts what was said into a stage of the entry: its date, how long it lasts, its zone; its opening above.

    `zone` is that of the entry.

    Raises:
        UsageRefused: as `put_dates`.
    """
    if dates.when:
        stage["when"] = toml_date(dates.when)
    if dates.until:
        stage["until"] = toml_date(dates.until)
    own = zone_to_write(dates, zone)
    if own:
        stage["zone"] = own
    if dates.opens:
        if own and "T" in dates.opens:
            raise _shared(own, ["opens"])
        _put_opening(table, stage["kind"], dates)


def put(table: Table, path: KeyPath, value: Any) -> None:  # noqa: ANN401 - a TOML value
    """Puts a value at a path, with the tables that are on the way."""
    *above, last = map(str, path)
    for part in above:
        table = table.setdefault(part, {})
    table[last] = value


def _put_opening(table: Table, field: str, dates: Said) -> None:
    if field != "deadline":
        refuse_opening(dates, {"one": "--opens {first}", "other": f"--stage {field}={{last}}"})
    _put_other(table, "opens", dates.opens)


def refuse_own_opening(name: str, dates: Said, follows: str, others: Iterable[Days]) -> None:
    """Refuses the opening of a deadline after another one: the call was open before.

    `follows` is the deadline that it is for those of, `others` are the days of the other ones.

    Raises:
        UsageRefused: naming what to write.
    """
    if not dates.opens:
        return
    opening = edtf.parse(dates.opens.partition("T")[0]).earliest
    before = [last for _, last in others if last and opening and last < opening]
    if follows or before:
        written = f"--{DEADLINE}" if name == DEADLINE else f"--stage {name}"
        reason = "it comes after another deadline, so that what opens then is not the call"
        advice = "Write {written}={last}; a later opening has no place of its own: keep it with --note."
        filling = {"value": dates.text, "written": written, "last": dates.when}
        raise UsageRefused(problem("not-this-field", None, reason=reason, advice=advice, **filling))


def _put_other(table: Table, key: str, text: str) -> None:
    """The day that a text names for another field, unless that has one of its own."""
    value = toml_date(text)
    if table.setdefault(key, value) != value:
        raise UsageRefused(problem("two-dates-typed", key=key, value=text, other=table[key]))


def _put_zone(table: Table, dates_of: dict[str, Said], zone: str, *, alone: bool) -> dict[str, str]:
    """Puts the zone of the entry that was named beside its hours; those of single stages come back.

    `alone` as for `shared_out`.
    """
    zoned: dict[str, Said] = {}
    stated = zone_of_entry(table, "")
    now = stated or zone
    for field, dates in dates_of.items():
        if "T" in dates.opens:
            zoned.setdefault("opens", Said(dates.opens, zone=dates.zone))
        stage = zoned.setdefault(stage_key(field), dates)
        one, other = (zone_to_write(each, now) for each in (stage, dates))
        if one != other and (_has_hour(stage) or _has_hour(dates)):
            raise _shared(other or one, [field])
    typed = {key: dates for key, dates in zoned.items() if dates.zone}
    whole, own = shared_out(table, typed, now, alone=alone)
    home = hour_home_in(table)
    if stated and (whole or home in own):
        raise _shared(" / ".join(sorted({stated, whole or own[home]})), [home])
    if whole:
        table["zone"] = whole
    return own


def zone_of_entry(table: Table, zone: str) -> str:
    """The zone of the hours of an entry that has this one where it names none.

    Raises:
        UsageRefused: when the one it names cannot be.
    """
    return sure(values.zone, table["zone"]) if "zone" in table else zone


def _has_hour(dates: Said) -> bool:
    return "T" in dates.when + dates.until + dates.opens


def _shared(zone: str, stages: list[str]) -> UsageRefused:
    return UsageRefused(
        problem("zone-shared", zone=zone, stages=", ".join(stages), advice=ADVICE["one zone"])
    )

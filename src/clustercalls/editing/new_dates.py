"""The dates of a new entry from what was said for each, with the openings, ends and zone that texts name."""

from typing import Any

from clustercalls.editing.document import Table
from clustercalls.editing.fields import DATED, ENTRY
from clustercalls.editing.typed_dates import no_date_yet, refuse_opening, toml_date, zone_to_write
from clustercalls.errors import ADVICE, UsageRefused, problem
from clustercalls.phrase.roles import Said
from clustercalls.registry import values
from clustercalls.registry.stages import hour_home
from clustercalls.tables.findings import Bad, KeyPath

STAGES = frozenset({*DATED, "starts", "ends"})


def put_dates(table: Table, heard: dict[str, Said], zone: str) -> list[Table]:
    """Puts what was said for each field into the table; what is not announced yet comes back as stages.

    Raises:
        UsageRefused: when a text names a day that another one gives otherwise, or zones that cannot be.
    """
    stages = []
    for field, dates in heard.items():
        if dates.when:
            put(table, ENTRY[field].path, toml_date(dates.when))
        elif field in DATED:
            stages.append({"kind": field})
        else:
            raise no_date_yet(field, "Leave it out.")
    for field, dates in heard.items():
        if dates.until and "ends" in heard and "T" not in dates.when + dates.until:
            table["starts"] = f"{dates.when}/{dates.until}"  # some day of these, for its end is another
        elif dates.until:
            _put_other(table, "ends", dates.until)
        if dates.opens:
            _put_opening(table, field, dates)
    _put_zone(table, heard, zone)
    return stages


def put_stage(stage: Table, table: Table, dates: Said, zones: tuple[str, str]) -> None:
    """Puts what was said into a stage of the entry: its date, how long it lasts, its zone; its opening above.

    `zones` are the one of the entry and the one its hours have that were typed without any: a zone that was
    typed beside another hour is not theirs.

    Raises:
        UsageRefused: as `put_dates`.
    """
    if dates.when:
        stage["when"] = toml_date(dates.when)
    if dates.until:
        stage["until"] = toml_date(dates.until)
    now, bare = zones
    own = zone_to_write(dates, now)
    if not dates.zone and bare != now and _has_hour(dates):
        own = bare
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


def _put_other(table: Table, key: str, text: str) -> None:
    """The day that a text names for another field, unless that has one of its own."""
    value = toml_date(text)
    if table.setdefault(key, value) != value:
        raise UsageRefused(problem("two-dates-typed", key=key, value=text, other=table[key]))


def _put_zone(table: Table, heard: dict[str, Said], zone: str) -> None:
    """One zone for all hours of the short keys: the one that was named beside them, or by `zone` itself."""
    heard = {field: dates for field, dates in heard.items() if field in STAGES}
    named = {zone_to_write(dates, zone) or zone for dates in heard.values() if dates.zone}
    if not named:
        return
    bare = [field for field, dates in heard.items() if _has_hour(dates) and not dates.zone]
    home = hour_home(deadline="deadline" in table, starts="starts" in table)
    if "at" in table and not (home in heard and heard[home].zone):
        bare.append(home)
    typed = zone_of_entry(table, "")
    if len(named) > 1 or (bare and named != {typed or zone}) or (typed and named != {typed}):
        others = bare or [field for field, dates in heard.items() if dates.zone]
        raise _shared(" / ".join(sorted(named)), others)
    if not typed and named != {zone}:
        (table["zone"],) = named


def zone_of_entry(table: Table, zone: str) -> str:
    """The zone of the hours of an entry that has this one where it names none.

    Raises:
        UsageRefused: when the one it names cannot be.
    """
    try:
        return values.zone(table["zone"]) if "zone" in table else zone
    except Bad as bad:
        raise UsageRefused(problem(bad.code, None, **bad.values)) from None


def _has_hour(dates: Said) -> bool:
    return "T" in dates.when + dates.until + dates.opens


def _shared(zone: str, stages: list[str]) -> UsageRefused:
    return UsageRefused(
        problem("zone-shared", zone=zone, stages=", ".join(stages), advice=ADVICE["one zone"])
    )

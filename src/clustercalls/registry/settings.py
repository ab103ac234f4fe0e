"""What `set` does to an entry: `field=value` as edits; dates and status leave a row of history."""

import re
from typing import Any, NamedTuple

from clustercalls.errors import ADVICE, Problem, UsageRefused, problem
from clustercalls.model import Entry, Status
from clustercalls.registry.document import Table
from clustercalls.registry.fields import DATED, ENTRY, STAGE, Field, ReadDate, field_named, read_value
from clustercalls.registry.moves import Why
from clustercalls.registry.splice import Op, Path, applied, value_at

STRETCH = {"starts": "dates", "ends": "dates"}


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


def edits(
    entry: Entry | None, table: Table, stage: str, wanted: list[Setting], why: Why, read_date: ReadDate,
    status: Status | None,
) -> list[Op]:  # fmt: skip
    """The edits of these settings; none when all is so already. `status` is what the entry's is now.

    Raises:
        UsageRefused: for a field, a stage or a value that cannot be.
    """
    base = _stage_path(table, stage) if stage else ()
    ops: list[Op] = []
    now = table
    for each in wanted:
        field = field_named(each.name, STAGE if base else ENTRY)
        if not base:
            _check_short(entry, now, each)
        path = (*base, *field.path)
        old = value_at(now, path)
        new = _new(each, field, old, read_date)
        if new == old and type(new) is type(old):
            continue
        found = [Op(path, new), *_history(each.name, stage, old, why, status)]
        for op in found:
            now = applied(now, op)
        ops += found
    return ops


def _new(said: Setting, field: Field, old: Any, read_date: ReadDate) -> Any:  # noqa: ANN401 - a TOML value
    if not said.text and not said.sign:
        if said.name in {"title", "kind"}:
            raise UsageRefused(_misfit(said, "nothing", "needed", "title"))
        return None
    value = read_value(said.name, field, said.text, read_date)
    if not said.sign:
        return value
    if field.is_list:
        items = list(old or [])
        if said.sign == "+":
            return items + [each for each in value if each not in items]
        for each in value:
            if each not in items:
                advice = "holds" if items else "empty"
                known = ", ".join(map(str, items))
                raise UsageRefused(_misfit(said, f"`{each}`", "not in the list", advice, known))
            items.remove(each)
        return items or None
    if field.is_text and said.sign == "+":
        return f"{old} {value}" if old else value
    raise UsageRefused(_misfit(said, f"{said.name}{said.sign}=", "holds one", "one value"))


def _misfit(said: Setting, found: str, reason: str, advice: str, known: str = "") -> Problem:
    return problem(
        "bad-value", key=said.name, found=found, reason=ADVICE[reason], advice=ADVICE[advice], known=known
    )


def _history(name: str, stage: str, old: Any, why: Why, status: Status | None) -> list[Op]:  # noqa: ANN401
    if name == "status":
        row = why.row(was_status=old or (status.value if status else ""))
    elif old is not None and (name in {*DATED, *STRETCH} or (stage and name in {"when", "until"})):
        row = why.row(stage=stage or STRETCH.get(name, name), was=old)
    else:
        return []
    return [Op(("history",), row, more=True)]


def _check_short(entry: Entry | None, table: Table, said: Setting) -> None:
    """A short key beside a stage of that kind would be a second date where one is meant."""
    if said.name not in DATED or said.name in table or entry is None:
        return
    alike = [each.id for each in entry.stages if each.kind.value == said.name]
    if alike:
        known = ", ".join(f"{entry.id}/{each}" for each in alike)
        raise UsageRefused(
            problem("stage-there", id=entry.id, key=said.name, known=known, first=f"{entry.id}/{alike[0]}")
        )


def _stage_path(table: Table, stage: str) -> Path:
    tables = table.get("stage", [])
    named = [(number, str(each.get("id", each.get("kind", "")))) for number, each in enumerate(tables)]
    found = [number for number, name in named if name == stage]
    if len(found) == 1:
        return ("stage", found[0])
    short = [name for name in (*DATED, "starts") if name in table]
    advice = ADVICE["a field" if stage in short else "stages" if named else "no stages"]
    known = ", ".join(name for _, name in named)
    raise UsageRefused(
        problem("unknown-stage", id=table.get("id", ""), stage=stage, advice=advice, known=known)
    )

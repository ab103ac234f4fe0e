"""The short keys of an entry's dates, and the table that a stage written so becomes."""

from collections.abc import Container
from typing import Any

from clustercalls.editing.document import Table
from clustercalls.editing.fields import DATED
from clustercalls.editing.ops import Op, value_at
from clustercalls.model import StageKind
from clustercalls.registry.stages import hour_home_in
from clustercalls.tables.findings import KeyPath

STARTS, ENDS = "starts", "ends"
DATES = StageKind.DATES.value


def keys_in(table: Container[str]) -> list[str]:
    """The short keys of these with which a stage begins, each of another stage."""
    return [key for key in (*DATED, STARTS) if key in table]


def stage_key(key: str) -> str:
    """The short key with which the stage of this one begins."""
    return STARTS if key == ENDS else key


def paths(table: Container[str], key: str) -> dict[str, KeyPath]:
    """Where the dates of a stage stand that has this short key, by the key that they have in a table."""
    places: dict[str, KeyPath] = {"when": (key,)}
    if key == STARTS:
        places["until"] = (ENDS,)
    if key == hour_home_in(table):
        places["at"] = ("at",)
    return {name: path for name, path in places.items() if path[0] in table}


def written_long(table: Table, key: str) -> dict[str, Any]:
    """The table of a stage that has this short key."""
    kind = DATES if key == STARTS else key
    return {"kind": kind, **{name: table[str(path[0])] for name, path in paths(table, key).items()}}


def as_long(table: Table, key: str, **more: Any) -> list[Op]:  # noqa: ANN401 - TOML values
    """The edits that make a table, with `more` in it, of a short key."""
    gone = [Op(path) for path in paths(table, key).values()]
    return [*gone, Op(("stage",), written_long(table, key) | more, more=True)]


def with_an_end(table: Table, key: str) -> tuple[list[Op], KeyPath]:
    """The edits that give a stage by this short key a table, with room for its end, and where that is."""
    stages = table.get("stage", ())
    place: KeyPath = ("stage", len(stages) if isinstance(stages, list | tuple) else 0)
    return as_long(table, key), place


def as_starts(table: Table) -> tuple[list[Op], KeyPath]:
    """The edits that write the one date of an event as its beginning, which can have an end; where it is."""
    old = value_at(table, (DATES,))
    return [] if old is None else [Op((DATES,)), Op((STARTS,), old)], (STARTS,)

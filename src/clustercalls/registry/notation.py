"""Values as TOML writes them: one value, the lines of a table, a whole new block."""

import re
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

import tomli_w

from clustercalls.harmful import HIGH_CONTROLS, UNSEEN
from clustercalls.registry.shape import EntryTable, HistoryTable, StageTable

ORDER: dict[str, tuple[str, ...]] = {
    "": EntryTable.__struct_fields__,
    "stage": ("id", *StageTable.__struct_fields__),
    "history": HistoryTable.__struct_fields__,
}
_LAST_OF_FOUR = 0xFFFF
_DIGITS_WORTH_GROUPING = 10_000
# What TOML lets stand in a text although it can do things to a terminal or turn a line around.
_HARMFUL = f"[{HIGH_CONTROLS}{UNSEEN}]"


def value(of: Any) -> str:  # noqa: ANN401 - whatever TOML can hold
    """One value on one line; characters that are not to be seen are written as escapes."""
    if isinstance(of, bool):
        return "true" if of else "false"
    if isinstance(of, int):
        return f"{of:_}" if abs(of) >= _DIGITS_WORTH_GROUPING else str(of)
    if isinstance(of, date | datetime | time):
        return of.isoformat()
    if isinstance(of, list | tuple):
        return f"[{', '.join(map(value, of))}]"
    if isinstance(of, dict):
        return "{ " + ", ".join(f"{key(name)} = {value(each)}" for name, each in of.items()) + " }"
    if isinstance(of, str):
        return re.sub(_HARMFUL, lambda match: escape(match[0]), _scalar(of))
    return _scalar(of)


def escape(character: str) -> str:
    """A character as a text of TOML names it."""
    code = ord(character)
    return f"\\u{code:04x}" if code <= _LAST_OF_FOUR else f"\\U{code:08x}"


@lru_cache
def key(name: str) -> str:
    """A key, in quotes where it needs them."""
    return tomli_w.dumps({name: 0})[: -len(" = 0\n")]


def lines(table: dict[str, Any]) -> list[str]:
    """The assignments of a table, one a line."""
    return [f"{key(name)} = {value(each)}" for name, each in table.items()]


def block(kind: str, table: dict[str, Any], *, marked: bool = False) -> str:
    """A new entry: its own keys, then a table for each stage and row of history.

    `marked` has its id behind every line, so that none is also that of another entry: a program that joins
    files line by line leaves it whole.
    """
    inner = ("stage", "history")
    written = [f"[[{kind}]]", *lines({name: each for name, each in table.items() if name not in inner})]
    for name in inner:
        for each in table.get(name, ()):
            written += ["", f"[[{kind}.{name}]]", *lines(each)]
    if marked:
        written = [f"{line}  # {table['id']}" if line else "" for line in written]
    return "\n".join(written) + "\n"


def in_order(table: dict[str, Any], of: str = "") -> dict[str, Any]:
    """The table with its keys in the order in which files have them; keys of one's own last."""
    order = ORDER[of]
    known = {name: table[name] for name in order if name in table}
    return known | table


def _scalar(of: object) -> str:
    return tomli_w.dumps({"x": of})[len("x = ") : -1]

"""What becomes of a value of which two sides made something: the one rule, for texts, tables and lists.

None stands for what is not there: TOML has no such value.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

from clustercalls.merging.order import in_order

Value = Any  # whatever TOML can hold
CHECKED, HISTORY = "checked", "history"
ITEMS = frozenset({"stage", HISTORY})  # lists whose items stand for themselves, as tables of the entry
REASONS = frozenset({"why", "source"})  # of a row of history; all else says which row it is
# By which key an item of a list of tables is the same on both sides; else by its id, or by all it says.
NAMED_BY = {"stage": ("id", "kind"), "links": ("url",), "funding": ("for",)}


class Decided(NamedTuple):
    """A value as it is to be, if whatever is contested in it goes to the one side or to the other."""

    ours: Value
    theirs: Value

    @property
    def is_agreed(self) -> bool:
        """Whether nothing in it is contested."""
        return same(self.ours, self.theirs)


def decided(name: str, base: Value, ours: Value, theirs: Value) -> Decided:
    """What becomes of the field of this name.

    Who changed nothing has no say. Of two days on which it was `checked` the later counts, two tables are
    joined key by key, two lists item by item; anything else is contested.
    """
    if same(ours, theirs) or same(theirs, base):
        return Decided(ours, ours)
    if same(ours, base):
        return Decided(theirs, theirs)
    if name in ITEMS and {type(ours), type(theirs)} == {list, type(None)}:  # each item by itself
        ours, theirs = ours or [], theirs or []
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return decided_keys(base if isinstance(base, dict) else {}, ours, theirs)
    if isinstance(ours, list) and isinstance(theirs, list):
        return _lists(name, base if isinstance(base, list) else [], ours, theirs)
    if name == CHECKED and ours is not None and theirs is not None:
        later = max((ours, theirs), key=as_text)
        return Decided(later, later)
    return Decided(ours, theirs)


def same(one: Value, other: Value) -> bool:
    """Whether two values say the same: the order of keys, quotes round a date and `.0` say nothing."""
    if one is other or one is None or other is None:
        return one is other
    if isinstance(one, str) and isinstance(other, str):
        return one == other
    return repr(one) == repr(other) or as_text(one) == as_text(other)


def as_text(value: Value) -> str:
    """What a value says, as a text that is another for another value."""
    if isinstance(value, str):
        return repr(value)
    if isinstance(value, dict):
        return f"{{{','.join(f'{key!r}:{as_text(value[key])}' for key in sorted(value))}}}"
    if isinstance(value, list):
        return f"[{','.join(map(as_text, value))}]"
    if isinstance(value, datetime | time):
        return repr(value.isoformat().removesuffix(":00"))
    if isinstance(value, date):
        return repr(value.isoformat())
    if isinstance(value, float) and value.is_integer():
        return repr(int(value))
    return repr(value)


def named(name: str, items: Iterable[Value], base: Iterable[Value] = ()) -> list[tuple[str, int]]:
    """What tells each item of a list from the others, on whichever side; of two alike, which of them.

    A row of history that the `base` has is that one whatever its reason is now; any other is what it says,
    so that two who do the same on one day each keep their reason.
    """
    known = Counter(map(_row, base)) if name == HISTORY else Counter[str]()
    seen: Counter[str] = Counter()
    keys = []
    for each in items:
        key = _identity(name, each)
        if name == HISTORY and seen[row := _row(each)] < known[row]:
            key = row
        keys.append((key, seen[key]))
        seen[key] += 1
    return keys


def _row(row: Value) -> str:
    """Which row of history it is, apart from its reason."""
    if not isinstance(row, dict):
        return as_text(row)
    return f"row {as_text({key: each for key, each in row.items() if key not in REASONS})}"


def noticed(row: Value) -> str:
    """When a row of history was noticed, to order by."""
    return as_text(row.get("noticed", "")) if isinstance(row, dict) else ""


def both_add(base: Sequence[object], ours: Sequence[object], theirs: Sequence[object]) -> bool:
    """Whether either side has what the other and the base have not."""
    return bool(set(ours) - {*base, *theirs}) and bool(set(theirs) - {*base, *ours})


def _identity(name: str, item: Value) -> str:
    if not isinstance(item, dict):
        return as_text(item)
    if name == HISTORY:
        return as_text(item)
    for key in NAMED_BY.get(name, ("id",)):
        if key in item:
            return as_text(item[key])
    return "" if name in NAMED_BY else as_text(item)


def decided_keys(base: Value, ours: Value, theirs: Value) -> Decided:
    """What becomes of two tables, key by key."""
    keys = in_order(tuple(base), tuple(ours), tuple(theirs))
    fields = {key: decided(key, base.get(key), ours.get(key), theirs.get(key)) for key in keys}
    return Decided(
        {key: value.ours for key, value in fields.items() if value.ours is not None},
        {key: value.theirs for key, value in fields.items() if value.theirs is not None},
    )


def _lists(name: str, base: list[Value], ours: list[Value], theirs: list[Value]) -> Decided:
    sides = [dict(zip(named(name, each, base), each, strict=True)) for each in (base, ours, theirs)]
    was, mine, other = sides
    keys = in_order(list(was), list(mine), list(other))
    if name == HISTORY and both_add(list(was), list(mine), list(other)):
        keys.sort(key=lambda key: noticed(mine.get(key, other.get(key))))
    items = [decided("", was.get(key), mine.get(key), other.get(key)) for key in keys]
    mine_left = [value.ours for value in items if value.ours is not None]
    other_left = [value.theirs for value in items if value.theirs is not None]
    if name in ITEMS:  # a list without any is not written
        return Decided(mine_left or None, other_left or None)
    return Decided(mine_left, other_left)

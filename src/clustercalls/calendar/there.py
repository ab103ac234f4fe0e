"""What a store holds already: which of its objects are ours, under which part, and which are of before."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from tempfile import gettempdir
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.calendar.lines import BrokenCalendar, escaped, one_line, unfolded
from clustercalls.calendar.naming import Name, begun_with, by_file
from clustercalls.calendar.published import KnownComponent, NotOurs, read
from clustercalls.calendar.selection import Selection
from clustercalls.calendar.store import Store
from clustercalls.errors import Place, Problem, WorldFailed, outside, problem
from clustercalls.model import Entry


class Object(Struct, frozen=True):
    """One object whose name could be ours: what it says, or why that is not known.

    With `is_unread` its bytes are not to be had, and it is left alone.
    """

    name: Name
    known: KnownComponent | None
    problem: Problem | None = None
    is_unread: bool = False


class There(Struct, frozen=True):
    """The objects of one part, by `ENTRY/STAGE`: what they say, and those that are refused.

    `named` are the keys that have an object under this part, `before` the names of those of before.
    """

    old: dict[str, KnownComponent]
    refused: dict[str, Problem]
    unreadable: list[tuple[str, Problem]]
    named: set[str]
    before: dict[str, Name]


def objects(store: Store, kind: str, held: BinaryIO) -> Iterator[Object]:
    """The objects of this kind; what they say is put into `held`.

    Raises:
        WorldFailed: when the store fails, or the folder for temporary files takes no more.
    """
    for file, data in store.items():
        name = by_file(file)
        if name is None or name.kind != kind:
            continue
        if isinstance(data, Problem):
            yield Object(name, None, data, is_unread=True)
            continue
        place = Place(store.place, 0, file)
        try:
            yield Object(name, _kept(_ours(data, name), held))
        except NotOurs:
            if name.part:  # one that is called as of before is in nobody's way
                yield Object(name, None, problem("foreign-calendar", place))
        except BrokenCalendar as broken:
            yield Object(name, None, problem("broken-calendar", place, reason=broken))


def part_of(selection: Selection, contents: Iterable[Object]) -> str:
    """The part under which the store holds this registry: the one it was begun with, else the registry's.

    One that the registry does not know is its own when most of its objects tell of entries of it: then it
    was moved to another place, or is another copy.
    """
    named = [each for each in contents if each.name.part]
    counts = Counter(each.name.part for each in named)
    own = begun_with(counts.elements(), selection.parts)
    if own or not counts:
        return own or selection.style.part
    entries = {entry.id: entry for entry in selection.registry.entries}
    told = Counter(each.name.part for each in named if _tells(each, entries))
    best = max(counts, key=lambda part: (told[part], part))
    return best if 2 * told[best] > counts[best] else selection.style.part


def sorted_out(contents: Iterable[Object], part: str) -> There:
    """What of it is of this part or of before; all else belongs to other registries."""
    ours = [each for each in contents if each.name.part in {part, ""}]
    unread = {each.name.key for each in ours if each.is_unread}
    there = There({}, {}, [(each.name.key, each.problem) for each in ours if each.problem and each.is_unread],
                  set(), {})  # fmt: skip
    for stored in sorted(ours, key=lambda each: each.name.part):  # those of before come first
        key = stored.name.key
        if key in unread:
            continue
        if stored.name.part:
            there.named.add(key)
        else:
            there.before[key] = stored.name
        if stored.known:
            there.old[key] = stored.known
        elif stored.problem:
            there.old.pop(key, None)
            there.refused[key] = stored.problem
    return there


def _tells(stored: Object, entries: Mapping[str, Entry]) -> bool:
    """Whether an object has the title of the entry that it is called after."""
    entry = entries.get(stored.name.key.partition("/")[0])
    if entry is None or stored.known is None:
        return False
    title = escaped(one_line(entry.title))
    return any(line.startswith("SUMMARY") and title in line for line in unfolded(stored.known.raw))


def _ours(data: bytes, name: Name) -> KnownComponent:
    """The component of an object that we wrote.

    Raises:
        NotOurs: when we did not, whatever its name.
        BrokenCalendar: when it is ours and cannot be read back.
    """
    found = read(BytesIO(data), name.kind, (name.part,) if name.part else ()).components
    known = found.get(name.key)
    if len(found) != 1 or known is None or known.part != name.part:
        raise NotOurs
    return known


def _kept(known: KnownComponent, held: BinaryIO) -> KnownComponent:
    """The same, its own bytes moved to where all are held; the rest of its object is not.

    Raises:
        WorldFailed: when the folder for temporary files takes no more.
    """
    piece = known.raw
    try:
        start = held.seek(0, 2)
        held.write(piece)
    except OSError as error:
        place = Place(gettempdir())
        raise WorldFailed(problem("cannot-write", place, **outside(error))) from None
    return replace(known, calendar=held, start=start, end=start + len(piece))

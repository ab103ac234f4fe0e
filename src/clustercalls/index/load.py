"""A registry as it was read from these very bytes: out of the index, or of the files, which are then indexed.

Nothing in an index depends on the clock or the language. A registry is kept only when it was read without any
problem.
"""

import marshal
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain
from operator import attrgetter
from pathlib import Path

from msgspec import MsgspecError
from msgspec.msgpack import Encoder

from clustercalls import timeline
from clustercalls.disk import stamps
from clustercalls.disk.read import read
from clustercalls.index import file as files
from clustercalls.model import Entry, Registry, Stage
from clustercalls.registry import paths
from clustercalls.stored import Block, Stored, names
from clustercalls.zones import zone_of

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from clustercalls.index.facts import Shared  # imported where an index is written

TOGETHER = 64  # entries in a block
BEFORE = timedelta(days=31)
LAST = date.max.toordinal()


def load(named: tuple[Path, ...], *, piped: bool = False) -> Registry:
    """The registry of these files and folders, read in order: of the index where that holds them.

    With `piped` what is named may be a pipe.
    """
    path = files.path_of(tuple(map(str, named)))
    if not path:
        return _read(named, piped=piped)
    registry = _found(path, named)
    if registry is None:
        key = _Key()
        registry = _read(named, key, piped=piped)
        if not registry.problems and all(map(os.path.isfile, registry.files)):  # a pipe cannot be read again
            _keep(path, key.digest(), registry)
    return registry


class _Key(files.Key):
    """As `file.Key`, of files as they are read."""

    def read(self, path: Path, *, piped: bool = False) -> bytes:
        """As `disk.read.read`, and noted."""
        data = read(path, piped=piped)
        self.add(data)
        return data


def _read(named: tuple[Path, ...], key: _Key | None = None, *, piped: bool = False) -> Registry:
    from clustercalls.registry.read import load as load_files

    return load_files(named, piped=piped, source=key.read if key else read)


def _found(path: str, named: tuple[Path, ...]) -> Registry | None:
    index = files.opened(path)
    inside, problems = paths.expand(named)
    if index is None or problems or index.rules != _rules(index.zones):
        return None
    if not files.is_of(index, map(str, inside)):
        return None
    blocks = [
        Block(part, None if last is None else date.fromordinal(last)) for last, part, *_ in index.groups
    ]
    entries = Stored(index.count, blocks, index.bytes_of, lambda: _read(named).entries, index.key)
    return Registry(entries, (), index.files, index.zone, index.name, words=index.words)


def _keep(path: str, key: bytes, registry: Registry) -> None:
    """Writes the index of a registry, unless something in it has no faithful form there."""
    from clustercalls.index import facts

    entries = registry.entries
    stages = [stage for each in entries for stage in each.stages]
    zones = sorted({registry.zone, *(each.zone for each in stages)})
    rules = _rules(zones)
    if rules is None or _is_any_folded(stages):
        return
    data = _Parts()
    shared = facts.Shared()
    try:
        since = _since(entries)
        groups = tuple(_groups(entries, shared, data, (since, registry.zone)))
        known, common = (data.add(marshal.dumps(each)) for each in (names(entries), shared.facts()))
        hours = {each: facts.hours_of(each) for each in zones}
    except (MsgspecError, ValueError, OverflowError):  # a lone surrogate in a path, a number of 70 bits
        return
    head = {
        "key": key, "files": registry.files, "zone": registry.zone, "name": registry.name, "zones": hours,
        "rules": rules, "count": len(entries), "since": since.toordinal(), "names": known, "shared": common,
        "groups": groups, "words": registry.words,
    }  # fmt: skip
    files.keep(path, head, data)


def _is_any_folded(stages: Iterable[Stage]) -> bool:
    """Whether an hour is the later of two: a fold is not kept in a text."""
    return any(at.fold for each in stages for at in (each.at, each.until_at) if at)


class _Parts(list[bytes]):
    """What stands behind the head of an index."""

    _end = 0

    def add(self, encoded: bytes) -> "files.Part":
        """One more; where it stands."""
        start = self._end
        self._end += len(encoded)
        self.append(encoded)
        return start, len(encoded), files.short(encoded)


def _groups(
    entries: Sequence[Entry], shared: "Shared", data: _Parts, looked: tuple[date, str]
) -> Iterator["files.Group"]:
    """The entries in blocks, those that are never long past first, then by the day they are.

    `looked` is the day from which they can be looked at, and the zone of the registry.
    """
    from clustercalls.index import facts

    since, zone = looked
    lasts = [(timeline.last_day(each) or date.max).toordinal() for each in entries]
    by_day = sorted(range(len(lasts)), key=lasts.__getitem__, reverse=True)
    encoded = Encoder().encode
    for start in range(0, len(by_day), TOGETHER):
        places = by_day[start : start + TOGETHER]
        last, members = lasts[places[0]], [entries[each] for each in places]
        seen = members if last >= since.toordinal() else ()
        ours = [each for each in seen if not each.is_put_away]  # as `query.select.upcoming` has them
        both = [(each, timeline.with_standing(each, timeline.milestones(each), zone)) for each in ours]
        yield (
            None if last == LAST else last,
            data.add(encoded((places, members))),
            data.add(marshal.dumps([facts.facts_of(each, known, shared) for each, known in both])),
            data.add(marshal.dumps([facts.json_of(known) for _, known in both])),
        )


def _since(entries: Iterable[Entry]) -> date:
    """From when on an index can be glanced at: before the last confirmation, nobody looks from any more."""
    newest = max(filter(None, map(attrgetter("confirmed"), entries)), default=date.min)
    return newest - BEFORE if newest - date.min > BEFORE else date.min


def _rules(zones: Iterable[str]) -> "tuple[stamps.Stamp, ...] | None":
    """The files that the rules of these zones are read from, wherever they may stand.

    None when one of them cannot be named.
    """
    try:
        ruled = [each for each in zones if hasattr(zone_of(each), "key")]  # an offset has no rules
    except ValueError:
        return None
    from zoneinfo import TZPATH

    found = [[stamps.stamp(f"{folder}/{each}") for folder in TZPATH] for each in ruled]
    is_named = all(any(size >= 0 for _, size, _ in each) for each in found)
    return tuple(chain.from_iterable(found)) if is_named else None

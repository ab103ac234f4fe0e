"""The lines of the journal: a record, or how one ended, each with the checksum by which it is believed.

A line that a version before wrote is the record alone and has no checksum; it is taken as it is when it can
be what that wrote. Lines that stand twice count once. What is whole is found also where a line end was lost
or a fragment stands before it.
"""

from collections.abc import Iterator

import msgspec
from msgspec.structs import astuple

from clustercalls.editing.record import Record, RecordEnd, digest, is_consistent

# These stand in no text of a record: quotes are escaped there.
_BEGIN, _RUN = b'{"sum":"', b'"run":"'
_EDITS = b'"edits":'  # in records alone, of any version


class _Bare(Record, frozen=True, forbid_unknown_fields=True):
    """A line without a checksum: a key that is none of a record's was another."""


class _Sealed(msgspec.Struct, frozen=True):
    """A line: the checksum of the bytes of what it holds, and that."""

    sum: str
    record: msgspec.Raw = msgspec.Raw()
    ended: msgspec.Raw = msgspec.Raw()


class Journal(msgspec.Struct, frozen=True):
    """What is whole of a journal, oldest first, and what is not.

    `ends` tells by the id of a record whether it was done; `sealed` are the ids of records that have a
    checksum, and so an end unless something came between. `damaged` are lines, from 1; `torn` is the last one
    when it has no end, else 0. `cut` says that only the newest part was read, `empty` that
    there is a file and nothing in it.
    """

    records: tuple[Record, ...] = ()
    ends: dict[str, bool] = msgspec.field(default_factory=dict)
    sealed: frozenset[str] = frozenset()
    damaged: tuple[int, ...] = ()
    torn: int = 0
    cut: bool = False
    empty: bool = False


def line_of(item: Record | RecordEnd) -> bytes:
    """A record or an end as a line of the journal."""
    data = msgspec.json.encode(item)
    name = b"record" if isinstance(item, Record) else b"ended"
    return b'{"sum":"%b","%b":%b}\n' % (_sum(data).encode(), name, data)


def holds_any(line: bytes) -> bool:
    """Whether something of a line is whole."""
    return any(item is not None for item in _items(line))


def newest_acts(data: bytes, most: int) -> int:
    """Where those acts begin that stand whole in the last `most` bytes; at the end when none does."""
    if len(data) <= most:
        return 0
    begin = data.find(b"\n", len(data) - most - 1) + 1 or len(data)
    while 0 < begin < len(data) and _are_of_one_act(data, begin):
        begin = data.find(b"\n", begin) + 1 or len(data)
    return begin


def newest_act(data: bytes) -> int:
    """Where the last act begins, however long it is; at the start of `data` when it may begin before that."""
    begin = data.rfind(b"\n", 0, max(data.rfind(_EDITS), 0)) + 1
    while begin and _are_of_one_act(data, begin):
        begin = data.rfind(b"\n", 0, begin - 1) + 1
    return begin


def holds_record(data: bytes, begin: int) -> bool:
    """Whether a record stands behind this place."""
    return data.find(_EDITS, begin) >= 0


def _are_of_one_act(data: bytes, begin: int) -> bool:
    """Whether the lines before and behind this line end are records of one act."""
    before = data.rfind(b"\n", 0, begin - 1) + 1
    run = _run(data, begin)
    return bool(run) and run == _run(data, before)


def _run(data: bytes, begin: int) -> bytes:
    """The run of the record whose line begins here; empty when it has none, or is no record."""
    end = data.find(b"\n", begin)
    at = data.rfind(_RUN, begin, end if end >= 0 else len(data))
    return b"" if at < 0 else data[at + len(_RUN) : data.find(b'"', at + len(_RUN))]


def parse(data: bytes, *, cut: bool = False) -> Journal:
    """The journal that these bytes are; `cut` says that they begin somewhere in the middle of a line."""
    records: dict[str, Record] = {}
    ends: dict[str, bool] = {}
    sealed: set[str] = set()
    damaged = []
    lines = data.split(b"\n")
    for number, line in enumerate(lines, 1):
        if not line.strip() or (cut and number == 1):
            continue
        items = list(_items(line))
        for item in items:
            if isinstance(item, Record):
                records.setdefault(item.id, item)
                sealed |= {item.id} if line.find(_BEGIN) >= 0 else set()
            elif item is not None:
                ends.setdefault(item.id, item.done)
        if None in items:
            damaged.append(number)
    torn = len(lines) if damaged and damaged[-1] == len(lines) else 0
    kept = damaged[:-1] if torn else damaged
    return Journal(tuple(records.values()), ends, frozenset(sealed), tuple(kept), torn, cut, not data)


def _items(line: bytes) -> Iterator[Record | RecordEnd | None]:
    """What a line holds; None for what of it is not whole."""
    item = _item(line)
    if item is not None or line.count(_BEGIN) == 0:
        yield item
        return
    yield None
    pieces = line.split(_BEGIN)
    for each in pieces[1:]:
        piece = _BEGIN + each
        found = _item(piece[: piece.rfind(b"}") + 1])
        if found is not None:
            yield found


def _item(line: bytes) -> Record | RecordEnd | None:
    try:
        if not line.lstrip().startswith(_BEGIN):
            bare = Record(*astuple(msgspec.json.decode(line, type=_Bare)))
            return bare if is_consistent(bare) else None
        sealed = msgspec.json.decode(line, type=_Sealed)
        data = bytes(sealed.record or sealed.ended)
        if sealed.sum != _sum(data):
            return None
        if sealed.record:
            return msgspec.json.decode(data, type=Record)
        return msgspec.json.decode(data, type=RecordEnd)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _sum(data: bytes) -> str:
    return digest(data)[:16]

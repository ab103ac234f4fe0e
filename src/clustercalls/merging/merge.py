"""A registry file of two sides joined: what git asks of a driver."""

from collections import Counter
from itertools import takewhile
from typing import NamedTuple

from clustercalls.errors import ADVICE, InputRefused
from clustercalls.merging.chunks import Chunk, Contested, joined, marked, resolved
from clustercalls.merging.comments import gap
from clustercalls.merging.cut import ENTRY, ROOT, Cut, CutBlock, Key, NotCut, Tables, cut
from clustercalls.merging.entry import block
from clustercalls.merging.order import in_order
from clustercalls.merging.rule import decided
from clustercalls.registry.conflicts import lines_of
from clustercalls.registry.layout import Layout
from clustercalls.registry.shape import TABLES
from clustercalls.registry.text import Text, toml

MARK = "\ufeff"
SIDES = ("base", "ours", "theirs")


class Merged(NamedTuple):
    """The text, and how many things of it are contested."""

    text: str
    contested: int


class MergedBlock(NamedTuple):
    """What becomes of a block: which one, as base, ours and theirs have it, and its text."""

    key: Key
    blocks: tuple[CutBlock | None, CutBlock | None, CutBlock | None]
    chunks: list[Chunk]

    @property
    def is_new(self) -> bool:
        """Whether the base has it not."""
        return self.blocks[0] is None

    def stays(self, side: int) -> bool:
        """Whether it is there if the contested goes to ours (0) or to theirs (1)."""
        base, ours, theirs = self.blocks
        if base is None or (ours and theirs):
            return True
        return any(isinstance(each, Contested) and each[side] for each in self.chunks)


class NotMerged(Exception):
    """The files are written in a way that cannot be joined for sure: the values of a problem."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.values = {"reason": reason, **{name: str(each) for name, each in values.items()}}


def merge(base: str, ours: str, theirs: str) -> Merged:
    """Both sides of a file, each entry and field as who changed it has it.

    Raises:
        NotMerged: when one is no TOML, or leaves an entry without a block of its own.
    """
    given = (base, ours, theirs)
    mark = decided("", *(_mark(each) if each else None for each in given)).ours or ""
    texts = [each.removeprefix(MARK) for each in given]
    ends = [_eol(each) for each in texts]
    eol = decided("", ends[0] if base else None, *ends[1:]).ours or "\n"
    alike = None in ends or len(set(ends)) == 1
    if not alike:  # who changed them all changed nothing else
        texts = [each.replace("\r\n", "\n") for each in texts]
    found = _merged(texts, eol if alike else "\n")
    text = found.text if alike else found.text.replace("\n", eol)
    return Merged(mark + text, found.contested)


def _mark(text: str) -> str:
    return MARK if text.startswith(MARK) else ""


def _eol(text: str) -> str | None:
    """How all lines of a text end; None when not all alike."""
    returns, every = text.count("\r\n"), text.count("\n")
    return "\r\n" if every and returns == every else None if returns else "\n"


def _merged(texts: list[str], eol: str) -> Merged:
    known: Tables = {}
    sides = [_cut(name, each, known) for name, each in zip(SIDES, texts, strict=True)]
    first = {next((key for key, each in side.blocks.items() if each.text), ROOT) for side in sides}
    pieces: list[MergedBlock] = []
    for key in in_order(*(list(each.blocks) for each in sides)):
        was, mine, other = (each.blocks.get(key) for each in sides)
        chunks = joined(block(was, mine, other, eol), eol)
        if key in first and chunks and any(each.chunks for each in pieces):
            chunks.insert(0, _gap_above(chunks[0], eol))
        pieces.append(MergedBlock(key, (was, mine, other), chunks))
    tail = gap(*(each.tail for each in sides))
    _drop_twice(pieces, tail, texts)
    chunks = joined([*(chunk for each in pieces for chunk in each.chunks), tail], eol)
    if not all(each.is_apart for each in sides) or not _can_stand_together(pieces):
        _prove(chunks, pieces)
    return Merged(marked(chunks, eol), sum(isinstance(each, Contested) for each in chunks))


def _cut(side: str, text: str, known: Tables) -> Cut:
    try:
        return cut(text, side, known)
    except InputRefused as refused:
        raise NotMerged(ADVICE["no TOML"], side=side, line=refused.problem.place.line) from None
    except NotCut:
        raise NotMerged(ADVICE["no block"], side=side) from None


def _gap_above(chunk: Chunk, eol: str) -> str:
    """A blank line above what stood at the head of a file and does so no more."""
    return "" if isinstance(chunk, Contested) or chunk[:1] in {"\r", "\n"} else eol


def _drop_twice(pieces: list[MergedBlock], tail: str, texts: list[str]) -> None:
    """Takes out the foot of the file where it now stands above a new entry, or below one that is not last."""
    there = [number for number, each in enumerate(pieces) if each.chunks]
    places = [
        (number, 0, line)
        for number in there[::-1]
        if pieces[number].is_new
        for line in _above(pieces[number])
    ]
    places += [
        (number, -1, line)
        for number in there[: None if tail.strip() else -1]
        for line in _below(pieces[number])
    ]
    if not places:
        return
    counts = [Counter(_comments(text)) for text in texts]
    now = Counter(_comments(tail + "".join(resolved(each.chunks)[0] for each in pieces)))
    for number, end, line in places:
        was, mine, other = (each[line] for each in counts)
        if was and now[line] > max(mine + other - was, 1):
            now[line] -= 1
            _take_out(pieces[number].chunks, end, line)


def _above(piece: MergedBlock) -> list[str]:
    """The comments above a block."""
    return _first_comments(str(piece.chunks[0]).split("\n")) if isinstance(piece.chunks[0], str) else []


def _below(piece: MergedBlock) -> list[str]:
    """The comments that end a block."""
    return (
        _first_comments(str(piece.chunks[-1]).split("\n")[::-1]) if isinstance(piece.chunks[-1], str) else []
    )


def _first_comments(lines: list[str]) -> list[str]:
    stripped = (each.strip() for each in lines)
    first = takewhile(lambda line: line[:1] in {"", "#"} and line[-3:] not in {'"""', "'''"}, stripped)
    return [each for each in first if each]


def _comments(text: str) -> list[str]:
    return [each.strip() for each in text.split("\n") if each.lstrip()[:1] == "#"]


def _take_out(chunks: list[Chunk], end: int, line: str) -> None:
    lines = lines_of(str(chunks[end]))
    found = [number for number, each in enumerate(lines) if each.strip() == line]
    if found:
        at = found[end]
        is_gap = at and at + 1 < len(lines) and not (lines[at - 1].strip() or lines[at + 1].strip())
        del lines[at - bool(is_gap) : at + 1]
        chunks[end] = "".join(lines)


def _can_stand_together(pieces: list[MergedBlock]) -> bool:
    """Whether blocks that each were read by themselves are TOML one below the other: none says it again."""
    blocks = [block for each in pieces for block in each.blocks[1:] if block]
    root = {name for block in blocks if block.key == ROOT for name in block.table}
    tops = {(block.kind, block.key[0] == block.kind) for block in blocks if block.kind}
    names = [name for name, _ in tops]
    return len(names) == len(set(names)) and root.isdisjoint(names)


def _prove(chunks: list[Chunk], pieces: list[MergedBlock]) -> None:
    """Makes sure that the text has every entry it should, to whichever side the contested goes.

    Raises:
        NotMerged: when it has not.
    """
    for number, text in enumerate(dict.fromkeys(resolved(chunks))):
        try:
            document = toml(text, Text("", Layout("")))
        except InputRefused:
            raise NotMerged(ADVICE["not sure"]) from None
        lists = (document[kind] for kind in TABLES if isinstance(document.get(kind), list))
        tables = [table for entries in lists for table in entries]
        wanted = Counter(each.key[1] for each in pieces if each.key[0] == ENTRY and each.stays(number))
        if Counter(str(each.get("id", "")) for each in tables) != wanted:
            raise NotMerged(ADVICE["not sure"])

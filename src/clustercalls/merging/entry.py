"""One block of two sides joined: an entry, another table, or what stands above them all."""

from collections.abc import Sequence
from typing import Any

from clustercalls.editing.ops import NotInPlace
from clustercalls.errors import InputRefused
from clustercalls.merging.chunks import Chunk, Contested, joined, resolved
from clustercalls.merging.cut import CutBlock, NotCut, cut
from clustercalls.merging.lengthened import lengthened
from clustercalls.merging.lines import merged_lines
from clustercalls.merging.order import in_order
from clustercalls.merging.parts import NOTHING, Sides, kept, node, section
from clustercalls.merging.rule import HISTORY, Decided, both_add, decided, decided_keys, named, noticed, same
from clustercalls.merging.tree import Node, NodeKey, Tree, Trees, alike, tree


def block(base: CutBlock | None, ours: CutBlock | None, theirs: CutBlock | None, eol: str) -> list[Chunk]:
    """The text of a block, or of what is contested in it; nothing where it is to go."""
    if ours is None or theirs is None:
        return _on_one_side(base, ours, theirs, eol)
    if ours.text == theirs.text or (base and base.text == theirs.text):
        return [ours.text]
    if base and base.text == ours.text:
        return [theirs.text]
    by_lines = merged_lines(base.text, ours.text, theirs.text) if base else None
    if by_lines is not None and _is_proven([by_lines], base, ours, theirs):
        return [by_lines]
    base, ours, theirs = lengthened(base, ours, theirs)
    try:
        chunks = _joined(base, ours, theirs, eol)
    except NotInPlace:
        chunks = []
    if chunks and _is_proven(chunks, base, ours, theirs):
        return chunks
    return [Contested(ours.text, theirs.text)]  # as a whole, rather than in a way that is not sure


def expected(base: CutBlock | None, ours: CutBlock, theirs: CutBlock) -> Decided:
    """What the block is to say."""
    return decided_keys(base.table if base else {}, ours.table, theirs.table)


def _on_one_side(
    base: CutBlock | None, ours: CutBlock | None, theirs: CutBlock | None, eol: str
) -> list[Chunk]:
    one = ours or theirs
    if one is None:
        return []
    if base is None:
        return [one.text]
    if (one.kind, one.text) != (base.kind, base.text) and not (
        one.kind == base.kind and same(_shuffled(one.table), _shuffled(base.table))
    ):
        return [Contested(ours.text if ours else "", theirs.text if theirs else "")]
    return [kept(base.text, one.text, eol, gap_above=True)]


def _is_proven(chunks: Sequence[Chunk], base: CutBlock | None, ours: CutBlock, theirs: CutBlock) -> bool:
    """Whether the text says what it should, to whichever side the contested goes."""
    wanted = expected(base, ours, theirs)
    if wanted.is_agreed != all(isinstance(each, str) for each in chunks):
        return False
    for text, table in dict(zip(resolved(chunks), wanted, strict=True)).items():
        try:
            blocks = list(cut(text, "").blocks.values())
        except (InputRefused, NotCut):
            return False
        one = blocks[-1]
        if len(blocks) != (2 if ours.kind else 1) or not same(_shuffled(one.table), _shuffled(table)):
            return False
    return True


def _shuffled(table: dict[str, Any]) -> dict[str, Any]:
    """The table with its lists of tables in one order: theirs in the text is that of all its sections."""
    return {
        key: dict(zip(map(str, named(key, value)), value, strict=True))
        if isinstance(value, list) and any(isinstance(each, dict) for each in value)
        else value
        for key, value in table.items()
    }


def _joined(base: CutBlock | None, ours: CutBlock, theirs: CutBlock, eol: str) -> list[Chunk]:
    kind = decided("", base.kind if base else None, ours.kind, theirs.kind)
    if not kind.is_agreed:
        return []
    empty, said = Tree(NOTHING, ()), base.table if base else {}
    blocks = (base, ours, theirs)
    trees = Trees(*(tree(block, kind.ours, said) if block else empty for block in blocks))
    was, mine, other = alike(trees, eol, kind.ours)
    mains: Sides = (was.main if base else None, mine.main, other.main)
    chunks = section(mains, eol)
    keys = [[each.key for each in side.sections] for side in (was, mine, other)]
    by_key = [{each.key: each for each in side.sections} for side in (was, mine, other)]
    for key in _in_place(keys, by_key):
        one, two, three = (side.get(key) for side in by_key)
        chunks += node((one, two, three), eol)
    return joined(chunks, eol)


def _in_place(keys: list[list[NodeKey]], nodes: list[dict[NodeKey, Node]]) -> list[NodeKey]:
    """The sections in order; rows of history that both sides added, by when they were noticed."""
    order = in_order(*keys)
    rows = [[key for key in side if key[0] == HISTORY] for side in keys]
    if both_add(*rows):
        there = [key for key in order if key[0] == HISTORY]
        each = {key: node for side in nodes for key, node in side.items()}
        in_time = iter(sorted(there, key=lambda key: noticed(each[key].value)))
        order = [next(in_time) if key[0] == HISTORY else key for key in order]
    return order

"""A date by a short key and the stage that somebody made of it: one field, however either side has it.

`deadline = 2027-04-06` becomes a table of the stage when more is said of it, such as that it is done. Where
one side did that, all three have it so before they are joined: else a day that the other moved would be
contested.
"""

from pathlib import Path
from typing import Any

from clustercalls.editing.document import as_document
from clustercalls.editing.edits import amended
from clustercalls.editing.short_keys import as_long, keys_in
from clustercalls.errors import Refusal
from clustercalls.merging.cut import CutBlock, NotCut, cut

Blocks = tuple[CutBlock | None, CutBlock, CutBlock]


def lengthened(base: CutBlock | None, ours: CutBlock, theirs: CutBlock) -> Blocks:
    """The three with a table for each stage that one of them has a table for; as they are where none has."""
    sides = (base, ours, theirs)
    tables = {name for side in sides if side for name in _stages(side.table)}
    short = {name for side in sides if side for name in keys_in(side.table)}
    both = sorted(tables & short)
    if not both:
        return sides
    return (_long(base, both) if base else None, _long(ours, both), _long(theirs, both))


def _stages(table: dict[str, Any]) -> set[str]:
    """What the stages are called that have tables."""
    stages = table.get("stage", ())
    return {str(each.get("id") or each.get("kind") or "") for each in stages if isinstance(each, dict)}


def _long(block: CutBlock, names: list[str]) -> CutBlock:
    """The block with tables for these; as it is where that cannot be done for sure."""
    there = [name for name in names if name in block.table and name not in _stages(block.table)]
    if not there or not block.kind:
        return block
    try:
        document = as_document(Path(block.kind), block.text.encode())
        (where,) = document.addresses()
        ops = [op for name in there for op in as_long(document.table(where), name)]
        made = cut(amended(document, where, ops).text, "").blocks
    except (Refusal, NotCut, ValueError):
        return block
    *_, long = made.values()
    return long._replace(key=block.key)

"""What two sides make of a section or an assignment of one block."""

from clustercalls.editing.assignment import rewritten
from clustercalls.editing.ops import Op
from clustercalls.merging.chunks import Chunk, Contested
from clustercalls.merging.comments import gap, new_ones
from clustercalls.merging.order import in_order
from clustercalls.merging.rule import Value, decided, same
from clustercalls.merging.tree import Node, Tree, Trees, alike, ended

Sides = tuple[Node | None, Node | None, Node | None]  # base, ours, theirs
NOTHING = Node(("",), "", "", {})


def node(sides: Sides, eol: str) -> list[Chunk]:
    """An assignment or a section as both sides make it."""
    base, ours, theirs = sides
    one = ours or theirs
    if one is None:
        return []
    if ours and theirs:
        if not one.is_section and ours[:3] == theirs[:3]:
            return [ours.text]
        return section(sides, eol) if one.is_section else _assignment(sides, eol)
    if base is None:
        return [one.text]
    name = one.key[0] if len(one.key) == 1 else ""
    value = decided(name, base.value, ours and ours.value, theirs and theirs.value)
    if not value.is_agreed:
        return [Contested(ours.text if ours else "", theirs.text if theirs else "")]
    if value.ours is None:
        return [kept(base.text, one.text, eol)]
    return [one.above, _saying(one, value.ours, eol)]


def section(sides: Sides, eol: str) -> list[Chunk]:
    base, ours, theirs = (each or NOTHING for each in sides)
    chunks: list[Chunk] = [gap(base.above, ours.above, theirs.above)]
    line = theirs.line if ours.line == base.line else ours.line
    chunks += [ended(new_ones(base.line, ours.line + theirs.line, line), eol), line]
    written = alike(Trees(Tree(base, ()), Tree(ours, ()), Tree(theirs, ())), eol, "")
    inner = [{each.key: each for each in side.main.inner} for side in written]
    wholly = _contested_wholly(written)
    for key in in_order(*map(list, inner)):
        one, two, three = (side.get(key) for side in inner)
        if key[0] not in wholly:
            chunks += node((one, two, three), eol)
        elif contested := wholly[key[0]]:
            chunks.append(contested)
            wholly[key[0]] = None  # its other lines stand there too
    return [*chunks, gap(*(each.main.below for each in written))]


def _contested_wholly(trees: Trees) -> dict[str, Contested | None]:
    """The fields of several lines that one side took out and the other changed."""
    fields: dict[str, Contested | None] = {}
    for name in dict.fromkeys(each.field for each in trees.base.main.inner if len(each.key) > 1):
        mine, other = trees.ours.nodes(name), trees.theirs.nodes(name)
        value = decided(name, *(each.main.value.get(name) for each in trees))
        if not (mine and other) and not value.is_agreed:
            fields[name] = Contested(*("".join(each.text for each in nodes) for nodes in (mine, other)))
    return fields


def _assignment(sides: Sides, eol: str) -> list[Chunk]:
    base, ours, theirs = (each or NOTHING for each in sides)
    above = gap(base.above, ours.above, theirs.above)
    name = ours.key[0] if len(ours.key) == 1 else ""
    value = decided(name, sides[0] and sides[0].value, ours.value, theirs.value)
    if not value.is_agreed:
        return [above, Contested(_saying(ours, value.ours, eol), _saying(theirs, value.theirs, eol))]
    if same(value.ours, ours.value) and not (same(value.ours, theirs.value) and ours.line == base.line):
        line = ours.line
    else:
        line = _saying(theirs if same(value.ours, theirs.value) else ours, value.ours, eol)
    lost = new_ones(base.line, ours.line, line, theirs.line) + new_ones(base.line, theirs.line, line)
    return [above, ended(lost, eol), line]


def _saying(node: Node, value: Value, eol: str) -> str:
    """The lines of an assignment, with this value: what of them need not change, stays."""
    if same(node.value, value):
        return node.line
    return _with_value(node.line, node.key, node.value, value, eol)


def _with_value(line: str, path: tuple[str | int, ...], before: Value, value: Value, eol: str) -> str:
    if isinstance(before, dict) and isinstance(value, dict):
        for key in dict.fromkeys((*before, *value)):
            if not same(before.get(key), value.get(key)):
                line = _with_value(line, (*path, key), before.get(key), value.get(key), eol)
        return line
    return rewritten(line, path, Op(path, value), eol)


def kept(base: str, gone: str, eol: str, *, gap_above: bool = False) -> str:
    """What is kept of what the other side took out: the comments that were written meanwhile."""
    lines = ended(new_ones(base, gone), eol)
    return eol + lines if lines and gap_above else lines

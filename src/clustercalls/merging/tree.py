"""A block taken apart: its sections and their assignments, each with the comments above it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from clustercalls.editing.ops import value_at
from clustercalls.editing.splice import own_end, statements
from clustercalls.merging.comments import comments, new_ones
from clustercalls.merging.cut import CutBlock
from clustercalls.merging.rule import ITEMS, Value, named, same
from clustercalls.registry import notation
from clustercalls.registry.layout import Layout, Section

NodeKey = tuple[str, ...]

# How a field is written: two sides that write it alike can be joined line by line.
# Of an assignment it is the number of the parts of its key.
TABLE, HEADERS, DEEP = -1, -2, -3


class Node(NamedTuple):
    """An assignment, or a section: `above` are the comments before its `line`, `below` those that end it."""

    key: NodeKey
    above: str
    line: str
    value: Any  # None where that is not known
    inner: "tuple[Node, ...]" = ()
    below: str = ""
    is_deep: bool = False

    @property
    def text(self) -> str:
        """All of it."""
        return self.above + self.line + "".join(each.text for each in self.inner) + self.below

    @property
    def is_section(self) -> bool:
        """Whether it has a header."""
        return self.line.lstrip(" \t").startswith("[")

    @property
    def field(self) -> str:
        """The field of the entry that it is, or is of; empty of what holds the assignments."""
        return self.key[0]


class Tree(NamedTuple):
    """A block: what holds its own assignments, then its other sections."""

    main: Node
    sections: tuple[Node, ...]

    def nodes(self, field: str) -> list[Node]:
        """All that is written of a field, in order."""
        return [each for each in (*self.main.inner, *self.sections) if each.field == field]

    def forms(self) -> dict[str, set[int]]:
        """How each field is written."""
        forms: dict[str, set[int]] = {}
        for each in self.main.inner:
            forms.setdefault(each.field, set()).add(len(each.key))
        for each in self.sections:
            form = DEEP if each.is_deep else HEADERS if each.key[1:] else TABLE
            forms.setdefault(each.field, set()).add(form)
        return forms

    def with_nodes(self, field: str, nodes: Iterable[Node], sections: Iterable[Node]) -> "Tree":
        """The block with a field written by these assignments and sections instead."""
        inner = (*(each for each in self.main.inner if each.field != field), *nodes)
        outer = (*(each for each in self.sections if each.field != field), *sections)
        return Tree(self.main._replace(inner=inner), outer)


def tree(block: CutBlock, kind: str, base: dict[str, Any]) -> Tree:
    """A block in its parts, its headers those of an entry of this kind; what it was made of says `base`."""
    text, sections = block.text, Layout(block.text).sections
    main: Node = Node(("",), "", "", block.table)
    outer: list[Node] = []
    count: Counter[str] = Counter()
    start = 0
    for number, section in enumerate(sections):
        is_main = len(section.path) == bool(block.kind)
        if not section.path and not is_main:
            continue  # the comments above the first header
        inner, end = _assignments(text, section, block.table, is_main=is_main, count=count)
        stop = own_end(text, end) if number + 1 < len(sections) else len(text)
        head = text.find("\n", section.start) + 1 or len(text)
        line = _with_kind(text[section.start : head], block.kind, kind) if section.path else ""
        node = Node(("",), text[start : section.start], line, block.table, inner, text[end:stop])
        if is_main:
            main = node
        elif len(section.path) == 2:  # noqa: PLR2004 - a table of the entry itself
            outer.append(_section(node, section, block.table, count))
        else:
            _deepened(outer, section, node)
        start = stop
    return Tree(main, _named(outer, base))


def _assignments(
    text: str, section: Section, table: dict[str, Any], *, is_main: bool, count: Counter[str]
) -> tuple[tuple[Node, ...], int]:
    """The assignments of a section, and where the last of them ends."""
    end = section.start
    if section.path:
        end = text.find("\n", section.start) + 1 or len(text)
    holder: Any = table
    if not is_main:
        for part in section.path[1:]:
            holder = holder.get(part) if isinstance(holder, dict) else None
        if section.is_list and isinstance(holder, list) and count[section.path[1]] < len(holder):
            holder = holder[count[section.path[1]]]
    nodes = []
    for key, start, stop in statements(text, section):
        nodes.append(Node(key, text[end:start], text[start:stop], value_at(holder, key)))
        end = stop
    return tuple(nodes), end


def _section(node: Node, section: Section, table: dict[str, Any], count: Counter[str]) -> Node:
    field = section.path[1]
    value: Any = table.get(field)
    if not section.is_list:
        return node._replace(key=(field,), value=value)
    number = count[field]
    count[field] += 1
    listed = isinstance(value, list) and number < len(value)
    return node._replace(key=(field, str(number)), value=value[number] if listed else None)


def _deepened(outer: list[Node], section: Section, node: Node) -> None:
    """Puts a table of a table behind what it belongs to."""
    field = section.path[1]
    if outer and outer[-1].field == field:
        outer[-1] = outer[-1]._replace(below=outer[-1].below + node.text, is_deep=True)
    else:
        outer.append(node._replace(key=(field,), value=None, is_deep=True))


def _named(outer: list[Node], base: dict[str, Any]) -> tuple[Node, ...]:
    """The sections with what tells those of a list from each other."""
    names: dict[str, Iterator[tuple[str, int]]] = {}
    for field in {each.field for each in outer}:
        listed = [each.value for each in outer if each.field == field and each.key[1:]]
        names[field] = iter(named(field, listed, _listed(base.get(field))))
    return tuple(
        node._replace(key=(node.field, *map(str, next(names[node.field])))) if node.key[1:] else node
        for node in outer
    )


def _listed(value: Value) -> list[Value]:
    return value if isinstance(value, list) else []


def _with_kind(line: str, before: str, kind: str) -> str:
    if before == kind:
        return line
    return re.sub(rf"^([ \t]*\[\[?[ \t]*[\"']?){re.escape(before)}\b", rf"\g<1>{kind}", line)


class Trees(NamedTuple):
    """A block as three have it."""

    base: Tree
    ours: Tree
    theirs: Tree


def alike(trees: Trees, eol: str, kind: str) -> Trees:
    """The three with every field written in one way: as who changed it has it.

    Where both changed a field, and write it in different ways, all get the plainest one.
    """
    forms = [each.forms() for each in trees]
    if forms[0] == forms[1] == forms[2] and all(len(form) == 1 and 1 in form for form in forms[0].values()):
        return trees
    for field in dict.fromkeys(field for each in forms for field in each):
        there = [each[field] for each in forms if field in each]
        if all(each == there[0] for each in there) and _goes_by_lines(field, there[0]):
            continue
        was, mine, other = (each.main.value.get(field) for each in trees)
        is_theirs = same(mine, was) and forms[1].get(field) == forms[0].get(field)
        if not is_theirs and (same(other, was) or same(mine, other)):
            trees = _like(trees, trees.ours, field, eol)
        elif same(mine, was):
            trees = _like(trees, trees.theirs, field, eol)
        else:
            trees = _plain(trees, field, eol, kind)
    return trees


def _goes_by_lines(field: str, form: set[int]) -> bool:
    """Whether what is written so on all sides can be joined part by part."""
    return DEEP not in form and (HEADERS not in form or field in ITEMS)


def _like(trees: Trees, donor: Tree, field: str, eol: str) -> Trees:
    """All with a field as one has it; the new comments of each stay, above that."""
    nodes, was = donor.nodes(field), _text(trees.base.nodes(field))
    lost = (new_ones(was, _text(each.nodes(field)), _text(nodes)) for each in trees)
    return Trees(
        *(_placed(each, field, nodes, ended(lines, eol)) for each, lines in zip(trees, lost, strict=True))
    )


def _plain(trees: Trees, field: str, eol: str, kind: str) -> Trees:
    was, mine, other = (comments(_text(each.nodes(field))) for each in trees)
    lines = [*((mine & other) | (mine - was) | (other - was)).elements()]
    base = _listed(trees.base.main.value.get(field))
    written = (_written(field, each.main.value.get(field), eol, kind, base) for each in trees)
    return Trees(
        *(_placed(each, field, nodes, ended(lines, eol)) for each, nodes in zip(trees, written, strict=True))
    )


def ended(lines: Iterable[str], eol: str) -> str:
    """The lines as a text."""
    return "".join(f"{each}{eol}" for each in lines)


def _text(nodes: Iterable[Node]) -> str:
    return "".join(each.text for each in nodes)


def _placed(one: Tree, field: str, nodes: list[Node], above: str) -> Tree:
    """The tree with a field written like this, below these comments."""
    if not nodes:
        one = one._replace(main=one.main._replace(below=one.main.below + above))
    elif above:
        nodes = [nodes[0]._replace(above=above + nodes[0].above), *nodes[1:]]
    parts = [each for each in nodes if not each.is_section]
    return one.with_nodes(field, parts, [each for each in nodes if each.is_section])


def _written(field: str, value: Value, eol: str, kind: str, base: list[Value]) -> list[Node]:
    """A field in the plainest way: tables of a list that have headers of their own, else one line."""
    if value is None:
        return []
    listed = isinstance(value, list) and all(isinstance(each, dict) for each in value)
    if not listed or field not in ITEMS:
        return [Node((field,), "", f"{notation.key(field)} = {notation.value(value)}{eol}", value)]
    nodes = []
    for name, table in zip(named(field, value, base), value, strict=True):
        lines = [
            Node((key,), "", f"{notation.lines({key: each})[0]}{eol}", each) for key, each in table.items()
        ]
        nodes.append(Node((field, *map(str, name)), eol, f"[[{kind}.{field}]]{eol}", table, tuple(lines)))
    return nodes

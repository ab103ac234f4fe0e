"""Edits of one entry's block of text: a value changed, a key added or taken out, a table appended.

Every function takes the block and returns it with the lines meant changed and all others as they were.
What an edit means for the parsed entry is `applied`; `write` compares the two.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from clustercalls.editing import notation
from clustercalls.registry.layout import ASSIGNMENT, LEXEME, Layout, Section, key_parts

KeyPath = tuple[str | int, ...]


class Op(NamedTuple):
    """A value of an entry by its path, such as ("stage", 0, "when"): set, or dropped when None.

    With `more`, a table to add to the list of tables at the path.
    """

    path: KeyPath
    value: Any = None
    more: bool = False


class Statement(NamedTuple):
    """An assignment: the parts of its key, and where its lines begin and end."""

    key: tuple[str, ...]
    start: int
    end: int


class NotInPlace(ValueError):
    """The text is written in a way that this edit cannot keep."""


def applied(table: Any, op: Op) -> Any:  # noqa: ANN401 - a table, or a list of them
    """The parsed entry after an edit; the one given stays as it is."""
    if not op.path:
        return [*table, op.value] if op.more else op.value
    first, rest = op.path[0], op._replace(path=op.path[1:])
    if isinstance(table, list) and isinstance(first, int):
        return [applied(each, rest) if number == first else each for number, each in enumerate(table)]
    if not rest.path and op.value is None:
        return {name: each for name, each in table.items() if name != first}
    inner = table.get(first)
    empty: Any = [] if rest.more and len(op.path) == 1 else {}
    return table | {first: applied(empty if inner is None else inner, rest)}


def value_at(table: Any, path: KeyPath) -> Any:  # noqa: ANN401 - whatever stands there
    """What stands at a path, None when nothing does."""
    for part in path:
        if isinstance(table, list) and isinstance(part, int):
            table = table[part] if part < len(table) else None
        else:
            table = table.get(part) if isinstance(table, dict) else None
    return table


def spliced(block: str, kind: str, op: Op, eol: str) -> str:
    """The block of text after an edit.

    Raises:
        NotInPlace: when there is no place for it.
    """
    sections = Layout(block).sections[1:]
    section, rest = _home(sections, kind, op.path)
    every = list(statements(block, section))
    for each in every:
        if each.key == rest[: len(each.key)]:
            lines = _rewritten(block[each.start : each.end], rest, op, eol)
            return block[: each.start] + lines + block[each.end :]
    if op.more:
        return _with_table(block, sections, kind, op, eol)
    if op.value is None:
        return block
    return _with_line(block, section, every, rest, op.value, eol)


def statements(text: str, section: Section) -> Iterator[Statement]:
    """The assignments of a section, in order."""
    assignment, token = re.compile(ASSIGNMENT), re.compile(LEXEME, re.DOTALL)
    position = _line_end(text, section.start) if section.path else section.start
    while position < section.end:
        match = assignment.match(text, position)
        if match is None:
            position = _line_end(text, position)
            continue
        end, depth = match.end(), 0
        while found := token.search(text, end):
            end = found.end()
            depth += (found[0] in {"[", "{"}) - (found[0] in {"]", "}"})
            if found[0] == "\n" and depth == 0:
                break
        else:
            end = len(text)
        yield Statement(key_parts(match[1]), position, end)
        position = end


def own_end(text: str, start: int) -> int:
    """Where the comments that follow a block without a gap end, when a gap or the end follows them."""
    position = start
    while position < len(text) and text[position : _line_end(text, position)].lstrip(" \t").startswith("#"):
        position = _line_end(text, position)
    rest = text[position : _line_end(text, position)]
    return position if not rest.strip() else start


def content_end(text: str, sections: list[Section]) -> int:
    """Where the last assignment or header of a block ends, with the comments that belong to it."""
    last = sections[-1]
    end = max([_line_end(text, last.start), *(each.end for each in statements(text, last))])
    return own_end(text, end)


def _line_end(text: str, position: int) -> int:
    return (text.find("\n", position) + 1) or len(text)


def _home(sections: list[Section], kind: str, path: KeyPath) -> tuple[Section, KeyPath]:
    """The section a value stands in, and its path in there."""
    if len(path) > 1:
        tables = [each for each in sections if each.path == (kind, str(path[0]))]
        if isinstance(path[1], int) and path[1] < len(tables):
            return tables[path[1]], path[2:]
        if tables and not isinstance(path[1], int):
            return tables[0], path[1:]
    return sections[0], path


def _rewritten(lines: str, path: KeyPath, op: Op, eol: str) -> str:
    """One assignment with another value; its comment, indent and the items of its list that stay, stay."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError
    from tomlkit.items import InlineTable

    try:
        document = tomlkit.parse(lines)
        before = document.as_string()
        holders: list[Any] = [document]
        for part in path[:-1]:
            holders.append(holders[-1][part])
        braces = holders[-1].as_string() if isinstance(holders[-1], InlineTable) else ""
        _edit(holders, path, op, braces)
        if op.value is None and not document.unwrap():
            return ""
        written = document.as_string()
        if braces:
            table = holders[-2][path[-2]].as_string()
            written = written.replace(table, _spaced(table, braces), 1)
        written = _merged(lines, before, written)
    except (TOMLKitError, LookupError, TypeError, ValueError, StopIteration) as error:
        raise NotInPlace(str(error)) from None
    return written.replace("\r\n", "\n").replace("\n", "\r\n") if eol == "\r\n" else written


def _edit(holders: list[Any], path: KeyPath, op: Op, braces: str) -> None:
    """The edit itself, in the last of the tables on the way; `braces` is its text if it is on one line."""
    import tomlkit

    holder, name = holders[-1], path[-1]
    if op.more:
        holder[name].append(tomlkit.value(notation.value(op.value)))
    elif op.value is None:
        del holder[name]
    elif braces and name not in holder:
        pair = f"{notation.key(str(name))} = {notation.value(op.value)}"
        holders[-2][path[-2]] = tomlkit.value(_spaced(braces, braces, pair))
    elif not _listed(holder, name, op.value):
        old = holder[name].as_string() if name in holder else ""
        is_block = isinstance(op.value, str) and old.startswith(('"""', "'''"))
        holder[name] = tomlkit.value(_block_text(old, op.value) if is_block else notation.value(op.value))


def _block_text(old: str, wanted: str) -> str:
    """A text on several lines, in place of one; what it begins with as before is written as before."""
    import tomli

    quotes, body = old[:3], old[3:-3]
    before: str = tomli.loads(f"x = {old}")["x"]
    lines = wanted[len(before) :].split("\n") if wanted.startswith(before) else []
    literal = quotes == "'''"
    written = quotes + body + "\n".join(lines if literal else map(_escaped, lines)) + quotes
    fits = all(map(str.isprintable, lines)) and "'" not in written[3:-3] if literal else bool(lines)
    if lines and fits and tomli.loads(f"x = {written}")["x"] == wanted:
        return written
    return '"""\n' + "\n".join(map(_escaped, wanted.split("\n"))) + '"""'


def _escaped(line: str) -> str:
    return notation.value(line)[1:-1]


def _merged(lines: str, before: str, after: str) -> str:
    """The lines with what differs between two writings of them, `before` and `after` the edit.

    tomlkit drops spaces of its own accord, such as one between a date and a brace: only what the edit itself
    changed is taken from it.
    """
    rest = iter(range(len(lines)))
    ends = [0, *[next(at for at in rest if lines[at] == each) + 1 for each in before]]
    start = _alike(before, after)
    same = _alike(before[start:][::-1], after[start:][::-1])
    middle = after[start : len(after) - same]
    return lines[: ends[start]] + middle + lines[ends[len(before) - same] :]


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))


def _spaced(table: str, like: str, pair: str = "") -> str:
    """An inline table, with one more pair, and inside its braces the space that another one has there."""
    inner, text = like[1:-1], table[1:-1].strip()
    lead, tail = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    if not inner.strip():
        lead = tail = " "
    if pair:
        text = f"{text.removesuffix(',')}, {pair}" if text else pair
    return f"{{{lead}{text}{tail}}}" if text else "{}"


def _listed(holder: Any, name: str | int, wanted: Any) -> bool:  # noqa: ANN401 - tomlkit's own types
    """Whether a list could be changed item by item, which keeps the lines and comments between them."""
    old = holder.get(name) if isinstance(name, str) else None
    if not (isinstance(old, list) and isinstance(wanted, list)):
        return False
    before = [each for each in old if each in wanted]
    if wanted[: len(before)] != before:
        return False
    for each in [each for each in old if each not in wanted]:
        old.remove(each)
    for each in wanted[len(before) :]:
        old.append(each)
    return True


def _with_line(
    block: str,
    section: Section,
    every: list[Statement],
    path: KeyPath,
    value: Any,  # noqa: ANN401 - a TOML value
    eol: str,
) -> str:
    """A new assignment, behind those that come before it in the order of keys."""
    names = [str(part) for part in path]
    if len(path) != len([part for part in path if isinstance(part, str)]):
        raise NotInPlace(".".join(names))
    order = notation.ORDER.get(section.path[1] if len(section.path) > 1 else "", ())
    rank = {name: number for number, name in enumerate(order)}
    mine = rank.get(names[0], len(rank))
    before = [each for each in every if rank.get(each.key[0], -1) <= mine] or every
    at = before[-1].end if before else _line_end(block, section.start)
    above = block[before[-1].start if before else section.start :]
    indent = above[: len(above) - len(above.lstrip(" \t"))]
    dotted = any(each.key[:-1] == tuple(names[:-1]) and len(names) > 1 for each in every)
    written = notation.value(value)
    if len(names) > 1 and not dotted:
        for name in reversed(names[1:]):
            written = f"{{ {notation.key(name)} = {written} }}"
        names = names[:1]
    line = f"{indent}{'.'.join(map(notation.key, names))} = {written}{eol}"
    return _inserted(block, at, line, eol)


def _with_table(block: str, sections: list[Section], kind: str, op: Op, eol: str) -> str:
    """A new `[[kind.name]]` at the end of the block, indented as the one before it."""
    last = sections[-1]
    head = re.match(r"[ \t]*", block[last.start :])
    inner = next(iter(statements(block, last)), None)
    own = re.match(r"[ \t]*", block[inner.start :]) if inner else head
    indent, own_indent = (match[0] if match else "" for match in (head, own))
    name = ".".join([kind, *map(str, op.path)])
    lines = [f"{indent}[[{name}]]", *(own_indent + line for line in notation.lines(op.value))]
    return _inserted(block, content_end(block, sections), eol + eol.join(lines) + eol, eol)


def _inserted(text: str, at: int, addition: str, eol: str) -> str:
    gap = "" if text[:at].endswith("\n") else eol
    return text[:at] + gap + addition + text[at:]

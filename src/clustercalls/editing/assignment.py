"""One assignment with another value: its comment, its spacing and the items of its list that stay, stay."""

import re
from typing import Any

from clustercalls.editing.ops import NotInPlace, Op
from clustercalls.registry import notation
from clustercalls.tables.findings import KeyPath

# A date, number or truth on a line of its own: what stands round it, a comment too, is no part of it.
_PLAIN = re.compile(
    r"([ \t]*[\w-]+[ \t]*=[ \t]*)(?:true|false|[+-]?\d[\w+.:-]*)([ \t]*(?:#[^\r\n]*)?(?:\r?\n)?)", re.ASCII
)


def rewritten(lines: str, path: KeyPath, op: Op, eol: str) -> str:
    """One assignment with another value; its comment, indent and the items of its list that stay, stay."""
    plain = None if op.more or op.value is None or len(path) > 1 else _PLAIN.fullmatch(lines)
    if plain:
        return f"{plain[1]}{notation.value(op.value)}{plain[2]}"
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
    except (TOMLKitError, AttributeError, LookupError, TypeError, ValueError, StopIteration) as error:
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
        old = getattr(holder[name], "as_string", str)() if name in holder else ""  # a bool comes bare
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

"""What can be read of a file that is not TOML or UTF-8: its blocks by themselves, so that a slip hides one.

A block begins at the header of an entry or of another table of the file, `[[call]]`, and has all that stands
below it. What stands between git's marks of a conflict is read by neither side.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from clustercalls.errors import InputRefused, Place, Problem, problem
from clustercalls.limits import ENTRIES, SLIPS
from clustercalls.registry import track_words
from clustercalls.registry.conflicts import TextBlock, told
from clustercalls.registry.layout import ASSIGNMENT, Layout
from clustercalls.registry.outside_marks import outside
from clustercalls.registry.syntax_errors import MEND, MEND_BLOCK, QUOTES
from clustercalls.registry.text import Text, toml

# A header whose brackets are not closed begins a block too: else its slip would be the block's above it.
_HEAD = r"^[ \t]*\[\[?[ \t]*(?!(?:true|false|inf|nan)\b)[A-Za-z_][\w-]*[ \t]*(?=[\]\s#]|\Z)"
_MARK = r"^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)"
# Texts and comments are matched too: no header, and no mark, in one of them. One never closed ends its line.
_TOKEN = (
    rf"(?P<mark>{_MARK})|(?P<head>{_HEAD})|#[^\n]*"
    r'|(?P<open>"""|\'\'\')|"(?:[^"\\\n]|\\[^\n])*+"?|\'[^\'\n]*\'?'
)
_NO_TEXT = re.compile("[\udc80-\udcff]")  # a byte that is not UTF-8
_BLANK = r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*"  # lines on which nothing is said
_ID = r"""(?m)^[ \t]*id[ \t]*=[ \t]*["']([^"'\n]*)["']"""
_ZONE = {("defaults", "zone"), ("defaults", "")}
_DEFAULTS = r"(?m)^[ \t]*\[?[ \t]*defaults\b"


class Apart(NamedTuple):
    """The blocks of a file that read, with their tables and texts; the problems of the others.

    `has_defaults` is whether all that the file says of the zone in `[defaults]` is among the first;
    `undecided` are the words of `[track]` that are contested.
    """

    read: list[tuple[Text, dict[str, Any], str]]
    problems: list[Problem]
    has_defaults: bool
    undecided: track_words.Words


def apart(content: str, file: str, whole: Problem) -> Apart:
    """The blocks of a text that is not TOML, or not all UTF-8, which `whole` says.

    Raises:
        InputRefused: when it has no blocks, or more than a file may have entries or slips.
    """
    blocks = blocks_of(content)
    if blocks is None or (len(blocks) == 1 and not blocks[0].conflicts):
        raise InputRefused(whole)
    read: list[tuple[Text, dict[str, Any], str]] = []
    problems: list[Problem] = []
    hidden, undecided = False, set[str]()
    offsets = _offsets(content, whole)
    for block in blocks:
        text = Text(file, Layout(block.text, block.above))
        outcome = _undecoded(block, file, offsets) or _tables(block, text)
        if isinstance(outcome, dict):
            read.append((text, outcome, block.text))
        else:
            problems += outcome
            if len(problems) > SLIPS:
                raise InputRefused(whole)
            rest = outside(block) if block.conflicts and not _NO_TEXT.search(block.text) else None
            if rest is None:
                hidden = hidden or re.search(_DEFAULTS, block.text) is not None
                continue
            read.append((Text(file, Layout(rest.text, block.above)), rest.tables, rest.text))
            hidden = hidden or not rest.contested.isdisjoint(_ZONE)
            undecided |= {word for table, word in rest.contested if table == track_words.KEY}
    # What stands twice is wrong only together.
    stated = sum("defaults" in tables for _, tables, _ in read)
    return Apart(read, problems or [whole], not hidden and stated <= 1, track_words.undecided(undecided))


def _offsets(content: str, whole: Problem) -> dict[int, int]:
    """The lines that are not UTF-8, each with the place of its first such byte in the file."""
    offsets: dict[int, int] = {}
    above = 0
    for number, line in enumerate(content.split("\n") if whole.code == "not-utf8" else (), 1):
        if wrong := _NO_TEXT.search(line):
            offsets[number] = above + len(line[: wrong.start()].encode())
        above += len(line.encode(errors="surrogateescape")) + 1
    # A byte order mark stands above the text.
    mark = int(dict(whole.values)["offset"]) - min(offsets.values()) if offsets else 0
    return {number: offset + mark for number, offset in offsets.items()}


def _undecoded(block: TextBlock, file: str, offsets: dict[int, int]) -> list[Problem]:
    """That a block is not UTF-8, with the first such line."""
    lines = range(block.above + 1, block.above + block.text.count("\n") + 2)
    first = next((line for line in lines if line in offsets), 0) if _NO_TEXT.search(block.text) else 0
    return [problem("not-utf8", Place(file, first, _entry(block)), offset=offsets[first])] if first else []


def _entry(block: TextBlock) -> str:
    """The id of the entry that a block is, as far as that is clear."""
    ids = re.findall(_ID, block.text)
    return str(ids[0]) if len(ids) == 1 else ""


def _tables(block: TextBlock, text: Text) -> dict[str, Any] | list[Problem]:
    """The tables of a block; or why it does not read, with its line and, if that is clear, its entry."""
    if block.conflicts:
        return told(block, text.file)
    try:
        return toml(block.text, text)
    except InputRefused as refused:
        slip = refused.problem
    values = dict(slip.values)
    line = block.above + max(slip.place.line, 1)
    if values.get("advice") == QUOTES:  # the line below is the next block's
        line = min(line, block.above + len(block.text.splitlines()))
    if values.get("advice") == MEND:
        values["advice"] = MEND_BLOCK
    return [problem(slip.code, Place(text.file, line, _entry(block)), **values)]


def blocks_of(content: str) -> list[TextBlock] | None:
    """The text cut at its headers and conflicts, without blank pieces; None where it is cut too often."""
    cuts, conflicts = [0], []
    for cut, conflict in _found(content):
        cuts += [cut] if cut > 0 else []
        conflicts += [conflict] if conflict else []
        if len(cuts) + len(conflicts) > ENTRIES:
            return None
    blocks: list[TextBlock] = []
    layout, above, number = Layout(content), 0, 0
    for start, stop in zip(cuts, [*cuts[1:], len(content)], strict=True):
        text = content[start:stop]
        inside = []
        while number < len(conflicts) and conflicts[number][0] < stop:
            first, last = conflicts[number]
            inside.append((layout.line(first), layout.line(last)))
            number += 1
        if text.strip():
            blocks.append(TextBlock(text, above, tuple(inside)))
        above += text.count("\n")
    return blocks


def _found(content: str) -> Iterator[tuple[int, tuple[int, int] | None]]:
    """Where blocks begin, in order, -1 where none does; with the places of both ends of a conflict."""
    waiting: list[int] = []  # headers below a mark, of which it is not known whether it begins a conflict
    first = middle = -1
    for token in _tokens(content):
        start, mark = token.start(), (token["mark"] or "")[:1]
        if token["head"]:
            waiting.append(start)
        elif mark == "=" and first >= 0:
            middle = start
        elif mark == ">" and middle >= 0:
            yield first if _is_whole(content, first, middle, start) else -1, (first, start)
            waiting, first, middle = [], -1, -1
        if (first < 0 or mark == "<") and (token["head"] or mark == "<"):
            yield from ((each, None) for each in waiting)
            waiting = []
        if mark == "<":
            first, middle = start, -1
    yield from ((each, None) for each in waiting)


def _tokens(content: str) -> Iterator[re.Match[str]]:
    """The headers and marks of a text, as far as no text of several lines is open that has an end."""
    token, position = re.compile(_TOKEN, re.MULTILINE | re.DOTALL), 0
    # By hand: a pattern for the whole of such a text keeps a place of return for each letter of it.
    close = {'"""': re.compile(r'\\.|"{3,5}', re.DOTALL), "'''": re.compile("'{3,5}")}
    while match := token.search(content, position):
        position = match.end()
        if quotes := match["open"]:
            ends = (each for each in close[quotes].finditer(content, position) if each[0][0] != "\\")
            end = next(ends, None)
            if end is None or _opens_another(content, position, end.start()):
                position = content.find("\n", position) + 1 or len(content)
            else:
                position = end.end()
        elif match["head"] or match["mark"]:
            yield match


def _opens_another(content: str, start: int, stop: int) -> bool:
    """Whether quotes that end a text by the letter begin the next one: they follow a key, and a header.

    A text that is never closed would else turn all that follow inside out, each hiding the entries up to the
    next one.
    """
    line = content.rfind("\n", start, stop) + 1
    begins = bool(line) and re.fullmatch(rf"{ASSIGNMENT}[ \t]*", content[line:stop]) is not None
    return begins and re.compile(_HEAD, re.MULTILINE).search(content, start, line) is not None


def _is_whole(content: str, first: int, middle: int, last: int) -> bool:
    """Whether a conflict is over whole entries, so that the block above it has ended on both sides."""
    base = content.find("\n|||||||", first, middle)
    sides = ((first, base if base >= 0 else middle), (middle, last))
    begins = re.compile(f"[^\n]*\n{_BLANK}({_HEAD}|)", re.MULTILINE).match
    for start, stop in sides:
        side = begins(content, start)
        if side is None or (not side[1] and (side.end() < stop or not _ends(content, last))):
            return False
    return True


def _ends(content: str, last: int) -> bool:
    """Whether a header, or nothing at all, follows a conflict."""
    following = re.compile(rf"[^\n]*\n?{_BLANK}(?:{_HEAD}|[ \t]*\Z)", re.MULTILINE)
    return following.match(content, last) is not None

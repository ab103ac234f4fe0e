"""The difference of two texts as people know it: a unified diff with three lines around what changed.

Only what lies between the first and the last difference is compared line by line: the time that `difflib`
takes grows faster than the text, and a change of a registry is small. Where an added or removed line could be
said to stand in several places, the first is shown, so that a block begins with its header.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

CONTEXT = 3
STEPS = (1 << 16, 1 << 10, 1 << 5, 1)  # characters compared at once, ever fewer towards the difference


class Change(NamedTuple):
    """Lines `begin` to `end` (exclusive) of the old text, and those of the new that stand for them."""

    begin: int
    end: int
    new_begin: int
    new_end: int


class Lines(NamedTuple):
    """The lines of both texts from some lines above the first difference; `above` it are `skipped` lines."""

    old: list[str]
    new: list[str]
    skipped: int


def difference(old: str, new: str, name: str) -> str:
    """The unified diff of two texts of a file; empty where they are the same."""
    if old == new:
        return ""
    below = _alike_below(old, new)
    above = _alike_above(old, new, min(len(old), len(new)) - below)
    begin = _line_back(old, above)
    context = _lines(old[begin:above])
    after = _first_lines(old, len(old) - below)
    gone, come = (_lines(text[above : len(text) - below]) for text in (old, new))
    changes = [Change(*(number + len(context) for number in each)) for each in _changes(gone, come)]
    lines = Lines(context + gone + after, context + come + after, old.count("\n", 0, begin))
    hunks = [line for group in _grouped(changes) for line in _hunk(group, lines)]
    return "".join([f"--- {name}\n", f"+++ {name}\n", *map(_ended, hunks)])


def _alike_below(old: str, new: str) -> int:
    """How many characters at the end are whole lines that both texts have."""
    limit, found = min(len(old), len(new)), 0
    for step in STEPS:
        while found + step <= limit and (
            old[len(old) - found - step : len(old) - found] == new[len(new) - found - step : len(new) - found]
        ):
            found += step
    if all(text[: len(text) - found][-1:] in {"", "\n"} for text in (old, new)):
        return found
    following = old.find("\n", len(old) - found) + 1 if found else 0
    return len(old) - following if following else 0


def _alike_above(old: str, new: str, limit: int) -> int:
    """How many characters at the start, at most `limit`, are whole lines that both texts have."""
    found = 0
    for step in STEPS:
        while found + step <= limit and old[found : found + step] == new[found : found + step]:
            found += step
    return old.rfind("\n", 0, found) + 1


def _line_back(text: str, position: int) -> int:
    """Where the context begins of what begins at this start of a line."""
    for _ in range(CONTEXT):
        position = text.rfind("\n", 0, max(position - 1, 0)) + 1
    return position


def _first_lines(text: str, position: int) -> list[str]:
    """The context below what ends at this start of a line."""
    end = position
    for _ in range(CONTEXT):
        end = text.find("\n", end) + 1 or len(text)
    return _lines(text[position:end])


def _lines(text: str) -> list[str]:
    """Its lines with their ends; nothing but a line feed ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _changes(old: list[str], new: list[str]) -> Iterator[Change]:
    if not (old and new):
        yield Change(0, len(old), 0, len(new))
        return
    from difflib import SequenceMatcher

    blocks = [(0, 0, 0), *SequenceMatcher(None, old, new).get_matching_blocks()]
    for (begin, new_begin, size), (end, new_end, _) in pairwise(blocks):
        change = Change(begin + size, end, new_begin + size, new_end)
        if change.begin < change.end or change.new_begin < change.new_end:
            yield change


def _grouped(changes: list[Change]) -> Iterator[list[Change]]:
    """Changes so near to each other that the lines around them touch."""
    group = changes[:1]
    for last, change in pairwise(changes):
        if change.begin - last.end > 2 * CONTEXT:
            yield group
            group = []
        group.append(change)
    yield group


def _hunk(changes: list[Change], lines: Lines) -> Iterator[str]:
    first, last = changes[0], changes[-1]
    before = min(CONTEXT, first.begin)
    end = min(last.end + CONTEXT, len(lines.old))
    at = first.begin - before
    old = _range(at, end, lines.skipped)
    new = _range(first.new_begin - before, last.new_end + end - last.end, lines.skipped)
    yield f"@@ -{old} +{new} @@\n"
    for change in changes:
        yield from (f" {line}" for line in lines.old[at : change.begin])
        yield from (f"-{line}" for line in lines.old[change.begin : change.end])
        yield from (f"+{line}" for line in lines.new[change.new_begin : change.new_end])
        at = change.end
    yield from (f" {line}" for line in lines.old[at:end])


def _range(begin: int, end: int, skipped: int) -> str:
    """Lines as a hunk counts them: from 1, and an empty range by the line above it."""
    count = end - begin
    first = skipped + begin + (1 if count else 0)
    return f"{first}" if count == 1 else f"{first},{count}"


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"

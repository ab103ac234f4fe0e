"""The difference between two states of a file, as `diff -u` shows it; only what changed is compared."""

import re
from difflib import unified_diff

from clustercalls.editing.record import alike, alike_at_end
from clustercalls.render.safe import safe_text

AROUND = 60  # lines compared on each side of what changed: enough to tell which of two like lines is new


def difference(name: str, old: str, new: str) -> str:
    """The unified diff of two texts.

    Where lines could be matched with those before or behind, the longer side gets them, as in a comparison of
    the whole texts.
    """
    shorter = min(len(old), len(new))
    same = old.rfind("\n", 0, alike(old, new)) + 1
    edge = old.find("\n", len(old) - alike_at_end(old, new, shorter)) + 1
    behind = len(old) - edge if edge else 0
    before, after = min(same, shorter - behind), min(behind, shorter - same)
    is_late = old.count("\n", 0, same) >= old.count("\n", len(old) - behind)
    start = _lines_up(old, before, AROUND + is_late)
    left = old[start : _lines_down(old, len(old) - after, AROUND + (not is_late))]
    right = new[start : _lines_down(new, len(new) - after, AROUND + (not is_late))]
    header = safe_text(name)  # it is no line of the file, and must not be taken for one
    lines = unified_diff(_lines(left), _lines(right), header, header)
    shift = old.count("\n", 0, start)
    return "".join(
        _shifted(line, shift) if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in lines
    )


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _lines_up(text: str, position: int, count: int) -> int:
    for _ in range(count):
        position = text.rfind("\n", 0, max(position - 1, 0)) + 1
    return position


def _lines_down(text: str, position: int, count: int) -> int:
    for _ in range(count):
        position = (text.find("\n", position) + 1) or len(text)
    return position


def _shifted(line: str, lines: int) -> str:
    """A line of the diff; that which says where it is, for the whole text."""
    if not line.startswith("@@ "):
        return line
    return re.sub(r"(?<=[-+])\d+", lambda match: str(int(match[0]) + lines), line)

"""Comments and blank lines of two sides: what either wrote anew is kept, what one took out goes."""

import re
from collections import Counter

from clustercalls.merging.order import in_order
from clustercalls.registry.conflicts import lines_of
from clustercalls.registry.layout import LEXEME

_TOKEN = re.compile(LEXEME, re.DOTALL)


def comments(text: str) -> Counter[str]:
    """The comments of a text, without what ends their line, and how often each stands there."""
    if "#" not in text:
        return Counter()
    return Counter(each[0].rstrip() for each in _TOKEN.finditer(text) if each[0][0] == "#")


def gap(base: str, ours: str, theirs: str) -> str:
    """The comments and blank lines between two things of the file."""
    if base == ours:
        return theirs
    if theirs in {base, ours}:
        return ours
    was, mine, other = map(comments, (base, ours, theirs))
    if other in (mine, was):
        return ours
    if mine == was:
        return theirs
    lines = [_numbered(each) for each in (base, ours, theirs)]
    kept = in_order(*(list(each) for each in lines))
    known = lines[1] | {key: line for key, line in lines[2].items() if key not in lines[1]}
    return "".join(known[key] for key in kept if _stays(key, *lines))


def new_ones(base: str, written: str, *there: str) -> list[str]:
    """The comments of a text that the base has not, and that do not stand in any of the others."""
    new = comments(written) - comments(base)
    for each in there:
        new -= comments(each)
    return list(new.elements())


def _stays(
    key: tuple[str, int],
    base: dict[tuple[str, int], str],
    ours: dict[tuple[str, int], str],
    theirs: dict[tuple[str, int], str],
) -> bool:
    return not key[0] or key not in base or (key in ours and key in theirs)


def _numbered(text: str) -> dict[tuple[str, int], str]:
    """Its lines, by what they say and how often that was said above."""
    seen: Counter[str] = Counter()
    lines = {}
    for line in lines_of(text):
        said = line.strip()
        lines[said, seen[said]] = line
        seen[said] += 1
    return lines

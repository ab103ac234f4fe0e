"""Messages on a terminal: wrapped at words, and whatever one copies out of them in one piece."""

import re

from clustercalls.render.width import width

INDENT = "  "
# What stays whole: a text in backticks or quotes; a command with its options and what they are given; a key
# and its value. A path or an address holds no blank, and is a word.
_WHOLE = re.compile(
    r"`[^`]*`|(?<!\w)'[^']*'(?!\w)"
    r"|\bclustercalls(?: [a-z][\w-]*){0,2}(?: (?:-\S+(?: [^\s-]\S*)?|'[^']*'|\S*[=/.]\S+))*"
    r"|\b(?:chgrp|chmod|mkdir|rm|git)(?: \S+){1,3}"
    r"|\S+ = (?:\"[^\"]*\"|\{[^}]*\}|\[[^\]]*\]|\S+)"
)
_BLANK = "\0"  # one that is no place to break


def wrapped(text: str, wide: int, start: str = "") -> str:
    """The lines of a text, none wider than `wide` if its words are not; what follows a break is set in.

    `start`, which it begins with, is one word.
    """
    first, *more = text.split("\n")
    return "\n".join([_lines(first, wide, start), *(_lines(each, wide, "") for each in more)])


def _lines(text: str, wide: int, start: str) -> str:
    if width(text) <= wide:
        return text
    kept = len(start) if start and text.startswith(start) else 0
    whole = text[:kept].replace(" ", _BLANK) + _WHOLE.sub(_in_one, text[kept:])
    margin = " " * (len(text) - len(text.lstrip(" ")))
    lines, line = [], margin
    for word in whole.split():
        longer = f"{line} {word}" if line.strip() else f"{line}{word}"
        if line.strip() and width(longer.replace(_BLANK, " ")) > wide:
            lines.append(line)
            longer = f"{margin}{INDENT}{word}"
        line = longer
    return "\n".join([*lines, line]).replace(_BLANK, " ")


def _in_one(found: re.Match[str]) -> str:
    return found[0].replace(" ", _BLANK)

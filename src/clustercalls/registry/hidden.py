"""Characters that nobody sees, in the keys, texts and comments of a registry file: told by `check` alone.

Of what others offer they are taken out.
"""

import re
from collections.abc import Iterator
from itertools import islice

from clustercalls.errors import Place, Problem
from clustercalls.harmful import HIGH_CONTROLS, JOINERS, LOW_CONTROLS, UNSEEN
from clustercalls.limits import COMMENTS_NAMED, TEXT_LETTERS
from clustercalls.registry.layout import LEXEME, Layout
from clustercalls.registry.pieces import loads
from clustercalls.registry.shape import TABLES
from clustercalls.tables.findings import Finding, KeyPath, shown

CODE = "hidden-character"
NAMED = 4  # characters of one text, the rest is as bad
# A joiner has something to do behind a letter of a script that joins, or a part of an emoji: neither is
# Latin, Greek or Cyrillic.
_IDLE_JOINER = rf"(?<![\u0530-\U0010ffff])[{JOINERS}]|[{JOINERS}](?!.)"
_HIDDEN = rf"(?!\t|\n|\r)[{LOW_CONTROLS}{HIGH_CONTROLS}{UNSEEN}]|{_IDLE_JOINER}"
# What a file must hold for any of them to be in it: the character itself, or an escape that may be one.
_RAW = f"[{HIGH_CONTROLS}{UNSEEN}{JOINERS}]"
_ESCAPE = r"\\[uUxebf]"
_SEEN = bytes(range(0x7F))  # of ASCII, all that can be in a text and is in no pattern here


def problems(content: str, file: str, layout: Layout) -> list[Problem]:
    """A problem for every field of an entry with such a character, and for every other text and comment.

    The text is TOML, without a byte order mark.
    """
    if not re.search(_ESCAPE, content) and not _holds_one(content):
        return []
    field_problems: dict[KeyPath, Problem] = {}
    for path, text, name in _texts(loads(content)):
        inside = path[0] in TABLES and len(path) > 1 and isinstance(path[1], int)
        field = path[:3] if inside else path
        if field not in field_problems and (values := _named(text)):
            kind, rest = str(path[0]), path[2:] if inside else path
            line = layout.line_of(kind, int(path[1]), rest) if inside else layout.line_of_top(*rest)
            field_problems[field] = Finding(CODE, rest, values).at(Place(file, line, shown(name)))
    return [*field_problems.values(), *_in_comments(content, file, layout)]


def without_hidden(text: str) -> str:
    """The text without them."""
    return text if text.isprintable() else re.sub(_HIDDEN, "", text, flags=re.DOTALL)


def hidden_in(text: str) -> list[str]:
    """Those of a text, each once, as `U+202E`."""
    if text.isprintable():
        return []
    return [f"U+{ord(each):04X}" for each in dict.fromkeys(re.findall(_HIDDEN, text, re.DOTALL))]


def named(names: list[str]) -> str:
    """Some of them in words: the rest is as bad."""
    return ", ".join([*names[:NAMED], *(["…"] if len(names) > NAMED else [])])


def _holds_one(content: str) -> bool:
    """Whether one of them stands in it as it is: looked for in the few letters that are not ASCII."""
    rest = content.encode("utf-8", "surrogatepass").translate(None, _SEEN)
    return re.search(_RAW, rest.decode("utf-8", "surrogatepass")) is not None


def _texts(document: object) -> Iterator[tuple[KeyPath, str, str]]:
    """Every key and text worth a look, its path and the id of its entry; files are too deep to recurse."""
    waiting: list[tuple[KeyPath, object, str]] = [((), document, "")]
    while waiting:
        path, value, name = waiting.pop()
        if isinstance(value, str):
            yield path, value, name
        elif isinstance(value, list):
            inner = [((*path, number), each, name) for number, each in enumerate(value) if _may_hide(each)]
            waiting += reversed(inner)
        elif isinstance(value, dict):
            own = value.get("id") if len(path) == len(("call", 0)) else None
            name = own if isinstance(own, str) else name
            yield from (((*path, key), key, name) for key in value if _may_hide(key))
            inner = [((*path, key), each, name) for key, each in value.items() if _may_hide(each)]
            waiting += reversed(inner)


def _may_hide(value: object) -> bool:
    return not value.isprintable() if isinstance(value, str) else isinstance(value, list | dict)


def _in_comments(content: str, file: str, layout: Layout) -> Iterator[Problem]:
    if "#" not in content or not _holds_one(content):
        return
    comments = (match for match in re.finditer(LEXEME, content, re.DOTALL) if match[0].startswith("#"))
    found = ((match.start(), values) for match in comments if (values := _named(match[0])))
    for start, values in islice(found, COMMENTS_NAMED):
        yield Finding(CODE, (), values).at(Place(file, layout.line(start)))


def _named(text: str) -> dict[str, str]:
    """What fills the words of the problem of a text; nothing when all of it is to be seen."""
    names = hidden_in(text[:TEXT_LETTERS])
    return {"characters": named(names)} if names else {}

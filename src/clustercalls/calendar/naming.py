"""What a milestone is called in calendars: `ENTRY.STAGE@NAME`, a task `ENTRY.STAGE.todo@NAME`.

NAME is the part of the registry, the world's only. In what was published before there was one, names are
`ENTRY/STAGE`, and `ENTRY/STAGE/todo`.
"""

import re
from collections import Counter
from collections.abc import Iterable
from sys import intern

from msgspec import Struct

EVENT, TODO = "VEVENT", "VTODO"
_ID = "[a-z0-9][a-z0-9_-]{0,63}"
_NOW = re.compile(rf"({_ID})\.({_ID})(?:\.(todo))?@({_ID})", re.ASCII)
_BEFORE = re.compile(rf"({_ID})/({_ID})(?:/(todo))?", re.ASCII)
_FILE_BEFORE = re.compile(rf"({_ID})\.({_ID})()", re.ASCII)
SUFFIX = ".ics"


class Name(Struct, frozen=True, gc=False):
    """A name taken apart; `key` is `ENTRY/STAGE`. Without a `part` it is one of before."""

    kind: str
    key: str
    part: str


def uid(key: str, kind: str, part: str) -> str:
    """The UID of `ENTRY/STAGE`: a task is not its event, for both may be put into one calendar."""
    end = ".todo" if kind == TODO else ""
    return f"{key.replace('/', '.')}{end}@{part}"


def by_uid(text: str) -> Name | None:
    """The name that a UID is; None when it is none of ours."""
    return _read(_NOW, text) or _read(_BEFORE, text)


def by_file(name: str) -> Name | None:
    """The name of the object that is called so; None when it cannot be ours."""
    if not name.endswith(SUFFIX):
        return None
    text = name.removesuffix(SUFFIX)
    return _read(_NOW, text) or _read(_FILE_BEFORE, text)


def file_of(name: Name) -> str:
    """What the object of this name is called in a folder or on a server."""
    if name.part:
        return f"{uid(name.key, name.kind, name.part)}{SUFFIX}"
    return f"{name.key.replace('/', '.')}{SUFFIX}"


def begun_with(parts: Iterable[str], own: tuple[str, ...]) -> str:
    """The part of `own` that most of these names have; empty when none has."""
    counts = Counter(each for each in parts if each in own)
    return max(own, key=lambda each: counts[each]) if counts else ""


def _read(pattern: re.Pattern[str], text: str) -> Name | None:
    match = pattern.fullmatch(text)
    if match is None:
        return None
    entry, stage, end, *part = match.groups()
    return Name(TODO if end else EVENT, f"{entry}/{stage}", intern(part[0]) if part else "")

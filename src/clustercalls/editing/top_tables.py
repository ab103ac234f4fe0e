"""Edits of a table of the file itself, such as `[days_off]`: keys added, every other byte left alone."""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from clustercalls.editing.document import Document
from clustercalls.editing.edits import Edit, above
from clustercalls.editing.splice import content_end
from clustercalls.registry import notation
from clustercalls.registry.layout import Layout

TopKey = tuple[str, ...]


def with_keys(document: Document, table: str, added: Iterable[tuple[TopKey, str]]) -> Edit:
    """The edit that adds texts to a table of the file, behind what it has; made above the entries if missing.

    A key of two parts is that of a table in it.

    Proving it refuses what the text has in another form, such as `days_off = {}`.
    """
    keys = dict(added)
    text, eol = document.text, document.eol
    lines = "".join(_line(key, value) for key, value in keys.items()).replace("\n", eol)
    sections = Layout(text).sections
    there = [each for each in sections if each.path == (table,)]
    if there:
        at = content_end(text, [there[-1]])
        gap = "" if text[:at].endswith("\n") else eol
        new = f"{text[:at]}{gap}{lines}{text[at:]}"
    else:
        at = next((above(text, each.start) for each in sections if each.is_list), len(text))
        gap = "" if not text[:at] or text[:at].endswith("\n") else eol
        gap += eol if text[:at].strip() and not text[:at].endswith(eol * 2) else ""
        new = f"{text[:at]}{gap}[{table}]{eol}{lines}{eol if text[at:] else ''}{text[at:]}"
    after = deepcopy(document.raw)
    holder: Any
    for path, value in keys.items():
        *inner, last = (table, *path)
        holder = after
        for part in inner:
            inside = holder.get(part)
            holder[part] = inside if isinstance(inside, dict) else {}
            holder = holder[part]
        holder[last] = value
    return Edit(new, after, ())


def _line(key: TopKey, value: str) -> str:
    name = f'"{key[0]}"' if len(key) == 1 else ".".join(map(notation.key, key))
    return f"{name} = {notation.value(value)}\n"

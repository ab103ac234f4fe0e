"""Edits of a table of the file itself, such as `[days_off]`: keys added, every other byte left alone."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from clustercalls.editing.document import Document
from clustercalls.editing.edits import Edit, above
from clustercalls.editing.splice import content_end
from clustercalls.registry import notation
from clustercalls.registry.layout import Layout, Section

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
        at = _place(text, sections)
        gap = "" if not text[:at] or text[:at].endswith("\n") else eol
        gap += eol if text[:at].strip() and not text[:at].endswith(eol * 2) else ""
        below = eol if text[at:].strip(" \t")[:1] not in {"", "\r", "\n"} else ""
        new = f"{text[:at]}{gap}[{table}]{eol}{lines}{below}{text[at:]}"
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


def _place(text: str, sections: Sequence[Section]) -> int:
    """Where a new table begins: behind what the file says above its entries, before any heading of those."""
    entries = next((number for number, each in enumerate(sections) if each.is_list), len(sections))
    if entries == len(sections):
        return len(text)
    says = sections[entries - 1]
    if not says.path and not says.keys:
        return above(text, sections[entries].start)  # what stands on top is of the file
    return content_end(text, [says])


def _line(key: TopKey, value: str) -> str:
    name = f'"{key[0]}"' if len(key) == 1 else ".".join(map(notation.key, key))
    return f"{name} = {notation.value(value)}\n"

"""Edits of a table of the file itself, such as `[days_off]`: keys added, every other byte left alone."""

from collections.abc import Iterable

import tomli_w

from clustercalls.editing.document import Document
from clustercalls.editing.edits import Edit, above
from clustercalls.editing.splice import content_end
from clustercalls.registry.layout import Layout


def with_keys(document: Document, table: str, added: Iterable[tuple[str, str]]) -> Edit:
    """The edit that adds texts to a table of the file, behind what it has; made above the entries if missing.

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
    before = document.raw.get(table)
    return Edit(new, document.raw | {table: before | keys if isinstance(before, dict) else keys}, ())


def _line(key: str, value: str) -> str:
    return f'"{key}" = {tomli_w.dumps({"k": value}).removeprefix("k = ")}'

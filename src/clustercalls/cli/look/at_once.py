"""`upcoming`, and ids for a completion, out of an index: the usual run, which then imports next to nothing.

Whatever else is asked, or is not known, is left to `upcoming`, whose answer is the same.
"""

import os
import sys

from clustercalls import i18n
from clustercalls.cli import arguments, output, places, table
from clustercalls.cli.moment import moment_of
from clustercalls.cli.terminal import columns, is_terminal, wants_color
from clustercalls.disk.folders import OWN_CONFIG, own_file
from clustercalls.index import file, glance
from clustercalls.zones import FORGET_MONTHS

TYPE_CHECKING = False  # as in `output`
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any as Like

    Given = Mapping[str, list[str]]

KNOWN = frozenset({"registry", "as_of", "format", "limit", "no_header", "color"})
FORMATS = frozenset({"plain", "json", "table"})


class Usual:
    """What stands for the settings where no config file says any."""

    forget_months = FORGET_MONTHS


def upcoming(words: list[str]) -> int | None:
    """The exit code of `upcoming` with these words behind it; None when nothing was answered."""
    given, loose = arguments.scanned(arguments.rows_of(table.COMMANDS["upcoming"]), words) or ({}, words)
    if loose or not given.keys() <= KNOWN:
        return None
    terminal = is_terminal(sys.stdout)
    talks = terminal and is_terminal(sys.stderr)
    if talks and "as_of" not in given:  # what changed since the last look is told then
        return None
    index = _index(given.get("registry", []))
    if index is None:
        return None
    try:
        said = _said(index, given, terminal=terminal)
    except (glance.Unknown, file.Broken):
        return None
    finally:
        glance.forget_zones()
    if said is None or (talks and not said):
        return None
    output.write(said)
    return 0


def names(named: "Sequence[str]") -> list[tuple[str, str]] | None:
    """Every id of the registry in use, with its title; None where an index does not tell."""
    index = _index(named)
    try:
        found: list[tuple[str, str]] | None = index.decoded(index.names) if index else None
    except file.Broken:
        return None
    return found


def _index(named: "Sequence[str]") -> file.Index | None:
    """The index of the registry in use, where no config file has a say in it."""
    try:
        config = own_file(*OWN_CONFIG)
        if config and places.mode_of(config):
            return None
        found = places.found_for(named)
    except OSError:
        return None
    return file.current(places.written(str(found[0][0]))) if found and len(found[0]) == 1 else None


def _said(index: file.Index, given: "Given", *, terminal: bool) -> "list[str | bytes] | None":
    """What is to be written; None for a value that is to be refused."""
    (as_of,), (form,), (color,) = (given.get(name, [""]) for name in ("as_of", "format", "color"))
    form = form or ("table" if terminal else "plain")
    limit = arguments.count(given["limit"][0]) if "limit" in given else sys.maxsize
    if form not in FORMATS or color not in {"", "auto", "always", "never"} or limit is None:
        return None
    glance.know_zones(index)
    moment = moment_of(as_of, index, Usual)  # type: ignore[arg-type]  # all it asks of them
    rows = glance.ahead(index, moment)[:limit]
    if form == "json":
        from clustercalls.render.json import joined

        return list(joined(glance.json_of(index, rows)))
    return list(_lines(rows, form, color or "auto", terminal=terminal, header="no_header" not in given))


def _lines(rows: "list[Like]", form: str, color: str, *, terminal: bool, header: bool) -> "list[str | bytes]":
    from clustercalls.render.columns import MILESTONES, View
    from clustercalls.render.plain import TABLE_ROWS, plain

    view = View(i18n.language(i18n.preferred(os.environ)), "", (), header)
    if form == "plain" or len(rows) > TABLE_ROWS:
        return list(plain(rows, MILESTONES, view))
    from clustercalls.render.table import table as drawn

    return [drawn(rows, MILESTONES, view, columns(), color=wants_color(color, os.environ, terminal=terminal))]

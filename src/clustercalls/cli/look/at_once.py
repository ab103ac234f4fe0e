"""`upcoming`, and ids for a completion, out of an index: the usual run, which then imports next to nothing.

Whatever else is asked, or is not known, is left to `upcoming`, whose answer is the same.
"""

import os
import sys

from clustercalls import i18n
from clustercalls.cli import arguments, indexed, output, table
from clustercalls.cli.moment import moment_of
from clustercalls.cli.terminal import columns, is_terminal, wants_color
from clustercalls.index import file, glance
from clustercalls.index.stand_ins import Stand

TYPE_CHECKING = False  # as in `output`
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any as Like

    from clustercalls.config_copy import Settings

    Given = Mapping[str, list[str]]

KNOWN = frozenset({"registry", "config", "as_of", "format", "limit", "no_header", "color"})
FORMATS = frozenset({"plain", "json", "table"})


def upcoming(words: list[str]) -> int | None:
    """The exit code of `upcoming` with these words behind it; None when nothing was answered."""
    given, loose = arguments.scanned(arguments.rows_of(table.COMMANDS["upcoming"]), words) or ({}, words)
    if loose or not given.keys() <= KNOWN:
        return None
    terminal = is_terminal(sys.stdout)
    talks = terminal and is_terminal(sys.stderr)
    known = indexed.known(given)
    if known is None:
        return None
    path, index, settings = known
    try:
        answer = _said(index, settings, given, terminal=terminal, talks=talks)
    except (glance.Unknown, file.Broken):
        return None
    except AttributeError as error:
        if isinstance(error.obj, Stand):  # a fact that an index does not hold
            return None
        raise
    finally:
        glance.forget_zones()
    if answer is None or (talks and not _is_quiet(path, index, given)):
        return None
    output.write(answer, paged=settings.pager)
    return 0


def _is_quiet(path: str, index: file.Index, given: "Given") -> bool:
    """Whether nothing is told behind it of what changed since the last look."""
    if given.get("as_of", [""])[0]:
        return True
    from clustercalls.cli.look import unchanged

    return unchanged.is_known([path], index.files)


def names(named: "Sequence[str]") -> list[tuple[str, str]] | None:
    """Every id of the registry in use, with its title; None where an index does not tell."""
    known = indexed.known({"registry": named})
    try:
        titled: list[tuple[str, str]] | None = known[1].decoded(known[1].names) if known else None
    except file.Broken:
        return None
    return titled


def _said(
    index: file.Index, settings: "Settings", given: "Given", *, terminal: bool, talks: bool
) -> "list[str | bytes] | None":
    """What is to be written; None for a value that is to be refused, and where more is to be said."""
    (as_of,), (form,), (color,) = (given.get(name, [""]) for name in ("as_of", "format", "color"))
    form = form or ("table" if terminal else "plain")
    limit = arguments.count(given["limit"][0]) if "limit" in given else sys.maxsize
    if form not in FORMATS or color not in {"", "auto", "always", "never"} or limit is None:
        return None
    if settings.window or (settings.zone and form == "json"):
        return None
    glance.know_zones(index)
    moment = moment_of(as_of, index, settings)  # type: ignore[arg-type]  # all it asks of them
    rows: list[Like] = glance.ahead(index, moment)[:limit]
    if talks and not rows:  # somebody is told what there is instead
        return None
    if form == "json":
        from clustercalls.render.json import joined

        return list(joined(glance.json_of(index, rows)))
    from clustercalls.render.columns import MILESTONES, View
    from clustercalls.render.plain import plain, table_or_plain

    language = i18n.language(settings.lang or i18n.preferred(os.environ))
    view = View(language, settings.zone, (), "no_header" not in given)
    shown = wants_color(color or "auto", os.environ, terminal=terminal)
    if form == "plain":
        return list(plain(rows, MILESTONES, view))
    every = [id_ for id_, _ in index.decoded(index.names)]
    return list(table_or_plain(rows, MILESTONES, view, columns(), every, color=shown))

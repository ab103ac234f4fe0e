"""From rows to the stream: format, columns, limit, and what an empty selection answers."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from clustercalls.cli import output
from clustercalls.cli.choices import one_of
from clustercalls.cli.context import Context, zone_named
from clustercalls.cli.options import Shape
from clustercalls.cli.terminal import is_terminal
from clustercalls.errors import ADVICE, Problem, UsageRefused, WorldFailed, problem
from clustercalls.model import Entry
from clustercalls.query.select import EntryRow, Row
from clustercalls.render import text
from clustercalls.render.columns import Columns, View
from clustercalls.render.plain import table_or_plain
from clustercalls.stored import names

FORMATS = ("table", *text.FORMATS)
WORKBOOK = "xlsx"


class Presentation(Struct, frozen=True):
    """How the rows of one run are to be shown, checked before anything is read."""

    format: str
    view: View
    columns: Columns
    template: str
    output: Path | None
    limit: int | None
    exit_code: bool
    for_others: bool


def prepare(shape: Shape, columns: Columns, context: Context) -> Presentation:
    """The presentation these options ask for.

    Raises:
        UsageRefused: for a format, column, template name or zone that is none, a template name left open,
            a column of ours in what is made for others, and a workbook that no file is named for.
        WorldFailed: when what makes workbooks is not installed.
    """
    usual = "table" if context.terminal and shape.output is None else _by_ending(shape.output)
    form = one_of("--format", shape.format, FORMATS) if shape.format else usual
    known = (
        columns.fields if form in text.MACHINE else tuple(dict.fromkeys((*columns.cells, *columns.fields)))
    )
    chosen = tuple(each.strip() for each in shape.columns.split(",") if each.strip())
    for name in (*chosen, *text.template_names(shape.template)):
        if name not in known:
            raise UsageRefused(no_column(name, known))
    for name in text.unclosed_names(shape.template):
        if name in known:  # any other brace may be meant as it stands
            raise UsageRefused(problem("unclosed-name", value=f"{{{name}", near=f"{{{name}}}"))
    if shape.template and (shape.format or shape.columns):
        raise UsageRefused(problem("two-shapes"))
    if form == WORKBOOK and not shape.template:
        _sure_workbook(shape.output)
    zone = zone_named(shape.zone or context.config.zone)
    for_others = form in text.FOR_OTHERS and not shape.template and not shape.internal
    if for_others and chosen:
        _refuse_internal(chosen)
    view = View(context.t, zone, chosen, not shape.no_header)
    return Presentation(
        form, view, columns, shape.template, shape.output, shape.limit, shape.exit_code, for_others
    )


def no_column(name: str, known: Iterable[str]) -> Problem:
    """That there is no such column, with the one that may be meant and all there are."""
    from clustercalls.query.alike import nearest

    known = tuple(known)
    near = "".join(nearest(name, known))
    advice = ADVICE["near column" if near else "columns"]
    return problem("unknown-column", None, value=name, advice=advice, near=near, known=", ".join(known))


def _refuse_internal(names: Iterable[str]) -> None:
    from clustercalls.query.outward import is_internal

    for name in names:
        if is_internal(name):
            raise UsageRefused(problem("internal-column", value=name))


def _sure_workbook(target: Path | None) -> None:
    """Lets no workbook be made that nobody can open.

    Raises:
        UsageRefused: without a file, and for a terminal.
        WorldFailed: when the extra is not installed.
    """
    from importlib.util import find_spec

    from clustercalls.disk import outputs

    seen = target is None or (
        is_terminal(sys.stdout) if output.is_standard(target) else outputs.is_terminal(target)
    )
    if seen:
        raise UsageRefused(problem("workbook-to-file"))
    if find_spec("xlsxwriter") is None:
        raise WorldFailed(problem("no-workbooks"))


def _by_ending(path: Path | None) -> str:
    """The format that the ending of a file's name asks for."""
    ending = path.suffix.lower().removeprefix(".") if path else ""
    return ending if ending in text.FORMATS else "plain"


def show(
    rows: Sequence[Row] | Sequence[EntryRow],
    how: Presentation,
    context: Context,
    entries: Sequence[Entry] = (),
) -> int:
    """Writes the rows; 1 when nothing was shown and that was asked for, else 0.

    `entries` are those among which a table of milestones names the ones it shows.

    Raises:
        UsageRefused: when they would take the place of what is read or kept.
        WorldFailed: when they cannot be written.
    """
    shown = rows[: how.limit] if how.limit else rows
    output.write_to(how.output, _chunks(shown, how, context, entries), context)
    return 1 if how.exit_code and not shown else 0


def _chunks(
    rows: Sequence[Row] | Sequence[EntryRow], how: Presentation, context: Context, entries: Sequence[Entry]
) -> Iterable[str | bytes]:
    if how.template:
        return text.template(rows, how.columns, how.view, how.template)
    if how.format != "table":
        return text.FORMATS[how.format](rows, how.columns, how.view)
    color = context.color and how.output is None
    every = [id_ for id_, _ in names(entries)]
    return table_or_plain(rows, how.columns, how.view, context.columns, every, color=color)

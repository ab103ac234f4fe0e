"""`clustercalls export ics` and `export todo`: a calendar, and a list of tasks."""

from pathlib import Path
from typing import Annotated

from clustercalls.calendar import publish
from clustercalls.calendar.naming import EVENT, TODO
from clustercalls.cli import output as out
from clustercalls.cli.declare import option
from clustercalls.cli.options import SHOWN, AsOf, Common, Filters
from clustercalls.cli.ours import ours_of
from clustercalls.cli.tell.export_select import CalendarShape, Chosen, Force, Past, WindowArgument, select

Output = Annotated[
    Path | None,
    option(
        "--output", "-o", metavar="FILE", panel=SHOWN,
        help="Into this file; what it said before is taken into account.",
    ),
]  # fmt: skip
Name = Annotated[str, option("--name", metavar="TEXT", panel=SHOWN, help="What the calendar is called.")]


def ics(
    filters: Filters,
    as_of: AsOf,
    shape: CalendarShape,
    common: Common,
    window: WindowArgument = "",
    past: Past = False,
    output: Output = None,
    name: Name = "",
    force: Force = False,
) -> int:
    """A calendar of what is ahead, for every calendar program.

    Example: clustercalls export ics --due --alarms 30d,7d -o calls.ics
    """
    target = _file(output)
    chosen = select(filters, as_of, shape, common, window, EVENT, past=past, or_bundled=target is None)
    return _published(chosen, name, target, force=force)


def todo(
    filters: Filters,
    as_of: AsOf,
    shape: CalendarShape,
    common: Common,
    window: WindowArgument = "",
    past: Past = False,
    output: Output = None,
    name: Name = "",
    force: Force = False,
) -> int:
    """Tasks with a due date, for programs that keep tasks (not Outlook, not Google).

    Example: clustercalls export todo --due -o tasks.ics
    """
    target = _file(output)
    chosen = select(filters, as_of, shape, common, window, TODO, past=past, or_bundled=target is None)
    return _published(chosen, name, target, force=force)


def _file(output: Path | None) -> Path | None:
    """The file that is meant; None for standard output, under whatever name."""
    return None if output is None or out.is_standard(output) else output


def _published(chosen: Chosen, name: str, target: Path | None, *, force: bool) -> int:
    """Writes the calendar to standard output or into a file, and returns the exit code."""
    if target is None:
        out.write(publish.fresh(chosen.selection, name))
    else:
        ours = ours_of(chosen.context)
        publish.replaced(chosen.selection, name, target, ours, out.waits(chosen.context), force=force)
    return chosen.finish()

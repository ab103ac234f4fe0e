"""`clustercalls export ics` and `export todo`: a calendar, and a list of tasks."""

from clustercalls.calendar.component import EVENT, TODO
from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.tell.export_file import Name, Output, publish
from clustercalls.cli.tell.export_select import CalendarShape, Force, Past, WindowArgument, select


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
    chosen = select(filters, as_of, shape, common, window, EVENT, past=past, or_bundled=output is None)
    return publish(chosen, name, output, force=force)


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
    chosen = select(filters, as_of, shape, common, window, TODO, past=past, or_bundled=output is None)
    return publish(chosen, name, output, force=force)

"""`clustercalls export vdir`: a folder with a file an event."""

from pathlib import Path
from typing import Annotated

from clustercalls.calendar.component import EVENT
from clustercalls.calendar.vdir import Vdir
from clustercalls.cli.declare import argument
from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.ours import ours_of
from clustercalls.cli.tell.export_select import (
    CalendarShape,
    DryRun,
    Force,
    Past,
    Within,
    select,
    synchronised,
)


def vdir(
    filters: Filters,
    as_of: AsOf,
    shape: CalendarShape,
    common: Common,
    folder: Annotated[Path, argument(metavar="DIR", show_default=False, help="The folder.")],
    window: Within = "",
    past: Past = False,
    force: Force = False,
    dry_run: DryRun = False,
) -> int:
    """A folder with a file an event, for khal, vdirsyncer and pimsync.

    Example: clustercalls export vdir calendars/calls --due
    """
    chosen = select(filters, as_of, shape, common, window, EVENT, past=past)
    return synchronised(chosen, Vdir(folder, ours_of(chosen.context)), force=force, dry_run=dry_run)

"""`clustercalls export caldav`: the events into a calendar of a server."""

from typing import Annotated
from urllib.parse import urlsplit

from clustercalls.calendar.component import EVENT
from clustercalls.cli.declare import argument, option
from clustercalls.cli.options import HOUSE, SHOWN, AsOf, Common, Filters
from clustercalls.cli.tell.export_select import (
    CalendarShape,
    DryRun,
    Force,
    Past,
    Within,
    select,
    synchronised,
)
from clustercalls.errors import UsageRefused, problem


def caldav(
    filters: Filters,
    as_of: AsOf,
    shape: CalendarShape,
    common: Common,
    url: Annotated[
        str,
        argument(metavar="URL", show_default=False, help="A calendar; with --calendar, the server."),
    ],
    user: Annotated[
        str, option("--user", metavar="NAME", panel=HOUSE, help="Who you are there.")
    ],
    calendar: Annotated[
        str,
        option(
            "--calendar", metavar="NAME", panel=SHOWN,
            help="Your calendar of this name there; made when there is none.",
        ),
    ] = "",
    password_command: Annotated[
        str,
        option(
            "--password-command", metavar="COMMAND", panel=HOUSE,
            help="Prints the password, unless CLUSTERCALLS_CALDAV_PASSWORD has it; else the keyring.",
        ),
    ] = "",
    window: Within = "",
    past: Past = False,
    force: Force = False,
    dry_run: DryRun = False,
) -> int:  # fmt: skip
    """The events into a calendar of a server: made, changed, and only ours removed.

    Example: clustercalls export caldav https://dav.example.org/ --user anna --calendar Calls --dry-run
    """
    from clustercalls.calendar.caldav import CalendarServer
    from clustercalls.calendar.passwords import password

    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        raise UsageRefused(problem("bad-server"))
    chosen = select(filters, as_of, shape, common, window, EVENT, past=past)
    secret = password(password_command, parts.hostname, user)
    server = CalendarServer(url, user, secret, calendar, dry_run=dry_run)
    return synchronised(chosen, server, force=force, dry_run=dry_run)

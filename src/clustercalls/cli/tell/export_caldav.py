"""`clustercalls export caldav`: the events into a calendar of a server."""

from typing import Annotated

from clustercalls.calendar.naming import EVENT, TODO
from clustercalls.cli.declare import argument, option
from clustercalls.cli.options import HOUSE, SHOWN, AsOf, Common, Filters
from clustercalls.cli.tell.export_select import (
    CalendarShape,
    DryRun,
    Force,
    Past,
    Todo,
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
    todo: Todo = False,
    force: Force = False,
    dry_run: DryRun = False,
    insecure: Annotated[
        bool,
        option(
            "--insecure", panel=HOUSE,
            help="Send the password over http:// too, where others on the way can read it.",
        ),
    ] = False,
) -> int:  # fmt: skip
    """The events into a calendar of a server: made, changed, and only ours removed.

    Example: clustercalls export caldav https://dav.example.org/ --user anna --calendar Calls --dry-run
    """
    from clustercalls.calendar.caldav import CalendarServer
    from clustercalls.calendar.passwords import password
    from clustercalls.fetch.origin import is_loopback, origin_of

    try:
        origin = origin_of(url)
    except ValueError:
        raise UsageRefused(problem("bad-server")) from None
    if origin.scheme == "http" and not insecure and not is_loopback(origin.host):
        raise UsageRefused(problem("insecure-server", host=origin.host))
    chosen = select(filters, as_of, shape, common, window, TODO if todo else EVENT, past=past)
    secret = password(password_command, origin.host, user)
    with CalendarServer(url, user, secret, calendar, dry_run=dry_run) as server:
        return synchronised(chosen, server, force=force, dry_run=dry_run)

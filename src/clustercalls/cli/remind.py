"""`clustercalls remind`: what is due to be told, once."""

from typing import Annotated

import typer

from clustercalls import query
from clustercalls.cli.choices import one_of, query_of
from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.sending import Sending, targets_of
from clustercalls.cli.surroundings import look_around, moment_of
from clustercalls.cli.telling import Telling, tell
from clustercalls.cli.watched import to_watch, told_if_stopped
from clustercalls.leads import Leads
from clustercalls.registry.read import load


def remind(
    filters: Filters,
    as_of: AsOf,
    sending: Sending,
    common: Common,
    form: Annotated[
        str,
        typer.Option("--format", "-f", metavar="FORMAT", help="plain, md, html or json on standard output."),
    ] = "plain",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show it; remember nothing.")] = False,
    anew: Annotated[bool, typer.Option("--all", help="Whatever was told before; remember nothing.")] = False,
    schedule: Annotated[
        str,
        typer.Option(
            "--schedule",
            metavar="cron|systemd",
            help="Print what to put into the scheduler; install nothing.",
        ),
    ] = "",
    daily: Annotated[
        str, typer.Option("--daily", metavar="HH:MM", help="With --schedule: at this time.")
    ] = "07:30",
) -> int:
    """What is due to be told and was not told before: for cron.

    Example: clustercalls remind --as-of 2017-03-28 --dry-run
    """
    around = look_around(common)
    form = one_of("letter", form)
    targets = targets_of(sending, around.config)
    found = to_watch(common, around)
    if schedule:
        from clustercalls.cli.schedule import scheduled

        return scheduled(one_of("schedule", schedule), daily, found, common, filters, sending, form)
    registry = load(found.paths)
    with told_if_stopped(registry, around):
        moment = moment_of(as_of.as_of, registry, around.config)
        wanted = query_of(filters, registry)
        return tell(
            Telling(
                around,
                found.paths,
                registry,
                query.selected(registry, wanted, moment),
                moment,
                Leads(around.config.leads, around.config.tag_leads, frozenset(around.config.remind.skip)),
                wanted,
                form,
                dry=dry_run,
                anew=anew,
            ),
            targets,
        )

"""`clustercalls remind`: what is due to be told, once."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Annotated

from msgspec.structs import replace

from clustercalls import query, seen
from clustercalls.cli.choices import one_of, query_of
from clustercalls.cli.context import look_around, moment_of
from clustercalls.cli.declare import option
from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.tell.targets import Sending, targets_of
from clustercalls.cli.telling import Telling, tell
from clustercalls.cli.watched import to_watch, told_if_stopped
from clustercalls.errors import InputRefused, UsageRefused, WorldFailed
from clustercalls.leads import Leads
from clustercalls.model import Entry, Query, Registry
from clustercalls.registry.read import load
from clustercalls.told import remembered


def remind(
    filters: Filters,
    as_of: AsOf,
    sending: Sending,
    common: Common,
    form: Annotated[
        str,
        option("--format", "-f", metavar="FORMAT", help="plain, md, html or json on standard output."),
    ] = "plain",
    dry_run: Annotated[bool, option("--dry-run", help="Show it; remember nothing.")] = False,
    anew: Annotated[bool, option("--all", help="Whatever was told before; remember nothing.")] = False,
    schedule: Annotated[
        str,
        option(
            "--schedule",
            metavar="cron|systemd",
            help="Print what to put into the scheduler; install nothing.",
        ),
    ] = "",
    daily: Annotated[
        str, option("--daily", metavar="HH:MM", help="With --schedule: at this time.")
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
        from clustercalls.cli.tell.schedule import scheduled

        return scheduled(one_of("schedule", schedule), daily, found, common, filters, sending, form)
    registry = load(found.paths)
    with told_if_stopped(registry, around):
        moment = moment_of(as_of.as_of, registry, around.config)
        wanted = _query_of(filters, registry, found.paths)
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


def _query_of(filters: Filters, registry: Registry, paths: tuple[Path, ...]) -> Query:
    """The query of these options, which cron goes on asking when the last entry with a value is gone.

    Raises:
        UsageRefused: for a value that no entry has and none had that was told of, unless an entry that is
            broken may have it: then that is what is to be told.
    """
    try:
        return query_of(filters, registry)
    except UsageRefused:
        known = replace(registry, entries=(*registry.entries, *_told_of(paths)))
        return query_of(filters, known, lenient=bool(registry.problems))


def _told_of(paths: tuple[Path, ...]) -> Iterator[Entry]:
    """The entries that were told of, as far as they are remembered."""
    with suppress(InputRefused, WorldFailed):  # no home, no memory: that is said where it is needed
        memory, _ = seen.load(seen.path_of(paths), paths, dry=True)
        for target in memory.targets.values():
            kept = (remembered(uid, each) for uid, each in target.items())
            yield from (each.entry for each in kept if each)

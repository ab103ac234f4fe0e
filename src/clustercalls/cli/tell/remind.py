"""`clustercalls remind`: what is due to be told, once."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.cli import output
from clustercalls.cli.choices import one_of, query_of
from clustercalls.cli.context import Context, context_of, exit_code_of, moment_of
from clustercalls.cli.declare import option
from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.registry_in_use import Example, in_use, told_if_stopped
from clustercalls.cli.tell.targets import FAILED, Sending, rename_commands, send, targets_of
from clustercalls.errors import ADVICE, InputRefused, Problem, UsageRefused, WorldFailed
from clustercalls.index.load import load
from clustercalls.model import Entry, Registry
from clustercalls.query import select
from clustercalls.query.select import Query
from clustercalls.reminders import memory as memories
from clustercalls.reminders.decide import Reminder
from clustercalls.reminders.leads import Leads
from clustercalls.reminders.remembered import milestone_of
from clustercalls.reminders.run import Arrived, Job, Outcome, Telling, tell
from clustercalls.render import json
from clustercalls.render import reminders as words
from clustercalls.render.letter import FORMATS
from clustercalls.zones import Moment

if TYPE_CHECKING:
    from clustercalls.deliver.target import Message, Target


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
    context = context_of(common)
    form = one_of("--format", form, (*FORMATS, "json"))
    targets = targets_of(sending, context.config)
    found = in_use(common, context.config, Example.WHEN_NAMED)
    if schedule:
        from clustercalls.cli.tell.schedule import SCHEDULERS, scheduled

        return scheduled(
            one_of("--schedule", schedule, SCHEDULERS), daily, found, common, filters, sending, form
        )
    registry = load(found.paths)
    with told_if_stopped(registry, context):
        moment = moment_of(as_of.as_of, registry, context.config)
        wanted = _query_of(filters, registry, found.paths)
        telling = Telling(
            found.paths,
            registry,
            select.selected(registry, wanted, moment),
            moment,
            datetime.now(UTC),
            Leads(context.config.leads, context.config.tag_leads, frozenset(context.config.remind.skip)),
            wanted,
            dry=dry_run,
            anew=anew,
        )
        ways = _Ways(context, found.paths, moment, form, {each.name: each for each in targets})
        return _code(tell(telling, ways), registry)


def _code(outcome: Outcome, registry: Registry) -> int:
    """The exit code of a run; the second of two at once did no harm, whatever the registry holds."""
    if outcome is Outcome.FAILED:
        return FAILED
    if outcome is Outcome.OTHER:
        return 0
    return exit_code_of(registry, InputRefused.exit_code if outcome is Outcome.LOST else 0)


class _Ways(Struct, frozen=True):
    """How this run speaks and sends: its language and format, standard output or the targets by name."""

    context: Context
    paths: tuple[Path, ...]
    moment: Moment
    format: str
    by_name: "dict[str, Target]"

    @property
    def targets(self) -> tuple[str, ...]:
        return tuple(self.by_name)

    @property
    def says_errors(self) -> bool:
        return self.context.errors_to_terminal

    def say(self, each: Problem) -> None:
        output.tell(each, self.context.t)

    def rename(self, memory: memories.Memory) -> bool:
        return rename_commands(memory)

    def show(self, reminders: Sequence[Reminder], errors: Sequence[Problem]) -> None:
        output.write(self._printed(reminders, errors))

    def send(self, jobs: Sequence[Job], arrived: Arrived, *, again: bool) -> bool:
        messages = [(self.by_name[each.target], self._message(each)) for each in jobs]
        return send(messages, arrived, self.context, ADVICE["sent again" if again else "run again"])

    def _printed(self, reminders: Sequence[Reminder], errors: Sequence[Problem]) -> list[str | bytes]:
        """What standard output is given; the errors of JSON go to standard error."""
        t = self.context.t
        if self.format == "json":
            for each in errors:
                self.say(each)
            return list(json.array(words.record(each, t) for each in reminders)) if reminders else []
        page = words.page(reminders, [output.told(each, t) for each in errors], t)
        if self.format == "html":
            page = replace(page, title=words.subject(reminders, t), footer=self._footer)
        return [FORMATS[self.format](page)]

    def _message(self, job: Job) -> "Message":
        """The message in all its forms."""
        from clustercalls.deliver.compose import compose

        t = self.context.t
        letter = words.page(job.reminders, [output.told(each, t) for each in job.errors], t)
        records = [words.record(each, t) for each in job.reminders]
        return compose(
            replace(letter, footer=self._footer),
            words.subject(job.reminders, t),
            self.moment,
            f"{memories.identity(self.paths)}\0{job.number}",
            records,
        )

    @property
    def _footer(self) -> str:
        return self.context.t("From the registry {files}", files=", ".join(each.name for each in self.paths))


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
        return query_of(filters, known, lenient=not registry.sound)


def _told_of(paths: tuple[Path, ...]) -> Iterator[Entry]:
    """The entries that were told of, as far as they are remembered."""
    with suppress(InputRefused, WorldFailed):  # no home, no memory: that is said where it is needed
        memory, _ = memories.load(memories.path_of(paths), paths, dry=True)
        for target in memory.targets.values():
            kept = (milestone_of(uid, each) for uid, each in target.items())
            yield from (each.entry for each in kept if each)

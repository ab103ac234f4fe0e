"""`clustercalls remind`: what is due to be told, once."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from msgspec import Struct, structs
from msgspec.structs import replace

from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import named, one_of, unmatched
from clustercalls.cli.context import Context, exit_code_of, moment_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.registry_in_use import Example, InUse, in_use, told_if_stopped
from clustercalls.cli.tell.quiet import Question, question_of
from clustercalls.cli.tell.targets import FAILED, Sending, rename_commands, send, targets_of
from clustercalls.cli.tell.wanted import query_for
from clustercalls.errors import ADVICE, InputRefused, Problem, UsageRefused, problem
from clustercalls.index.load import load
from clustercalls.model import Registry
from clustercalls.phrase import periods
from clustercalls.query import select
from clustercalls.reminders import memory as memories
from clustercalls.reminders.leads import Leads
from clustercalls.reminders.place import identity
from clustercalls.reminders.run import tell
from clustercalls.reminders.run_terms import Arrived, Job, RunOutcome, Telling
from clustercalls.render import json
from clustercalls.render import reminders as words
from clustercalls.render.letter import FORMATS, Letter
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
    every: Annotated[
        str,
        option(
            "--every",
            metavar="PERIOD",
            help="How often this line runs, 1d or 1w: a run that comes later than twice that says so.",
        ),
    ] = "",
    log: Annotated[
        bool,
        option("--log", help="When, to whom and under which Message-ID each lead was told."),
    ] = False,
    name: Annotated[
        str,
        argument(
            metavar="[ID]", help="With --log: of this entry alone, any unique part of its id.", completes="id"
        ),
    ] = "",
) -> int:
    """What is due to be told and was not told before: for cron.

    Example: clustercalls remind --as-of 2017-03-28 --dry-run
    """
    if log or name:
        from clustercalls.cli.tell.log import tell_log

        other = [schedule, every, dry_run, anew, filters != Filters(), sending != Sending(), as_of != AsOf()]
        return tell_log(name, form, common, is_asked=log, is_alone=not any(other))
    context = context_of(common, settings=True)
    form = one_of("--format", form, (*FORMATS, "json"))
    targets = targets_of(sending, context)
    used = in_use(common, context.config, Example.WHEN_NAMED)
    often = _period(every)
    if schedule:
        from clustercalls.cli.tell.schedule import SCHEDULERS, scheduled

        scheduler = one_of("--schedule", schedule, SCHEDULERS)
        return scheduled(scheduler, daily, used, common, filters, sending, form, every)
    asked = _Asked(filters, as_of.as_of, form, often, dry_run, anew)
    options = structs.asdict(filters) | structs.asdict(as_of) | structs.asdict(sending)
    options |= {"form": form, "every": every, "lang": common.lang, "color": common.color}
    return _told(asked, used, context, {each.name: each for each in targets}, options)


class _Asked(Struct, frozen=True):
    """What a run is asked: of what, when, how shown, how often, and whether it remembers."""

    filters: Filters
    as_of: str
    form: str
    every: periods.Period | None
    dry: bool
    anew: bool


def _told(
    asked: _Asked, used: InUse, context: Context, targets: "dict[str, Target]", options: dict[str, object]
) -> int:
    """Tells what is due of the registry in use, and returns the exit code."""
    registry = used.read(load)
    with told_if_stopped(registry, context):
        moment = moment_of(asked.as_of, registry, context.config)
        wanted = query_for(asked.filters, registry, used.paths)
        telling = Telling(
            used.paths,
            registry,
            select.selected(registry, wanted, moment),
            moment,
            datetime.now(UTC),
            Leads(context.config.leads, context.config.tag_leads, frozenset(context.config.remind.skip)),
            wanted,
            dry=asked.dry,
            anew=asked.anew,
            every=asked.every,
        )
        question = question_of(used.paths, registry, context.config, options)
        pages = asked.dry and context.pages
        ways = _Ways(context, used.paths, moment, asked.form, targets, question, pages)
        outcome = tell(telling, ways)
        said = unmatched(registry, wanted, named(asked.filters), moment, context.t) if context.talks else ""
        if said:
            output.say(said)
        return _code(outcome, registry, context)


def _period(every: str) -> periods.Period | None:
    """How often a line runs.

    Raises:
        UsageRefused: for what is no period, or none of a day and more.
    """
    if not every:
        return None
    try:
        period = periods.read(every)
    except periods.NotAPeriod:
        period = None
    if period is None or not period.count:
        raise UsageRefused(problem("bad-every", value=every))
    return period


def _code(outcome: RunOutcome, registry: Registry, context: Context) -> int:
    """The exit code of a run; the second of two at once did no harm, whatever the registry holds."""
    if outcome is RunOutcome.FAILED:
        return FAILED
    if outcome is RunOutcome.OTHER:
        return 0
    return exit_code_of(context, registry, InputRefused.exit_code if outcome is RunOutcome.LOST else 0)


class _Ways(Struct, frozen=True):
    """How this run speaks and sends: its language and format, standard output or the targets by name."""

    context: Context
    paths: tuple[Path, ...]
    moment: Moment
    format: str
    by_name: "dict[str, Target]"
    question: Question | None = None
    pages: bool = False

    @property
    def targets(self) -> tuple[str, ...]:
        return tuple(self.by_name)

    @property
    def says_errors(self) -> bool:
        return self.context.errors_to_terminal

    def say(self, each: Problem) -> None:
        output.tell(each, self.context.t)

    def quiet(self, memory: bytes) -> None:
        if self.question:
            self.question.note(memory, self.moment)

    def rename(self, memory: memories.Memory) -> bool:
        return rename_commands(memory)

    def show(self, job: Job) -> bool:
        chunks = self._printed(job)
        output.write(chunks, paged=self.pages)
        return bool(chunks or job.errors)

    def send(self, jobs: Sequence[Job], arrived: Arrived, *, again: bool) -> bool:
        messages = [(self.by_name[each.target], self._message(each)) for each in jobs]
        ids = {target.name: target.message_id(message) for target, message in messages}
        return send(
            messages,
            lambda name, keys: arrived(name, keys, ids[name]),
            self.context,
            ADVICE["sent again" if again else "run again"],
        )

    def _printed(self, job: Job) -> list[str | bytes]:
        """What standard output is given; the errors of JSON go to standard error."""
        if self.format == "json":
            for each in job.errors:
                self.say(each)
            return list(json.array(self._records(job))) if job.reminders else []
        page = self._page(job)
        if self.format == "html":
            page = replace(page, title=self._subject(job), footer=self._footer)
        return [FORMATS[self.format](page)]

    def _message(self, job: Job) -> "Message":
        """The message in all its forms."""
        from clustercalls.deliver.compose import compose

        return compose(
            replace(self._page(job), footer=self._footer),
            self._subject(job),
            self.moment,
            f"{identity(self.paths)}\0{job.number}",
            self._records(job),
        )

    def _page(self, job: Job) -> Letter:
        t, today = self.context.t, self.moment.today()
        remark = words.no_run(job.gaps, job.reminders, today, t)
        return words.page(job.reminders, [output.line_of(each, t) for each in job.errors], t, remark)

    def _subject(self, job: Job) -> str:
        gaps = () if job.errors else job.gaps
        return words.subject(job.reminders, self.context.t, gaps, self.moment.today())

    def _records(self, job: Job) -> list[dict[str, Any]]:
        return [words.record(each, self.context.t, job.gaps) for each in job.reminders]

    @property
    def _footer(self) -> str:
        return self.context.t("From the registry {files}", files=", ".join(each.name for each in self.paths))

"""One run of `remind`: for every target what is due, delivered, then remembered."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from clustercalls import query, seen
from clustercalls import remind as rules
from clustercalls.cli import output
from clustercalls.cli.context import Surroundings, exit_code_of
from clustercalls.cli.gone import forget, gone, note_files
from clustercalls.cli.tell.targets import rename_commands
from clustercalls.disk.lock import locked
from clustercalls.errors import ADVICE, InputRefused, Problem, WorldFailed, problem
from clustercalls.errors.kinds import Severity
from clustercalls.i18n import Language
from clustercalls.leads import Leads
from clustercalls.model import Entry, Moment, Query, Registry, zone_of
from clustercalls.render import reminders as words
from clustercalls.render.letter import FORMATS
from clustercalls.told import Told, forgotten

if TYPE_CHECKING:
    from clustercalls.deliver.target import Message, Target

STDOUT = "stdout"
FAILED, BAD_INPUT = 4, 3


class Telling(Struct, frozen=True):
    """What one run goes by: `dry` remembers nothing, `anew` does not even look at what was told."""

    around: Surroundings
    paths: tuple[Path, ...]
    registry: Registry
    entries: tuple[Entry, ...]
    moment: Moment
    leads: Leads
    query: Query
    format: str
    dry: bool
    anew: bool

    def decide(self, told: dict[str, Told], memory: seen.Memory | None) -> rules.Decision:
        """What there is to tell to a target that was told this; without a memory nothing can be gone."""
        decision = rules.decide(
            self.entries, told, self.moment, self.leads, lambda each: query.is_selected(each, self.query)
        )
        if memory is None:
            return decision
        lost = gone(self.registry, memory, told, self.moment, self.leads, self.query)
        return replace(decision, reminders=(*decision.reminders, *lost))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What could not be read."""
        return tuple(each for each in self.registry.problems if each.severity is Severity.ERROR)


def tell(telling: Telling, targets: "list[Target]") -> int:
    """Tells what is due and returns the exit code.

    Raises:
        WorldFailed: when nothing can be remembered, or standard output fails.
        InputRefused: when there is no place for a memory.
    """
    if telling.dry or telling.anew:
        return _without_memory(telling, targets)
    path = seen.path_of(telling.paths)
    seen.make_folder(path)
    try:
        with locked(path, seconds=0):
            return _Run(telling, path).tell(targets)
    except WorldFailed as failed:
        if failed.problem.code != "locked":
            raise
        output.tell(problem("other-run"), telling.around.t)
        say_errors(telling)
        return 0


class _Run:
    """A run with its memory open, under the lock."""

    def __init__(self, telling: Telling, path: Path) -> None:
        self.telling, self.path = telling, path
        self.memory, self.lost = seen.load(path, telling.paths)
        self.decisions: dict[str, rules.Decision] = {}
        self.today = telling.moment.today()
        self.printed = False
        self.unsaved = rename_commands(self.memory)
        if self.lost:
            output.tell(self.lost, telling.around.t)

    def tell(self, targets: "list[Target]") -> int:
        """To all targets, or to standard output."""
        for name in [each.name for each in targets] or [STDOUT]:
            self._decide(name)
        noted = note_files(self.telling.registry, self.memory, self.telling.moment)
        self.unsaved = noted or self.unsaved
        if self.unsaved and self.memory.lost:
            self._save()
        failed = self._send(targets) if targets else self._print()
        if self.unsaved:
            self._save()
        if not self.printed:
            say_errors(self.telling)
        return _code(self.telling, failed=failed, lost=bool(self.lost))

    def _decide(self, name: str) -> None:
        if name not in self.memory.targets:
            self.memory.targets[name] = _fresh(self.telling, self.memory)
            self.unsaved = True
        told = self.memory.targets[name]
        self.decisions[name] = decision = self.telling.decide(told, self.memory)
        told.update(decision.seen)
        self.unsaved = self.unsaved or bool(decision.seen)

    def _print(self) -> bool:
        reminders, errors = self.decisions[STDOUT].reminders, self._errors(STDOUT)
        if reminders or errors:
            output.write(printed(self.telling, reminders, errors))
            self.printed = bool(errors)
            self._arrived(STDOUT, tuple(each.key for each in reminders))
        return False

    def _send(self, targets: "list[Target]") -> bool:
        jobs = []
        for each in targets:
            reminders, errors = self.decisions[each.name].reminders, self._errors(each.name)
            if reminders or errors:
                number = self.memory.sent.get(each.name, 0)
                jobs.append((each, message(self.telling, reminders, errors, number)))
        return bool(jobs) and send(jobs, self._arrived, self.telling.around, ADVICE["sent again"])

    def _arrived(self, name: str, keys: tuple[str, ...]) -> None:
        """Remembers what has arrived, at once; the errors with the last of it."""
        decision, told = self.decisions[name], self.memory.targets[name]
        for each in decision.reminders:
            if each.key in keys and each.reason is rules.Reason.GONE:
                forget(told, each.milestone.entry.id)
            elif each.key in keys:
                told[each.milestone.uid] = decision.told[each.milestone.uid]
        if self.telling.errors and (not keys or len(keys) == len(decision.reminders)):
            self.memory.errors[name] = self.today
        self.memory.sent[name] = self.memory.sent.get(name, 0) + 1
        self.unsaved = True
        with suppress(WorldFailed):  # tried again, and said, at the end: the delivery did not fail
            self._save()

    def _save(self) -> None:
        seen.save(self.path, self.memory)
        self.unsaved = False

    def _errors(self, name: str) -> tuple[Problem, ...]:
        """The errors this target was not told today."""
        return () if self.memory.errors.get(name) == self.today else self.telling.errors


def say_errors(telling: Telling) -> None:
    """The errors on standard error: to a terminal, and always when nothing at all could be read."""
    if telling.around.errors_to_terminal or not telling.registry.entries:
        for each in telling.errors:
            output.tell(each, telling.around.t)


def _without_memory(telling: Telling, targets: "list[Target]") -> int:
    told: dict[str, Told] = {}
    memory = None
    if not telling.anew:
        try:
            memory, _ = seen.load(seen.path_of(telling.paths), telling.paths, dry=True)
            rename_commands(memory)
            name = targets[0].name if targets else STDOUT
            told = memory.targets.get(name) or _fresh(telling, memory)
        except InputRefused:  # no home: then nothing was remembered either
            told = {}
    reminders, failed = telling.decide(told, memory).reminders, False
    if reminders or telling.errors:
        if telling.dry or not targets:
            output.write(printed(telling, reminders, telling.errors))
        else:
            jobs = [(each, message(telling, reminders, telling.errors)) for each in targets]
            failed = send(jobs, lambda name, keys: None, telling.around)
            say_errors(telling)
    return _code(telling, failed=failed)


def printed(
    telling: Telling, reminders: Sequence[rules.Reminder], errors: Sequence[Problem]
) -> list[str | bytes]:
    """What standard output is given; the errors of JSON go to standard error."""
    t = telling.around.t
    if telling.format == "json":
        for each in errors:
            output.tell(each, t)
        return _json(reminders, t) if reminders else []
    page = words.page(reminders, [output.told(each, t) for each in errors], t)
    if telling.format == "html":
        page = replace(page, title=words.subject(reminders, t), footer=_footer(telling))
    return [FORMATS[telling.format](page)]


def message(
    telling: Telling, reminders: Sequence[rules.Reminder], errors: Sequence[Problem], number: int = 0
) -> "Message":
    """The message in all its forms, after so many others to the same target."""
    from msgspec import json

    from clustercalls.deliver.target import Message

    t = telling.around.t
    told = tuple(output.told(each, t) for each in errors)
    page = replace(words.page(reminders, told, t), footer=_footer(telling))
    subject = words.subject(reminders, t)
    plain = FORMATS["plain"](page)
    records = [words.record(each, t) for each in reminders]
    whole = {"subject": subject, "text": plain, "reminders": records, "problems": told}
    return Message(
        subject,
        plain,
        FORMATS["html"](replace(page, title=subject)),
        json.encode(whole) + b"\n",
        tuple((each["key"], json.encode(each) + b"\n") for each in records),
        telling.moment.now.astimezone(zone_of(telling.moment.zone)),
        told,
        f"{seen.identity(telling.paths)}\0{number}",
    )


def send(
    jobs: "list[tuple[Target, Message]]",
    arrived: Callable[[str, tuple[str, ...]], None],
    around: Surroundings,
    advice: str = ADVICE["run again"],
) -> bool:
    """Delivers to all targets at once; one line for each that failed, and whether one did."""
    from clustercalls.deliver.together import deliver

    failures = deliver(jobs, arrived)
    for target, why in failures:
        output.tell(problem("not-delivered", None, target=target, advice=advice, **why), around.t)
    return bool(failures)


def _json(reminders: Sequence[rules.Reminder], t: Language) -> list[str | bytes]:
    from msgspec import json

    lines = [json.encode(words.record(each, t)) for each in reminders]
    return [b"[" + b",\n".join(lines) + b"]\n"]


def _fresh(telling: Telling, memory: seen.Memory) -> dict[str, Told]:
    """What a target was told that this memory does not know: nothing, or, after a loss, all before today."""
    return forgotten(telling.registry.entries, telling.moment) if memory.lost else {}


def _footer(telling: Telling) -> str:
    return telling.around.t("From the registry {files}", files=", ".join(path.name for path in telling.paths))


def _code(telling: Telling, *, failed: bool, lost: bool = False) -> int:
    if failed:
        return FAILED
    return exit_code_of(telling.registry, BAD_INPUT if lost else 0)

"""One run of `remind`: for every target what is due, delivered, then remembered; its words are handed in.

The memory is read under its lock, and what is to be told is claimed there; it is told with the lock given
back, and what arrived is noted under it again. A second run finds the claim, a killed one has left it.
"""

from collections.abc import Sequence
from contextlib import ExitStack, suppress

from clustercalls.disk.lock import locked
from clustercalls.errors import InputRefused, Problem, WorldFailed, problem
from clustercalls.limits import MEMORY_SECONDS
from clustercalls.reminders import arrivals
from clustercalls.reminders import memory as memories
from clustercalls.reminders.decide import Reminder
from clustercalls.reminders.held import Held, claim_of
from clustercalls.reminders.memory import Memory
from clustercalls.reminders.plan import plan_of
from clustercalls.reminders.run_terms import STDOUT, Job, RunOutcome, Telling, Ways


def tell(telling: Telling, ways: Ways) -> RunOutcome:
    """Tells what is due.

    Raises:
        WorldFailed: when nothing can be remembered (nothing is told where that would be too much), or
            standard output fails.
        InputRefused: when there is no place for a memory.
    """
    if telling.anew:
        return _anew(telling, ways)
    if telling.dry:
        return _dry(telling, ways)
    path = memories.path_of(telling.paths)
    memories.make_folder(path)
    held = None
    with ExitStack() as claimed:
        try:
            with locked(path, seconds=MEMORY_SECONDS):
                held = Held(path, telling.paths, telling.clock)
                run = _Run(telling, ways, held)
                if run.plan.jobs or held.found_left:
                    claimed.enter_context(locked(claim_of(path), seconds=0))
                    held.claimed()
                    memories.sure_of_room(path, run.plan.most_bytes(held.memory))
                elif (memory := held.quiet()) is not None:
                    ways.quiet(memory)
                run.begin()
        except WorldFailed as failed:
            is_lost = _say_lost(held, ways)
            if failed.problem.code != "locked":
                raise
            ways.say(problem("other-run"))
            _say_errors(telling, ways)
            return RunOutcome.LOST if is_lost else RunOutcome.OTHER
        _say_lost(held, ways)
        return run.tell()


class _Run:
    """A run with what it found remembered, and what it has to tell."""

    def __init__(self, telling: Telling, ways: Ways, held: Held) -> None:
        self.telling, self.ways, self.held = telling, ways, held
        renamed = ways.rename(held.memory)
        self.plan = plan_of(telling, held.memory, ways.targets or [STDOUT])
        if self.plan.is_new or renamed:
            held.note(self._begin)

    def _begin(self, memory: Memory) -> None:
        self.ways.rename(memory)
        self.plan.begin(memory)

    def begin(self) -> None:
        """Remembers, under the lock, what is known before anything is told.

        Where that fails it is tried again, and said, at the end: what is due is told; but of a memory that
        was lost somebody must know the next time.
        """
        if not self.held.memory.lost:
            with suppress(WorldFailed):
                self.held.keep_under_lock()
        else:
            self.held.keep_under_lock()

    def tell(self) -> RunOutcome:
        """To all targets, or to standard output."""
        jobs, errors_shown, failed = self.plan.jobs, False, False
        if self.ways.targets:
            failed = bool(jobs) and self.ways.send(jobs, self._arrived, again=True)
        for job in () if self.ways.targets else jobs:
            errors_shown = bool(job.errors)
            if self.ways.show(job):
                self.held.arrived(self.plan.arrival(STDOUT, tuple(each.key for each in job.reminders), ""))
        self._keep()
        if not errors_shown:
            _say_errors(self.telling, self.ways)
        if failed:
            return RunOutcome.FAILED
        return RunOutcome.LOST if self.held.lost else RunOutcome.TOLD

    def _arrived(self, name: str, keys: tuple[str, ...], id_: str) -> None:
        """Remembers what has arrived, at once."""
        if not self.held.arrived(self.plan.arrival(name, keys, id_)):
            with suppress(WorldFailed):  # tried again, and said, at the end: the delivery did not fail
                self._keep()

    def _keep(self) -> None:
        if lost := self.held.keep():
            self.ways.say(lost)


def _say_lost(held: Held | None, ways: Ways) -> bool:
    """Says that the memory was lost, if it was."""
    if held and held.lost:
        ways.say(held.lost)
    return bool(held and held.lost)


def _say_errors(telling: Telling, ways: Ways) -> None:
    """The errors on standard error: to a terminal, and always when nothing at all could be read."""
    if ways.says_errors or not telling.registry.entries:
        for each in telling.registry.errors:
            ways.say(each)


def _dry(telling: Telling, ways: Ways) -> RunOutcome:
    """Shows on standard output what a run would tell, and says what it would say; writes nothing."""
    try:
        path = memories.path_of(telling.paths)
    except InputRefused:  # no home: then nothing was remembered either
        return _anew(telling, ways)
    memory, lost = arrivals.load(path, telling.paths, dry=True)
    if lost:
        ways.say(lost)
    ways.rename(memory)
    plan = plan_of(telling, memory, ways.targets or [STDOUT])
    job = _joint(plan.jobs)
    if job:
        memories.sure_of_room(path, plan.most_bytes(memory))
        ways.show(job)
    if not (job and job.errors):
        _say_errors(telling, ways)
    return RunOutcome.LOST if lost else RunOutcome.TOLD


def _joint(jobs: Sequence[Job]) -> Job | None:
    """What several targets are to be sent, each thing once."""
    if not jobs:
        return None
    reminders: dict[str, Reminder] = {each.key: each for job in jobs for each in job.reminders}
    errors: dict[Problem, None] = {each: None for job in jobs for each in job.errors}
    gaps = dict.fromkeys(each for job in jobs for each in job.gaps)
    return Job(STDOUT, tuple(reminders.values()), tuple(errors), gaps=tuple(gaps))


def _anew(telling: Telling, ways: Ways) -> RunOutcome:
    """Tells what lies inside the leads, whatever was told before; remembers nothing."""
    reminders, failed, shown = telling.decide({}, None).reminders, False, False
    job = Job(STDOUT, reminders, telling.registry.errors)
    if reminders or job.errors:
        if telling.dry or not ways.targets:
            ways.show(job)
            shown = bool(job.errors)
        else:
            jobs = [Job(each, reminders, job.errors) for each in ways.targets]
            failed = ways.send(jobs, lambda *_: None, again=False)
    if not shown:
        _say_errors(telling, ways)
    return RunOutcome.FAILED if failed else RunOutcome.TOLD

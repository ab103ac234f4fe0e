"""What one run has to tell to each target, and what becomes of the memory by it. No clock, no disk."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.errors import Problem
from clustercalls.reminders.decide import Decision, Reason
from clustercalls.reminders.gaps import Runs, after_run
from clustercalls.reminders.log import Sent, with_sent
from clustercalls.reminders.memory import Memory
from clustercalls.reminders.missing import forget, note_files
from clustercalls.reminders.remembered import Remembered, forgotten
from clustercalls.reminders.run_terms import Job, Telling


class Plan(Struct, frozen=True):
    """What a run decided of the memory it found; its changes may be made to that memory again as it is later.

    `is_new` says that something of it is to be remembered whatever is told.
    """

    telling: Telling
    jobs: tuple[Job, ...]
    decisions: Mapping[str, Decision]
    fresh: Mapping[str, Mapping[str, Remembered]]
    runs: Mapping[str, Runs]
    files: tuple[str, ...]
    is_new: bool

    def begin(self, memory: Memory) -> None:
        """Remembers what is known before anything is told; twice does no more than once."""
        for name, decision in self.decisions.items():
            memory.targets.setdefault(name, dict(self.fresh.get(name, {}))).update(decision.at_once)
            memory.runs[name] = self.runs[name]
        memory.files = self.files

    def arrived(self, memory: Memory, name: str, keys: tuple[str, ...], id_: str) -> None:
        """Remembers what a target was sent; the errors and the gaps with the last of it."""
        decision, told = self.decisions[name], memory.targets.setdefault(name, {})
        leads = {}
        for reminder in decision.reminders:
            if reminder.key not in keys:
                continue
            leads[reminder.key] = reminder.day
            if reminder.reason is Reason.GONE:
                forget(told, reminder.milestone.entry.id)
            else:
                told[reminder.milestone.uid] = decision.after_delivery[reminder.milestone.uid]
        if not keys or len(keys) == len(decision.reminders):
            if not self.telling.registry.sound:
                memory.errors[name] = self.telling.ran_on
            memory.runs[name] = replace(self.runs[name], gaps=())
        if leads:
            sent = Sent(self.telling.clock, id_, leads)
            memory.log[name] = with_sent(memory.log.get(name, ()), sent)
        memory.sent[name] = memory.sent.get(name, 0) + 1


def plan_of(telling: Telling, memory: Memory, names: Sequence[str]) -> Plan:
    """What there is to tell to these targets, of whom this is remembered; `begin` is done to that memory."""
    ran_on = telling.ran_on
    jobs, decisions, fresh, runs, is_new = [], {}, {}, {}, False
    for name in names:
        told = memory.targets.get(name)
        if told is None:
            fresh[name] = told = _fresh(telling, memory)
        decisions[name] = decision = telling.decide(told, memory)
        before = memory.runs.get(name)
        runs[name] = after_run(before, ran_on, telling.every)
        is_new = is_new or name in fresh or bool(decision.at_once) or runs[name] != before
        errors = errors_for(telling, memory, name)
        if decision.reminders or errors or runs[name].gaps:
            number = memory.sent.get(name, 0)
            jobs.append(Job(name, decision.reminders, errors, number, runs[name].gaps))
    is_new = note_files(telling.registry, memory, telling.moment) or is_new
    plan = Plan(telling, tuple(jobs), decisions, fresh, runs, memory.files, is_new)
    plan.begin(memory)
    return plan


def errors_for(telling: Telling, memory: Memory, name: str) -> tuple[Problem, ...]:
    """The errors this target was not told today."""
    told = memory.errors.get(name) == telling.ran_on
    return () if told else telling.registry.errors


def _fresh(telling: Telling, memory: Memory) -> dict[str, Remembered]:
    """What stands for a target that this memory does not know: nothing, or what is left after a loss."""
    return forgotten(telling.registry.entries, telling.moment) if memory.lost else {}

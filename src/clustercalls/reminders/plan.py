"""What one run has to tell to each target, and what becomes of the memory by it. No clock, no disk."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, json
from msgspec.structs import replace

from clustercalls.errors import Problem
from clustercalls.reminders.arrival import Arrival, told_on
from clustercalls.reminders.decide import Decision, Reason, Reminder
from clustercalls.reminders.gaps import Runs, after_run
from clustercalls.reminders.log import Sent
from clustercalls.reminders.memory import Memory
from clustercalls.reminders.missing import note_files
from clustercalls.reminders.remembered import Remembered, forgotten
from clustercalls.reminders.run_terms import Job, Telling

_ROOM = 256  # bytes of what stands around a lead in the memory: its message, its names


class Plan(Struct, frozen=True):
    """What a run decided of the memory it found; its changes may be made to that memory again as it is later.

    `is_new` says that something of it is to be remembered whatever is told.
    """

    telling: Telling
    jobs: tuple[Job, ...]
    decisions: Mapping[str, Decision]
    by_key: Mapping[str, Mapping[str, Reminder]]
    fresh: Mapping[str, Mapping[str, Remembered]]
    runs: Mapping[str, Runs]
    files: tuple[str, ...]
    is_new: bool

    def begin(self, memory: Memory) -> None:
        """Remembers what is known before anything is told; twice does no more than once."""
        told = told_on(memory, is_ahead=self.telling.is_ahead)
        for name, decision in self.decisions.items():
            told.setdefault(name, dict(self.fresh.get(name, {}))).update(decision.at_once)
            memory.runs[name] = self.runs[name]
        memory.files, memory.met = self.files, self.telling.met(memory)

    def arrival(self, name: str, keys: tuple[str, ...], id_: str) -> Arrival:
        """What a target was sent: the gaps are in each part, the errors in the whole or beside its parts."""
        decision = self.decisions[name]
        reminders = [self.by_key[name][each] for each in keys]
        there = [each for each in reminders if each.reason is not Reason.GONE]
        uids = [each.uid for reminder in there for each in reminder.every]
        has_errors = len(keys) in (0, len(decision.reminders)) and not self.telling.registry.sound
        return Arrival(
            name,
            Sent(self.telling.clock, id_, {each.key: each.day for each in reminders}),
            replace(self.runs[name], gaps=()),
            {uid: decision.after_delivery[uid] for uid in uids},
            tuple(each.milestone.entry.id for each in reminders if each.reason is Reason.GONE),
            self.telling.ran_on if has_errors else None,
            self.telling.is_ahead,
        )

    def most_bytes(self, memory: Memory) -> int:
        """How large that memory, in which `begin` was done, can be when all has arrived; rather too much."""
        size = len(json.encode(memory))
        for decision in self.decisions.values():
            size += _ROOM
            for reminder in decision.reminders:
                uid = reminder.milestone.uid
                told = uid, decision.after_delivery.get(uid), reminder.key, reminder.day
                size += len(json.encode(told)) + _ROOM
        return size


def plan_of(telling: Telling, memory: Memory, names: Sequence[str]) -> Plan:
    """What there is to tell to these targets, of whom this is remembered; `begin` is done to that memory."""
    ran_on = telling.ran_on
    jobs, decisions, by_key, fresh, runs, is_new = [], {}, {}, {}, {}, False
    for name in names:
        told = told_on(memory, is_ahead=telling.is_ahead).get(name)
        if told is None:
            fresh[name] = told = _fresh(telling, memory, name)
        decisions[name] = decision = telling.decide(told, memory)
        by_key[name] = {each.key: each for each in decision.reminders}
        before = memory.runs.get(name)
        runs[name] = after_run(before, ran_on, telling.every)
        is_new = is_new or name in fresh or bool(decision.at_once) or runs[name] != before
        is_new = is_new or memory.met != telling.met(memory)
        errors = errors_for(telling, memory, name)
        if decision.reminders or errors or runs[name].gaps:
            number = memory.sent.get(name, 0)
            jobs.append(Job(name, decision.reminders, errors, number, runs[name].gaps))
    is_new = note_files(telling.registry, memory, telling.moment) or is_new
    plan = Plan(telling, tuple(jobs), decisions, by_key, fresh, runs, memory.files, is_new)
    plan.begin(memory)
    return plan


def errors_for(telling: Telling, memory: Memory, name: str) -> tuple[Problem, ...]:
    """The errors this target was not told today."""
    told = memory.errors.get(name) == telling.ran_on
    return () if told else telling.registry.errors


def _fresh(telling: Telling, memory: Memory, name: str) -> dict[str, Remembered]:
    """What stands for a target that this memory does not know: nothing, or what is left after a loss."""
    if telling.is_ahead and name in memory.targets:
        return dict(memory.targets[name])
    return forgotten(telling.registry.entries, telling.moment) if memory.lost else {}

"""What has arrived at a target, and what the memory holds by it; twice is as once. No clock, no disk."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from clustercalls.reminders.gaps import Runs
from clustercalls.reminders.log import Sent, with_sent
from clustercalls.reminders.memory import Memory
from clustercalls.reminders.missing import forget
from clustercalls.reminders.remembered import Remembered


class Arrival(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One message, or a part of it: when and what was `sent`, and what is remembered of each uid by it.

    `gone` are the ids of entries that were told to be gone, `errors_on` is the day if the errors were in it,
    `is_ahead` says that a day ahead of the clock was played.
    """

    target: str
    sent: Sent
    runs: Runs
    told: dict[str, Remembered] = {}
    gone: tuple[str, ...] = ()
    errors_on: date | None = None
    is_ahead: bool = False

    @property
    def message(self) -> tuple[object, ...]:
        """What the parts of one message have in common."""
        return self.target, self.sent.at, self.sent.id, self.runs, self.is_ahead

    def note(self, memory: Memory) -> None:
        """Remembers it."""
        told = told_on(memory, is_ahead=self.is_ahead).setdefault(self.target, {})
        for entry in self.gone:
            forget(told, entry)
        told.update(self.told)
        memory.runs[self.target] = self.runs
        if self.errors_on:
            memory.errors[self.target] = self.errors_on
        log = memory.log.get(self.target, ())
        if not _holds(log, self.sent):
            memory.sent[self.target] = memory.sent.get(self.target, 0) + 1
            if self.sent.leads:
                memory.log[self.target] = with_sent(log, self.sent)


def told_on(memory: Memory, *, is_ahead: bool) -> dict[str, dict[str, Remembered]]:
    """What counts as told on the day of a run, by target; whether that lies ahead of the clock.

    What was told ahead of the clock must not silence a day to come: it is for days ahead alone, each target
    begins there with what it was told in truth, and the next run on the clock forgets it.
    """
    if is_ahead:
        return memory.played
    memory.played = {}
    return memory.targets


def whole(parts: Iterable[Arrival]) -> list[Arrival]:
    """The messages that these are parts of, each once, in the order in which they began to arrive."""
    messages: dict[tuple[object, ...], list[Arrival]] = {}
    for part in parts:
        messages.setdefault(part.message, []).append(part)
    return [_whole(each) for each in messages.values()]


def _whole(parts: list[Arrival]) -> Arrival:
    first = parts[0]
    if len(parts) == 1:
        return first
    return Arrival(
        first.target,
        Sent(
            first.sent.at, first.sent.id, {key: day for each in parts for key, day in each.sent.leads.items()}
        ),
        first.runs,
        {uid: kept for each in parts for uid, kept in each.told.items()},
        tuple(id_ for each in parts for id_ in each.gone),
        next((each.errors_on for each in parts if each.errors_on), None),
        first.is_ahead,
    )


def _holds(log: tuple[Sent, ...], sent: Sent) -> bool:
    """Whether the log has it: what a killed run left can be noted a second time."""
    return any(
        (each.at, each.id) == (sent.at, sent.id) and sent.leads.keys() <= each.leads.keys() for each in log
    )

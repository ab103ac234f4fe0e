"""What of the journal came to be, and what is still in force: told by the ends of records, else by the files.

A record that has no end is settled by the next thing that is known of its file: the state that the next
record found, or the file as it is now. Its old bytes: it did not happen. Its new bytes: it did.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from clustercalls.editing.journal_lines import Journal
from clustercalls.editing.record import Record, Splice, taken_back


class JournalStep(NamedTuple):
    """What one record meant for one file; `done` as its end says, None when it has none."""

    number: int
    record: Record
    splice: Splice
    done: bool | None


class Newest(NamedTuple):
    """The newest act that is in force, step by step, and the last ones whose file is not as they left it."""

    steps: tuple[JournalStep, ...]
    misfits: tuple[JournalStep, ...]


def steps(journal: Journal) -> dict[str, list[JournalStep]]:
    """What was to become of each file, oldest first."""
    by_file: dict[str, list[JournalStep]] = {}
    for number, record in enumerate(journal.records):
        for splice in record.edits:
            if splice.before != splice.after:
                step = JournalStep(number, record, splice, journal.ends.get(record.id))
                by_file.setdefault(splice.file, []).append(step)
    return by_file


def outcome(every: Sequence[JournalStep], index: int, now: str) -> bool | None:
    """Whether a step was done, the file being `now`; None when nothing tells."""
    step = every[index]
    if step.done is not None:
        return step.done
    seen = every[index + 1].splice.before if index + 1 < len(every) else now
    return {step.splice.after: True, step.splice.before: False}.get(seen)


def in_force(every: Sequence[JournalStep], now: str) -> list[JournalStep]:
    """The steps that were done and not taken back, by a command or by hand, oldest first.

    The newest one is that which left the file as it is `now`, unless a hand has changed it since.
    """
    stack: list[JournalStep] = []
    known: set[str] = set()
    for index, step in enumerate(every):
        if step.splice.before in known:
            _seen(stack, step.splice.before)
        if outcome(every, index, now) is False:
            continue
        if step.record.undoes:
            _seen(stack, step.splice.after)
        else:
            stack.append(step)
            known |= {step.splice.before, step.splice.after}
    _seen(stack, now)
    return stack


def _seen(stack: list[JournalStep], state: str) -> None:
    """Takes out of force what a file in this state shows to be gone; an unknown state shows nothing."""
    for index in reversed(range(len(stack))):
        if stack[index].splice.after == state:
            del stack[index + 1 :]
            return
        if stack[index].splice.before == state:
            del stack[index:]
            return


def is_last(journal: Journal, file: str, now: str, count: int) -> bool:
    """Whether no older step on a file, which is `now` this, is left to be taken back after these."""
    return len(in_force(steps(journal).get(file, ()), now)) == count


def newest(journal: Journal, states: Mapping[str, str]) -> Newest | None:
    """What to take back next, given the digest of each file in use; None when nothing is left."""
    every = steps(journal)
    stacks = [stack for file, now in states.items() if (stack := in_force(every.get(file, ()), now))]
    if not stacks:
        return None
    last = max((stack[-1] for stack in stacks), key=lambda each: each.number)
    run = last.record.run
    acts = [_of_act(stack) for stack in stacks if stack[-1] is last or (run and stack[-1].record.run == run)]
    misfits = (each[0] for each in acts if states[each[0].splice.file] != each[0].splice.after)
    return Newest(
        tuple(sorted((step for each in acts for step in each), key=lambda each: each.number)),
        tuple(sorted(misfits, key=lambda each: each.number)),
    )


def _of_act(stack: Sequence[JournalStep]) -> list[JournalStep]:
    """The last steps on a file that are of one act, the newest first: a person may decide one by one.

    A hand's edit between them parts them; and what leaves the file as it was is not to be taken back whole.
    """
    act = [stack[-1]]
    run = stack[-1].record.run
    for step in reversed(stack[:-1]):
        if not run or step.record.run != run or step.splice.after != act[-1].splice.before:
            break
        act.append(step)
    while len(act) > 1 and act[-1].splice.before == act[0].splice.after:
        act.pop()
    return act


def elsewhere(journal: Journal, act: Newest, states: Mapping[str, str]) -> list[str]:
    """The other files that an act changed: none of those in use, and not taken back as the journal has it."""
    run = act.steps[0].record.run
    back = taken_back(each for each in journal.records if journal.ends.get(each.id) is not False)
    return [
        file
        for file, every in steps(journal).items()
        if file not in states
        and any(
            run and step.record.run == run and step.done is not False and step.record.id not in back
            for step in every
        )
    ]


def came_to_be(journal: Journal, states: Mapping[str, str]) -> list[Record]:
    """The records on these files that are not known to have come to nothing, oldest first."""
    every = steps(journal)
    records: dict[int, Record] = {}
    for file, now in states.items():
        mine = every.get(file, ())
        for index, step in enumerate(mine):
            if outcome(mine, index, now) is not False:
                records[step.number] = step.record
    return [records[number] for number in sorted(records)]


def lacking(journal: Journal, states: Mapping[str, str]) -> list[Record]:
    """The first that is left of each act in force on these files that has lost another of its records.

    An act that a kill cut off while it was noted came to nothing, and has lost none. Where only the newest
    part of a journal was read, the oldest act in it may begin before that.
    """
    counts = Counter(record.run for record in journal.records)
    oldest = journal.records[0].run if journal.cut and journal.records else ""
    left: dict[str, Record] = {}
    every = steps(journal)
    for file, now in states.items():
        for step in in_force(every.get(file, ()), now):
            run = step.record.run
            if run and run != oldest and counts[run] < step.record.of:
                left.setdefault(run, step.record)
    return list(left.values())


def is_current(journal: Journal, states: Mapping[str, str]) -> bool:
    """Whether every file is as its newest record left it, or found it: then no newer one is missing."""
    every = steps(journal)
    return all(_is_last(every.get(file, ()), now) for file, now in states.items())


def _is_last(every: Sequence[JournalStep], now: str) -> bool:
    if not every:
        return False
    done, last = outcome(every, len(every) - 1, now), every[-1].splice
    return (done is True and now == last.after) or (done is False and now == last.before)


def as_left(journal: Journal, file: str) -> str:
    """The state in which a file was left, as the journal has it; what has no end is taken as done."""
    every = steps(journal).get(file)
    if not every:
        return ""
    last = every[-1]
    return last.splice.before if last.done is False else last.splice.after


def began(journal: Journal, files: Iterable[str]) -> str:
    """The moment of the oldest record on these files; empty without one."""
    every = steps(journal)
    mine = [every[file][0] for file in files if file in every]
    return min(mine, key=lambda each: each.number).record.at if mine else ""

"""What a person has added to a component of ours, and what stays: own alarms, and that a task is ticked."""

import re
from collections.abc import Iterable, Iterator

from clustercalls.calendar.lines import folded, unfolded

MARK = "X-CLUSTERCALLS-ALARM:OURS"
DONE = "X-CLUSTERCALLS-DONE:OURS"  # of a task: that it is done stands in the registry
_TICKED = re.compile(rb"^(?:STATUS[;:].*(?:COMPLETED|IN-PROCESS)|COMPLETED[;:])", re.MULTILINE)
_TICKS = frozenset({"STATUS", "COMPLETED", "PERCENT-COMPLETE", "X-CLUSTERCALLS-DONE"})


def is_ticked(data: bytes) -> bool:
    """Whether a person said in a calendar that a task is done or begun."""
    is_task = data.startswith(b"BEGIN:VTODO") and DONE.encode() not in data
    return is_task and _TICKED.search(data) is not None


def kept(new: bytes, old: bytes) -> bytes:
    """A new component with what a person had added to the old one."""
    ticked = is_ticked(old)
    if not ticked and old.count(b"BEGIN:VALARM") == old.count(MARK.encode()):
        return new
    lines, ours = apart(unfolded(new))
    before, alarms = apart(unfolded(old))
    known = {_value(each, "TRIGGER") for each in ours}
    summary = _value(before, "SUMMARY")
    # A program may have dropped the mark of one of ours: it is the same as a new one.
    theirs = [
        alarm
        for alarm in alarms
        if MARK not in alarm
        and not (_value(alarm, "TRIGGER") in known and _value(alarm, "DESCRIPTION") == summary)
    ]
    if ticked:
        lines = [line for line in lines if _name(line) not in _TICKS]
        lines[-1:-1] = [line for line in before if _name(line) in _TICKS]
    lines[-1:-1] = [line for alarm in (*ours, *theirs) for line in alarm]
    return b"".join(map(folded, lines))


def apart(lines: Iterable[str]) -> tuple[list[str], list[list[str]]]:
    """The lines of a component itself, and those of each of its alarms."""
    own: list[str] = []
    alarms: list[list[str]] = []
    inside = False
    for line in lines:
        if line == "BEGIN:VALARM":
            inside = True
            alarms.append([])
        (alarms[-1] if inside else own).append(line)
        inside = inside and line != "END:VALARM"
    return own, alarms


def marked(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a component of before, when ours had no mark: they said the title."""
    own, alarms = apart(lines)
    summary = _value(own, "SUMMARY")
    yield from own[:-1]
    for first, *rest in alarms:
        yield first
        if _value(rest, "DESCRIPTION") == summary and MARK not in rest:
            yield MARK
        yield from rest
    yield own[-1]


def _value(lines: Iterable[str], name: str) -> str:
    return next((line.partition(":")[2] for line in lines if _name(line) == name), "")


def _name(line: str) -> str:
    return line.partition(":")[0].partition(";")[0]

"""Dates typed in one command whose years are left out, read by what comes before and what after.

Each alone is the next such day: an opening typed when it is past would be a year after its deadline.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from clustercalls import edtf
from clustercalls.editing.typed_dates import ReadDate
from clustercalls.phrase.field_roles import Role
from clustercalls.phrase.said import Said, Turn
from clustercalls.registry.steps import in_turn, steps_before

_BEFORE = (Role.OPENS, Role.PUBLISHED, Role.INFORMS, Role.REGISTERS, Role.OURS)  # the deadline, or the event
_AFTER = (Role.INTERVIEWS, Role.DECIDES)  # the deadline


class TypedDate(NamedTuple):
    """A text and what it was typed for."""

    text: str
    role: Role


def read_together(every: Iterable[TypedDate], read: ReadDate) -> ReadDate:
    """The same reader, for which these are dates of one entry, none on the wrong side of another.

    Only a date whose year was left out is read anew: what has to come before as the last such day, what
    comes after as the next.
    """
    readings = {each: read(*each) for each in dict.fromkeys(every)}
    if not any(said.yearless for said in readings.values()):
        return read

    def anew(roles: Iterable[Role], day: date | None, *, back: bool) -> None:
        for each, said in readings.items():
            if day and each.role in roles and said.yearless and _is_wrong(said, day, back=back):
                readings[each] = read(*each, Turn(day, back=back))

    def given(*roles: Role) -> list[Said]:
        return [said for each, said in readings.items() if each.role in roles]

    stated = [said for said in given(Role.OPENS, Role.PUBLISHED) if not said.yearless]
    anew([Role.DUE], max(_days(stated, last=False), default=None), back=False)
    anew([Role.STARTS], min(_days(given(Role.ENDS), last=True), default=None), back=True)
    anew([Role.ENDS], max(_days(given(Role.STARTS), last=False), default=None), back=False)
    due = given(Role.DUE)
    anew(_BEFORE, min(_days(due or given(Role.STARTS), last=True), default=None), back=True)
    anew(_AFTER, min(_days(due, last=False), default=None), back=False)

    def known(text: str, role: Role, turn: Turn | None = None, /) -> Said:
        said = None if turn else readings.get(TypedDate(text, role))
        return said or read(text, role, turn)

    return known


def in_steps(named: Mapping[str, tuple[str, Said]], read: ReadDate) -> dict[str, Said]:
    """What was said for deadlines by their names, one that follows another or its number never before it.

    `named` has the text of each too. Only a date whose year was left out is read anew.
    """
    dates = {name: said for name, (_, said) in named.items()}
    steps = [(name, first) for name, firsts in steps_before(dates).items() for first in firsts]
    steps += [(later, first) for first, later in in_turn(dates)]
    for name, first in steps * len(dates):  # whatever their order
        before, after = (next(iter(_days([dates[each]], last=False)), None) for each in (first, name))
        if not (before and after and after < before):
            continue
        if dates[name].yearless:
            dates[name] = read(named[name][0], Role.DUE, Turn(before, back=False))
        elif dates[first].yearless:
            dates[first] = read(named[first][0], Role.DUE, Turn(after, back=True))
    return dates


def _days(every: Iterable[Said], *, last: bool) -> list[date]:
    """The last days of these dates, or their first; none of what is open at that end."""
    dates = [edtf.parse(said.when) for said in every if said.when]
    return [day for each in dates if (day := each.latest if last else each.earliest)]


def _is_wrong(said: Said, day: date, *, back: bool) -> bool:
    """Whether all of a date is after this day, or with `back` off before it."""
    when = edtf.parse(said.when) if said.when else None
    if back:
        return bool(when and when.earliest and when.earliest > day)
    return bool(when and when.latest and when.latest < day)

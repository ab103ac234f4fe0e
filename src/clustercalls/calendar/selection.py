"""What a calendar is to hold: the selected milestones by `ENTRY/STAGE`, and what becomes of each."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.calendar import component, zones
from clustercalls.calendar.published import Published
from clustercalls.calendar.revise import Fate, Fates, RevisedComponent, merged, resolve
from clustercalls.calendar.times import times
from clustercalls.errors import Place, Problem, Refusal, limit_of, problem
from clustercalls.limits import COMPONENT_BYTES
from clustercalls.model import Entry, Milestone, Registry
from clustercalls.registry.layout import line_of_entry
from clustercalls.registry.paths import decoded
from clustercalls.zones import Moment


class Selection(Struct, frozen=True):
    """The dated milestones by `ENTRY/STAGE`, and how to make components of them.

    `tell` takes what is wrong with one of them. `unfit` is filled while components are made: the keys of
    those that no valid one can be made of. `parts` are those that names of this registry may have.
    `for_others` takes out what is internal, also what was published. One of more than `most` bytes could not
    be read back, and is not written.
    """

    milestones: dict[str, Milestone]
    undated: int
    registry: Registry
    moment: Moment
    style: component.Style
    tell: Callable[[Problem], None]
    unfit: set[str]
    parts: tuple[str, ...] = ()
    for_others: bool = False
    most: int = COMPONENT_BYTES

    def under(self, part: str) -> Self:
        """The same, its components called with this part."""
        return replace(self, style=replace(self.style, part=part))

    def within(self, most: int) -> Self:
        """The same, where no more than `most` bytes of one component can be read back."""
        return replace(self, most=most)

    def outcomes(self, old: Published, same: AbstractSet[str] = frozenset()) -> Iterator[RevisedComponent]:
        """What becomes of everything that was published or is selected; `same` is known to stay.

        What would be too large stays as it was, and is told.
        """
        fates = Fates(self.registry, self.unfit, for_others=self.for_others)
        today, t = self.moment.today(), self.style.t
        for outcome in merged(old, self.milestones, self.make, fates, today, t, same):
            if outcome.data is None or len(outcome.data) <= self.most:
                yield outcome
                continue
            known = old.components.get(outcome.key)
            if known is None or known.raw != outcome.data:
                self._leave_out(outcome.key, "it is over the limit of {limit}", **limit_of(self.most))
            if known is not None:
                yield resolve(known, Fate.FAILED, today, t)

    def make(self, milestone: Milestone) -> component.Component | None:
        """The component of a milestone; one that cannot be made is told."""
        key = milestone.uid
        if key in self.unfit:
            return None
        try:
            return component.component(milestone, self.style)
        except component.Unfit as unfit:
            self._leave_out(key, str(unfit))
            return None

    def _leave_out(self, key: str, reason: str, **values: str) -> None:
        """Tells why no component that can be kept is made of a milestone."""
        entry_id, _, stage = key.partition("/")
        place = Place("", 0, entry_id, stage)
        if key in self.milestones:
            entry = self.milestones[key].entry
            place = Place(entry.file, _line_of(entry), entry_id, stage)
        self.tell(problem("unfit-event", place, reason=reason, **values))
        self.unfit.add(key)

    def zones(self) -> set[tuple[str, int]]:
        """The TZIDs in use, with the years."""
        timed = (each for each in self.milestones.values() if each.stage.at)
        placed = (times(each, self.style.windows) for each in timed)
        return {used for each in placed if each for used in each.zones}

    def usual_zone(self) -> set[tuple[str, int]]:
        """The TZID of the registry, for a calendar that holds nothing."""
        name = zones.identifier(self.registry.zone)
        return {(name, self.moment.today().year)} if name else set()


def _line_of(entry: Entry) -> int:
    """The line of its header; 0 when its file cannot be read any more, or has changed."""
    try:
        text = decoded(Path(entry.file))
    except Refusal:
        return 0
    return line_of_entry(text, entry.kind.value, entry.id)

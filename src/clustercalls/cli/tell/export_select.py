"""What `export` has in common: which milestones, in which form, and what is said of those left out."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Annotated

from msgspec import Struct

from clustercalls import query
from clustercalls.calendar import component
from clustercalls.calendar.published import Published
from clustercalls.calendar.revise import Fates, Outcome, merged
from clustercalls.calendar.times import times
from clustercalls.cli import output
from clustercalls.cli.choices import one_of, query_of
from clustercalls.cli.context import Surroundings, exit_code_of, load, look_around, moment_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.options import HOUSE, SHOWN, WHICH, AsOf, Common, Filters, Options
from clustercalls.cli.windows import window_of
from clustercalls.config import Config
from clustercalls.errors import Place, UsageRefused, problem
from clustercalls.model import Milestone, Moment, Query, Registry, StageKind
from clustercalls.registry import values
from clustercalls.registry.places import line_of

Window = Annotated[
    str,
    argument(metavar="[WINDOW]", help="30d, 2w, eom, friday, 2017-04, A..B; by default everything."),
]
Within = Annotated[
    str,
    option("--window", metavar="WINDOW", panel=WHICH, help="30d, 2w, eom, friday, 2017-04, A..B."),
]
DryRun = Annotated[bool, option("--dry-run", panel=HOUSE, help="Show what would change, and change nothing.")]
Past = Annotated[bool, option("--past", panel=WHICH, help="With those that are over.")]
Force = Annotated[bool, option("--force", panel=SHOWN, help="Replace a file that is not ours or is broken.")]


class Shape(Options, frozen=True):
    """What a calendar is made like."""

    alarms: Annotated[
        str,
        option(
            "--alarms", metavar="30d,7d,…", panel=SHOWN,
            help="Ring so long before; an entry's own `warn` wins.",
        ),
    ] = ""  # fmt: skip
    windows: Annotated[
        str,
        option(
            "--windows", metavar="span|start|end|skip", panel=SHOWN,
            help="Doubtful dates: all their days, the first, the last, or not at all.",
        ),
    ] = "span"  # fmt: skip
    no_internal: Annotated[bool, option("--no-internal", panel=WHICH, help="Without internal deadlines.")] = (
        False
    )


class Selection(Struct, frozen=True):
    """The dated milestones by their UIDs, and how to make components of them.

    `unfit` is filled while components are made: the UIDs of those that no valid one can be made of.
    """

    milestones: dict[str, Milestone]
    undated: int
    registry: Registry
    moment: Moment
    style: component.Style
    around: Surroundings
    unfit: set[str]

    def outcomes(self, old: Published, same: AbstractSet[str] = frozenset()) -> Iterator[Outcome]:
        """What becomes of everything that was published or is selected; `same` is known to stay."""
        fates = Fates(self.registry, self.unfit)
        return merged(old, self.milestones, self.make, fates, self.moment.today(), self.style.t, same)

    @property
    def exit_code(self) -> int:
        """3 when something could not be read or written out as it is."""
        return 3 if self.unfit else exit_code_of(self.registry, 0)

    def make(self, milestone: Milestone) -> component.Component | None:
        """The component of a milestone; one that cannot be made is told."""
        if component.uid(milestone, self.style.kind) in self.unfit:
            return None
        try:
            return component.component(milestone, self.style)
        except component.Unfit as unfit:
            entry = milestone.entry
            place = Place(entry.file, line_of(entry), entry.id, milestone.stage.id)
            output.tell(problem("unfit-event", place, reason=unfit), self.around.t)
            self.unfit.add(component.uid(milestone, self.style.kind))
            return None

    def zones(self) -> set[str]:
        """The TZIDs in use."""
        timed = (each for each in self.milestones.values() if each.stage.at)
        placed = (times(each, self.style.windows) for each in timed)
        return {each.zone for each in placed if each}

    def tell_undated(self) -> None:
        """Says on a terminal how many have no date."""
        if self.undated and self.around.errors_to_terminal:
            output.say(self.around.t("Without a date, and so not in it: {count}", count=self.undated))


def select(
    filters: Filters,
    as_of: AsOf,
    shape: Shape,
    common: Common,
    window: str,
    kind: str,
    *,
    past: bool,
    or_bundled: bool = False,
) -> Selection:
    """What these options select.

    Raises:
        UsageRefused: for a value that cannot be meant.
        InputRefused: when there is no registry (and the example will not do).
    """
    around = look_around(common)
    style = component.Style(around.t, one_of("windows", shape.windows), _alarms(shape.alarms), kind)
    registry = load(common, around, or_bundled=or_bundled)
    moment = moment_of(as_of.as_of, registry, around.config)
    wanted = _windowed(query_of(filters, registry), window, moment, past=past)
    chosen = [
        row.milestone
        for each in wanted
        for row in query.upcoming(registry, each, moment)
        if not (shape.no_internal and row.milestone.stage.kind is StageKind.INTERNAL)
    ]
    found = {component.uid(each, kind): each for each in chosen if each.when}
    undated = len(chosen) - len(found)
    return Selection(found, undated, registry, moment, style, around, set())


def _windowed(wanted: Query, window: str, moment: Moment, *, past: bool) -> list[Query]:
    """What is ahead in the window and, looking back too, what is over; one of the two may be empty."""
    if not past:
        return [window_of(wanted, window, Config(), moment, past=False)]
    found: list[Query] = []
    refused: UsageRefused | None = None
    for side in (False, True):
        try:
            found.append(window_of(wanted, window, Config(), moment, past=side))
        except UsageRefused as each:
            refused = each
    if refused and not found:
        raise refused
    return found


def _alarms(text: str) -> tuple[str, ...]:
    leads = tuple(each.strip() for each in text.split(",") if each.strip())
    for each in leads:
        try:
            values.period(each)
        except values.Bad:
            raise UsageRefused(problem("bad-period", value=each)) from None
    return leads

"""`clustercalls done`: what a stage asked is done."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from clustercalls import timeline
from clustercalls.cli.declare import argument, option
from clustercalls.cli.keep import ask
from clustercalls.cli.keep.act import done_to
from clustercalls.cli.keep.chosen import Several, agreed, by_filters, by_name
from clustercalls.cli.keep.desk import Desk, Editing, entry_at, open_desk, sure_text
from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.work.done_days import DoneDays
from clustercalls.errors import ADVICE, UsageRefused, problem
from clustercalls.history.rows import newest_track
from clustercalls.model import Entry, Milestone, Registry, Stage, StageKind, Track
from clustercalls.query import ours
from clustercalls.query.select import EntryRow
from clustercalls.query.wanted import Query
from clustercalls.zones import Moment

DONE = "done"


def done(
    as_of: AsOf,
    editing: Editing,
    common: Common,
    id_: Annotated[
        str,
        argument(
            metavar="[ID]",
            help="Any unique part of an id, or ID/STAGE; without a stage the one that is due.",
            completes="id/stage",
        ),
    ] = "",
    day: Annotated[str, argument(metavar="[DATE]", help="The day it was done; by default today.")] = "",
    submitted: Annotated[bool, option("--submitted", help="The call is submitted with it.")] = False,
    taken_back: Annotated[bool, option("--not", help="It is not done.")] = False,
    before: Annotated[
        str, option("--before", metavar="DATE", help="All that is late since before a day; asks first.")
    ] = "",
    yes: Annotated[bool, option("--yes", "-y", help="Without asking.")] = False,
) -> int:
    """What a stage asked is done: a deadline met, a step of our own taken.

    Until then it stands first in upcoming, and remind goes on telling it.

    Example: clustercalls done innosup/first 4/4/2017
    """
    _refuse_together(id_, day, before, submitted=submitted, taken_back=taken_back)
    desk = open_desk("done", common, as_of.as_of, editing)
    if before:
        return _all_before(desk, common, before, yes=yes)
    targets, code = by_name(desk, [id_])
    (target,) = targets
    entry, moment = entry_at(target.document, target.address), desk.moment(target.document)
    stage = _stage_meant(entry, target.stage, moment, taken_back=taken_back)
    if submitted and stage.kind is not StageKind.DEADLINE:
        raise UsageRefused(problem("not-together", one="--submitted", other=f"{entry.id}/{stage.id}"))
    text = "" if taken_back else sure_text("DATE", day) or moment.today().isoformat()
    sure = frozenset[str]() if day else frozenset({text})
    both = [target._replace(stage=stage.id)]
    track = _track_before(entry, stage) if taken_back else ""
    if submitted or (not taken_back and _is_submitted(desk, entry, stage, moment)):
        track = Track.SUBMITTED.value
    both += [target._replace(stage="")] if track else []
    done_to(desk, both, DoneDays(desk, {(target.address.id, stage.id): text}, sure, track).step)
    return desk.context.code(code)


def _refuse_together(id_: str, day: str, before: str, *, submitted: bool, taken_back: bool) -> None:
    """Lets pass what can be meant together.

    Raises:
        UsageRefused: for an ID, or none, beside what wants none, or one.
    """
    if before and (id_ or submitted or taken_back):
        other = "ID" if id_ else "--submitted" if submitted else "--not"
        raise UsageRefused(problem("not-together", one="--before", other=other))
    if taken_back and (day or submitted):
        raise UsageRefused(problem("not-together", one="--not", other="DATE" if day else "--submitted"))
    if not id_ and not before:
        from clustercalls.cli.usage import misused

        raise UsageRefused(misused("Missing argument 'ID'.", ["done"]))


def _stage_meant(entry: Entry, named: str, moment: Moment, *, taken_back: bool) -> Stage:
    """The stage of this name; else the one that is due, or was done last.

    Raises:
        UsageRefused: when there is no such one.
    """
    stages = [each for each in entry.stages if not each.cancelled]
    stage: Stage | None
    if named:
        stage = next((each for each in entry.stages if each.id == named.casefold()), None)
        code = "unknown-stage"
    elif taken_back:
        stage = max((one for one in stages if one.done), key=lambda one: one.done or date.min, default=None)
        code = "nothing-done"
    else:
        due = ours.due_first(entry, moment)
        stage = due.stage if due else None
        code = "nothing-due"
    if stage is None:
        known = ", ".join(f"{entry.id}/{each.id}" for each in stages)
        advice = ADVICE["stages of it" if known else "no stages"]
        raise UsageRefused(problem(code, None, id=entry.id, stage=named, advice=advice, known=known))
    return stage


def _is_submitted(desk: Desk, entry: Entry, stage: Stage, moment: Moment) -> bool:
    """Whether the last deadline of what we go for is met, and somebody says that it is submitted."""
    if not desk.answers or stage.kind is not StageKind.DEADLINE or entry.meaning is not Track.GO:
        return False
    others = (m for m in timeline.milestones(entry) if m.stage.kind is StageKind.DEADLINE)
    if any(m.stage.id != stage.id and not m.stage.done and timeline.is_ahead(m, moment) for m in others):
        return False
    t = desk.context.t
    return ask.yes(t("Is {id} submitted now?", id=entry.id), t, default=False)


def _track_before(entry: Entry, stage: Stage) -> str:
    """The track of an entry before it was submitted with this deadline; empty where it was not."""
    others = (each for each in entry.stages if each.kind is StageKind.DEADLINE and each.id != stage.id)
    is_of_it = stage.kind is StageKind.DEADLINE and stage.done and not any(each.done for each in others)
    row = newest_track(entry) if is_of_it and entry.meaning is Track.SUBMITTED else None
    return row.was_track if row else ""


def _all_before(desk: Desk, common: Common, before: str, *, yes: bool) -> int:
    """All that is late since before a day is done, each step on its own day."""
    from clustercalls.cli.time_options import since_of
    from clustercalls.query import select

    late: dict[str, list[Milestone]] = {}

    def old(registry: Registry, _: Query, moment: Moment) -> Iterator[EntryRow]:
        first = since_of(before, moment)
        for entry in registry.entries:
            if its := ours.late_before(entry, first, moment):
                late[entry.id] = its
                yield select.entry_row(entry, moment)

    chosen, code = by_filters(desk, common, Filters(), old)
    targets = [each._replace(stage=m.stage.id) for each in chosen for m in late[each.address.id]]
    if not targets:
        desk.say(desk.context.t("Nothing is late since before that day."))
    elif agreed(desk, Filters(), Several(yes=yes), chosen):
        days = {(id_, m.stage.id): str(m.latest) for id_, its in late.items() for m in its}
        done_to(desk, targets, DoneDays(desk, days, frozenset(days.values())).step)
    return desk.context.code(code)

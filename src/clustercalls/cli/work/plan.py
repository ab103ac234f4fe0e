"""`clustercalls plan`: steps of our own, counted back from the next deadline that we must meet."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec import Struct

from clustercalls import timeline
from clustercalls.cli import output
from clustercalls.cli.declare import argument, option
from clustercalls.cli.keep import ask
from clustercalls.cli.keep.act import PlannedEdit, done_to
from clustercalls.cli.keep.chosen import by_name
from clustercalls.cli.keep.desk import Desk, Editing, entry_at, open_desk, sure_text
from clustercalls.cli.options import AsOf, Common
from clustercalls.cli.work.days_off import say_days_off, tell_days_off
from clustercalls.editing.document import Address, Document
from clustercalls.editing.moves import noted
from clustercalls.editing.ops import Op
from clustercalls.editing.typed_dates import ReadDate
from clustercalls.errors import ADVICE, InputRefused, Place, Problem, UsageRefused, either, problem
from clustercalls.i18n import Language
from clustercalls.model import Entry, Milestone, StageKind
from clustercalls.planning.steps import PlannedStep, left_out, planned
from clustercalls.planning.templates import BUNDLED, Step, Templates
from clustercalls.query import ours
from clustercalls.registry import templates
from clustercalls.registry.days_off import DaysOff, stretches
from clustercalls.registry.layout import Layout
from clustercalls.registry.text import Text
from clustercalls.render.dates import say, say_day, say_milestone
from clustercalls.render.safe import safe_text
from clustercalls.render.width import width
from clustercalls.render.words import all_of
from clustercalls.zones import Moment

USUAL = "lead"


class CountedBack(Struct, frozen=True):
    """What is planned: the deadline, the steps back from it, and the days off that were left out."""

    deadline: Milestone
    steps: tuple[PlannedStep, ...]
    known: DaysOff


def plan(
    as_of: AsOf,
    editing: Editing,
    common: Common,
    id_: Annotated[
        str,
        argument(
            metavar="ID",
            help="Any unique part of an id, or ID/STAGE; without a stage its next deadline.",
            completes="id/stage",
        ),
    ],
    template: Annotated[
        str,
        option(
            "--template",
            metavar="NAME",
            help="lead (a bid; the default), join (as a partner), or your own.",
            completes="template",
        ),
    ] = "",
    write: Annotated[
        bool, option("--write", help="Write the steps into the registry, without asking.")
    ] = False,
    past: Annotated[bool, option("--past", help="Those before today too.")] = False,
) -> int:
    """Steps back from a deadline, in working days: shown, and written when you say so.

    A step moves with its deadline, is told by remind, and is done by done. Weekends and days off (days-off)
    are left out.

    Example: clustercalls plan innosup/first --template join --as-of 2017-01-10
    """
    desk = open_desk("plan", common, as_of.as_of, editing)
    targets, code = by_name(desk, [id_])
    (target,) = targets
    problems: list[Problem] = []
    steps = _template(sure_text("--template", template), desk, target.document, problems)
    for wrong in problems:
        output.tell(wrong, desk.context.t)
    code = tell_days_off(
        desk.documents(target.document), desk.context.t, InputRefused.exit_code if problems else code
    )
    made = _plan(desk, target.document, target.address, target.stage, steps)
    writes = write or editing.dry_run
    if not writes or desk.context.talks:
        output.write(f"{line}\n" for line in _shown(made, desk.context.t))
    new = [each for each in made.steps if not each.is_there]
    if not new:
        desk.say(desk.context.t("Nothing to change: it says so already."))
    names = _agreed(desk, target.document, new, writes=writes, past_too=past)
    left = [each.id for each in new if each.is_past and each.id not in names]
    if left and writes and not desk.answers:
        told = problem("steps-left-out", Place(entry=target.address.id), steps=", ".join(left))
        output.tell(told, desk.context.t)
    if names:
        step = _Write(desk, steps, names).step
        done_to(desk, [target._replace(stage=made.deadline.stage.id)], step)
    return desk.context.code(code)


def _agreed(
    desk: Desk, document: Document, new: Sequence[PlannedStep], *, writes: bool, past_too: bool
) -> frozenset[str]:
    """The names of the steps that are to be written: those before today only where somebody says so."""
    t = desk.context.t
    names = frozenset(each.id for each in new if not each.is_past)
    past = frozenset(each.id for each in new if each.is_past)
    if past_too:
        names |= past
    if names and not writes and desk.answers:
        file = safe_text(document.path.name)  # a long prompt is cut by readline
        asked = t("Moves with the deadline. Write {count} steps into {file}?", count=len(names), file=file)
        writes = ask.yes(asked, t, default=False)
    elif not names:
        writes = True
    if not writes or past <= names or desk.editing.dry_run or not desk.answers:
        return names if writes else frozenset()
    asked = t("Steps before today: {count}. Write them too?", count=len(past))
    return names | past if ask.yes(asked, t, default=False) else names


class _Write(Struct, frozen=True):
    """Which steps of a template are to be written."""

    desk: Desk
    steps: tuple[Step, ...]
    names: frozenset[str]

    def step(self, document: Document, where: Address, stage: str, _: ReadDate) -> PlannedEdit | None:
        """The edit of the entry; None when it has them all."""
        made = _plan(self.desk, document, where, stage, self.steps)
        t = self.desk.context.t
        new = [each for each in made.steps if each.id in self.names and not each.is_there]
        if not new:
            return None
        ops = [Op(("stage",), _table(each, stage, t), more=True) for each in new]
        edit = noted(document, where, ops, self.desk.moment(document), ("", ""))
        last = say_milestone(made.deadline, t)
        said = t("{id}: steps added: {count}, back from {date}.", id=where.id, count=len(new), date=last)
        return PlannedEdit(edit, (said,))


def _table(made: PlannedStep, deadline: str, t: Language) -> dict[str, object]:
    """The stage that a step becomes."""
    step = made.step
    title = t(step.title) if step in _OURS else step.title
    after = {"stage": deadline, "working_days": step.working_days}
    table = {
        "id": made.id,
        "kind": StageKind.INTERNAL.value,
        "title": title,
        "after": after,
        "owner": step.owner,
    }
    return {key: value for key, value in table.items() if value}


_OURS = frozenset(each for steps in BUNDLED.values() for each in steps)


def _template(name: str, desk: Desk, document: Document, problems: list[Problem]) -> tuple[Step, ...]:
    """The steps of the template of this name: of the registry, else of the config, else one of ours.

    What is wrong with any of the registry is added to the problems.

    Raises:
        UsageRefused: when there is none of that name.
    """
    known: Templates = BUNDLED | desk.context.config.template
    for each in reversed(list(desk.documents(document))):  # its own file's win
        text = Text(str(each.path), Layout(each.text))
        known |= templates.stated(each.raw.get(templates.KEY, {}), text, problems)
    name = name or USUAL
    if name not in known:
        from clustercalls.query.alike import nearest

        near = nearest(name, tuple(known), 3)
        values = either(near) if near else {"known": ", ".join(known)}
        advice = ADVICE["near place" if near else "every place"]
        raise UsageRefused(problem("unknown-template", None, value=name, advice=advice, **values))
    return known[name]


def _plan(desk: Desk, document: Document, where: Address, named: str, steps: Sequence[Step]) -> CountedBack:
    """The plan of an entry as it is in a file.

    Raises:
        UsageRefused: when there is no deadline to count back from, or a step leaves the calendar.
    """
    entry, moment = entry_at(document, where), desk.moment(document)
    deadline = ours.deadline_to_meet(entry, named, moment)
    if deadline is None or deadline.when is None:
        raise UsageRefused(_no_deadline(entry, named, moment))
    known = document.defaults.days_off
    try:
        made = planned(steps, deadline, known.ordinals, moment.today(deadline.zone))
    except OverflowError:
        raise UsageRefused(problem("date-out-of-range")) from None
    return CountedBack(deadline, made, known)


def _no_deadline(entry: Entry, named: str, moment: Moment) -> Problem:
    every = ", ".join(f"{entry.id}/{each.id}" for each in entry.stages)
    if named and named not in {each.id for each in entry.stages}:
        advice = ADVICE["stages of it" if every else "no stages"]
        return problem("unknown-stage", None, id=entry.id, stage=named, advice=advice, known=every)
    ahead = (m for m in timeline.milestones(entry) if m.when and timeline.is_ahead(m, moment))
    known = ", ".join(m.uid for m in ahead if m.stage.kind is StageKind.DEADLINE)
    advice = ADVICE["stages of it" if known else "a date first"]
    return problem(
        "no-deadline-ahead", None, id=f"{entry.id}/{named}".rstrip("/"), advice=advice, known=known
    )


def _shown(made: CountedBack, t: Language) -> Iterator[str]:
    """The plan in lines."""
    yield safe_text(made.deadline.entry.title)
    names = [safe_text(each.name) for each in made.known.places]
    counted = t("working days of {places}", places=all_of(names, t)) if names else t("working days")
    yield f"{say_milestone(made.deadline, t)} · {counted}"
    rows = [_row(each, made, t) for each in made.steps]
    wide = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell + " " * (room - width(cell)) for cell, room in zip(row, wide, strict=True)]
        yield f"  {row[0]:>{wide[0]}}  {'  '.join(cells[1:])}".rstrip()
    weekend, days = left_out(made.steps, made.deadline, made.known.ordinals)
    named = [f"{say_days_off(each, t.code)} ({safe_text(each.name)})" for each in stretches(days, made.known)]
    if weekend or named:
        yield t("Left out: {days}", days=", ".join([t("weekends")] * weekend + named))


def _row(planned_step: PlannedStep, made: CountedBack, t: Language) -> tuple[str, ...]:
    step = planned_step.step
    title = t(step.title) if step in _OURS else step.title
    marks = t("there already") if planned_step.is_there else t("before today") if planned_step.is_past else ""
    owner = step.owner or made.deadline.owner
    day = planned_step.when.earliest if planned_step.when.is_exact else None
    said = say_day(day, t.code) if day else say(planned_step.when.text, t.code)
    return f"{step.working_days}", said, *map(safe_text, (title or planned_step.id, owner, marks))

"""`clustercalls move`: a date moved, the old one kept."""

from typing import Annotated, NamedTuple

from clustercalls.cli.declare import argument, option
from clustercalls.cli.keep.act import PlannedEdit, done_to
from clustercalls.cli.keep.chosen import Several, agreed, by_filters, by_name, refuse_unclear
from clustercalls.cli.keep.decide import keeps
from clustercalls.cli.keep.desk import (
    Desk,
    Editing,
    entry_at,
    open_desk,
    reason,
)
from clustercalls.cli.keep.understood import sentences
from clustercalls.cli.options import AsOf, Common, Filters, IdsOrStages
from clustercalls.editing.document import Address, Document
from clustercalls.editing.moves import move as plan
from clustercalls.editing.moves import noted, stage_to_move
from clustercalls.editing.typed_dates import ReadDate
from clustercalls.history.rows import milestone as milestone_now
from clustercalls.history.rows import stage_of
from clustercalls.i18n import Language
from clustercalls.model import DUE, Entry, Milestone, StageKind
from clustercalls.phrase.field_roles import role_of
from clustercalls.query import select
from clustercalls.render import words
from clustercalls.render.dates import say_milestone


def move(
    filters: Filters,
    as_of: AsOf,
    editing: Editing,
    several: Several,
    common: Common,
    ids: IdsOrStages = None,
    *,
    date: Annotated[str, argument(metavar="DATE", help="As typed: 2017-04-06, 6 apr, feb-mar 2017.")],
    why: Annotated[str, option("--why", metavar="TEXT", help="Why it moved.")] = "",
    source: Annotated[str, option("--source", metavar="URL", help="Where it says so.")] = "",
) -> int:
    """A date moved; the old one is kept in the history.

    ID is an entry or ENTRY/STAGE, one or several; the stage may be left out when one deadline is ahead, the
    year when it is the next one. With filters and --all-of-these, what list shows by them moves.

    Example: clustercalls move innosup/first "6 apr 2017" --why "mail of the agency"
    """
    desk = open_desk("move", common, as_of.as_of, editing)
    refuse_unclear(ids or (), filters, several)
    reasons = reason("--why", why), reason("--source", source)
    if ids and len(ids) == 1 and keeps(desk, ids[0], date, reasons=reasons):
        return desk.context.code()
    if ids:
        targets, code = by_name(desk, ids)
    else:
        targets, code = by_filters(desk, common, filters, select.entries)
        if not agreed(desk, filters, several, targets):
            return desk.context.code(code)
    planned = _Move(desk, date, reasons, () if ids else _kinds(filters), one=len(targets) == 1)
    last = "" if planned.one else told_at(desk.context.t)
    done_to(desk, targets, planned.step, last)
    return desk.context.code(code)


def _kinds(filters: Filters) -> tuple[StageKind, ...]:
    """The kinds of stage that filters mean: those that were filtered by, else deadlines alone."""
    if filters.stage:
        return tuple(StageKind(each.lower()) for each in filters.stage)
    return tuple(DUE) if filters.due else (StageKind.DEADLINE,)


class _Move(NamedTuple):
    """What was typed of a move, of `one` stage or of several."""

    desk: Desk
    date: str
    reasons: tuple[str, str]
    kinds: tuple[StageKind, ...]
    one: bool

    def step(self, document: Document, where: Address, stage: str, read: ReadDate) -> PlannedEdit | None:
        """The edit of one entry; None when it is there already."""
        entry, table = entry_at(document, where), document.table(where)
        moment, t = self.desk.moment(document), self.desk.context.t
        milestone = stage_to_move(entry, stage, moment, self.kinds)
        heard = read(self.date, role_of(milestone.stage.kind.value))
        ops = plan(entry, table, milestone, heard, self.date)
        if not ops:
            return None
        edit = noted(document, where, ops, moment, self.reasons)
        moved = document.read(where.kind, edit.touched[0].after or table).entry
        line = said(milestone, moved, t)
        parts = (line, told_at(t)) if self.one else (f"{entry.id}/{line}",)
        return PlannedEdit(edit, (" ".join((*parts, *sentences([heard], t))),))


def said(old: Milestone, entry: Entry | None, t: Language) -> str:
    """`first: 4 Apr → Thu 6 Apr 2017 (+2 days).`, with the entry as it is then."""
    stage = stage_of(entry, old.stage.id) if entry else None
    if entry is None or stage is None:  # with --force
        return t("{id} edited.", id=old.entry.id)
    new = milestone_now(entry, stage)
    return t(
        "{stage}: {was} → {now}{days}.",
        stage=words.stage_name(entry, stage.id, t),
        was=words.was(old, new, t),
        now=say_milestone(new, t),
        days=words.by(old, new, t),
    )


def told_at(t: Language) -> str:
    """Where what moved is told next."""
    return t("Told at the next remind; calendars move at the next export.")

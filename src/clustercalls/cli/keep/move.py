"""`clustercalls move`: a date moved, the old one kept."""

from typing import Annotated

from clustercalls.cli.declare import argument, option
from clustercalls.cli.keep.desk import (
    Editing,
    address_in,
    entry_at,
    known_to,
    open_desk,
    split_id,
    still,
    sure_text,
)
from clustercalls.cli.keep.typed_date import Answers, asking, date_of
from clustercalls.cli.keep.understood import sentences
from clustercalls.cli.options import AsOf, Common, IdOrStage
from clustercalls.editing.moves import move as plan
from clustercalls.editing.moves import noted, stage_to_move
from clustercalls.history.rows import milestone as milestone_now
from clustercalls.history.rows import stage_of
from clustercalls.i18n import Language
from clustercalls.model import Entry, Milestone
from clustercalls.phrase.roles import role_of
from clustercalls.render import words
from clustercalls.render.dates import say_milestone


def move(
    as_of: AsOf,
    editing: Editing,
    common: Common,
    id: IdOrStage,  # noqa: A002 - the name in the help
    date: Annotated[str, argument(metavar="DATE", help="As typed: 2017-04-06, 6 apr, feb-mar 2017.")],
    why: Annotated[str, option("--why", metavar="TEXT", help="Why it moved.")] = "",
    source: Annotated[str, option("--source", metavar="URL", help="Where it says so.")] = "",
) -> int:
    """A date moved; the old one is kept in the history.

    ID is an entry or ENTRY/STAGE; the stage may be left out when one deadline is ahead, the year when it
    is the next one.

    Example: clustercalls move innosup/first "6 apr 2017" --why "mail of the agency"
    """
    desk = open_desk("move", common, as_of.as_of, editing)
    name, stage = split_id(id)
    reasons = sure_text("--why", why), sure_text("--source", source)
    known = known_to(desk)
    opened, where = address_in(known, name)
    answers: Answers = {}
    if desk.answers:
        moment = desk.moment(opened)
        first = stage_to_move(entry_at(opened, where), stage, moment)  # told before anything is asked
        asking(moment, answers, desk)(date, role_of(first.stage.kind.value))
    with desk.transaction(opened) as held:
        document, moment = held.document, desk.moment(held.document)
        where = still(held, opened, where)
        entry, table = entry_at(document, where), document.table(where)
        milestone = stage_to_move(entry, stage, moment)
        heard = date_of(date, role_of(milestone.stage.kind.value), moment, answers)
        ops = plan(entry, table, milestone, heard)
        if ops:
            edit = noted(document, where, ops, moment, reasons)
            moved = document.read(where.kind, edit.touched[0].after or table).entry
            line = said(milestone, moved, desk.context.t)
            held.make(edit, (where.id,), " ".join((line, *sentences([heard], desk.context.t))))
    return desk.context.code(known.code)


def said(old: Milestone, entry: Entry | None, t: Language) -> str:
    """`first: 4 Apr → Thu 6 Apr 2017 (+2 days). Told at …`, with the entry as it is then."""
    stage = stage_of(entry, old.stage.id) if entry else None
    if entry is None or stage is None:  # with --force
        return t("{id} edited.", id=old.entry.id)
    new = milestone_now(entry, stage)
    what = t(
        "{stage}: {was} → {now}{days}.",
        stage=stage.id,
        was=words.was(old, new, t),
        now=say_milestone(new, t),
        days=words.by(old, new, t),
    )
    return f"{what} {t('Told at the next remind; calendars move at the next export.')}"

"""`clustercalls set`: change fields."""

from typing import Annotated

from clustercalls.cli.declare import argument, option
from clustercalls.cli.keep.desk import (
    Desk,
    Editing,
    address_in,
    known_to,
    open_desk,
    split_id,
    still,
    sure_text,
)
from clustercalls.cli.keep.typed_date import Answers, asking, reading
from clustercalls.cli.keep.typed_rate import asked_rate
from clustercalls.cli.keep.understood import day_said, listening, notes, stages_said
from clustercalls.cli.options import AsOf, Common, IdOrStage
from clustercalls.editing.currency import default_currency
from clustercalls.editing.document import Address, Document
from clustercalls.editing.edits import not_in_place
from clustercalls.editing.moves import leaves_a_row, noted
from clustercalls.editing.ops import NotInPlace, Op
from clustercalls.editing.settings import Setting, edits, setting, with_currency
from clustercalls.editing.typed_dates import ReadDate
from clustercalls.errors import UsageRefused, problem
from clustercalls.i18n import Language
from clustercalls.model import Entry
from clustercalls.phrase.roles import Said

BOTH = ("starts", "ends")  # the keys of the stage `dates`


def set_fields(
    as_of: AsOf,
    editing: Editing,
    common: Common,
    id: IdOrStage,  # noqa: A002 - the name in the help
    fields: Annotated[
        list[str],
        argument(
            metavar="FIELD=VALUE…",
            help="Also FIELD+=VALUE, FIELD-=VALUE; FIELD= takes it out.",
            completes="settings",
        ),
    ],
    why: Annotated[str, option("--why", metavar="TEXT", help="Why a date or the status changed.")] = "",
    source: Annotated[str, option("--source", metavar="URL", help="Where it says so.")] = "",
) -> int:
    """Change fields of an entry, or of a stage (ENTRY/STAGE).

    Example: clustercalls set innosup track=applying owner=anna note+="Anna rang the agency."
    """
    desk = open_desk("set", common, as_of.as_of, editing)
    name, stage = split_id(id)
    wanted = [_sure(setting(sure_text("FIELD=VALUE", each)), desk) for each in fields]
    reasons = sure_text("--why", why), sure_text("--source", source)
    known = known_to(desk)
    opened, where = address_in(known, name)
    answers: Answers = {}
    if desk.answers:
        _ops(opened, where, stage, wanted, asking(desk.moment(opened), answers, desk))
    with desk.transaction(opened) as held:
        document, moment = held.document, desk.moment(held.document)
        where = still(held, opened, where)
        heard: list[Said] = []
        ops = _ops(document, where, stage, wanted, listening(reading(moment, answers), heard))
        if ops:
            edit = noted(document, where, ops, moment, reasons)
            if any(reasons) and not leaves_a_row(edit):
                raise UsageRefused(problem("idle-why", id=where.id))
            said = [each.name for each in wanted] + ["currency"] * any(op.path == ("currency",) for op in ops)
            names = ", ".join(dict.fromkeys(said))
            subject = "/".join(filter(None, (where.id, stage)))
            line = desk.context.t("{id}: changed {fields}.", id=subject, fields=names)
            after = document.read(where.kind, edit.touched[0].after or {}).entry
            line += _understood(after, stage, wanted, heard, desk.context.t)
            held.make(edit, (where.id,), line)
    return desk.context.code(known.code)


def _understood(
    entry: Entry | None, stage: str, wanted: list[Setting], heard: list[Said], t: Language
) -> str:
    """The dates that were set, as they were understood; a stage and every key of a stage by its name."""
    if entry is None or not heard:
        return ""
    names = [stage] if stage else ["dates" if each.name in BOTH else each.name for each in wanted]
    days = {"checked": entry.checked, "source.date": entry.source.date if entry.source else None}
    said = stages_said(entry, t, names)
    for name, day in days.items():
        if name in names and day:
            said.append(f"{name} {day_said(str(day), t)}")
    shown = "; ".join((*said, *notes(heard, t)))
    return f" {shown}." if shown else ""


def _sure(said: Setting, desk: Desk) -> Setting:
    return said._replace(text=asked_rate(said.text, desk)) if said.name == "rate" else said


def _ops(
    document: Document, where: Address, stage: str, wanted: list[Setting], read_date: ReadDate
) -> list[Op]:
    table = document.table(where)
    if not stage:
        wanted = with_currency(wanted, table, default_currency(document))
    try:
        return edits(document.read(where.kind, table).entry, table, stage, wanted, read_date)
    except NotInPlace:
        raise not_in_place(document, where) from None

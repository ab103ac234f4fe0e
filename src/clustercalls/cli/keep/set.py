"""`clustercalls set`: change fields."""

from typing import Annotated

from clustercalls.cli.declare import argument, option
from clustercalls.cli.keep.desk import Desk, Editing, address_in, desk, file_of, split_id, sure_text
from clustercalls.cli.keep.typed_date import date_of
from clustercalls.cli.options import AsOf, Common, Id
from clustercalls.errors import UsageRefused, problem
from clustercalls.registry.document import Document
from clustercalls.registry.moves import leaves_a_row, noted
from clustercalls.registry.settings import Setting, edits, setting
from clustercalls.registry.write import Made


def set_fields(
    as_of: AsOf,
    editing: Editing,
    common: Common,
    id: Id,  # noqa: A002 - the name in the help
    fields: Annotated[
        list[str],
        argument(metavar="FIELD=VALUE…", help="Also FIELD+=VALUE, FIELD-=VALUE; FIELD= takes it out."),
    ],
    why: Annotated[str, option("--why", metavar="TEXT", help="Why a date or the status changed.")] = "",
    source: Annotated[str, option("--source", metavar="URL", help="Where it says so.")] = "",
) -> int:
    """Change fields of an entry, or of a stage (ENTRY/STAGE).

    Example: clustercalls set innosup track=applying owner=anna note+="Anna rang the agency."
    """
    at = desk("set", common, as_of.as_of, editing)
    name, stage = split_id(id)
    wanted = [setting(sure_text("FIELD=VALUE", each)) for each in fields]
    reasons = sure_text("--why", why), sure_text("--source", source)
    at.write(file_of(at, name), lambda document: _made(document, at, (name, stage), wanted, reasons))
    return 0


def _made(
    document: Document, at: Desk, named: tuple[str, str], wanted: list[Setting], reasons: tuple[str, str]
) -> Made | None:
    _, where = address_in([document], named[0])
    table = document.table(where)
    entry = document.read(where.kind, table).entry
    moment = at.moment(document)
    ops = edits(entry, table, named[1], wanted, lambda text: date_of(text, moment, at))
    if not ops:
        return None
    change = noted(document, where, ops, moment, reasons)
    if any(reasons) and not leaves_a_row(change):
        raise UsageRefused(problem("idle-why", id=where.id))
    fields = ", ".join(dict.fromkeys(each.name for each in wanted))
    subject = "/".join(filter(None, (where.id, named[1])))
    line = at.around.t("{id}: changed {fields}.", id=subject, fields=fields)
    return Made(change, (where.id,), line)

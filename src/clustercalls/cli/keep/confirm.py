"""`clustercalls confirm`: still right; without an ID, what to look at."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from clustercalls.cli.declare import argument
from clustercalls.cli.keep.desk import Desk, Editing, address_in, known_to, open_desk, still, sure_text
from clustercalls.cli.options import AsOf, Common, Shape
from clustercalls.editing.document import Address, Document
from clustercalls.editing.edits import together
from clustercalls.editing.ops import Op
from clustercalls.editing.transaction import Transaction
from clustercalls.query import select
from clustercalls.query.select import EntryRow, Query
from clustercalls.render.dates import say_day

WORTH_A_LOOK = 30  # days since an entry was last confirmed


def confirm(
    as_of: AsOf,
    editing: Editing,
    shape: Shape,
    common: Common,
    ids: Annotated[
        list[str] | None,
        argument(
            metavar="[ID]…", help="Any unique part of an id, or words of its title.", show_default=False,
            completes="id",
        ),
    ] = None,
) -> int:  # fmt: skip
    """Still right: sets the day an entry was last checked to today. Without ID, what to look at.

    Example: clustercalls confirm innosup
    """
    desk = open_desk("confirm", common, as_of.as_of, editing)
    if not ids:
        return _list(desk, shape, common)
    known = known_to(desk)
    found = [address_in(known, sure_text("ID", name)) for name in ids]  # all or none
    wanted: dict[Document, dict[Address, None]] = {}
    for document, where in found:
        wanted.setdefault(document, {})[where] = None
    for document, addresses in wanted.items():
        _tell_later(desk, document, addresses)
    with desk.act(list(wanted)) as every:
        for held, (document, addresses) in zip(every, wanted.items(), strict=True):
            _confirm(desk, held, document, addresses)
    return desk.context.code(known.code)


def _tell_later(desk: Desk, document: Document, wanted: Iterable[Address]) -> None:
    """Names those that were confirmed on a later day than that which is to be noted."""
    day, t = desk.moment(document).today(), desk.context.t
    for each in wanted:
        last = _day(document, each)
        if last and last > day:
            told = say_day(last, t.code)
            desk.say(t("{id} was confirmed later, {date}: left as it is.", id=each.id, date=told))


def _confirm(desk: Desk, held: Transaction, opened: Document, wanted: Iterable[Address]) -> None:
    day, t = desk.moment(opened).today(), desk.context.t
    found = [still(held, opened, each) for each in wanted]
    changed = [each for each in found if (_day(held.document, each) or date.min) < day]
    if changed:
        edit = together(held.document, [(each, Op(("checked",), day)) for each in changed])
        ids = tuple(each.id for each in changed)
        said = t("Confirmed on {date}: {ids}.", date=say_day(day, t.code), ids=", ".join(ids))
        held.make(edit, ids, said)


def _day(document: Document, address: Address) -> date | None:
    """The day an entry was last checked, as far as it can be read."""
    entry = document.read(address.kind, document.table(address)).entry
    return entry.checked if entry else None


def _list(desk: Desk, shape: Shape, common: Common) -> int:
    from clustercalls.cli.context import exit_code_of, moment_of
    from clustercalls.cli.registry_in_use import load
    from clustercalls.cli.rows_out import prepare, show
    from clustercalls.render.columns import ENTRIES

    how = prepare(shape, ENTRIES, desk.context)
    registry = load(common, desk.context, or_bundled=False)
    moment = moment_of(desk.as_of, registry, desk.context.config, desk.now)
    wanted = Query(for_others=how.for_others)
    rows = [
        *select.entries(registry, wanted, moment),
        *select.entries(registry, wanted, moment, unconfirmed=True),
    ]
    unique = {row.entry.id: row for row in rows}
    rows = [row for row in unique.values() if _is_due(row, moment.today())]
    code = show(rows, how, desk.context)
    if not rows:
        desk.say(desk.context.t("Everything was confirmed within {days} days.", days=WORTH_A_LOOK))
    return exit_code_of(desk.context, registry, code)


def _is_due(row: EntryRow, today: date) -> bool:
    confirmed = row.entry.confirmed
    return confirmed is None or (today - confirmed).days >= WORTH_A_LOOK

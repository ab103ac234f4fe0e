"""`clustercalls confirm`: still right; without an ID, what to look at."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

from clustercalls import query
from clustercalls.cli.declare import argument
from clustercalls.cli.keep.desk import Desk, Editing, address_in, desk, documents, file_of, sure_text
from clustercalls.cli.options import AsOf, Common, Shape
from clustercalls.model import Query
from clustercalls.query import EntryRow
from clustercalls.registry.document import Address, Document
from clustercalls.registry.splice import Op
from clustercalls.registry.write import Change, Made, amended, together
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
            metavar="[ID]…", help="Any unique part of an id.", show_default=False,
            completes="id",
        ),
    ] = None,
) -> int:  # fmt: skip
    """Still right: sets the day an entry was last checked to today. Without ID, what to look at.

    Example: clustercalls confirm innosup
    """
    at = desk("confirm", common, as_of.as_of, editing)
    if not ids:
        return _list(at, shape, common)
    by_file: dict[Path, list[str]] = {}
    for name in ids:
        by_file.setdefault(file_of(at, sure_text("ID", name)), []).append(name)
    if len(at.paths) == 1 and len(ids) > 1:
        found = documents(at)
        for name in ids:
            address_in(found, name)  # all or none: an unknown one is told before anything is written
    for path, names in by_file.items():
        at.write(path, partial(_made, at=at, names=names))
    return 0


def _made(document: Document, at: Desk, names: list[str]) -> Made | None:
    day, t = at.moment(document).today(), at.around.t
    found = dict.fromkeys(address_in([document], name)[1] for name in names)
    before = {each: _day(document, each) for each in found}
    for each, last in before.items():
        if last and last > day:
            at.say(
                t("{id} was confirmed later, {date}: left as it is.", id=each.id, date=say_day(last, t.code))
            )
    changed = [each for each, last in before.items() if last is None or last < day]
    if not changed:
        return None
    change = together(document, [partial(_checked, each, day) for each in changed])
    ids = tuple(each.id for each in changed)
    said = t("Confirmed on {date}: {ids}.", date=say_day(day, t.code), ids=", ".join(ids))
    return Made(change, ids, said)


def _day(document: Document, address: Address) -> date | None:
    """The day an entry was last checked, as far as it can be read."""
    entry = document.read(address.kind, document.table(address)).entry
    return entry.checked if entry else None


def _checked(address: Address, day: date, document: Document) -> Change:
    return amended(document, address, [Op(("checked",), day)])


def _list(at: Desk, shape: Shape, common: Common) -> int:
    from clustercalls.cli.context import exit_code_of, load, moment_of
    from clustercalls.cli.rows_out import prepare, show
    from clustercalls.render.columns import ENTRIES

    how = prepare(shape, ENTRIES, at.around)
    registry = load(common, at.around, or_bundled=False)
    moment = moment_of(at.as_of, registry, at.around.config)
    rows = [
        *query.entries(registry, Query(), moment),
        *query.entries(registry, Query(), moment, unconfirmed=True),
    ]
    unique = {row.entry.id: row for row in rows}
    rows = [row for row in unique.values() if _is_due(row, moment.today())]
    code = show(rows, how, at.around, registry)
    if not rows:
        at.say(at.around.t("Everything was confirmed within {days} days.", days=WORTH_A_LOOK))
    return exit_code_of(registry, code)


def _is_due(row: EntryRow, today: date) -> bool:
    confirmed = row.entry.confirmed
    return confirmed is None or (today - confirmed).days >= WORTH_A_LOOK

"""`clustercalls confirm`: still right; without an ID, what to look at."""

from collections.abc import Iterable
from datetime import date

from clustercalls.cli.choices import named as as_typed
from clustercalls.cli.choices import query_of, unmatched
from clustercalls.cli.keep.chosen import ChosenEntry, Several, agreed, by_filters, by_name, refuse_unclear
from clustercalls.cli.keep.desk import Desk, Editing, open_desk, sure_text
from clustercalls.cli.keep.known import still
from clustercalls.cli.options import AsOf, Common, Filters, Ids, Shape
from clustercalls.editing.document import Address, Document
from clustercalls.editing.edits import amended, merged
from clustercalls.editing.ops import Op
from clustercalls.editing.transaction import Transaction
from clustercalls.model import Registry
from clustercalls.query import select
from clustercalls.query.select import EntryRow
from clustercalls.query.wanted import Query
from clustercalls.render.dates import say_day
from clustercalls.zones import Moment

WORTH_A_LOOK = 30  # days since an entry was last confirmed


def confirm(
    filters: Filters,
    as_of: AsOf,
    editing: Editing,
    several: Several,
    shape: Shape,
    common: Common,
    ids: Ids = None,
) -> int:
    """Still right: sets the day an entry was last checked to today. Without ID, what to look at.

    With filters and --all-of-these, what it would list by them is confirmed.

    Example: clustercalls confirm innosup
    """
    desk = open_desk("confirm", common, as_of.as_of, editing)
    refuse_unclear(ids or (), filters, several, lists=True)
    if ids:
        targets, code = by_name(desk, [sure_text("ID", each) for each in ids], staged=False)
    elif several.all_of_these:
        targets, code = by_filters(desk, common, filters, lambda *known: worth_a_look(*known)[: shape.limit])
        if not agreed(desk, filters, several, targets):
            return desk.context.code(code)
    else:
        return _list(desk, filters, shape, common)
    _confirm_all(desk, targets)
    return desk.context.code(code)


def _confirm_all(desk: Desk, targets: Iterable[ChosenEntry]) -> None:
    wanted: dict[Document, dict[Address, None]] = {}
    for document, where, _ in targets:
        wanted.setdefault(document, {})[where] = None
    for document, addresses in wanted.items():
        _tell_later(desk, document, addresses)
    with desk.act(list(wanted)) as every:
        for held, (document, addresses) in zip(every, wanted.items(), strict=True):
            _confirm(desk, held, document, addresses)


def _tell_later(desk: Desk, document: Document, wanted: Iterable[Address]) -> None:
    """Names those that were confirmed on a later day than that which is to be noted."""
    day, t = desk.moment(document).today(), desk.context.t
    for address in wanted:
        last = _day(document, address)
        if last and last > day:
            told = say_day(last, t.code)
            desk.say(t("{id} was confirmed later, {date}: left as it is.", id=address.id, date=told))


def _confirm(desk: Desk, held: Transaction, opened: Document, wanted: Iterable[Address]) -> None:
    day, t = desk.moment(opened).today(), desk.context.t
    found = [still(held, opened, each) for each in wanted]
    changed = [each for each in found if (_day(held.document, each) or date.min) < day]
    if changed:
        checked = [Op(("checked",), day)]
        edits = [(each, amended(*held.document.excerpt(each), checked)) for each in changed]
        edit = merged(held.document, edits)
        ids = tuple(each.id for each in changed)
        said = t("Confirmed on {date}: {ids}.", date=say_day(day, t.code), ids=", ".join(ids))
        held.make(edit, ids, said)


def _day(document: Document, address: Address) -> date | None:
    """The day an entry was last checked, as far as it can be read."""
    entry = document.read(address.kind, document.table(address)).entry
    return entry.checked if entry else None


def _list(desk: Desk, filters: Filters, shape: Shape, common: Common) -> int:
    from clustercalls.cli.context import exit_code_of, moment_of
    from clustercalls.cli.registry_in_use import load
    from clustercalls.cli.rows_out import prepare, show
    from clustercalls.render.columns import ENTRIES

    how, t = prepare(shape, ENTRIES, desk.context), desk.context.t
    registry = load(common, desk.context, or_bundled=False)
    moment = moment_of(desk.as_of, registry, desk.context.config, desk.now)
    query = query_of(filters, registry, for_others=how.for_others)
    rows = worth_a_look(registry, query, moment)
    code = show(rows, how, desk.context)
    typed = as_typed(filters)
    if not rows and (said := unmatched(registry, query, typed, moment, t)):
        desk.say(said)
    elif not rows and typed:
        desk.say(
            t("Of {filters}, everything was confirmed within {days} days.", filters=typed, days=WORTH_A_LOOK)
        )
    elif not rows:
        desk.say(t("Everything was confirmed within {days} days.", days=WORTH_A_LOOK))
    return exit_code_of(desk.context, registry, code)


def worth_a_look(registry: Registry, query: Query, moment: Moment) -> list[EntryRow]:
    """The entries, current or unconfirmed, that nobody has confirmed lately."""
    rows = [
        *select.entries(registry, query, moment),
        *select.entries(registry, query, moment, unconfirmed=True),
    ]
    unique = {row.entry.id: row for row in rows}
    return [row for row in unique.values() if _is_due(row, moment.today())]


def _is_due(row: EntryRow, today: date) -> bool:
    confirmed = row.entry.confirmed
    return confirmed is None or (today - confirmed).days >= WORTH_A_LOOK

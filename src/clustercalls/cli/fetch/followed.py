"""An offer of the catalogue added to the registry in use, where `add` would put it."""

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import NamedTuple

from clustercalls.catalogue.named import OnOffer, by_key
from clustercalls.catalogue.opening import to_read
from clustercalls.catalogue.place import path as catalogue_path
from clustercalls.catalogue.reading import day_of
from clustercalls.catalogue.sources import SourceState, states
from clustercalls.cli.fetch.entry_of_offer import id_for, table_for
from clustercalls.cli.keep.add_table import ids_of, taken_in
from clustercalls.cli.keep.desk import Desk
from clustercalls.cli.keep.known import known_to
from clustercalls.cli.keep.new_file import begun, file_for, folder_of_many, opened_or_new, own_file
from clustercalls.cli.keep.understood import stages_said
from clustercalls.disk.git import joins_lines
from clustercalls.editing.document import Document, Table
from clustercalls.editing.edits import extended
from clustercalls.editing.transaction import Transaction
from clustercalls.editing.twins import already_kept, twin_of
from clustercalls.i18n import Language
from clustercalls.registry import notation
from clustercalls.render.amounts import money_in_full

KIND = "call"


class ReadOffer(NamedTuple):
    """What the catalogue holds of one, and the day of the sync that told it last."""

    held: OnOffer
    day: date | None


def offers(keys: Sequence[str]) -> list[ReadOffer]:
    """What these keys name, each once.

    Raises:
        UsageRefused: when one names none, or several.
    """
    with to_read(catalogue_path()) as connection:
        held = {each.name: each for each in (by_key(connection, key) for key in keys)}
        sources = {each.name: each for each in states(connection)}
    return [ReadOffer(each, _day(each, sources[each.candidate.source])) for each in held.values()]


def _day(held: OnOffer, state: SourceState) -> date | None:
    """The day on which its source said all this: when it was read whole, or this came of it later."""
    return day_of(max(filter(None, (state.good, held.first_seen, held.changed))))


def add_followed(desk: Desk, wanted: Sequence[ReadOffer], *, again: bool) -> int:
    """Adds these, where `add` would, in one act; the exit code of what could not be read beside them.

    Raises:
        UsageRefused: when an entry is the same as one of them, unless `again`; then none is added.
    """
    many = folder_of_many(desk, None)
    path = own_file(many, "new") if many else file_for(desk, None)
    known = known_to(desk, but=None if many else path)
    taken = taken_in(known.documents)
    files: dict[Path, Sequence[ReadOffer]] = {} if many else {path: wanted}
    for offer in wanted if many else ():
        name = id_for(offer.held.candidate, taken)
        taken.add(name)
        files[own_file(many or path, name)] = [offer]
    opened = [opened_or_new(desk, each) for each in files]
    taken = taken_in(known.documents)
    with ExitStack() as made:
        for each in opened:
            made.enter_context(begun(desk, each.path))
        every = made.enter_context(desk.act(opened))
        for held, offers_of_it in zip(every, files.values(), strict=True):
            _add(desk, held, offers_of_it, Beside(known.documents, taken, again=again))
    return known.code


class Beside(NamedTuple):
    """What the registry has elsewhere, every id of it, and whether something the same may be added."""

    documents: Sequence[Document]
    taken: set[str]
    again: bool


def _add(desk: Desk, held: Transaction, wanted: Sequence[ReadOffer], beside: Beside) -> None:
    """Adds these to one file."""
    document, moment, t = held.document, desk.moment(held.document), desk.context.t
    blocks: list[tuple[str, Table, str]] = []
    lines: list[str] = []
    for offer in wanted:
        candidate = offer.held.candidate
        name = id_for(candidate, beside.taken | ids_of(document))
        beside.taken.add(name)
        table = notation.in_order(table_for(offer.held, name, offer.day, document.defaults, moment))
        twin = twin_of(table, [document, *beside.documents])
        if twin and twin.same and not beside.again:
            raise already_kept(twin)
        blocks.append((KIND, table, notation.block(KIND, table, marked=joins_lines(document.path))))
        line = t("Added {id}: {title}", id=name, title=candidate.title)
        lines.append(line + _said(document, table, t))
    ids = tuple(str(table["id"]) for _, table, _ in blocks)
    held.make_of_each(extended(document, blocks), ids, tuple(lines))


def _said(document: Document, table: Table, t: Language) -> str:
    """The dates and amounts as they were understood."""
    entry = document.read(KIND, table).entry
    said = [*stages_said(entry, t), money_in_full(entry, t)] if entry else []
    shown = "; ".join(filter(None, said))
    return f" ({shown})" if shown else ""

"""An offer of the catalogue added to the registry in use, where `add` would put it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from clustercalls.catalogue.named import OnOffer, by_key
from clustercalls.catalogue.opening import to_read
from clustercalls.catalogue.place import path as catalogue_path
from clustercalls.catalogue.reading import day_of
from clustercalls.catalogue.sources import state_of
from clustercalls.cli.fetch.entry_of_offer import id_for, table_for
from clustercalls.cli.keep.add_table import ids_of, taken_in
from clustercalls.cli.keep.desk import Desk
from clustercalls.cli.keep.known import known_to
from clustercalls.cli.keep.new_file import begun, file_for, folder_of_many, opened_or_new, own_file
from clustercalls.cli.keep.understood import stages_said
from clustercalls.disk.git import joins_lines
from clustercalls.editing.document import Document, Table
from clustercalls.editing.edits import extended
from clustercalls.editing.twins import already_kept, twin_of
from clustercalls.i18n import Language
from clustercalls.registry import notation
from clustercalls.render.amounts import money_in_full

KIND = "call"


class ReadOffer(NamedTuple):
    """What the catalogue holds of one, and the day on which its source was last read whole."""

    held: OnOffer
    day: date | None


def offers(keys: Sequence[str]) -> list[ReadOffer]:
    """What these keys name, each once.

    Raises:
        UsageRefused: when one names none, or several.
    """
    with to_read(catalogue_path()) as connection:
        held = {each.name: each for each in (by_key(connection, key) for key in keys)}
        return [
            ReadOffer(each, _day(state_of(connection, each.candidate.source).good)) for each in held.values()
        ]


def _day(stamp: str | None) -> date | None:
    return day_of(stamp) if stamp else None


def add_followed(desk: Desk, offer: ReadOffer, *, again: bool) -> int:
    """Adds one, where `add` would; the exit code of what could not be read beside it.

    Raises:
        UsageRefused: when an entry is the same, unless `again`.
    """
    held = offer.held
    many = folder_of_many(desk, None)
    path = own_file(many, "new") if many else file_for(desk, None)
    known = known_to(desk, but=None if many else path)
    taken = taken_in(known.documents)
    if many:
        path = own_file(many, id_for(held.candidate, taken))
    opened = opened_or_new(desk, path)
    with begun(desk, opened.path), desk.transaction(opened) as made:
        document, moment = made.document, desk.moment(made.document)
        name = id_for(held.candidate, taken | ids_of(document))
        table = notation.in_order(table_for(held, name, offer.day, document.defaults, moment))
        twin = twin_of(table, [document, *known.documents])
        if twin and twin.same and not again:
            raise already_kept(twin)
        block = notation.block(KIND, table, marked=joins_lines(document.path))
        line = desk.context.t("Added {id}: {title}", id=name, title=held.candidate.title)
        made.make(
            extended(document, [(KIND, table, block)]), (name,), line + _said(document, table, desk.context.t)
        )
    return known.code


def _said(document: Document, table: Table, t: Language) -> str:
    """The dates and amounts as they were understood."""
    entry = document.read(KIND, table).entry
    said = [*stages_said(entry, t), money_in_full(entry, t)] if entry else []
    shown = "; ".join(filter(None, said))
    return f" ({shown})" if shown else ""

"""Entries that were made elsewhere, added where `add` would put them: all of them in one act, or none."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple, Protocol

from clustercalls.cli.keep.add_table import ids_of, taken_in
from clustercalls.cli.keep.desk import Desk
from clustercalls.cli.keep.known import known_to
from clustercalls.cli.keep.new_file import begun, file_for, folder_of_many, opened_or_new, own_file
from clustercalls.cli.keep.understood import stages_said
from clustercalls.disk.git import joins_lines
from clustercalls.editing.document import Document, Table
from clustercalls.editing.edits import extended
from clustercalls.editing.transaction import Transaction
from clustercalls.editing.twins import already_kept, twin_by_day, twin_of
from clustercalls.i18n import Language
from clustercalls.registry import notation
from clustercalls.registry.build import Defaults
from clustercalls.render.amounts import money_in_full
from clustercalls.zones import Moment


class NewEntry(Protocol):
    """An entry to be: its kind and title, and how its id and its table come about."""

    @property
    def kind(self) -> str:
        """The name of its table in a file."""
        ...

    @property
    def title(self) -> str:
        """What it is called."""
        ...

    def id_for(self, taken: set[str]) -> str:
        """An id that none has."""
        ...

    def table(self, name: str, defaults: Defaults, moment: Moment) -> Table:
        """Its table under this id, for a file of these defaults."""
        ...


def add_several(desk: Desk, wanted: Sequence[NewEntry], *, again: bool, by_day: bool = False) -> int:
    """Adds these; the exit code of what could not be read beside them.

    Raises:
        UsageRefused: when an entry is the same as one of them, unless `again`; then none is added. With
            `by_day` one of the same title that has a day of theirs is the same too.
    """
    many = folder_of_many(desk, None)
    path = own_file(many, "new") if many else file_for(desk, None)
    known = known_to(desk, but=None if many else path)
    taken = taken_in(known.documents)
    files: dict[Path, Sequence[NewEntry]] = {} if many else {path: wanted}
    for entry in wanted if many else ():
        name = entry.id_for(taken)
        taken.add(name)
        files[own_file(many or path, name)] = [entry]
    opened = [opened_or_new(desk, each) for each in files]
    beside = Beside(known.documents, taken_in(known.documents), again=again, by_day=by_day)
    with ExitStack() as made:
        for document in opened:
            made.enter_context(begun(desk, document.path))
        for held, its in zip(made.enter_context(desk.act(opened)), files.values(), strict=True):
            _add(desk, held, its, beside)
    return known.code


class Beside(NamedTuple):
    """What the registry has elsewhere, every id of it, and whether something the same may be added."""

    documents: Sequence[Document]
    taken: set[str]
    again: bool
    by_day: bool


def _add(desk: Desk, held: Transaction, wanted: Sequence[NewEntry], beside: Beside) -> None:
    """Adds these to one file."""
    document, moment, t = held.document, desk.moment(held.document), desk.context.t
    blocks: list[tuple[str, Table, str]] = []
    lines: list[str] = []
    for new in wanted:
        name = new.id_for(beside.taken | ids_of(document))
        beside.taken.add(name)
        table = notation.in_order(new.table(name, document.defaults, moment))
        twin = twin_of(table, [document, *beside.documents])
        if beside.by_day and not (twin and twin.same):
            twin = twin_by_day(new.kind, table, document, [document, *beside.documents]) or twin
        if twin and twin.same and not beside.again:
            raise already_kept(twin)
        blocks.append((new.kind, table, notation.block(new.kind, table, marked=joins_lines(document.path))))
        line = t("Added {id}: {title}", id=name, title=new.title)
        lines.append(line + _said(document, new.kind, table, t))
    ids = tuple(str(table["id"]) for _, table, _ in blocks)
    held.make_of_each(extended(document, blocks), ids, tuple(lines))


def _said(document: Document, kind: str, table: Table, t: Language) -> str:
    """The dates and amounts as they were understood."""
    entry = document.read(kind, table).entry
    said = [*stages_said(entry, t), money_in_full(entry, t)] if entry else []
    shown = "; ".join(filter(None, said))
    return f" ({shown})" if shown else ""

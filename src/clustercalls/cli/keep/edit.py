"""`clustercalls edit`: an entry in your editor."""

from clustercalls.cli.keep.add_in_editor import until_sound
from clustercalls.cli.keep.desk import Desk, Editing, open_desk, sure_text
from clustercalls.cli.keep.editor import EditorDraft
from clustercalls.cli.keep.known import address_in, known_to
from clustercalls.cli.options import AsOf, Common, Id
from clustercalls.editing.blocks import blocks
from clustercalls.editing.document import Address, Document
from clustercalls.editing.edits import not_in_place, rewritten
from clustercalls.editing.moves import history
from clustercalls.editing.transaction import Transaction
from clustercalls.errors import Place, UsageRefused, WorldFailed, problem
from clustercalls.i18n import Language
from clustercalls.model import Entry
from clustercalls.registry.layout import Layout
from clustercalls.registry.text import Text, toml
from clustercalls.render.words import stage_name


def edit(
    as_of: AsOf,
    editing: Editing,
    common: Common,
    id: Id,  # noqa: A002 - the name in the help
) -> int:
    """An entry in your editor ($VISUAL or $EDITOR), checked when it closes.

    Example: clustercalls edit innosup
    """
    desk = open_desk("edit", common, as_of.as_of, editing)
    known = known_to(desk)
    opened, where = address_in(known, sure_text("ID", id))
    desk.sure(opened.path)
    before = _block(opened, where)
    draft = EditorDraft(before)

    def write(text: str) -> int:
        with desk.transaction(opened) as held:
            if text != before:
                _make(held, desk, where, (before, text), str(draft.path))
        return known.code

    return until_sound(desk, draft, write)


def _block(document: Document, where: Address) -> str:
    """The text of an entry, with plain line ends."""
    span = document.block(where)
    if span is None:
        raise not_in_place(document, where)
    return document.text[span[0] : span[1]].replace("\r\n", "\n")


def _make(held: Transaction, desk: Desk, opened: Address, texts: tuple[str, str], file: str) -> None:
    before, after = texts
    document = held.document
    same = [each for each in document.addresses() if each.id == opened.id and each.kind == opened.kind]
    if not same or _block(document, same[0]) != before:
        raise WorldFailed(problem("changed-on-disk", Place(str(document.path))))
    where = same[0]
    after = after if after.endswith("\n") else after + "\n"
    found = blocks(after, file)
    if len(found) != 1 or found[0][0] != where.kind:
        raise UsageRefused(problem("not-one-entry", count=len(found), kept=file))
    table = toml(after, Text(file, Layout(after)))[where.kind][0]
    rows = history(document, where.kind, (document.table(where), table), desk.moment(document))
    edit = rewritten(document, where, after.replace("\n", document.eol), table, rows)
    t = desk.context.t
    said = t("{id} edited.", id=where.id)
    if rows:
        noted = ", ".join(
            _named(row.value.get("stage"), document.read(where.kind, table).entry, t) for row in rows
        )
        said = t("{id} edited; its history keeps what it was: {fields}.", id=where.id, fields=noted)
    held.make(edit, (where.id,), said)


def _named(stage: str | None, entry: Entry | None, t: Language) -> str:
    """What a row of history is of: a stage by its name, else the status."""
    return stage_name(entry, stage, t) if stage and entry else stage or t("status")

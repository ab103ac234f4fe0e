"""`clustercalls edit`: an entry in your editor."""

from clustercalls.cli.keep.add_in_editor import until_sound
from clustercalls.cli.keep.desk import Desk, Editing, address_in, desk, documents, file_of, sure_text
from clustercalls.cli.keep.editor import Draft
from clustercalls.cli.options import AsOf, Common, Id
from clustercalls.errors import Place, UsageRefused, WorldFailed, problem
from clustercalls.registry.document import Address, Document
from clustercalls.registry.layout import Layout
from clustercalls.registry.moves import history
from clustercalls.registry.read import Text, toml
from clustercalls.registry.typed import blocks
from clustercalls.registry.write import Made, not_in_place, rewritten


def edit(
    as_of: AsOf,
    editing: Editing,
    common: Common,
    id: Id,  # noqa: A002 - the name in the help
) -> int:
    """An entry in your editor ($VISUAL or $EDITOR), checked when it closes.

    Example: clustercalls edit innosup
    """
    at = desk("edit", common, as_of.as_of, editing)
    name = sure_text("ID", id)
    path = file_of(at, name)
    opened, where = address_in([each for each in documents(at) if each.path == path], name)
    before = _block(opened, where)
    draft = Draft(before)

    def write(text: str) -> None:
        at.write(path, lambda document: _made(document, at, where, (before, text), str(draft.path)))

    return until_sound(at, draft, write)


def _block(document: Document, where: Address) -> str:
    """The text of an entry, with plain line ends."""
    found = document.block(where)
    if found is None:
        raise not_in_place(document, where)
    return document.text[found[0] : found[1]].replace("\r\n", "\n")


def _made(document: Document, at: Desk, opened: Address, texts: tuple[str, str], file: str) -> Made | None:
    before, after = texts
    if after == before:
        return None
    same = [each for each in document.addresses() if each.id == opened.id and each.kind == opened.kind]
    if not same or _block(document, same[0]) != before:
        raise WorldFailed(problem("changed-on-disk", Place(str(document.path))))
    where = same[0]
    after = after if after.endswith("\n") else after + "\n"
    found = blocks(after, file)
    if len(found) != 1 or found[0][0] != where.kind:
        raise UsageRefused(problem("not-one-entry", count=len(found), kept=file))
    table = toml(after, Text(file, Layout(after)))[where.kind][0]
    rows = history(document, where.kind, (document.table(where), table), at.moment(document))
    change = rewritten(document, where, after.replace("\n", document.eol), table, rows)
    t = at.around.t
    said = t("{id} edited.", id=where.id)
    if rows:
        noted = ", ".join(row.value.get("stage") or t("status") for row in rows)
        said = t("{id} edited; its history keeps what it was: {fields}.", id=where.id, fields=noted)
    return Made(change, (where.id,), said)

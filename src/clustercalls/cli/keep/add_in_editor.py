"""`add --edit`: new entries written in the editor, several at once if one likes."""

from collections.abc import Callable
from pathlib import Path

from clustercalls.cli import output
from clustercalls.cli.keep import ask
from clustercalls.cli.keep.add_table import credit, taken_in
from clustercalls.cli.keep.desk import Desk
from clustercalls.cli.keep.editor import Draft
from clustercalls.cli.keep.known import known_to
from clustercalls.cli.keep.new_file import begun, opened_or_new
from clustercalls.editing import notation
from clustercalls.editing.blocks import TEMPLATE, Block, blocks
from clustercalls.editing.document import Document
from clustercalls.editing.edits import extended
from clustercalls.editing.new_entry import proposed_id, sure_id
from clustercalls.editing.ops import Op
from clustercalls.editing.splice import spliced
from clustercalls.editing.transaction import Transaction
from clustercalls.editing.twins import already_kept, twin_of
from clustercalls.errors import Refusal, UsageRefused, WorldFailed, problem


def add_in_editor(desk: Desk, path: Path, kind: str, *, again: bool = False) -> int:
    """Opens the editor on an empty entry and appends what comes back; what is there already only `again`."""
    t = desk.context.t
    template = TEMPLATE.format(kind=kind)
    draft = Draft(template)

    def write(text: str) -> int:
        if text == template:
            desk.say(t("Nothing was written in the editor, and nothing was added."))
            return 0
        opened, known = opened_or_new(desk, path), known_to(desk, but=path)
        with begun(desk, path), desk.transaction(opened) as held:
            ready = _make(held, desk, known.documents, text, str(draft.path))
            if not again:
                _refuse_twins(ready, [held.document, *known.documents])
        return known.code

    return until_sound(desk, draft, write)


def until_sound(desk: Desk, draft: Draft, write: Callable[[str], int]) -> int:
    """Edits and writes, back to the editor on a problem as long as somebody wants to; the text is kept.

    `write` returns the exit code.

    Raises:
        Refusal: the problem, when the person gives up or nobody can be asked.
    """
    t = desk.context.t
    while True:
        text = draft.edited()
        try:
            code = write(text)
        except WorldFailed:
            _told_where(desk, draft)
            raise
        except Refusal as refusal:
            if desk.answers:
                output.tell(refusal.problem, t)
                if ask.yes(t("Back to the editor?"), t, default=True):
                    continue
            _told_where(desk, draft)
            raise
        draft.drop()
        return desk.context.code(code)


def _told_where(desk: Desk, draft: Draft) -> None:
    output.tell(problem("text-kept", kept=draft.path), desk.context.t)


def _refuse_twins(ready: list[Block], known: list[Document]) -> None:
    for _, table, _ in ready:
        twin = twin_of(table, known)
        if twin and twin.same:
            raise already_kept(twin)


def _make(held: Transaction, desk: Desk, others: tuple[Document, ...], text: str, file: str) -> list[Block]:
    document = held.document
    entries = blocks(text, file)
    if not entries:
        raise UsageRefused(problem("no-title"))
    taken = taken_in([document, *others])
    today = desk.moment(document).today()
    ready: list[Block] = []
    for kind, table, block in entries:
        title = table.get("title")
        if not isinstance(title, str) or not title.strip():
            raise UsageRefused(problem("no-title"))
        name = table["id"] if isinstance(table.get("id"), str) else ""
        name = sure_id(name, taken) if name else proposed_id(title, kind, taken)
        taken.add(name)
        head, _, rest = block.partition("\n")
        if "id" not in table:
            head += f"\nid = {notation.value(name)}"
        if "checked" not in table:
            rest = spliced(f"[[{kind}]]\n{rest}", kind, Op(("checked",), today), "\n").partition("\n")[2]
        ready.append((kind, {"checked": today} | table | {"id": name}, f"{head}\n{rest}"))
    ids = tuple(str(table["id"]) for _, table, _ in ready)
    credited = credit(document, desk, [table for _, table, _ in ready])
    line = desk.context.t("Added {ids}", ids=", ".join(ids)) + (f" ({credited})" if credited else "")
    held.make(extended(document, ready), ids, line)
    return ready

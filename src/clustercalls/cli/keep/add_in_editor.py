"""`add --edit`: new entries written in the editor, several at once if one likes."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from clustercalls.cli import output
from clustercalls.cli.keep import ask
from clustercalls.cli.keep.add_table import credit, taken_in
from clustercalls.cli.keep.desk import Desk
from clustercalls.cli.keep.editor import EditorDraft
from clustercalls.cli.keep.known import known_to
from clustercalls.cli.keep.new_file import begun, opened_or_new, own_file, unbegun_file
from clustercalls.editing.blocks import TEMPLATE, Block, blocks
from clustercalls.editing.document import Document
from clustercalls.editing.edits import extended
from clustercalls.editing.new_entry import proposed_id, sure_id
from clustercalls.editing.ops import Op
from clustercalls.editing.splice import spliced
from clustercalls.editing.twins import already_kept, twin_of
from clustercalls.errors import Refusal, UsageRefused, WorldFailed, problem
from clustercalls.registry import notation


def add_in_editor(
    desk: Desk, path: Path, kind: str, many: Path | None = None, *, again: bool = False, begun_as: str = ""
) -> int:
    """Opens the editor on an empty entry and appends what comes back; what is there already only `again`.

    In a folder of `many` each comes into a file of its own, called by its id. An entry that was `begun_as`
    some text is added as it is, where nothing is changed in the editor.
    """
    t = desk.context.t
    template = begun_as or TEMPLATE.format(kind=kind)
    draft = EditorDraft(template)

    def write(text: str) -> int:
        if text == template and not begun_as:
            desk.say(t("Nothing was written in the editor, and nothing was added."))
            return 0
        if many:
            return _each_into_its_file(desk, many, text, str(draft.path), again=again)
        opened, known = opened_or_new(desk, path), known_to(desk, but=path)
        with begun(desk, path), desk.transaction(opened) as held:
            ready = _ready(held.document, desk, known.documents, text, str(draft.path))
            held.make(extended(held.document, ready), _ids(ready), _said(held.document, desk, ready))
            if not again:
                _refuse_twins(ready, [held.document, *known.documents])
        return known.code

    return until_sound(desk, draft, write)


def until_sound(desk: Desk, draft: EditorDraft, write: Callable[[str], int]) -> int:
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


def _told_where(desk: Desk, draft: EditorDraft) -> None:
    output.tell(problem("text-kept", kept=draft.path), desk.context.t)


def _refuse_twins(ready: list[Block], known: list[Document]) -> None:
    for _, table, _ in ready:
        twin = twin_of(table, known)
        if twin and twin.same:
            raise already_kept(twin)


def _each_into_its_file(desk: Desk, many: Path, text: str, file: str, *, again: bool) -> int:
    """Each entry into a file of its own in a folder of many; all of them in one act."""
    known = known_to(desk)
    ready = _ready(opened_or_new(desk, unbegun_file(many)), desk, known.documents, text, file)
    if not again:
        _refuse_twins(ready, list(known.documents))
    opened = [opened_or_new(desk, own_file(many, each)) for each in _ids(ready)]
    with ExitStack() as stack:
        for each in opened:
            stack.enter_context(begun(desk, each.path))
        for held, block in zip(stack.enter_context(desk.act(opened)), ready, strict=True):
            said = _said(held.document, desk, [block])
            held.make(extended(held.document, [block]), _ids([block]), said)
    return known.code


def _ready(document: Document, desk: Desk, others: tuple[Document, ...], text: str, file: str) -> list[Block]:
    """The entries that were written, with what they lack, as they are to stand in a file.

    Raises:
        UsageRefused: when there is none, or one has no title, or an id that cannot be.
    """
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
    return ready


def _ids(ready: list[Block]) -> tuple[str, ...]:
    return tuple(str(table["id"]) for _, table, _ in ready)


def _said(document: Document, desk: Desk, ready: list[Block]) -> str:
    credited = credit(document, desk, [table for _, table, _ in ready])
    added = desk.context.t("Added {ids}", ids=", ".join(_ids(ready)))
    return added + (f" ({credited})" if credited else "")

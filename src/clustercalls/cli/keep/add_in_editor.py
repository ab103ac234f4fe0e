"""`add --edit`: new entries written in the editor, several at once if one likes."""

from collections.abc import Callable
from pathlib import Path

from clustercalls.cli import output
from clustercalls.cli.keep import ask
from clustercalls.cli.keep.add import credit, taken_ids
from clustercalls.cli.keep.desk import Desk
from clustercalls.cli.keep.editor import Draft
from clustercalls.errors import Refusal, UsageRefused, WorldFailed, problem
from clustercalls.registry import notation
from clustercalls.registry.document import Document
from clustercalls.registry.newentry import proposed_id, sure_id
from clustercalls.registry.splice import Op, spliced
from clustercalls.registry.typed import TEMPLATE, Block, blocks
from clustercalls.registry.write import Made, extended


def add_in_editor(at: Desk, path: Path, kind: str) -> int:
    """Opens the editor on an empty entry and appends what comes back."""
    t = at.around.t
    template = TEMPLATE.format(kind=kind)
    draft = Draft(template)

    def write(text: str) -> None:
        if text == template:
            at.say(t("Nothing was written in the editor, and nothing was added."))
        else:
            at.write(path, lambda document: _made(document, at, text, str(draft.path)))

    return until_sound(at, draft, write)


def until_sound(at: Desk, draft: Draft, write: Callable[[str], None]) -> int:
    """Edits and writes, back to the editor on a problem as long as somebody wants to; the text is kept.

    Raises:
        Refusal: the problem, when the person gives up or nobody can be asked.
    """
    t = at.around.t
    while True:
        text = draft.edited()
        try:
            write(text)
        except WorldFailed:
            _told_where(at, draft)
            raise
        except Refusal as refusal:
            if at.answers:
                output.tell(refusal.problem, t)
                if ask.yes(t("Back to the editor?"), t, default=True):
                    continue
            _told_where(at, draft)
            raise
        draft.drop()
        return 0


def _told_where(at: Desk, draft: Draft) -> None:
    output.tell(problem("text-kept", kept=draft.path), at.around.t)


def _made(document: Document, at: Desk, text: str, file: str) -> Made:
    found = blocks(text, file)
    if not found:
        raise UsageRefused(problem("no-title"))
    taken = taken_ids(at, document)
    today = at.moment(document).today()
    ready: list[Block] = []
    for kind, table, block in found:
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
    credited = credit(document, at, [table for _, table, _ in ready])
    line = at.around.t("Added {ids}", ids=", ".join(ids)) + (f" ({credited})" if credited else "")
    return Made(extended(document, ready), ids, line)

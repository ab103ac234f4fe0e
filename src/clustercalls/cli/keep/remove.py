"""`clustercalls remove`: an entry taken out, and kept aside."""

from typing import Annotated

from clustercalls.cli.declare import option
from clustercalls.cli.keep import ask
from clustercalls.cli.keep.desk import Editing, open_desk, sure_text
from clustercalls.cli.keep.known import address_in, known_to, still
from clustercalls.cli.options import AsOf, Common, Id
from clustercalls.editing.edits import without
from clustercalls.errors import UsageRefused, problem


def remove(
    as_of: AsOf,
    editing: Editing,
    common: Common,
    id: Id,  # noqa: A002 - the name in the help
    yes: Annotated[bool, option("--yes", "-y", help="Without asking.")] = False,
) -> int:
    """Takes an entry out; its text is kept in the file beside it whose name ends in .removed.

    Example: clustercalls remove cluster-mapping --yes
    """
    desk = open_desk("remove", common, as_of.as_of, editing)
    t = desk.context.t
    known = known_to(desk)
    opened, where = address_in(known, sure_text("ID", id))
    if not yes and not editing.dry_run:
        title = opened.table(where).get("title", "")
        if not desk.answers:
            raise UsageRefused(problem("wants-yes"))
        if not ask.yes(t("Remove {id}: {title}?", id=where.id, title=title), t, default=False):
            return desk.context.code(known.code)
    with desk.transaction(opened) as held:
        document = held.document
        edit, taken = without(document, still(held, opened, where))
        gap = document.eol if taken.endswith("\n") else document.eol * 2
        aside = f"# Removed {desk.moment(document).today()}{document.eol}{taken}{gap}"
        kept = f"{document.path.name}.removed"
        line = t("Removed {id}; it is kept in {file}.", id=where.id, file=kept)
        held.make(edit, (where.id,), line, aside)
    return desk.context.code(known.code)

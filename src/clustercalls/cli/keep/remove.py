"""`clustercalls remove`: an entry taken out, and kept aside."""

from typing import Annotated

from clustercalls.cli.declare import option
from clustercalls.cli.keep import ask
from clustercalls.cli.keep.desk import Desk, Editing, address_in, desk, documents, file_of, sure_text
from clustercalls.cli.options import AsOf, Common, Id
from clustercalls.errors import UsageRefused, problem
from clustercalls.registry.document import Document
from clustercalls.registry.write import Made, without


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
    at = desk("remove", common, as_of.as_of, editing)
    name = sure_text("ID", id)
    path = file_of(at, name)
    if not yes and not editing.dry_run:
        document, where = address_in([each for each in documents(at) if each.path == path], name)
        title = document.table(where).get("title", "")
        if not at.answers:
            raise UsageRefused(problem("wants-yes"))
        t = at.around.t
        if not ask.yes(t("Remove {id}: {title}?", id=where.id, title=title), t, default=False):
            return 0
        name = where.id
    at.write(path, lambda document: _made(document, at, name))
    return 0


def _made(document: Document, at: Desk, name: str) -> Made:
    _, where = address_in([document], name)
    change, taken = without(document, where)
    today = at.moment(document).today()
    gap = document.eol if taken.endswith("\n") else document.eol * 2
    aside = f"# Removed {today}{document.eol}{taken}{gap}"
    kept = f"{document.path.name}.removed"
    return Made(
        change, (where.id,), at.around.t("Removed {id}; it is kept in {file}.", id=where.id, file=kept), aside
    )

"""A record of the journal turned round: the edit that gives the file its old text again."""

from clustercalls.editing import journal
from clustercalls.editing.document import Document
from clustercalls.editing.edits import Edit
from clustercalls.editing.journal import Record, Splice
from clustercalls.errors import Place, WorldFailed, problem
from clustercalls.registry.layout import Layout
from clustercalls.registry.read import Text, toml


def take_back(document: Document, record: Record, splice: Splice) -> Edit:
    """The file as it was before the edit, byte for byte.

    Raises:
        WorldFailed: when the file is not as the edit left it.
    """
    data = document.data.decode()
    end = splice.start + len(splice.new)
    old = data[: splice.start] + splice.old + data[end:]
    if journal.digest(document.data) != splice.after or journal.digest(old.encode()) != splice.before:
        place = Place(str(document.path))
        ids = ", ".join(record.entries)
        raise WorldFailed(problem("changed-since", place, command=record.command, at=record.at, id=ids))
    text = old.removeprefix("\ufeff")
    tables = toml(text, Text(str(document.path), Layout(text)))
    return Edit(text, tables, ())

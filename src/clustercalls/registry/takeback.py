"""A record of the journal turned round: the change that gives the file its old text again."""

from clustercalls.errors import Place, WorldFailed, problem
from clustercalls.registry import journal
from clustercalls.registry.document import Document
from clustercalls.registry.journal import Record, Splice
from clustercalls.registry.layout import Layout
from clustercalls.registry.read import Text, toml
from clustercalls.registry.write import Change, Made


def take_back(document: Document, record: Record, splice: Splice, said: str) -> Made:
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
    return Made(Change(text, tables, ()), record.entries, said)

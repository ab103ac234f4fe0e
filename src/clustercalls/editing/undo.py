"""A record of the journal turned round: the edit that gives the file its old text again."""

from collections.abc import Sequence

from clustercalls.editing.document import Document
from clustercalls.editing.edits import Edit
from clustercalls.editing.record import Record, Splice, digest
from clustercalls.errors import InputRefused, Place, WorldFailed, problem
from clustercalls.registry.layout import Layout
from clustercalls.registry.text import Text, toml


def take_back(document: Document, steps: Sequence[tuple[Record, Splice]]) -> Edit:
    """The file as it was before these edits, which are the newest first, byte for byte.

    Raises:
        WorldFailed: when the file is not as the edit left it.
        InputRefused: when the record does not give what it says was before.
    """
    data = document.data
    for record, splice in steps:
        if digest(data) != splice.after:
            raise not_as_left(str(document.path), record)
        data = _before(data.decode(), splice).encode()
        if digest(data) != splice.before:
            place = Place(str(document.path))
            raise InputRefused(problem("wrong-record", place, command=record.command, at=record.at))
    text = data.decode().removeprefix("\ufeff")
    tables = toml(text, Text(str(document.path), Layout(text)))
    return Edit(text, tables, (), proven=True)


def _before(data: str, splice: Splice) -> str:
    return data[: splice.start] + splice.old + data[splice.start + len(splice.new) :]


def not_as_left(file: str, record: Record, *, cut_off: bool = False) -> WorldFailed:
    """That a file is not as a command left it; `cut_off`: nor is it known whether that came to be."""
    ids = ", ".join(record.entries)
    code = "unsettled" if cut_off else "changed-since"
    return WorldFailed(problem(code, Place(file), command=record.command, at=record.at, id=ids))

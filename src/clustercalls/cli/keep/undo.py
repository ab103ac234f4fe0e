"""`clustercalls undo`: takes back what the last command did."""

import os
from pathlib import Path

from clustercalls.cli.keep.desk import Desk, Editing, open_desk
from clustercalls.cli.options import AsOf, Common
from clustercalls.disk.read import read
from clustercalls.editing import journal
from clustercalls.editing.document import open_document
from clustercalls.editing.journal import Record, Splice
from clustercalls.editing.undo import take_back
from clustercalls.errors import ADVICE, Place, UsageRefused, WorldFailed, problem


def undo(as_of: AsOf, editing: Editing, common: Common) -> int:
    """Takes the last command's edit back, if the file is as that command left it.

    Example: clustercalls undo --dry-run
    """
    desk = open_desk("undo", common, as_of.as_of, editing)
    paths = {os.path.realpath(path): path for path in desk.paths}
    for record in reversed(_last(desk)):
        for splice in record.edits:
            if splice.file in paths:
                _take_back(desk, paths[splice.file], record, splice)
    return 0


def _last(desk: Desk) -> tuple[Record, ...]:
    states = {os.path.realpath(path): journal.digest(read(path)) for path in desk.paths}
    found = journal.last_edit(journal.records(), states)
    if found is None:
        advice = ADVICE["not known" if journal.path() else "no home"]
        raise UsageRefused(problem("nothing-to-undo", advice=advice))
    if not found.fits:
        record = found.records[-1]
        ids = ", ".join(record.entries)
        place = Place(next(each.file for each in record.edits if each.file in states))
        raise WorldFailed(problem("changed-since", place, command=record.command, at=record.at, id=ids))
    return found.records


def _take_back(desk: Desk, path: Path, record: Record, splice: Splice) -> None:
    ids = ", ".join(record.entries)
    said = desk.context.t("Taken back: {command} {ids}.", command=record.command, ids=ids)
    with desk.transaction(open_document(path), undoes=record.id) as held:
        held.make(take_back(held.document, record, splice), record.entries, said)

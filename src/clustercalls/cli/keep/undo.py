"""`clustercalls undo`: takes back what the last command did."""

import os
from pathlib import Path

from clustercalls import files
from clustercalls.cli.keep.desk import Desk, Editing, desk
from clustercalls.cli.options import AsOf, Common
from clustercalls.errors import ADVICE, Place, UsageRefused, WorldFailed, problem
from clustercalls.registry import journal
from clustercalls.registry.journal import Record, Splice
from clustercalls.registry.takeback import take_back


def undo(as_of: AsOf, editing: Editing, common: Common) -> int:
    """Takes the last command's edit back, if the file is as that command left it.

    Example: clustercalls undo --dry-run
    """
    at = desk("undo", common, as_of.as_of, editing)
    paths = {os.path.realpath(path): path for path in at.paths}
    for record in reversed(_last(at)):
        for splice in record.edits:
            if splice.file in paths:
                _take_back(at, paths[splice.file], record, splice)
    return 0


def _last(at: Desk) -> tuple[Record, ...]:
    states = {os.path.realpath(path): journal.digest(files.read(path)) for path in at.paths}
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


def _take_back(at: Desk, path: Path, record: Record, splice: Splice) -> None:
    t = at.around.t
    said = t("Taken back: {command} {ids}.", command=record.command, ids=", ".join(record.entries))
    at.write(path, lambda document: take_back(document, record, splice, said), undoes=record.id)

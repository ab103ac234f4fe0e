"""`clustercalls undo`: takes back what the last command did."""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from clustercalls.cli import output
from clustercalls.cli.keep.desk import Desk, Editing, open_desk
from clustercalls.cli.keep.new_file import begun, is_new, opened_or_new
from clustercalls.cli.options import AsOf, Common
from clustercalls.disk.emptied import drop_if_empty
from clustercalls.disk.read import read
from clustercalls.editing import journal, settled
from clustercalls.editing.document import Document
from clustercalls.editing.journal_lines import Journal
from clustercalls.editing.record import digest, name_of
from clustercalls.editing.settled import JournalStep, Newest
from clustercalls.editing.transaction import Transaction
from clustercalls.editing.undo import not_as_left, take_back
from clustercalls.errors import ADVICE, InputRefused, Problem, UsageRefused, problem
from clustercalls.i18n import Language
from clustercalls.registry.paths import SHARED

EMPTY = digest(b"")
DAMAGED = 3  # the exit code when what is whole of the journal was used, and not all of it is


def undo(as_of: AsOf, editing: Editing, common: Common) -> int:
    """Takes the last command's edit back, if the file is as that command left it.

    Several files that it edited are taken back together. After a failure, run it again.

    Example: clustercalls undo --dry-run
    """
    desk = open_desk("undo", common, as_of.as_of, editing)
    paths = {name_of(path): path for path in desk.paths}
    states, unread = _states(paths)
    known = journal.read()
    gone = _emptied_and_gone(desk, known)
    paths |= gone
    states |= dict.fromkeys(gone, EMPTY)
    unread |= _lost(desk.lost, known)
    damage = list(journal.damage(known, states))
    for each in damage:
        output.tell(each, desk.context.t)
    newest = _newest(known, states, unread)
    for each in dict.fromkeys(refused.problem for refused in unread.values()):
        output.tell(each, desk.context.t)
    by_file = _by_file(newest)
    files = [paths[name] for name in by_file]
    with ExitStack() as made, desk.act(_opened(desk, files, made)) as every:
        for held, steps in zip(every, by_file.values(), strict=True):
            _take_back(held, steps, desk.context.t)
    for held, (name, steps) in zip(every, by_file.items(), strict=True):
        path = held.document.path
        is_begun = held.changed and held.edit and not held.edit.text and path.parent / SHARED in desk.paths
        if is_begun and settled.is_last(known, name, states[name], len(steps)):  # an older act needs it
            drop_if_empty(path)
    t = desk.context.t
    if (left := settled.elsewhere(known, newest, states)) and not editing.dry_run:
        desk.say(
            t("The same command changed these, which were not named and stay: {files}", files=", ".join(left))
        )
    return desk.context.code(DAMAGED if damage or unread else 0)


def _by_file(newest: Newest) -> dict[str, list[JournalStep]]:
    """The steps on each file, and the files, the newest first."""
    by_file: dict[str, list[JournalStep]] = {}
    for step in reversed(newest.steps):
        by_file.setdefault(step.splice.file, []).append(step)
    return by_file


def _take_back(held: Transaction, steps: Sequence[JournalStep], t: Language) -> None:
    """Has the steps on one file taken back, as one edit."""
    ids = tuple(dict.fromkeys(id_ for step in reversed(steps) for id_ in step.record.entries))
    said = t("Taken back: {what}.", what=f"{steps[0].record.command} {', '.join(ids)}".rstrip())
    edit = take_back(held.document, [(step.record, step.splice) for step in steps])
    held.make(edit, ids, said, undoes=" ".join(step.record.id for step in steps))


def _emptied_and_gone(desk: Desk, known: Journal) -> dict[str, Path]:
    """The files of a folder of many hands that a command left empty and a hand has taken away since."""
    folders = [each for each in desk.folders if each / SHARED in desk.paths]
    gone = {}
    for name, steps in settled.steps(known).items():
        for path in (folder / Path(name).name for folder in folders):
            in_force = settled.in_force(steps, EMPTY) if name_of(path) == name and is_new(desk, path) else []
            if in_force and in_force[-1].splice.after == EMPTY:
                gone[name] = path
    return gone


def _opened(desk: Desk, files: Iterable[Path], made: ExitStack) -> list[Document]:
    """The files as they are; one that is gone is made anew, unless nothing comes into it."""
    documents = []
    for path in files:
        document = opened_or_new(desk, path)
        made.enter_context(begun(desk, path))
        documents.append(document.untabled())
    return documents


def _states(paths: dict[str, Path]) -> tuple[dict[str, str], dict[str, InputRefused]]:
    """The digest of each file, and why others could not be read."""
    states, unread = {}, {}
    for name, path in paths.items():
        try:
            states[name] = digest(read(path))
        except InputRefused as refused:
            unread[name] = refused
    return states, unread


def _lost(problems: Iterable[Problem], known: Journal) -> dict[str, InputRefused]:
    """Why what was named and is no file in use could not be read, and so each file that is known of it."""
    lost = {name_of(each.place.file): InputRefused(each) for each in problems}
    inside = {each: lost.get(str(Path(each).parent)) for each in settled.steps(known)}
    return lost | {name: refused for name, refused in inside.items() if refused}


def _newest(known: Journal, states: dict[str, str], unread: dict[str, InputRefused]) -> Newest:
    """The act to take back; of a file that cannot be read the journal says how it was left.

    Raises:
        InputRefused: when it is, or may be, an act on a file that cannot be read.
        UsageRefused: when none is left; it is said how far the journal goes back.
        WorldFailed: when a file of it is not as it left it.
    """
    left = {name: settled.as_left(known, name) for name in unread}
    newest = settled.newest(known, states | left)
    for each in newest.steps if newest else ():
        if each.splice.file in unread:
            raise unread[each.splice.file]
    if newest is None:
        for refused in unread.values():
            raise refused
        began = settled.began(known, states)
        advice = ADVICE["all back" if began else "not known" if journal.path() else "no home"]
        raise UsageRefused(problem("nothing-to-undo", advice=advice, at=began))
    for each in newest.misfits:
        cut_off = each.done is None and each.record.id in known.sealed
        raise not_as_left(each.splice.file, each.record, cut_off=cut_off)
    return newest

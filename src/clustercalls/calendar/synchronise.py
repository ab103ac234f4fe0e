"""One calendar object a milestone, in a folder or on a server, which are their own memory."""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from clustercalls.calendar.component import single
from clustercalls.calendar.naming import Name, file_of
from clustercalls.calendar.published import Published
from clustercalls.calendar.revise import RevisedComponent
from clustercalls.calendar.selection import Selection
from clustercalls.calendar.store import Store
from clustercalls.calendar.there import There, objects, part_of, sorted_out
from clustercalls.limits import MIB, TOGETHER

HELD = 4 * MIB  # of what is read back; more goes into a temporary file


def synchronise(selection: Selection, store: Store, *, force: bool, dry_run: bool) -> Iterator[str]:
    """Makes the store hold the selection; what is not ours is told and stays. Yields a line a change.

    What cannot be read at all is told and stays, forced or not.

    With `dry_run` nothing is changed.

    Raises:
        WorldFailed: when the store fails; what was done stays done, and a repeat does the rest.
    """
    with SpooledTemporaryFile(HELD) as held:
        yield from _synchronised(selection, store, cast("BinaryIO", held), force=force, dry_run=dry_run)


def _synchronised(
    selection: Selection, store: Store, held: BinaryIO, *, force: bool, dry_run: bool
) -> Iterator[str]:
    kind = selection.style.kind
    done: list[str] = []
    seen = list(objects(store, kind, held))
    part = part_of(selection, seen)
    selection, there = selection.under(part), sorted_out(seen, part)
    for key, told in there.unreadable:
        selection.tell(told)
        selection.unfit.add(key)
    for outcome in selection.outcomes(Published(there.old).under(part)):
        if outcome.key in there.refused and not force:
            selection.tell(there.refused[outcome.key])
            selection.unfit.add(outcome.key)
        elif outcome.change or outcome.key in there.before:
            name = Name(kind, outcome.key, part)
            done.append(f"{outcome.change or 'changed'}\t{file_of(name)}\n")
            if not dry_run:
                _change(outcome, store, name, there)
            if dry_run or len(done) >= TOGETHER:
                store.settle()
                yield from done
                done.clear()
    store.settle()
    yield from done


def _change(outcome: RevisedComponent, store: Store, name: Name, there: There) -> None:
    """What is new is there before what is of before goes: nothing is lost when this ends in between."""
    is_there = outcome.key in there.named
    if outcome.data is None:
        if is_there:
            store.remove(file_of(name))
    elif outcome.change or not is_there:
        is_foreign = is_there and outcome.key in there.refused
        store.put(file_of(name), single(name.kind, outcome.data, outcome.zones), is_foreign=is_foreign)
    if outcome.key in there.before:
        store.remove(file_of(there.before[outcome.key]))

"""One calendar object a milestone, in a folder or on a server, which are their own memory."""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from clustercalls.calendar.component import single
from clustercalls.calendar.naming import Name, file_of
from clustercalls.calendar.published import Published
from clustercalls.calendar.revise import Outcome
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
    for each in selection.outcomes(Published(there.old).under(part)):
        if each.key in there.refused and not force:
            selection.tell(there.refused[each.key])
            selection.unfit.add(each.key)
        elif each.change or each.key in there.before:
            name = Name(kind, each.key, part)
            done.append(f"{each.change or 'changed'}\t{file_of(name)}\n")
            if not dry_run:
                _change(each, store, name, there)
            if dry_run or len(done) >= TOGETHER:
                store.settle()
                yield from done
                done.clear()
    store.settle()
    yield from done


def _change(each: Outcome, store: Store, name: Name, there: There) -> None:
    """What is new is there before what is of before goes: nothing is lost when this ends in between."""
    is_there = each.key in there.named
    if each.data is None:
        if is_there:
            store.remove(file_of(name))
    elif each.change or not is_there:
        is_foreign = is_there and each.key in there.refused
        store.put(file_of(name), single(name.kind, each.data, each.zones), is_foreign=is_foreign)
    if each.key in there.before:
        store.remove(file_of(there.before[each.key]))

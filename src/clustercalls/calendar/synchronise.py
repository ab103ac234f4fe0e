"""One calendar object a milestone, in a folder or on a server, which are their own memory."""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from msgspec import Struct

from clustercalls.calendar.component import single
from clustercalls.calendar.naming import Name, file_of
from clustercalls.calendar.published import Published
from clustercalls.calendar.revise import RevisedComponent
from clustercalls.calendar.selection import Selection
from clustercalls.calendar.store import Store
from clustercalls.calendar.there import There, objects, part_of, sorted_out
from clustercalls.errors import Problem
from clustercalls.limits import MIB, TOGETHER

HELD = 4 * MIB  # of what is read back; more goes into a temporary file


def synchronise(selection: Selection, store: Store, *, force: bool, dry_run: bool) -> Iterator[str]:
    """Makes the store hold the selection; what is not ours is told and stays. Yields a line a change.

    What cannot be read at all is told and stays, forced or not; what the store has no room for is told
    together, and the rest is done.

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
    selection, there = selection.under(part).within(store.most), sorted_out(seen, part)
    refused: list[Problem] = []
    for key, told in there.unreadable:
        selection.tell(told)
        selection.unfit.add(key)
    for outcome in selection.outcomes(Published(there.old).under(part)):
        if outcome.key in there.refused and not force:
            selection.tell(there.refused[outcome.key])
            selection.unfit.add(outcome.key)
        elif outcome.change or outcome.key in there.before:
            change = _change_of(outcome, Name(kind, outcome.key, part), there)
            if change.data is not None and (full := store.no_room(change.name, change.data)):
                refused.append(full)
                selection.unfit.add(outcome.key)
                continue
            done.append(f"{outcome.change or 'changed'}\t{change.name}\n")
            if not dry_run:
                change.make(store)
            if dry_run or len(done) >= TOGETHER:
                store.settle()
                yield from done
                done.clear()
    store.settle()
    yield from done
    if refused:
        first = refused[0]
        selection.tell(Problem(first.code, first.place, (*first.values, ("count", str(len(refused))))))


class _Change(Struct, frozen=True):
    """What is done to the object of this name; `before` is the name that it had before."""

    name: str
    data: bytes | None
    goes: bool
    is_foreign: bool
    before: str

    def make(self, store: Store) -> None:
        """What is new is there before what is of before goes: nothing is lost when this ends in between."""
        if self.goes:
            store.remove(self.name)
        elif self.data is not None:
            store.put(self.name, self.data, is_foreign=self.is_foreign)
        if self.before:
            store.remove(self.before)


def _change_of(outcome: RevisedComponent, name: Name, there: There) -> _Change:
    is_there = outcome.key in there.named
    is_put = outcome.data is not None and bool(outcome.change or not is_there)
    return _Change(
        file_of(name),
        single(name.kind, outcome.data, outcome.zones) if is_put and outcome.data is not None else None,
        is_there and outcome.data is None,
        is_there and outcome.key in there.refused,
        file_of(there.before[outcome.key]) if outcome.key in there.before else "",
    )

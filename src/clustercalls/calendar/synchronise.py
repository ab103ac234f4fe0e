"""One calendar object a milestone, in a folder or on a server, which are their own memory."""

from collections.abc import Iterator
from io import BytesIO
from tempfile import SpooledTemporaryFile, gettempdir
from typing import BinaryIO, cast

from msgspec.structs import replace

from clustercalls.calendar.component import single
from clustercalls.calendar.published import Broken, Known, NotOurs, Published, read
from clustercalls.calendar.revise import Outcome
from clustercalls.calendar.selection import Selection
from clustercalls.calendar.store import Store, name_of, uid_of
from clustercalls.errors import Place, Problem, WorldFailed, outside, problem
from clustercalls.limits import MIB

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
    old: dict[str, Known] = {}
    refused: dict[str, Problem] = {}
    for name, data in store.items():
        uid = uid_of(name)
        if isinstance(data, Problem):
            selection.tell(data)
            selection.unfit.add(uid)
            continue
        try:
            old[uid] = _kept(_ours(data, kind, uid), held)
        except NotOurs:
            refused[uid] = problem("foreign-calendar", Place(store.place, 0, name))
        except Broken as broken:
            refused[uid] = problem("broken-calendar", Place(store.place, 0, name), reason=broken)
    for each in selection.outcomes(Published(old)):
        if each.uid in refused and not force:
            selection.tell(refused[each.uid])
            selection.unfit.add(each.uid)
        elif each.change:
            if not dry_run:
                _change(each, store, kind, is_foreign=each.uid in refused)
            yield f"{each.change}\t{name_of(each.uid)}\n"


def _change(each: Outcome, store: Store, kind: str, *, is_foreign: bool) -> None:
    name = name_of(each.uid)
    if each.data is None:
        store.remove(name)
    else:
        store.put(name, single(kind, each.data, each.zones), is_foreign=is_foreign)


def _ours(data: bytes, kind: str, uid: str) -> Known:
    """The component of an object that we wrote.

    Raises:
        NotOurs: when we did not, whatever its name.
        Broken: when it is ours and cannot be read back.
    """
    found = read(BytesIO(data), kind).components
    if list(found) != [uid]:
        raise NotOurs
    return found[uid]


def _kept(known: Known, held: BinaryIO) -> Known:
    """The same, its own bytes moved to where all are held; the rest of its object is not.

    Raises:
        WorldFailed: when the folder for temporary files takes no more.
    """
    piece = known.raw
    try:
        start = held.seek(0, 2)
        held.write(piece)
    except OSError as error:
        place = Place(gettempdir())
        raise WorldFailed(problem("cannot-write", place, **outside(error))) from None
    return replace(known, calendar=held, start=start, end=start + len(piece))

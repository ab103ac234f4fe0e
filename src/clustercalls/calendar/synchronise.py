"""One calendar object a milestone, in a folder or on a server, which are their own memory."""

from io import BytesIO

from msgspec.structs import replace

from clustercalls.calendar.component import single
from clustercalls.calendar.published import Broken, Known, NotOurs, Published, read
from clustercalls.calendar.revise import Outcome
from clustercalls.calendar.store import Store, name_of, uid_of
from clustercalls.cli import output
from clustercalls.cli.tell.export_select import Selection
from clustercalls.errors import Place, Problem, problem


def synchronise(selection: Selection, store: Store, *, force: bool, dry_run: bool) -> int:
    """Makes the store hold the selection; what is not ours stays as it is. Returns the exit code.

    Raises:
        WorldFailed: when the store fails; what was done stays done, and a repeat does the rest.
    """
    kind = selection.style.kind
    old: dict[str, Known] = {}
    refused: dict[str, Problem] = {}
    for name, data in store.items():
        uid = uid_of(name)
        try:
            old[uid] = _ours(data, kind, uid)
        except NotOurs:
            refused[uid] = problem("foreign-calendar", Place(store.place, 0, name))
        except Broken as broken:
            refused[uid] = problem("broken-calendar", Place(store.place, 0, name), reason=broken)
    code = 0
    for each in selection.outcomes(Published(old)):
        if each.uid in refused and not force:
            output.tell(refused[each.uid], selection.style.t)
            code = 3
        elif each.change:
            _change(each, store, kind, dry_run=dry_run)
    selection.tell_undated()
    return code or selection.exit_code


def _change(each: Outcome, store: Store, kind: str, *, dry_run: bool) -> None:
    name = name_of(each.uid)
    if dry_run:
        output.write([f"{each.change}\t{name}\n"])
    elif each.data is None:
        store.remove(name)
    else:
        store.put(name, single(kind, each.data, each.zones))


def _ours(data: bytes, kind: str, uid: str) -> Known:
    """The component of an object that we wrote.

    Raises:
        NotOurs: when we did not, whatever its name.
        Broken: when it is ours and cannot be read back.
    """
    found = read(BytesIO(data), kind).components
    if list(found) != [uid]:
        raise NotOurs
    piece = found[uid].raw
    return replace(found[uid], calendar=BytesIO(piece), start=0, end=len(piece))  # the rest is not held

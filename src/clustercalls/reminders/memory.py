"""The memory of what was told and looked at: one JSON file a registry, in the user's state folder.

Written whole or not at all, with a checksum, readable by its owner only. What is damaged is kept aside, never
believed; what this user may not read is no damage, and stays.
"""

import os
import shlex
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

from msgspec import DecodeError, Struct, json

from clustercalls.decisions import Decisions
from clustercalls.disk import passing
from clustercalls.disk.folders import make_folders
from clustercalls.disk.lock import locked
from clustercalls.disk.private import kept_by, read_own, sure_open, write_own
from clustercalls.errors import InputRefused, Place, Problem, WorldFailed, limit_of, outside, problem
from clustercalls.limits import FACTS_BYTES, FILE_BYTES
from clustercalls.looks import Facts, Looks, OldLook, from_older, shortest
from clustercalls.reminders.aside import name_beside
from clustercalls.reminders.gaps import Runs
from clustercalls.reminders.log import Sent
from clustercalls.reminders.place import memory_of, real
from clustercalls.reminders.remembered import Remembered, are_sound
from clustercalls.reminders.seal import BrokenSeal, opened, sealed

FORMAT = "clustercalls seen 2"
OLDER = "clustercalls seen 1"  # without a checksum
FACTS_FORMAT = "clustercalls facts 1"
DAMAGED, OF_ANOTHER = "it is damaged", "it belongs to another registry or version"  # as `reason` says it
UNUSED = timedelta(days=400)


class Memory(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What the file holds: per target what was told by uid, when errors were last told, the last looks.

    `lost` says that a memory before this one was damaged; `files` are those that were read when nothing that
    was told of was missing; `sent` counts what each target was sent, `log` says what that was, `runs` when
    there was a run for it. `played` is as `targets`, with what was told on days ahead of the clock: it counts
    for such days alone. `met` is the first day on which this memory knew what it is that something is done,
    `decisions` are of what the sources tell. `look` and `earlier` are of an older version: not written.
    """

    format: str
    registry: tuple[str, ...]
    targets: dict[str, dict[str, Remembered]] = {}
    errors: dict[str, date] = {}
    sent: dict[str, int] = {}
    lost: bool = False
    files: tuple[str, ...] = ()
    runs: dict[str, Runs] = {}
    log: dict[str, tuple[Sent, ...]] = {}
    played: dict[str, dict[str, Remembered]] = {}
    looks: Looks | None = None
    met: date | None = None
    decisions: Decisions | None = None
    look: OldLook | None = None
    earlier: OldLook | None = None

    def told(self) -> Iterator[dict[str, Remembered]]:
        """What each target was told, on days that were played too."""
        yield from self.targets.values()
        yield from self.played.values()


def path_of(registry: tuple[Path, ...]) -> Path:
    """Where the memory of these registry paths is kept.

    Raises:
        InputRefused: when no home is known.
    """
    file = memory_of(registry)
    if not file:
        raise InputRefused(problem("no-state-folder"))
    return Path(file)


def load(path: Path, registry: tuple[Path, ...], *, dry: bool = False) -> tuple[Memory, Problem | None]:
    """The memory in this file, a new one when there is none; the problem when it cannot be believed.

    Then a copy is kept aside and the new one put in its place; with `dry` that is said and not done.

    Raises:
        WorldFailed: when it cannot be read, and stays, or cannot be replaced.
    """
    new = Memory(FORMAT, real(registry))
    data = b""
    try:
        data = read_own(path)
        memory = _decoded(data)
    except FileNotFoundError:
        return new, None
    except PermissionError:
        raise _closed(path) from None
    except OSError as error:
        raise _cannot_remember(path, error) from None
    except (DecodeError, UnicodeDecodeError, RecursionError, BrokenSeal):
        reason = DAMAGED
    else:
        if memory.format != FORMAT or memory.registry != new.registry:
            reason = OF_ANOTHER
        elif are_sound(each for target in memory.told() for each in target.values()):
            return memory, None
        else:
            reason = DAMAGED
    new.lost = True
    aside = name_beside(path)
    if not dry:
        write_own(aside, data)  # a copy: no moment is without a memory
        save(path, new)
    return new, problem("lost-memory", Place(str(path)), reason=reason, aside=aside.name)


def _decoded(data: bytes) -> Memory:
    """The memory in these bytes, with what an older version kept as it is kept now.

    Raises:
        BrokenSeal: when its checksum is another, or missing though this version writes one.
        DecodeError, UnicodeDecodeError, RecursionError: when it is none.
    """
    body, is_sealed = opened(data)
    memory = json.decode(body, type=Memory)
    if memory.format in {FORMAT, OLDER}:
        if is_sealed != (memory.format == FORMAT):
            raise BrokenSeal
        memory.format = FORMAT
    if memory.look:
        memory.looks = memory.looks or from_older(memory.look, memory.earlier)
        memory.look = memory.earlier = None
    return memory


def save(path: Path, memory: Memory) -> None:
    """Puts the memory into its file, at once.

    Raises:
        WorldFailed: when the disk refuses.
    """
    _put(path, memory)


def _put(path: Path, kept: Struct) -> None:
    try:
        write_own(path, sealed(json.encode(kept)), _is_memory)
    except WorldFailed as failed:
        values = dict(failed.problem.values)
        if failed.problem.code == "too-large":
            raise _full(path, values["limit"], values["most"]) from None
        raise WorldFailed(problem("cannot-remember", Place(str(path)), reason=values["reason"])) from None


def _full(path: Path, limit: str, most: str) -> WorldFailed:
    return WorldFailed(problem("full-memory", Place(str(path)), limit=limit, most=most))


def sure_of_room(path: Path, size: int) -> None:
    """Lets pass a size that a memory may have, so that it can be read back.

    Raises:
        WorldFailed: for a larger one.
    """
    if size > FILE_BYTES:
        raise _full(path, **limit_of(FILE_BYTES))


def _is_memory(name: str) -> bool:
    """Whether a file of this folder is written here, so that what a kill left of it is swept."""
    return name.endswith((".json", ".bad")) and name.startswith(("seen-", "facts-", "telling-"))


def make_folder(path: Path) -> None:
    """The folder the memory is kept in.

    Raises:
        WorldFailed: when it cannot be made, or a memory that is there may not be read.
    """
    try:
        sure_open(path)
    except PermissionError:
        raise _closed(path) from None
    try:
        make_folders(path.parent)
    except OSError as error:
        raise _cannot_remember(path, error) from None


def clear_away(own: Path, now: datetime) -> None:
    """Removes the memories beside this one that nobody used for 400 days.

    What was told and decided of a registry that is there stays. What cannot be read or is in use stays too.
    """
    for path in own.parent.glob("seen-*.json"):
        with suppress(OSError, DecodeError, UnicodeDecodeError, RecursionError, BrokenSeal, WorldFailed):
            if path == own or path.lstat().st_mtime > (now - UNUSED).timestamp():
                continue
            with locked(path, seconds=0):
                memory = _decoded(read_own(path))
                if (memory.targets or memory.decisions) and any(map(os.path.exists, memory.registry)):
                    continue
                for beside in ("facts-", "arrived-"):
                    path.with_name(path.name.replace("seen-", beside, 1)).unlink(missing_ok=True)
                path.unlink()


def use(path: Path, now: datetime) -> None:
    """Notes that a memory was used though nothing in it changed."""
    passing.use(str(path), now.timestamp())


class _FactsFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The facts that `changes` found, by their digest."""

    format: str
    facts: dict[str, Facts]


def facts_path(path: Path) -> Path:
    """Where the facts of a large registry are kept, beside its memory."""
    return path.with_name(path.name.replace("seen-", "facts-", 1))


def load_facts(path: Path) -> tuple[dict[str, Facts], Problem | None]:
    """The facts kept beside a memory; none, and the problem, when there are some and they cannot be read."""
    file = facts_path(path)
    try:
        kept = json.decode(opened(read_own(file))[0], type=_FactsFile)
    except FileNotFoundError:
        return {}, None
    except OSError as error:
        reason = str(error.strerror or error)
    except (DecodeError, UnicodeDecodeError, RecursionError, BrokenSeal):
        reason = DAMAGED
    else:
        if kept.format == FACTS_FORMAT:
            return kept.facts, None
        reason = OF_ANOTHER
    return {}, problem("lost-facts", Place(str(file)), **outside(reason))


def save_facts(path: Path, facts: dict[str, Facts]) -> None:
    """Keeps facts beside a memory; where they are too many, not those of the longest entries.

    Raises:
        WorldFailed: when the disk refuses.
    """
    _put(facts_path(path), _FactsFile(FACTS_FORMAT, shortest(facts, FACTS_BYTES)))


def _closed(path: Path) -> WorldFailed:
    """That this user is kept from reading it, and what would allow it; it may be whole."""
    shut, reason = shlex.quote(str(kept_by(path))), "this user may not read it"
    return WorldFailed(problem("closed-memory", Place(str(path)), reason=reason, path=shut))


def _cannot_remember(path: Path, error: OSError) -> WorldFailed:
    return WorldFailed(problem("cannot-remember", Place(str(path)), **outside(error)))

"""The memory of what was told and looked at: one JSON file a registry, in the user's state folder.

Written whole or not at all, readable by its owner only. What cannot be read is kept aside, never believed.
"""

import os
import zlib
from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path

from msgspec import DecodeError, Struct, json

from clustercalls import edtf
from clustercalls.disk.folders import user_folder
from clustercalls.disk.replace import replace
from clustercalls.errors import InputRefused, Place, Problem, WorldFailed, problem
from clustercalls.model import zone_of
from clustercalls.told import Told

FORMAT = "clustercalls seen 1"
PRIVATE = 0o600

Facts = dict[str, dict[str, str]]


class Look(Struct, frozen=True, forbid_unknown_fields=True):
    """The facts of every entry, by id and field, as they were at a moment."""

    at: datetime
    facts: Facts


class Memory(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What the file holds: per target what was told by uid, when errors were last told, the last looks.

    `lost` says that a memory before this one could not be read; `files` are those that were read when
    nothing that was told of was missing; `sent` counts what each target was sent.
    """

    format: str
    registry: tuple[str, ...]
    targets: dict[str, dict[str, Told]] = {}
    errors: dict[str, date] = {}
    sent: dict[str, int] = {}
    lost: bool = False
    files: tuple[str, ...] = ()
    look: Look | None = None
    earlier: Look | None = None


def path_of(registry: tuple[Path, ...]) -> Path:
    """Where the memory of these registry paths is kept.

    Raises:
        InputRefused: when no home is known.
    """
    folder = user_folder("XDG_STATE_HOME", ".local/state")
    if folder is None:
        raise InputRefused(problem("no-state-folder"))
    return folder / f"seen-{identity(registry)}.json"


def identity(registry: tuple[Path, ...]) -> str:
    """What tells these registry paths from others."""
    key = "\0".join(real(registry)).encode("utf-8", "surrogateescape")
    return f"{zlib.crc32(key):08x}{zlib.adler32(key):08x}"


def load(path: Path, registry: tuple[Path, ...], *, dry: bool = False) -> tuple[Memory, Problem | None]:
    """The memory in this file, a new one when there is none; the problem when it had to be moved aside.

    With `dry` nothing is moved.

    Raises:
        WorldFailed: when it can be neither read nor replaced.
    """
    new = Memory(FORMAT, real(registry))
    data: bytes | None = None
    try:
        data = path.read_bytes()
        memory = json.decode(data, type=Memory)
    except FileNotFoundError:
        return new, None
    except PermissionError:
        reason = "this user may not read it"
    except OSError as error:
        raise _cannot_remember(path, error) from None
    except (DecodeError, UnicodeDecodeError, RecursionError):
        reason = "it is damaged"
    else:
        if memory.format != FORMAT or memory.registry != new.registry:
            reason = "it belongs to another registry or version"
        elif _is_sound(memory):
            return memory, None
        else:
            reason = "it is damaged"
    new.lost = True
    if dry:
        return new, None
    aside = _aside(path, data)
    save(path, new)
    return new, problem("lost-memory", Place(str(path)), reason=reason, aside=aside.name)


def save(path: Path, memory: Memory) -> None:
    """Puts the memory into its file, at once.

    Raises:
        WorldFailed: when the disk refuses.
    """
    try:
        replace(path, json.encode(memory) + b"\n", mode=PRIVATE)
    except WorldFailed as failed:
        reason = dict(failed.problem.values)["reason"]
        raise WorldFailed(problem("cannot-remember", Place(str(path)), reason=reason)) from None


def make_folder(path: Path) -> None:
    """The folder the memory is kept in.

    Raises:
        WorldFailed: when it cannot be made.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_remember(path, error) from None


def looked(memory: Memory, facts: Facts, now: datetime) -> Look | None:
    """Notes what is seen now; returns what it was before it last changed, None when that is not known."""
    if memory.look is None or memory.look.facts != facts:
        memory.earlier, memory.look = memory.look, Look(now, facts)
    return memory.earlier


def _is_sound(memory: Memory) -> bool:
    """Whether every date, hour and zone in it is one."""
    told = [each for target in memory.targets.values() for each in target.values()]
    hours = {each.at for each in told if each.at}
    zones = {each.kept.zone for each in told if each.kept}
    try:
        for text in {text for each in told for text in (each.when, each.until) if text}:
            edtf.parse(text)
        for hour, _, zone in (each.partition(" ") for each in hours):
            time.fromisoformat(hour)
            zones.add(zone)
        for zone in zones:
            zone_of(zone)
    except ValueError:
        return False
    return True


def _aside(path: Path, data: bytes | None) -> Path:
    """Keeps a copy beside, so that no moment is without a file; what cannot be read can only be renamed."""
    number = 1
    while (aside := path.with_name(f"{path.name}.{number}.bad")).exists():
        number += 1
    if data is not None:
        replace(aside, data, mode=PRIVATE)
        return aside
    try:
        path.rename(aside)
    except OSError as error:
        raise _cannot_remember(path, error) from None
    return aside


def _cannot_remember(path: Path, error: OSError) -> WorldFailed:
    return WorldFailed(problem("cannot-remember", Place(str(path)), reason=error.strerror or error))


def real(registry: Iterable[str | Path]) -> tuple[str, ...]:
    """The paths with their links followed."""
    return tuple(os.path.realpath(each) for each in registry)

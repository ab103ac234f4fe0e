"""What changed since somebody last looked: the memory of `changes`, and of `upcoming` on a terminal."""

from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct

from clustercalls import looks
from clustercalls.cli.context import Context
from clustercalls.cli.look import unchanged
from clustercalls.disk.lock import locked
from clustercalls.disk.private import read_own
from clustercalls.disk.settled import digest
from clustercalls.errors import InputRefused, Problem, WorldFailed, problem
from clustercalls.history.compare import Change
from clustercalls.limits import LOOK_SECONDS
from clustercalls.model import Registry
from clustercalls.reminders import memory as memories
from clustercalls.render.dates import say_day


class SinceLastLook(Struct, frozen=True):
    """The day of the look before the last change, what changed then, whether that is new, what went wrong."""

    since: date | None = None
    changes: tuple[Change, ...] = ()
    is_new: bool = False
    trouble: Problem | None = None
    code: int = 0


def look(
    paths: tuple[Path, ...],
    registry: Registry,
    now: datetime | None = None,
    clock: datetime | None = None,
    *,
    in_passing: bool = False,
) -> SinceLastLook:
    """Looks, and notes what is there now. Where that fails, the rest can still be told.

    In passing, nothing is compared when the files hold what they held, and of a large registry digests are
    noted alone. `clock` is that of the disk, and when the look is, unless `now` says so: not the moment that
    is asked for, which a later look would take for that of this one.
    """
    clock = clock or datetime.now(UTC)
    now = now or clock
    try:
        path = memories.path_of(paths)
        memories.make_folder(path)
        with locked(path, seconds=LOOK_SECONDS):
            memory, lost = memories.load(path, paths, dry=in_passing)
            if in_passing and lost:  # left to `remind` and `changes`, who say it
                return SinceLastLook(trouble=lost, code=InputRefused.exit_code)
            trouble = lost
            memories.use(path, clock)
            last = memory.looks
            files = digest(registry.files, clock.timestamp())
            if in_passing and last and files and last.files == files:
                _note(paths, files)
                return SinceLastLook()
            memory.looks = after = looks.look(last, registry.entries, now, files)
            known = after.facts
            if not in_passing and len(registry.entries) > looks.FEW:
                kept, unread = memories.load_facts(path)
                known = kept | known
                trouble = lost or unread
                memories.save_facts(path, looks.all_known(after, known, registry.entries))
            if after != last or lost:
                memories.save(path, memory)
                _note(paths, files)
                memories.clear_away(path, clock)
    except (InputRefused, WorldFailed) as failed:
        return SinceLastLook(trouble=_not_looked(failed.problem), code=failed.exit_code)
    return SinceLastLook(
        after.before.at.date() if after.before else None,
        tuple(looks.changes(after, known, registry.entries)),
        is_new=last is not None and last.before != after.before,
        trouble=trouble,
        code=InputRefused.exit_code if trouble else 0,
    )


def remark(paths: tuple[Path, ...], registry: Registry, context: Context, now: datetime | None = None) -> str:
    """One line for the end of `upcoming`, when something changed since the last look; else empty."""
    if not registry.sound:  # what cannot be read now is not gone
        return ""
    looked = look(paths, registry, now, in_passing=True)
    count = len(looked.changes)
    if not looked.is_new or looked.since is None or not count:  # or it is only remembered otherwise
        return ""
    day = say_day(looked.since, context.t.code)
    if count == 1:
        return context.t("1 change since {date}: clustercalls changes", date=day)
    return context.t("{count} changes since {date}: clustercalls changes", count=count, date=day)


def _not_looked(why: Problem) -> Problem:
    values = dict(why.values)
    reason = values.pop("reason", why.kind.message)
    return problem("not-looked", why.place, reason=reason, **values)


def _note(paths: tuple[Path, ...], files: str) -> None:
    """Notes that by this memory nothing is new while the files are as they are; for who holds its lock."""
    with suppress(OSError):
        unchanged.note(paths, read_own(memories.path_of(paths)), files)

"""What changed since somebody last looked: the memory of `changes`, and of `upcoming` on a terminal."""

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from clustercalls import compare, seen
from clustercalls.cli.context import Surroundings
from clustercalls.disk.lock import locked
from clustercalls.errors import InputRefused, Problem, WorldFailed, problem
from clustercalls.model import Registry
from clustercalls.render.dates import say_day


class Looked(Struct, frozen=True):
    """What was there before it last changed, whether it changed since the last look, what went wrong."""

    earlier: seen.Look | None
    changed: bool
    trouble: Problem | None = None
    code: int = 0


def look(paths: tuple[Path, ...], registry: Registry, now: datetime) -> Looked:
    """Looks, and notes what is there now. Where that fails, the rest can still be told."""
    facts = {entry.id: compare.facts(entry) for entry in registry.entries}
    try:
        path = seen.path_of(paths)
        seen.make_folder(path)
        with locked(path, seconds=1):
            memory, lost = seen.load(path, paths)
            last = memory.look
            earlier = seen.looked(memory, facts, now)
            if memory.look is not last or lost:
                seen.save(path, memory)
    except (InputRefused, WorldFailed) as failed:
        values = dict(failed.problem.values)
        reason = values.pop("reason", failed.problem.kind.message)
        trouble = problem("not-looked", failed.problem.place, reason=reason, **values)
        return Looked(None, changed=False, trouble=trouble, code=failed.exit_code)
    changed = last is not None and memory.look is not last
    return Looked(earlier, changed, lost, InputRefused.exit_code if lost else 0)


def remark(paths: tuple[Path, ...], registry: Registry, around: Surroundings, now: datetime) -> str:
    """One line for the end of `upcoming`, when something changed since the last look; else empty."""
    if registry.problems:  # what cannot be read now is not gone
        return ""
    looked = look(paths, registry, now)
    earlier = looked.earlier
    if not looked.changed or earlier is None:
        return ""
    count = sum(1 for _ in compare.between(earlier.facts, registry.entries))
    day = say_day(earlier.at.date(), around.t.code)
    if not count:  # what is only remembered otherwise than before
        return ""
    if count == 1:
        return around.t("1 change since {date}: clustercalls changes", date=day)
    return around.t("{count} changes since {date}: clustercalls changes", count=count, date=day)

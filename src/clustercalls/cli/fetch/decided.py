"""What was told of the sources, and decided, for the registry in use: part of its memory."""

from collections.abc import Callable
from pathlib import Path

from clustercalls.decisions import Decisions
from clustercalls.disk.lock import locked
from clustercalls.errors import Problem
from clustercalls.limits import LOCK_SECONDS
from clustercalls.reminders import memory as memories


def decisions_of(paths: tuple[Path, ...]) -> tuple[Decisions, Problem | None]:
    """What is remembered; nothing, and the problem, where it cannot be believed.

    Raises:
        InputRefused: when no home is known.
        WorldFailed: when it cannot be read.
    """
    memory, lost = memories.load(memories.path_of(paths), paths, dry=True)
    return memory.decisions or Decisions(), lost


def decide(paths: tuple[Path, ...], change: Callable[[Decisions], Decisions]) -> None:
    """Changes what is remembered, as it is by then.

    Raises:
        InputRefused: when no home is known.
        WorldFailed: when it cannot be read, locked or written.
    """
    path = memories.path_of(paths)
    memories.make_folder(path)
    with locked(path, seconds=LOCK_SECONDS):
        memory, _ = memories.load(path, paths)
        decided = memory.decisions or Decisions()
        after = change(decided)
        if after != decided:
            memory.decisions = after
            memories.save(path, memory)

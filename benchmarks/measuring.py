"""How a finished process is measured: against `python -c pass`, interleaved."""

import os
import random
import sys
import termios
from collections.abc import Callable
from threading import Thread
from typing import NamedTuple, TypeVar

Row = TypeVar("Row")

WARM_UP = 2
OFTEN = 3  # rows that may cost little are run so often in a round
NEAREST = 2  # runs of `pass` on either side of the one before a run
UNWANTED = ("PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "PYTHONPATH")  # of the environment


class Cost(NamedTuple):
    """What one run took: seconds of CPU and MiB at its peak."""

    cpu: float
    mib: float


def spawned(
    arguments: list[str], environment: dict[str, str], *, terminal: bool = False, talks: bool = False
) -> Cost:
    """What a process took, with a pipe to nowhere or a terminal of 80 columns as its output."""
    actions: list[tuple[int, ...] | tuple[int, int, str, int, int]] = [
        (os.POSIX_SPAWN_OPEN, each, os.devnull, os.O_RDWR, 0) for each in (0, 1, 2)
    ]
    master = slave = -1
    if terminal:
        master, slave = os.openpty()
        termios.tcsetwinsize(slave, (24, 80))
        for each in (1, 2) if talks else (1,):
            actions[each] = (os.POSIX_SPAWN_DUP2, slave, each)
        Thread(target=drain, args=(master,), daemon=True).start()
    pid = os.posix_spawn(arguments[0], arguments, environment, file_actions=actions)
    _, status, used = os.wait4(pid, 0)
    if terminal:
        os.close(slave)
    code = os.waitstatus_to_exitcode(status)
    if code:
        sys.exit(f"{' '.join(arguments)} answered {code}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def drain(master: int) -> None:
    """Reads a terminal to its end, so that nobody waits for it."""
    try:
        while os.read(master, 1 << 16):
            pass
    except OSError:  # Linux: the other side has closed
        os.close(master)


def measure(
    run: Callable[[Row | None], Cost],
    cases: list[Row],
    rounds: int,
    *,
    is_short: Callable[[Row], bool],
    warm_up: int = WARM_UP,
) -> dict[Row, Cost]:
    """For each case the median ratio of CPU time to the floor, and the highest peak of memory.

    `run` runs a case, or for None the floor.
    """
    for case in cases:
        for _ in range(warm_up):
            run(case)
    costs: dict[Row, list[Cost]] = {case: [] for case in cases}
    for _ in range(rounds):
        order = [each for each in cases for _ in range(OFTEN if is_short(each) else 1)]
        random.shuffle(order)
        both = [(run(None).cpu, run(each)) for each in order]
        floors = [floor for floor, _ in both]
        for at, (case, (_, took)) in enumerate(zip(order, both, strict=True)):
            floor = median(floors[max(at - NEAREST, 0) : at + NEAREST + 1])
            costs[case].append(Cost(took.cpu / floor, took.mib))
    return {
        key: Cost(median([each.cpu for each in found]), max(each.mib for each in found))
        for key, found in costs.items()
    }


def median(values: list[float]) -> float:
    """The middle one; `statistics` would make this process larger than what it measures."""
    return sorted(values)[len(values) // 2]


def cell(value: float, most: float | None) -> tuple[str, bool]:
    """What was measured, its bound, and a mark when it is missed."""
    if most is None:
        return "", False
    broken = value > most
    return f"{value:.1f} ≤ {most:.4g}" if not broken else f"**{value:.1f}** ✗ {most:.4g}", broken

"""Runs every trial and prints its figures: `python tests/reliability [quick|short|full]`."""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import trials
from strings import STRINGS
from trials import Figures

EVERY = ("ENOSPC", "EIO", "EROFS", "EACCES")
NEVER = 1e9
Plan = list[Callable[[Path], Figures]]

PLANS: dict[str, tuple[float, tuple[int, ...]]] = {
    # seconds of a long trial, then: kills, errors, writers, adds each, rounds, sizes, strings
    "quick": (5, (10, 1, 4, 2, 1, 2, 12)),
    "short": (22, (60, 2, 6, 4, 1, 4, 24)),
    "full": (NEVER, (2_000, 4, 16, 50, 5, 24, len(STRINGS))),
}


def plan(name: str) -> Plan:
    """The trials of a plan, each to be given a folder of its own."""
    seconds, (kills, errors, writers, each, rounds, sizes, strings) = PLANS[name]
    spread = STRINGS[:: max(len(STRINGS) // strings, 1)]
    traced: Plan = [
        trials.order_of_calls,
        lambda folder: trials.kill_at_every_call(folder, seconds),
        lambda folder: trials.failing_calls(folder, EVERY[:errors], seconds),
    ]
    return [
        lambda folder: trials.kill_at_random(folder, kills, seconds),
        *(traced if trials.HAS_STRACE else []),
        lambda folder: trials.writers_at_once(folder, writers, each, rounds),
        lambda folder: trials.full_disk(folder, sizes),
        trials.read_only_disk,
        trials.poor_surroundings,
        lambda folder: trials.hostile_text(folder, spread, seconds),
    ]


def main(name: str) -> int:
    """Prints a line a trial; 1 when anything broke."""
    failed = False
    if not trials.HAS_STRACE:
        print("strace is not here: kills and failures at single system calls are not tried")
    for trial in plan(name):
        with tempfile.TemporaryDirectory(prefix="reliability-") as folder:
            begin = time.monotonic()
            found = trial(Path(folder) / "trial")
        seconds = time.monotonic() - begin
        print(
            f"{found.trial:<24} {found.tried:>6} tried {len(found.broken):>4} broken {seconds:>7.1f} s",
            flush=True,
        )
        for each in found.broken[:10]:
            print(f"    {each}", flush=True)
        failed = failed or bool(found.broken)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "short"))

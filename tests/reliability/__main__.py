"""Runs every trial and prints its figures: `python tests/reliability [quick|short|full] [TRIAL…]`."""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import damages
import killed_outputs
import killed_publishing
import killed_syncs
import kills
import merges
import model
import office
import places
import strangers
import texts
import undoes
import writers
from harness import Figures
from strings import STRINGS

EVERY = ("ENOSPC", "EIO", "EROFS", "EACCES")
NEVER = 1e9
NEED_THE_SUPERUSER = {"read-only", "strangers"}
Plan = dict[str, Callable[[Path], Figures]]

PLANS: dict[str, tuple[float, tuple[int, ...]]] = {
    # seconds of a trial, then: kills, errors, writers, adds, rounds, sizes, hands, strings, users, edits,
    # of the damages each how manieth, days of an office and its calls, kills of a sync, of a publishing
    "quick": (3, (10, 1, 4, 2, 1, 2, 2, 12, 40, 200, 499, 20, 8, 10, 6)),
    "short": (15, (60, 2, 6, 4, 1, 3, 3, 24, 200, 1_000, 97, 40, 20, 40, 30)),
    "full": (
        NEVER,
        (2_000, 4, 16, 50, 5, 24, len(texts.HANDS), len(STRINGS), 10_000, 20_000, 1, 365, 200, 300, 200),
    ),
}


def plan(name: str) -> Plan:
    """The trials of a plan by name, each to be given a folder of its own."""
    (
        seconds,
        (
            times,
            errors,
            many,
            each,
            rounds,
            sizes,
            hands,
            strings,
            most,
            edits,
            nth,
            days,
            calls,
            *kills_of,
        ),
    ) = PLANS[name]
    syncs, sites = kills_of
    spread = STRINGS[:: max(len(STRINGS) // strings, 1)]
    traced: Plan = {
        "order": kills.order_of_calls,
        "kill-calls": lambda folder: kills.kill_at_every_call(folder, seconds),
        "failing-calls": lambda folder: kills.failing_calls(folder, EVERY[:errors], seconds),
        "undo-kills": lambda folder: undoes.undo_after_kills(folder, seconds),
        "kill-outputs": lambda folder: killed_outputs.kill_an_output(folder, seconds),
        "failing-outputs": lambda folder: killed_outputs.fail_an_output(folder, EVERY[:errors], seconds),
        "hand-edits": lambda folder: writers.hand_edits(folder, rounds),
    }
    return {
        "kill-random": lambda folder: kills.kill_at_random(folder, times, seconds),
        **(traced if kills.HAS_STRACE else {}),
        "random-edits": lambda folder: model.random_edits(folder, edits, seed=int(time.time())),
        "random-merges": lambda _: merges.random_merges(edits * 5, seed=int(time.time())),
        "office": lambda folder: office.year_of_an_office(folder, days, calls, seed=int(time.time())),
        "writers": lambda folder: writers.writers_at_once(folder, many, each, rounds),
        "kill-syncs": lambda folder: killed_syncs.kill_a_sync(folder, syncs, seconds * 2),
        "kill-publishing": lambda folder: killed_publishing.kill_publishing(folder, sites, seconds * 2),
        "lines": lambda folder: texts.other_lines_stay(folder, hands),
        "full-disk": lambda folder: places.full_disk(folder, sizes),
        "read-only": places.read_only_disk,
        "damages": lambda _: damages.state_damaged(seconds, nth, int(time.time()) % nth),
        "surroundings": places.poor_surroundings,
        "strangers": lambda folder: strangers.strangers(folder, most),
        "hostile-text": lambda folder: texts.hostile_text(folder, spread, seconds),
    }


def main(name: str, only: list[str]) -> int:
    """Prints a line a trial; 1 when anything broke, or when a trial came to try nothing."""
    failed = False
    if not kills.HAS_STRACE:
        print("strace is not here: kills, failures and hand edits at single system calls are not tried")
    for key, trial in plan(name).items():
        if only and key not in only:
            continue
        with tempfile.TemporaryDirectory(prefix="reliability-") as folder:
            begin = time.monotonic()
            found = trial(Path(folder) / "trial")
        seconds = time.monotonic() - begin
        print(
            f"{found.trial:<76} {found.tried:>6} tried {len(found.broken):>4} broken {seconds:>7.1f} s",
            flush=True,
        )
        for each in found.broken[:10]:
            print(f"    {each}", flush=True)
        failed = failed or bool(found.broken) or not (found.tried or key in NEED_THE_SUPERUSER)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "short", sys.argv[2:]))

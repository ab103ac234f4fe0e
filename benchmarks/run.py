"""Measures the command against `python -c pass`, interleaved, and prints the table of docs/performance.md.

    python benchmarks/run.py [--rounds 15] [--check]

Every round runs every case once in a fresh random order, so that a machine whose speed drifts hits all of
them alike; a ratio is taken within a round, the median of the rounds counts. CPU time and peak memory are
the kernel's own figures of the finished process. With --check, exit 1 when a bound is broken.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from made_up import TODAY, registry

AS_OF = ("--as-of", TODAY.isoformat())
WARM_UP = 2


class Case(NamedTuple):
    """A row of the table: what is typed, and what it may cost."""

    name: str
    entries: int
    arguments: tuple[str, ...]
    most: float  # times the CPU of `python -c pass`
    most_mib: float | None = None


EXPORT = ("export", "ics", "--past", *AS_OF)
CASES = (
    Case("upcoming, plain", 30, ("upcoming", "-f", "plain", *AS_OF), 10, 25),
    Case("upcoming, JSON", 30, ("upcoming", "-f", "json", *AS_OF), 10, 25),
    Case("upcoming, table of 20 rows", 30, ("upcoming", "-f", "table", "-n", "20", *AS_OF), 14),
    Case("check, clean", 30, ("check",), 10),
    Case("upcoming, plain", 1_000, ("upcoming", "-f", "plain", *AS_OF), 15),
    Case("upcoming, JSON", 1_000, ("upcoming", "-f", "json", *AS_OF), 15),
    Case("check, clean", 1_000, ("check",), 16),
    Case("export ics", 30, EXPORT, 18),
    Case("export ics, 2,000 events", 1_000, EXPORT, 120, 26),
    Case("export ics, over its own file", 1_000, (*EXPORT, "-o", "again.ics"), 120, 26),
    Case("export ics, two alarms each", 1_000, (*EXPORT, "--alarms", "30d,7d"), 170, 26),
    Case("set, shown only", 1_000, ("set", "call-00001", "track=applying", "--dry-run"), 30),
    Case("confirm, shown only", 1_000, ("confirm", "call-00001", "--dry-run"), 30),
    Case("remind, nothing due", 1_000, ("remind", "--as-of", "2020-01-01"), 17),
    Case("upcoming, plain", 10_000, ("upcoming", "-f", "plain", *AS_OF), 65, 80),
    Case("upcoming, JSON", 10_000, ("upcoming", "-f", "json", *AS_OF), 65, 80),
    Case("check, clean", 10_000, ("check",), 70, 80),
)


class Cost(NamedTuple):
    """What one run took: seconds of CPU and MiB at its peak."""

    cpu: float
    mib: float


def run(arguments: list[str]) -> Cost:
    """One finished process, its output read by nobody."""
    null = [
        (os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_RDWR, 0) for descriptor in (0, 1, 2)
    ]  # fmt: skip
    pid = os.posix_spawn(arguments[0], arguments, os.environ, file_actions=null)
    _, status, used = os.wait4(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code:
        sys.exit(f"{' '.join(arguments)} answered {code}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def measure(cases: dict[Case, list[str]], rounds: int) -> dict[Case, tuple[float, float]]:
    """For each case the median ratio of CPU time and the highest peak of memory."""
    floor = [sys.executable, "-c", "pass"]
    for command in (floor, *cases.values()):
        for _ in range(WARM_UP):
            run(command)
    ratios: dict[Case, list[float]] = {case: [] for case in cases}
    peaks = dict.fromkeys(cases, 0.0)
    for _ in range(rounds):
        order: list[Case | None] = [None, *cases]
        random.shuffle(order)
        costs = {case: run(cases[case] if case else floor) for case in order}
        for case in cases:
            ratios[case].append(costs[case].cpu / costs[None].cpu)
            peaks[case] = max(peaks[case], costs[case].mib)
    return {case: (statistics.median(ratios[case]), peaks[case]) for case in cases}


def main() -> int:
    """Prints the table; 1 when asked to check and a bound is broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    command = str(Path(sys.executable).with_name("clustercalls"))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder  # nothing of the person who measures is read or written
        os.chdir(folder)  # what is written goes there
        files = {}
        for count in sorted({case.entries for case in CASES}):
            files[count] = Path(folder) / f"{count}.toml"
            files[count].write_text("".join(registry(count)), encoding="utf-8")
        cases = {case: [command, *case.arguments, "-r", str(files[case.entries])] for case in CASES}
        found = measure(cases, options.rounds)
    print("| command | entries | CPU, × `python -c pass` | bound | peak MiB | bound |")
    print("|---|---|---|---|---|---|")
    broken = False
    for case, (ratio, mib) in found.items():
        broken = broken or ratio > case.most or (case.most_mib is not None and mib > case.most_mib)
        bound = f"{case.most_mib:g}" if case.most_mib else ""
        print(f"| {case.name} | {case.entries:,} | {ratio:.1f} | {case.most:g} | {mib:.1f} | {bound} |")
    return 1 if broken and options.check else 0


if __name__ == "__main__":
    sys.exit(main())

"""`make hostile-server`: every bad answer at every step of `export caldav`, and those that drip.

Each in a process of its own that is measured. Prints what broke, and the figures; any break is exit code 1.
With words as arguments, only the answers whose names hold one of them.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS)]

from bad_answers import DRIPS, FAST  # noqa: E402 - found there
from hostile_dav import AFTER, BEFORE, LAUNCHER, MODES, PASSWORD, World, command, seeded  # noqa: E402

SECONDS, MEBIBYTES = 60, 64
PROGRAM = [sys.executable, "-m", "clustercalls"]
# Every step, and every mode; what two modes do alike is tried in one.
STEPS = {
    "named": MODES["named"].steps,
    "new": ("mkcalendar", "made"),
    "force": ("put", "delete"),
    "dry run": ("report",),
    "calendar": ("list",),
}
FEW = {"calendar": ("list", "put"), "named": ("principal",)}  # where the drips are tried; each takes a minute
AT_ONCE = 4  # mostly they wait


class Case(NamedTuple):
    name: str
    mode: str
    step: str


class Seen(NamedTuple):
    code: int
    mebibytes: float
    seconds: float
    lines: list[str]
    strayed: int


def cases(words: list[str]) -> Iterator[Case]:
    for name in (*FAST, *DRIPS):
        if words and not any(each in name for each in words):
            continue
        for mode, steps in (STEPS if name in FAST else FEW).items():
            yield from (Case(name, mode, step) for step in steps)


def surroundings(folder: Path) -> dict[str, str]:
    return {
        **{name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ},
        "HOME": str(folder), "LANG": "C.UTF-8", "CLUSTERCALLS_CALDAV_PASSWORD": PASSWORD,
    }  # fmt: skip


def seeds(folder: Path) -> dict[str, dict[str, tuple[str, str]]]:
    """What the server of each mode holds at first."""

    def run(*typed: str) -> int:
        env = surroundings(folder)
        return subprocess.run([*PROGRAM, *typed], env=env, cwd=folder, check=False).returncode

    with World() as world:
        return {mode: seeded(world, run, str(folder / "before.toml"), mode) for mode in MODES}


def tried(case: Case, folder: Path, objects: dict[str, tuple[str, str]]) -> Seen:
    """One run against a server of its own."""
    with World() as world:
        world.turn(case.step, (FAST | DRIPS)[case.name], objects)
        typed = command(world, MODES[case.mode], str(folder / "after.toml"))
        done = subprocess.run(
            [sys.executable, "-S", "-c", LAUNCHER, *PROGRAM, *typed],
            env=surroundings(folder), cwd=folder, capture_output=True, text=True, check=True,
        )  # fmt: skip
        code, mebibytes, seconds = done.stdout.splitlines()[-1].split()
        return Seen(int(code), float(mebibytes), float(seconds), done.stderr.splitlines(), len(world.strayed))


def wrong(seen: Seen) -> str:
    """What of a run is not as it must be."""
    told = sum("caldav-failed: " in each for each in seen.lines)
    found = {
        f"exit code {seen.code}": seen.code not in {0, 3, 4},
        f"{seen.strayed} requests elsewhere": seen.strayed > 0,
        f"{seen.mebibytes:.0f} MiB": seen.mebibytes > MEBIBYTES,
        f"{seen.seconds:.0f} s": seen.seconds > SECONDS,
        f"told {told} times": told != (seen.code == 4),
        "the password in a message": any(PASSWORD in each for each in seen.lines),
    }
    return ", ".join(each for each, is_so in found.items() if is_so)


def main(words: list[str]) -> int:
    broken, codes = 0, dict[int, int]()
    most, longest = 0.0, 0.0
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(AT_ONCE) as pool:
        folder = Path(name)
        (folder / "before.toml").write_text(BEFORE)
        (folder / "after.toml").write_text(AFTER)
        asked = list(cases(words))
        there = seeds(folder)
        runs = pool.map(lambda each: tried(each, folder, there[each.mode]), asked)
        for case, seen in zip(asked, runs, strict=True):
            codes[seen.code] = codes.get(seen.code, 0) + 1
            most, longest = max(most, seen.mebibytes), max(longest, seen.seconds)
            if found := wrong(seen):
                broken += 1
                print(
                    f"{case.name} at {case.step} of {case.mode}: {found}",
                    *seen.lines[-1:],
                    sep="\n  ",
                    flush=True,
                )
    answers = len({each.name for each in asked})
    print(f"{answers} answers, {len(asked)} runs: {broken} broke; exit codes {dict(sorted(codes.items()))};")
    print(f"at most {most:.0f} MiB and {longest:.0f} s")
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

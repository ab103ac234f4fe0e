"""Measures the command against `python -c pass`, interleaved, and prints the table of docs/performance.md.

    python benchmarks/run.py [--rounds 15] [--check] [--venv FOLDER] [--only WORD]

The package is installed alone into a virtual environment of its own, for what development needs slows every
start. Every round runs every case in a fresh random order, so that a machine whose speed drifts hits all of
them alike, short ones more often: they scatter most. Before each run stands one of `pass`, and a run is
measured by the median of those nearest to it; of the ratios the median counts. CPU time and peak memory are
the kernel's own figures of the finished process. `cold` finds no cache folder, `second` what the runs before
have left there. With --check, exit 1 when a bound is broken.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import on_offer
from made_up import TODAY, registry
from measuring import UNWANTED, Cost, cell, measure, spawned

ROOT = Path(__file__).resolve().parents[1]
SIZES = (30, 1_000, 10_000)
SHORT = 12  # rows that may cost less than so many units are run more often in a round
SETTLED = 11  # seconds after which a registry is not one that somebody is writing
LONG = 1.8  # times what entries of the usual length may cost
AS_OF = ("--as-of", TODAY.isoformat())
PLAIN = ("upcoming", "-f", "plain", *AS_OF)
DONE = ("done", "call-00001/first")
PLAN = ("plan", "call-00001/first", "--as-of", "2020-01-01")
PUBLISH = ("publish", *AS_OF)
SET = ("set", "call-00001", "note=Seen")

# Peers at 30, 1,000 and 10,000 items, on one machine and day; recorded, not measured here.
PEERS = {
    "taskwarrior": ("", "2.6", "22"),
    "todoman": ("", "", "92"),
    "remind": ("", "11", "98"),
    "calcurse": ("0.2", "2.6", "119–145"),
    "khal": ("", "", "760"),
}


NONE, EMPTY, FULL = "no cache", "an empty cache", "a cache of runs before"


class Case(NamedTuple):
    """A row: what is typed, and what it may cost, in units or MiB, with 30, 1,000 and 10,000 entries."""

    name: str
    arguments: tuple[str, ...]
    most: tuple[float | None, float | None, float | None]
    cache: str = NONE
    where: str = "plain"  # the registry: plain, long, folder; none when none is named
    terminal: bool = False
    talks: bool = False  # standard error goes there too, so that a remark may follow
    config: bool = False
    typed: str = ""  # completed, instead of run
    memory: tuple[float | None, float | None, float | None] = (None, None, None)


def both(
    name: str,
    arguments: tuple[str, ...],
    cold: tuple[float | None, float | None, float | None],
    second: tuple[float | None, float | None, float | None],
    **more: object,
) -> tuple[Case, Case]:
    """A row for the first run and one for those after it."""
    return (
        Case(f"{name}, cold", arguments, cold, **more),  # type: ignore[arg-type]  # fields of the row
        Case(f"{name}, second", arguments, second, cache=FULL, **more),  # type: ignore[arg-type]  # as above
    )


JSON = ("upcoming", "-f", "json", *AS_OF)
WORKBOOK = ("upcoming", "-o", "calls.xlsx", *AS_OF)
TABLE = ("upcoming", "-n", "20", *AS_OF)
CASES = (
    Case("upcoming, plain, cold", PLAIN, (5.5, 10, 57), memory=(22, 26, 55)),
    Case("upcoming, plain, the run that writes the index", PLAIN, (6, 11.5, 70), cache=EMPTY),
    Case("upcoming, plain, second", PLAIN, (1.8, 2.2, 5), cache=FULL, memory=(None, None, 30)),
    *both("upcoming, JSON", JSON, (5.5, 10, 57), (1.8, 2.2, 5)),
    *both("upcoming, table of 20 on a terminal", TABLE, (7, None, None), (2.5, None, None), terminal=True),
    *both(
        "upcoming, table of 20, where a remark may follow",
        ("upcoming", "-n", "20"),
        (7, None, None),
        (2.5, None, None),
        terminal=True,
        talks=True,
    ),
    Case("upcoming, plain, second, with a config file", PLAIN, (2.8, None, None), cache=FULL, config=True),
    *both(
        "upcoming, a folder of files of one entry", PLAIN, (None, 20, None), (None, 4, None), where="folder"
    ),
    *both(
        "upcoming, long entries",
        PLAIN,
        (5.5 * LONG, 10 * LONG, 57 * LONG),
        (1.8 * LONG, 2.2 * LONG, 5 * LONG),
        where="long",
    ),
    Case("check, clean", ("check",), (6, 12, 70)),
    Case("set, dry", (*SET, "--dry-run"), (8, 14, 70)),
    Case("set, real", SET, (8, 14, 70)),
    Case("done, dry", (*DONE, "--dry-run"), (8, 14, 70)),
    Case("plan, dry", (*PLAN, "--dry-run"), (9, 15, 71)),
    Case("days-off, listed", ("days-off",), (8, 14, 70)),
    *both("remind, nothing due", ("remind", "--as-of", "2020-01-01"), (7, 12, 66), (3, 4, 12)),
    Case("export ics", ("export", "ics", "--past", *AS_OF), (7, 30, 230)),
    Case("publish, an audience anew", PUBLISH, (40, 300, None), config=True, memory=(None, 90, None)),
    Case("publish, again on the same day", PUBLISH, (20, 20, None), config=True),
    Case("export svg", ("export", "svg", *AS_OF), (9, 18, 110)),
    Case("upcoming, the timeline", ("upcoming", "--timeline", *AS_OF), (8, 16, 95)),
    Case("upcoming, a workbook", WORKBOOK, (11, 22, 120), memory=(None, None, 80)),
    Case("merge, a tenth edited and added on each side", ("merge",), (12, 20, 150), where="none"),
    Case("merge, as many new entries on each side", ("merge",), (12, 20, 150), where="none"),
    Case("TAB, a command", (), (2, 2, 2), typed="clustercalls up"),
    Case("TAB, an option", (), (2, 2, 2), typed="clustercalls upcoming --pa"),
    Case("TAB, an id", (), (2.5, 3, 4), cache=FULL, typed="clustercalls show call-0000"),
    Case("--version", ("--version",), (2, None, None), where="none"),
    Case("where", ("where",), (2, None, None)),
)


def _new(name: str, calls: list[str]) -> Iterator[str]:
    """These entries under ids of their own, one by one."""
    return (each.replace('"call-', f'"{name}-', 1) for each in calls)


class Bench:
    """A folder with the program alone, made-up registries, and homes of nobody."""

    def __init__(self, folder: Path, environment: Path) -> None:
        self.folder = folder
        self.python = str(environment / "bin" / "python")
        self.command = str(environment / "bin" / "clustercalls")
        if not environment.exists():
            subprocess.run([sys.executable, "-m", "venv", environment], check=True)
            # An older pip makes scripts that import `re`: two thirds of a unit in every row.
            subprocess.run([self.python, "-m", "pip", "install", "-q", "-U", "pip"], check=True)
            subprocess.run([self.python, "-m", "pip", "install", "-q", f"{ROOT}[xlsx]"], check=True)
        for count in SIZES:
            for name in ("plain", "long"):
                with (folder / f"{name}-{count}.toml").open("w", encoding="utf-8") as file:
                    file.writelines(registry(count, long=name == "long"))
            (folder / f"folder-{count}").mkdir()
            head, *calls = registry(count) if count == SIZES[1] else [""]
            for number, call in enumerate(calls):
                (folder / f"folder-{count}" / f"{number:05}.toml").write_text(head + call, encoding="utf-8")
        for count in SIZES:
            self._sides(count)
        own = folder / "config" / "clustercalls"
        own.mkdir(parents=True)
        (own / "config.toml").write_text(
            'lang = "en"\nzone = "Europe/Rome"\n[audience.all]\nlanguages = ["en", "it"]\n', encoding="utf-8"
        )
        (folder / "no-folder").touch()

    def _sides(self, count: int) -> None:
        """What two branches made of a registry: a tenth of the entries edited at random, a tenth new."""
        head, *calls = registry(count)
        for name, before, edited in (
            ("ours", "budget = ", "budget = 1"), ("theirs", "tags = [", 'tags = ["more", '),
        ):  # fmt: skip
            chance = random.Random(name)  # noqa: S311 - the same for every run
            some = set(chance.sample(range(count), count // 10))
            changed = (
                each.replace(before, edited, 1) if number in some else each
                for number, each in enumerate(calls)
            )
            # piece by piece: a child counts as large as this process was when it was begun
            with (self.folder / f"{name}-{count}.toml").open("w", encoding="utf-8") as file:
                file.writelines(chain([head], changed, _new(name, calls[: count // 10])))
            with (self.folder / f"new-{name}-{count}.toml").open("w", encoding="utf-8") as file:
                file.writelines(chain([head], _new(name, calls)))

    def _merged(self, case: Case, count: int) -> list[str]:
        """The three files of a merge, ours a fresh copy."""
        new = "new-" if "new" in case.name else ""
        base = "no-folder" if new else f"plain-{count}.toml"
        sides = [str(self.folder / f"{new}{name}-{count}.toml") for name in ("ours", "theirs")]
        ours = shutil.copy(sides[0], str(self.folder / "merged.toml"))
        return [str(self.folder / base), ours, sides[1]]

    def run(self, row: tuple[Case, int] | None) -> Cost:
        """One finished process; what it writes is read by nobody but a terminal."""
        if row is None:
            return spawned([self.python, "-c", "pass"], dict(os.environ))
        case, count = row
        path = self.folder / f"{case.where}-{count}{'' if case.where == 'folder' else '.toml'}"
        cache = self.folder / "cache" / f"{case.where}-{count}"
        if case.cache == EMPTY:
            cache = self.folder / "cache" / "empty"
            shutil.rmtree(cache, ignore_errors=True)
        cache.mkdir(parents=True, exist_ok=True)
        if case.cache == NONE:
            cache = self.folder / "no-folder" / "cache"
        environment = {key: value for key, value in os.environ.items() if key not in UNWANTED}
        environment |= {
            "XDG_CACHE_HOME": str(cache),
            "XDG_STATE_HOME": str(self.folder / "state"),
            "LANG": "C",
        }
        config = self.folder / ("config" if case.config else "none")
        environment |= {"XDG_CONFIG_HOME": str(config), "PYTHONUTF8": "1", "TERM": "xterm"}
        if case.talks:
            environment["CLUSTERCALLS_AS_OF"] = TODAY.isoformat()
        named = [] if case.where == "none" else ["-r", str(path)]
        if case.typed:
            environment |= {"_CLUSTERCALLS_COMPLETE": "complete_bash", "COMP_WORDS": case.typed}
            environment |= {"COMP_CWORD": str(case.typed.count(" ")), "CLUSTERCALLS_REGISTRY": str(path)}
            return spawned([self.command], environment)
        if case.arguments[:1] == ("merge",):
            named = self._merged(case, count)
        if case.arguments[:1] == PUBLISH[:1]:
            site = self.folder / f"site-{count}"
            if case.name.endswith("anew"):
                shutil.rmtree(site, ignore_errors=True)
            named += [str(site)]
        if case.name == "set, real":
            named = ["-r", shutil.copy(path, str(self.folder / "edited.toml"))]
        return spawned(
            [self.command, *case.arguments, *named], environment, terminal=case.terminal, talks=case.talks
        )


def is_short(row: tuple[Case, int]) -> bool:
    """Whether a run may cost so little that one of it says little."""
    case, count = row
    most = case.most[SIZES.index(count)]
    return most is not None and most < SHORT


def rows(
    cases: tuple[Case, ...], found: dict[tuple[Case, int], Cost]
) -> Iterator[tuple[str, list[str], bool]]:
    """The lines of the table: name, a cell a size, and whether a bound is broken."""
    for case in cases:
        costs = [found.get((case, count), Cost(0, 0)) for count in SIZES]
        kinds = [(case.name, case.most, [each.cpu for each in costs])]
        if any(case.memory):
            kinds.append((f"{case.name}: peak MiB", case.memory, [each.mib for each in costs]))
        for name, bounds, values in kinds:
            cells = [cell(value, most) for value, most in zip(values, bounds, strict=True)]
            yield name, [text for text, _ in cells], any(broken for _, broken in cells)


def main() -> int:
    """Prints the table; 1 when asked to check and a bound is broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--venv", type=Path, help="made when it is not there; by default a fresh one")
    parser.add_argument("--only", default="", help="the rows whose name holds this")
    options = parser.parse_args()
    chosen = tuple(case for case in CASES if options.only in case.name)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), options.venv.absolute() if options.venv else Path(folder) / "venv")
        os.chdir(folder)  # what is written goes there
        if any(case.talks for case in chosen):
            time.sleep(SETTLED)
        wanted = [
            (case, count)
            for case in chosen
            for count, most, mib in zip(SIZES, case.most, case.memory, strict=True)
            if most or mib
        ]
        found = measure(bench.run, wanted, options.rounds, is_short=is_short)
        offers = on_offer.lines(Path(folder), bench.python, bench.command, options.rounds, options.only)
    print("| CPU, × `python -c pass` | 30 | 1,000 | 10,000 |")
    print("|---|---|---|---|")
    missed = False
    for name, cells, broken in rows(chosen, found):
        missed = missed or broken
        print(f"| {name} | {' | '.join(cells)} |")
    if offers:
        print("\n| what is on offer | CPU, × `python -c pass` |\n|---|---|")
    for name, text, broken in offers:
        missed = missed or broken
        print(f"| {name} | {text} |")
    print("\nRecorded, not measured here:\n\n| peer | 30 | 1,000 | 10,000 |\n|---|---|---|---|")
    for name, figures in PEERS.items():
        print(f"| {name} | {' | '.join(figures)} |")
    return 1 if missed and options.check else 0


if __name__ == "__main__":
    sys.exit(main())

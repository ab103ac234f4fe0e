"""The rows of `sync` and `find`: a portal on loopback, in a process of its own, and a large catalogue."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from made_up import TODAY
from measuring import UNWANTED, Cost, cell, measure, spawned

HERE = Path(__file__).parent
ROUNDS = 5  # at most: some of these take seconds
LARGE = 100_000  # records
SHORT = 20
SYNC = ("sync", "--as-of", TODAY.isoformat())
FIND = ("find", "--as-of", TODAY.isoformat())


class OfferCase(NamedTuple):
    """A row: what is typed, with how many records, and what it may cost in units and in MiB."""

    name: str
    arguments: tuple[str, ...]
    records: int
    most: float | None
    mib: float | None = None
    is_first: bool = False  # without a catalogue


CASES = (
    OfferCase("sync of 500 new", SYNC, 500, None, 60, is_first=True),
    OfferCase("sync of 1,422 new", SYNC, 1_422, 120, is_first=True),
    OfferCase("sync of 1,422, the same again", SYNC, 1_422, 45),
    OfferCase("sync of 10,000 new", SYNC, 10_000, 700, 60, is_first=True),
    OfferCase("sync of 10,000, the same again", SYNC, 10_000, 200, 60),
    OfferCase("find in 100,000, a word of 2 %", (*FIND, "euroclusters"), LARGE, 12, 40),
    OfferCase("find in 100,000, a word of half", (*FIND, "innovation"), LARGE, 20, 40),
    OfferCase("find in 100,000, a window, no text", (*FIND, "", "30d"), LARGE, 12),
)


class Offers:
    """Homes of nobody, each with its portal or its catalogue; that of a first sync is a home of its own."""

    def __init__(self, folder: Path, python: str, command: str) -> None:
        self._folder, self._python, self._command = folder, python, command

    def home(self, case: OfferCase) -> Path:
        """Where a case keeps what it writes."""
        return self._folder / f"offers-{case.records}{'-first' if case.is_first else ''}"

    def make(self, case: OfferCase, address: str) -> None:
        """Writes the config, or fills the catalogue."""
        home = self.home(case)
        (home / "config" / "clustercalls").mkdir(parents=True, exist_ok=True)
        (home / "data" / "clustercalls").mkdir(parents=True, exist_ok=True)
        source = f'[sources]\neu = {{ url = "{address}", private = true, pause = 0 }}\n'
        (home / "config" / "clustercalls" / "config.toml").write_text(source, encoding="utf-8")
        path = home / "data" / "clustercalls" / "catalogue.sqlite3"
        if case.records == LARGE and not path.exists():
            subprocess.run([self._python, HERE / "made_up_offers.py", path, f"{LARGE}"], check=True)

    def run(self, case: OfferCase | None) -> Cost:
        """One finished process."""
        environment = {key: value for key, value in os.environ.items() if key not in UNWANTED}
        if case is None:
            return spawned([self._python, "-c", "pass"], environment)
        home = self.home(case)
        if case.is_first:
            shutil.rmtree(home / "data")
        homes = {
            f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")
        }
        return spawned(
            [self._command, *case.arguments], environment | homes | {"LANG": "C", "PYTHONUTF8": "1"}
        )


@contextmanager
def portal(python: str, records: int) -> Iterator[str]:
    """The address of a portal that answers meanwhile."""
    command = [python, str(HERE / "made_up_portal.py"), f"{records}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process.stdout.readline().strip() if process.stdout else ""
        finally:
            process.kill()


def lines(
    folder: Path, python: str, command: str, rounds: int, only: str = ""
) -> list[tuple[str, str, bool]]:
    """The lines of the table: name, what was measured, and whether a bound is broken."""
    cases = [case for case in CASES if only in case.name]
    offers = Offers(folder, python, command)
    with ExitStack() as stack:
        sizes = {case.records for case in cases} - {LARGE}
        addresses = {each: stack.enter_context(portal(python, each)) for each in sizes}
        for case in cases:
            offers.make(case, addresses.get(case.records, ""))
        found = measure(
            offers.run,
            cases,
            min(rounds, ROUNDS),
            is_short=lambda case: case.most is not None and case.most <= SHORT,
            warm_up=1,
        )
    said = []
    for case in cases:
        for name, value, most in (
            (case.name, found[case].cpu, case.most),
            (f"{case.name}: peak MiB", found[case].mib, case.mib),
        ):
            text, broken = cell(value, most)
            if text:
                said.append((name, text, broken))
    return said

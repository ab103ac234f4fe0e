"""Killed at every call that could change a file, then `undo` three times: the files as they were at first."""

import random
import shutil
import time
from pathlib import Path
from typing import NamedTuple

from harness import Bench, Done, Figures, calls_of

AS_OF = ("--as-of", "2026-11-22")
QUIET = ("strace", "-f", "-qq", "-o", "/dev/null", "-e")
OTHER = '# theirs\n[[event]]\nid = "other"\ntitle = "Other: è"\nstarts = 2027-05-01\n'
BEFORE = (
    ("set", "seed-00001", "owner=anna"),
    ("confirm", "seed-00002", "other"),
)  # acknowledged, oldest first
States = tuple[bytes, ...]


class Case(NamedTuple):
    """A command to be killed, on how many files, and what was done before it."""

    typed: tuple[str, ...]
    files: int
    before: tuple[tuple[str, ...], ...] = BEFORE


TAKEN = (*BEFORE, ("set", "seed-00003", "note=one more"))
CASES = (
    Case(("set", "seed-00003", "owner=bob"), 1),
    Case(("move", "seed-00003", "2027-12-24"), 1),
    Case(("remove", "seed-00003", "--yes"), 1),
    Case(("confirm", "seed-00003"), 1),
    Case(("undo",), 1, TAKEN),
    Case(("set", "other", "owner=bob"), 2),
    Case(("move", "other", "2027-12-24"), 2),
    Case(("remove", "other", "--yes"), 2),
    Case(("confirm", "seed-00003", "seed-00004", "other", "--as-of", "2026-12-01"), 2),
    Case(("undo",), 2, (*BEFORE, ("confirm", "seed-00003", "other", "--as-of", "2026-12-01"))),
)


class Place:
    """A registry of one or two files, and every state that a command acknowledged."""

    def __init__(self, folder: Path, case: Case) -> None:
        self.bench = Bench(folder, 6)
        self.other = self.bench.registry.with_name("other.toml")
        self.case = case
        self.files = [self.bench.registry, self.other][: case.files]
        if case.files == 1:
            self.bench.registry.write_text(self.bench.text + OTHER)
        else:
            self.other.write_text(OTHER)
        self.known = [self.states()]
        for typed in case.before:
            done = self.run(*typed, *(() if "--as-of" in typed else AS_OF))
            assert done.code == 0, done.err
            self.known.append(self.states())
        self._kept = folder / "kept"
        for each in ("registry", "home"):
            shutil.copytree(folder / each, self._kept / each)

    def reset(self) -> None:
        """As it was before the command, journal and all."""
        for each in ("registry", "home"):
            shutil.rmtree(self.bench.folder / each)
            shutil.copytree(self._kept / each, self.bench.folder / each)

    def states(self) -> States:
        """The files as they are."""
        return tuple(each.read_bytes() for each in self.files)

    def run(self, *typed: str, prefix: tuple[str, ...] = ()) -> Done:
        """A command on all files."""
        more = () if len(self.files) == 1 else ("-r", str(self.other))
        return self.bench.run(typed[0], *more, *typed[1:], prefix=prefix)

    def act(self, prefix: tuple[str, ...] = ()) -> Done:
        """The command that is to be killed."""
        typed = self.case.typed
        dated = () if "--as-of" in typed or typed[0] == "undo" else AS_OF
        return self.run(*typed, *dated, prefix=prefix)

    def wrong(self) -> str:
        """What is wrong with three times `undo`; empty when the files are as they were at first."""
        for number in range(3):
            was_first = self.states() == self.known[0]
            done = self.run("undo")
            if done.code != (2 if was_first else 0):
                return f"undo {number + 1}: exit {done.code} {done.err[-200:]!r}"
            if done.err and not done.code:
                return f"undo {number + 1}: said {done.err[-200:]!r}"
            if self.states() not in self.known:
                return f"undo {number + 1}: a state that no command left"
        return "" if self.states() == self.known[0] else "not as at first"


def undo_after_kills(folder: Path, seconds: float) -> Figures:
    """SIGKILL at every call of `set`, `move`, `remove`, `confirm` and `undo`, on one and on two files."""
    until = time.monotonic() + seconds
    places = [Place(folder / str(number), case) for number, case in enumerate(CASES)]
    every = []
    for place in places:
        found = calls_of(place.bench.folder, place.act)
        if place.states() == place.known[-1]:
            raise AssertionError(place.case)
        every += [(place, *step) for step in found]
    random.shuffle(every)  # a trial cut short has seen something of each
    broken: list[str] = []
    tried = 0
    for place, call, number in every:
        if time.monotonic() > until and tried:
            break
        place.reset()
        place.act((*QUIET, f"inject={call}:signal=KILL:when={number}"))
        wrong = place.wrong()
        tried += 1
        if wrong:
            broken.append(f"{place.case.typed[0]} on {place.case.files}, {call}#{number}: {wrong}")
    return Figures("kill, then undo three times", tried, broken)

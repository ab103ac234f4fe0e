"""Random edits on a failing disk, in this process, against a model: undo gives every state back to the byte.

The model is a pile of acts, each the old and the new bytes of the files that it was seen to change. Whatever
failed or was killed, `undo` must take back the top one, file by file, and the next, down to the files as they
were.
"""

import errno
import io
import os
import random
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from failing_disk import FailingDisk, Killed
from harness import Figures

from clustercalls.cli.app import main
from clustercalls.cli.keep.undo import DAMAGED

ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.EDQUOT)
A_LOT = 500  # operations on one registry: its journal stays below the size at which it is shortened
MOST_CALLS = 36  # as many as the longest command makes
KILLED = -9
FIRST = {
    "one.toml": '# ours\n\n[[call]]  # a\nid = "aa"\ntitle = "è €"\ndeadline = 2027-03-01  # planned\n',
    "two.toml": '[[event]]\r\nid = "bb"\r\ntitle = "B"\r\nstarts = 2027-05-01\r\n\r\n'
    '[[call]]\r\nid = "cc"\r\ntitle = "C"\r\n',
}
States = dict[Path, bytes]


class Did(NamedTuple):
    """One operation: what was typed, how it ended, whether the disk failed it, what it said."""

    typed: tuple[str, ...]
    code: int
    failed: bool
    said: str


class Trial:
    """A registry of two files with a home of its own, and the model of what was done to it."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        folder.mkdir(parents=True)
        self.files = [folder / name for name in FIRST]
        for file, text in zip(self.files, FIRST.values(), strict=True):
            file.write_bytes(text.encode())
        self.home = folder / "home"
        self.home.mkdir()
        self.first = self.states()
        self.acts: list[dict[Path, tuple[bytes, bytes]]] = []
        self.broken: list[str] = []
        self.tried = self.failed = self.partly = self.refused = 0
        self._chance = chance
        self._number = 0
        self._was_torn = False

    def states(self) -> States:
        """The files as they are."""
        return {file: file.read_bytes() for file in self.files}

    def step(self) -> None:
        """One random operation, on a disk that may fail; what is wrong after it is kept in `broken`."""
        before = self.states()
        did = self._do(self._typed(), self._disk())
        after = self.states()
        self.tried += 1
        self.failed += did.failed
        wrong = self._undone(did, before, after) if did.typed[0] == "undo" else self._done(did, before, after)
        if wrong:
            self.broken.append(f"{' '.join(did.typed[:3])}: exit {did.code}: {wrong}: {did.said[-300:]}")

    def back(self) -> None:
        """Everything is taken back, on a disk that is whole again."""
        while self.acts and not self.broken:
            before = self.states()
            did = self._do(("undo",), FailingDisk(self._chance))
            wrong = self._undone(did, before, self.states())
            if wrong:
                self.broken.append(f"on the way back: exit {did.code}: {wrong}: {did.said[-300:]}")
        if not self.broken and self.states() != self.first:
            self.broken.append("all is taken back, and the files are not as they were")

    def _typed(self) -> tuple[str, ...]:
        """Something to type; each means an edit whatever was done before."""
        self._number += 1
        number, pick = self._number, self._chance.choice
        day = f"{2028 + number // 336}-{number // 28 % 12 + 1:02d}-{number % 28 + 1:02d}"
        added = [
            f"n{n}"
            for n in range(number)
            if any(f'"n{n}"'.encode() in each for each in self.states().values())
        ]
        ways: list[Callable[[], tuple[str, ...]]] = [
            lambda: ("set", pick(["aa", "bb", "cc"]), f"owner=anna-{number}"),
            lambda: ("move", "aa", day, "--why", "è"),
            lambda: ("confirm", "aa", "bb", "cc", "--as-of", day),
            lambda: ("confirm", pick(["aa", "cc"]), "--as-of", day),
            lambda: ("add", "--id", f"n{number}", "--title", "N", "--file", str(pick(self.files))),
            lambda: ("remove", pick(added), "--yes") if added else ("set", "aa", f"note=the {number}th"),
        ]
        return ("undo",) if self._chance.random() < 0.4 else pick(ways)()

    def _disk(self) -> FailingDisk:
        disk, at = FailingDisk(self._chance), self._chance.randrange(1, MOST_CALLS)
        way = self._chance.randrange(5)
        if way < 2:
            return disk.refuse(at, self._chance.choice(ERRORS), ever=bool(way))
        return disk.end(at) if way == 2 else disk

    def _do(self, typed: tuple[str, ...], disk: FailingDisk) -> Did:
        journal = self.home / ".local/state/clustercalls/journal.jsonl"
        self._was_torn = journal.exists() and not journal.read_bytes().endswith(b"\n")
        registries = [word for file in self.files for word in ("-r", str(file))]
        with quiet(self.home) as said:
            try:
                with disk.mounted():
                    code = main([typed[0], *registries, *typed[1:]])
            except Killed:
                code = KILLED
            return Did(typed, code, disk.has_failed, said().strip())

    def _done(self, did: Did, before: States, after: States) -> str:
        """What is wrong after an edit; what it changed becomes an act."""
        changed = {file: (before[file], after[file]) for file in self.files if before[file] != after[file]}
        if changed:
            self.acts.append(changed)
        for _, new in changed.values():
            try:
                tomllib.loads(new.decode())
            except ValueError as error:
                return f"torn: {error}"
        if did.failed:
            self.partly += did.code == 4 and len(changed) == 1 and "partly-done" in did.said
            if (
                did.code == 4
                and changed
                and not {"partly-done", "not-durable"} & set(did.said.replace(":", "").split())
            ):
                return "changed, and told as refused"
            return "" if did.code in {0, 4, KILLED} else "another exit code"
        if did.code != 0:
            self.refused += 1
            return "refused on a disk that is whole"
        return "" if changed else "said to be done, and nothing is changed"

    def _is_told_of_torn(self, did: Did) -> bool:
        """Whether the line at which an earlier program was killed is told, beside what is done.

        A file of which the journal holds nothing whole may be the one it was about: so it is said.
        """
        return self._was_torn and did.code == DAMAGED and "damaged-journal" in did.said

    def _undone(self, did: Did, before: States, after: States) -> str:
        """What is wrong after an undo; what it gave back leaves the pile."""
        act = self.acts[-1] if self.acts else {}
        for file in self.files:
            if after[file] != before[file] and (file not in act or after[file] != act[file][0]):
                return "neither the old bytes nor the new ones"
        left = {file: states for file, states in act.items() if after[file] != states[0]}
        if self.acts:
            self.acts[-1:] = [left] if left else []
        wanted = 0 if act else 2
        if did.code == wanted or (act and self._is_told_of_torn(did)):
            return "said to be taken back, and is not" if left else ""
        if not did.failed:
            self.refused += 1
            return "refused on a disk that is whole"
        return "" if did.code in {4, KILLED} else "another exit code"


@contextmanager
def quiet(home: Path) -> Iterator[Callable[[], str]]:
    """An environment with this home, and what is said kept aside."""
    said = io.TextIOWrapper(io.BytesIO(), "utf-8")
    out = io.TextIOWrapper(io.BytesIO(), "utf-8")
    surroundings = {"HOME": str(home), "LANG": "C.UTF-8", "PATH": os.environ.get("PATH", "")}
    with (
        patch.dict(os.environ, surroundings, clear=True),
        patch.multiple(sys, stdout=out, stderr=said),
    ):
        yield lambda: said.buffer.getvalue().decode()


def random_edits(folder: Path, operations: int, seed: int) -> Figures:
    """So many operations, in lots; the last word of each lot is that everything comes back."""
    chance = random.Random(seed)
    tried = failed = partly = refused = acts = 0
    broken: list[str] = []
    for lot in range(0, operations, A_LOT):
        trial = Trial(folder / str(lot), chance)
        for _ in range(min(A_LOT, operations - lot)):
            trial.step()
            if trial.broken:
                break
        acts += len(trial.acts)
        trial.back()
        tried, failed, partly = tried + trial.tried, failed + trial.failed, partly + trial.partly
        refused += trial.refused
        broken += [f"seed {seed}, lot {lot}, step {trial.tried}: {each}" for each in trial.broken]
    told = f"random edits, {failed} on a failing disk, {partly} partly, {acts} back, {refused} refused"
    return Figures(told, tried, broken)

"""A process that dies while it writes what a person named: whole or not at all, and what it left is swept."""

import os
import random
import re
import time
from pathlib import Path
from typing import NamedTuple

from harness import CALLS, TRACEBACK, Bench, Done, Figures

AS_OF = ("--as-of", "2027-01-02")
OWN_NAME = re.compile(
    rb'(?<=^name = "mine-)[0-9a-f]{8}(?=")', re.MULTILINE
)  # of a new registry, drawn by lot
LEFT = re.compile(r"\.(.+)\.[0-9a-f]{8}\.tmp")
HOUR = 3600
QUIET = ("strace", "-f", "-qq", "-o", os.devnull, "-e")
Files = dict[str, bytes]


class Way(NamedTuple):
    """A command that writes: its words, and what is in the folder before and after it."""

    name: str
    words: tuple[str, ...]
    old: Files
    new: Files


class Out:
    """A bench with a folder for outputs, and every way to write there."""

    def __init__(self, folder: Path, only: tuple[str, ...] = ()) -> None:
        self.bench = Bench(folder, entries=12)
        self.folder = folder / "out"
        self.folder.mkdir()
        self.ways = [self._way(*each) for each in self._words() if not only or each[0] in only]

    def _words(self) -> list[tuple[str, tuple[str, ...]]]:
        to = str(self.folder)
        return [
            ("upcoming", ("upcoming", *AS_OF, "-o", f"{to}/calls.csv")),
            ("digest", ("digest", *AS_OF, "-o", f"{to}/page.txt")),
            ("ics", ("export", "ics", *AS_OF, "-o", f"{to}/calls.ics")),
            ("todo", ("export", "todo", *AS_OF, "-o", f"{to}/tasks.ics")),
            ("vdir", ("export", "vdir", to, *AS_OF)),
            ("outbox", ("remind", *AS_OF, "--all", "--outbox", to)),
            ("init", ("init", f"{to}/mine.toml")),
        ]

    def _way(self, name: str, words: tuple[str, ...]) -> Way:
        """The two states of a way: of the registry as it was, and of one whose dates have moved."""
        self.put({})
        self.bench.registry.write_text(self.bench.text.replace("2027-", "2028-"))
        if name not in {"outbox", "init"}:  # which write what was not there
            self.run(*words)
        old = self.files()
        self.bench.registry.write_text(self.bench.text)
        done = self.run(*words)
        assert done.code == 0, done
        return Way(name, words, old, self.files())

    def files(self) -> Files:
        """What is in the folder, hidden files too."""
        found = {each.name: each.read_bytes() for each in self.folder.iterdir()}
        return {name: OWN_NAME.sub(b"", data) for name, data in found.items()}

    def put(self, files: Files) -> None:
        """The folder as it is to be."""
        for each in self.folder.iterdir():
            each.unlink()
        for name, data in files.items():
            (self.folder / name).write_bytes(data)

    def run(self, *words: str, prefix: tuple[str, ...] = ()) -> Done:
        """A command on the registry."""
        argv = [*self.bench.command(words[0])[:3], *words, "-r", str(self.bench.registry)]
        process = self.bench.start([*prefix, *argv])
        out, err = process.communicate(timeout=60)
        return Done(process.returncode, out, err)

    def age(self) -> None:
        """Makes what was left older than an hour."""
        for each in self.folder.iterdir():
            if LEFT.fullmatch(each.name):
                os.utime(each, (time.time() - HOUR - 60,) * 2)

    def steps(self, way: Way) -> list[tuple[str, int]]:
        """Every system call of a way that could change a file: its name, and the how manieth it is."""
        log = self.bench.folder / "strace.log"
        self.put(way.old)
        self.run(*way.words, prefix=("strace", "-f", "-qq", "-o", str(log), "-e", f"trace={CALLS},openat"))
        counts: dict[str, int] = {}
        found = []
        for line in log.read_text(errors="replace").splitlines():
            match = re.match(r"\d+\s+(\w+)\(", line)
            if match:
                call = match[1]
                counts[call] = counts.get(call, 0) + 1
                if call != "openat" or re.search("O_(WRONLY|RDWR|CREAT)", line):
                    found.append((call, counts[call]))
        log.unlink()
        return found


def kill_an_output(folder: Path, seconds: float, only: tuple[str, ...] = ()) -> Figures:
    """SIGKILL at every call of every way: each file is old, new or not there, and a repeat leaves nothing."""
    out = Out(folder, only)
    broken: list[str] = []
    tried = left = 0
    every = [(way, *step) for way in out.ways for step in out.steps(way)]
    until = time.monotonic() + seconds
    random.shuffle(every)
    for way, call, number in every:
        if time.monotonic() > until:
            break
        out.put(way.old)
        out.run(*way.words, prefix=(*QUIET, f"inject={call}:signal=KILL:when={number}"))
        found = _torn(way, out.files())
        tried += 1
        left += any(map(LEFT.fullmatch, out.files()))
        out.age()
        again = out.run(*way.words)
        found = found or _not_whole(way, again, out.files())
        if found:
            broken.append(f"{way.name} {call}#{number}: {found}")
    return Figures(f"kill an output ({left} left something)", tried, broken)


def fail_an_output(
    folder: Path, errors: tuple[str, ...], seconds: float, only: tuple[str, ...] = ()
) -> Figures:
    """Every such call fails: exit 4 and one line with the old file, or it is done."""
    out = Out(folder, only)
    broken: list[str] = []
    tried = 0
    every = [(way, *step, error) for way in out.ways for step in out.steps(way) for error in errors]
    until = time.monotonic() + seconds
    random.shuffle(every)
    for way, call, number, error in every:
        if time.monotonic() > until:
            break
        out.put(way.old)
        done = out.run(*way.words, prefix=(*QUIET, f"inject={call}:error={error}:when={number}"))
        found = _torn(way, out.files())
        if done.code not in {0, 3, 4} or TRACEBACK.search(done.err):
            found = found or f"exit {done.code} {done.err[-200:]!r}"
        tried += 1
        if found:
            broken.append(f"{way.name} {call}#{number} {error}: {found}")
    return Figures("an output fails", tried, broken)


def _torn(way: Way, now: Files) -> str:
    """What is neither as before nor as after, nor what a kill may leave."""
    for name, data in now.items():
        left = LEFT.fullmatch(name)
        if left is None and data not in (way.old.get(name), way.new.get(name)):
            return f"torn: {name}"
        if left and left[1] not in way.new:
            return f"not of this output: {name}"
    lost = [name for name in way.old if name not in now and name in way.new]
    return f"lost: {lost}" if lost else ""


def _not_whole(way: Way, again: Done, now: Files) -> str:
    """What is wrong after the command was run again, an hour later."""
    whole = way.name == "init" and again.code == 2 and now.get("mine.toml") == way.new["mine.toml"]
    if again.code != 0 and not whole:
        return f"wedged: {again.code} {again.err[-200:]!r}"
    swept = {name for name in now if not (whole and LEFT.fullmatch(name))}
    return "" if {name: now[name] for name in swept} == way.new else f"not as it should be: {sorted(now)}"

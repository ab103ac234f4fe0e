"""A `publish` that dies at any moment: each file is old or new, whole, and the next run does the rest."""

import os
import random
import re
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from harness import TRACEBACK, Bench, Done, Figures, calls_of
from kills import HAS_STRACE

AUDIENCE = (
    'name = "office"\n[audience.members]\ntitle = "Members"\nlanguages = ["en", "it"]\n'
    'address = "https://calls.example.org/members/"\n'
)
FIRST, SECOND, NEXT = "2026-12-01", "2026-12-02", "2027-02-20"
LEFT = re.compile(r"\..+\.[0-9a-f]{8}\.tmp")
THEIRS = "members/calls/note.txt"
QUIET = ("strace", "-f", "-qq", "-o", os.devnull, "-e")
Files = dict[str, bytes]


class Site:
    """A registry in three states and what is published of each; in the last, calls moved, came and went."""

    def __init__(self, folder: Path) -> None:
        self.bench = Bench(folder, entries=30)
        self.out, self.kept = folder / "out", folder / "kept"
        text = self.bench.text.replace("schema = 1\n", f"schema = 1\n{AUDIENCE}")
        head, *calls = re.split(r"(?=\n\[\[call\]\])", text)
        self.text = head + "".join(calls[5:]).replace("2027-", "2028-") + calls[5].replace("seed-", "new-")
        self.other = self.text.replace("Seed", "Sown")
        self.publish(text, FIRST)
        self.publish(head + "".join(calls[5:]), SECOND)
        theirs = self.out / THEIRS
        theirs.write_bytes(b"kept by hand")
        shutil.copytree(self.out, self.kept)
        self.old = self.files()
        begin = time.monotonic()
        done = self.publish(self.text, NEXT)
        self.seconds = time.monotonic() - begin
        assert done.code == 0, done
        self.new = self.files()
        assert self.old.keys() - self.new.keys(), "nothing is removed in this trial"
        assert self.new.keys() - self.old.keys(), "nothing comes in this trial"

    def publish(self, text: str, day: str, prefix: tuple[str, ...] = ()) -> Done:
        """A run on this registry, to its end."""
        self.bench.registry.write_text(text)
        process = self.bench.start([*prefix, *self.command(day)])
        out, err = process.communicate(timeout=120)
        return Done(process.returncode, out, err)

    def command(self, day: str) -> list[str]:
        """What is typed."""
        typed = ("publish", "-r", str(self.bench.registry), str(self.out), "--as-of", day)
        return [sys.executable, "-m", "clustercalls", *typed]

    def files(self) -> Files:
        """Every file, what killed runs left not counted; the memory of what was published is ours alone."""
        every = (each for each in self.out.rglob("*") if each.is_file() and not LEFT.fullmatch(each.name))
        return {
            str(each.relative_to(self.out)): each.read_bytes()
            for each in every
            if not each.name.startswith(".")
        }

    def reset(self) -> None:
        """The folder as it was."""
        shutil.rmtree(self.out)
        shutil.copytree(self.kept, self.out)
        self.bench.registry.write_text(self.text)

    def kill_after(self, seconds: float) -> None:
        """A run that is killed after so long."""
        process = self.bench.start(self.command(NEXT))
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()

    def judge(self, *, edited: bool) -> str:
        """What is wrong after a kill; then after the next run, of a registry that was `edited` meanwhile."""
        for name, data in self.files().items():
            if data not in (self.old.get(name), self.new.get(name)):
                return f"torn: {name}"
        if lost := (self.old.keys() & self.new.keys()) - self.files().keys():
            return f"lost: {sorted(lost)[:3]}"
        again = self.publish(self.other if edited else self.text, NEXT)
        if again.code or again.err or TRACEBACK.search(again.err):
            return f"wedged: {again.code} {again.err[-200:]!r}"
        now = self.files()
        if now.keys() != self.new.keys():
            return f"not as it should be: {sorted(now.keys() ^ self.new.keys())[:3]}"
        if not edited and now != self.new:
            return f"other bytes: {[name for name in now if now[name] != self.new[name]][:3]}"
        return ""


def kill_publishing(folder: Path, times: int, seconds: float) -> Figures:
    """SIGKILL at so many moments, and at as many of its system calls that change a file, where strace is."""
    site = Site(folder)
    broken: list[str] = []
    tried = 0
    until = time.monotonic() + seconds
    for what, edited in _killed(site, times):
        wrong = site.judge(edited=edited)
        tried += 1
        broken += [f"{what}: {wrong}"] if wrong else []
        if time.monotonic() > until:
            break
    return Figures("kill a publishing", tried, broken)


def _killed(site: Site, times: int) -> Iterator[tuple[str, bool]]:
    """Each kill, and whether the registry is edited before the next run."""
    for number in range(times):
        site.reset()
        moment = random.uniform(0, site.seconds * 1.1)
        site.kill_after(moment)
        yield f"after {moment:.3f} s", number % 2 == 1
    if HAS_STRACE:
        site.reset()
        steps = calls_of(site.bench.folder, lambda prefix: site.publish(site.text, NEXT, prefix))
        random.shuffle(steps)
        for call, number in steps[:times]:
            site.reset()
            site.publish(site.text, NEXT, (*QUIET, f"inject={call}:signal=KILL:when={number}"))
            yield f"{call}#{number}", number % 2 == 1

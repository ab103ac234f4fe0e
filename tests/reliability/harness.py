"""What every trial stands on: a registry of many entries, the command as a process, a judge that is not us.

The judge reads the file with `tomllib`, never with the tool under trial.
"""

import os
import re
import signal
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

TRACEBACK = re.compile(rb"Traceback \(most recent call last\)|Fatal Python error|Exception ignored in")
REFUSALS = {1, 2, 3, 4}
CALLS = (
    "write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlinkat,"
    "ftruncate,truncate,fchmod,fchmodat,chmod,fchown,flock,mkdir,mkdirat,setxattr,fsetxattr"
)


class Done(NamedTuple):
    """How a command ended: its exit code (negative: killed by a signal) and both streams."""

    code: int
    out: bytes
    err: bytes


class Bench:
    """A folder with a registry, a home of its own, and the commands run on it."""

    def __init__(self, folder: Path, entries: int = 50) -> None:
        self.folder = folder
        self.registry = folder / "registry" / "calls.toml"
        self.registry.parent.mkdir(parents=True)
        (folder / "home").mkdir()
        self.text = "# kept by hand\nschema = 1\n" + "".join(
            f'\n[[call]]  # number {n}\nid = "seed-{n:05d}"\ntitle = "Seed {n}"\n'
            f"deadline = 2027-{n % 12 + 1:02d}-{n % 28 + 1:02d}   # planned\nchecked = 2026-11-01\n"
            for n in range(entries)
        )
        self.reset()
        self.old = self.entries()

    def reset(self) -> None:
        """The registry as it was at first; nothing else in its folder."""
        for each in self.registry.parent.iterdir():
            if each != self.registry:
                each.unlink()
        self.registry.write_text(self.text, encoding="utf-8")

    def entries(self) -> dict[str, dict[str, Any]]:
        """The entries as an independent reader sees them, by id."""
        tables = tomllib.loads(self.registry.read_text(encoding="utf-8"))
        every = [each for kind in ("call", "event", "policy", "resource") for each in tables.get(kind, [])]
        found = {each["id"]: each for each in every}
        assert len(found) == len(every), "an id stands twice"
        return found

    def command(self, *arguments: str) -> list[str]:
        """The command line of the tool on this registry."""
        name, *rest = arguments
        return [sys.executable, "-m", "clustercalls", name, "-r", str(self.registry), *rest]

    def environment(self) -> dict[str, str]:
        """A small environment, so that a trial is the same everywhere."""
        return {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": str(self.folder / "home"),
            "LANG": "C.UTF-8",
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def start(self, argv: list[str]) -> "subprocess.Popen[bytes]":
        """Starts a command in a session of its own, so that all of it can be killed."""
        return subprocess.Popen(
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environment(),
            cwd=self.folder,
            start_new_session=True,
        )

    def run(self, *arguments: str, prefix: tuple[str, ...] = ()) -> Done:
        """Runs a command to its end."""
        process = self.start([*prefix, *self.command(*arguments)])
        try:
            out, err = process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            out, err = process.communicate()
        return Done(process.returncode, out, err)

    def judge(self, done: Done, meant: dict[str, Any], *, unseen: bool = False) -> str:
        """What is wrong after a command that means this entry; empty when nothing is.

        `unseen` says that standard error could not be written.
        """
        try:
            now = self.entries()
        except (ValueError, AssertionError, OSError) as error:
            return f"torn: {error}"
        name = meant["id"]
        if {n: e for n, e in now.items() if n != name} != {n: e for n, e in self.old.items() if n != name}:
            return "torn: another entry is not as it was"
        if now.get(name) not in (self.old.get(name), meant):
            return "torn: the entry is neither old nor new"
        if done.code == 0 and now.get(name) != meant:
            return "lost: exit 0, and it is not there"
        if done.code > 0 and self.registry.read_text(encoding="utf-8") != self.text:
            return "changed by a command that refused"
        if done.code > 0 and done.code not in REFUSALS:
            return f"exit {done.code}"
        if TRACEBACK.search(done.err):
            return "a traceback"
        if done.code > 0 and not done.err and not unseen:
            return "silent refusal"
        return ""


def steps(bench: Bench, *arguments: str) -> list[tuple[str, int]]:
    """Every system call of a command that could change a file: its name, and the how manieth it is."""
    log = bench.folder / "strace.log"
    bench.run(*arguments, prefix=("strace", "-f", "-qq", "-o", str(log), "-e", f"trace={CALLS},openat"))
    counts: dict[str, int] = {}
    found = []
    for line in log.read_text(errors="replace").splitlines():
        match = re.match(r"\d+\s+(\w+)\(", line)
        if match is None:
            continue
        counts[match[1]] = counts.get(match[1], 0) + 1
        if match[1] != "openat" or re.search("O_(WRONLY|RDWR|CREAT|TRUNC)", line):
            found.append((match[1], counts[match[1]]))
    log.unlink()
    return found

"""What every trial stands on: a registry of many entries, the command as a process, a judge that is not us.

The judge reads the file with `tomllib`, never with the tool under trial.
"""

import os
import re
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

TRACEBACK = re.compile(rb"Traceback \(most recent call last\)|Fatal Python error|Exception ignored in")
REFUSALS = {1, 2, 3, 4}
CALLS = (
    "write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlinkat,"
    "ftruncate,truncate,fchmod,fchmodat,chmod,fchown,flock,mkdir,mkdirat,setxattr,fsetxattr"
)
Table = dict[str, Any]


class Figures(NamedTuple):
    """What a trial found: how often it tried, and what broke."""

    trial: str
    tried: int
    broken: list[str]


class Done(NamedTuple):
    """How a command ended: its exit code (negative: killed by a signal) and both streams."""

    code: int
    out: bytes
    err: bytes


class Edit(NamedTuple):
    """A command that edits: what it starts from, the entry it touches, and what it means that to become."""

    name: str
    arguments: tuple[str, ...]
    id: str
    meant: Table | None  # None: taken out
    text: str
    journal: bytes = b""
    lines_gone: int = 0  # how many lines of the file it replaces or takes out


class Bench:
    """A folder with a registry, a home of its own, and the commands run on it."""

    def __init__(self, folder: Path, entries: int = 50) -> None:
        self.folder = folder
        self.registry = folder / "registry" / "calls.toml"
        self.registry.parent.mkdir(parents=True)
        (folder / "home").mkdir()
        (folder / "drafts").mkdir()
        self.text = "# kept by hand\nschema = 1\n" + "".join(
            f'\n[[call]]  # number {n}\nid = "seed-{n:05d}"\ntitle = "Seed {n}"\n'
            f"deadline = 2027-{n % 12 + 1:02d}-{n % 28 + 1:02d}   # planned\nchecked = 2026-11-01\n"
            for n in range(entries)
        )
        self.reset()
        self.old = self.entries()

    @property
    def journal(self) -> Path:
        """Where the tool keeps its journal."""
        return self.folder / "home" / ".local" / "state" / "clustercalls" / "journal.jsonl"

    def reset(self, edit: Edit | None = None) -> None:
        """The registry and the journal as the edit starts from; nothing else in its folder."""
        for each in (*self.registry.parent.iterdir(), *(self.folder / "drafts").iterdir()):
            if each != self.registry:
                each.unlink()
        self.registry.write_bytes((edit.text if edit else self.text).encode())
        self.journal.unlink(missing_ok=True)
        if edit and edit.journal:
            self.journal.write_bytes(edit.journal)

    def entries(self) -> dict[str, Table]:
        """The entries as an independent reader sees them, by id."""
        return parsed(self.registry.read_bytes().decode("utf-8-sig"))

    def command(self, *arguments: str) -> list[str]:
        """The command line of the tool on this registry."""
        name, *rest = arguments
        return [sys.executable, "-m", "clustercalls", name, "-r", str(self.registry), *rest]

    def environment(self) -> dict[str, str]:
        """A small environment, so that a trial is the same everywhere."""
        return {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": str(self.folder / "home"),
            "TMPDIR": str(self.folder / "drafts"),
            "LANG": "C.UTF-8",
            "EDITOR": "sed -i s/planned/agreed/;s/Seed/Sown/",
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

    def judge(self, done: Done, edit: Edit, *, unseen: bool = False) -> str:
        """What is wrong after an edit; empty when nothing is. `unseen`: standard error was not writable."""
        try:
            now = self.entries()
        except (ValueError, AssertionError, OSError) as error:
            return f"torn: {error}"
        old = parsed(edit.text)
        before, after = old.pop(edit.id, None), now.pop(edit.id, None)
        if now != old:
            return "torn: another entry is not as it was"
        if after not in (before, edit.meant):
            return "torn: the entry is neither old nor new"
        if after is None and before is not None and not self._kept_aside(edit.id):
            return "lost: taken out, and not kept aside"
        if done.code == 0 and after != edit.meant:
            return "lost: exit 0, and it is not there"
        if done.code > 0 and self.registry.read_bytes() != edit.text.encode():
            return "changed by a command that refused"
        if done.code > 0 and done.code not in REFUSALS:
            return f"exit {done.code}"
        if TRACEBACK.search(done.err):
            return "a traceback"
        if done.code > 0 and not done.err and not unseen:
            return "silent refusal"
        return ""

    def _kept_aside(self, name: str) -> bool:
        aside = self.registry.with_name(f"{self.registry.name}.removed")
        return aside.is_file() and f'id = "{name}"' in aside.read_text(encoding="utf-8")


def parsed(text: str) -> dict[str, Table]:
    """The entries of a registry's text, by id."""
    tables = tomllib.loads(text)
    every = [each for kind in ("call", "event", "policy", "resource") for each in tables.get(kind, [])]
    found = {each["id"]: each for each in every}
    assert len(found) == len(every), "an id stands twice"
    return found


def steps(bench: Bench, edit: Edit) -> list[tuple[str, int]]:
    """Every system call of an edit that could change a file: its name, and the how manieth it is."""
    bench.reset(edit)
    return calls_of(bench.folder, lambda prefix: bench.run(*edit.arguments, prefix=prefix))


def calls_of(folder: Path, run: Callable[[tuple[str, ...]], object]) -> list[tuple[str, int]]:
    """Every such call of what is run behind a prefix.

    Only the command's own: the editor that it starts is another process.
    """
    log = folder / "strace.log"
    run(("strace", "-f", "-qq", "-o", str(log), "-e", f"trace={CALLS},openat"))
    counts: dict[str, int] = {}
    found = []
    own = ""
    for line in log.read_text(errors="replace").splitlines():
        match = re.match(r"(\d+)\s+(\w+)\(", line)
        own = own or (match[1] if match else "")
        if match is None or match[1] != own:
            continue
        counts[match[2]] = counts.get(match[2], 0) + 1
        if match[2] != "openat" or re.search("O_(WRONLY|RDWR|CREAT|TRUNC)", line):
            found.append((match[2], counts[match[2]]))
    log.unlink()
    return found

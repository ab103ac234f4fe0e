"""Files of state in every sort of damage, under every command: named, or the answer of the undamaged one."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from as_user import SECONDS, Users
from harness import TRACEBACK, Done, Figures

CONFIG = 'lang = "en"\nwindow = "400d"\n[remind]\nskip = ["seed-00002"]\n'
# So that what is unreadable is that to the superuser too.
NEVER_ROOT = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
LARGE = 220  # entries, of which `changes` keeps the facts in a file of their own

COMMANDS: dict[str, tuple[str, ...]] = {
    "upcoming": ("upcoming",),
    "upcoming json": ("upcoming", "-f", "json"),
    "list": ("list",),
    "show": ("show", "seed-00001"),
    "changes": ("changes",),
    "changes since": ("changes", "--since", "30d"),
    "changes of one": ("changes", "seed-00001"),
    "digest": ("digest",),
    "remind": ("remind",),
    "remind dry": ("remind", "--dry-run"),
    "remind log": ("remind", "--log"),
    "remind outbox": ("remind", "--outbox", "home/box"),
    "export ics": ("export", "ics"),
    "export ics -o": ("export", "ics", "-o", "home/cal.ics"),
    "export vdir": ("export", "vdir", "home/calendar"),
    "digest -o": ("digest", "-o", "home/page.txt"),
    "check": ("check",),
    "schema": ("schema",),
    "edit": ("edit", "seed-00001"),
    "confirm": ("confirm",),
    "where": ("where",),
    "set": ("set", "seed-00001", "owner=anna"),
    "set dry": ("set", "seed-00001", "owner=anna", "--dry-run"),
    "move": ("move", "seed-00001", "2027-11-11"),
    "remove": ("remove", "seed-00003", "--yes"),
    "add": ("add", "call", "--title", "New", "--deadline", "2027-12-12"),
    "undo": ("undo",),
}


def _rewritten(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def apply(path: Path) -> None:
        path.write_bytes(change(path.read_bytes()))

    return apply


def _flipped(data: bytes, place: float, bit: int) -> bytes:
    if not data:  # a lock
        return b"\0"
    at = int((len(data) - 1) * place)
    return data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]


def _instead(make: Callable[[Path], None]) -> Callable[[Path], None]:
    def apply(path: Path) -> None:
        path.unlink()
        make(path)

    return apply


def _huge(path: Path) -> None:
    os.truncate(path, 2 << 30)


def _node(path: Path) -> None:
    os.mknod(path, 0o600 | 0o020000, os.makedev(1, 3))


DAMAGES: dict[str, Callable[[Path], None]] = {
    "empty": _rewritten(lambda _: b""),
    "a bit at the start": _rewritten(lambda data: _flipped(data, 0.02, 0)),
    "a bit in the middle": _rewritten(lambda data: _flipped(data, 0.5, 0)),
    "another in the middle": _rewritten(lambda data: _flipped(data, 0.62, 2)),
    "a bit at the end": _rewritten(lambda data: _flipped(data, 0.97, 1)),
    "cut in half": _rewritten(lambda data: data[: len(data) // 2]),
    "without its end": _rewritten(lambda data: data[:-3]),
    "twice": _rewritten(lambda data: data + data),
    "zeros": _rewritten(lambda data: bytes(len(data))),
    "zeros at the end": _rewritten(lambda data: data[: len(data) // 2] + bytes(len(data) // 2)),
    "not UTF-8": _rewritten(lambda data: data[:20] + b"\xff\xfe" + data[20:]),
    "random bytes": _rewritten(lambda data: bytes(each * 7919 % 251 for each in range(len(data)))),
    "an empty list": _rewritten(lambda _: b"[]\n"),
    "nested": _rewritten(lambda _: b'{"format":' + b"[" * 100_000),
    "another version": _rewritten(lambda data: data.replace(b" 1", b" 99", 1)),
    "a folder": _instead(Path.mkdir),
    "a pipe": _instead(os.mkfifo),
    "a link that leads nowhere": _instead(lambda path: path.symlink_to("nowhere")),
    "a link to itself": _instead(lambda path: path.symlink_to(path.name)),
    "unreadable": lambda path: path.chmod(0),
    "two GiB": _huge,
    **({"a device": _instead(_node)} if os.geteuid() == 0 else {}),
}


class Trial:
    """A home with a file of every sort in it, kept to be copied, and commands run on a copy."""

    def __init__(self, folder: Path, entries: int, users: Users | None) -> None:
        self.folder, self._users = folder, users
        self.home, self._kept = folder / "home", folder / "kept"
        self.registry = self.home / "registry" / "calls.toml"
        config = self.home / ".config" / "clustercalls" / "config.toml"
        for each in (self.registry, config):
            each.parent.mkdir(parents=True)
        config.write_text(CONFIG)
        self.registry.write_text("schema = 1\n" + "".join(map(_entry, range(entries))))
        log = self.home / ".local" / "state" / "clustercalls" / "bugs" / "ZeroDivisionError-1.txt"
        log.parent.mkdir(parents=True)
        log.write_text("a bug of before\n")
        for name in ("upcoming", "changes", "remind", "set", "export ics -o", "export vdir", "digest -o"):
            self._once(COMMANDS[name])
        self._once(("remove", f"seed-{entries - 1:05d}", "--yes"))
        self.home.rename(self._kept)

    def files(self) -> list[str]:
        """What is damaged: every file of the home but the registry itself."""
        every = (each for each in sorted(self._kept.rglob("*")) if each.is_file())
        return [str(each.relative_to(self._kept)) for each in every if each.name != self.registry.name]

    def run(self, name: str, damage: Callable[[Path], None] = lambda _: None) -> Done:
        """How a command ends on a damaged home; the registry as it left it is part of the answer."""
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(self._kept, self.home)
        damage(self.home)
        done = self._once(COMMANDS[name])
        return done._replace(out=done.out + self.registry.read_bytes())

    def _once(self, words: tuple[str, ...]) -> Done:
        arguments = [*words, "-r", str(self.registry)]
        environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": str(self.home), "LANG": "C.UTF-8",
            "TMPDIR": str(self.home), "EDITOR": "true", "CLUSTERCALLS_AS_OF": "2027-01-10",
        }  # fmt: skip
        if self._users:
            how = {"user": 0, "groups": [], "umask": 0o022, "environment": environment}
            return self._users.run(arguments, **how, folder=str(self.folder)) or HUNG
        command = [sys.executable, "-m", "clustercalls", *arguments]
        try:
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, capture_output=True, check=False,
                env=environment, cwd=self.folder, timeout=SECONDS,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return HUNG
        return Done(done.returncode, done.stdout, done.stderr)


HUNG = Done(-9, b"", b"")


def _entry(number: int) -> str:
    return (
        f'\n[[call]]\nid = "seed-{number:05d}"\ntitle = "Seed {number}"\n'
        f"deadline = 2027-{number % 12 + 1:02d}-{number % 28 + 1:02d}\nchecked = 2026-11-01\n"
    )


def state_damaged(
    seconds: float, every: int = 1, skip: int = 0, sizes: tuple[int, ...] = (6, LARGE)
) -> Figures:
    """Every file of state × every damage × every command, or each `every`th, from the `skip`th on."""
    until = time.monotonic() + seconds
    broken: list[str] = []
    tried = 0
    for entries in sizes:
        with _trial(entries) as trial:
            files = [each for each in trial.files() if ("facts-" in each) == (entries == LARGE)]
            answers: dict[str, Done] = {}
            for file, damage, name in list(product(files, DAMAGES, COMMANDS))[skip::every]:
                if time.monotonic() > until:
                    break
                if name not in answers:
                    answers[name] = trial.run(name)
                done = trial.run(name, lambda home, file=file, damage=damage: DAMAGES[damage](home / file))  # type: ignore[misc]
                tried += 1
                found = _judged(done, answers[name], file)
                if found:
                    broken.append(f"{file}, {damage}, {name}: {found}")
    return Figures("damaged files of state", tried, broken)


@contextmanager
def _trial(entries: int) -> Iterator[Trial]:
    """A trial in a folder of its own; by the superuser forked from one process, which is faster."""
    folder = Path(tempfile.mkdtemp(prefix="damages-"))
    try:
        if os.geteuid() == 0:
            with Users(NEVER_ROOT if shutil.which("setpriv") else ()) as users:
                yield Trial(folder, entries, users)
        else:
            yield Trial(folder, entries, None)
    finally:
        shutil.rmtree(folder)


def _judged(done: Done, whole: Done, file: str) -> str:
    """What is wrong with an answer over a damaged file; empty when nothing is."""
    if done.code == HUNG.code:
        return "it hangs"
    if done.code not in {0, 1, 2, 3, 4} or TRACEBACK.search(done.err):
        return f"exit {done.code}: {done.err.decode(errors='replace')[:200]}"
    if done.code == whole.code:
        return "" if done.out == whole.out else f"exit {done.code} and another answer, not a word"
    if Path(file).name.encode() not in done.err:
        return f"exit {done.code}, and the file is not named: {done.err.decode(errors='replace')[:200]}"
    return ""


if __name__ == "__main__":
    numbers = [int(each) for each in sys.argv[1:]]
    found = state_damaged(1e9, numbers[0] if numbers else 1, numbers[1] if numbers[1:] else 0)
    print(found.tried, len(found.broken), *found.broken, sep="\n")

"""Two users of one group in one folder: whatever stands beside the registry, it works or is named.

Only the superuser can be two users; they need no accounts, for numbers are enough.
"""

import os
import random
import shutil
import socket
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import NamedTuple

from as_user import Users
from edits import edits
from harness import Bench, Done, Edit, Figures

from clustercalls.reminders.place import identity

ANN, BOB, TEAM = 61_001, 61_002, 61_003  # numbers that no account has
UMASKS = (0o002, 0o022, 0o027, 0o077, 0o777)
SECRET = b"a secret of somebody's\n"
DONE, NAMED = {0}, {2, 3, 4}
Plant = Callable[[Path, Path], None]


def theirs(path: Path, mode: int, owner: int = ANN) -> None:
    """A file of a user, of the group, with this very mode."""
    path.touch()
    os.chown(path, owner, TEAM)
    path.chmod(mode)


def listening(path: Path) -> None:
    """A socket."""
    with socket.socket(socket.AF_UNIX) as at:
        here = Path.cwd()
        os.chdir(path.parent)  # its path may be 108 bytes long
        at.bind(path.name)
        os.chdir(here)


# What may stand where a file of ours is meant; the secret is what a link would lead to.
PLANTS: dict[str, Plant] = {
    "absent": lambda path, secret: None,
    "ours": lambda path, secret: theirs(path, 0o660, BOB),
    "theirs": lambda path, secret: theirs(path, 0o660),
    "0600": lambda path, secret: theirs(path, 0o600),
    "0444": lambda path, secret: theirs(path, 0o444),
    "link": lambda path, secret: path.symlink_to(secret),
    "dangling": lambda path, secret: path.symlink_to(secret.with_name("nowhere")),
    "circle": lambda path, secret: path.symlink_to(path.name),
    "hard link": lambda path, secret: path.hardlink_to(secret),
    "device": lambda path, secret: os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, 3)),
    "FIFO": lambda path, secret: os.mkfifo(path),
    "socket": lambda path, secret: listening(path),
    "folder": lambda path, secret: path.mkdir(),
}
WORKS = {"absent", "ours", "theirs"}
OWN = {"journal", "journal.lock", "memory", "memory.lock", "facts", "claim"}  # in the user's own folder
LOST = {"memory", "memory.lock"}  # an empty memory is none, and another's lock in one's own folder is odd


class Case(NamedTuple):
    """One trial: a command, the umask, whose registry, which file beside it and what stands there."""

    edit: Edit
    umask: int
    owner: int
    side: str
    plant: str

    def __str__(self) -> str:
        return f"{self.edit.name}, umask {self.umask:03o}, of {self.owner}, {self.side}: {self.plant}"


class Shared(Bench):
    """A folder of the group; commands are run by one of its users."""

    def __init__(self, folder: Path, users: Users) -> None:
        self.who, self.umask, self.users = BOB, 0o022, users
        super().__init__(folder, entries=5)
        os.chown(self.registry.parent, ANN, TEAM)
        self.registry.parent.chmod(0o775)
        self.secret = folder / "secrets" / "secret"
        self.secret.parent.mkdir()
        os.chown(self.secret.parent, BOB, BOB)

    def environment(self) -> dict[str, str]:
        """Each user has a home."""
        return super().environment() | {"HOME": str(self.home())}

    def home(self) -> Path:
        """That of the user whose turn it is."""
        home = self.folder / "homes" / str(self.who)
        if not home.is_dir():
            home.mkdir(parents=True)
            os.chown(home, self.who, self.who)
        return home

    @property
    def journal(self) -> Path:
        """That of the user whose turn it is."""
        return self.state / "journal.jsonl"

    @property
    def state(self) -> Path:
        """Where this user's memories are."""
        return self.home() / ".local" / "state" / "clustercalls"

    def reset(self, edit: Edit | None = None) -> None:
        """As it begins: a registry of the group, nothing beside it, a secret that is bob's alone."""
        for each in (*self.registry.parent.iterdir(), *(self.folder / "drafts").iterdir()):
            if each != self.registry or not stat.S_ISREG(each.lstat().st_mode) or each.stat().st_nlink > 1:
                shutil.rmtree(each) if each.is_dir() and not each.is_symlink() else each.unlink()
        os.chown(self.folder / "drafts", BOB, BOB)
        self.registry.write_bytes((edit.text if edit else self.text).encode())
        self.owned_by(ANN)
        shutil.rmtree(self.state, ignore_errors=True)
        if edit and edit.journal:
            self.state.mkdir(parents=True)
            self.journal.write_bytes(edit.journal)
            self.journal.chmod(0o600)
            for each in self.home().rglob("*"):
                os.chown(each, self.who, self.who)
        if hasattr(self, "secret"):
            for each in self.secret.parent.iterdir():
                each.unlink()
            self.secret.write_bytes(SECRET)
            os.chown(self.secret, BOB, BOB)
            self.secret.chmod(0o600)

    def owned_by(self, owner: int) -> None:
        """The registry is this user's, and the group may write it."""
        os.chown(self.registry, owner, TEAM)
        self.registry.chmod(0o664)

    def run_within(self, *arguments: str) -> Done | None:
        """Runs a command as the user whose turn it is; None when it hangs."""
        return self.users.run(
            self.command(*arguments)[3:],
            user=self.who,
            groups=[TEAM],
            umask=self.umask,
            environment=self.environment(),
            folder=str(self.folder),
        )

    def run(self, *arguments: str, prefix: tuple[str, ...] = ()) -> Done:
        """As `run_within`, of what does not hang."""
        done = self.run_within(*arguments)
        assert done is not None, "hangs"
        assert not prefix
        return done


def strangers(_: Path, most: int | None = None, seed: int | None = None) -> Figures:
    """Every command that writes, every umask, every file of ours, whatever stands there."""
    with shared() as bench:
        if bench is None:
            return Figures("strangers (not tried: needs the superuser)", 0, [])
        every = list(_cases(bench))
        random.Random(seed).shuffle(every)
        tried = every[:most]
        broken = [f"{case}: {found}" for case in tried if (found := _try(bench, case))]
    return Figures("strangers in a shared folder", len(tried), broken)


def _cases(bench: Shared) -> Iterator[Case]:
    bench.reset()
    for edit in edits(bench):
        yield from _all_of(edit, ("lock", "removed", "tmp", "old", "journal", "journal.lock", "registry"))
    for name in ("remind", "changes"):
        yield from _all_of(_looking(bench, name), ("memory", "memory.lock", "facts", "claim"))
    yield from _all_of(_looking(bench, "init"), ("registry",))


def _all_of(edit: Edit, sides: tuple[str, ...]) -> Iterator[Case]:
    for each in product((edit,), UMASKS, (ANN, BOB), sides, PLANTS):
        case = Case(*each)
        needed = case.side == "journal" and edit.journal  # by undo
        in_a_backup = case.plant == "hard link" and case.side in OWN  # where nobody else writes
        if not (needed or in_a_backup):
            yield case


def _looking(bench: Shared, name: str) -> Edit:
    """A command that leaves the registry as it is."""
    return Edit(name, (name,), "seed-00000", bench.old["seed-00000"], bench.text)


def _try(bench: Shared, case: Case) -> str:
    bench.who, bench.umask = BOB, case.umask
    bench.reset(case.edit)
    bench.owned_by(case.owner)
    path = _side(bench, case.side)
    if case.side in OWN:
        for each in (bench.home() / ".local", bench.home() / ".local/state", bench.state):
            each.mkdir(exist_ok=True)
            os.chown(each, BOB, BOB)
    if case.side == "registry":
        path.unlink()
    PLANTS[case.plant](path, bench.secret)
    before = path.lstat() if os.path.lexists(path) else None
    done = bench.run_within(*case.edit.arguments)
    if done is None:
        return "hangs"
    found = _untouched(bench, path, before, case.plant)
    if case.side == "registry":
        return found or _named(case, done, path)
    return found or bench.judge(done, case.edit) or _ended(bench, case, done, path)


def _named(case: Case, done: Done, path: Path) -> str:
    """What stands in the place of the registry is named; an empty one, or a link to another, may be there."""
    if case.edit.name == "init" and case.plant == "absent":
        return "" if done.code == 0 else f"exit {done.code}: {done.err!r}"
    empty = case.plant in {"ours", "theirs", "0444", "link", "hard link"}
    if done.code in NAMED and (path.name.encode() in done.err or empty):
        return ""
    return "" if done.code == 0 and empty and case.edit.name == "add" else f"exit {done.code}: {done.err!r}"


def _ended(bench: Shared, case: Case, done: Done, path: Path) -> str:
    """Done and everything as it should be, or refused with the name of what is in the way."""
    works = case.plant == "absent" if case.side in LOST else case.plant in WORKS
    if done.code not in DONE | NAMED:
        return f"exit {done.code}: {done.err!r}"
    if done.code in NAMED and (works or path.name.encode() not in done.err):
        return f"not named: {done.err!r}"
    if done.code in NAMED:
        return ""
    its = bench.registry.stat()
    if (its.st_gid, stat.S_IMODE(its.st_mode)) != (TEAM, 0o664):
        return "the registry is another's"
    for end, mode in ((".removed", 0o664), (".lock", 0o660)):
        made = bench.registry.with_name(bench.registry.name + end)
        if made != path and made.exists():
            its = made.lstat()
            if (its.st_gid, stat.S_IMODE(its.st_mode)) != (TEAM, mode):
                return f"{end} has group {its.st_gid} and mode {stat.S_IMODE(its.st_mode):o}"
    return _colleague(bench, case, path)


def _colleague(bench: Shared, case: Case, path: Path) -> str:
    """The other user's next command works, unless the same thing is in its way."""
    bench.who, bench.umask = ANN, 0o022
    done = bench.run_within("add", "--id", "after", "--title", "A")
    if done is None:
        return "the colleague hangs"
    if done.code and (case.plant in WORKS or path.name.encode() not in done.err):
        return f"the colleague is shut out: {done.code} {done.err[-300:]!r}"
    return ""


def _side(bench: Shared, side: str) -> Path:
    name, state = bench.registry.name, bench.state
    memory = f"seen-{identity((bench.registry,))}.json"
    return {
        "registry": bench.registry,
        "lock": bench.registry.with_name(f"{name}.lock"),
        "removed": bench.registry.with_name(f"{name}.removed"),
        "tmp": bench.registry.with_name(f".{name}.tmp"),
        "old": bench.registry.with_name(f".{name}.old"),
        "journal": state / "journal.jsonl",
        "journal.lock": state / "journal.jsonl.lock",
        "memory": state / memory,
        "memory.lock": state / f"{memory}.lock",
        "facts": state / memory.replace("seen-", "facts-"),
        "claim": state / f"{memory.replace('seen-', 'telling-')}.lock",
    }[side]


def _untouched(bench: Shared, path: Path, before: os.stat_result | None, plant: str) -> str:
    """No link was followed; what is no file of ours stands as it stood."""
    if bench.secret.read_bytes() != SECRET or stat.S_IMODE(bench.secret.stat().st_mode) != 0o600:
        return "the link was followed"
    if len(list(bench.secret.parent.iterdir())) > 1:
        return "the dangling link was followed"
    if before is None or stat.S_ISREG(before.st_mode):
        return ""
    after = path.lstat() if os.path.lexists(path) else None
    if after is None or (after.st_ino, after.st_mode, after.st_uid) != (
        before.st_ino,
        before.st_mode,
        before.st_uid,
    ):
        return f"the {plant} is not as it was"
    return ""


@contextmanager
def shared() -> Iterator[Shared | None]:
    """A folder that both users can enter; None where nobody can be two."""
    if os.geteuid() != 0:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="strangers-"))
    folder.chmod(0o755)
    try:
        with Users() as users:
            bench = Shared(folder / "trial", users)
            yield bench
    finally:
        shutil.rmtree(folder)

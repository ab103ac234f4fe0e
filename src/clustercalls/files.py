"""The disk: reading whole files within a limit, replacing them atomically, finding the user's folders."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from clustercalls.errors import InputRefused, Place, UsageRefused, WorldFailed, outside, problem

COMPARED = 1 << 16  # bytes at a time
READ_LIMIT = 32 * 1024 * 1024  # bytes; a registry of 10,000 entries has about 10 MB


def read(path: Path) -> bytes:
    """All bytes of a regular file, pipe or device, 32 MiB at most.

    Raises:
        InputRefused: when it is missing, unreadable or larger.
    """
    place = Place(str(path))
    try:
        with path.open("rb") as file:
            size = min(os.fstat(file.fileno()).st_size, READ_LIMIT)
            data = file.read(size + 1)  # asked for 32 MiB, Python takes that room for every small file
            if len(data) > size:  # a pipe, or it has grown
                data += file.read(READ_LIMIT)
    except FileNotFoundError:
        raise InputRefused(problem("no-registry", place, path=path)) from None
    except OSError as error:
        raise InputRefused(problem("unreadable", place, **outside(error.strerror or error))) from None
    except ValueError:  # a NUL byte in the path
        raise InputRefused(problem("unreadable", place, reason="there can be no such path")) from None
    if len(data) > READ_LIMIT:
        raise InputRefused(problem("too-large", place, what="the file", limit="{most} MiB", most=32))
    return data


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A regular file to be read in pieces, 32 MiB at most; an empty one when there is none.

    Raises:
        InputRefused: when it is unreadable or larger.
    """
    place = Place(str(path))
    try:
        file = path.open("rb") if path.is_file() else BytesIO()
    except OSError as error:
        raise InputRefused(problem("unreadable", place, **outside(error.strerror or error))) from None
    with file:
        if file.seek(0, os.SEEK_END) > READ_LIMIT:
            raise InputRefused(problem("too-large", place, what="the file", limit="{most} MiB", most=32))
        file.seek(0)
        yield file


def replace(path: Path, data: bytes, mode: int | None = None) -> bool:
    """Puts `data` into the file at once or not at all, and only when it differs; says whether it did.

    Written beside the real file (a link stays a link), with its mode or the one given, durable when this
    returns.

    Raises:
        WorldFailed: when the disk refuses; the old file is then as it was.
    """
    target = Path(os.path.realpath(path))
    try:
        if path.exists() and not path.is_file():
            # /dev/stdout, a named pipe: there is nothing to replace, only something to write to
            path.write_bytes(data)
            return True
        if target.is_file() and target.read_bytes() == data:
            return False
        _write_beside(target, [data], mode)
    except OSError as error:
        raise WorldFailed(
            problem("cannot-write", Place(str(path)), **outside(error.strerror or error))
        ) from None
    return True


def replace_streamed(path: Path, chunks: Iterable[bytes]) -> bool:
    """As `replace`, for what is too large to be held; the old file stands until all of it is written.

    Raises:
        WorldFailed: when the disk refuses; the old file is then as it was.
    """
    target = Path(os.path.realpath(path))
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                file.writelines(chunks)
            return True
        return _write_beside(target, chunks)
    except OSError as error:
        raise WorldFailed(problem("cannot-write", Place(str(path)), reason=error.strerror or error)) from None


def create(path: Path, data: bytes) -> None:
    """Makes a new file with its folders; never touches one that is there.

    Raises:
        UsageRefused: when something is already there.
        WorldFailed: when the disk refuses.
    """
    try:
        _make_folder(path.parent)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise UsageRefused(problem("already-there", Place(str(path)))) from None
    except OSError as error:
        raise WorldFailed(
            problem("cannot-write", Place(str(path)), **outside(error.strerror or error))
        ) from None


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:  # a file stands where a folder is meant: not "already there"
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path)) from error


def at_revision(path: Path, revision: str) -> bytes:
    """The bytes of a file as git has them at a revision.

    Raises:
        UsageRefused: when git, the repository, the revision or the file in it is not there.
    """
    real = Path(os.path.realpath(path))
    return _git(real.parent, revision, "show", f"./{real.name}")


def names_at_revision(folder: Path, revision: str) -> list[str]:
    """The names of what is in a folder as git has it at a revision, sorted.

    Raises:
        UsageRefused: when git, the repository, the revision or the folder in it is not there.
    """
    listed = _git(
        Path(os.path.realpath(folder)), revision, "ls-tree", "./", "-z", "--name-only", "--full-tree"
    )
    return sorted(os.fsdecode(each) for each in listed.split(b"\0") if each)


def _git(folder: Path, revision: str, command: str, inside: str, *options: str) -> bytes:
    import subprocess

    words = ["git", "-C", str(folder), command, *options, "--end-of-options", f"{revision}:{inside}"]
    try:
        done = subprocess.run(words, capture_output=True, check=False, timeout=30, stdin=subprocess.DEVNULL)  # noqa: S603 - a list, and what is typed is behind --end-of-options
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise UsageRefused(problem("no-revision", value=revision, reason=type(error).__name__)) from None
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().rsplit("\n", 1)[-1]
        raise UsageRefused(problem("no-revision", value=revision, reason=reason[:200] or "git refuses"))
    return done.stdout


def user_folder(variable: str, fallback: str) -> Path | None:
    """The XDG folder of this tool, such as `~/.config/clustercalls`; None when no home is known.

    https://specifications.freedesktop.org/basedir-spec/latest/: relative values are to be ignored.
    """
    base = os.environ.get(variable, "")
    if base.startswith("/"):
        return Path(base) / "clustercalls"
    home = os.environ.get("HOME", "")
    return Path(home) / fallback / "clustercalls" if home.startswith("/") else None


def state_folder() -> Path | None:
    """Where this tool keeps what it remembers; None without a home, unless XDG_STATE_HOME names it."""
    folder = user_folder("XDG_STATE_HOME", ".local/state")
    named = os.environ.get("XDG_STATE_HOME", "").startswith("/")
    return folder if named or (folder and Path(os.environ["HOME"]).is_dir()) else None


def _write_beside(target: Path, chunks: Iterable[bytes], mode: int | None = None) -> bool:
    """Writes a new file and puts it in the place of `target`, unless it is the same; says whether it did."""
    beside = target.with_name(f".{target.name}.{os.urandom(4).hex()}.tmp")
    if mode is None and target.exists():
        mode = stat.S_IMODE(target.stat().st_mode)
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(descriptor, "wb") as file:
            if mode is not None:
                os.fchmod(file.fileno(), mode)
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        if target.is_file() and _same(beside, target):
            return False
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return True


def _same(one: Path, other: Path) -> bool:
    with one.open("rb") as first, other.open("rb") as second:
        while True:
            data = first.read(COMPARED)
            if data != second.read(COMPARED):
                return False
            if not data:
                return True

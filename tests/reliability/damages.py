"""Files of state in every sort of damage, under every command: named, or the answer of the undamaged one."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from harness import TRACEBACK, Bench, Done, Figures

CONFIG = 'lang = "en"\nwindow = "400d"\n[remind]\nskip = ["seed-00002"]\n'
SECONDS = 20
NEVER_ROOT = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")

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
    "export ics": ("export", "ics"),
    "export ics -o": ("export", "ics", "-o", "cal.ics"),
    "check": ("check",),
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


def state_damaged(folder: Path, seconds: float, every: int = 1) -> Figures:
    """Every file of state × every damage × every command, or each `every`th of them."""
    bench = Bench(folder, 6)
    whole = _whole(bench)
    answers = {name: _run(bench, whole, name) for name in COMMANDS}
    until = time.monotonic() + seconds
    broken: list[str] = []
    tried = 0
    rows = list(product(_files(whole), DAMAGES, COMMANDS))
    for number, (file, damage, name) in enumerate(rows):
        if number % every or time.monotonic() > until:
            continue
        done = _run(bench, whole, name, lambda home, file=file, damage=damage: DAMAGES[damage](home / file))  # type: ignore[misc]
        tried += 1
        found = _judged(done, answers[name], file)
        if found:
            broken.append(f"{file}, {damage}, {name}: {found}")
    return Figures("damaged files of state", tried, broken)


def _whole(bench: Bench) -> Path:
    """A home with a file of every sort in it, kept to be copied."""
    home = bench.folder / "home"
    config = home / ".config" / "clustercalls" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(CONFIG)
    for name in ("upcoming", "changes", "remind", "set", "export ics -o"):
        _once(bench, name)
    kept = bench.folder / "kept"
    shutil.copytree(bench.registry.parent, home / "registry")
    shutil.move(bench.folder / "cal.ics", home / "cal.ics")
    home.rename(kept)
    return kept


def _files(whole: Path) -> Iterator[str]:
    """What is damaged: every file of the home but the registry and the locks."""
    for each in sorted(whole.rglob("*")):
        if each.is_file() and not each.name.endswith(".lock") and each.parent.name != "registry":
            yield str(each.relative_to(whole))


def _run(bench: Bench, whole: Path, name: str, damage: Callable[[Path], None] = lambda _: None) -> Done:
    home = bench.folder / "home"
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(whole, home)
    for each in (home / "registry").iterdir():
        shutil.copy(each, bench.registry.parent / each.name)
    damage(home)
    (bench.folder / "cal.ics").unlink(missing_ok=True)
    (bench.folder / "cal.ics").symlink_to(home / "cal.ics")
    return _once(bench, name)


def _once(bench: Bench, name: str) -> Done:
    prefix = NEVER_ROOT if os.geteuid() == 0 and shutil.which("setpriv") else ()
    environment = {**bench.environment(), "CLUSTERCALLS_AS_OF": "2027-01-10"}
    process = subprocess.Popen(
        [*prefix, sys.executable, "-m", "clustercalls", *COMMANDS[name], "-r", str(bench.registry)],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=environment, cwd=bench.folder, start_new_session=True,
    )  # fmt: skip
    try:
        out, err = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.communicate()
        return Done(-9, b"", b"")
    return Done(process.returncode, out + bench.registry.read_bytes(), err)


def _judged(done: Done, whole: Done, file: str) -> str:
    """What is wrong with an answer over a damaged file; empty when nothing is."""
    if done.code == -9:
        return "it hangs"
    if done.code not in {0, 1, 2, 3, 4} or TRACEBACK.search(done.err):
        return f"exit {done.code}: {done.err.decode(errors='replace')[:200]}"
    if done.code == whole.code:
        return "" if done.out == whole.out else f"exit {done.code} and another answer, not a word"
    if Path(file).name.encode() not in done.err:
        return f"exit {done.code}, and the file is not named: {done.err.decode(errors='replace')[:200]}"
    return ""


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        found = state_damaged(Path(place) / "trial", 1e9, int(sys.argv[1]) if sys.argv[1:] else 1)
    print(found.tried, len(found.broken), *found.broken, sep="\n")

"""The trials: each returns its figures, a count of what was tried and a list of what broke."""

import json
import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import threading
import time
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from harness import Bench, Done, steps

Command = tuple[tuple[str, ...], dict[str, Any]]
HAS_STRACE = shutil.which("strace") is not None


class Figures(NamedTuple):
    """What a trial found: how often it tried, and what broke."""

    trial: str
    tried: int
    broken: list[str]


def commands(bench: Bench) -> dict[str, Command]:
    """The commands that edit, each with the entry it means to leave."""
    one = bench.old["seed-00003"]
    row = {"stage": "deadline", "was": one["deadline"], "noticed": date(2026, 11, 22)}
    as_of = ("--as-of", "2026-11-22")
    moved = one | {"deadline": date(2027, 12, 24), "history": [row]}
    new = {"id": "new", "title": "N", "deadline": date(2028, 2, 29), "checked": date(2026, 11, 22)}
    return {
        "add": (("add", "--id", "new", "--title", "N", "--deadline", "2028-02-29", *as_of), new),
        "move": (("move", "seed-00003", "2027-12-24", *as_of), moved),
        "set": (("set", "seed-00003", "owner=anna", *as_of), one | {"owner": "anna"}),
        "confirm": (("confirm", "seed-00003", *as_of), one | {"checked": date(2026, 11, 22)}),
    }


def next_works(bench: Bench) -> str:
    """Whether an ordinary command works after whatever happened before."""
    done = bench.run("add", "--id", "after", "--title", "A")
    try:
        there = "after" in bench.entries()
    except (ValueError, AssertionError, OSError) as error:
        return f"wedged: {error}"
    return "" if done.code == 0 and there else f"wedged: {done.code} {done.err[-200:]!r}"


def kill_at_random(folder: Path, runs: int, seconds: float) -> Figures:
    """SIGKILL at a random moment of each command: the old file or the new one, and the next run works."""
    bench = Bench(folder)
    broken: list[str] = []
    tried, until = 0, time.monotonic() + seconds
    every = commands(bench)
    times = []
    for arguments, _ in every.values():
        begin = time.monotonic()
        bench.run(*arguments)
        times.append(time.monotonic() - begin)
        bench.reset()
    usual = statistics.median(times)
    for number in range(runs * len(every)):
        if time.monotonic() > until:
            break
        name, (arguments, meant) = list(every.items())[number % len(every)]
        bench.reset()
        process = bench.start(bench.command(*arguments))
        time.sleep(random.uniform(0.3, 1.2) * usual)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
        found = bench.judge(Done(process.returncode, out, err), meant)
        found = found or (next_works(bench) if number % 10 == 0 else "")
        tried += 1
        if found:
            broken.append(f"{name}: {found}")
    return Figures("kill at random", tried, broken)


def kill_at_every_call(folder: Path, seconds: float) -> Figures:
    """SIGKILL at every system call that could change a file, of each command in turn."""
    bench = Bench(folder)
    broken: list[str] = []
    tried, until = 0, time.monotonic() + seconds
    for name, (arguments, meant) in commands(bench).items():
        bench.reset()
        for call, number in steps(bench, *arguments):
            if time.monotonic() > until:
                return Figures("kill at every call", tried, broken)
            bench.reset()
            inject = f"inject={call}:signal=KILL:when={number}"
            done = bench.run(*arguments, prefix=("strace", "-f", "-qq", "-o", os.devnull, "-e", inject))
            done = done._replace(code=-9 if done.code in {137, -9} else done.code)
            found = bench.judge(done, meant) or next_works(bench)
            tried += 1
            if found:
                broken.append(f"{name} {call}#{number}: {found}")
    return Figures("kill at every call", tried, broken)


def failing_calls(folder: Path, errors: tuple[str, ...], seconds: float) -> Figures:
    """Every such call fails, once and for ever: the file stays to the byte and it is told, or it is done."""
    bench = Bench(folder)
    broken: list[str] = []
    tried, until = 0, time.monotonic() + seconds
    for name, (arguments, meant) in commands(bench).items():
        bench.reset()
        for call, number in steps(bench, *arguments):
            for error in errors:
                for ever in ("", "+"):
                    if time.monotonic() > until:
                        return Figures("failing calls", tried, broken)
                    bench.reset()
                    inject = f"inject={call}:error={error}:when={number}{ever}"
                    trace = ("strace", "-f", "-qq", "-o", os.devnull, "-e", inject)
                    done = bench.run(*arguments, prefix=trace)
                    found = bench.judge(done, meant, unseen=call == "write")
                    tried += 1
                    if found:
                        broken.append(f"{name} {call}#{number}{ever} {error}: {found}")
    return Figures("failing calls", tried, broken)


def order_of_calls(folder: Path) -> Figures:
    """The new file is on the disk before it is renamed, and the folder after; nothing is written in place."""
    bench = Bench(folder)
    broken: list[str] = []
    tried = 0
    log = folder / "strace.log"
    for name, (arguments, _) in commands(bench).items():
        bench.reset()
        bench.registry.chmod(0o640)
        trace = (
            "strace",
            "-f",
            "-y",
            "-qq",
            "-o",
            str(log),
            "-e",
            "trace=openat,fsync,rename,renameat2,truncate",
        )
        bench.run(*arguments, prefix=trace)
        tried += 1
        text = log.read_text(errors="replace")
        where, file = re.escape(str(bench.registry.parent)), re.escape(str(bench.registry))
        pattern = rf'fsync\(\d+<({where}/[^>]+)>\)\s+= 0.*?rename\w*\([^"]*"\1", [^"]*"{file}"'
        pattern += rf".*?fsync\(\d+<{where}>"
        if not re.search(pattern, text, re.DOTALL):
            broken.append(f"{name}: not fsync, rename, fsync of the folder")
        if re.search(rf'"{file}", [^)]*(O_WRONLY|O_RDWR|O_TRUNC)', text):
            broken.append(f"{name}: opened for writing in place")
        if bench.registry.stat().st_mode & 0o777 != 0o640:
            broken.append(f"{name}: another mode")
    return Figures("order of calls", tried, broken)


def writers_at_once(folder: Path, writers: int, each: int, rounds: int) -> Figures:
    """Many writers at once: nobody's edit is lost; of those that add one id, exactly one wins."""
    bench = Bench(folder)
    broken: list[str] = []
    tried = 0
    for _ in range(rounds):
        bench.reset()
        done: dict[str, int] = {}

        def work(writer: int, done: dict[str, int] = done) -> None:
            for number in range(each):
                name = f"w{writer:02d}-{number:03d}"
                done[name] = bench.run("add", "--id", name, "--title", "T").code

        _all_at_once([lambda writer=writer: work(writer) for writer in range(writers)])  # type: ignore[misc]
        now = bench.entries()
        tried += len(done)
        broken += [f"lost: {name}" for name, code in done.items() if code == 0 and name not in now]
        broken += [f"phantom: {name}" for name, code in done.items() if code != 0 and name in now]
        broken += [f"refused: {name} {code}" for name, code in done.items() if code != 0]
        broken += [f"changed: {name}" for name, entry in bench.old.items() if now.get(name) != entry]
        codes = _race(bench, min(writers, 6))
        tried += 1
        if codes.count(0) != 1:
            broken.append(f"{codes.count(0)} of {len(codes)} won the same id")
    return Figures("writers at once", tried, broken)


def _race(bench: Bench, writers: int) -> list[int]:
    """The exit codes of some that add one id at once."""
    codes: list[int] = []

    def add() -> None:
        codes.append(bench.run("add", "--id", "race", "--title", "T").code)

    _all_at_once([add] * writers)
    return codes


def _all_at_once(work: list[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=each) for each in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def full_disk(folder: Path, steps_of_size: int) -> Figures:
    """A limit on the size of files, from nothing to more than enough."""
    bench = Bench(folder)
    broken: list[str] = []
    tried = 0
    for name, (arguments, meant) in commands(bench).items():
        for step in range(steps_of_size):
            bench.reset()
            limit = (len(bench.text) // 512 + 4) * step // max(steps_of_size - 1, 1)  # blocks of 512 bytes
            limited = ("sh", "-c", f'ulimit -f {limit}; exec "$@"', "sh")
            found = bench.judge(bench.run(*arguments, prefix=limited), meant)
            tried += 1
            if found:
                broken.append(f"{name} with {limit} blocks: {found}")
    return Figures("full disk", tried, broken)


def hostile_text(folder: Path, strings: list[str], seconds: float) -> Figures:
    """Every string through the command line into a field and back: the same, or refused."""
    bench = Bench(folder, 3)
    broken: list[str] = []
    tried, until = 0, time.monotonic() + seconds
    for number, text in enumerate(strings):
        for field in ("title", "note", "programme", "source-title", "tag"):
            if time.monotonic() > until or "\0" in text:
                break
            bench.reset()
            title = () if field == "title" else ("--title", "T")
            done = bench.run("add", "--id", "new", *title, f"--{field}={text}")
            tried += 1
            name = f"{field} {number} {ascii(text)[:40]}"
            if done.code not in {0, 2}:
                broken.append(f"{name}: exit {done.code} {done.err[-100:]!r}")
            elif done.code == 2 and bench.registry.read_text() != bench.text:
                broken.append(f"{name}: refused, and changed")
            elif done.code == 0 and _held(bench, field) != text:
                broken.append(f"{name}: silently changed")
            elif done.code == 0:
                broken += [f"{name}: {each}" for each in _shown_harm(bench)]
    return Figures("hostile text", tried, broken)


def _held(bench: Bench, field: str) -> object:
    entry = bench.entries()["new"]
    if field == "source-title":
        return entry.get("source", {}).get("title", "")
    if field == "tag":
        return "".join(entry.get("tags", []))
    return entry.get(field, "")


def _shown_harm(bench: Bench) -> list[str]:
    """Controls that reached a terminal, in what the tool shows of the entry and of the edit."""
    found = []
    data = bench.registry.read_bytes().decode()
    if any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in data):
        found.append("a control character in the file")
    for arguments in (
        ("list", "--all"),
        ("show", "new"),
        ("changes", "new"),
        ("list", "--all", "-f", "json"),
    ):
        done = bench.run(*arguments)
        text = done.out.decode()
        if done.code != 0:
            found.append(f"{arguments[0]}: exit {done.code}")
        if arguments[-1] == "json":
            json.loads(text)
        elif any(unicodedata.category(c) == "Cc" and c != "\n" for c in text):
            found.append(f"{arguments[0]}: a control character")
        elif any(c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" for c in text):
            found.append(f"{arguments[0]}: a bidirectional control")
    return found


def poor_surroundings(folder: Path) -> Figures:
    """No home, no terminal, closed streams, a folder that is gone, a umask that forbids everything."""
    bench = Bench(folder)
    broken: list[str] = []
    tried = 0
    shells = (
        'exec env -u HOME "$@"', 'exec env HOME=/nonexistent "$@"', 'exec env LC_ALL=C LANG=C "$@"',
        'umask 777; exec "$@"', 'exec "$@" <&-', 'exec "$@" >&-', 'exec "$@" 2>&-',
        'exec "$@" <&- >&- 2>&-', 'mkdir gone && cd gone && rmdir ../gone && exec "$@"',
        'exec env PYTHONWARNINGS=error "$@"', 'exec env TMPDIR=/nonexistent "$@"', 'exec env TERM= "$@"',
    )  # fmt: skip
    for name, (arguments, meant) in commands(bench).items():
        for shell in shells:
            bench.reset()
            done = bench.run(*arguments, prefix=("sh", "-c", shell, "sh"))
            found = bench.judge(done, meant) or (f"exit {done.code}" if done.code else "")
            tried += 1
            if found:
                broken.append(f"{name}, {shell}: {found}")
    return Figures("poor surroundings", tried, broken)


def read_only_disk(folder: Path) -> Figures:
    """A file system mounted for reading only; needs the superuser, and is passed over without."""
    bench = Bench(folder)
    place = str(bench.registry.parent)
    mounted = subprocess.run(["mount", "--bind", "-o", "ro", place, place], capture_output=True, check=False)
    if mounted.returncode:
        return Figures("read-only disk (not tried: needs the superuser)", 0, [])
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", place], capture_output=True, check=False)
        results = {name: bench.run(*arguments) for name, (arguments, _) in commands(bench).items()}
    finally:
        subprocess.run(["umount", place], check=True)
    broken = [f"{name}: exit {done.code}" for name, done in results.items() if done.code != 4]
    broken += ["changed"] if bench.registry.read_text() != bench.text else []
    return Figures("read-only disk", len(results), broken)

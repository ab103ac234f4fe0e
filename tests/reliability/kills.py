"""A process that dies or is refused: at random, and at every system call that could change a file."""

import os
import random
import re
import shutil
import signal
import time
from contextlib import suppress
from pathlib import Path

from edits import edits
from harness import Bench, Done, Edit, Figures, steps

HAS_STRACE = shutil.which("strace") is not None
AGAIN = 100  # edits after which it is measured anew how long they take
QUIET = ("strace", "-f", "-qq", "-o", os.devnull, "-e")


def kill_at_random(folder: Path, runs: int, seconds: float) -> Figures:
    """SIGKILL at a random moment of each command: the old file or the new one, and the next run works."""
    bench = Bench(folder)
    every = edits(bench)
    broken: list[str] = []
    tried = kept = 0
    until = time.monotonic() + seconds
    usual: dict[str, float] = {}
    for number in range(runs * len(every)):
        if time.monotonic() > until:
            break
        edit = every[number % len(every)]
        if number % (AGAIN * len(every)) < len(every):
            usual[edit.name] = _usual(bench, edit)
        bench.reset(edit)
        process = bench.start(bench.command(*edit.arguments))
        time.sleep(random.uniform(0.5, 1.25) * usual[edit.name])
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
        kept += bench.registry.read_bytes() == edit.text.encode()
        found = bench.judge(Done(process.returncode, out, err), edit)
        found = found or (next_works(bench) if number % 10 == 0 else "")
        tried += 1
        if found:
            broken.append(f"{edit.name}: {found}")
    return Figures(f"kill at random ({kept} old, {tried - kept} new)", tried, broken)


def kill_at_every_call(folder: Path, seconds: float) -> Figures:
    """SIGKILL at every system call that could change a file, of each command in turn."""
    bench = Bench(folder)
    broken: list[str] = []
    every = _every_step(bench)
    tried, until = 0, time.monotonic() + seconds
    for edit, call, number in every:
        if time.monotonic() > until:
            break
        bench.reset(edit)
        done = bench.run(*edit.arguments, prefix=(*QUIET, f"inject={call}:signal=KILL:when={number}"))
        done = done._replace(code=-9 if done.code in {137, -9} else done.code)
        found = bench.judge(done, edit) or next_works(bench)
        tried += 1
        if found:
            broken.append(f"{edit.name} {call}#{number}: {found}")
    return Figures("kill at every call", tried, broken)


def failing_calls(folder: Path, errors: tuple[str, ...], seconds: float) -> Figures:
    """Every such call fails, once and for ever: the file stays to the byte and it is told, or it is done."""
    bench = Bench(folder)
    broken: list[str] = []
    every = _every_step(bench)
    tried, until = 0, time.monotonic() + seconds
    for edit, call, number in every:
        for how in (f"error={error}:when={number}{ever}" for error in errors for ever in ("", "+")):
            if time.monotonic() > until:
                return Figures("failing calls", tried, broken)
            bench.reset(edit)
            done = bench.run(*edit.arguments, prefix=(*QUIET, f"inject={call}:{how}"))
            found = bench.judge(done, edit, unseen=call == "write")
            tried += 1
            if found:
                broken.append(f"{edit.name} {call} {how}: {found}")
    return Figures("failing calls", tried, broken)


def order_of_calls(folder: Path) -> Figures:
    """The new file is on the disk before it is renamed, and the folder after; nothing is written in place."""
    bench = Bench(folder)
    broken: list[str] = []
    every = edits(bench)
    log = folder / "strace.log"
    trace = (
        "strace",
        "-f",
        "-y",
        "-qq",
        "-o",
        str(log),
        "-e",
        "trace=open,openat,fsync,rename,renameat,renameat2,truncate",
    )
    where, name = re.escape(str(bench.registry.parent)), re.escape(bench.registry.name)
    put = rf'renameat2?\(\d+<{where}>, "\1", \d+<{where}>, "{name}"'
    order = rf"fsync\(\d+<{where}/([^/>]+)>\)\s+= 0.*?{put}.*?fsync\(\d+<{where}>"
    for edit in every:
        bench.reset(edit)
        bench.registry.chmod(0o640)
        bench.run(*edit.arguments, prefix=trace)
        text = log.read_text(errors="replace")
        if not re.search(order, text, re.DOTALL):
            broken.append(f"{edit.name}: not fsync, rename, fsync of the folder")
        if re.search(rf'"({where}/)?{name}", [^)]*(O_WRONLY|O_RDWR|O_TRUNC)', text):
            broken.append(f"{edit.name}: opened for writing in place")
        if bench.registry.stat().st_mode & 0o777 != 0o640:
            broken.append(f"{edit.name}: another mode")
    return Figures("order of calls", len(every), broken)


def next_works(bench: Bench) -> str:
    """Whether an ordinary command works after whatever happened before."""
    done = bench.run("add", "--id", "after", "--title", "A")
    try:
        there = "after" in bench.entries()
    except (ValueError, AssertionError, OSError) as error:
        return f"wedged: {error}"
    return "" if done.code == 0 and there else f"wedged: {done.code} {done.err[-200:]!r}"


def _every_step(bench: Bench) -> list[tuple[Edit, str, int]]:
    """Every such call of every edit, in any order: a trial cut short has seen something of each."""
    every = [(edit, *step) for edit in edits(bench) for step in steps(bench, edit)]
    random.shuffle(every)
    return every


def _usual(bench: Bench, edit: Edit) -> float:
    """How long an edit takes when nobody kills it: the machine may be busier than it was."""
    bench.reset(edit)
    begin = time.monotonic()
    bench.run(*edit.arguments)
    return time.monotonic() - begin

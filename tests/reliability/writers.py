"""Several people at one file: commands at once, and a hand that knows of no lock."""

import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

from edits import edits
from harness import Bench, Done, Edit, Figures

PATIENCE = 20  # seconds until a command that waits has shown itself


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


def hand_edits(folder: Path, rounds: int) -> Figures:
    """A hand saves the file after a command read it and before it renames: the hand's text stays, it is told.

    The command is held at the fsync of its new file by strace, so that the moment is certain.
    """
    bench = Bench(folder)
    broken: list[str] = []
    tried = 0
    for edit in edits(bench) * rounds:
        bench.reset(edit)
        by_hand = f"{edit.text}\n# saved by hand meanwhile\n"
        done = _meanwhile(bench, edit, by_hand)
        tried += 1
        if bench.registry.read_text(encoding="utf-8") != by_hand:
            broken.append(f"{edit.name}: the hand's text is gone")
        if done.code != 4 or b"changed-on-disk" not in done.err:
            broken.append(f"{edit.name}: exit {done.code} {done.err[-100:]!r}")
    return Figures("hand edits meanwhile", tried, broken)


def _meanwhile(bench: Bench, edit: Edit, by_hand: str) -> Done:
    slow = ("strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=fsync:delay_enter=400000")
    process = bench.start([*slow, *bench.command(*edit.arguments)])
    begun = bench.registry.with_name(f".{bench.registry.name}.tmp")
    until = time.monotonic() + PATIENCE
    while not begun.exists() and time.monotonic() < until:
        time.sleep(0.005)
    bench.registry.write_text(by_hand, encoding="utf-8")
    try:
        out, err = process.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
    return Done(process.returncode, out, err)


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

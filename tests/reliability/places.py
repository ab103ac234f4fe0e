"""Where a command may have to run: full and read-only disks, no home, closed streams."""

import subprocess
from pathlib import Path

from edits import edits
from harness import Bench, Figures

SHELLS = (
    'exec env -u HOME "$@"', 'exec env HOME=/proc/nonexistent "$@"', 'exec env LC_ALL=C LANG=C "$@"',
    'umask 777; exec "$@"', 'exec "$@" <&-', 'exec "$@" >&-', 'exec "$@" 2>&-',
    'exec "$@" <&- >&- 2>&-', 'mkdir gone && cd gone && rmdir ../gone && exec "$@"',
    'exec env PYTHONWARNINGS=error "$@"', 'exec env TMPDIR=/proc/nonexistent "$@"', 'exec env TERM= "$@"',
)  # fmt: skip


def full_disk(folder: Path, steps_of_size: int) -> Figures:
    """A limit on the size of files, from nothing to more than enough."""
    bench = Bench(folder)
    broken: list[str] = []
    tried = 0
    for edit in edits(bench):
        for step in range(steps_of_size):
            bench.reset(edit)
            limit = (len(edit.text) // 512 + 4) * step // max(steps_of_size - 1, 1)  # blocks of 512 bytes
            limited = ("sh", "-c", f'ulimit -f {limit}; exec "$@"', "sh")
            found = bench.judge(bench.run(*edit.arguments, prefix=limited), edit)
            tried += 1
            if found:
                broken.append(f"{edit.name} with {limit} blocks: {found}")
    return Figures("full disk", tried, broken)


def read_only_disk(folder: Path) -> Figures:
    """A file system mounted for reading only; needs the superuser, and is passed over without."""
    bench = Bench(folder)
    every = edits(bench)
    broken: list[str] = []
    for edit in every:
        bench.reset(edit)
        place = str(bench.registry.parent)
        mounted = subprocess.run(
            ["mount", "--bind", "-o", "ro", place, place], capture_output=True, check=False
        )
        if mounted.returncode:
            return Figures("read-only disk (not tried: needs the superuser)", 0, [])
        try:
            subprocess.run(["mount", "-o", "remount,ro,bind", place], capture_output=True, check=False)
            done = bench.run(*edit.arguments)
        finally:
            subprocess.run(["umount", place], check=True)
        if done.code != 4 or bench.registry.read_bytes() != edit.text.encode():
            broken.append(f"{edit.name}: exit {done.code}")
    return Figures("read-only disk", len(every), broken)


def poor_surroundings(folder: Path) -> Figures:
    """No home, no terminal, closed streams, a folder that is gone, a umask that forbids everything."""
    bench = Bench(folder)
    broken: list[str] = []
    tried = 0
    for edit in edits(bench):
        for shell in SHELLS:
            bench.reset(edit)
            done = bench.run(*edit.arguments, prefix=("sh", "-c", shell, "sh"))
            homeless = edit.name == "undo" and "HOME" in shell  # without a home there is no journal
            wanted = 2 if homeless else 0
            said = done.out + (b"" if edit.name == "edit" else done.err)  # an editor's remarks are its own
            found = bench.judge(done, edit) or (f"exit {done.code}" if done.code != wanted else "")
            found = found or (f"says {said!r}" if said and not homeless else "")
            tried += 1
            if found:
                broken.append(f"{edit.name}, {shell}: {found}")
    return Figures("poor surroundings", tried, broken)

"""Registries at the limits, each heavy in one way, and every command over them: `make bench-limits`.

    python benchmarks/heavy.py [--only WORD]

Prints the seconds of CPU and the peak MiB of each command; ✗ marks what takes more than 10 s or 512 MiB, and
then the exit code is 1. A registry at a limit is read as any other; one over it is refused as quickly.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

SECONDS, MIB = 10.0, 512.0
HEAD = 'schema = 1\n[defaults]\nzone = "Europe/Brussels"\nsource = { title = "Heavy", date = 2027-01-01 }\n'
AS_OF = "2027-01-10"


def call(number: int, rest: str = "", title: str = "") -> str:
    """One call, with a deadline ahead."""
    title = title or f"Call {number}"
    head = f'\n[[call]]\nid = "call-{number:05}"\ntitle = "{title}"\n'
    return f"{head}deadline = 2027-03-{number % 28 + 1:02}\n{rest}"


def history(rows: int) -> str:
    """Rows of history, in random order of their days."""
    return "".join(
        f'[[call.history]]\nstage = "deadline"\nwas = 2026-{each * 7 % 12 + 1:02}-{each * 11 % 28 + 1:02}\n'
        f'noticed = 2026-{each * 5 % 12 + 1:02}-{each * 3 % 28 + 1:02}\nwhy = "for the {each}th time"\n'
        for each in range(rows)
    )


def stages(count: int) -> str:
    """Stages that each hang on the one before."""
    first = '[[call.stage]]\nid = "s0"\nkind = "deadline"\nwhen = 2027-01-15\n'
    return first + "".join(
        f'[[call.stage]]\nid = "s{each}"\nkind = "deadline"\nafter = {{ stage = "s{each - 1}", days = 1 }}\n'
        for each in range(1, count)
    )


def items(key: str, one: Callable[[int], str], count: int = 1_000) -> str:
    """A list at its limit."""
    return f"{key} = [{', '.join(map(one, range(count)))}]\n"


def lists() -> str:
    """Every list of an entry at its limit."""
    return (
        items("tags", lambda each: f'"tag-{each}"')
        + items("eligibility", lambda each: f'"Rule {each}"')
        + items("links", lambda each: f'{{ url = "https://example.org/{each}" }}')
        + items("funding", lambda each: f'{{ rate = {each % 99 + 1}, for = "Kind {each}" }}')
    )


LONG = "Ein Wort, ein Satz, ein Absatz " * 645  # 19,995 letters
WIDE = "日本語の見出し、長い 🙂 " * 1_428
MARKS = "e" + "\u0301" * 19_990
HEAVY: dict[str, Callable[[], Iterator[str]]] = {
    "200 entries of 1,000 rows of history": lambda: (call(n, history(1_000)) for n in range(200)),
    "400 entries of 100 stages": lambda: (
        f'\n[[call]]\nid = "call-{n:05}"\ntitle = "Call {n}"\n{stages(100)}' for n in range(400)
    ),
    "1,000 titles of 20,000 letters": lambda: (call(n, title=LONG) for n in range(1_000)),
    "300 wide titles of 20,000 letters": lambda: (call(n, title=WIDE) for n in range(300)),
    "300 titles of one letter and 19,990 accents": lambda: (call(n, title=MARKS) for n in range(300)),
    "1,000 notes of 20,000 letters without a blank": lambda: (
        call(n, f'note = "{"x" * 20_000}"\nabout = "{"y" * 10_000}"\n') for n in range(1_000)
    ),
    "20,000 errors": lambda: (
        call(n, 'deadlin = 2027-01-01\nfunding = [{ rate = "?" }]\n') for n in range(10_000)
    ),
    "20,000 errors in one entry": lambda: (
        call(0, "".join(f"key{each} = {each}\n" for each in range(20_000))) for n in range(1)
    ),
    "10,000 warnings": lambda: (call(n, "budget = 3\npublished = 2028-01-01\n") for n in range(10_000)),
    "10,000 entries of one id": lambda: (call(7) for n in range(10_000)),
    "one text of 30 MiB": lambda: iter([call(0, f'note = "{"x" * 30 * 2**20}"\n')]),
    "one text of 1,000,000 lines": lambda: iter(
        [call(0, "note = '''" + ("x" * 29 + "\n") * 1_000_000 + "'''\n")]
    ),
    "30 MiB of comments": lambda: iter([call(0), ("# " + "x" * 58 + "\n") * 500_000]),
    "30 MiB that are not TOML": lambda: iter([call(0), "[[call]\n" * 3_700_000]),
    "200 entries with every list of 1,000": lambda: (call(n, lists()) for n in range(200)),
    "10,000 keys of one's own in each of 50": lambda: (
        call(n, "".join(f'x-{each} = "{each}"\n' for each in range(10_000))) for n in range(50)
    ),
    "10,000 entries": lambda: (
        call(n, 'tags = ["one", "two"]\nurl = "https://example.org/"\n') for n in range(10_000)
    ),
}
COMMANDS: dict[str, tuple[str, ...]] = {
    "upcoming": ("upcoming", "--as-of", AS_OF),
    "upcoming json": ("upcoming", "-f", "json", "--as-of", AS_OF),
    "upcoming table": ("upcoming", "-f", "table", "--as-of", AS_OF),
    "upcoming md": ("upcoming", "-f", "md", "--as-of", AS_OF),
    "list": ("list", "--as-of", AS_OF),
    "list WORD": ("list", "absätz", "--as-of", AS_OF),
    "show": ("show", "call-00000", "--as-of", AS_OF),
    "check": ("check",),
    "check strict": ("check", "--strict"),
    "changes": ("changes", "--since", "2026-01-01", "--as-of", AS_OF),
    "changes ID": ("changes", "call-00000", "--as-of", AS_OF),
    "digest": ("digest", "--since", "2026-01-01", "--as-of", AS_OF),
    "digest html": ("digest", "-f", "html", "--since", "2026-01-01", "--as-of", AS_OF),
    "remind": ("remind", "--as-of", AS_OF),
    "remind again": ("remind", "--as-of", AS_OF),
    "export ics": ("export", "ics", "--as-of", AS_OF),
    "export ics -o": ("export", "ics", "-o", "cal.ics", "--as-of", AS_OF),
    "export ics -o again": ("export", "ics", "-o", "cal.ics", "--as-of", AS_OF),
    "export todo": ("export", "todo", "--as-of", AS_OF),
    "export todo -o": ("export", "todo", "-o", "todo.ics", "--as-of", AS_OF),
    "export todo -o again": ("export", "todo", "-o", "todo.ics", "--as-of", AS_OF),
    "export vdir": ("export", "vdir", "vdir", "--as-of", AS_OF),
    "export vdir again": ("export", "vdir", "vdir", "--as-of", AS_OF),
    "export svg": ("export", "svg", "-o", "year.svg", "--as-of", AS_OF),
    "upcoming timeline": ("upcoming", "--timeline", "--as-of", AS_OF),
    "confirm": ("confirm", "--as-of", AS_OF),
    "confirm ID": ("confirm", "call-00000", "--as-of", AS_OF),
    "set dry": ("set", "call-00000", "owner=anna", "--dry-run"),
    "set": ("set", "call-00000", "owner=anna"),
    "move": ("move", "call-00000/deadline", "2027-03-30"),
    "undo": ("undo",),
    "set all": ("set", "--kind", "call", "--all-of-these", "owner=anna", "--yes"),
    "move all": ("move", "--kind", "call", "--all-of-these", "2027-03-31", "--yes"),
    "confirm all": ("confirm", "--kind", "call", "--all-of-these", "--yes", "--as-of", "2028-01-01"),
    "undo all": ("undo",),
    "add": ("add", "call", "--title", "One more", "--deadline", "2027-05-05"),
    "remove": ("remove", "call-00000", "--yes"),
    "undo of it": ("undo",),
    "look": ("changes", "--as-of", AS_OF),
    "look again": ("changes", "--as-of", AS_OF),
}


def measured(argv: list[str], folder: Path, seconds: float) -> tuple[float, float, int | None]:
    """Seconds, peak MiB and exit code; None for one that had to be stopped."""
    reading, writing = os.pipe()
    with (folder / "out").open("wb") as out:
        child = subprocess.Popen(
            [sys.executable, str(Path(__file__)), "--child", str(writing), str(seconds), *argv],
            cwd=folder, stdout=out, stderr=subprocess.STDOUT, pass_fds=[writing],
            env={"HOME": str(folder), "PATH": os.environ["PATH"], "COLUMNS": "100", "LANG": "C.UTF-8"},
        )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as figures:
        taken, peak, code = figures.read().split()
    child.wait()
    return float(taken), float(peak), None if code == "None" else int(code)


def measure(figures: int, seconds: float, argv: list[str]) -> None:
    """Runs a command from this small process: a child's peak begins at that of its parent."""
    child = subprocess.Popen(argv)
    code: int | None
    try:
        code = child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
        code = None
    its = resource.getrusage(resource.RUSAGE_CHILDREN)
    os.write(figures, f"{its.ru_utime + its.ru_stime:.2f} {its.ru_maxrss / 1024:.0f} {code}".encode())


def main() -> int:
    """Prints a table a registry; 1 when something was over the bound."""
    if sys.argv[1:2] == ["--child"]:
        measure(int(sys.argv[2]), float(sys.argv[3]), sys.argv[4:])
        return 0
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="registries whose name holds this")
    parser.add_argument("--command", default="", help="commands whose name holds this")
    parser.add_argument("--all", action="store_true", help="print what is within the bound too")
    options = parser.parse_args()
    failed = 0
    for name, made in HEAVY.items():
        if options.only in name:
            with tempfile.TemporaryDirectory() as folder:
                registry = Path(folder, "calls.toml")
                with registry.open("w", encoding="utf-8") as file:
                    file.write(HEAD)
                    file.writelines(made())
                size = registry.stat().st_size / 2**20
                print(f"{name} ({size:.1f} MiB)", flush=True)
                failed += _table(Path(folder), options.command, everything=options.all)
    return int(failed > 0)


def _table(folder: Path, word: str, *, everything: bool) -> int:
    tool = [sys.executable, "-m", "clustercalls"]
    failed = 0
    worst = (0.0, "")
    peak_of_all = 0.0
    for name, argv in COMMANDS.items():
        if word not in name:
            continue
        seconds, peak, code = measured([*tool, *argv, "-r", "calls.toml"], folder, SECONDS * 9)
        over = seconds > SECONDS or peak > MIB or code in {70, None}
        failed += over
        worst = max(worst, (seconds, name))
        peak_of_all = max(peak_of_all, peak)
        if over or everything:
            print(
                f"  {'✗' if over else ' '} {name:22} {seconds:6.2f} s {peak:6.0f} MiB  exit {code}",
                flush=True,
            )
    print(f"  slowest: {worst[1]}, {worst[0]:.1f} s; {peak_of_all:.0f} MiB; over: {failed}", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())

"""Streams, locales, surroundings and terminals: real processes, real pipes, a real pseudo-terminal."""

import fcntl
import os
import pty
import re
import shlex
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

from builders import at
from clustercalls.catalogue.place import path as catalogue_path
from conftest import BUNDLED, Ran, Run
from offers import candidate, sync
from samples import SAMPLE

COMMAND = [sys.executable, "-m", "clustercalls"]
AS_OF = ["--as-of", "2016-12-02"]
UPCOMING = ["upcoming", "-r", str(BUNDLED), *AS_OF]


def shell(line: str, **environment: str) -> Ran:
    """A line of bash, where `cc` is the command; its exit code is the command's, whatever reads the pipe."""
    script = f'cc() {{ "{sys.executable}" -m clustercalls "$@"; }}\n{line}'
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, check=False, env=os.environ | environment, timeout=60
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def on_terminal(
    *arguments: str | Path,
    environment: Mapping[str, str] | None = None,
    columns: int = 100,
    out: bool = True,
) -> Ran:
    """The command with a terminal on standard error, and with `out` on standard output too: all it shows."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    child = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdin=theirs,
        stdout=theirs if out else subprocess.PIPE,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm-256color"} | dict(environment or {}),
    )
    os.close(theirs)
    piped, _ = child.communicate(timeout=60) if not out else (b"", b"")
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # nobody holds the other end any more
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    code = child.wait(60)
    return Ran(code, shown.decode().replace("\r\n", "\n"), (piped or b"").decode())


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", text)


# ---- pipes and full disks


def test_a_reader_that_goes_away_is_no_error() -> None:
    ran = shell(f"cc {' '.join(UPCOMING)} | head -1; exit ${{PIPESTATUS[0]}}")
    assert ran.err == ""
    assert ran.out.count("\n") == 1
    assert ran.code in {0, 141}


def test_a_reader_that_is_gone_from_the_start_is_141_and_quiet(registry: Callable[[str], Path]) -> None:
    many = "".join(
        f'[[event]]\nid = "e{n}"\ntitle = "{"x" * 200}"\ndates = 2017-01-01\n' for n in range(1500)
    )
    path = registry(many)
    ran = shell(f"cc upcoming -r {path} {' '.join(AS_OF)} | sleep 0; exit ${{PIPESTATUS[0]}}")
    assert (ran.code, ran.err) == (141, "")


@pytest.mark.parametrize("redirect", [">&-", "> /dev/full"])
@pytest.mark.parametrize("form", ["plain", "json", "csv", "table"])
def test_what_cannot_be_written_is_exit_4_and_one_line(redirect: str, form: str) -> None:
    ran = shell(f"cc {' '.join(UPCOMING)} -f {form} {redirect}")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.count("\n") == 1
    assert "output-failed" in ran.err


def test_nothing_to_say_needs_no_output() -> None:
    ran = shell(f"cc upcoming -r {BUNDLED} --as-of 2026-11-22 >&-")
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("redirect", ["2>&-", "2>/dev/full"])
def test_the_loss_of_a_remark_is_forgiven_but_not_the_exit_code(redirect: str) -> None:
    ran = shell(f"cc upcoming -r none.toml {redirect}")
    assert (ran.code, ran.out, ran.err) == (3, "", "")


@pytest.mark.parametrize("redirect", [">&-", "> /dev/full"])
@pytest.mark.parametrize(
    "command", ["--version", "where", "schema", "--help", "", "check --help", "export -h"]
)
def test_every_command_says_when_its_output_is_lost(command: str, redirect: str) -> None:
    ran = shell(f"cc {command} {redirect}")
    assert ran.code == 4
    assert ran.err.count("\n") == 1
    assert "output-failed" in ran.err


def test_a_group_without_a_command_shows_its_help_and_says_what_is_missing(run: Run) -> None:
    ran = run("export")
    says = "One of ics, todo, vdir, caldav, svg follows. See clustercalls export --help"
    assert (ran.code, ran.err) == (2, f"bad-usage: a command is missing. {says}\n")
    assert "caldav" in ran.out


def test_the_help_may_lose_its_reader_too() -> None:
    ran = shell("cc upcoming --help | sleep 0; exit ${PIPESTATUS[0]}")
    assert (ran.code, ran.err) == (141, "")


# ---- the end of the process

ENDING = """
import atexit, sys, threading, time
from clustercalls.cli import app, run
app.main = lambda _: {body}
run()
"""


def ended(body: str, redirect: str = "") -> Ran:
    """A run whose `main` is this expression."""
    script = shlex.quote(ENDING.format(body=body))
    python = f"env -u PYTHONUNBUFFERED {sys.executable}"  # which holds nothing back
    return shell(f"{python} -c {script} {redirect}; exit ${{PIPESTATUS[0]}}")


@pytest.mark.parametrize(
    ("redirect", "expected"),
    [
        ("", (3, "held back", "")),
        ("> /dev/full", (4, "", "output-failed: the output failed: No space left on device")),
        ("| sleep 0", (141, "", "")),
        (">&-", (3, "", "")),
        ("2>&-", (3, "held back", "")),
        ("2> /dev/full", (3, "held back", "")),
    ],
)
def test_what_was_not_written_yet_is_written_at_the_end(
    redirect: str, expected: tuple[int, str, str]
) -> None:
    pause = "time.sleep(0.2) or " if "|" in redirect else ""
    ran = ended(f'{pause}print("held back", end="") or 3', redirect)
    assert (ran.code, ran.out) == expected[:2]
    assert ran.err.startswith(expected[2])
    assert bool(ran.err) is bool(expected[2])


def test_what_is_registered_for_the_end_is_done() -> None:
    assert ended('atexit.register(print, "late") and 0') == (0, "late\n", "")


def test_a_thread_that_still_works_is_waited_for() -> None:
    late = 'threading.Timer(0.3, print, ["late"]).start() or 5'
    assert ended(late) == (5, "late\n", "")


# ---- locales and surroundings


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}],
)
@pytest.mark.parametrize("form", ["plain", "table", "md"])
def test_a_stream_that_cannot_show_a_dash_gets_a_hyphen(
    process: Run, environment: dict[str, str], form: str
) -> None:
    ran = process(*UPCOMING, "-f", form, env=os.environ | environment | {"COLUMNS": "140"})
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.isascii()
    assert "Feb-Mar 2017" in ran.out
    assert "18.5 MEUR" in ran.out


def test_json_is_utf8_whatever_the_locale(process: Run) -> None:
    environment = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    asked = ("list", "-r", BUNDLED, "-f", "json", "--all", *AS_OF)
    assert process(*asked, env=environment).out == process(*asked).out


def test_an_empty_environment(process: Run) -> None:
    ran = process("upcoming", *AS_OF, env={})
    assert (ran.code, ran.err) == (0, "")
    assert "4 Apr 2017" in ran.out
    assert process("where", env={}).code == 0
    assert process("init", env={}).code == 0
    assert Path("calls.toml").is_file()


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    ran = shell(f"cd {gone} && rmdir {gone} && cc {' '.join(UPCOMING)}")
    assert ran.code == 0
    assert "4 Apr 2017" in ran.out
    for command in ("where", "upcoming", "list"):
        found = shell(f"cd {tmp_path} && mkdir -p g && cd g && rmdir ../g && cc {command}")
        assert found.code == 0, found.err
        assert "Traceback" not in found.err


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LC_ALL": "it_IT.UTF-8"}, "4 apr 2017"),
        ({"LANG": "it_IT.UTF-8"}, "4 apr 2017"),
        ({"LANG": "it_IT.UTF-8", "LC_ALL": "C"}, "4 Apr 2017"),
        ({"LANG": "de_DE.UTF-8"}, "4 Apr 2017"),
        ({"LANG": "ita"}, "4 Apr 2017"),
    ],
)
def test_the_language_is_the_locales(
    run: Run, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert expected in run(*UPCOMING).out


def test_an_interrupt_is_130_and_quiet(tmp_path: Path) -> None:
    fifo = tmp_path / "calls.toml"
    os.mkfifo(fifo)
    child = subprocess.Popen(
        [*COMMAND, "upcoming", "-r", fifo], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with fifo.open("wb"):  # it waits for somebody to write
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=30)
    assert (child.returncode, out, err) == (130, b"", b"")


def test_one_that_is_started_with_interrupts_ignored_ignores_them(tmp_path: Path) -> None:
    fifo = tmp_path / "calls.toml"
    os.mkfifo(fifo)
    command = ["sh", "-c", 'trap "" INT; exec "$@"', "sh", *COMMAND, "upcoming", "-r", str(fifo), *AS_OF]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with fifo.open("wb") as file:
        child.send_signal(signal.SIGINT)
        file.write(BUNDLED.read_bytes())
    out, err = child.communicate(timeout=30)
    assert (child.returncode, err) == (0, b"")
    assert out


def test_a_bug_is_70_and_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clustercalls.query.select.upcoming", lambda *_, **__: 1 / 0)
    ran = run(*UPCOMING)
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.count("\n") == 1
    assert "ZeroDivisionError" in ran.err
    traced = run(*UPCOMING, "--debug")
    assert traced.code == 70
    assert "Traceback" in traced.err


# ---- a terminal


def test_a_table_on_a_terminal_in_colour() -> None:
    ran = on_terminal(*UPCOMING)
    assert ran.code == 0
    assert "\x1b[" in ran.out
    said = plain(ran.out)
    for word in ("April 2017", "4 Apr 2017", "Feb–Mar 2017", "1–2 Dec 2016", "Not announced"):
        assert word in said


COLORS = [
    ({}, [], True),
    ({"NO_COLOR": "1"}, [], False),
    ({"NO_COLOR": ""}, [], True),
    ({"TERM": "dumb"}, [], False),
    ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, [], False),
    ({"NO_COLOR": "1"}, ["--color", "always"], True),
    ({}, ["--color", "never"], False),
    ({"FORCE_COLOR": "1", "TERM": "dumb"}, [], True),
]


@pytest.mark.parametrize(("environment", "options", "expected"), COLORS)
def test_colour_on_a_terminal(environment: dict[str, str], options: list[str], expected: bool) -> None:
    ran = on_terminal(*UPCOMING, *options, environment=environment)
    assert ran.code == 0
    assert ("\x1b[" in ran.out) is expected


@pytest.mark.parametrize(
    ("environment", "options", "expected"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({}, ["--color", "always"], True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
    ],
)
def test_colour_on_a_pipe(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    options: list[str],
    expected: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run(*UPCOMING, "-f", "table", *options).out) is expected
    assert "\x1b[" not in run(*UPCOMING, "-f", "plain", *options).out


def test_colour_is_never_put_into_a_file(run: Run, tmp_path: Path) -> None:
    run(*UPCOMING, "-f", "table", "--color", "always", "-o", tmp_path / "out")
    assert b"\x1b" not in (tmp_path / "out").read_bytes()


@pytest.mark.parametrize("columns", [45, 60, 140])
def test_the_terminals_width_is_obeyed(columns: int) -> None:
    ran = on_terminal(*UPCOMING, columns=columns)
    assert max(map(len, plain(ran.out).splitlines())) <= columns


def test_columns_counts_before_the_terminal() -> None:
    wide = plain(on_terminal(*UPCOMING, columns=60, environment={"COLUMNS": "140"}).out)
    assert wide == plain(on_terminal(*UPCOMING, columns=140).out)


def test_on_a_pipe_columns_are_plain_and_errors_are_not_talk(process: Run) -> None:
    ran = process("upcoming", *AS_OF)
    assert (ran.code, ran.err) == (0, "")
    assert "\x1b" not in ran.out
    assert "April 2017" not in ran.out


def test_one_line_says_that_it_is_the_bundled_example() -> None:
    said = plain(on_terminal("upcoming", *AS_OF).out)
    assert said.count("This is the bundled example.") == 1
    assert "clustercalls init" in said
    assert "bundled" not in plain(on_terminal(*UPCOMING).out)


def test_nothing_ahead_says_why_and_what_next() -> None:
    ran = on_terminal("upcoming", "-r", BUNDLED, "--as-of", "2026-11-22")
    assert ran.code == 0
    assert "Nothing ahead." in ran.out
    assert "unconfirmed" in ran.out
    assert "The last deadline was Tue 4 Apr 2017" in ran.out
    assert "clustercalls list --unconfirmed" in ran.out
    assert on_terminal("upcoming", "-r", BUNDLED, "--as-of", "2026-11-22", "--exit-code").code == 1


def test_that_is_said_to_standard_error_only_when_somebody_reads_both() -> None:
    ran = on_terminal("upcoming", "-r", BUNDLED, "--as-of", "2026-11-22", out=False)
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_beyond_500_rows_plain_columns(registry: Callable[[str], Path]) -> None:
    path = registry("".join(f'[[event]]\nid = "e{n}"\ntitle = "E"\ndates = 2017-01-01\n' for n in range(501)))
    assert "January 2017" not in on_terminal("upcoming", "-r", path, *AS_OF).out
    assert "January 2017" in on_terminal("upcoming", "-r", path, *AS_OF, "-n", "500").out


# ---- what stays unimported

HEAVY = ["rich", "dateutil.parser", "icalendar", "httpx", "jinja2", "importlib.metadata", "pydantic",
         "tomlkit", "sqlite3", "asyncio", "email", "unittest", "urllib3",
         "hypothesis", "typer", "difflib", "typing_extensions", "inspect"]  # fmt: skip
PROBE = """
import sys
from clustercalls.cli.app import main
code = main({arguments!r})
sys.stdout.flush()
print(*sorted(set({heavy!r}) & set(sys.modules)), code, file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        UPCOMING,
        [*UPCOMING, "30d"],
        [*UPCOMING, "-f", "json"],
        [*UPCOMING, "-f", "csv"],
        ["list", "-r", str(BUNDLED), *AS_OF],
        ["check", str(BUNDLED)],
        [*UPCOMING, "-f", "table", "--color", "always"],
        ["list", "-r", str(BUNDLED), *AS_OF, "-f", "table"],
    ],
    ids=lambda arguments: " ".join(each for each in arguments if "/" not in each),
)
def test_what_stays_unimported_on_the_plain_path(arguments: list[str]) -> None:
    script = PROBE.format(arguments=arguments, heavy=HEAVY)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stderr.decode().split() == ["0"]


WORDS = [
    f"clustercalls.phrase.{each}" for each in ("amounts", "bounds", "cues", "dates", "rates", "vocabulary")
]


@pytest.mark.parametrize(("dry", "heavy"), [((), []), (("--dry-run",), ["difflib"])])
def test_what_an_edit_imports(dry: tuple[str, ...], heavy: list[str], tmp_path: Path) -> None:
    """The difference is worked out where it is shown; no words of dates and amounts for what is neither."""
    path = tmp_path / "calls.toml"
    path.write_bytes(BUNDLED.read_bytes())
    arguments = ["set", "innosup", "owner=Ada", "-r", str(path), *dry]
    script = PROBE.format(arguments=arguments, heavy=sorted({*HEAVY, *WORDS} - {"tomlkit"}))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stderr.decode().split() == [*heavy, "0"]
    assert ("Ada" in path.read_text()) is not bool(dry)


def test_help_does_import_rich() -> None:
    """That the probe above can see what it looks for."""
    script = PROBE.format(arguments=["upcoming", "--help"], heavy=HEAVY)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert "rich" in done.stderr.decode().split()


# ---- help


WRITING = frozenset(
    {"add", "move", "set", "track", "done", "days-off", "plan", "confirm", "edit", "remove", "undo", "merge"}
)


def test_the_example_of_each_commands_help_runs(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from clustercalls.cli.commands import COMMANDS

    monkeypatch.setenv("CLUSTERCALLS_AS_OF", "2017-03-01")
    offered = candidate("50130830TOPICS", "2017-09-15", title="Clusters for soil")
    sync(catalogue_path(), offered, moment=at("2017-02-01T12:00"))
    for name in COMMANDS:
        with monkeypatch.context() as wide:
            wide.setenv("COLUMNS", "200")
            said = run(name, "--help").out
        examples = re.findall(r"Example: clustercalls (.*?)\s*$", said, re.MULTILINE)
        if "COMMAND [ARGS]" in said:
            continue  # a group: its commands have theirs
        assert examples, f"{name} has no example"
        if name in WRITING:
            continue  # those write: tests/acceptance/test_editing.py and test_merge.py try them on a copy
        place = tmp_path / f"in-{name}"
        place.mkdir()
        monkeypatch.chdir(place)
        if name not in {"init", "show", "digest", "publish"}:
            (place / "calls.toml").write_text(SAMPLE)
        (place / "report.txt").write_text("The deadline of the call is 4 April 2027.\n")  # for `import`
        for example in examples:
            if "xlsx" in example and find_spec("xlsxwriter") is None:
                continue  # an extra: tests/acceptance/test_workbook.py looks into what it makes
            ran = shell(f"cc {example}")
            assert ran.code == 0, (name, example, ran)
            assert ran.err == ""


def test_help_lists_the_commands(run: Run) -> None:
    from clustercalls.cli.commands import COMMANDS, HIDDEN

    said = run("--help").out
    assert all(name in said for name in COMMANDS.keys() - HIDDEN)
    assert run("--version").out.startswith("clustercalls ")

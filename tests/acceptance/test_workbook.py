"""`-f xlsx`, as it is typed: a file that Excel opens, behind the gate of every output."""

import os
import pty
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from conftest import Run, on_a_terminal
from samples import AHEAD, BAD, SAMPLE

Registry = Callable[[str], Path]
NOW = ("--as-of", "2017-03-01")
REFUSED = "workbook-to-file: a workbook (xlsx) is made into a file. Name one: -o FILE.xlsx\n"
COMMANDS = {"upcoming": "Dates", "list": "Entries", "confirm": "Entries"}


def read(path: Path) -> tuple[str, list[list[object]]]:
    book = CalamineWorkbook.from_path(path)
    (name,) = book.sheet_names
    return name, [list(row) for row in book.get_sheet_by_name(name).to_python()]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("asked", [("-f", "xlsx"), ()], ids=["asked for", "by the ending"])
def test_every_command_with_rows_makes_one(
    run: Run, registry: Registry, tmp_path: Path, command: str, asked: tuple[str, ...]
) -> None:
    target = tmp_path / "calls.xlsx"
    ran = run(command, "-r", registry(SAMPLE), *NOW, *asked, "-o", target)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    name, rows = read(target)
    assert name == COMMANDS[command]
    assert len(rows) > 1


def test_the_example_of_the_help_makes_one(
    run: Run, registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("xlsxwriter")
    said = " ".join(run("list", "--help").out.split())
    example = re.findall(r"Example: clustercalls ([^│]*-f xlsx -o \S+)", said)[-1].split("clustercalls ")[-1]
    monkeypatch.setenv("CLUSTERCALLS_AS_OF", NOW[1])
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", str(registry(SAMPLE)))
    monkeypatch.chdir(tmp_path)
    assert run(*shlex.split(example)) == (0, "", "")
    name, rows = read(tmp_path / shlex.split(example)[-1])
    assert (name, len(rows) > 1) == ("Entries", True)


def test_the_rows_are_those_of_csv(run: Run, registry: Registry, tmp_path: Path) -> None:
    target, path = tmp_path / "calls.xlsx", registry(SAMPLE)
    assert run("upcoming", "-r", path, *NOW, "-o", target, "--columns", "uid,budget", "-n", "4").code == 0
    assert read(target)[1] == [["uid", "budget"], *([uid, ""] for uid in AHEAD[:4])]
    assert run("upcoming", "-r", path, *NOW, "-o", target, "--columns", "uid", "--no-header").code == 0
    assert read(target)[1] == [[uid] for uid in AHEAD]


def test_in_italian(run: Run, registry: Registry, tmp_path: Path) -> None:
    target = tmp_path / "bandi.xlsx"
    assert run("list", "-r", registry(SAMPLE), *NOW, "-o", target, "--lang", "it").code == 0
    name, rows = read(target)
    assert name == "Voci"
    assert rows[0][:5] == ["Quando", "Dal", "Al", "Ora", "Fuso orario"]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("on_terminal", [False, True], ids=["pipe", "terminal"])
def test_without_a_file_it_is_refused(
    run: Run, registry: Registry, command: str, *, on_terminal: bool
) -> None:
    asked = (command, "-r", registry(SAMPLE), *NOW, "-f", "xlsx")
    ran = on_a_terminal(*asked) if on_terminal else run(*asked)
    assert ran.code == 2
    assert (ran.out + ran.err).replace("\r\n", "\n") == REFUSED


@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/tty", "itself"])
def test_nothing_but_the_refusal_reaches_a_terminal_by_any_name(registry: Registry, name: str) -> None:
    main, side = pty.openpty()
    target = os.ttyname(side) if name == "itself" else name
    command = [sys.executable, "-m", "clustercalls", "upcoming", "-r", str(registry(SAMPLE)), "-f", "xlsx"]
    script = (  # the terminal becomes its own, so that /dev/tty is it
        "import os, sys, fcntl, termios; fcntl.ioctl(1, termios.TIOCSCTTY, 0); "
        "os.execv(sys.argv[1], sys.argv[1:])"
    )
    started = [sys.executable, "-c", script, *command, "-o", target]
    done = subprocess.Popen(started, stdin=side, stdout=side, stderr=side, start_new_session=True)
    os.close(side)
    assert done.wait(60) == 2
    assert os.read(main, 65536).decode().replace("\r\n", "\n") == REFUSED
    os.close(main)


def test_into_a_stream_that_is_named_it_goes(registry: Registry, tmp_path: Path) -> None:
    with (tmp_path / "calls.xlsx").open("wb") as file:
        command = [
            sys.executable,
            "-m",
            "clustercalls",
            "list",
            "-r",
            str(registry(SAMPLE)),
            *NOW,
            "-f",
            "xlsx",
        ]
        subprocess.run([*command, "-o", "-"], stdout=file, check=True)
    assert len(read(tmp_path / "calls.xlsx")[1]) == 5


def test_an_equal_answer_writes_nothing(run: Run, registry: Registry, tmp_path: Path) -> None:
    target, asked = tmp_path / "calls.xlsx", ("upcoming", "-r", registry(SAMPLE), *NOW, "-o")
    assert run(*asked, target).code == 0
    before = target.stat()
    assert run(*asked, target).code == 0
    after = target.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert run(*asked, target, "-n", "1").code == 0
    assert target.stat().st_ino != before.st_ino


def test_the_registry_is_never_written_over(run: Run, registry: Registry) -> None:
    path = registry(SAMPLE)
    ran = run("upcoming", "-r", path, *NOW, "-f", "xlsx", "-o", path)
    assert (ran.code, ran.out) == (2, "")
    assert "output-is-input" in ran.err
    assert path.read_text() == SAMPLE


def test_what_is_broken_is_told_and_the_rest_is_there(run: Run, registry: Registry, tmp_path: Path) -> None:
    target = tmp_path / "calls.xlsx"
    ran = run("list", "-r", registry(BAD), *NOW, "-o", target)
    assert ran.code == 3
    assert "deadlin" in ran.err
    assert len(read(target)[1]) == 5


def test_without_the_extra_it_says_which(registry: Registry, tmp_path: Path) -> None:
    target = tmp_path / "calls.xlsx"
    blocked = (
        "import sys; sys.modules['xlsxwriter'] = None; from clustercalls.cli import run; "
        "sys.argv = sys.argv[1:]; run()"
    )
    command = [
        sys.executable,
        "-c",
        blocked,
        "clustercalls",
        "upcoming",
        "-r",
        str(registry(SAMPLE)),
        "-o",
        str(target),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    said = "no-workbooks: XlsxWriter, which makes workbooks, is missing. pip install 'clustercalls[xlsx]'\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (4, "", said)
    assert not target.exists()


def test_a_template_is_a_text_whatever_the_file_is_called(
    run: Run, registry: Registry, tmp_path: Path
) -> None:
    target = tmp_path / "calls.xlsx"
    assert run("list", "-r", registry(SAMPLE), *NOW, "-n", "1", "--template", "{id}", "-o", target).code == 0
    assert target.read_text() == "skills\n"


@pytest.mark.parametrize("words", [("upcoming",), ("list", "--all")])
def test_nobody_else_imports_what_makes_workbooks(registry: Registry, words: tuple[str, ...]) -> None:
    asked = (
        "import sys; from clustercalls.cli.app import main; main(sys.argv[1:]); "
        "sys.exit(bool({'xlsxwriter', 'clustercalls.render.sheet', 'zipfile'} & sys.modules.keys()))"
    )
    command = [sys.executable, "-c", asked, *words, "-r", str(registry(SAMPLE)), *NOW, "-f", "csv"]
    assert subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0

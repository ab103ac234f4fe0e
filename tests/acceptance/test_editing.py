"""What all commands that edit have in common."""

import inspect
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from clustercalls.cli.commands import COMMANDS
from conftest import BUNDLED, Run
from hand_written import HAND_WRITTEN

Write = Callable[..., Path]
COMMANDS_THAT_EDIT = {
    "add": ("add", "--title", "New"),
    "move": ("move", "innosup/first", "6 apr 2017"),
    "set": ("set", "innosup", "owner=anna"),
    "confirm": ("confirm", "innosup"),
    "edit": ("edit", "innosup"),
    "remove": ("remove", "innosup", "--yes"),
}
each_command = pytest.mark.parametrize("command", COMMANDS_THAT_EDIT.values(), ids=COMMANDS_THAT_EDIT)


@pytest.fixture(autouse=True)
def _editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "editor"
    path.write_text("#!/bin/sh\nsed -i 's/chains/nets/' \"$1\"\n")
    path.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(path))


@each_command
def test_a_dry_run_shows_the_difference_and_writes_nothing(
    command: tuple[str, ...], run: Run, registry: Write, tmp_path: Path
) -> None:
    path = registry(HAND_WRITTEN)
    before = sorted(tmp_path.rglob("*"))
    ran = run(*command, "--dry-run", "-r", path)
    assert (ran.code, ran.err, path.read_text()) == (0, "", HAND_WRITTEN)
    assert sorted(tmp_path.rglob("*")) == before
    assert ran.out.startswith(f"--- {path}\n+++ {path}\n@@ ")
    patch = shutil.which("patch")
    assert run(*command, "-r", path).code == 0
    if patch:
        other = registry(HAND_WRITTEN, "other.toml")
        subprocess.run([patch, "-s", str(other)], input=ran.out, text=True, check=True)
        assert other.read_text() == path.read_text()


@each_command
def test_an_undo_can_be_tried_first(command: tuple[str, ...], run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run(*command, "-r", path).code == 0
    now = path.read_text()
    ran = run("undo", "--dry-run", "-r", path)
    assert (ran.code, path.read_text()) == (0, now)
    assert "+++" in ran.out
    assert run("undo", "-r", path).code == 0
    assert path.read_text() == HAND_WRITTEN


@each_command
def test_no_registry_of_ones_own(command: tuple[str, ...], run: Run) -> None:
    example = BUNDLED.read_bytes()
    for where in ((), ("-r", BUNDLED)):
        ran = run(*command, *where)
        assert (ran.code, ran.out, BUNDLED.read_bytes()) == (3, "", example)
        assert "clustercalls init" in ran.err
    ran = run(*command, "-r", "missing.toml")
    assert ran.code == 3
    assert "missing.toml" in ran.err
    assert not list(Path().iterdir())


@each_command
@pytest.mark.parametrize("text", ["call = [", "\x00", "[[call]]\nid = 1\n\n[[call]\n"])
def test_a_file_that_cannot_be_read_is_not_written(
    command: tuple[str, ...], text: str, run: Run, registry: Write
) -> None:
    path = registry(text)
    ran = run(*command, "-r", path)
    assert (ran.code, path.read_text()) == (3, text)


@each_command
def test_errors_elsewhere_do_not_hinder(command: tuple[str, ...], run: Run, registry: Write) -> None:
    broken = HAND_WRITTEN.replace("deadline = 2027-05-20", 'deadline = "soon"')
    path = registry(broken)
    assert run(*command, "-r", path).code == 0
    assert path.read_text() != broken
    assert '"soon"  # no hour\n' in path.read_text()


@each_command
def test_a_link_stays_a_link(command: tuple[str, ...], run: Run, registry: Write, tmp_path: Path) -> None:
    path = registry(HAND_WRITTEN)
    path.chmod(0o640)
    link = tmp_path / "work" / "link.toml"
    link.symlink_to(path)
    assert run(*command, "-r", link).code == 0
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.read_text() != HAND_WRITTEN


@pytest.mark.parametrize(
    "command", [COMMANDS_THAT_EDIT[name] for name in ("move", "set", "confirm", "remove")]
)
def test_ids_that_are_none_or_several(command: tuple[str, ...], run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    for name, said in (
        ("inosup", "innosup-1-2017"),
        ("n", "innosup-1-2017, small-grants, conference"),
        ("", ""),
    ):
        ran = run(command[0], name, *command[2:], "-r", path)
        assert (ran.code, path.read_text()) == (2, HAND_WRITTEN)
        assert said in ran.err
        assert ran.err.count("\n") == 1


@each_command
@pytest.mark.parametrize(("changes", "wrapper"), [
    ({"HOME": None}, ()), ({"HOME": "/nonexistent"}, ()), ({"LANG": "C", "LC_ALL": "C"}, ()),
    ({"TERM": None}, ()),
    ({"PYTHONWARNINGS": "error"}, ()), ({}, ("sh", "-c", 'umask 777; exec "$@"', "sh")),
    ({}, ("sh", "-c", 'exec "$@" <&-', "sh")), ({}, ("sh", "-c", 'exec "$@" >&-', "sh")),
    ({}, ("sh", "-c", 'exec "$@" 2>&-', "sh")), ({}, ("sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh")),
    ({}, ("sh", "-c", 'mkdir d && cd d && rmdir ../d && exec "$@"', "sh")),
], ids=["no home", "a home that is not there", "C", "no TERM", "warnings", "umask", "no input", "no output",
        "no errors", "nothing", "deleted folder"])  # fmt: skip
def test_poor_surroundings(
    command: tuple[str, ...], changes: dict[str, str | None], wrapper: tuple[str, ...], registry: Write
) -> None:
    import sys

    path = registry(HAND_WRITTEN)
    environment = {name: each for name, each in (os.environ | changes).items() if each is not None}
    arguments = [*wrapper, sys.executable, "-m", "clustercalls", *command, "-r", str(path)]
    done = subprocess.run(arguments, capture_output=True, check=False, env=environment, timeout=60)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr == b"" or command[0] == "edit"  # what the editor itself says of its folder
    assert path.read_text() != HAND_WRITTEN


@pytest.mark.parametrize("name", [*COMMANDS_THAT_EDIT, "undo", "changes"])
def test_the_example_of_the_help_works(
    name: str, run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = registry(BUNDLED.read_text())
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", str(path))
    monkeypatch.setenv("VISUAL", "true")
    assert run("confirm", "innosup").code == 0
    module, function, _ = COMMANDS[name]
    text = inspect.getdoc(getattr(import_module(f"clustercalls.cli.{module}"), function)) or ""
    match = re.search(r"Example: clustercalls (.+)", text)
    assert match
    ran = run(*shlex.split(match[1]))
    assert ran.code == 0, ran.err
    assert "Example:" in run(name, "--help").out


def test_a_lock_that_somebody_holds_is_told(
    run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clustercalls import swap

    path = registry(HAND_WRITTEN)
    real = swap.locked
    monkeypatch.setattr(swap, "locked", lambda path: real(path, 0.05))
    with real(path):
        ran = run("confirm", "innosup", "-r", path)
    assert (ran.code, path.read_text()) == (4, HAND_WRITTEN)
    assert "somebody else" in ran.err

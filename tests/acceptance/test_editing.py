"""What all commands that edit have in common."""

import inspect
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime, tzinfo
from importlib import import_module
from itertools import count
from pathlib import Path

import pytest

from clustercalls.cli import moment
from clustercalls.cli.commands import COMMANDS
from clustercalls.cli.keep import desk
from conftest import BUNDLED, Run
from hand_written import HAND_WRITTEN

Write = Callable[..., Path]
COMMANDS_THAT_EDIT = {
    "add": ("add", "--title", "New"),
    "move": ("move", "innosup/first", "6 apr 2017"),
    "set": ("set", "innosup", "owner=anna"),
    "track": ("track", "innosup", "no"),
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
    "command", [COMMANDS_THAT_EDIT[name] for name in ("move", "set", "track", "confirm", "remove")]
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


def test_the_example_is_never_written_however_it_is_found(
    run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit = ("set", "innosup-1", "owner=Ada", "--dry-run")
    path = registry(HAND_WRITTEN)
    for named in (("-r", BUNDLED), ("-r", BUNDLED, "-r", BUNDLED)):
        refused = run(*edit, *named)
        assert (refused.code, refused.out) == (3, "")
        assert "wants-registry" in refused.err
    assert str(path) in run(*edit, "-r", BUNDLED, "-r", path).out  # beside another it is passed over
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", str(BUNDLED))
    assert run(*edit).code == 3


@pytest.mark.parametrize("typed", ["smp", "SMP"])
def test_a_whole_id_in_any_case_is_that_entry_for_every_command(
    typed: str, run: Run, registry: Write
) -> None:
    one = '[[call]]\nid = "{}"\ntitle = "{}"\ndeadline = 2027-03-01\n'
    path = registry("schema = 1\n" + one.format("smp-2027", "Another") + one.format("smp", "This"))
    assert "This" in run("show", typed, "-r", path).out
    assert "This" in run("digest", "--pick", typed, "-r", path).out
    assert run("changes", typed, "-r", path).code == 0
    for command in (
        ("set", typed, "owner=Ada"),
        ("move", typed, "2027-03-02"),
        ("confirm", typed),
        ("remove", typed, "--yes"),
    ):
        before = path.read_text().partition('id = "smp"')
        assert run(*command, "-r", path).code == 0, command
        after = path.read_text().partition('id = "smp"')
        assert after[0].removesuffix("[[call]]\n") == before[0].removesuffix("[[call]]\n")
        assert after[2] != before[2]


def test_a_whole_id_of_an_entry_with_errors_is_no_part_of_another(run: Run, registry: Write) -> None:
    one = '[[call]]\nid = "{}"\ntitle = "T"\ndeadline = {}\n'
    path = registry("schema = 1\n" + one.format("smp", '"soon"') + one.format("smp-2027", "2027-03-01"))
    for typed in ("smp", "SMP"):
        for command in (("show", typed), ("changes", typed), ("digest", "--pick", typed)):
            ran = run(*command, "-r", path)
            assert (ran.code, ran.out) == (3, ""), command
            assert "calls.toml:5: broken-entry: smp: deadline: `smp` has errors" in ran.err


@pytest.mark.parametrize(("changes", "wrapper"), [
    ({"HOME": None}, ()), ({"HOME": "/proc/nonexistent"}, ()), ({"LANG": "C", "LC_ALL": "C"}, ()),
    ({"TERM": None}, ()),
    ({"PYTHONWARNINGS": "error"}, ()), ({}, ("sh", "-c", 'umask 777; exec "$@"', "sh")),
    ({}, ("sh", "-c", 'exec "$@" <&-', "sh")), ({}, ("sh", "-c", 'exec "$@" >&-', "sh")),
    ({}, ("sh", "-c", 'exec "$@" 2>&-', "sh")), ({}, ("sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh")),
    ({}, ("sh", "-c", 'mkdir d && cd d && rmdir ../d && exec "$@"', "sh")),
], ids=["no home", "a home that is not there", "C", "no TERM", "warnings", "umask", "no input", "no output",
        "no errors", "nothing", "deleted folder"])  # fmt: skip
def test_poor_surroundings(changes: dict[str, str | None], wrapper: tuple[str, ...], registry: Write) -> None:
    """Of one command; of every other CI tries them right after, by `tests/reliability short surroundings`."""
    import sys

    command = COMMANDS_THAT_EDIT["set"]
    path = registry(HAND_WRITTEN)
    environment = {name: each for name, each in (os.environ | changes).items() if each is not None}
    arguments = [*wrapper, sys.executable, "-m", "clustercalls", *command, "-r", str(path)]
    done = subprocess.run(arguments, capture_output=True, check=False, env=environment, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
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
    room = import_module(f"clustercalls.cli.{module}")
    text = inspect.getdoc(getattr(room, function)) or ""
    match = re.search(r"Example: clustercalls (.+)", text)
    assert match
    ran = run(*shlex.split(match[1]))
    assert ran.code == 0, ran.err
    assert "Example:" in run(name, "--help").out


def test_a_lock_that_somebody_holds_is_told(
    run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clustercalls.disk import lock

    path = registry(HAND_WRITTEN)
    real = lock.locked
    monkeypatch.setattr(lock, "locked", lambda path, **_: real(path, 0.05))
    with real(path):
        ran = run("confirm", "innosup", "-r", path)
    assert (ran.code, path.read_text()) == (4, HAND_WRITTEN)
    assert "somebody else" in ran.err


@pytest.mark.parametrize(
    "command", [*COMMANDS_THAT_EDIT.values(), ("undo",)], ids=[*COMMANDS_THAT_EDIT, "undo"]
)
def test_the_clock_is_read_once(
    command: tuple[str, ...], run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = registry(HAND_WRITTEN)
    assert run("confirm", "conference", "-r", path).code == 0
    days = count()

    class Clock(datetime):
        @classmethod
        def now(cls, zone: tzinfo | None = None) -> "Clock":
            """A day later at every look."""
            return cls(2030, 1, 1 + next(days), tzinfo=zone)

    for module in (moment, desk):
        monkeypatch.setattr(module, "datetime", Clock)
    assert run(*command, "-r", path).code == 0
    assert next(days) == 1

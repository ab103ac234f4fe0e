"""A file that is not there, or cannot be read, is told with the variable or the key that names it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.reminders.place import identity
from conftest import Run

COMMANDS = [
    "upcoming", "list", "show one", "changes", "digest", "check", "remind", "export vdir folder",
    "set one owner=Ada", "move one 2031-02-01", "confirm one", "remove one --yes",
]  # fmt: skip
HINT = {"no-registry": "Check the path, or make one:", "empty-folder": "Name a folder", "unreadable": "Check"}


def by_variable(path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", str(path))
    return "CLUSTERCALLS_REGISTRY names it."


def by_key(path: Path, _: pytest.MonkeyPatch) -> str:
    config = Path.home() / ".config/clustercalls/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f'registry = ["{path}"]\n')
    return f"`registry` in {config} names it."


def by_own_folder(path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("XDG_DATA_HOME", str(path.parent.parent))
    return "XDG_DATA_HOME names it."


def nothing(path: Path) -> str:
    path.parent.mkdir(parents=True)
    return "no-registry"


def empty_folder(path: Path) -> str:
    path.mkdir(parents=True)
    return "empty-folder"


def loop(path: Path) -> str:
    path.parent.mkdir(parents=True)
    path.symlink_to(path)
    return "unreadable"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("names", "state"),
    [
        (by_variable, nothing), (by_variable, empty_folder), (by_variable, loop),
        (by_key, nothing), (by_key, loop), (by_own_folder, loop), (by_own_folder, empty_folder),
    ],
)  # fmt: skip
def test_what_names_it_is_told(
    command: str,
    names: Callable[[Path, pytest.MonkeyPatch], str],
    state: Callable[[Path], str],
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "elsewhere/clustercalls/calls.toml"
    code, namer = state(path), names(path, monkeypatch)
    ran = run(*command.split())
    assert ran.code == 3
    assert f"{path}: {code}: " in ran.out + ran.err
    assert f". {namer} {HINT[code]}" in ran.out + ran.err


def test_what_an_option_names_is_told_as_it_was(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", "none.toml")
    ran = run("list", "-r", "none.toml")
    assert (ran.code, "none.toml: no-registry: " in ran.err, "names it" in ran.err) == (3, True, False)


def test_a_problem_inside_a_file_is_told_as_it_was(
    run: Run, registry: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", str(registry('[[call]]\nid = "one"\n')))
    ran = run("list")
    assert ("missing-key" in ran.err, "names it" in ran.err) == (True, False)


@pytest.mark.parametrize("named", [True, False])
def test_a_config_below_a_folder_that_a_variable_names(
    named: bool, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "settings" if named else Path.home() / ".config"
    loop(folder / "clustercalls/config.toml")
    if named:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    ran = run("upcoming")
    assert (ran.code, "config.toml: unreadable: " in ran.err) == (3, True)
    assert ("XDG_CONFIG_HOME names it." in ran.err) is named


def test_it_is_told_in_italian(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", "/nowhere/bandi.toml")
    assert "nome. Lo indica CLUSTERCALLS_REGISTRY. Controlla" in run("list", "--lang", "it").err


CALL = '[[call]]\nid = "one"\ntitle = "T"\ndeadline = 2031-02-01\nchecked = 2031-01-01\n'


def as_a_folder(folder: Path, name: str) -> None:
    (folder / name).mkdir(parents=True)


def as_a_loop(folder: Path, name: str) -> None:
    folder.mkdir(parents=True)
    (folder / name).symlink_to(folder / name)


def damaged(folder: Path, name: str) -> None:
    folder.mkdir(parents=True)
    (folder / name).write_text("odd\n")


def as_a_file(folder: Path, _: str) -> None:
    folder.parent.write_text("no folder")


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("spoilt", [as_a_folder, as_a_loop, damaged, as_a_file])
@pytest.mark.parametrize(("command", "file"), [
    ("set one owner=Ada", "journal.jsonl"), ("undo", "journal.jsonl"), ("changes one", "journal.jsonl"),
    ("remind", "seen-{}.json"), ("changes --since last", "seen-{}.json"),
])  # fmt: skip
def test_what_is_remembered_below_a_folder_that_a_variable_names(
    command: str,
    file: str,
    spoilt: Callable[[Path, str], None],
    named: bool,
    run: Run,
    registry: Callable[[str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = registry(CALL)
    folder = (tmp_path / "state" if named else Path.home() / ".local/state") / "clustercalls"
    folder.parent.parent.mkdir(parents=True, exist_ok=True)
    spoilt(folder, file.format(identity([path])))
    if named:
        monkeypatch.setenv("XDG_STATE_HOME", f"{folder.parent}")
    else:
        monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    ran = run(*command.split(), "-r", path, "--as-of", "2031-01-20")
    told = [line for line in ran.err.splitlines() if line.startswith(f"{folder.parent}")]
    assert all(("XDG_STATE_HOME names it. " in line) is named for line in told)
    assert told or ran.code == 0 or command == "undo"


WRITING = [
    "set one owner=Ada",
    "move one 2031-03-01",
    "confirm one",
    "remove one --yes",
    "add --title N",
    "undo",
]


@pytest.mark.parametrize("names", [by_variable, by_key, by_own_folder])
@pytest.mark.parametrize("command", WRITING)
def test_a_registry_that_cannot_be_written(
    command: str,
    names: Callable[[Path, pytest.MonkeyPatch], str],
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "elsewhere/clustercalls/calls.toml"
    path.parent.mkdir(parents=True)
    path.write_text(CALL)
    namer = names(path, monkeypatch)
    assert run("set", "one", "owner=Bo").code == 0
    lock = path.with_name("calls.toml.lock")
    lock.unlink()
    lock.mkdir()
    ran = run(*command.split())
    assert (ran.code, f"{path}" in ran.err, f". {namer} " in ran.err) == (4, True, True), ran.err
    ran = run(*command.split(), "-r", path)
    assert (ran.code, f"{path}" in ran.err, "names it" in ran.err) == (4, True, False), ran.err
    lock.rmdir()
    path.chmod(0o444)
    ran = run(*command.split())
    assert (ran.code, f"{path}: protected: " in ran.err, f". {namer} " in ran.err) == (4, True, True), ran.err


@pytest.mark.parametrize(
    "command", ["upcoming", "list", "check", "where", "remind", "add --title T", "digest"]
)
def test_a_registry_that_cannot_be_looked_for(
    command: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ("x" * 300)
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    ran = run(*command.split())
    assert ran.code in {3, 4}
    assert f"{folder}/clustercalls/calls.toml: " in ran.err
    assert "File name too long. XDG_DATA_HOME names it. " in ran.err

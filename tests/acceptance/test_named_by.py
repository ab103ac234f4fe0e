"""A file that is not there, or cannot be read, is told with the variable or the key that names it."""

from collections.abc import Callable
from pathlib import Path

import pytest

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

"""`clustercalls where`, and which registry wins: each rung of the ladder, from the top."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run

NAMES = ["option", "variable", "config", "here", "here-data", "own"]


def entry(name: str) -> str:
    return f'[[event]]\nid = "{name}"\ntitle = "{name}"\ndates = 2017-01-01\nchecked = 2017-01-01\n'


@pytest.fixture
def ladder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], list[str]]:
    """Puts a registry on this rung and every lower one; returns the options that name it."""
    home = Path(os.environ["HOME"])
    option = tmp_path / "option.toml"
    variable = tmp_path / "variable.toml"
    files = {
        "option": option,
        "variable": variable,
        "config": home / ".config/clustercalls/mine.toml",
        "here": Path("calls.toml"),
        "here-data": Path("data/calls.toml"),
        "own": home / ".local/share/clustercalls/calls.toml",
    }

    def build(top: str) -> list[str]:
        for name in NAMES[NAMES.index(top) :]:
            files[name].parent.mkdir(parents=True, exist_ok=True)
            files[name].write_text(entry(name))
            if name == "variable":
                monkeypatch.setenv("CLUSTERCALLS_REGISTRY", str(variable))
            if name == "config":
                (home / ".config/clustercalls/config.toml").write_text('registry = "mine.toml"\n')
        return ["-r", str(option)] if top == "option" else []

    return build


@pytest.mark.parametrize("top", NAMES)
def test_which_registry_wins(run: Run, ladder: Callable[[str], list[str]], top: str) -> None:
    options = ladder(top)
    ran = run("list", "--all", "--template", "{id}", *options)
    assert (ran.code, ran.out, ran.err) == (0, f"{top}\n", "")
    why = {"option": "--registry", "variable": "CLUSTERCALLS_REGISTRY", "config": "config",
           "here": "this folder", "here-data": "this folder", "own": "your own"}  # fmt: skip
    first = run("where", *options).out.splitlines()[0]
    assert first.endswith(f"({why[top]})")
    assert first.split()[1].startswith("/")


def test_else_the_bundled_example(run: Run) -> None:
    ran = run("list", "--all", "--template", "{id}")
    assert (ran.code, ran.err) == (0, "")
    assert "innosup-1-2017" in ran.out.split()
    assert "bundled example" in run("where").out.splitlines()[0]


@pytest.mark.parametrize("command", ["check"])
def test_only_what_looks_falls_back_on_it(run: Run, command: str) -> None:
    ran = run(command)
    assert (ran.code, ran.out) == (3, "")
    assert "wants-registry" in ran.err


def test_xdg_folders_are_obeyed_when_absolute(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "xdg" / "clustercalls" / "calls.toml"
    own.parent.mkdir(parents=True)
    own.write_text(entry("xdg"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    assert run("list", "--all", "--template", "{id}").out == "xdg\n"
    monkeypatch.setenv("XDG_DATA_HOME", "xdg")  # a relative one is to be ignored
    monkeypatch.chdir(tmp_path)
    assert run("list", "--all", "--template", "{id}").out != "xdg\n"


def test_several_in_the_variable(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text(entry(name))
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", f"{tmp_path}/a.toml{os.pathsep}{tmp_path}/b.toml")
    assert run("list", "--all", "--template", "{id}").out == "a\nb\n"


def test_a_variable_that_leads_nowhere_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", "/nowhere/calls.toml")
    ran = run("upcoming")
    assert (ran.code, ran.out) == (3, "")
    assert "/nowhere/calls.toml: no-registry" in ran.err


def test_reading_creates_nothing_but_one_index(run: Run, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    for command in (["where"], ["schema"], ["check"]):
        run(*command)
    assert sorted(tmp_path.rglob("*")) == before
    for command in (["upcoming"], ["list"], ["show", "innosup"], ["upcoming", "--past"]):
        run(*command)
    index = Path(os.environ["HOME"], ".cache/clustercalls/index")
    (kept,) = index.iterdir()
    made = {index.parent.parent, index.parent, index, kept}
    assert {*tmp_path.rglob("*")} == {*before} | made


def test_what_is_not_there_is_said_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "not there" in run("where", "-r", "none.toml").out.splitlines()[0]
    monkeypatch.delenv("HOME")
    ran = run("where")
    assert ran.code == 0
    assert "no home folder is known" in ran.out


def config(text: str) -> Path:
    path = Path(os.environ["HOME"], ".config/clustercalls/config.toml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_every_key_of_the_config(run: Run) -> None:
    config('lang = "it"\nzone = "Asia/Tokyo"\nwindow = "10d"\nforget_after = "1m"\nregistry = "a.toml"\n')
    own = Path(os.environ["HOME"], ".config/clustercalls/a.toml")
    own.write_text(
        '[[event]]\nid = "near"\ntitle = "Near"\ndates = 2017-03-05T17:00:00\nchecked = 2017-01-01\n'
        '[[event]]\nid = "far"\ntitle = "Far"\ndates = 2017-04-05\nchecked = 2017-01-01\n'
        '[[event]]\nid = "stale"\ntitle = "Stale"\ndates = "../2017-03/.."\nchecked = 2017-01-01\n'.replace(
            "../2017-03/..", "2017/.."
        )
    )
    ran = run("upcoming", "--as-of", "2017-03-01", "--no-header")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("lun 6 mar 2017 01:00 (ora di Tokyo)")
    assert ran.out.count("\n") == 1
    assert "Far" in run("upcoming", "30w", "--as-of", "2017-03-01").out  # what is typed wins
    assert (
        "Sun 5 Mar 2017 17:00 Brussels"
        in run("upcoming", "--as-of", "2017-03-01", "--lang", "en", "--zone", "Europe/Brussels").out
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('langg = "it"', "unknown-key"),
        ('lang = "fr"', "lang"),
        ('zone = "Nowhere"', "zone"),
        ("window = 3", "window"),
        ('forget_after = "3d"', "forget_after"),
        ("registry = 1", "registry"),
        ("lang =", "broken-toml"),
    ],
)
def test_a_bad_config_is_exit_3_and_named(run: Run, text: str, said: str) -> None:
    path = config(text + "\n")
    ran = run("upcoming")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"{path}")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_a_config_that_is_named_must_be_there(run: Run) -> None:
    ran = run("upcoming", "-c", "none.toml")
    assert (ran.code, ran.out) == (3, "")
    assert "none.toml" in ran.err

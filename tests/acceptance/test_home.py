"""`~` is the home wherever a path is given: shells leave it alone behind a `=`, and cron knows none."""

import os
from pathlib import Path

import pytest

from conftest import Run

CALL = '[[call]]\nid = "a"\ntitle = "A"\ndeadline = 2031-04-04\nchecked = 2031-01-01\n'
AS_OF = ("--as-of", "2031-02-01")


@pytest.fixture
def home() -> Path:
    path = Path(os.environ["HOME"])
    (path / "c.toml").write_text(CALL)
    return path


@pytest.mark.parametrize("words", [
    ("upcoming", "--registry=~/c.toml", *AS_OF),
    ("upcoming", "-r", "~/c.toml", *AS_OF),
    ("upcoming", "-r", "~/c.toml", *AS_OF, "--color", "never"),
    ("check", "~/c.toml"),
    ("where", "--registry=~/c.toml"),
    ("show", "a", "-r", "~/c.toml"),
    ("changes", "--against", "~/c.toml", "-r", "~/c.toml"),
    ("export", "ics", "-r", "~/c.toml", *AS_OF, "-o", "~/out.ics"),
    ("digest", "-r", "~/c.toml", *AS_OF, "-o", "~/page.txt"),
    ("remind", "-r", "~/c.toml", *AS_OF, "--outbox", "~/outbox"),
    ("init", "~/new.toml"),
])  # fmt: skip
def test_a_home_is_meant_in_every_option_and_argument(words: tuple[str, ...], run: Run, home: Path) -> None:
    (home / "outbox").mkdir()
    ran = run(*words)
    assert (ran.code, ran.err) == (0, "")
    assert not Path("~").exists()


def test_the_variable_names_a_home(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", f"{home / 'c.toml'}{os.pathsep}~/c.toml")
    ran = run("upcoming", *AS_OF, "--columns", "id", "--no-header")
    assert (ran.code, ran.out.split()) == (0, ["a"])
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", "~/nothing.toml")
    assert run("upcoming", *AS_OF).code == 3


def test_nobodys_home_is_a_name_like_any_other(run: Run) -> None:
    ran = run("upcoming", "--registry=~nobody-at-all/c.toml")
    assert (ran.code, "no-registry" in ran.err) == (3, True)


@pytest.mark.parametrize("name", ["B.TOML", "b.Toml"])
def test_a_registry_in_a_folder_is_read_in_any_case(name: str, run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "reg"
    folder.mkdir()
    (folder / "a.toml").write_text(CALL)
    (folder / name).write_text(CALL.replace('"a"', '"upper"'))
    ran = run("upcoming", "-r", folder, *AS_OF, "--columns", "id", "--no-header")
    assert ran.out.split() == ["a", "upper"]

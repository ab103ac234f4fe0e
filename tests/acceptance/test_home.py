"""`~` is the home wherever a path is given: shells leave it alone behind a `=`, and cron knows none."""

import os
import pwd
from pathlib import Path

import pytest

from clustercalls.cli.house import completion
from clustercalls.cli.table import COMMANDS, EXPORT
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
    ("merge", "~/c.toml", "~/c.toml", "~/c.toml"),
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


# What every command answers a user whom no account and no variable gives a home.
NOBODYS = {
    "upcoming": (0, "upcoming"), "list": (0, "list"), "show": (0, "show a"), "changes": (3, "changes"),
    "remind": (3, "remind"), "digest": (0, "digest"), "add": (0, "add --title New"),
    "publish": (2, "publish out"),
    "move": (0, "move a 2031-05-05"), "set": (0, "set a owner=anna"), "track": (0, "track a go"),
    "done": (0, "done a/deadline"), "days-off": (0, "days-off BE --years 2027"), "plan": (0, "plan a"),
    "confirm": (0, "confirm a"),
    "edit": (0, "edit a"), "remove": (0, "remove a --yes"), "undo": (2, "undo"), "check": (0, "check"),
    "merge": (3, "merge a.toml b.toml c.toml"),
    "sync": (3, "sync --status"), "find": (3, "find x"), "follow": (3, "follow x"),
    "review": (3, "review"), "import": (3, "import none.txt"),
    "init": (0, "init new.toml"), "where": (0, "where"), "schema": (0, "schema"), "ics": (0, "export ics"),
    "todo": (0, "export todo"), "vdir": (0, "export vdir cal"), "svg": (0, "export svg"),
    "caldav": (3, "export caldav https://127.0.0.1:9 --user a"),
    "to a service": (4, "digest 12m --notify json://127.0.0.1:9 --as-of 2031-02-01"),
    "by mail": (3, "digest --mail-to a@example.org"),
    "dry": (0, "remind --dry-run"), "log": (3, "remind --log"), "schedule": (0, "remind --schedule cron"),
    "a config": (3, "list -c ~/config.toml"), "an output": (4, "export ics -o ~/calendar.ics"),
    **{f"show {each}": (0, f"--show-completion {each}") for each in completion.OURS},
    **{f"install {each}": (3, f"--install-completion {each}") for each in (*completion.OURS, "pwsh")},
}  # fmt: skip


def test_every_command_is_tried_without_a_home() -> None:
    assert {*COMMANDS, *EXPORT} <= {*NOBODYS}


@pytest.mark.parametrize("named", [None, "", "relative"])
@pytest.mark.parametrize("name", NOBODYS)
def test_without_a_home_every_command_answers(
    name: str, named: str | None, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(number: int) -> None:
        raise KeyError(number)

    for each in list(os.environ):
        monkeypatch.delenv(each)
    if named is not None:
        monkeypatch.setenv("HOME", named)
    monkeypatch.setenv("EDITOR", "/usr/bin/true")
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    code, line = NOBODYS[name]
    tmp_path.joinpath("c.toml").write_text(CALL)
    which = () if line.startswith(("-", "init", "schema")) else (f"--registry={tmp_path / 'c.toml'}",)
    ran = run(*line.split(), *which)
    assert ran.code == code, ran
    assert "bug" not in ran.err
    assert [each.name for each in Path().iterdir() if each.name in {"~", "relative"}] == []
    if name.startswith("install"):
        assert ran.err.startswith("no-home: ")


def test_without_the_variable_the_home_is_that_of_the_account(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HOME")
    account = pwd.struct_passwd(("ada", "x", 1, 1, "", str(tmp_path), "/bin/sh"))
    monkeypatch.setattr(pwd, "getpwuid", lambda _: account)
    assert run("--install-completion", "bash").code == 0
    assert (tmp_path / ".bashrc").exists()

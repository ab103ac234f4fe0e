"""The script of the shell that is named, or of the one around; installed with no loss to what was there."""

import os
from pathlib import Path

import pytest
import shellingham  # type: ignore[import-untyped]  # comes with typer

from clustercalls.cli.house import completion
from conftest import Run

FILES = {
    "bash": ".bash_completions/clustercalls.sh",
    "zsh": ".zfunc/_clustercalls",
    "fish": ".config/fish/completions/clustercalls.fish",
}


@pytest.mark.parametrize("name", completion.OURS)
@pytest.mark.parametrize("form", ["{} {}", "{}={}"])
def test_the_script_of_the_shell_that_is_named_is_shown(run: Run, name: str, form: str) -> None:
    ran = run(*form.format("--show-completion", name).split(" "))
    assert ran == (0, (completion.SCRIPTS / f"clustercalls.{name}").read_text(), "")


def test_the_shell_around_is_meant_when_none_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shellingham, "detect_shell", lambda: ("fish", "/usr/bin/fish"))
    assert run("--show-completion").out == completion.script("fish")


def test_the_shell_of_the_login_stands_in(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> None:
        raise shellingham.ShellDetectionFailure

    monkeypatch.setattr(shellingham, "detect_shell", none)
    monkeypatch.setenv("SHELL", "/usr/local/bin/zsh")
    assert run("--show-completion").out == completion.script("zsh")
    monkeypatch.setenv("SHELL", "")
    ran = run("--install-completion")
    assert ran.code == 2
    assert ran.err.startswith("unknown-choice: --install-completion sh: not one of bash, zsh, fish")


@pytest.mark.parametrize("option", ["--show-completion", "--install-completion"])
def test_what_is_no_shell_or_too_much_is_refused(run: Run, option: str) -> None:
    assert run(option, "tcsh").err.startswith(f"unknown-choice: {option} tcsh: not one of bash")
    ran = run(option, "zsh", "fish")
    assert (ran.code, ran.err) == (2, "bad-usage: too many arguments: fish. See clustercalls --help\n")


@pytest.mark.parametrize("name", ["powershell", "pwsh"])
def test_powershell_has_the_script_of_typer(run: Run, name: str) -> None:
    assert "Register-ArgumentCompleter" in run("--show-completion", name).out


@pytest.mark.parametrize("name", FILES)
def test_installed_where_it_was_before_and_only_once(run: Run, name: str) -> None:
    home = Path(os.environ["HOME"])
    rc = home / {"bash": ".bashrc", "zsh": ".zshrc", "fish": "none"}[name]
    own = b"# \xff of mine, without an end of line"
    rc.write_bytes(own)
    rc.chmod(0o600)
    ran = run("--install-completion", name)
    path = home / FILES[name]
    said = f"Completion for {name} is in {path}. It is there in the next terminal.\n"
    assert ran == (0, said, "")
    assert path.read_text() == completion.script(name)
    after = rc.read_bytes()
    assert after.startswith(own)
    assert rc.stat().st_mode & 0o777 == 0o600
    assert (after == own) is (name == "fish")
    run("--install-completion", name)
    assert rc.read_bytes() == after


def test_a_link_to_the_settings_stays_one_and_a_menu_that_was_chosen_stays(run: Run, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles"
    real.write_text("zstyle ':completion:*' menu no\n")
    link = Path(os.environ["HOME"]) / ".zshrc"
    link.symlink_to(real)
    run("--install-completion", "zsh")
    assert link.is_symlink()
    assert real.read_text() == f"zstyle ':completion:*' menu no\n{completion.ZSH_FOLDER}\n"


def test_fish_has_its_folder_where_it_was_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    run("--install-completion", "fish")
    assert (tmp_path / "own" / "fish" / "completions" / "clustercalls.fish").is_file()


def test_a_folder_in_the_way_is_named(run: Run) -> None:
    (Path(os.environ["HOME"]) / ".bash_completions").write_text("")
    ran = run("--install-completion", "bash")
    assert ran.code == 4
    assert ".bash_completions" in ran.err


def test_a_home_with_an_apostrophe_is_quoted(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = tmp_path / "it's $(mine)"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    run("--install-completion", "bash")
    quoted = f"{home}/.bash_completions/clustercalls.sh".replace("'", "'\\''")
    assert (home / ".bashrc").read_text() == f"source '{quoted}'\n"

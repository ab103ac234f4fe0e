"""`clustercalls init`, as it is typed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clustercalls.i18n import LANGUAGES, language
from conftest import Run


def test_it_makes_a_registry_that_checks_clean_and_names_what_next(run: Run) -> None:
    ran = run("init", "calls.toml")
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.out.splitlines()) == 3
    assert run("check", "calls.toml") == (0, "", "")
    assert run("upcoming", "-r", "calls.toml") == (0, "", "")


def test_the_command_it_names_works_as_printed(run: Run) -> None:
    named = run("init", "my calls.toml").out.splitlines()[-1].strip()
    assert named.startswith("clustercalls upcoming")
    command = f'clustercalls() {{ "{sys.executable}" -m clustercalls "$@"; }}; {named}'
    done = subprocess.run(["sh", "-c", command], check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_by_default_it_is_ones_own(run: Run) -> None:
    ran = run("init")
    own = Path(os.environ["HOME"], ".local/share/clustercalls/calls.toml")
    assert ran.code == 0
    assert own.is_file()
    assert str(own) in ran.out
    assert "(your own)" in run("where").out


def test_it_never_overwrites(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "calls.toml"
    target.write_bytes(b"mine")
    ran = run("init", target)
    assert (ran.code, ran.out) == (2, "")
    assert "already-there" in ran.err
    assert target.read_bytes() == b"mine"


def test_it_does_not_follow_a_link_that_leads_nowhere(run: Run, tmp_path: Path) -> None:
    (tmp_path / "calls.toml").symlink_to(tmp_path / "elsewhere")
    assert run("init", tmp_path / "calls.toml").code == 2
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_gets_a_calls_toml_and_missing_folders_are_made(run: Run, tmp_path: Path) -> None:
    assert run("init", tmp_path).code == 0
    assert (tmp_path / "calls.toml").is_file()
    assert run("init", tmp_path / "a" / "b" / "c.toml").code == 0
    assert (tmp_path / "a" / "b" / "c.toml").is_file()


def test_what_the_disk_refuses_is_exit_4(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = run("init", tmp_path / "file" / "calls.toml")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_examples_in_it_are_right(run: Run, tmp_path: Path, code: str) -> None:
    """With the comment marks of its first example taken away it still checks clean."""
    from clustercalls.registry.starter import starter

    lines = starter("calls", language(code)).splitlines()
    start = lines.index("# [[call]]")
    end = lines.index("", start)
    lines[start:end] = [line.removeprefix("# ") for line in lines[start:end]]
    path = tmp_path / "calls.toml"
    path.write_text("\n".join(lines))
    assert run("check", path, "--strict") == (0, "", "")
    assert run("list", "-r", path, "--as-of", "2027-01-01", "--template", "{id}").out != ""


def test_its_comments_are_in_the_language_of_the_reader(run: Run, tmp_path: Path) -> None:
    assert run("init", tmp_path / "it.toml", "--lang", "it").code == 0
    assert run("init", tmp_path / "en.toml", "--lang", "en").code == 0
    italian, english = ((tmp_path / name).read_text().splitlines() for name in ("it.toml", "en.toml"))
    assert "# Un bando in più fasi:" in italian
    assert "# A call in stages:" in english
    keys = [[line for line in text if " = " in line] for text in (italian, english)]
    assert [line.partition(" = ")[0] for line in keys[0]] == [line.partition(" = ")[0] for line in keys[1]]
    assert max(map(len, italian)) <= 110
    assert run("check", tmp_path / "it.toml", "--strict") == (0, "", "")

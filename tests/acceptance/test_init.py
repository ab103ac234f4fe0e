"""`clustercalls init`, as it is typed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run


def test_it_makes_a_registry_that_checks_clean_and_names_what_next(run: Run) -> None:
    ran = run("init", "calls.toml")
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.out.splitlines()) == 4
    assert run("check", "calls.toml") == (0, "", "")
    assert run("upcoming", "-r", "calls.toml") == (0, "", "")


def test_the_command_it_names_works_as_printed(run: Run) -> None:
    named = run("init", "my calls.toml").out.splitlines()[2].strip()
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


def test_a_folder_gets_a_registry_toml_and_missing_folders_are_made(run: Run, tmp_path: Path) -> None:
    assert run("init", tmp_path).code == 0
    assert (tmp_path / "registry.toml").is_file()
    assert run("init", tmp_path / "a" / "b" / "c.toml").code == 0
    assert (tmp_path / "a" / "b" / "c.toml").is_file()


def test_what_the_disk_refuses_is_exit_4(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = run("init", tmp_path / "file" / "calls.toml")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("language", ["en", "it"])
def test_the_examples_in_it_are_right(run: Run, tmp_path: Path, language: str) -> None:
    """With the comment marks of its examples taken away it still checks clean."""
    path = tmp_path / "calls.toml"
    run("init", path, "--lang", language)
    said = path.read_text()
    for block in re.findall(r"(?:^# \[\[[^.]*?\n)(?:^#.*\n)*", said, re.MULTILINE):
        said = said.replace(block, re.sub("^# ?", "", block, flags=re.MULTILINE))
    path.write_text(said)
    assert run("check", path, "--strict") == (0, "", "")
    assert len(run("list", "-r", path, "--as-of", "2027-01-01", "--template", "{id}").out.split()) == 3


@pytest.mark.parametrize("way", ["option", "locale", "config"])
def test_its_comments_are_in_the_readers_language(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    config = tmp_path / "config.toml"
    config.write_text('lang = "it"\n')
    more = {"option": ["--lang", "it"], "locale": [], "config": ["--config", str(config)]}[way]
    if way == "locale":
        monkeypatch.setenv("LC_ALL", "it_IT.UTF-8")
    ran = run("init", "calls.toml", *more)
    said = Path("calls.toml").read_text(encoding="utf-8")
    assert ran.out.startswith("Creato calls.toml.")
    assert "# Un registro di bandi ed eventi." in said
    assert 'place = "Bruxelles"' in said
    assert "with an hour" not in said


def test_editors_find_its_schema_beside_it(run: Run) -> None:
    assert "calls.schema.json" in run("init", "calls.toml").out
    assert Path("calls.toml").read_text().startswith("#:schema calls.schema.json\n")
    assert Path("calls.schema.json").read_text() == run("schema").out
    assert "schema" not in run("init", "second.toml").out  # it is there already
    assert Path("second.toml").read_text().startswith("#:schema calls.schema.json\n")


@pytest.mark.parametrize("theirs", ["file", "link", "folder"])
def test_what_stands_in_the_place_of_the_schema_stays_and_is_not_named(run: Run, theirs: str) -> None:
    there = Path("calls.schema.json")
    Path("elsewhere").write_text("mine")
    if theirs == "file":
        there.write_text("{}")
    elif theirs == "link":
        there.symlink_to("elsewhere")
    else:
        there.mkdir()
    ran = run("init", "calls.toml")
    assert ran.code == 0
    assert "calls.schema.json was there and stays" in ran.out
    assert not Path("calls.toml").read_text().startswith("#:schema")
    assert Path("elsewhere").read_text() == "mine"
    assert run("check", "calls.toml") == (0, "", "")


def test_nothing_is_made_beside_a_registry_that_is_there(run: Run, tmp_path: Path) -> None:
    work = tmp_path / "tree"
    (work / ".git").mkdir(parents=True)
    (work / "calls.toml").write_bytes(b"mine")
    assert run("init", work / "calls.toml").code == 2
    assert sorted(each.name for each in work.iterdir()) == [".git", "calls.toml"]


def test_git_is_told_to_leave_the_lock_alone(run: Run, tmp_path: Path) -> None:
    work = tmp_path / "work"
    subprocess.run(["git", "init", "-q", str(work)], check=True)
    ran = run("init", work / "sub" / "calls.toml")
    assert f"Git leaves alone: *.toml.lock in {work / '.gitignore'}" in ran.out
    (work / "sub" / "calls.toml.lock").touch()
    asked = ["git", "-C", str(work), "status", "--porcelain", "-uall"]
    seen = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    assert "lock" not in seen
    assert "sub/calls.toml" in seen
    assert "lock" not in run("init", work / "sub" / "second.toml").out
    assert (work / ".gitignore").read_text() == "*.toml.lock\n*.toml.removed\n"


def test_without_git_nothing_is_said_of_it(run: Run, tmp_path: Path) -> None:
    assert "Git" not in run("init", tmp_path / "calls.toml").out
    assert not (tmp_path / ".gitignore").exists()


def test_a_planted_link_is_not_followed(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "theirs").write_text("a\n")
    (tmp_path / ".gitignore").symlink_to("theirs")
    ran = run("init", tmp_path / "calls.toml")
    assert ran.code == 0
    assert "is no file to add to" in ran.out
    assert (tmp_path / "theirs").read_text() == "a\n"
    assert (tmp_path / ".gitignore").is_symlink()


# what stands in the folder, the file that is made, and whether that is one registry with what stands there
BESIDE = [
    ({"a.toml": 'name = "office"\n'}, "b.toml", True),
    ({"z.TOML": 'name = "office"\n', "b.toml": "schema = 1\n"}, "calls.toml", True),
    ({"a.toml": 'name = "office"\n[[call]]\nodd\n'}, "b.toml", True),
    ({"a.toml": "schema = 1\n"}, "b.toml", False),
    ({"a.toml": 'name = "No name"\n'}, "b.toml", False),
    ({".a.toml": 'name = "office"\n'}, "b.toml", False),
    ({"a.toml": 'name = "office"\n'}, "inside/b.toml", False),
]


@pytest.mark.parametrize("lang", ["en", "it"])
@pytest.mark.parametrize(("there", "made", "one"), BESIDE)
def test_a_second_file_of_a_folder_states_no_second_name(
    there: dict[str, str], made: str, one: bool, lang: str, run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "calls"
    folder.mkdir()
    for name, text in there.items():
        (folder / name).write_text(text)
    ran = run("init", folder / made, "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert ("name = " in (folder / made).read_text()) is not one
    assert (" office" in ran.out) is one
    assert "second-name" not in run("check", folder).out
    assert run("check", folder / made) == (0, "", "")


def test_the_folder_itself_is_one_with_its_registry(run: Run, tmp_path: Path) -> None:
    assert run("init", tmp_path / "mine.toml").code == 0
    assert run("init", tmp_path).code == 0
    assert run("check", tmp_path) == (0, "", "")

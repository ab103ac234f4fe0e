"""`clustercalls merge` as git runs it: two clones of one registry, and real git between them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from clustercalls.cli.house.init_git import CONFIG
from conftest import Ran, Run

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
AS_OF = ("--as-of", "2017-01-10")
BASE = """\
# Our calls
schema = 1

# Anna asked for this one.
[[call]]
id = "innosup"
title = "Innosup"  # H2020
tags = ["smes"]
checked = 2017-01-02

[[call.stage]]
id = "first"
kind = "deadline"
when = 2017-04-04

[[call]]
id = "soil"
title = "Soil"
deadline = 2017-05-05
checked = 2017-01-02
"""


class Repository:
    """A work tree with a registry, and the driver told to git by what `init --git` prints."""

    def __init__(self, folder: Path, run: Run) -> None:
        self.folder, self.path, self.bin = folder, folder / "calls.toml", folder.parent / "bin"
        folder.mkdir()
        self.git("init", "-q", "-b", "main")
        self.path.write_text(BASE)
        said = run("init", "--git", self.path)
        assert (said.code, said.err) == (0, "")
        line = said.out.splitlines()[-1].strip()
        subprocess.run(["sh", "-c", line], cwd=folder, check=True)
        self.bin.mkdir()
        self.command(f'exec "{sys.executable}" -m clustercalls "$@"')
        self.save("main")

    def command(self, script: str) -> None:
        """What git finds as `clustercalls`."""
        (self.bin / "clustercalls").write_text(f"#!/bin/sh\n{script}\n")
        (self.bin / "clustercalls").chmod(0o755)

    def git(self, *words: str, code: int = 0) -> str:
        named = ["git", "-C", str(self.folder), "-c", "user.name=a", "-c", "user.email=a@example.org", *words]
        found = {**os.environ, "PATH": f"{self.bin}:{os.environ['PATH']}"}
        done = subprocess.run(named, capture_output=True, text=True, check=False, env=found)
        assert done.returncode == code, done
        return done.stdout + done.stderr

    def save(self, branch: str, text: str = "") -> None:
        if branch != "main":
            self.git("checkout", "-q", "-b", branch, "main")
        if text:
            self.path.write_text(text, newline="")
        self.git("add", "-A")
        self.git("commit", "-qm", branch)

    def merged(self, ours: str, theirs: str, code: int = 0) -> str:
        """What git says when it merges these two changes of what was there."""
        self.save("ours", ours)
        self.save("theirs", theirs)
        self.git("checkout", "-q", "ours")
        return self.git("merge", "-q", "theirs", "-m", "both", code=code).removeprefix(
            "Auto-merging calls.toml\n"
        )


@pytest.fixture
def repository(tmp_path: Path, run: Run) -> Repository:
    return Repository(tmp_path / "clone", run)


def test_two_adds_meet_without_a_word(repository: Repository, run: Run) -> None:
    for branch in ("ours", "theirs"):
        repository.git("checkout", "-q", "-b", branch, "main")
        added = run(
            "add", "--title", f"Of {branch}", "--deadline", "2017-03-03", "-r", repository.path, *AS_OF
        )
        assert (added.code, added.err) == (0, "")
        repository.git("commit", "-qam", branch)
    assert repository.git("merge", "-q", "ours", "-m", "both") in {"", "Auto-merging calls.toml\n"}
    assert run("check", repository.path).code == 0
    shown = run("upcoming", "-r", repository.path, *AS_OF, "--columns", "id", "--no-header").out.split()
    assert {"of-ours", "of-theirs"} <= set(shown)
    assert not [each.name for each in repository.folder.iterdir() if each.name.startswith(".merge_file")]


def test_different_fields_of_one_entry_are_both_taken(repository: Repository) -> None:
    ours = BASE.replace('["smes"]', '["smes", "bari"]').replace(
        "checked = 2017-01-02\n\n", "checked = 2017-02-01\n\n"
    )
    theirs = BASE.replace("2017-04-04", "2017-04-13").replace(
        "checked = 2017-01-02\n\n", "checked = 2017-02-09\n\n"
    )
    theirs = theirs.replace('["smes"]', '["smes", "rome"]').replace("# H2020", "# Horizon")
    assert repository.merged(ours, theirs) == ""
    assert repository.path.read_text() == (
        BASE.replace("2017-04-04", "2017-04-13")
        .replace("checked = 2017-01-02\n\n", "checked = 2017-02-09\n\n")
        .replace('["smes"]', '["smes", "bari", "rome"]')
        .replace("# H2020", "# Horizon")
    )


def test_one_field_on_both_sides_is_a_conflict_round_its_line_alone(repository: Repository) -> None:
    ours, theirs = (BASE.replace("2017-04-04", day) for day in ("2017-04-13", "2017-04-20"))
    said = repository.merged(ours, theirs + '\n[[call]]\nid = "new"\ntitle = "New"\n', code=1)
    assert "contested: both sides changed the same" in said
    assert "CONFLICT (content): Merge conflict in calls.toml" in said
    between = "<<<<<<< ours\nwhen = 2017-04-13\n=======\nwhen = 2017-04-20\n>>>>>>> theirs\n"
    new = '\n[[call]]\nid = "new"\ntitle = "New"\n'
    assert repository.path.read_text() == BASE.replace("when = 2017-04-04\n", between) + new


def test_what_one_side_took_out_is_gone_unless_the_other_changed_it(repository: Repository) -> None:
    soil = BASE[BASE.index('\n[[call]]\nid = "soil"') :]
    without = BASE.replace(soil, "")
    assert repository.merged(without, BASE.replace("2017-04-04", "2017-04-05")) == ""
    assert repository.path.read_text() == without.replace("2017-04-04", "2017-04-05")
    repository.git("checkout", "-q", "main")
    repository.git("branch", "-qD", "ours", "theirs")
    repository.merged(without, BASE.replace('"Soil"', '"Soils"'), code=1)
    changed = soil.replace('"Soil"', '"Soils"')
    assert repository.path.read_text() == f"{without}<<<<<<< ours\n=======\n{changed}>>>>>>> theirs\n"


def test_line_ends_and_the_mark_are_those_of_who_changed_them(repository: Repository) -> None:
    theirs = "\ufeff" + BASE.replace("2017-04-04", "2017-04-05").replace("\n", "\r\n")
    assert repository.merged(BASE.replace('"Soil"', '"Soils"'), theirs) == ""
    assert repository.path.read_bytes().decode() == theirs.replace('"Soil"', '"Soils"')


def test_what_is_no_toml_is_left_to_git(repository: Repository) -> None:
    said = repository.merged(
        BASE.replace('"Soil"', '"Soil'), BASE.replace('"Innosup"', '"Innosup 2"'), code=1
    )
    assert "not-merged: these cannot be merged entry by entry: ours is not TOML at line 18. " in said
    assert repository.path.read_text() == BASE.replace('"Soil"', '"Soil').replace('"Innosup"', '"Innosup 2"')


def test_what_is_no_toml_and_meets_has_gits_own_marks(repository: Repository) -> None:
    ours, theirs = BASE.replace("2017-05-05", "2017-05-"), BASE.replace("2017-05-05", "2017-06-06")
    repository.merged(ours, theirs, code=1)
    marks = "<<<<<<< ours\ndeadline = 2017-05-\n=======\ndeadline = 2017-06-06\n>>>>>>> theirs\n"
    assert repository.path.read_text() == BASE.replace("deadline = 2017-05-05\n", marks)


def test_where_git_was_not_told_of_the_driver_it_merges_lines_as_ever(repository: Repository) -> None:
    repository.git("config", "--unset", "merge.clustercalls.driver")
    ours, theirs = (BASE.replace("2017-04-04", day) for day in ("2017-04-13", "2017-04-20"))
    repository.merged(ours.replace("H2020", "Horizon"), theirs.replace('"Soil"', '"Soils"'), code=1)
    between = "<<<<<<< HEAD\nwhen = 2017-04-13\n=======\nwhen = 2017-04-20\n>>>>>>> theirs\n"
    wanted = BASE.replace("when = 2017-04-04\n", between).replace("H2020", "Horizon")
    assert repository.path.read_text() == wanted.replace('"Soil"', '"Soils"')


def test_what_a_merge_left_contested_is_decided_by_the_command_it_names(
    repository: Repository, run: Run
) -> None:
    ours, theirs = (BASE.replace("2017-04-04", day) for day in ("2017-04-13", "2017-04-20"))
    repository.merged(ours, theirs, code=1)
    ran = run("upcoming", "-r", repository.path, *AS_OF, "--columns", "id", "--no-header")
    assert (ran.code, ran.out.split()) == (3, ["soil"])
    command = ran.err.rsplit("Keep one: clustercalls ", 1)[1].split()
    assert command == ["move", "innosup/first", "2017-04-13"]
    assert run(*command, "-r", repository.path) == Ran(0, "", "")
    assert repository.path.read_text() == ours
    repository.git("checkout", "--merge", "calls.toml")  # as the docs say: the conflict is back
    assert "<<<<<<< ours" in repository.path.read_text()


@pytest.mark.parametrize("config", ["[", "lang = 3\n", "warn = 1\n", 'lang = "xx"\n'])
def test_a_config_that_is_wrong_changes_no_merge(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, config: str
) -> None:
    (tmp_path / "clustercalls").mkdir()
    (tmp_path / "clustercalls" / "config.toml").write_text(config)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    ours, theirs = (BASE + f'\n[[call]]\nid = "{each}"\ntitle = "T"\n' for each in "ab")
    assert repository.merged(ours, theirs) == ""
    assert repository.path.read_text() == ours + theirs.removeprefix(BASE)


@pytest.mark.parametrize("script", [
    "exit 127", "exit 126", "echo ModuleNotFoundError >&2; exit 1", "exit 2", "kill -9 $$", "",
])  # fmt: skip
def test_where_the_command_does_not_start_git_joins_the_lines(repository: Repository, script: str) -> None:
    if script:
        repository.command(script)
    else:
        (repository.bin / "clustercalls").write_text("#!/nowhere/python\n")
    ours, theirs = (BASE.replace("2017-04-04", day) for day in ("2017-04-13", "2017-04-20"))
    repository.merged(ours.replace("H2020", "Horizon"), theirs.replace('"Soil"', '"Soils"'), code=1)
    between = "<<<<<<< ours\nwhen = 2017-04-13\n=======\nwhen = 2017-04-20\n>>>>>>> theirs\n"
    wanted = BASE.replace("when = 2017-04-04\n", between).replace("H2020", "Horizon")
    assert repository.path.read_text() == wanted.replace('"Soil"', '"Soils"')


# ---- by hand, without a repository


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path, Path]:
    paths = tmp_path / "base.toml", tmp_path / "ours.toml", tmp_path / "theirs.toml"
    for each in paths:
        each.write_text(BASE)
    return paths


def test_the_example_of_its_help_runs(
    run: Run, sides: tuple[Path, Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sides[2].write_text(BASE.replace("2017-04-04", "2017-04-05"))
    sides[1].chmod(0o640)
    monkeypatch.chdir(tmp_path)
    assert run("merge", "base.toml", "ours.toml", "theirs.toml") == Ran(0, "", "")
    assert sides[1].read_text() == BASE.replace("2017-04-04", "2017-04-05")
    assert sides[1].stat().st_mode & 0o777 == 0o640
    assert sorted(each.name for each in sides[0].parent.glob("*.t*")) == [
        "base.toml",
        "ours.toml",
        "theirs.toml",
    ]


def test_it_is_said_in_italian(run: Run, sides: tuple[Path, Path, Path]) -> None:
    sides[1].write_text(BASE.replace("2017-04-04", "2017-04-05"))
    sides[2].write_text(BASE.replace("2017-04-04", "2017-04-06"))
    ran = run("merge", *sides, "--lang", "it")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("contested: entrambe le parti hanno cambiato la stessa cosa")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_a_side_that_is_not_there_is_named(run: Run, sides: tuple[Path, Path, Path], missing: int) -> None:
    sides[missing].unlink()
    before = {each: each.read_bytes() for each in sides if each.exists()}
    ran = run("merge", *sides)
    assert (ran.code, ran.err.startswith(f"{sides[missing]}: no-registry")) == (3, True)
    assert {each: each.read_bytes() for each in sides if each.exists()} == before


def test_bytes_that_are_no_text_are_left_to_git(run: Run, sides: tuple[Path, Path, Path]) -> None:
    sides[1].write_bytes(BASE.encode().replace(b'"Soil"', b'"S\xf6il"'))
    sides[2].write_text(BASE.replace("2017-04-04", "2017-04-05"))
    ran = run("merge", *sides)
    assert (ran.code, "not-merged" in ran.err, "ours is not UTF-8" in ran.err) == (3, True, True)
    assert sides[1].read_bytes().count(b"2017-04-05") == 1
    assert b'"S\xf6il"' in sides[1].read_bytes()


def test_without_git_both_are_kept_whole(
    run: Run, sides: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    sides[2].write_text("[[call")
    assert run("merge", *sides).code == 3
    assert sides[1].read_text() == f"<<<<<<< ours\n{BASE}=======\n[[call\n>>>>>>> theirs\n"


@pytest.mark.skipif(shutil.which("git") is None, reason="git joins the lines")
def test_a_failure_of_its_own_leaves_the_lines_joined(
    run: Run, sides: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: str) -> None:
        raise MemoryError

    monkeypatch.setattr("clustercalls.cli.keep.merge.merged", fails)
    sides[1].write_text(BASE.replace("2017-05-05", "2017-05-06"))
    sides[2].write_text(BASE.replace("2017-05-05", "2017-05-07"))
    assert run("merge", *sides).code not in {0, 1}
    assert "=======\ndeadline = 2017-05-07\n>>>>>>> theirs\n" in sides[1].read_text()


def test_it_is_not_in_the_help_and_not_on_tab(run: Run) -> None:
    assert " merge " not in run("--help").out
    assert "Usage: clustercalls merge" in run("merge", "--help").out


# ---- init --git


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    folder = tmp_path / "clone"
    folder.mkdir()
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    return folder


def asked(path: Path) -> bytes:
    """What git says of how it merges a file."""
    words = ["git", "-C", str(path.parent), "check-attr", "-z", "merge", "--", path.name]
    return subprocess.run(words, capture_output=True, check=True).stdout.split(b"\0")[2]


@pytest.mark.parametrize("later", ["calls.toml merge=union", "*.toml -merge", "* merge=binary", "*.md text"])
def test_a_later_line_that_says_another_thing_does_not_win(run: Run, clone: Path, later: str) -> None:
    attributes = clone / ".gitattributes"
    attributes.write_text(f"/calls.toml merge=clustercalls\n{later}\n")
    before = attributes.read_text()
    said = run("init", "--git", clone / "calls.toml").out
    assert asked(clone / "calls.toml") == b"clustercalls"
    assert ("Git knows already" in said) is (later == "*.md text")
    assert attributes.read_text() == before + "/calls.toml merge=clustercalls\n" * (later != "*.md text")


def test_where_git_cannot_be_asked_the_last_line_counts(
    run: Run, clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (clone / ".gitattributes").write_text("/calls.toml merge=clustercalls\ncalls.toml merge=union\n")
    with monkeypatch.context() as patch:
        patch.setenv("PATH", "/nonexistent")
        assert "Git merges it entry by entry" in run("init", "--git", clone / "calls.toml").out
        assert "Git knows already" in run("init", "--git", clone / "calls.toml").out
    assert asked(clone / "calls.toml") == b"clustercalls"


@pytest.mark.parametrize("why", ["variable", "folder", "option"])
def test_without_a_path_it_is_the_registry_in_use(
    run: Run, clone: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    path = clone / "calls.toml"
    path.write_text(BASE)
    if why == "variable":
        monkeypatch.setenv("CLUSTERCALLS_REGISTRY", str(path))
    if why == "folder":
        monkeypatch.chdir(clone)
    ran = run("init", "--git", *(("-r", path) if why == "option" else ()))
    assert (ran.code, ran.err, asked(path), path.read_text()) == (0, "", b"clustercalls", BASE)
    assert not (Path.home() / ".local").exists()


def test_outside_a_repository_it_says_so_and_writes_no_attributes(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(BASE)
    ran = run("init", "--git", path)
    assert ran.out == (
        f"{path} is in no repository of git. There, first:\n  git init\n  clustercalls init --git {path}\n"
    )
    assert (ran.code, [each.name for each in tmp_path.glob(".git*")]) == (0, [])


def test_init_tells_git_once(run: Run, clone: Path) -> None:
    (clone / ".gitattributes").write_text("*.md text")
    for said in ("Git merges it entry by entry", "Git knows already"):
        ran = run("init", "--git", clone / "calls.toml")
        assert (ran.code, ran.err) == (0, "")
        assert f"{said}: /calls.toml merge=clustercalls in {clone / '.gitattributes'}\n" in ran.out
        assert ran.out.endswith(f"  {CONFIG}\n")
    assert (clone / ".gitattributes").read_text() == "*.md text\n/calls.toml merge=clustercalls\n"
    assert (clone / "calls.toml").read_text().startswith("#")


@pytest.mark.parametrize(
    "name", ["calls.toml", "my calls.toml", "c[1].toml", 'a"b.toml', "#c.toml", "è\\.toml", "!x.toml"]
)
def test_git_understands_every_name(run: Run, clone: Path, name: str) -> None:
    assert run("init", "--git", clone / name).code == 0
    assert asked(clone / name) == b"clustercalls"


def test_an_attributes_file_that_is_not_ours_stays(run: Run, clone: Path) -> None:
    (clone / ".gitattributes").symlink_to("theirs")
    ran = run("init", "--git", clone / "calls.toml")
    assert (ran.code, ".gitattributes is no file to add to" in ran.out) == (0, True)
    assert not (clone / "theirs").exists()

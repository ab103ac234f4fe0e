"""Two colleagues who each add to one registry, and real git that joins what they did."""

import itertools
import shutil
import subprocess
from pathlib import Path

import pytest
import tomli

from conftest import Run

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
BASE = 'schema = 1\n\n[[call]]\nid = "base"\ntitle = "Base"\ndeadline = 2027-04-05\nchecked = 2027-01-01\n'
# As topics of one call are: all but the title is the same.
SAME = (
    "--programme", "HORIZON", "--opens", "2027-05-01", "--deadline", "2027-09-09", "--budget", "8M", "--url",
    "https://a.example", "--tag", "soil", "--source-title", "Portal", "--as-of", "2027-01-10",
)  # fmt: skip
STEPS = ("--stage", "first=2027-05-06", "--stage", "second=2027-10-07", "--stage", "decision=2028-01-01")


def git(folder: Path, *words: str) -> str:
    """What git says; a test fails where it refuses."""
    named = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@example.org", *words]
    return subprocess.run(named, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder in git with a registry of one entry."""
    folder = tmp_path / "shared"
    folder.mkdir()
    (folder / "calls.toml").write_text(BASE)
    git(folder, "init", "-q", "-b", "main")
    (folder / ".gitignore").write_text("*.lock\n")
    return folder


def saved(folder: Path, branch: str = "") -> None:
    """All that there is, on a new branch of `main` if one is named."""
    if branch:
        git(folder, "checkout", "-q", "-b", branch)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "as it is")
    git(folder, "checkout", "-q", "main")


def added(run: Run, folder: Path, title: str, *more: str) -> None:
    ran = run("add", "--title", title, *SAME, *more, "-r", folder / "calls.toml")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def whole(path: Path) -> dict[str, object]:
    return {each["id"]: each for each in tomli.loads(path.read_text())["call"]}


@pytest.mark.parametrize(
    ("one", "two"), list(itertools.product([(), STEPS, ("--note", "A note.")], [(), STEPS, STEPS[:2]]))
)
def test_git_joins_two_adds_by_lines(
    one: tuple[str, ...], two: tuple[str, ...], run: Run, shared: Path
) -> None:
    (shared / ".gitattributes").write_text("*.toml merge=union\n")
    saved(shared)
    meant: dict[str, object] = {}
    for branch, title, more in (("a", "Topic A", one), ("b", "Topic B", two), ("c", "Topic C", ())):
        added(run, shared, title, *more)
        meant |= whole(shared / "calls.toml")
        saved(shared, branch)
    for branch in "abc":
        git(shared, "merge", "-q", branch, "-m", "both")
    assert whole(shared / "calls.toml") == meant  # every fact of each entry, and none of another's
    assert run("check", shared / "calls.toml").code == 0
    assert run("set", "topic-a", "owner=anna", "-r", shared / "calls.toml").code == 0


def test_one_id_on_both_sides_is_told(run: Run, shared: Path) -> None:
    (shared / ".gitattributes").write_text("calls.toml merge=union\n")
    saved(shared)
    for branch, day in (("a", "2027-06-06"), ("b", "2027-07-07")):
        ran = run("add", "--title", "Topic", "--deadline", day, "-r", shared / "calls.toml")
        assert ran.code == 0
        saved(shared, branch)
    for branch in "ab":
        git(shared, "merge", "-q", branch, "-m", "both")
    checked = run("check", shared / "calls.toml")
    assert (checked.code, "topic" in checked.out) == (1, True)
    assert run("show", "base", "-r", shared / "calls.toml").code == 3  # the others are read as ever


@pytest.mark.parametrize("attributes", ["", "*.md merge=union\n", "*.toml -merge\n", "*.toml merge=ours\n"])
def test_lines_are_marked_only_where_git_joins_them(attributes: str, run: Run, shared: Path) -> None:
    (shared / ".gitattributes").write_text(attributes)
    added(run, shared, "Topic A")
    assert "#" not in (shared / "calls.toml").read_text()


def test_a_file_an_entry_joins_without_a_word(run: Run, shared: Path) -> None:
    saved(shared)
    for branch in "ab":
        title, name = f"Topic {branch}", f"topic-{branch}.toml"
        ran = run("add", "--title", title, *SAME, "--file", name, "-r", shared)
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        assert list(whole(shared / name)) == [f"topic-{branch}"]
        saved(shared, branch)
    for branch in "ab":
        git(shared, "merge", "-q", branch, "-m", "both")
    assert (shared / "calls.toml").read_text() == BASE
    assert run("list", "-r", shared, "--columns", "id", "--as-of", "2027-01-10").out.split()[1:] == [
        "base", "topic-a", "topic-b",
    ]  # fmt: skip
    assert run("move", "topic-a", "topic-b", "2027-10-11", "-r", shared).code == 0


def test_a_new_file_is_made_in_a_folder_of_the_registry_alone(run: Run, shared: Path, tmp_path: Path) -> None:
    one = shared / "calls.toml"
    new = shared / "new.toml"
    add = ("add", "--title", "T", "--deadline", "2027-09-09")
    for typed in (
        (*add, "--file", new, "-r", one),  # nobody would read it
        (*add, "--file", tmp_path / "new.toml", "-r", shared),
        (*add, "--file", shared / "new.txt", "-r", shared),
        (*add, "--file", shared / ".new.toml", "-r", shared),
        (*add[:3], "--deadline", "soonish", "--file", new, "-r", shared),
        ("add", "--title", "T", "--rate", "400", "--file", new, "-r", shared),
    ):
        ran = run(*typed)
        assert (ran.code, ran.out) == (2, "")
        assert sorted(each.name for each in shared.glob("*.toml")) == ["calls.toml"]
    ran = run(*add, "--file", new, "--dry-run", "-r", shared)
    assert (ran.code, ran.err, new.exists(), '+id = "t"' in ran.out) == (0, "", False, True)
    assert run(*add, "--file", new, "-r", shared).code == 0
    assert run("undo", "-r", shared).code == 0
    assert new.read_text() == ""
    assert run("check", shared).code == 0


def test_the_editor_begins_a_file_too(
    run: Run, shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = tmp_path / "typed"
    typed.write_text('[[call]]\ntitle = "Topic"\n')
    monkeypatch.setenv("EDITOR", f"cp {typed}")
    assert run("add", "--edit", "--file", "topic.toml", "-r", shared).code == 0
    assert list(whole(shared / "topic.toml")) == ["topic"]
    typed.write_text("[[call]]\n")
    assert run("add", "--edit", "--file", "other.toml", "-r", shared).code == 2
    assert not (shared / "other.toml").exists()

"""Of several paths that are named, one that cannot be looked into stops no command, and is named."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from closed import stopped
from clustercalls.cli.table import COMMANDS, EXPORT
from conftest import BUNDLED, Run
from every_line import BESIDE, NETWORK, READS_NONE, SAYS_IT_ITSELF, typed

pytestmark = pytest.mark.skipif(os.geteuid() == 0 and sys.platform != "linux", reason="root may read all")


def a_closed_folder(path: Path) -> Path:
    path.mkdir()
    path.joinpath("b.toml").write_text('[[call]]\nid = "b"\ntitle = "B"\n')
    path.chmod(0)
    return path


def a_file_of_a_closed_folder(path: Path) -> Path:
    return a_closed_folder(path) / "b.toml"


def a_folder_that_shows_no_names(path: Path) -> Path:
    a_closed_folder(path).chmod(0o300)
    return path


def an_empty_folder(path: Path) -> Path:
    path.mkdir()
    return path


def a_link_to_a_closed_folder(path: Path) -> Path:
    link = path.with_name("link")
    link.symlink_to(a_closed_folder(path))
    return link


def a_link_in_a_circle(path: Path) -> Path:
    path.symlink_to(path)
    return path


KINDS: dict[str, Callable[[Path], Path]] = {
    each.__name__: each
    for each in (
        a_closed_folder, a_file_of_a_closed_folder, a_folder_that_shows_no_names, an_empty_folder,
        a_link_to_a_closed_folder, a_link_in_a_circle,
    )
}  # fmt: skip


def test_every_command_is_tried_here() -> None:
    assert {*COMMANDS, *EXPORT} - NETWORK <= {*BESIDE}


@pytest.fixture
def good(tmp_path: Path) -> Path:
    folder = tmp_path / "good"
    folder.mkdir()
    folder.joinpath("a.toml").write_bytes(BUNDLED.read_bytes())
    return folder


def opened(path: Path) -> None:
    """Lets the end of a test clear it away."""
    for each in (path, path.parent):
        if not each.is_symlink() and os.access(each.parent, os.X_OK) and each.is_dir():
            each.chmod(0o700)


@pytest.mark.parametrize("name", BESIDE)
@pytest.mark.parametrize("kind", KINDS)
def test_beside_it_a_command_does_what_it_does_without_it(
    kind: str, name: str, tmp_path: Path, good: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    file, words = good / "a.toml", typed(name, good)

    def afresh() -> None:
        file.write_bytes(BUNDLED.read_bytes())
        for each in (Path("calendar"), Path("out"), Path.home() / ".local", Path.home() / ".cache"):
            shutil.rmtree(each, ignore_errors=True)
        Path("new.toml").unlink(missing_ok=True)
        if name == "undo":
            assert run(*typed("set", good)).code == 0

    afresh()
    wanted, after = run(*words), file.read_bytes()
    afresh()
    bad, at = KINDS[kind](tmp_path / "bad"), words.index("-r")
    try:
        with stopped():
            ran = run(*words[:at], "-r", bad, *words[at:])
    finally:
        opened(tmp_path / "bad")
    assert file.read_bytes() == after
    if name in READS_NONE:
        assert ran.code == wanted.code
        return
    assert (ran.code, ran.err.count(f"{bad}: ") + ran.out.count(f"{bad}: ")) == (3, 1), ran
    assert "Traceback" not in ran.err
    if name not in SAYS_IT_ITSELF:
        assert ran.out == wanted.out


def test_what_was_last_done_in_it_is_not_passed_over(tmp_path: Path, good: Path, run: Run) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    for each, name in ((good, "a"), (bad, "b")):
        each.joinpath(f"{name}.toml").write_text(f'[[call]]\nid = "{name * 2}"\ntitle = "T"\n')
    both = ("-r", good, "-r", bad)
    assert run("set", "aa", "owner=anna", *both).code == run("set", "bb", "owner=anna", *both).code == 0
    bad.chmod(0)
    try:
        with stopped():
            refused = run("undo", *both)
    finally:
        bad.chmod(0o700)
    assert (refused.code, refused.err.count(str(bad)), "owner" in (good / "a.toml").read_text()) == (
        3,
        1,
        True,
    )
    assert run("undo", *both).code == run("undo", *both).code == 0
    assert [b"owner" in each.read_bytes() for each in (good / "a.toml", bad / "b.toml")] == [False, False]
    for name in ("bb", "aa"):
        run("set", name, "owner=bruno", *both)
    bad.chmod(0)
    try:
        with stopped():
            done = run("undo", *both)
    finally:
        bad.chmod(0o700)
    assert (done.code, done.err.count(str(bad)), "owner" in (good / "a.toml").read_text()) == (3, 1, False)


@pytest.mark.parametrize(
    "named", [(), ("--file", "new.toml"), ("--file", "bad/new.toml"), ("--file", "bad/b.toml")]
)
def test_nothing_is_added_elsewhere_than_in_it(
    named: tuple[str, ...], tmp_path: Path, good: Path, run: Run
) -> None:
    bad = a_closed_folder(tmp_path / "bad")
    words = [str(tmp_path / each) if "/" in each else each for each in named]
    try:
        with stopped():
            ran = run("add", "--title", "N", *words, "-r", good, "-r", bad)
    finally:
        opened(bad)
    is_elsewhere = named == ("--file", "new.toml")  # a name alone is meant in the folder that is there
    assert (ran.code, ran.err.count(f"{bad}: ")) == (3, 1)
    assert [each.name for each in good.glob("new*.toml")] == (["new.toml"] if is_elsewhere else [])
    assert good.joinpath("a.toml").read_bytes() == BUNDLED.read_bytes()
    assert [each.name for each in bad.iterdir()] == ["b.toml"]


@pytest.mark.parametrize("line_of", [("init", "bad/new.toml"), ("export", "ics", "-o", "bad/x.ics")])
def test_what_cannot_be_made_in_it_is_named(
    line_of: tuple[str, ...], tmp_path: Path, good: Path, run: Run
) -> None:
    bad = a_closed_folder(tmp_path / "bad")
    words = [str(tmp_path / each) if "/" in each else each for each in line_of]
    try:
        with stopped():
            ran = run(*words, *(() if "init" in line_of else ("-r", good)))
    finally:
        opened(bad)
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.startswith(f"{words[-1]}: cannot-write: "), ran

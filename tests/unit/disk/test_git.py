"""What git keeps of a file and a folder; git itself is asked, once for all of these tests."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.disk.git import at_revision, joins_lines, names_at_revision
from clustercalls.errors import InputRefused, UsageRefused


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder below the top of a repository: committed once, changed since."""
    top = tmp_path_factory.mktemp("repository")
    folder = top / "calls"
    folder.mkdir()
    (top / "above.toml").touch()
    (folder / "calls.toml").write_bytes(b"old\r\n")
    (folder / "\u00e8 b.toml").touch()
    identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "core.autocrlf=false"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "first", "--no-gpg-sign"]):
        subprocess.run(["git", "-C", top, *identity, *words], check=True, capture_output=True)
    (folder / "calls.toml").write_bytes(b"new\n")
    (folder / "later.toml").touch()
    return folder


def test_a_file_is_as_it_was_committed_byte_for_byte(folder: Path) -> None:
    assert at_revision(folder / "calls.toml", "HEAD") == b"old\r\n"


def test_a_folder_has_the_names_it_had_and_no_others(folder: Path) -> None:
    assert names_at_revision(folder, "HEAD") == ["calls.toml", "\u00e8 b.toml"]


def test_a_link_stands_for_what_it_leads_to(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder / "calls.toml")
    (tmp_path / "links").symlink_to(folder)
    assert at_revision(tmp_path / "link", "HEAD") == b"old\r\n"
    assert "calls.toml" in names_at_revision(tmp_path / "links", "HEAD")


# what is asked for, and a word of the reason
REFUSED: list[tuple[str, Callable[[Path], object], str]] = [
    ("no such revision", lambda folder: at_revision(folder / "calls.toml", "nothing"), "nothing"),
    ("an option", lambda folder: at_revision(folder / "calls.toml", "--format=%H"), "--format"),
    ("an option of ls-tree", lambda folder: names_at_revision(folder, "--help"), "--help"),
    ("a NUL", lambda folder: at_revision(folder / "calls.toml", "a\0b"), "it cannot be started"),
    ("not there then", lambda folder: at_revision(folder / "later.toml", "HEAD"), "later.toml"),
    ("no folder", lambda folder: names_at_revision(folder / "none", "HEAD"), "none"),
    ("no repository", lambda folder: at_revision(Path("calls.toml"), "HEAD"), "not a git repository"),
]


@pytest.mark.parametrize(
    ("ask", "reason"), [pytest.param(ask, reason, id=name) for name, ask, reason in REFUSED]
)
def test_what_git_does_not_have_is_refused_in_its_words(
    ask: Callable[[Path], object], reason: str, folder: Path
) -> None:
    with pytest.raises(UsageRefused) as refused:
        ask(folder)
    assert refused.value.problem.code == "no-revision"
    assert reason in refused.value.problem.message


def test_a_machine_without_git_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageRefused) as refused:
        at_revision(folder / "calls.toml", "HEAD")
    assert "it cannot be started" in refused.value.problem.message


def test_a_file_larger_than_one_may_be_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clustercalls.disk.git.FILE_BYTES", 4)
    monkeypatch.setattr("clustercalls.disk.read.FILE_BYTES", 4)
    with pytest.raises(InputRefused) as refused:
        at_revision(folder / "calls.toml", "HEAD")
    assert refused.value.problem.code == "too-large"
    assert "calls.toml" in refused.value.problem.place.file


def test_a_child_that_git_leaves_behind_is_not_waited_for(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = shutil.which("git")
    (tmp_path / "git").write_text(f'#!/bin/sh\nsleep 30 & echo $! >"{tmp_path}/pid"\n"{real}" "$@"\n')
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    start = time.monotonic()
    assert at_revision(folder / "calls.toml", "HEAD") == b"old\r\n"
    os.kill(int((tmp_path / "pid").read_text()), signal.SIGKILL)
    assert time.monotonic() - start < 10


@pytest.mark.parametrize(("attributes", "joined"), [
    ("*.toml merge=union\n", True), ("calls.toml  text merge=union eol=lf\n", True),
    ("*.toml merge=union\ncalls.toml -merge\n", False), ("*.md merge=union\n", False),
    ("*.toml merge\n", False), ("", False),
])  # fmt: skip
def test_whether_git_joins_lines_is_what_it_says_itself(
    tmp_path: Path, attributes: str, joined: bool
) -> None:
    (tmp_path / ".gitattributes").write_text(attributes)
    (tmp_path / "deep").mkdir()
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "deep" / "calls.toml")
    assert not joins_lines(tmp_path / "deep" / "calls.toml")  # in no repository
    subprocess.run(["git", "-C", tmp_path, "init", "-q"], check=True)
    assert joins_lines(tmp_path / "deep" / "calls.toml") is joined
    assert joins_lines(link) is joined  # the file itself is what git keeps


def test_without_git_no_lines_are_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".gitattributes").write_text("*.toml merge=union\n")
    (tmp_path / ".git").mkdir()  # which is none
    assert not joins_lines(tmp_path / "calls.toml")
    monkeypatch.setenv("PATH", "/nonexistent")
    assert not joins_lines(tmp_path / "calls.toml")

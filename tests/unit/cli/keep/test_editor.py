"""The editor is a program with its arguments, no line of a shell; what was written in it is never lost."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clustercalls.cli.keep.editor import Draft
from clustercalls.errors import Refusal

Editor = Callable[[str], None]


@pytest.fixture(autouse=True)
def _drafts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


@pytest.fixture
def editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Editor:
    """An editor that runs this script on the file `$1`."""

    def use(script: str) -> None:
        program = tmp_path / "my editor"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o700)
        monkeypatch.setenv("VISUAL", f"'{program}'")

    return use


@pytest.fixture
def draft() -> Iterator[Draft]:
    made = Draft("a\r\nè")
    yield made
    made.drop()
    assert not made.path.exists()


def test_what_is_written_is_what_is_edited(editor: Editor, draft: Draft) -> None:
    assert draft.path.read_bytes() == "a\r\nè".encode()
    editor('printf x >> "$1"')
    assert draft.edited().endswith("èx")


def test_a_draft_can_be_written_whatever_the_umask() -> None:
    before = os.umask(0o777)
    try:
        made = Draft("a")
    finally:
        os.umask(before)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    made.drop()


@pytest.mark.parametrize(
    ("visual", "usual", "started"),
    [
        ("/bin/false", "/bin/true", False),
        ("", "/bin/false", False),
        ("", "/bin/true", True),
        ("sh -c 'exit 0' ;", "", True),  # no shell takes the semicolon for its own
    ],
)
def test_which_editor(
    monkeypatch: pytest.MonkeyPatch, draft: Draft, visual: str, usual: str, started: bool
) -> None:
    monkeypatch.setenv("VISUAL", visual)
    monkeypatch.setenv("EDITOR", usual)
    if started:
        assert draft.edited()
    else:
        with pytest.raises(Refusal, match="1"):
            draft.edited()


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("exit 3", "editor-failed"),
        ("printf '\\377' > \"$1\"", "not-text"),
        ('rm "$1"', "unreadable"),
    ],
)
def test_what_an_editor_can_do(editor: Editor, draft: Draft, script: str, code: str) -> None:
    editor(script)
    with pytest.raises(Refusal) as refused:
        draft.edited()
    assert refused.value.problem.code == code
    assert draft.path.exists() is not script.startswith("rm")


@pytest.mark.parametrize("named", ["/nowhere/vim", "vim 'unclosed"])
def test_an_editor_that_cannot_be_started(monkeypatch: pytest.MonkeyPatch, draft: Draft, named: str) -> None:
    monkeypatch.setenv("VISUAL", named)
    with pytest.raises(Refusal) as refused:
        draft.edited()
    assert refused.value.problem.code == "no-editor"


def test_without_a_name_it_is_vi(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, draft: Draft) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "vi").write_text('#!/bin/sh\nprintf x > "$1"\n')
    (tmp_path / "vi").chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert draft.edited() == "x"


def test_a_stream_that_was_closed_is_nothing_to_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], editor: Editor, draft: Draft
) -> None:
    editor("echo told")
    draft.edited()
    assert capfd.readouterr().out == "told\n"
    monkeypatch.setattr(sys, "stdout", None)
    draft.edited()
    assert capfd.readouterr().out == ""


def test_a_draft_that_cannot_be_taken_away_does_not_undo_what_is_written() -> None:
    draft = Draft("a text")
    draft.path.unlink()
    draft.path.mkdir()  # what is no file cannot be unlinked
    draft.drop()


def test_no_place_for_a_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    with pytest.raises(Refusal) as refused:
        Draft("a text")
    assert refused.value.problem.code == "cannot-write"

"""The editor is a program with its arguments, no line of a shell; what was written in it is never lost."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clustercalls.cli.keep.editor import EditorDraft
from clustercalls.errors import InputRefused, Refusal, WorldFailed
from clustercalls.limits import FILE_BYTES

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
def draft() -> Iterator[EditorDraft]:
    made = EditorDraft("a\r\nè")
    yield made
    made.drop()
    assert not made.path.exists()


def test_what_is_written_is_what_is_edited(editor: Editor, draft: EditorDraft) -> None:
    assert draft.path.read_bytes() == "a\r\nè".encode()
    editor('printf x >> "$1"')
    assert draft.edited().endswith("èx")


def test_a_draft_can_be_written_whatever_the_umask() -> None:
    before = os.umask(0o777)
    try:
        made = EditorDraft("a")
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
    monkeypatch: pytest.MonkeyPatch, draft: EditorDraft, visual: str, usual: str, started: bool
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
def test_what_an_editor_can_do(editor: Editor, draft: EditorDraft, script: str, code: str) -> None:
    editor(script)
    with pytest.raises(Refusal) as refused:
        draft.edited()
    assert refused.value.problem.code == code
    assert draft.path.exists() is not script.startswith("rm")


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ('rm "$1"; mkfifo "$1"', "pipe"),
        ('ln -sf "$0" "$1"', "link, which is not followed"),
        ('ln -sf nowhere "$1"', "link, which is not followed"),
        ('rm "$1"; mkdir "$1"', "folder"),
        ('rm "$1"; ln -s "$1" "$1"', "link, which is not followed"),
        (
            'rm "$1"; python3 -c "import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])" "$1"',
            "socket",
        ),
    ],
)
def test_what_an_editor_leaves_that_is_no_file_is_named_and_stays(
    editor: Editor, script: str, reason: str
) -> None:
    editor(script)
    draft = EditorDraft("a text")
    with pytest.raises(WorldFailed) as refused:
        draft.edited()
    its = refused.value.problem
    assert (its.code, its.place.file, reason in its.message) == ("unreadable", str(draft.path), True)
    assert os.path.lexists(draft.path)


def test_a_text_over_the_limit_is_named_and_kept(editor: Editor) -> None:
    editor(f'truncate -s {FILE_BYTES + 1} "$1"')
    draft = EditorDraft("a text")
    with pytest.raises(InputRefused) as refused:
        draft.edited()
    assert (refused.value.problem.code, draft.path.stat().st_size) == ("too-large", FILE_BYTES + 1)


@pytest.mark.parametrize("named", ["/nowhere/vim", "vim 'unclosed"])
def test_an_editor_that_cannot_be_started(
    monkeypatch: pytest.MonkeyPatch, draft: EditorDraft, named: str
) -> None:
    monkeypatch.setenv("VISUAL", named)
    with pytest.raises(Refusal) as refused:
        draft.edited()
    assert refused.value.problem.code == "no-editor"


def test_without_a_name_it_is_vi(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, draft: EditorDraft) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "vi").write_text('#!/bin/sh\nprintf x > "$1"\n')
    (tmp_path / "vi").chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("stdin", "stdout"):
        monkeypatch.setattr(getattr(sys, name), "isatty", lambda: True)
    assert draft.edited() == "x"


@pytest.mark.parametrize("without", [("stdin",), ("stdout",), ("stdin", "stdout")])
@pytest.mark.parametrize("closed", [True, False])
def test_without_a_name_and_a_terminal_none_is_started(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    draft: EditorDraft,
    without: tuple[str, ...],
    closed: bool,
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "vi").write_text('#!/bin/sh\nprintf x > "$1"\n')
    (tmp_path / "vi").chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("stdin", "stdout"):
        monkeypatch.setattr(getattr(sys, name), "isatty", lambda name=name: name not in without)
    if closed:
        for name in without:
            monkeypatch.setattr(sys, name, None)
    with pytest.raises(WorldFailed) as refused:
        draft.edited()
    assert (refused.value.problem.code, "terminal" in refused.value.problem.message) == ("no-editor", True)
    assert not draft.path.exists()  # nobody wrote anything in it


def test_a_stream_that_was_closed_is_nothing_to_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], editor: Editor, draft: EditorDraft
) -> None:
    editor("echo told")
    draft.edited()
    assert capfd.readouterr().out == "told\n"
    monkeypatch.setattr(sys, "stdout", None)
    draft.edited()
    assert capfd.readouterr().out == ""


def test_a_draft_that_cannot_be_taken_away_does_not_undo_what_is_written() -> None:
    draft = EditorDraft("a text")
    draft.path.unlink()
    draft.path.mkdir()  # what is no file cannot be unlinked
    draft.drop()


def test_no_place_for_a_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    with pytest.raises(Refusal) as refused:
        EditorDraft("a text")
    assert refused.value.problem.code == "cannot-write"

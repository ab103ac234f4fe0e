"""`clustercalls edit` and `add --edit`, with editors that are scripts."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from hand_written import HAND_WRITTEN, changed

Write = Callable[..., Path]
Editor = Callable[[str], None]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """An editor that runs this shell script on the file `$1`."""

    def use(script: str) -> None:
        path = tmp_path / "my editor"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("VISUAL", f"'{path}'")
        monkeypatch.setenv("TMPDIR", str(tmp_path / "work"))
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "work"))

    return use


def kept(tmp_path: Path) -> list[str]:
    return [path.read_text() for path in (tmp_path / "work").glob("clustercalls-*.toml")]


def test_an_entry_in_the_editor(run: Run, registry: Write, editor: Editor, tmp_path: Path) -> None:
    path = registry(HAND_WRITTEN)
    editor("sed -i 's/value chains/value nets/' \"$1\"")
    ran = run("edit", "innosup", "-r", path)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert len(changed(HAND_WRITTEN, path.read_text())) == 4
    assert path.read_text() == HAND_WRITTEN.replace("value chains", "value nets")
    assert kept(tmp_path) == []


def test_line_ends_come_back_as_they_were(run: Run, registry: Write, editor: Editor) -> None:
    text = HAND_WRITTEN.replace("\n", "\r\n")
    path = registry("")
    path.write_bytes(text.encode())
    editor('grep -q "$(printf \'\\r\')" "$1" && exit 1; sed -i \'s/value chains/value nets/\' "$1"')
    assert run("edit", "innosup", "-r", path).code == 0
    assert path.read_bytes().decode() == text.replace("value chains", "value nets")


@pytest.mark.parametrize(("script", "code"), [
    ("sed -i 's/programme=/programm=/' \"$1\"", 2), ("echo '[[[' >> \"$1\"", 3), (': > "$1"', 2),
    ("sed -i 's/innosup-1-2017/small-grants/' \"$1\"", 2), ("exit 7", 4), ("printf '\\377' >> \"$1\"", 2),
    ("printf '[[call]]\\nid=\"x\"\\ntitle=\"X\"\\n' >> \"$1\"", 2),
])  # fmt: skip
def test_a_problem_keeps_the_text(
    script: str, code: int, run: Run, registry: Write, editor: Editor, tmp_path: Path
) -> None:
    path = registry(HAND_WRITTEN)
    editor(script)
    ran = run("edit", "innosup", "-r", path)
    assert (ran.code, path.read_text()) == (code, HAND_WRITTEN)
    assert "clustercalls-" in ran.err
    assert list((tmp_path / "work").glob("clustercalls-*.toml"))


def test_a_change_meanwhile_is_told(run: Run, registry: Write, editor: Editor, tmp_path: Path) -> None:
    path = registry(HAND_WRITTEN)
    editor(f"sed -i 's/chains/nets/' \"$1\"; sed -i 's/# planned/# meanwhile/' '{path}'")
    ran = run("edit", "innosup", "-r", path)
    assert (ran.code, path.read_text()) == (4, HAND_WRITTEN.replace("# planned", "# meanwhile"))
    assert len(kept(tmp_path)) == 1


def test_a_change_meanwhile_elsewhere_is_no_matter(run: Run, registry: Write, editor: Editor) -> None:
    path = registry(HAND_WRITTEN)
    editor(f"sed -i 's/chains/nets/' \"$1\"; echo '# later' >> '{path}'")
    assert run("edit", "innosup", "-r", path).code == 0
    assert path.read_text() == HAND_WRITTEN.replace("chains", "nets") + "# later\n"


def test_nothing_edited_is_nothing_written(run: Run, registry: Write, editor: Editor) -> None:
    path = registry(HAND_WRITTEN)
    editor("true")
    assert run("edit", "innosup", "-r", path).code == 0
    assert run("add", "--edit", "-r", path).code == 0
    assert path.read_text() == HAND_WRITTEN


def test_no_shell_reads_the_editor(run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = registry(HAND_WRITTEN)
    monkeypatch.setenv("VISUAL", "no-such-editor; touch pwned")
    ran = run("edit", "innosup", "-r", path)
    assert (ran.code, Path("pwned").exists(), path.read_text()) == (4, False, HAND_WRITTEN)
    assert "no-such-editor" in ran.err


def test_several_new_entries_at_once(run: Run, registry: Write, editor: Editor, tmp_path: Path) -> None:
    path = registry(HAND_WRITTEN)
    editor(
        "cat > \"$1\" <<'END'\n"
        '[[call]]  # mine\ntitle = "Write to us"  # soon\ndeadline = "2027-02"\n\n'
        '[[event]]\nid = "fair"\ntitle = "Fair"\nEND'
    )
    ran = run("add", "--edit", "-r", path, "--as-of", "2027-01-01")
    assert ran.code == 0, ran.err
    assert path.read_text() == HAND_WRITTEN + (
        '\n[[call]]  # mine\nid = "write-to-us"\nchecked = 2027-01-01\n'
        'title = "Write to us"  # soon\ndeadline = "2027-02"\n'
        '\n[[event]]\nchecked = 2027-01-01\nid = "fair"\ntitle = "Fair"\n'
    )
    assert kept(tmp_path) == []


def test_a_new_entry_without_a_title_is_kept(
    run: Run, registry: Write, editor: Editor, tmp_path: Path
) -> None:
    path = registry(HAND_WRITTEN)
    editor('echo \'note = "n"\' >> "$1"')
    assert run("add", "--edit", "-r", path).code == 2
    assert path.read_text() == HAND_WRITTEN
    assert len(kept(tmp_path)) == 1

"""`clustercalls edit` and `add --edit`, with editors that are scripts."""

import difflib
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
        '\n[[call]]  # mine\nid = "write-to-us"\n'
        'title = "Write to us"  # soon\ndeadline = "2027-02"\nchecked = 2027-01-01\n'
        '\n[[event]]\nid = "fair"\ntitle = "Fair"\nchecked = 2027-01-01\n'
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


AS_OF = ("--as-of", "2017-03-01")
ROW = '\n  [[call.history]]\n  stage = "first"\n  was = 2017-04-04\n  noticed = 2017-03-01\n'
EDITS = [
    # a date, an hour, a status
    ("innosup", "sed -i 's/2017-04-04/2017-04-06/' \"$1\"", ['stage = "first"', "was = 2017-04-04"]),
    ("innosup", "sed -i 's/2017-04-04/2017-04-04T12:00/' \"$1\"", ['stage = "first"', "was = 2017-04-04"]),
    ("innosup", "sed -i 's/^programme.*/status = \"suspended\"/' \"$1\"", []),
    ("small", "sed -i 's/17:00/12:00/' \"$1\"", ['stage = "deadline"', "was = 2027-05-20T17:00:00"]),
    ("small", "sed -i '/^deadline/d;/^at =/d' \"$1\"",
     ['stage = "deadline"', "was = 2027-05-20T17:00:00"]),
    ("conference", "sed -i 's/12-02/12-03/' \"$1\"", ['stage = "dates"', 'was = "2016-12-01/2016-12-02"']),
    # no date moved: another spelling, a stage more, a stage less, a short key that has a table now
    ("innosup", "sed -i 's/2017-04-04/\"2017-04-04\"/;s/value chains/nets/' \"$1\"", []),
    ("small", "printf '[[call.stage]]\\nkind = \"opens\"\\nwhen = 2027-01-01\\n' >> \"$1\"", []),
    ("innosup", "sed -i '/id = \"second\"/,$d' \"$1\"; sed -i '$d' \"$1\"", []),
    ("small", "sed -i '/^at =/d;s/^deadline.*/[[call.stage]]\\nid = \"first\"\\nkind = \"deadline\"\\nwhen = 2027-05-20T17:00:00/;/^checked/d' \"$1\"", []),  # noqa: E501
    # the person has written the row
    ("small", "sed -i s/05-20/05-27/ $1; printf '[[call.history]]\\nwas = 2027-05-20\\n' >> $1", []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "script", "row"), EDITS)
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_what_moved_in_the_editor_is_history(
    name: str,
    script: str,
    row: list[str],
    eol: str,
    run: Run,
    registry: Write,
    editor: Editor,
    tmp_path: Path,
) -> None:
    text = HAND_WRITTEN.replace("\n", eol)
    path = registry("")
    path.write_bytes(text.encode())
    editor(f"{script}; cp \"$1\" '{tmp_path}/left.toml'")
    ran = run("edit", name, "-r", path, *AS_OF)
    assert (ran.code, ran.err) == (0, "")
    after = path.read_bytes().decode()
    assert after.count("\n") == after.count(eol)
    lines = after.replace(eol, "\n").split("\n")
    mine = (tmp_path / "left.toml").read_text().rstrip("\n").split("\n")
    added = [line[2:].strip() for line in difflib.ndiff(mine, lines) if line.startswith("+ ")]
    head = [number for number, line in enumerate(added) if line.endswith(".history]]")]
    own = HAND_WRITTEN.count("history") + "\n".join(mine).count("history")
    assert after.count("history") == own + bool(row)
    if row:
        assert added[head[0] + 1 : head[0] + 2 + len(row)] == [*row, "noticed = 2017-03-01"]
    assert "lost-history" not in run("check", "-r", path).out
    assert run("undo", "-r", path).code == 0
    assert path.read_bytes() == text.encode()


def test_the_row_stands_at_the_end_of_its_own_block(run: Run, registry: Write, editor: Editor) -> None:
    path = registry(HAND_WRITTEN)
    editor("sed -i 's/2017-04-04/2017-04-06/' \"$1\"")
    assert run("edit", "innosup", "-r", path, *AS_OF).code == 0
    end = "  # nothing announced yet\n"
    assert path.read_text() == HAND_WRITTEN.replace("2017-04-04", "2017-04-06").replace(end, end + ROW)


def test_an_empty_text_stays_as_it_is(run: Run, registry: Write, editor: Editor) -> None:
    text = HAND_WRITTEN.replace('programme= "H2020"', 'programme = ""')
    path = registry(text)
    editor("sed -i 's/value chains/nets/' \"$1\"")
    assert run("edit", "innosup", "-r", path).code == 0
    assert path.read_text() == text.replace("value chains", "nets")


def test_no_place_for_a_draft_is_told(run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = registry(HAND_WRITTEN)
    with monkeypatch.context() as nowhere:  # no longer than the command: pytest keeps files there, too
        nowhere.setattr("tempfile.tempdir", None)
        nowhere.setattr("tempfile._candidate_tempdir_list", lambda: ["/proc/nonexistent"])
        ran = run("edit", "innosup", "-r", path)
    assert (ran.code, ran.out, path.read_text()) == (4, "", HAND_WRITTEN)
    assert ran.err.startswith("$TMPDIR: cannot-write: cannot be written: No usable temporary directory")


def test_a_draft_with_a_byte_order_mark_is_taken(
    run: Run, registry: Write, editor: Editor, tmp_path: Path
) -> None:
    path = registry(HAND_WRITTEN)
    editor(
        "sed -i 's/value chains/value nets/' \"$1\"\n"
        'printf "\\357\\273\\277" | cat - "$1" > "$1.n"; cat "$1.n" > "$1"; rm "$1.n"'
    )
    assert run("edit", "innosup", "-r", path).code == 0
    assert path.read_text() == HAND_WRITTEN.replace("value chains", "value nets")
    assert kept(tmp_path) == []


@pytest.mark.parametrize("named", ["/nowhere/editor", "'"])
def test_an_editor_that_does_not_start_leaves_no_draft(
    named: str, run: Run, registry: Write, editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor("")
    monkeypatch.setenv("VISUAL", named)
    ran = run("edit", "innosup", "-r", registry(HAND_WRITTEN))
    assert (ran.code, kept(tmp_path)) == (4, [])

"""What comes back from the editor is made whole and added, or the text is kept and it is said where."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.keep.add_in_editor import add_in_editor, until_sound
from clustercalls.cli.keep.desk import Editing, open_desk
from clustercalls.cli.keep.editor import EditorDraft
from clustercalls.cli.options import Common
from clustercalls.errors import Refusal, UsageRefused, WorldFailed, problem
from commands import Screen
from samples import SAMPLE

Write = Callable[..., Path]
Editor = Callable[..., None]
TODAY = "checked = 2017-03-01"


@pytest.fixture
def editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Editor:
    """An editor that leaves this text."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def use(text: str) -> None:
        (tmp_path / "written").write_text(text)
        monkeypatch.setenv("VISUAL", f"cp {tmp_path / 'written'}")

    return use


def drafts(tmp_path: Path) -> list[Path]:
    return list(tmp_path.glob("clustercalls-*.toml"))


def added(path: Path, other: Path | None = None) -> int:
    common = Common(registry=[path, *([other] if other else [])])
    return add_in_editor(open_desk("add", common, "2017-03-01", Editing()), path, "call")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('[[call]]\ntitle = "A"\n', ["[[call]]", 'id = "a"', 'title = "A"', TODAY]),
        ('[[call]]\nid = ""\ntitle = "Fair"\n', ["[[call]]", 'id = "fair-2"', 'title = "Fair"', TODAY]),
        ('[[event]]\nid = "x"  # mine\ntitle = "A"\nchecked = 2016-01-01\n',
         ["[[event]]", 'id = "x"  # mine', 'title = "A"', "checked = 2016-01-01"]),
    ],
)  # fmt: skip
def test_what_is_missing_is_made_and_what_is_there_stays(
    registry: Write, editor: Editor, tmp_path: Path, text: str, lines: list[str]
) -> None:
    path = registry(SAMPLE)
    editor(text)
    assert added(path) == 0
    assert path.read_text().removeprefix(SAMPLE).split("\n\n")[-1].strip().splitlines() == lines
    assert drafts(tmp_path) == []


def test_two_of_one_title_are_two_and_none_has_an_id_of_another_file(registry: Write, editor: Editor) -> None:
    path, other = registry(SAMPLE), registry('[[call]]\nid = "b"\ntitle = "B"\n', "other.toml")
    editor('[[call]]\ntitle = "B"\n[[call]]\ntitle = "B"\n')
    added(path, other)
    assert [f'id = "b-{n}"' in path.read_text() for n in (2, 3)] == [True, True]


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "[[call]]\n", '[[call]]\ntitle = " "\n', "[[call]]\ntitle = 1\n"]
)
def test_without_a_title_it_is_refused_and_the_text_kept(
    registry: Write, editor: Editor, tmp_path: Path, text: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = registry(SAMPLE)
    editor(text)
    with pytest.raises(UsageRefused) as refused:
        added(path)
    (draft,) = drafts(tmp_path)
    assert refused.value.problem.code == "no-title"
    assert (draft.read_text(), path.read_text()) == (text, SAMPLE)
    assert str(draft) in capfd.readouterr().err


def test_a_text_left_as_it_was_adds_nothing(
    registry: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = registry(SAMPLE)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv("VISUAL", "true")
    screen = Screen(monkeypatch)
    assert added(path) == 0
    assert path.read_text() == SAMPLE
    assert "nothing was added" in screen.said
    assert drafts(tmp_path) == []


@pytest.mark.parametrize(
    ("refusal", "typed", "tries"),
    [
        (UsageRefused(problem("no-title")), ("y", ""), 3),  # Enter is yes
        (UsageRefused(problem("no-title")), ("n",), 1),
        (WorldFailed(problem("output-failed")), (), 1),  # what the editor cannot mend is not asked about
    ],
)
def test_back_to_the_editor_as_long_as_somebody_wants_to(
    registry: Write,
    editor: Editor,
    monkeypatch: pytest.MonkeyPatch,
    refusal: Refusal,
    typed: tuple[str, ...],
    tries: int,
) -> None:
    editor("a")
    path = registry(SAMPLE)
    Screen(monkeypatch, *typed)
    desk, draft = open_desk("add", Common(registry=[path]), "2017-03-01", Editing()), EditorDraft("")
    seen: list[str] = []

    def write(text: str) -> int:
        seen.append(text)
        if len(seen) < 3:
            raise refusal
        return 0

    if tries == 3:
        assert until_sound(desk, draft, write) == 0
    else:
        with pytest.raises(Refusal):
            until_sound(desk, draft, write)
    assert seen == ["a"] * tries
    assert draft.path.exists() is (tries < 3)

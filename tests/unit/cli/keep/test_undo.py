"""`undo` takes back the last command that is not taken back yet, and says why when it cannot."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.keep.chosen import Several
from clustercalls.cli.keep.desk import Editing
from clustercalls.cli.keep.set import set_fields
from clustercalls.cli.keep.undo import undo
from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.errors import UsageRefused, WorldFailed
from commands import Screen
from samples import SAMPLE

MARCH = AsOf("2017-03-01")
Write = Callable[..., Path]


def noted(path: Path, *notes: str) -> list[str]:
    """The texts of the file before each note was set."""
    texts = []
    for each in notes:
        texts.append(path.read_text())
        set_fields(Filters(), MARCH, Editing(), Several(), Common(registry=[path]), ["fair", f"note={each}"])
    return texts


def test_one_after_the_other_and_each_once(registry: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = registry(SAMPLE)
    common, texts = Common(registry=[path]), noted(path, "a", "b")
    screen = Screen(monkeypatch)
    for text in reversed(texts):
        assert undo(MARCH, Editing(), common) == 0
        assert path.read_text() == text
    assert screen.said == "Taken back: set fair.\n" * 2
    with pytest.raises(UsageRefused, match="is left to undo"):
        undo(MARCH, Editing(), common)


def test_what_was_done_to_another_registry_is_left_alone(registry: Write) -> None:
    path, other = registry(SAMPLE), registry(SAMPLE, "other.toml")
    noted(path, "a")
    with pytest.raises(UsageRefused):
        undo(MARCH, Editing(), Common(registry=[other]))


def test_a_file_that_changed_since_is_named(registry: Write) -> None:
    path = registry(SAMPLE)
    noted(path, "a")
    path.write_text(path.read_text() + "# mine\n")
    with pytest.raises(WorldFailed) as refused:
        undo(MARCH, Editing(), Common(registry=[path]))
    found = refused.value.problem
    assert (found.code, found.place.file) == ("changed-since", str(path))


@pytest.mark.parametrize(("home", "words"), [(True, "journal holds none"), (False, "no home")])
def test_why_there_is_nothing(
    registry: Write, monkeypatch: pytest.MonkeyPatch, home: bool, words: str
) -> None:
    if not home:
        monkeypatch.delenv("HOME")
    with pytest.raises(UsageRefused) as refused:
        undo(MARCH, Editing(), Common(registry=[registry(SAMPLE)]))
    assert words in refused.value.problem.hint

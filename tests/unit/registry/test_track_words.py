"""What a word for `track` means: the six, those of `[track]`, and those that have none."""

from pathlib import Path

import pytest

from clustercalls.model import Track
from clustercalls.registry import read
from clustercalls.registry.track_words import all_of, meaning_of, without_meaning


def call(name: str, track: str) -> str:
    return f'[[call]]\nid = "{name}"\ntitle = "T"\nchecked = 2027-01-01\ntrack = "{track}"\n'


def loaded(folder: Path, *texts: str) -> tuple[dict[str, Track], list[tuple[str, str, int]], tuple[str, ...]]:
    """What each entry means, and what `check` says: code, file and line."""
    for number, text in enumerate(texts):
        (folder / f"{number}.toml").write_text(text)
    registry = read.load(tuple(folder / f"{number}.toml" for number in range(len(texts))), warnings=True)
    told = [(each.code, Path(each.place.file).name, each.place.line) for each in registry.problems]
    return {each.id: each.meaning for each in registry.entries}, told, registry.words


@pytest.mark.parametrize(("word", "meaning"), [
    ("", Track.WATCH), *((each.value, each) for each in Track), ("NO", Track.NO), (" Go ", Track.GO),
    ("da valutare", Track.WATCH), ("Archiviato", Track.NO), ("non", Track.WATCH),
])  # fmt: skip
def test_a_word_means_in_any_case_what_the_registry_says_else_watch(word: str, meaning: Track) -> None:
    assert meaning_of(word, {"archiviato": Track.NO}) is meaning


def test_a_file_that_is_cut_into_blocks_keeps_its_words(tmp_path: Path) -> None:
    text = '[track]\ngone = "no"\n' + call("one", "gone") + "deadline = \n" + call("two", "gone")
    meanings, told, words = loaded(tmp_path, text)
    assert meanings == {"two": Track.NO}
    assert words == ("gone",)
    assert told[0][0] == "broken-toml"


def test_words_of_one_file_hold_for_all_its_own_first(tmp_path: Path) -> None:
    first = call("a", "aside")
    second = '[track]\naside = "no"\nmaybe = "go"\n' + call("b", "aside")
    third = '[track]\naside = "lost"\n' + call("c", "Aside") + call("d", "maybe")
    meanings, told, words = loaded(tmp_path, first, second, third)
    assert meanings == {"a": Track.NO, "b": Track.NO, "c": Track.LOST, "d": Track.GO}
    assert told == []
    assert sorted(words) == ["aside", "maybe"]


def test_check_names_each_word_without_a_meaning_once(tmp_path: Path) -> None:
    first = call("a", "Forse") + call("b", "go") + call("c", "forse") + call("d", "altro")
    _, told, _ = loaded(tmp_path, first, call("e", "forse") + call("f", "submited"))
    assert told == [
        ("unknown-track", "0.toml", 5), ("unknown-track", "0.toml", 20), ("unknown-track", "1.toml", 10),
    ]  # fmt: skip


@pytest.mark.parametrize(("line", "told"), [
    ('"x y" = "maybe"', ["bad-track"]), ("word = 3", ["bad-track"]), ("word = {}", ["bad-track"]),
    ('go = "no"', ["track-is-ours"]), ('No = "watch"', ["track-is-ours"]), ('go = "go"', []),
    ('"" = "no"', ["bad-track"]), ('"   " = "no"', ["bad-track"]), ('"\\t" = "watch"', ["bad-track"]),
    ('word = "NO"', []), ('word = " won "', []),
])  # fmt: skip
def test_a_word_can_mean_one_of_six_and_these_mean_themselves(
    tmp_path: Path, line: str, told: list[str]
) -> None:
    meanings, problems, _ = loaded(tmp_path, f"[track]\n{line}\n" + call("one", "go"))
    assert meanings == {"one": Track.GO}
    assert [(code, at) for code, _, at in problems] == [(each, 2) for each in told]


def test_a_track_above_all_entries_is_told_to_be_of_one(tmp_path: Path) -> None:
    _, told, _ = loaded(tmp_path, 'track = "go"\n' + call("one", "go"))
    assert told == [("unknown-key", "0.toml", 1)]


def test_no_words_leave_the_problems_as_they_are() -> None:
    problems = [*without_meaning([], (), {}, {}, ())]
    assert (problems, all_of({})) == ([], {})


@pytest.mark.parametrize(("first", "second"), [("Foo", "foo"), ("s\u00ec", "si\u0300"), (" foo", "FOO ")])
def test_a_word_that_means_two_things_in_one_file_is_told(tmp_path: Path, first: str, second: str) -> None:
    table = '[track]\n"{}" = "{}"\n"{}" = "{}"\n'
    meanings, told, _ = loaded(tmp_path, table.format(first, "go", second, "no") + call("a", second))
    assert (meanings, told) == ({"a": Track.GO}, [("track-word-twice", "0.toml", 3)])
    assert loaded(tmp_path, table.format(first, "go", second, "GO") + call("a", second))[1] == []


@pytest.mark.parametrize("word", ["", " ", "\\t"])
def test_blanks_mean_nothing_whatever_a_file_says(tmp_path: Path, word: str) -> None:
    meanings, _, words = loaded(tmp_path, f'[track]\n"{word}" = "no"\n' + call("a", word))
    assert (meanings, words) == ({"a": Track.WATCH}, ())

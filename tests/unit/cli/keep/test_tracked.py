"""What is known of `track` in files: which words, what they mean, and which mean nothing."""

from pathlib import Path

import pytest

from clustercalls.cli.keep.tracked import known_in, meaning_in, stated_in, without_meaning
from clustercalls.editing.document import Document, open_document
from clustercalls.model import Track

FIRST = '[track]\naside = "no"\n"" = "go"\nlost = "go"\nodd = 3\n'
SECOND = '[track]\nAside = "go"\n"sì" = "go"\n[[call]]\nid = "c"\ntitle = "C"\ntrack = "Forse"\n'


@pytest.fixture
def documents(tmp_path: Path) -> list[Document]:
    paths = [tmp_path / "a.toml", tmp_path / "b.toml"]
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text)
    return [open_document(path) for path in paths]


def test_what_the_first_file_says_of_a_word_counts_and_the_six_mean_themselves(
    documents: list[Document],
) -> None:
    assert stated_in(documents) == {
        "aside": ("aside", Track.NO), "lost": ("lost", Track.LOST), "odd": ("odd", Track.WATCH),
        "sì": ("sì", Track.GO),
    }  # fmt: skip
    assert [meaning_in(each, "ASIDE") for each in (documents, documents[::-1])] == [Track.NO, Track.GO]
    assert meaning_in(documents, "si\u0300") is Track.GO


def test_words_that_entries_have_are_known_too(documents: list[Document]) -> None:
    known = known_in(documents)
    assert known["forse"] == ("Forse", Track.WATCH)
    assert {each.value for each in Track} < {*known}
    assert "" not in known


@pytest.mark.parametrize(("before", "after", "told"), [
    ("", "forse", 1), ("", "submited", 1), ("forse", "forse", 0), ("", "aside", 0), ("", "NO", 0),
    ("", "", 0), ("", " ", 0), ("", "Sì", 0),
])  # fmt: skip
def test_a_new_word_that_means_nothing_is_told(
    documents: list[Document], before: str, after: str, told: int
) -> None:
    found = list(without_meaning(documents, {"track": before}, {"id": "c", "track": after}))
    assert [(each.code, each.place.entry) for each in found] == [("unknown-track", "c")] * told

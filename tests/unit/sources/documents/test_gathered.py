"""The passages of a document so far."""

import pytest

from clustercalls import limits
from clustercalls.errors import InputRefused
from clustercalls.passages import Passage, PassageKind
from clustercalls.sources.documents.gathered import GatheredPassages, too_long
from clustercalls.sources.documents.lines import OneLine, line_of


def test_empty_ones_are_none() -> None:
    gathered = GatheredPassages()
    gathered.add(OneLine(""))
    gathered.add(line_of("a"), PassageKind.HEADING, page=2, level=1)
    assert gathered.passages == [Passage("a", PassageKind.HEADING, 2, 1)]


def test_a_long_one_is_several() -> None:
    gathered = GatheredPassages()
    gathered.add(line_of("word " * 10_000), PassageKind.ITEM)
    assert [len(passage.text) for passage in gathered.passages] == [19_999, 19_999, 9_999]
    assert max(len(passage.text) for passage in gathered.passages) <= limits.PASSAGE_LETTERS
    assert {passage.kind for passage in gathered.passages} == {PassageKind.ITEM}


def test_too_many_are_refused() -> None:
    gathered = GatheredPassages()
    for _ in range(limits.PASSAGES):
        gathered.add(line_of("a"))
    with pytest.raises(InputRefused, match="20,000 pieces"):
        gathered.add(line_of("a"))


def test_too_many_letters_are_refused() -> None:
    gathered = GatheredPassages()
    for _ in range(200):
        gathered.add(line_of("a" * 20_000))
    with pytest.raises(InputRefused):
        gathered.add(line_of("a"))


def test_what_is_too_long_is_told_with_its_limits() -> None:
    assert too_long().message == "it has more than 4,000,000 letters, 20,000 pieces or 2,000 pages"

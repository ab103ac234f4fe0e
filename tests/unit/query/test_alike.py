"""Which known word is meant by one that is not: of other trackers, or a letter or two away, else none."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustercalls.query.alike import MEANT, distance, nearest
from clustercalls.registry.shape import EntryTable
from counted import calls_of

KEYS = tuple(EntryTable.__struct_fields__)


@pytest.mark.parametrize(
    ("text", "known", "near"),
    [
        ("deadlnie", KEYS, "deadline"),  # two letters swapped are one slip
        ("dealdine", KEYS, "deadline"),
        ("DEADLINE", ("deadline",), "deadline"),
        ("regstratoin", KEYS, "registration"),
        ("regstratn", KEYS, ""),  # three
        ("prgs", KEYS, ""),
        ("tag", KEYS, "tags"),
        ("tgas", KEYS, "tags"),
        ("tagg", ("tags",), "tags"),
        ("tga", ("tags",), ""),  # two of three
        ("x", ("y", "at"), ""),
        ("Europe", ("Faeroe",), ""),
        ("foo", ("follows",), ""),
        ("", ("a",), ""),
        ("jsn", ("plain", "json"), "json"),
        ("tabel", ("table", "label"), "table"),
        ("x" * 100_000, ("json",), ""),
        ("Straße", ("strasse",), "strasse"),
        ("when", ("what", "date"), "date"),  # a heading, though a column is two letters away
    ],
)
def test_a_word_is_near_within_a_letter_or_two(text: str, known: tuple[str, ...], near: str) -> None:
    assert "".join(nearest(text, known)) == near


@pytest.mark.parametrize("word", sorted(MEANT))
def test_what_other_trackers_call_it_is_meant_where_that_is_known(word: str) -> None:
    meant = MEANT[word]
    assert nearest(word.upper(), ("zzzz", *meant[::-1])) == meant[:1]
    assert not set(meant) & set(nearest(word, ("zzzz",)))


IDS = ("innosup-1-2017", "mission-soil-2027", "cosme", "protocol")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("inosup", ("innosup-1-2017",)),
        ("inosup-1-2017", ("innosup-1-2017",)),
        ("sail", ("mission-soil-2027",)),
        ("misson-soil", ("mission-soil-2027",)),
        ("cosmee", ("cosme",)),
        ("ool", ()),  # no word begins like it
        ("zz", ()),
        ("zzz", ()),
    ],
)
def test_a_mistyped_part_from_the_start_of_a_word_is_near(text: str, found: tuple[str, ...]) -> None:
    assert nearest(text, IDS, 3, parts=True) == found


def test_the_likest_come_first_and_no_more_than_asked_for() -> None:
    known = ("calls-a", "call-ab", "calls-ab")
    assert nearest("call-a", known, 3) == ("calls-a", "call-ab", "calls-ab")
    assert nearest("call-a", known, 2) == ("calls-a", "call-ab")


WORDS = st.text("abc", max_size=6)


@given(WORDS, WORDS)
def test_a_distance_is_the_same_both_ways_and_bounded(one: str, other: str) -> None:
    away = distance(one, other, 9)
    assert away == distance(other, one, 9)
    assert (away == 0) == (one == other)
    assert abs(len(one) - len(other)) <= away <= max(len(one), len(other))
    assert distance(one, other, 1) == min(away, 2)
    assert distance(one, other, 9, begun=True) == min(
        distance(one, other[:end], 9) for end in range(len(other) + 1)
    )


@given(WORDS, st.integers(0, 5), st.sampled_from("abc"))
def test_one_slip_is_one(word: str, at: int, letter: str) -> None:
    assert distance(word[:at] + letter + word[at:], word, 3) == 1
    assert distance(word[:at] + word[at + 1 :], word, 3) == (at < len(word))
    swapped = word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
    assert distance(swapped, word, 3) == (swapped != word)


def test_a_word_is_compared_with_little_work() -> None:
    """Of the same letters as a key, so that nothing but comparing them tells that it is none."""
    words = ["".join(each) for each, _ in zip(permutations("deadline"), range(20_000), strict=False)]
    assert any(nearest(each, KEYS) for each in words)
    assert calls_of(lambda: [nearest(each, KEYS) for each in words]) < 120 * len(words)

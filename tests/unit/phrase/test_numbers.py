"""Small numbers in words."""

import pytest

from clustercalls.phrase.numbers import NUMBERS, in_words, said_again, with_halves


@pytest.mark.parametrize(
    ("word", "number"), [("dwie", 2), ("funf", 5), ("trzydziesci", 30), ("dreissig", 30), ("une", 1)]
)
def test_a_number_in_words(word: str, number: int) -> None:
    assert in_words()[word] == number


def test_no_word_is_two_numbers() -> None:
    words = [word for row in NUMBERS.values() for word in row.split()]
    assert len({*words}) == len(words)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("4 million (four million)", ("4 million", "four million")),
        ("4.000.000 (quattromilioni/00)", ("4.000.000", "quattro milioni")),
        ("30 000 (trente-mille)", ("30 000", "trente mille")),
        ("4 million (EUR)", ("4 million (EUR)", "")),
        ("4 million (max 5 million)", ("4 million (max 5 million)", "")),
    ],
)
def test_an_amount_and_the_same_in_words(text: str, parts: tuple[str, str]) -> None:
    assert said_again(text) == parts


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("half a million", "0.5 million"),
        ("two and a half million euros", "2.5 million euros"),
        ("2 million and a half", "2.5 million"),
        ("un milione e mezzo di euro", "1.5 milione di euro"),
        ("tre miliardi e mezzo", "3.5 miliardi"),
        ("deux millions et demi", "2.5 millions"),
        ("anderthalb millionen", "1.5 millionen"),
        ("zweieinhalb millionen", "2.5 millionen"),
        ("tres millones y medio", "3.5 millones"),
        ("dois milhoes e meio", "2.5 milhoes"),
        ("połtora miliona", "1.5 miliona"),
        ("dwa i poł miliona", "2.5 miliona"),
        ("1.5 milioni e mezzo", "1.5 milioni e mezzo"),  # its half said twice
        ("1,5 milioni e mezzo", "1,5 milioni e mezzo"),
        ("two and a half", "two and a half"),
    ],
)
def test_the_halves_of_millions(text: str, figures: str) -> None:
    assert " ".join(with_halves(text).split()) == figures

"""Every language has its forms whole."""

import pytest

from clustercalls.cli.keep.ask import NO, YES
from clustercalls.i18n.grammar import GRAMMARS, Grammar

EACH = pytest.mark.parametrize("words", GRAMMARS.values(), ids=GRAMMARS)


@EACH
def test_nothing_of_a_year_lacks_its_name(words: Grammar) -> None:
    assert (len(set(words.months)), len(set(words.weekdays)), set(words.seasons)) == (12, 7, {3, 6, 9, 12})
    assert all((*words.months, *words.weekdays, *words.seasons.values(), *words.ordinals))


@EACH
def test_every_form_has_one_place_for_what_it_is_said_of(words: Grammar) -> None:
    articles = (form for each in words.articles for form in (each.since, each.until))
    for form in (words.quarter, words.half, words.decade, *articles):
        assert form.count("{}") == 1 == form.format("7").count("7"), form


@EACH
def test_digits_are_separated_by_two_characters(words: Grammar) -> None:
    assert len(words.decimal) == 1 >= len(words.thousands)
    assert words.decimal != words.thousands


def test_no_answer_means_yes_in_one_language_and_no_in_another() -> None:
    assert not YES & NO
    for words in GRAMMARS.values():
        answers = words.yes | words.no
        assert words.yes
        assert words.no
        assert {each.casefold() for each in answers} == answers

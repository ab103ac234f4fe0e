"""Every way to see the words of a text as a date, and the part that each word plays in it."""

import pytest

from clustercalls.phrase.grammar import phrases
from clustercalls.phrase.vocabulary import NotUnderstood


def seen(text: str) -> list[str]:
    """Every phrase as its form, mark, whether it is past, and its dates: `{} ? dmy`, with hours `dmy@h:m`."""
    found = []
    for phrase in phrases(text):
        dates = (f"{each.parts}@{each.clock}".rstrip("@") for each in phrase.dates)
        found.append(
            " ".join(filter(None, (phrase.form, phrase.mark, (phrase.lead == "S") * "past", *dates)))
        )
    return found


PHRASES: list[tuple[str, list[str]]] = [
    ("4 April 2017", ["{} dmy"]),
    ("4/5/2017", ["{} d/M/y", "{} M/d/y"]),  # day first or month first: both
    ("4.5.2017", ["{} dMy"]),
    ("Tue 4 April 2017", ["{} wdmy"]),
    ("spring 2027", ["{} my"]),
    ("in 3 days", ["{} .nv"]),
    # hours, before and behind
    ("4 April 2017 17:00", ["{} dmy@h:m"]),
    ("17:00 4 April 2017", ["{} dmy@h:m"]),
    ("4 April 2017 at 5 pm", ["{} dmy@.hp"]),
    # two dates; one may have but a day
    ("feb-mar 2017", ["{}/{} m my", "{}/{} m wy"]),
    ("1-2 December 2016", ["{}/{} d dmy"]),
    ("March 1-2, 2017", ["{}/{} mD dy"]),
    ("between February and April 2017", ["{}/{} m my"]),
    # one end open
    ("from April 2017", ["{}/.. my"]),
    ("since April 2017", ["{}/.. past my"]),
    ("since April 2017 to May 2017", ["{}/{} past my my"]),
    ("until April 2017", ["../{} my"]),
    ("by 4 April 2017", ["../{} dmy"]),
    # doubt, said first, last or by a mark
    ("about 4 April 2017", ["{} ~ dmy"]),
    ("4 April 2017 circa", ["{} ~ dmy"]),
    ("4 April 2017?", ["{} ? dmy"]),
    ("about 4 April 2017?", ["{} % dmy"]),
    ("from about April 2017", ["{}/.. ~ my"]),
    # no dates at all
    ("", []),
    ("?", []),
    ("April April", []),
    ("from", []),
    ("by 4 April 2017 to 5 April 2017", []),
    ("4 about April 2017", []),
]


@pytest.mark.parametrize(("text", "found"), PHRASES)
def test_a_text_is_seen_in_every_way_that_the_tables_know(text: str, found: list[str]) -> None:
    assert seen(text) == found


@pytest.mark.parametrize("text", ["april " * 23, "mar " * 7])
def test_a_text_of_too_many_words_or_meanings_is_not_begun(text: str) -> None:
    with pytest.raises(NotUnderstood, match="too many words"):
        list(phrases(text))

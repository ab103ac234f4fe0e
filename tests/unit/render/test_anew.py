"""Lines of the journal in another language than they were written in."""

from datetime import date

import pytest

from clustercalls.i18n import ENGLISH, language
from clustercalls.render.anew import BEGINNINGS, anew

ITALIAN = language("it")
DAY = date(2027, 3, 15)

LINES = [
    "bioc/first: changed owner, budget.",
    "bioc: changed source.title.",
    "bioc: changed deadline, zone.",
    "bioc: changed checked, source.date, rate, grants.each.",
    "bioc/first: changed when, until, follows.",
    "Confirmed on Mon 15 Mar 2027: bioc, soil.",
    "Added bioc: Soil (and more)",
    "Removed bioc; it is kept in /a b/c.toml.removed.",
    "bioc edited.",
    "bioc edited; its history keeps what it was: deadline, status.",
]


@pytest.mark.parametrize("line", LINES)
def test_said_there_and_back(line: str) -> None:
    there = anew(line, DAY, "Soil (and more)", ITALIAN)
    assert there != line
    assert anew(there, DAY, "Soil (and more)", ENGLISH) == line
    assert anew(line, DAY, "", ENGLISH) == line


@pytest.mark.parametrize("english", BEGINNINGS)
def test_every_beginning_is_of_the_catalogue(english: str) -> None:
    assert ITALIAN(english) != english


def test_what_was_understood_goes_with_its_language() -> None:
    line = "Added bioc: Soil (deadline Mon 15 Mar 2027 17:00 Brussels)"
    assert anew(line, DAY, "Soil", ENGLISH) == line
    assert "Brussels" not in anew(line, DAY, "Soil", ITALIAN)
    assert "noon" not in anew("bioc: changed deadline. Read as noon.", DAY, "Soil", ITALIAN)


def test_what_nobody_knows_stays() -> None:
    assert anew("first: 1 Apr → 2 Apr 2027 (+1 day).", DAY, "Soil", ITALIAN).startswith("first: 1 Apr")

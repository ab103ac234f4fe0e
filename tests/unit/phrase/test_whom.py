"""What stands behind a rate: who gets it, in seven languages, and the numbers that count them."""

import pytest

from clustercalls.phrase.attributes import ARTICLES, ATTRIBUTES, LED, LINKS
from clustercalls.phrase.recipients import ALONE, RECIPIENTS
from clustercalls.phrase.whom import More, is_recipient, more, second

WHO = (
    "SME", "spin-offs", "Medium-sized firms", "industry", "RTOs", "public bodies", "municipalities", "NGOs",
    "civil society", "cooperatives", "clusters", "coordinator", "consortia", "individuals", "women",
    "young people", "outermost regions", "less developed regions", "third countries", "small and medium",
    "micro, small", "all", "others", "non-profit", "profit", "farmers",
    "piccole imprese", "grandi", "università", "enti pubblici", "comuni", "associazioni", "agricoltori",
    "altri",
    "petites entreprises", "TPE", "universités", "collectivités", "établissements", "associations", "autres",
    "Kleinstunternehmen", "große", "Hochschulen", "Forschungseinrichtungen", "Gemeinden", "Vereine", "andere",
    "micropymes", "grandes empresas", "universidades", "ayuntamientos", "asociaciones", "agricultores",
    "municípios", "associações", "cooperativas", "outros", "regiões menos desenvolvidas",
    "małe przedsiębiorstwa", "duże", "uczelnie", "gminy", "stowarzyszenia", "rolnicy", "pozostali",
)  # fmt: skip


@pytest.mark.parametrize("words", WHO)
def test_who_gets_a_share_in_seven_languages(words: str) -> None:
    assert is_recipient(words)
    assert is_recipient(words.upper())
    assert more(words, "") is None


@pytest.mark.parametrize(
    "words", ["", "small print", "all inclusive", "firmware", "a", "Union", "and", "region"]
)
def test_what_does_not_say_who(words: str) -> None:
    assert not is_recipient(words)
    assert more(words, "") is More.UNKNOWN


def test_the_words_of_the_table_are_folded() -> None:
    rows = (*RECIPIENTS, *ATTRIBUTES, *LINKS, *LED, ALONE, ARTICLES)
    assert [row for row in rows if not row.isascii() or row != row.lower()] == []


def test_a_for_tells_who_but_not_what_is_said_otherwise() -> None:
    assert more("tinkerers", "for:") is None
    assert more("tinkerers", "for") is More.UNKNOWN
    assert more("applicants", "for") is None
    assert more("partner", "per") is More.ASIDE
    assert more("staff costs", "for") is More.OF_WHAT
    assert more("2 years", "per") is More.ASIDE


@pytest.mark.parametrize("words", [
    "SMEs with 40 employees", "firms under 50 staff", "SMEs, 10 or more employees",
    "imprese fino a 50 addetti",
    "entreprises de moins de 50 salariés", "KMU mit 40 Mitarbeitern", "empresas de 40 trabajadores",
    "firmy do 50 pracowników", "consortia of 3 partners", "consortia from at least 3 countries",
    "consorzi di 3 membri", "young people under 30", "young farmers aged 18 to 40", "giovani sotto i 35 anni",
    "junge Menschen unter 30 Jahren", "Objective 1 regions", "SMEs at TRL 7", "H2020 partners",
    "people over 65 years old", "SMEs with 10 to 50 employees",
])  # fmt: skip
def test_a_number_that_counts_is_no_second_one(words: str) -> None:
    assert second(words) == ""
    assert more(words, "") is None


@pytest.mark.parametrize(("words", "number"), [
    ("SMEs 40 partners", "40"), ("SMEs under 50", "50"), ("SMEs c.50 others", "50"),
    ("SMEs 45,5 others", "45,5"), ("SMEs 2M", "2m"),
    ("young 40 others", "40"), ("SMEs with 30 employees 40 others", "40"),
])  # fmt: skip
def test_a_number_that_counts_nobody_is_a_second_one(words: str, number: str) -> None:
    assert second(words) == number

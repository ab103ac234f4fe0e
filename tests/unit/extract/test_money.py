import pytest

from clustercalls.extract.amount_spans import amount_spans
from clustercalls.extract.folded import Folded
from clustercalls.extract.money import money_roles, numbers_of_grants
from clustercalls.extract.money_words import MoneyOf


def told(text: str) -> list[tuple[MoneyOf | None, str]]:
    folded = Folded(text)
    return [(each.of, each.bound) for each in money_roles(folded.folded, amount_spans(folded))]


BUDGET = (MoneyOf.BUDGET, "each")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The call has a budget of EUR 3 million.", [BUDGET]),
        (
            "Il budget è di 3 milioni di euro, con un massimo di 300.000 euro per progetto.",
            [BUDGET, (MoneyOf.EACH, "max")],
        ),
        (
            "Budżet wynosi 40 mln zł, a maksymalne dofinansowanie jednego projektu to 6 mln zł.",
            [BUDGET, (MoneyOf.EACH, "max")],
        ),
        ("It pays 50 % of the eligible costs, up to EUR 60,000 per project.", [(MoneyOf.EACH, "max")]),
        ("We have EUR 3 to 5 million of budget.", [(MoneyOf.EACH, "each")]),
        ("9 consorzi con 90.000 euro ciascuno", [(MoneyOf.EACH, "each")]),
        (
            "Le programme dispose d'un budget de 4 milliards d'euros pour la période 2021-2027.",
            [(MoneyOf.PROGRAMME, "each")],
        ),
        ("Il costo minimo di ogni progetto è di 700mila euro.", [(MoneyOf.OTHER, "each")]),
        ("Gesamtkosten von mindestens 200.000 Euro", [(MoneyOf.OTHER, "each")]),
        ("The budget is EUR 4 million for lot 1 and EUR 5 million for lot 2.", [BUDGET, BUDGET]),
    ],
)
def test_words_around_an_amount_say_what_it_is_of(text: str, found: list[tuple[MoneyOf | None, str]]) -> None:
    assert told(text) == found


def test_the_heading_of_a_column_says_it_of_a_cell() -> None:
    folded = Folded("3 mln €")
    (role,) = money_roles(folded.folded, amount_spans(folded), "budget")
    assert role.of is MoneyOf.BUDGET


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("the agency will fund seven proposals", [7]),
        ("up to 16 innovative projects will be supported", [16]),
        ("at least 3 partnerships are funded", []),
        ("14 co-funded projects", []),
        ("finanziera 9 consorzi", [9]),
    ],
)
def test_how_many_are_paid(text: str, counts: list[int]) -> None:
    assert [count for _, _, count in numbers_of_grants(text)] == counts

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
        ("after two pilot projects, of which a call in another year was, the rest now gets funding", []),
        ("finanziera 9 consorzi", [9]),
        ("Saranno finanziati circa 12 progetti.", [12]),
        ("Si prevede di finanziare una ventina di progetti.", [20]),
        ("Verranno ammesse 14 operazioni.", [14]),
        ("Number of projects: 6", [6]),
        ("Numero di progetti finanziabili: 8", [8]),
        ("Anzahl der Vorhaben: 6", [6]),
        ("Nombre de projets retenus : 4", [4]),
        ("Número de proyectos: 10", [10]),
        ("Liczba grantów: 7", [7]),
        ("une quinzaine de lauréats seront retenus", [15]),
        ("Se seleccionarán una decena de proyectos", [10]),
        ("Es sollen fünf Vorhaben gefördert werden.", [5]),
        ("Planuje się wybrać 9 projektów.", [9]),
        ("Zaplanowano 3 granty.", [3]),
        ("Serão apoiados 25 projetos.", [25]),
        ("40 vouchers of EUR 5,000", [40]),
        ("150 vales de 2.000 euros", [150]),
        ("The money is shared among 24 pilots.", [24]),
        ("about eight partnerships will be supported", [8]),
        ("Some 60 new actions are expected.", [60]),
        ("Consortia of at least three partners from three countries.", []),
        ("Each consortium has 3 to 5 companies.", []),
        ("In the last call 212 applications were received.", []),
        ("The 15 projects funded in 2023 met in Rome.", []),
        ("consorzi di almeno 3 imprese", []),
        ("I 310 progetti presentati", []),
        ("up to 30 companies may join the mission", []),
        ("Wir fördern 12 Projekte.", [12]),
        ("Art. 5 progetti finanziati", []),
        ("2 projects per applicant can be funded", []),
        ("A maximum of 2 proposals per organisation may be funded", []),
        ("projects of up to 3 partners get funding", []),
        ("La Commission prévoit de financer huit projets.", [8]),
        ("a dozen projects will be selected", [12]),
        ("ein Dutzend Projekte wird ausgewählt", [12]),
        ("in 27 projects funded so far", []),
        ("nabór obejmie ok. 20 projektów do dofinansowania", [20]),
    ],
)
def test_how_many_are_paid(text: str, counts: list[int]) -> None:
    assert [count for _, _, count in numbers_of_grants(Folded(text).folded)] == counts

import pytest

from clustercalls.extract.folded import Folded
from clustercalls.extract.shares import is_share, shares


def rates(text: str) -> list[tuple[float, str]]:
    return [(each.rate, each.whom) for each in shares(text, Folded(text).folded)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cofinanziamento del 65% per PMI", [(65, "PMI")]),
        ("a reimbursement rate of 65% of the eligible costs", [(65, "")]),
        ("Poziom dofinansowania: 65%", [(65, "")]),
        ("Förderquote 45 Prozent", [(45, "")]),
        ("12 millions (60% Feder + 40% cofinancement national)", [(60, "")]),
        ("must allocate at least 60% of their funding to SMEs", []),
        ("an increase of 12 %", []),
        ("Contributo di 3 milioni, di cui il 20% per i giovani", []),
        ("Grants: 60% of each grant goes to start-ups.", []),
        ("The funding rate was increased to 90%.", [(90, "")]),
        (
            (
                "Aid intensity for firms of our region and the next one: 45% for small firms of up to three,"
                " and 35% for others"
            ),
            [(45, "small firms"), (35, "others")],
        ),
        ("Il contributo copre il 70% delle spese ammissibili.", [(70, "")]),
        (
            "Contributo a fondo perduto del 40%, elevato al 50% per le imprese giovanili.",
            [(40, ""), (50, "imprese giovanili")],
        ),
        ("The agency pays 65% and the firm the rest.", [(65, "")]),
        (
            "Aid intensity: 50% for small firms, 40% for medium-sized firms, 30% for large firms",
            [(50, "small firms"), (40, "medium-sized firms"), (30, "large firms")],
        ),
        (
            "Taux d'aide : 55 % pour les petites entreprises et 45 % pour les moyennes",
            [(55, "petites entreprises"), (45, "moyennes")],
        ),
        (
            "El porcentaje de ayuda es del 60 % para pymes y del 40 % para grandes empresas.",
            [(60, "pymes"), (40, "grandes empresas")],
        ),
        ("Die Förderung beträgt 50 Prozent der zuwendungsfähigen Ausgaben.", [(50, "")]),
        (
            "Die Förderquote liegt bei 45 % für kleine und 35 % für mittlere Unternehmen.",
            [(45, "kleine"), (35, "mittlere Unternehmen")],
        ),
        ("A taxa de cofinanciamento é de 85%.", [(85, "")]),
        ("O apoio é de 75% a fundo perdido.", [(75, "")]),
        ("Poziom dofinansowania wynosi 85% kosztów kwalifikowalnych.", [(85, "")]),
        (
            "Intensywność pomocy: 60% dla małych firm i 50% dla średnich",
            [(60, "małych firm"), (50, "średnich")],
        ),
        ("La regione copre l'80% dei costi.", [(80, "")]),
        ("Das Land übernimmt 90 % der Kosten.", [(90, "")]),
        ("Costs are reimbursed at 100% for public bodies.", [(100, "public bodies")]),
        ("Il 30% delle risorse è riservato alle imprese femminili.", []),
        ("Budget: 3 milioni, di cui il 20% per i giovani.", []),
        ("At least 40% of the budget goes to SMEs.", []),
        ("Un anticipo del 30% è erogato alla firma.", []),
        ("Une avance de 50 % est versée à la signature.", []),
        ("Se podrá anticipar el 60 % de la ayuda.", []),
        ("Der Zinssatz beträgt 2 % pro Jahr.", []),
        ("The success rate was 12 %.", []),
        ("Indirect costs are covered by a flat rate of 25%.", []),
        ("Eine Pauschale von 7 % für indirekte Kosten", []),
        ("Proposals need a score of at least 70%.", []),
        ("Emissions must fall by 55%.", []),
        ("Applicants must provide 20% of own contribution.", []),
        ("Wkład własny wynosi co najmniej 15%.", []),
        ("Der Eigenanteil beträgt 20 %.", []),
        ("The funding rate was raised to 90%.", [(90, "")]),
        ("Budget up 14 % on last year", []),
        ("El 80 % FEDER se suma al 20 % nacional", [(80, "")]),
        (
            "70% of eligible costs (100% for non-profit organisations)",
            [(70, ""), (100, "non-profit organisations")],
        ),
        ("60 % Zuschuss für KMU", [(60, "KMU")]),
        ("EU co-financing of 60%", [(60, "")]),
        ("un tasso di cofinanziamento UE fino al 95%", [(95, "")]),
        ("IVA al 22% esclusa", []),
        ("dofinansowanie do 50 proc. kosztów", []),
    ],
)
def test_only_rates_of_funding_are_rates(text: str, found: list[tuple[float, str]]) -> None:
    assert rates(text) == found


def test_any_share_is_seen() -> None:
    assert is_share("75 % of it")
    assert not is_share("75 of them")


@pytest.mark.parametrize(
    "text",
    [
        "12 millions (60% Feder + 40% cofinancement national)",
        "Loans cover up to 85 % of the costs.",
        "Il prestito copre il 75% dei costi.",
        "Le taux passe à 85 % pour les projets transfrontaliers.",
        "a funding rate of 80 % for partners from EU Member States",
        "Pilots: max. 20,000 euros; max. 80 %",
    ],
)
def test_a_share_that_may_be_of_other_money_is_doubted(text: str) -> None:
    assert [each.doubted for each in shares(text, Folded(text).folded)] == [True]


def test_a_name_that_is_cut_is_left_out() -> None:
    text = "a funding rate of 80 % for partners from EU Member States"
    assert rates(text) == [(80, "")]


def test_a_rate_for_whom_is_plain_is_not_doubted() -> None:
    text = "a funding rate of 80 % for Norwegian partners"
    assert [(each.whom, each.doubted) for each in shares(text, Folded(text).folded)] == [
        ("Norwegian partners", False)
    ]

"""What the words round an amount say that it is of: a table for each kind, in seven languages."""

import pytest

from clustercalls.extract.amount_spans import amount_spans
from clustercalls.extract.folded import Folded
from clustercalls.extract.money import MoneyRole, money_roles, numbers_of_grants


def wordings(text: str) -> list[str]:
    """What each amount is of: "grant max 40000", "budget 5000000"."""
    folded = Folded(text)
    return [wording(role) for role in money_roles(folded.folded, amount_spans(folded))]


def wording(role: MoneyRole) -> str:
    of = role.of.name.lower() if role.of else "nothing"
    of = "grant" if of in {"each", "least"} else of
    bound = f" {role.bound}" if of != "other" and role.bound != "each" else ""
    least = f"{role.span.least:.0f}-" if role.span.least is not None else ""
    return f"{of}{bound} {least}{role.span.amount:.0f}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L'agevolazione massima è pari a 40.000 euro.", ["grant max 40000"]),
        ("Die Zuwendung beträgt höchstens 120.000 Euro je Antragsteller.", ["grant max 120000"]),
        ("La subvention ne peut dépasser 75 000 € par entreprise.", ["grant max 75000"]),
        ("La ayuda no podrá superar los 90.000 euros por beneficiario.", ["grant max 90000"]),
        ("O apoio não pode ultrapassar 45.000 euros por empresa.", ["grant max 45000"]),
        ("Kwota dofinansowania nie może przekroczyć 800 tys. zł na jeden projekt.", ["grant max 800000"]),
        ("The grant is capped at £45,000.", ["grant max 45000"]),
        ("No applicant may receive more than EUR 3 million.", ["grant max 3000000"]),
        ("Nessuna impresa può ricevere più di 200.000 euro.", ["grant max 200000"]),
        ("Aucun bénéficiaire ne peut recevoir plus de 150 000 €.", ["grant max 150000"]),
        ("Nenhuma empresa pode receber mais de 60.000 euros.", ["grant max 60000"]),
        ("Kein Unternehmen erhält mehr als 80.000 Euro.", ["grant max 80000"]),
        ("Żadna firma nie otrzyma więcej niż 300 tys. zł.", ["grant max 300000"]),
        ("Fördersumme: bis zu 200.000 Euro", ["grant max 200000"]),
        ("La contribution FEDER est plafonnée à 1,2 M€.", ["grant max 1200000"]),
        ("El importe máximo subvencionable por empresa es de 30.000 €.", ["grant max 30000"]),
    ],
)
def test_the_most_of_a_grant(text: str, found: list[str]) -> None:
    assert wordings(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Contributo minimo: 5.000 euro.", ["grant min 5000"]),
        ("Montant minimal de l'aide : 10 000 €.", ["grant min 10000"]),
        ("Importe mínimo de la subvención: 12.000 €.", ["grant min 12000"]),
        ("Mindestzuwendung: 25.000 Euro.", ["grant min 25000"]),
        ("Apoio mínimo por projeto: 20.000 euros.", ["grant min 20000"]),
        ("Minimalna kwota dotacji to 100 tys. zł.", ["grant min 100000"]),
    ],
)
def test_the_least_of_a_grant(text: str, found: list[str]) -> None:
    assert wordings(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Grants range from EUR 20,000 to EUR 60,000.", ["grant 20000-60000"]),
        ("Vouchers of EUR 5,000 or EUR 10,000 are available.", ["grant 5000", "grant 10000"]),
        ("Bons de 5 000 €, 10 000 € ou 15 000 €.", ["grant 5000", "grant 10000", "grant 15000"]),
        ("Pauschale von 8.000, 12.000 oder 16.000 Euro", ["grant 8000", "grant 12000", "grant 16000"]),
        ("Each consortium will receive a lump sum of EUR 900,000.", ["grant 900000"]),
        ("Ogni partenariato riceverà 300.000 euro.", ["grant 300000"]),
        ("Na jeden projekt przypada 400 tys. euro.", ["grant 400000"]),
        (
            "The maximum grant is EUR 100,000 and the minimum EUR 20,000.",
            ["grant max 100000", "grant min 20000"],
        ),
        ("Il contributo va da un minimo di 10.000 a un massimo di 50.000 euro.", ["grant max 50000"]),
        ("L'aide est comprise entre 20 000 et 80 000 euros.", ["grant 20000-80000"]),
        ("Die Förderung liegt zwischen 1 und 3 Mio. Euro je Projekt.", ["grant 1000000-3000000"]),
        ("EU contribution per project: around EUR 4 million", ["grant 4000000"]),
        ("Contributo UE per progetto: circa 3 milioni di euro", ["grant 3000000"]),
        ("Contribution de l'UE par projet : entre 2 et 4 M€", ["grant 2000000-4000000"]),
        ("Grants of EUR 250,000 each will go to 12 consortia.", ["grant 250000"]),
    ],
)
def test_what_one_gets(text: str, found: list[str]) -> None:
    assert wordings(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il bando dispone di 12 milioni di euro.", ["budget 12000000"]),
        ("Le risorse ammontano a 4,5 milioni di euro.", ["budget 4500000"]),
        ("Sul piatto ci sono 7 milioni di euro.", ["budget 7000000"]),
        ("La Regione ha stanziato 3,2 milioni.", ["budget 3200000"]),
        ("L'enveloppe de l'appel est de 6 M€.", ["budget 6000000"]),
        ("L'appel est doté de 15 millions d'euros.", ["budget 15000000"]),
        ("La convocatoria cuenta con 20 millones de euros.", ["budget 20000000"]),
        ("La convocatoria está dotada con 2,5 millones de euros.", ["budget 2500000"]),
        ("Für den Aufruf stehen 9 Mio. Euro zur Verfügung.", ["budget 9000000"]),
        ("Das Fördervolumen beträgt 30 Mio. €.", ["budget 30000000"]),
        ("O aviso tem uma dotação de 18 milhões de euros.", ["budget 18000000"]),
        ("Pula środków w naborze: 50 mln zł.", ["budget 50000000"]),
        ("Na konkurs przeznaczono 8 mln euro.", ["budget 8000000"]),
        ("The call makes EUR 25 million available.", ["budget 25000000"]),
        ("The pot for this round is €4m.", ["budget 4000000"]),
        (
            "A further €2 million has been added, bringing the total to €10 million.",
            ["budget 2000000", "budget 10000000"],
        ),
        ("Presupuesto: 3 M€. ", ["budget 3000000"]),
        ("EUR 5 million is available for projects on hydrogen.", ["budget 5000000"]),
        ("5 milioni di euro per progetti di ricerca delle PMI", ["nothing 5000000"]),
        (
            "The call's budget is EUR 8 million, of which EUR 2 million for widening countries.",
            ["budget 8000000", "budget 2000000"],
        ),
    ],
)
def test_all_the_money_of_a_call(text: str, found: list[str]) -> None:
    assert wordings(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Investimento minimo: 50.000 euro.", ["other 50000"]),
        ("L'investissement doit être d'au moins 100 000 €.", ["other 100000"]),
        ("La inversión mínima es de 30.000 euros.", ["other 30000"]),
        ("Die Investition muss mindestens 40.000 Euro betragen.", ["other 40000"]),
        ("O investimento mínimo é de 25.000 euros.", ["other 25000"]),
        ("Minimalna wartość inwestycji: 500 tys. zł.", ["other 500000"]),
        ("The minimum investment is EUR 75,000.", ["other 75000"]),
        ("Firms with a turnover below EUR 50 million may apply.", ["other 50000000"]),
        ("Fatturato non superiore a 10 milioni di euro.", ["other 10000000"]),
        ("Umsatz von höchstens 50 Mio. Euro", ["other 50000000"]),
        ("Each project may give up to EUR 60,000 per third party.", ["other 60000"]),
        ("Ein Projekt kann bis zu 60.000 Euro je Drittem weitergeben.", ["other 60000"]),
        ("Chiffre d'affaires inférieur à 2 M€.", ["other 2000000"]),
        ("A loan of EUR 500,000 at zero interest", ["other 500000"]),
        ("The prize is EUR 50,000.", ["other 50000"]),
        ("The fee is EUR 150.", ["other 150"]),
    ],
)
def test_what_is_no_money_of_ours(text: str, found: list[str]) -> None:
    assert wordings(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Il budget sale a 8 milioni di euro rispetto ai 6 milioni iniziali.",
            ["budget 8000000", "other 6000000"],
        ),
        (
            "Das Budget steigt von ursprünglich 5 Mio. Euro auf 8 Mio. Euro.",
            ["other 5000000", "budget 8000000"],
        ),
        ("Le budget passe à 8 M€ au lieu de 5 M€.", ["budget 8000000", "other 5000000"]),
        (
            "El presupuesto sube a 8 millones de euros frente a los 5 millones anteriores.",
            ["budget 8000000", "other 5000000"],
        ),
        ("€3m remains of the €20m allocated.", ["budget 3000000", "other 20000000"]),
        (
            "The total budget of the call is EUR 12 million; each project can get up to EUR 1.5 million.",
            ["budget 12000000", "grant max 1500000"],
        ),
        (
            "Budget totale: 10 milioni di euro, contributo massimo 500.000 euro.",
            ["budget 10000000", "grant max 500000"],
        ),
        ("Gesamtbudget 5 Mio. €, max. 250.000 € pro Vorhaben", ["budget 5000000", "grant max 250000"]),
        (
            "Dotação global: 5 M€, com o limite de 200 mil euros por operação.",
            ["budget 5000000", "grant max 200000"],
        ),
        (
            "Alokacja wynosi 20 mln zł, maksymalne dofinansowanie 2 mln zł.",
            ["budget 20000000", "grant max 2000000"],
        ),
    ],
)
def test_several_amounts_of_a_sentence(text: str, found: list[str]) -> None:
    assert wordings(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Horizon Europe has a budget of EUR 95.5 billion for 2021-2027.", ["programme 95500000000"]),
        (
            "Il programma ha una dotazione di 250 milioni di euro per il periodo 2021-2027.",
            ["programme 250000000"],
        ),
        ("Das Programm hat für 2021-2027 ein Budget von 80 Mio. Euro.", ["programme 80000000"]),
    ],
)
def test_what_a_programme_has_for_years(text: str, found: list[str]) -> None:
    assert wordings(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Budget: 8 milioni di euro (6 milioni iniziali).", ["budget 8000000", "other 6000000"]),
        ("Hilfe von wenigstens 20.000 Euro je Antragsteller", ["grant min 20000"]),
        ("Aide : 40 000 € au maximum", ["grant max 40000"]),
        ("Aide : 10 000 € au minimum", ["grant min 10000"]),
        ("Gesucht sind drei Vorhaben à 2 Mio. €.", ["grant 2000000"]),
        ("Bando: 40.000 euro.", ["grant 40000"]),
        ("Progetti di investimento con dotazione di 5 milioni di euro", ["budget 5000000"]),
        ("In total the LIFE programme gives EUR 600,000.", ["budget 600000"]),
    ],
)
def test_the_word_beside_an_amount_goes_before_others(text: str, found: list[str]) -> None:
    assert wordings(text) == found


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Importo massimo della sovvenzione: 30.000 euro.", [False]),
        ("Limite: 30.000 euro.", [True]),
        ("Limite: 30.000 o 40.000 euro.", [True, True]),
        ("Bando: 40.000 euro.", [True]),
        ("Projektbudget: 3 Mio. Euro", [True]),
        ("The budget is EUR 4 million here and for the north EUR 2 million.", [False, False]),
        (
            "Dotazione: 300.000 euro per chi sta al nord, e nelle isole, come detto; poi 4 milioni di euro",
            [False, True],
        ),
    ],
)
def test_what_may_be_of_something_else_is_doubted(text: str, doubted: list[bool]) -> None:
    folded = Folded(text)
    assert [bool(role.doubt) for role in money_roles(folded.folded, amount_spans(folded))] == doubted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hasta un máximo de 250.000 euros por polígono", ["grant max 250000"]),
        ("com um teto de 700 mil euros por mercado", ["grant max 700000"]),
        ("höchstens jedoch 40.000 Euro je Betrieb", ["grant max 40000"]),
        ("plafonnée à 2 M€ par territoire", ["grant max 2000000"]),
        ("2 projetos, com 8 milhões de euros cada", ["grant 8000000"]),
        ("10 milioni di euro per infrastrutture", ["nothing 10000000"]),
        ("la dotación es de 3 millones de euros por año", ["budget 3000000"]),
        ("EUR 8 million is on the table", ["budget 8000000"]),
        ("Im Topf liegen 1,2 Mio. Euro.", ["budget 1200000"]),
        ("Los diez temas suman 180 millones de euros.", ["budget 180000000"]),
        ("Hay 26 millones de euros para cuatro propuestas", ["budget 26000000"]),
        ("Przewidziano 7 mln euro na projekty.", ["budget 7000000"]),
    ],
)
def test_what_one_gets_whatever_it_is_called_and_what_all_share(text: str, found: list[str]) -> None:
    assert wordings(text) == found


def test_from_some_to_some_are_partners_and_no_grants() -> None:
    assert [
        number for _, _, number in numbers_of_grants("beneficiarios: agrupaciones de 3 a 8 empresas")
    ] == []
    assert [number for _, _, number in numbers_of_grants("50 kmu werden gefordert")] == [50]

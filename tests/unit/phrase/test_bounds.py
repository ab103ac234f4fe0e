"""What is typed round an amount, in seven languages, for the field that it is typed for."""

import pytest

from clustercalls.phrase.amounts import Money, NotAnAmount, read
from clustercalls.phrase.bound_words import Of
from clustercalls.phrase.bounds import Aside, aside

# In English, Italian, French, German, Spanish, Portuguese and Polish, with inputs as calls have them.
MOST = (
    "up to 70.000 €", "at most 70.000 €", "max 70.000 €", "max. 70.000 €", "MAX: 70.000 €",
    "no more than 70.000 €", "maximum grant: 70.000 €", "70.000 € max.", "70.000 € (max)",
    "not exceeding 70.000 €", "limited to 70.000 €", "il contributo massimo è di 70.000 €",
    "der Höchstbetrag beträgt 70.000 €", "la subvention maximale est de 70.000 €",
    "maksymalna kwota wynosi 70.000 €",
    "ceiling of 70.000 €", "up to a maximum of 70.000 €",
    "fino a 70.000 €", "fino ad un massimo di 70.000 €", "massimo 70.000 €", "al massimo 70.000 €",
    "contributo massimo: 70.000 €", "non oltre 70.000 €", "70.000 € al massimo",
    "jusqu'à 70.000 €", "jusqu’à 70.000 €", "au maximum 70.000 €", "70.000 € au plus", "plafond : 70.000 €",
    "dans la limite de 70.000 €", "subvention maximale de 70.000 €",
    "bis zu 70.000 €", "bis 70.000 €", "höchstens 70.000 €", "maximal 70.000 €", "max. Zuschuss 70.000 €",
    "Förderhöchstbetrag: 70.000 €",
    "hasta 70.000 €", "hasta un máximo de 70.000 €", "como máximo 70.000 €", "ayuda máxima: 70.000 €",
    "até 70.000 €", "no máximo 70.000 €", "até um máximo de 70.000 €", "apoio máximo: 70.000 €",
    "do 70.000 €", "maksymalnie 70.000 €", "maks. 70.000 €", "nie więcej niż 70.000 €",
    "maksymalna kwota: 70.000 €",
    "up to 70.000 € per project", "max. 70.000 € pro Projekt", "fino a 70.000 € a progetto",
)  # fmt: skip
LEAST = (
    "at least 70.000 €", "min. 70.000 €", "minimum 70.000 €", "from 70.000 €", "not less than 70.000 €",
    "70.000 € min.", "70.000 € or more", "minimum grant: 70.000 €",
    "almeno 70.000 €", "minimo 70.000 €", "da 70.000 €", "a partire da 70.000 €",
    "contributo minimo: 70.000 €",
    "au moins 70.000 €", "au minimum 70.000 €", "à partir de 70.000 €", "dès 70.000 €", "70.000 € ou plus",
    "mindestens 70.000 €", "mind. 70.000 €", "ab 70.000 €", "wenigstens 70.000 €",
    "al menos 70.000 €", "como mínimo 70.000 €", "desde 70.000 €", "a partir de 70.000 €",
    "pelo menos 70.000 €", "no mínimo 70.000 €", "no mínimo: 70.000 €",
    "co najmniej 70.000 €", "od 70.000 €", "nie mniej niż 70.000 €", "minimalna kwota: 70.000 €",
    "at least 70.000 € per project",
)  # fmt: skip
EACH = (
    "70.000 € per project", "70.000 € each", "70.000 € per grant", "70.000 €/project",
    "70.000 € (per project)",
    "70.000 € a progetto", "70.000 € per ciascun progetto", "70.000 € ciascuno",
    "70.000 € par projet", "70.000 € chacun", "70.000 € pro Projekt", "70.000 € je Vorhaben",
    "70.000 € por proyecto", "70.000 € cada uno", "70.000 € por projeto", "70.000 € na projekt",
    "70.000 € per contributo", "70.000 € par subvention", "70.000 € por candidatura", "70.000 € pro Antrag",
    "per project: 70.000 €", "each 70.000 €", "je Projekt 70.000 €",
    "budget 70.000 € per project", "dotazione per progetto: 70.000 €", "Budget je Projekt 70.000 €",
)  # fmt: skip
TOTAL = (
    "Budget: 70.000 €", "budget 70.000 €", "allocation of 70.000 €", "dotazione 70.000 €",
    "dotazione finanziaria: 70.000 €", "stanziamento di 70.000 €", "enveloppe de 70.000 €",
    "dotation : 70.000 €", "Mittel: 70.000 €", "presupuesto: 70.000 €", "dotación de 70.000 €",
    "orçamento: 70.000 €", "dotação: 70.000 €", "budżet: 70.000 €", "alokacja: 70.000 €",
    "total budget: 70.000 €", "overall budget of 70.000 €", "total 70.000 €", "70.000 € in total",
    "dotazione complessiva: 70.000 €", "dotazione finanziaria complessiva pari a 70.000 €",
    "budget totale 70.000 €", "risorse complessive: 70.000 €", "70.000 € complessivi",
    "enveloppe globale : 70.000 €", "enveloppe totale de 70.000 €", "montant total: 70.000 €",
    "70.000 € au total", "Gesamtbudget: 70.000 €", "Gesamtvolumen von 70.000 €", "insgesamt 70.000 €",
    "Fördervolumen 70.000 €", "presupuesto total: 70.000 €", "dotación total de 70.000 €",
    "70.000 € en total", "orçamento total: 70.000 €", "dotação global: 70.000 €",
    "całkowity budżet: 70.000 €", "łączna kwota: 70.000 €", "budżet naboru w wysokości 70.000 €",
)  # fmt: skip
# They say that an amount follows, whichever.
ANY = (
    "amount: 70.000 €", "importo: 70.000 €", "montant : 70.000 €", "Betrag: 70.000 €",
    "importe: 70.000 €", "montante: 70.000 €", "kwota: 70.000 €", "contributo di 70.000 €",
)  # fmt: skip
# Less sure, or the next one beside it: no field says that itself.
MORE = (
    "about 70.000 €", "circa 70.000 €", "environ 70.000 €", "rund 70.000 €", "unos 70.000 €",
    "cerca de 70.000 €", "około 70.000 €", "more than 70.000 €", "oltre 70.000 €", "plus de 70.000 €",
    "über 70.000 €", "menos de 70.000 €", "ponad 70.000 €", "~70.000 €", "70.000 € approx.",
    "max. ca. 70.000 €", "at least 70.000 € max.", "no more than 70.000 € in total",
    "massimo 70.000 € complessivi", "max budget 70.000 €", "dotazione massima 70.000 €",
)  # fmt: skip
# Who gets it is another than a project.
NO_PROJECT = (
    "70.000 € per partner", "70.000 € per year", "70.000 € all'anno", "70.000 € pro Jahr",
    "70.000 € na osobę",
    "up to 70.000 € per partner", "from 10.000 to 70.000 €", "da 10.000 a 70.000 €", "do", "max.",
    "up to much",
    "min. 10.000, max. 70.000 €", "do 70.000 € na partnera",
)  # fmt: skip
SAYS = {Of.MOST: MOST, Of.LEAST: LEAST, Of.EACH: EACH, Of.TOTAL: TOTAL}
TAKES = [
    *((of, each) for of, row in SAYS.items() for each in row),
    *((of, each) for of in (Of.MOST, Of.LEAST) for each in EACH),
    *((of, each) for of in Of for each in (*ANY, "70.000 €")),
]


@pytest.mark.parametrize(("of", "typed"), TAKES)
def test_what_a_field_says_itself_is_set_aside(of: Of, typed: str) -> None:
    assert read(typed, of) == Money(70_000, "EUR")
    assert read(typed.upper() if "€" in typed else typed, of) == Money(70_000, "EUR")


@pytest.mark.parametrize(
    ("of", "typed", "belongs"),
    [
        (of, each, right)
        for right, row in SAYS.items()
        for each in row
        for of in Of
        if (of, each) not in TAKES
    ],
)
def test_what_another_field_says_names_that_field(of: Of, typed: str, belongs: Of) -> None:
    with pytest.raises(NotAnAmount) as refused:
        read(typed, of)
    assert (refused.value.bare, refused.value.belongs) == ("70.000 €", belongs)
    assert read(typed, belongs) == read(refused.value.bare, of)


@pytest.mark.parametrize("of", Of)
@pytest.mark.parametrize("typed", MORE)
def test_what_no_field_says_is_refused(of: Of, typed: str) -> None:
    with pytest.raises(NotAnAmount) as refused:
        read(typed, of)
    assert (refused.value.bare, refused.value.belongs) == ("70.000 €", None)


@pytest.mark.parametrize("of", Of)
@pytest.mark.parametrize("typed", NO_PROJECT)
def test_nothing_else_is_set_aside(of: Of, typed: str) -> None:
    with pytest.raises(NotAnAmount) as refused:
        read(typed, of)
    assert refused.value.bare == ""


def test_an_amount_keeps_its_letters() -> None:
    assert aside("FINO A Łódź 3 Mio. €") == Aside("Łódź 3 Mio. €", frozenset({Of.MOST}), foreign=True)
    assert aside("up to EUR 3 Million") == Aside("EUR 3 Million", frozenset({Of.MOST}), foreign=False)

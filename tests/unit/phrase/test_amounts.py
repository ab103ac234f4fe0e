"""Amounts as people type them, in seven languages, and the currency beside them."""

import pytest

from clustercalls.phrase.amounts import NAMES, SIGNS, Money, NotAnAmount, count, currency, read
from clustercalls.phrase.bound_words import Of
from clustercalls.phrase.sizes import SIZES


@pytest.mark.parametrize(("typed", "amount"), [
    ("18500000", 18_500_000), ("18.500.000", 18_500_000), ("18,500,000", 18_500_000),
    ("18 500 000", 18_500_000), ("18'500'000", 18_500_000), ("18’500’000", 18_500_000),
    ("18_500_000", 18_500_000), ("18\u00a0500\u202f000", 18_500_000),
    ("EUR 350,000", 350_000), ("€ 350.000", 350_000), ("€350k", 350_000), ("350.000 euro", 350_000),
    ("350k€", 350_000), ("1.500", 1_500), ("1,500", 1_500), ("999", 999), ("0", 0),
    ("1.500,50", 1_500.5), ("1,500.50", 1_500.5), ("12 500,75 €", 12_500.75), ("1.5", 1.5),
    ("18.5M", 18_500_000), ("18,5 mln", 18_500_000), ("0.125M", 125_000), ("2 bn", 2_000_000_000),
    ("1.500,5 mln", 1_500_500_000), ("18 500 k", 18_500_000), ("4.35M", 4_350_000),
    ("2½ million", 2_500_000), ("3¼ Mio. €", 3_250_000), ("1¾ mln", 1_750_000), ("1,5 miliona", 1_500_000),
    ("350 milliers d'euros", 350_000), ("EUR 1 500 000", 1_500_000), ("1.500.000,00 €", 1_500_000),
    ("€ 1.500.000,00", 1_500_000), ("1,500,000.00 EUR", 1_500_000), ("CHF 1’500’000.–", 1_500_000),
    ("1.000.000,- €", 1_000_000), ("1'000'000.–", 1_000_000), ("a million", 1_000_000),
])  # fmt: skip
def test_amounts_as_people_write_them(typed: str, amount: float) -> None:
    found = read(typed).amount
    assert (found, type(found)) == (amount, type(amount))


@pytest.mark.parametrize(("typed", "amount", "code"), [
    ("EUR 7 million", 7_000_000, "EUR"), ("7 million EUR", 7_000_000, "EUR"), ("€7m", 7_000_000, "EUR"),
    ("7 million euros", 7_000_000, "EUR"), ("7 millions of euros", 7_000_000, "EUR"),
    ("7,5 milioni di euro", 7_500_000, "EUR"), ("1 milione", 1_000_000, ""),
    ("un milione di euro", 1_000_000, "EUR"), ("250 mila euro", 250_000, "EUR"),
    ("2 miliardi di euro", 2_000_000_000, "EUR"), ("1 miliardo", 1_000_000_000, ""),
    ("7,5 Mio. €", 7_500_000, "EUR"), ("7,5 Mio. EUR", 7_500_000, "EUR"), ("Mio. € 7,5", 7_500_000, "EUR"),
    ("7 Millionen Euro", 7_000_000, "EUR"), ("eine Million Euro", 1_000_000, "EUR"),
    ("250 Tsd. €", 250_000, "EUR"), ("2 Mrd. EUR", 2_000_000_000, "EUR"),
    ("2 Milliarden Euro", 2_000_000_000, "EUR"),
    ("7 millions d'euros", 7_000_000, "EUR"), ("7 millions d’euros", 7_000_000, "EUR"),
    ("un million d'euros", 1_000_000, "EUR"), ("2 milliards d'euros", 2_000_000_000, "EUR"),
    ("2 Md€", 2_000_000_000, "EUR"), ("7 M€", 7_000_000, "EUR"), ("250 k€", 250_000, "EUR"),
    ("7 millones de euros", 7_000_000, "EUR"), ("un millón de euros", 1_000_000, "EUR"),
    ("2 mil millones de euros", 2_000_000_000, "EUR"), ("7 milhões de euros", 7_000_000, "EUR"),
    ("7 milionów euro", 7_000_000, "EUR"), ("20 mln zł", 20_000_000, "PLN"),
    ("2 mld euro", 2_000_000_000, "EUR"), ("3 milliard", 3_000_000_000, ""), ("3 billion", 3_000_000_000, ""),
    ("MEUR 7", 7_000_000, "EUR"), ("M€ 7.5", 7_500_000, "EUR"), ("7 MEUR", 7_000_000, "EUR"),
    ("kEUR 250", 250_000, "EUR"), ("k€ 250", 250_000, "EUR"), ("bn€ 2", 2_000_000_000, "EUR"),
    ("CHF 17.2M", 17_200_000, "CHF"), ("17,2 Mio. CHF", 17_200_000, "CHF"), ("chf 5", 5, "CHF"),
    ("2 Mia. CHF", 2_000_000_000, "CHF"), ("CHF 1,5 Mia.", 1_500_000_000, "CHF"),
    ("un milione e mezzo di euro", 1_500_000, "EUR"), ("anderthalb Millionen Euro", 1_500_000, "EUR"),
    ("two and a half million euros", 2_500_000, "EUR"), ("un milliard et demi d'euros", 1_500_000_000, "EUR"),
    ("dos millones y medio de euros", 2_500_000, "EUR"), ("półtora miliona złotych", 1_500_000, "PLN"),
    ("£500k", 500_000, "GBP"), ("US$ 3bn", 3_000_000_000, "USD"), ("$ 5M", 5_000_000, "USD"),
    ("three million euro", 3_000_000, "EUR"), ("tre milioni di euro", 3_000_000, "EUR"),
    ("fünf Millionen Euro", 5_000_000, "EUR"), ("deux millions d'euros", 2_000_000, "EUR"),
    ("cuatro millones de euros", 4_000_000, "EUR"), ("dois milhões de euros", 2_000_000, "EUR"),
    ("trzy miliony złotych", 3_000_000, "PLN"), ("zehn Mio. CHF", 10_000_000, "CHF"),
    ("700 TEUR", 700_000, "EUR"), ("700 T€", 700_000, "EUR"), ("R$ 3 milhões", 3_000_000, "BRL"),
    ("budget: 3M EUR", 3_000_000, "EUR"), ("budget 3M EUR", 3_000_000, "EUR"),
    ("Dotazione finanziaria: 7 mln €", 7_000_000, "EUR"),
    ("Fördervolumen: 2 Mio. €", 2_000_000, "EUR"), ("presupuesto: 700.000 €", 700_000, "EUR"),
    ("4.2 billion euros", 4_200_000_000, "EUR"), ("£ 4 billion", 4_000_000_000, "GBP"),
    ("total budget: EUR 4 BILLION", 4_000_000_000, "EUR"), ("6 million pounds", 6_000_000, "GBP"),
    ("6 Mio. Franken", 6_000_000, "CHF"), ("A$6m", 6_000_000, "AUD"), ("5 milioni di sterline",
    5_000_000, "GBP"),
    ("MAD 300", 300, "MAD"), ("SEK 4 million", 4_000_000, "SEK"),
])  # fmt: skip
def test_words_and_currencies_before_and_after(typed: str, amount: float, code: str) -> None:
    assert read(typed) == Money(amount, code)
    assert read(typed.replace(" ", "\u00a0")) == Money(amount, code)


@pytest.mark.parametrize("sign", [*sorted(SIGNS), "SEK"])
def test_every_size_stands_beside_every_currency(sign: str) -> None:
    for size in sorted(SIZES):
        meant = Money(4 * SIZES[size], currency(sign))
        for typed in (f"4 {size} {sign}", f"{sign} 4 {size}", f"4 {size.upper()} {sign}", f"{size} {sign} 4"):
            assert read(typed) == meant, typed


@pytest.mark.parametrize(("typed", "readings"), [
    ("1.500 mln", (1_500_000, 1_500_000_000)), ("1,500M", (1_500_000, 1_500_000_000)),
    ("2.000 millones", (2_000_000, 2_000_000_000)),
    *((each, (4_000_000_000, 4_000_000_000_000)) for each in (
        "4 Billion Euro", "Budget: 4 Billion €", "4 billion d'euros", "4 billion d’euros", "4,0 Billion",
        "4 billion de dollars américains", "enveloppe globale : 4 billion €", "4 Billion Franken",
        "4 billion franken", "EUR 4 Billion",
    )),
    ("un billion d'euros", (1_000_000_000, 1_000_000_000_000)),
    ("eine Billion Euro", (1_000_000_000, 1_000_000_000_000)),
    ("3 mil euros", (3_000, 3_000_000)), ("3 mil. EUR", (3_000, 3_000_000)),
    # in German and French a thousand of the English ones
    ("4 Billion Euro", (4_000_000_000, 4_000_000_000_000)), ("1 billion d'euros", (10**9, 10**12)),
    ("4 billion d’euros", (4 * 10**9, 4 * 10**12)),
])  # fmt: skip
def test_what_could_be_two_amounts(typed: str, readings: tuple[int, ...]) -> None:
    with pytest.raises(NotAnAmount) as refused:
        read(typed)
    assert refused.value.readings == readings


@pytest.mark.parametrize("typed", [
    # a fraction or thousands?
    "1.234,567", "0.125", "1234.567",
    # groups that are none
    "1.234.56", "1.500.50", "1,00,000", "1 00", "01.500", "1.500_000", "1.500,000.00",
    # two sizes, two currencies, no number, a word that is a currency only in capitals
    "3 cad", "3 cad.",
    "M€ 3 million", "3M million", "EUR 3 CHF", "one", "a EUR", "million", "3 all", "3 top", "MAX 3",
    # less sure, or more than one
    "up to 3M", "3-5 M€", "circa 3 milioni", "3M per project", "half of a million",
    "2 Billionen", "2 billones",
    # a raised figure is a note
    "18500000¹", "350k²", "½ million", "2½½ million", "1.5½ million",
    # no amounts
    "up to " * 30_000 + "3M", "3M" + " " * 200 + "EUR",
    "", "EUR", "-5", ".5", "5.", "much", "9" * 400,
])  # fmt: skip
def test_what_is_no_amount(typed: str) -> None:
    with pytest.raises(NotAnAmount):
        read(typed)


@pytest.mark.parametrize(("typed", "bare"), [
    ("up to 3M", "3M"), ("about EUR 3 million", "EUR 3 million"), ("3M per project", "3M"),
    ("fino a un massimo di 70.000 €", "70.000 €"), ("jusqu'à 70 k€", "70 k€"),
    ("bis zu 70.000 €", "70.000 €"),
    ("hasta 70.000 € por proyecto", "70.000 €"), ("até 70.000 €", "70.000 €"), ("ok. 2 mln zł", "2 mln zł"),
    ("maksymalnie do 70 000 zł", "70 000 zł"),
    # no single amount is left
    ("up to 3-5M", ""), ("between 3M and 5M", ""), ("from 3M to 5M", ""), ("up to much", ""),
    ("seven", ""), ("three all", ""), ("call: 3M", ""),
])  # fmt: skip
def test_the_amount_in_a_text_that_says_more(typed: str, bare: str) -> None:
    with pytest.raises(NotAnAmount) as refused:
        read(typed)
    assert refused.value.bare == bare


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_name_stands_before_and_behind(name: str) -> None:
    assert read(f"6 Mio. {name}") == read(f"{name} 6 Mio.") == Money(6_000_000, NAMES[name])


@pytest.mark.parametrize(("typed", "number"), [
    ("9", 9), ("9 projects", 9), ("1 project", 1), ("9 progetti", 9), ("9 projets", 9), ("9 Projekte", 9),
    ("9 proyectos", 9), ("9 projetos", 9), ("9 projektów", 9), ("nine grants", 9), ("sette progetti", 7),
    (" 9  Vorhaben ", 9), ("0", 0), ("dodici", 12), ("1.200", 1200), ("1 200 grants", 1200), ("a grant", 1),
    *((each, None) for each in (
        "9-11", "9–11 projects", "about nine", "9 to 11", "up to 9", "9 partners", "9 per country", "9.5",
        "1.20", "1.200.000.000", "a", "an", "-9", "", "projects", "9 projects each", "several", "1234567890",
    )),
])  # fmt: skip
def test_a_number_of_projects(typed: str, number: int | None) -> None:
    assert count(typed) == number


@pytest.mark.parametrize("words", [
    "half a million", "mezzo milione", "eine halbe Million", "halbe Million", "un demi-million",
    "medio millón", "meio milhão", "pół miliona",
])  # fmt: skip
def test_half_a_million_in_seven_languages(words: str) -> None:
    assert read(words) == Money(500_000, "")
    assert read(f"EUR {words}") == Money(500_000, "EUR")
    assert read(f"{words} per project", Of.EACH) == Money(500_000, "")
    for several in (f"one and {words}", f"3 {words}", f"{words} 3", words.split(maxsplit=1)[0]):
        with pytest.raises(NotAnAmount):
            read(several)


@pytest.mark.parametrize(("typed", "code"), [
    ("7 million (EUR)", "EUR"), ("7 Mio. (€)", "EUR"), ("(CHF) 7 million", "CHF"), ("7 mln (złotych)", "PLN"),
    ("in totale 7 milioni", ""), ("en total 7 M€", "EUR"), ("w sumie 7 mln", ""), ("in all: 7 million", ""),
])  # fmt: skip
def test_what_stands_before_or_in_brackets(typed: str, code: str) -> None:
    assert read(typed) == Money(7_000_000, code)


@pytest.mark.parametrize(
    "typed", ["7 million (EU)", "7 million (loans)", "7 (2031) million", "7 million (8)"]
)
def test_what_else_stands_in_brackets_is_no_currency(typed: str) -> None:
    with pytest.raises(NotAnAmount):
        read(typed)


@pytest.mark.parametrize(("name", "code"), [
    ("eur", "EUR"), ("Euro", "EUR"), (" £ ", "GBP"), ("$", "USD"), ("sfr", "CHF"), ("nok", "NOK"),
    ("Swiss francs", "CHF"), ("franchi  svizzeri", "CHF"), ("A$", "AUD"), ("francos suíços", "CHF"),
    ("Libras esterlinas", "GBP"), ("złotych", "PLN"), ("PLN", "PLN"), ("rOn", "RON"), ("crowns", ""),
    ("dollars", ""), ("kr", ""), ("EUR CHF", ""), ("€ 3", ""), ("", ""), ("ABC", ""),
])  # fmt: skip
def test_the_code_of_a_currency(name: str, code: str) -> None:
    assert currency(name) == code


@pytest.mark.parametrize(("typed", "amount", "code"), [
    ("EUR 4 million (four million)", 4_000_000, "EUR"), ("€ 4.000.000 (quattromilioni/00)", 4_000_000, "EUR"),
    ("4 M€ (quatre millions d'euros)", 4_000_000, "EUR"), ("4 Mio. EUR (vier Millionen)", 4_000_000, "EUR"),
    ("4.000.000 € (cuatro millones de euros)", 4_000_000, "EUR"), ("30.000 (tremila)", None, ""),
    ("10 000 zł (dziesięć tysięcy)", 10_000, "PLN"), ("30.000 euro (trentamila/00)", 30_000, "EUR"),
    ("4 million (EUR)", 4_000_000, "EUR"), ("4.000.000 (four million euros)", 4_000_000, "EUR"),
    ("€ 4.000.000 (tremilioni/00)", None, ""), ("EUR 4M (four million pounds)", None, ""),
    ("EUR 4 million (forty million)", None, ""),
])  # fmt: skip
def test_an_amount_said_again_in_words_is_one_where_both_are_the_same(
    typed: str, amount: int | None, code: str
) -> None:
    if amount is None:
        with pytest.raises(NotAnAmount):
            read(typed)
    else:
        assert read(typed) == Money(amount, code)

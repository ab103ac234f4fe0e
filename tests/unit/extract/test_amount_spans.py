import pytest

from clustercalls.extract.amount_spans import amount_spans
from clustercalls.extract.folded import Folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a budget of EUR 1 900 000.", [(1_900_000, "EUR")]),
        ("€4,700,000 and 250.000 euro", [(4_700_000, "EUR"), (250_000, "EUR")]),
        ("dotazione 12,5 mln €", [(12_500_000, "EUR")]),
        ("245 M€", [(245_000_000, "EUR")]),
        ("rund einer Million Euro", [(1_000_000, "EUR")]),
        ("14,3 milioni di franchi svizzeri", [(14_300_000, "CHF")]),
        ("45 mln zł", [(45_000_000, "PLN")]),
        ("47 MILIONI", [(47_000_000, "")]),
        ("28 countries, 160 people, 4 May 2026", []),
    ],
)
def test_amounts_within_sentences(text: str, found: list[tuple[float, str]]) -> None:
    assert [(each.amount, each.currency) for each in amount_spans(Folded(text))] == found


@pytest.mark.parametrize("text", ["between EUR 3 and 4 million", "zwischen 3 und 4 Mio. €", "3-4 mln euro"])
def test_both_ends_of_a_range(text: str) -> None:
    (span,) = amount_spans(Folded(text))
    assert (span.least, span.amount) == (3_000_000, 4_000_000)


def test_what_could_be_two_has_both() -> None:
    (span,) = amount_spans(Folded("até 500 mil euros"))
    assert span.readings == (500_000, 500_000_000)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("un milione e trecentomila euro", [(1_300_000, "EUR")]),
        ("settecentocinquantamila euro", [(750_000, "EUR")]),
        ("mezzo milione di euro", [(500_000, "EUR")]),
        ("six cent mille euros", [(600_000, "EUR")]),
        ("quatre-vingt mille euros", [(80_000, "EUR")]),
        ("un million et demi d'euros", [(1_500_000, "EUR")]),
        ("seiscientos mil euros", [(600_000, "EUR")]),
        ("un millón y medio", [(1_500_000, "")]),
        ("dos millones quinientos mil euros", [(2_500_000, "EUR")]),
        ("zweihundertfünfzigtausend Euro", [(250_000, "EUR")]),
        ("fünfundzwanzig Millionen Euro", [(25_000_000, "EUR")]),
        ("anderthalb Millionen Euro", [(1_500_000, "EUR")]),
        ("oito milhões de euros", [(8_000_000, "EUR")]),
        ("duzentos e cinquenta mil euros", [(250_000, "EUR")]),
        ("pięćset tysięcy złotych", [(500_000, "PLN")]),
        ("dwa miliony pięćset tysięcy złotych", [(2_500_000, "PLN")]),
        ("half a million euros", [(500_000, "EUR")]),
        ("one million two hundred thousand euros", [(1_200_000, "EUR")]),
        ("i milioni di euro, a million reasons, mille", []),
    ],
)
def test_amounts_in_words(text: str, found: list[tuple[float, str]]) -> None:
    assert [(each.amount, each.currency) for each in amount_spans(Folded(text))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("90.000, 180.000 oder 270.000 Euro", [(90_000, "EUR"), (180_000, "EUR"), (270_000, "EUR")]),
        ("2, 3 o 4 milioni di euro", [(2_000_000, "EUR"), (3_000_000, "EUR"), (4_000_000, "EUR")]),
        ("10 000, 20 000 ou 30 000 €", [(10_000, "EUR"), (20_000, "EUR"), (30_000, "EUR")]),
        ("10, 20 lub 30 tys. zł", [(10_000, "PLN"), (20_000, "PLN"), (30_000, "PLN")]),
        ("in 2025, 2026 and 2 million euros", [(2_000_000, "EUR")]),
        ("nie mniej niż 200 tys. i nie więcej niż 3 mln zł", [(200_000, "PLN"), (3_000_000, "PLN")]),
        ("12 million in total. The rest, 3 million euros", [(12_000_000, ""), (3_000_000, "EUR")]),
    ],
)
def test_the_last_of_a_row_has_the_currency_of_all(text: str, found: list[tuple[float, str]]) -> None:
    assert [(each.amount, each.currency) for each in amount_spans(Folded(text))] == found


@pytest.mark.parametrize(
    "text",
    [
        "from EUR 3m to EUR 4m",
        "da 3 a 4 milioni di euro",
        "tra i 3 e i 4 milioni di euro",
        "de 3 M€ à 4 M€",
        "entre 3.000.000 € y 4.000.000 €",
        "von 3 Mio. Euro bis 4 Mio. Euro",
        "od 3 mln euro do 4 mln euro",
        "de 3 a 4 milhões de euros",
    ],
)
def test_ranges_with_one_currency_or_two(text: str) -> None:
    (span,) = amount_spans(Folded(text))
    assert (span.least, span.amount, span.currency) == (3_000_000, 4_000_000, "EUR")


def test_two_amounts_that_are_no_range_stay_two() -> None:
    spans = amount_spans(Folded("EUR 5,000 or EUR 15,000; it rose to EUR 20,000 from EUR 10,000"))
    assert [(span.least, span.amount) for span in spans] == [
        (None, 5_000), (None, 15_000), (None, 20_000), (None, 10_000)
    ]  # fmt: skip

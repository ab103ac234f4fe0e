import pytest

from clustercalls.extract.amount_spans import amount_spans
from clustercalls.extract.folded import Folded


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

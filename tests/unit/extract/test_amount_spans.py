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

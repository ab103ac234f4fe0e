import pytest

from clustercalls.extract.amount_spans import amount_spans
from clustercalls.extract.folded import Folded


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

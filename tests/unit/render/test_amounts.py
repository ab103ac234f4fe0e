"""Amounts are never rounded; a column has them short."""

import pytest

from builders import entry
from clustercalls.entry_tables import Funding, Grants
from clustercalls.i18n import language
from clustercalls.model import Entry
from clustercalls.render import amounts

ENGLISH = language("en")

AMOUNTS = [
    # never rounded: what does not fit a short form is written out
    (18_500_000, "EUR", "18.5 M€", "18,5 M€"),
    (350_000, "EUR", "350 k€", "350 k€"),
    (1_250, "EUR", "1.25 k€", "1,25 k€"),
    (1_255, "EUR", "1,255 €", "1.255 €"),
    (999, "EUR", "999 €", "999 €"),
    (1_000, "EUR", "1 k€", "1 k€"),
    (0, "EUR", "0 €", "0 €"),
    (1_234_567, "EUR", "1,234,567 €", "1.234.567 €"),
    (12.5, "EUR", "12.5 €", "12,5 €"),
    (2_000_000_000, "EUR", "2,000 M€", "2.000 M€"),
    (5_000_000, "USD", "5 MUSD", "5 MUSD"),
    (500, "", "500", "500"),
]


@pytest.mark.parametrize(("value", "currency", "english", "italian"), AMOUNTS)
def test_amounts(value: float, currency: str, english: str, italian: str) -> None:
    assert amounts.amount(value, currency, "en") == english
    assert amounts.amount(value, currency, "it") == italian


MONEY = [
    (entry(budget=18_500_000, currency="EUR", funding=(Funding(75, "SMEs"),)), "18.5 M€, 75 %"),
    (entry(grants=Grants(8, 350_000), currency="EUR"), "8 × 350 k€"),
    (entry(grants=Grants(8), currency="EUR"), "8"),
    (entry(grants=Grants(None, 350_000), currency="EUR"), "350 k€"),
    (entry(grants=Grants(), currency="EUR"), ""),
    (entry(grants=Grants(min=50_000, max=2_000_000), currency="EUR"), "50 k€–2 M€ a project"),
    (entry(grants=Grants(max=2_000_000), currency="EUR"), "up to 2 M€ a project"),
    (entry(grants=Grants(min=50_000), currency="EUR"), "from 50 k€ a project"),
    (entry(grants=Grants(8, max=2_000_000), currency="EUR"), "8"),
    (entry(budget=0, currency="EUR"), "0 €"),
    (entry(budget=1_000_000, grants=Grants(8, 125_000), currency="EUR"), "1 M€"),
    (entry(funding=(Funding(62.5), Funding(100, "others"))), "62.5 %"),
    (entry(), ""),
]


@pytest.mark.parametrize(("it", "expected"), MONEY)
def test_money(it: Entry, expected: str) -> None:
    assert amounts.money(it, ENGLISH) == expected


@pytest.mark.parametrize(
    ("rate", "english", "italian"),
    [
        (75, "75 %", "75 %"), (62.5, "62.5 %", "62,5 %"), (1, "1 %", "1 %"), (0, "0 %", "0 %"),
        (33.333, "33.333 %", "33,333 %"), (99.999, "99.999 %", "99,999 %"),
        (0.85, "0.85 % (85 %?)", "0,85 % (85 %?)"), (0.25, "0.25 % (25 %?)", "0,25 % (25 %?)"),
    ],
)  # fmt: skip
def test_a_rate_that_may_be_a_fraction_says_what_it_would_mean(
    rate: float, english: str, italian: str
) -> None:
    assert (amounts.share(rate, "en"), amounts.share(rate, "it")) == (english, italian)
    alone = entry(funding=(Funding(rate), Funding(rate, "SMEs")))
    assert amounts.money(alone, ENGLISH) == english
    assert amounts.money_in_full(alone, ENGLISH) == f"{english}; {english} for SMEs"

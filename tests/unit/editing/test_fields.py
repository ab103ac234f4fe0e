"""Amounts as people type them."""

import pytest

from clustercalls.editing.fields import amount
from clustercalls.tables.findings import Bad


@pytest.mark.parametrize(("typed", "read"), [
    ("18500000", 18_500_000), ("18.500.000", 18_500_000), ("18,500,000", 18_500_000),
    ("18 500 000", 18_500_000), ("18'500'000", 18_500_000), ("18’500’000", 18_500_000),
    ("18_500_000", 18_500_000), ("18\u00a0500\u202f000", 18_500_000),
    ("EUR 350,000", 350_000), ("€ 350.000", 350_000), ("€350k", 350_000), ("350.000 euro", 350_000),
    ("350k€", 350_000), ("1.500", 1_500), ("1,500", 1_500), ("999", 999), ("0", 0),
    ("1.500,50", 1_500.5), ("1,500.50", 1_500.5), ("12 500,75 €", 12_500.75), ("1.5", 1.5),
    ("18.5M", 18_500_000), ("18,5 mln", 18_500_000), ("0.125M", 125_000), ("2 bn", 2_000_000_000),
    ("1.500,5 mln", 1_500_500_000), ("18 500 k", 18_500_000), ("4.35M", 4_350_000),
])  # fmt: skip
def test_amounts_as_people_write_them(typed: str, read: float) -> None:
    assert (amount(typed), type(amount(typed))) == (read, type(read))


@pytest.mark.parametrize("typed", [
    # a fraction or thousands?
    "1.500 mln", "1,500M", "1.234,567", "0.125", "1234.567",
    # groups that are none
    "1.234.56", "1.500.50", "1,00,000", "1 00", "01.500", "1.500_000", "1.500,000.00",
    # no amounts
    "", "EUR", "-5", ".5", "5.", "much", "9" * 400,
])  # fmt: skip
def test_what_is_no_amount_or_could_be_two(typed: str) -> None:
    with pytest.raises(Bad):
        amount(typed)

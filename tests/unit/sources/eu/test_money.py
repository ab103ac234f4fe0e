"""PortalMoney as records write them; the rules stand row by row in `test_candidate.py`."""

import pytest

from clustercalls.sources.eu.answer import page_of
from clustercalls.sources.eu.asking import Ask, Type
from clustercalls.sources.eu.money import money
from portal import answer, record


@pytest.mark.parametrize(("text", "amount"), [
    ("1400000", 1_400_000), ("30500.00", 30_500), ("0", None), ("-5", None), ("1e9", None), ("٣", None),
    ("9" * 40, None), ("", None), ("1.5.2", None),
])  # fmt: skip
def test_an_amount(text: str, amount: int | None) -> None:
    (row,) = page_of(answer([record(1, "8", budget=text)]), Ask(Type.CASCADE)).rows
    assert money(row, Type.CASCADE).budget == amount

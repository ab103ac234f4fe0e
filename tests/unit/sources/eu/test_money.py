"""PortalMoney as records write them; the rules stand row by row in `test_candidate.py`."""

import pytest

from clustercalls.sources.eu.answer import page_of
from clustercalls.sources.eu.asking import Ask, Type
from clustercalls.sources.eu.money import money
from portal import answer, answered, budget, pot, record


@pytest.mark.parametrize(("text", "amount"), [
    ("1400000", 1_400_000), ("30500.00", 30_500), ("0", None), ("-5", None), ("1e9", None), ("٣", None),
    ("9" * 40, None), ("", None), ("1.5.2", None),
])  # fmt: skip
def test_an_amount(text: str, amount: int | None) -> None:
    (row,) = page_of(answer([record(1, "8", budget=text)]), Ask(Type.CASCADE)).rows
    assert money(row, Type.CASCADE).budget == amount


def test_who_does_not_ask_for_sisters_is_not_told_of_them() -> None:
    pots = budget(pot("A-1 - RIA", "100"), pot("A-2 - RIA", "100"), pot("A-3 - RIA", "50"))
    row = answered(1, identifier="A-1", budgetOverview=pots)
    assert money(row, Type.TOPIC).same == 1
    assert money(row, Type.TOPIC, sisters=False) == money(row, Type.TOPIC)._replace(same=0)

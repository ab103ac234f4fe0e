"""Amounts are texts of digits there, each with its currency."""

from typing import Any

import pytest

from clustercalls.sources.common_grants.funds import read_funds
from opportunities import money


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ({"totalAmountAvailable": money("1000000")}, {"budget": 1_000_000, "currency": "EUR"}),
        ({"totalAmountAvailable": money("12.50", "usd")}, {"budget": 12.5, "currency": "USD"}),
        ({"totalAmountAvailable": money("0")}, {"budget": 0, "currency": "EUR"}),
        ({"maxAwardAmount": money("5.")}, {"currency": "EUR", "grants": {"max": 5}}),
        ({"estimatedAwardCount": 3, "minAwardCount": 1}, {"grants": {"number": 3}}),
        ({"minAwardCount": 2, "maxAwardCount": 2}, {"grants": {"number": 2}}),
        ({"minAwardCount": 2, "maxAwardCount": 4}, {}),
        ({"estimatedAwardCount": -1}, {}),
        ({"totalAmountAvailable": money("-1")}, {}),
        ({"totalAmountAvailable": money("1e3")}, {}),
        (None, {}),
    ],
)
def test_amounts(said: Any, facts: dict[str, Any]) -> None:  # noqa: ANN401 - whatever was sent
    assert read_funds(said).facts == facts

"""The one currency of an entry when an amount that is typed names another."""

from pathlib import Path

import pytest

from clustercalls.editing.currency import default_currency, to_be
from clustercalls.editing.document import Table, as_document
from clustercalls.errors import UsageRefused


@pytest.mark.parametrize(("said", "table", "default", "new"), [
    ({"budget": "3M"}, {}, "EUR", ""), ({"title": "3M CHF"}, {}, "EUR", ""),
    ({"budget": "3M CHF"}, {}, "EUR", "CHF"), ({"budget": "€ 3M"}, {}, "EUR", ""),
    ({"budget": "€ 3M"}, {"currency": "CHF"}, "EUR", "EUR"), ({"budget": "€ 3M"}, {}, "", "EUR"),
    ({"budget": "3M CHF", "currency": "CHF"}, {}, "EUR", ""), ({"budget": "much CHF"}, {}, "EUR", ""),
    ({"budget": "€ 3M", "currency": "euro"}, {}, "CHF", ""), ({"grants.max": "max CHF 5k"}, {}, "EUR", "CHF"),
    ({"budget": "3M CHF"}, {"budget": 2}, "EUR", "CHF"),
    ({"budget": "3M GBP"}, {"currency": "£", "grants": {"each": 4}}, "EUR", ""),
    ({"budget": "3M zł", "currency": "pln"}, {}, "EUR", ""),
    ({"budget": "3M CHF"}, {"currency": "shells"}, "EUR", "CHF"),
    ({"grants.max": "max. 50k CHF"}, {}, "EUR", "CHF"), ({"grants.max": "min. 50k CHF"}, {}, "EUR", ""),
    ({"budget": "3M CHF"}, {"grants": {"number": 4}}, "EUR", "CHF"),
    ({"budget": "3M CHF", "grants.each": "50k"}, {"grants": {"each": 4}}, "EUR", "CHF"),
])  # fmt: skip
def test_what_the_currency_becomes(said: dict[str, str], table: Table, default: str, new: str) -> None:
    assert to_be(said, table, default) == new


@pytest.mark.parametrize(("said", "table"), [
    ({"budget": "3M CHF", "grants.each": "50k €"}, {}), ({"budget": "3M CHF", "currency": "SEK"}, {}),
    ({"budget": "3M CHF"}, {"grants": {"each": 50_000}}), ({"grants.each": "5k CHF"}, {"budget": 3_000_000}),
])  # fmt: skip
def test_no_amount_changes_its_currency_unseen(said: dict[str, str], table: Table) -> None:
    with pytest.raises(UsageRefused) as refused:
        to_be(said, table, "EUR")
    assert refused.value.problem.code == "other-currency"


@pytest.mark.parametrize(("text", "code"), [
    ('[defaults]\ncurrency = "SEK"\n', "SEK"), ("", ""),
    ("defaults = 3\n", ""), ("[defaults]\ncurrency = 3\n", ""),
])  # fmt: skip
def test_the_currency_of_a_file(text: str, code: str) -> None:
    assert default_currency(as_document(Path("calls.toml"), text.encode())) == code

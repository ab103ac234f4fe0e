"""What is typed for a field, as its value in the file."""

import pytest

from clustercalls.editing.fields import ENTRY, funding, money, read_value
from clustercalls.errors import UsageRefused
from clustercalls.tables.findings import Bad


@pytest.mark.parametrize(("name", "typed", "value"), [
    ("budget", "4 milioni di euro", 4_000_000), ("grants.each", "CHF 50k", 50_000),
    ("eligibility", " Four partners, two countries ", ["Four partners, two countries"]),
    ("contact.phones", "+39 080, ext. 5", ["+39 080, ext. 5"]), ("tags", "a, b", ["a", "b"]),
    ("warn", "[]", []), ("links", "https://a.example/x,y", [{"url": "https://a.example/x,y"}]),
    ("rate", "80 per cent SMEs; 60", [{"rate": 80, "for": "SMEs"}, {"rate": 60}]),
])  # fmt: skip
def test_what_a_text_becomes(name: str, typed: str, value: object) -> None:
    assert read_value(name, ENTRY[name], typed) == value


@pytest.mark.parametrize(("name", "typed", "code"), [
    ("budget", "lots", "not-an-amount"), ("budget", "2.000 mln", "ambiguous-amount"),
    ("rate", "60-80", "several-rates"), ("rate", "0,6", "ambiguous-rate"), ("rate", "SMEs", "bad-rate"),
    ("links", "https://a.example https://b.example", "bad-address"),
    ("budget", "at most 2 Mio. €", "not-this-field"), ("grants.each", "70 k€ par projet", "not-this-field"),
    ("rate", "no more than 65 %", "not-this-field"),
])  # fmt: skip
def test_what_does_not_fit_says_what_works(name: str, typed: str, code: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        read_value(name, ENTRY[name], typed)
    assert refused.value.problem.code == code
    assert "{" not in refused.value.problem.message + refused.value.problem.hint


def test_an_amount_keeps_the_currency_beside_it() -> None:
    assert money("CHF 2 Mio.") == (2_000_000, "CHF")


@pytest.mark.parametrize(("name", "typed"), [
    ("budget", "at most 2 Mio. €"), ("grants.each", "70 k€ par projet"), ("rate", "fino all'85 % per PMI"),
])  # fmt: skip
def test_what_is_proposed_for_a_bound_can_be_typed(name: str, typed: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        read_value(name, ENTRY[name], typed)
    proposed = refused.value.problem.hint.removeprefix("Write ").removesuffix(" if that is meant.")
    assert read_value(name, ENTRY[name], proposed)


def test_what_is_proposed_for_a_rate_can_be_typed() -> None:
    with pytest.raises(Bad) as refused:
        funding("60% (90% for universities)")
    assert refused.value.values["also"] == "60; 90 universities"
    assert funding("60; 90 universities") == [{"rate": 60}, {"rate": 90, "for": "universities"}]

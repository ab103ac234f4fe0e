"""Amounts and rates as people type them, and where what says more than its field is sent."""

from collections.abc import Callable

import pytest

from clustercalls.editing.fields import ENTRY, read_value
from clustercalls.editing.typed_money import currency, funding, money, whole
from clustercalls.errors import UsageRefused
from clustercalls.tables.findings import Bad


@pytest.mark.parametrize(("read", "typed", "value"), [
    (currency, "zł", "PLN"), (currency, "sek", "SEK"), (whole, "nine", 9), (whole, "9 Vorhaben", 9),
])  # fmt: skip
def test_what_a_text_becomes(read: Callable[[str], object], typed: str, value: object) -> None:
    assert read(typed) == value


@pytest.mark.parametrize(("read", "typed", "code"), [
    (currency, "crowns", "not-a-currency"), (whole, "about nine", "not-a-number"),
    (funding, "SMEs", "not-a-rate"), (funding, "0,6", "ambiguous-rate"), (funding, "60-80", "several-rates"),
])  # fmt: skip
def test_what_it_is_not(read: Callable[[str], object], typed: str, code: str) -> None:
    with pytest.raises(Bad) as refused:
        read(typed)
    assert refused.value.code == code


def test_an_amount_keeps_the_currency_beside_it() -> None:
    assert money("CHF 2 Mio.", "budget") == (2_000_000, "CHF")


@pytest.mark.parametrize(("name", "typed"), [
    ("budget", "circa 2 Mio. €"), ("grants.each", "plus de 70 k€"), ("rate", "fino all'85 % per PMI"),
])  # fmt: skip
def test_what_is_proposed_for_a_bound_can_be_typed(name: str, typed: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        read_value(name, ENTRY[name], typed)
    proposed = refused.value.problem.hint.removeprefix("Write ").removesuffix(" if that is meant.")
    assert read_value(name, ENTRY[name], proposed)


@pytest.mark.parametrize(("name", "typed", "option", "field"), [
    ("budget", "at most 2 Mio. €", "--max", "grants.max"), ("budget", "3M each", "--each", "grants.each"),
    ("grants.max", "pelo menos 20 k€", "--min", "grants.min"),
    ("grants.min", "höchstens 20 k€ pro Projekt", "--max", "grants.max"),
    ("grants.each", "presupuesto total: 3 M€", "--budget", "budget"),
    ("grants.max", "stanziamento 3 M€", "--budget", "budget"),
])  # fmt: skip
def test_the_field_that_says_it_is_named(name: str, typed: str, option: str, field: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        read_value(name, ENTRY[name], typed)
    hint = refused.value.problem.hint
    assert hint.startswith(f"Give it to {option} (with set: {field}), or write ")
    assert read_value(field, ENTRY[field], typed)


def test_an_amount_typed_as_a_rate_is_sent_to_the_budget() -> None:
    with pytest.raises(UsageRefused) as refused:
        read_value("rate", ENTRY["rate"], "65 mln")
    assert refused.value.problem.hint.startswith("Give it to --budget (with set: budget), or write 65 if")


def test_what_is_proposed_for_a_rate_can_be_typed() -> None:
    with pytest.raises(Bad) as refused:
        funding("60% (90% for universities)")
    assert refused.value.values["also"] == "60; 90 universities"
    assert funding("60; 90 universities") == [{"rate": 60}, {"rate": 90, "for": "universities"}]


def test_the_share_of_an_applicant_is_never_proposed_as_a_rate() -> None:
    with pytest.raises(UsageRefused) as refused:
        read_value("rate", ENTRY["rate"], "at least 35 % own contribution")
    assert "35" not in refused.value.problem.hint

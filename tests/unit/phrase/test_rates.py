"""Rates as people type them: one of percent with whom it is for, several, and what could be two."""

import pytest

from clustercalls.phrase.rates import AFraction, NotARate, Share, parted, read


@pytest.mark.parametrize(("typed", "shares"), [
    ("75", [(75, "")]), ("62,5 SMEs", [(62.5, "SMEs")]), ("62.5", [(62.5, "")]), ("0", [(0, "")]),
    ("80 %", [(80, "")]), ("80% SMEs", [(80, "SMEs")]), ("80 per cent", [(80, "")]),
    ("80 percent for SMEs", [(80, "SMEs")]), ("80 per cento per PMI", [(80, "PMI")]),
    ("80 Prozent für KMU", [(80, "KMU")]), ("80 pour cent pour les PME", [(80, "les PME")]),
    ("80 por ciento para pymes", [(80, "pymes")]), ("80 procent dla MŚP", [(80, "MŚP")]),
    ("0.6 %", [(0.6, "")]), ("0,6 per cent SMEs", [(0.6, "SMEs")]),
    ("75 A, 90; 62,5%", [(75, "A"), (90, ""), (62.5, "")]),
    ("70 SMEs of 250 staff", [(70, "SMEs of 250 staff")]), ("70 (SMEs)", [(70, "(SMEs)")]),
])  # fmt: skip
def test_rates_as_people_write_them(typed: str, shares: list[tuple[float, str]]) -> None:
    found = read(typed)
    assert found == [Share(*each) for each in shares]
    assert [type(each.rate) for each in found] == [type(rate) for rate, _ in shares]


@pytest.mark.parametrize(("typed", "alone"), [
    ("60-80", ("60", "80")), ("60–80 %", ("60", "80")), ("60/40", ("60", "40")), ("60 to 80", ("60", "80")),
    ("60 bis 80 %", ("60", "80")), ("60 +10", ("60", "10")), ("60 80", ("60", "80")),
    ("60% (90% for universities)", ("60", "90 universities")),
    ("60 (90 for universities)", ("60", "90 universities")),
    ("90% non profit / 60% others", ("90 non profit", "60 others")),
    ("60% PMI e 40% grandi imprese", ("60 PMI", "40 grandi imprese")),
])  # fmt: skip
def test_more_than_one_rate_is_taken_apart(typed: str, alone: tuple[str, ...]) -> None:
    with pytest.raises(NotARate) as refused:
        read(typed)
    assert refused.value.shares == alone


@pytest.mark.parametrize("typed", ["75,100", "up to 75", "", "SMEs", "75 SMEs of 5,100 people", "1000", "-5"])
def test_what_is_no_rate(typed: str) -> None:
    with pytest.raises(NotARate):
        read(typed)


@pytest.mark.parametrize(("typed", "readings"), [
    ("0,6", ("60", "0.6 %")), ("0.65 for SMEs", ("65 SMEs", "0.65 % SMEs")), ("0.075", ("7.5", "0.075 %")),
])  # fmt: skip
def test_a_rate_below_one_could_be_a_fraction(typed: str, readings: tuple[str, str]) -> None:
    with pytest.raises(AFraction) as asked:
        read(typed)
    assert asked.value.readings == readings
    assert [len(read(each)) for each in readings] == [1, 1]


def test_rates_are_parted_at_commas_that_part_no_number() -> None:
    assert parted("62,5 A, 75 B;90") == ["62,5 A", " 75 B", "90"]

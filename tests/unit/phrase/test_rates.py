"""Rates as people type them: one of percent with whom it is for, several, and what could be two."""

import pytest

from clustercalls.phrase.rates import AFraction, NotARate, Share, parted, read

# A rate that is only the most or the least.
BOUNDS = (
    "75 % max", "75 % max.", "75 % (maximum)", "75 % at most", "75 % (up to)", "75 minimum",
    "75 % al massimo", "75 % almeno", "75 % au maximum", "75 % höchstens", "75 % (bis zu)",
    "75 % como máximo", "75 % no máximo", "75 % maksymalnie",
)  # fmt: skip


@pytest.mark.parametrize(("typed", "shares"), [
    ("75", [(75, "")]), ("62,5 SMEs", [(62.5, "SMEs")]), ("62.5", [(62.5, "")]), ("0", [(0, "")]),
    ("80 %", [(80, "")]), ("80% SMEs", [(80, "SMEs")]), ("80 per cent", [(80, "")]),
    ("80 percent for SMEs", [(80, "SMEs")]), ("80 per cento per PMI", [(80, "PMI")]),
    ("80 Prozent für KMU", [(80, "KMU")]), ("80 pour cent pour les PME", [(80, "les PME")]),
    ("80 por ciento para pymes", [(80, "pymes")]), ("80 procent dla MŚP", [(80, "MŚP")]),
    ("80 pct", [(80, "")]), ("80 pct. SMEs", [(80, "SMEs")]), ("80 v.H.", [(80, "")]), ("80pc", [(80, "")]),
    ("80 p.c.", [(80, "")]), ("80 p. c. pour PME", [(80, "PME")]),
    ("80 % of eligible costs", [(80, "")]), ("80 % of the total eligible costs for SMEs", [(80, "SMEs")]),
    ("80 % dei costi ammissibili", [(80, "")]), ("80 % des coûts éligibles", [(80, "")]),
    ("80 % der förderfähigen Kosten", [(80, "")]), ("80 % de los gastos subvencionables", [(80, "")]),
    ("80 % dos custos elegíveis", [(80, "")]), ("80 % kosztów kwalifikowalnych", [(80, "")]),
    ("80 % of staff costs", [(80, "of staff costs")]), ("80 maximisers", [(80, "maximisers")]),
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
    ("60 % of eligible costs (80 for SMEs)", ("60 of eligible costs", "80 SMEs")),
    ("60% PMI e 40% grandi imprese", ("60 PMI", "40 grandi imprese")),
    ("60 or 80", ("60", "80")), ("60 o 80 %", ("60", "80")), ("60 oder 80", ("60", "80")),
    ("60 ou 80", ("60", "80")), ("60 and 80", ("60", "80")), ("60 e 80 %", ("60", "80")),
    ("60 until 80", ("60", "80")), ("60 al 80 %", ("60", "80")), ("60 fino a 80", ("60", "80")),
    ("60 bis zu 80", ("60", "80")), ("60 jusqu'à 80", ("60", "80")), ("60 hasta 80", ("60", "80")),
    ("60 até 80", ("60", "80")), ("60 lub 80 %", ("60", "80")),
    ("from 40 to 65 %", ("40", "65")), ("between 40 and 65%", ("40", "65")), ("dal 40 al 65 %", ("40", "65")),
    ("fra il 40 e il 65 %", ("40", "65")), ("von 40 bis 65 %", ("40", "65")), ("de 40 à 65 %", ("40", "65")),
    ("entre 40 y 65 %", ("40", "65")), ("od 40 do 65 %", ("40", "65")),
    ("55 % (KMU 65 %)", ("55", "65 KMU")), ("55 % (small firms 65%)", ("55", "65 small firms")),
])  # fmt: skip
def test_more_than_one_rate_is_taken_apart(typed: str, alone: tuple[str, ...]) -> None:
    with pytest.raises(NotARate) as refused:
        read(typed)
    assert refused.value.shares == alone


@pytest.mark.parametrize(
    "typed", ["75,100", "up to 75", "", "SMEs", "75 SMEs of 5,100 people", "1000", "-5", *BOUNDS]
)
def test_what_is_no_rate(typed: str) -> None:
    with pytest.raises(NotARate):
        read(typed)


@pytest.mark.parametrize(("typed", "alone"), [
    ("up to 65 %", "65"), ("max 65%", "65"), ("max. 65 % for SMEs", "65 SMEs"), ("fino al 65 %", "65"),
    ("fino all'85%", "85"), ("al massimo il 65 per cento", "65"), ("jusqu'à 65 %", "65"),
    ("bis zu 65 %", "65"),
    ("höchstens 62,5 %", "62.5"), ("hasta el 65 %", "65"), ("até 65%", "65"), ("do 65%", "65"),
    ("maksymalnie 65%", "65"), ("at least 65", "65"), *((each, "75") for each in BOUNDS),
])  # fmt: skip
def test_how_far_a_rate_goes_says_what_to_type(typed: str, alone: str) -> None:
    with pytest.raises(NotARate) as refused:
        read(typed)
    assert refused.value.shares == (alone,)


@pytest.mark.parametrize(("typed", "whom"), [
    ("65% a fondo perduto", ""), ("65 % Zuschuss", ""), ("65 % grant", ""), ("65 grantees", "grantees"),
    ("65 % funding rate for SMEs", "SMEs"), ("65 % dofinansowania", ""), ("65 % de subvention", ""),
])  # fmt: skip
def test_what_every_rate_is_of_is_for_nobody(typed: str, whom: str) -> None:
    assert read(typed) == [Share(65, whom)]


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

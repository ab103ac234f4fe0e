import pytest

from clustercalls.extract.date_spans import spans, years_alone
from clustercalls.extract.folded import Folded


def days(text: str) -> list[str]:
    return [f"{each.first}..{each.last}" if each.is_range else each.last for each in spans(Folded(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("closes on 5 May 2026 at noon", ["2026-05-05"]),
        ("Torino, 8-9 dicembre 2026", ["2026-12-08..2026-12-09"]),
        ("le vendredi 15 mai 2026 à 16h", ["2026-05-15"]),
        ("am 6.6. 2026 endet", ["2026-06-06"]),
        ("until June 6, 2026", ["2026-06-06"]),
        ("el 15/01/2026", ["2026-01-15"]),
        ("2026-03-15", ["2026-03-15"]),
        ("Closing: 15.09.2026 - 17:00 CEST", ["2026-09-15"]),
        ("am 20./21. Juni 2026 in Passau", ["2026-06-20..2026-06-21"]),
        ("vom 11. bis 14.10.2026", ["2026-10-11..2026-10-14"]),
        ("na przełom lutego i marca 2026", ["2026-02..2026-03"]),
        ("marzo-abril de 2026", ["2026-03..2026-04"]),
        ("les 31 mars, 30 juin et 14 novembre 2026", ["2026-03-31", "2026-06-30", "2026-11-14"]),
        ("1 October 2026 09:00 CEST – 3 December 2026 17:00 CET", ["2026-10-01..2026-12-03"]),
        ("entre as 10h do dia 17 de março e as 18h do dia 30 de junho de 2026", ["2026-03-17..2026-06-30"]),
        ("im III. Quartal 2026", ["2026-35"]),
        ("Anfang 2027", ["2027"]),
        ("Candidature dal 15/02/27 al 17/04/27", ["2027-02-15..2027-04-17"]),
        ("for the second half of the year.", ["XXXX-41"]),
        ("nel mese di settembre", ["XXXX-09"]),
        ("(bis 26.1.)", ["XXXX-01-26"]),
        ("im zweiten Halbjahr", ["XXXX-41"]),
        ("entro l'autunno", ["XXXX-23"]),
        ("previsto para fevereiro", ["XXXX-02"]),
        ("tra febbraio e marzo 2026", ["2026-02..2026-03"]),
        ("im Herbst 2026", ["2026-23"]),
        ("au cours du premier semestre 2026", ["2026-40"]),
        ("12 kwietnia 2026 r. do godz. 15:00", ["2026-04-12"]),
        ("entro il 31 ottobre", ["XXXX-10-31"]),
        ("on 3 May and 7 June 2026", ["2026-05-03", "2026-06-07"]),
        ("desde as 10:00 do dia 15/01/2026 até as 14:00 do dia 14/03/2026", ["2026-01-15", "2026-03-14"]),
    ],
)
def test_dates_within_sentences(text: str, found: list[str]) -> None:
    assert days(text) == found or days(text) == ["..".join(found)]


@pytest.mark.parametrize(
    "text",
    [
        "Interreg 2021-2027",
        "nel periodo 2014 al 2020",
        "COS-CLUSTER-2026-3-02",
        "telefono: 0039-2-345.06.78",
        "Orden ABC/1444/2024, de 30 de julio",
        "determinazione n. 34 del 12/03/2026",
        "https://site.example/2026/03/15/call",
        "4,2 millions",
        "decreto direttoriale 2 febbraio 2026",
        "Resolución de 18 de febrero de 2026",
        "Punkt 1.2. und 3.4",
        "10.2.25.4",
        "tel. 12/34/56",
        "EUR 3.10. Then",
        "the may be of march past",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert days(text) == []


def test_an_ordinal_is_no_day_of_the_week() -> None:
    (span,) = spans(Folded("la segunda el 10 de septiembre"))
    assert span.weekday is None


def test_a_weekday_is_kept_for_its_year() -> None:
    (span,) = spans(Folded("Friday 13 March"))
    assert span.weekday == 4


def test_the_years_that_a_cell_has_alone() -> None:
    assert [(each.first, each.last) for each in years_alone("2026-2027")] == [("2026", "2027")]
    assert years_alone("in 2026") == []


def test_a_date_and_the_stamp_behind_it_are_no_range() -> None:
    told = spans(Folded("aperte fino a metà marzo 15:22 - 10/02/2023"))
    assert [each.is_range for each in told] == [False, False]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("en el último trimestre de 2027", "2027-36"),
        ("in the last quarter of 2027", "2027-36"),
        ("im letzten Quartal 2027", "2027-36"),
        ("nell'ultimo semestre del 2027", "2027-41"),
        ("no 4.º trimestre de 2027", "2027-36"),
    ],
)
def test_the_last_quarter_of_a_year(text: str, edtf: str) -> None:
    assert [span.last for span in spans(Folded(text))] == [edtf]


@pytest.mark.parametrize("word", ["round", "lot", "call", "phase", "Runde", "fase", "nabór"])
def test_a_number_of_something_is_no_day(word: str) -> None:
    assert [span.first for span in spans(Folded(f"Partnerships, {word} 1 – 5 March 2027"))] == ["2027-03-05"]


@pytest.mark.parametrize("text", ["los días 21, 22 y 23 de abril de 2027", "il 21, 22 e 23 aprile 2027"])
def test_days_in_a_row_are_from_the_first_to_the_last(text: str) -> None:
    (span,) = spans(Folded(text))
    assert (span.first, span.last) == ("2027-04-21", "2027-04-23")


def test_a_quarter_may_be_counted_in_spanish() -> None:
    assert [span.last for span in spans(Folded("1.er trimestre de 2027 y 4.º trimestre de 2027"))] == [
        "2027-33",
        "2027-36",
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("domande dal 10 gennaio 2027 ore 12 al 15 marzo 2027 ore 12:00", ["2027-01-10..2027-03-15"]),
        ("domande dal 10/01/2027 ore 12 al 15/03/2027", ["2027-01-10..2027-03-15"]),
        ("from 10 January 2027 at 12 to 15 March 2027 at 17", ["2027-01-10..2027-03-15"]),
        ("scadenza il 22/4 (prima fase)", ["XXXX-04-22"]),
        ("entro il 15/3", ["XXXX-03-15"]),
        ("aperti 24/7, il 1/3 dei costi", []),
    ],
)
def test_hours_between_and_slashed_days(text: str, days: list[str]) -> None:
    told = [f"{one.first}..{one.last}" if one.is_range else one.last for one in spans(Folded(text))]
    assert told == days

import pytest

from clustercalls.extract.date_spans import spans
from clustercalls.extract.folded import Folded


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Einreichung 1.3.–30.6.2027", "2027-03-01..2027-06-30"),
        ("vom 1.3. bis zum 30.6.2027", "2027-03-01..2027-06-30"),
        ("01.03.-30.06.2027", "2027-03-01..2027-06-30"),
        ("dal 1/3 al 30/6/2027", "2027-03-01..2027-06-30"),
        ("du 01/03 au 30/06/2027", "2027-03-01..2027-06-30"),
        ("del 1/03 al 30/06/2027", "2027-03-01..2027-06-30"),
        ("od 1.03 do 30.06.2027 r.", "2027-03-01..2027-06-30"),
        ("dal 15/12 al 31/01/2027, ore 12:00", "2026-12-15..2027-01-31 12:00"),
        ("11. bis 14.10.2027", "2027-10-11..2027-10-14"),
        ("Version 2.1 - 30.06.2027", "2027-06-30"),
        ("art. 3.2 e 30.06.2027", "2027-06-30"),
    ],
)
def test_the_first_day_has_the_year_of_the_last(text: str, days: str) -> None:
    (span,) = spans(Folded(text))
    hour = f" {span.hour}" if span.hour else ""
    told = span.last if span.first == span.last else f"{span.first}..{span.last}"
    assert f"{told}{hour}" == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Fristen: 15.1., 15.5. und 15.9.2027", ["2027-01-15", "2027-05-15", "2027-09-15"]),
        ("scadenze 30/11, 31/1 e 30/4/2027", ["2026-11-30", "2027-01-31", "2027-04-30"]),
        ("terminy: 15.01 i 15.06.2027", ["2027-01-15", "2027-06-15"]),
        ("art. 3.2, 30.06.2027", ["2027-06-30"]),
    ],
)
def test_the_days_of_a_list_have_the_year_of_the_last(text: str, days: list[str]) -> None:
    assert [span.last for span in spans(Folded(text))] == days

import pytest

from clustercalls.extract.no_dates import blocked


def test_periods_acts_and_codes_are_barred_and_dates_are_not() -> None:
    text = "2021-2027, cos-net-2026-1 and by 2026-03"
    assert [text[start:end] for start, end in blocked(text)] == ["2021-2027", "cos-net-2026-1"]


def test_a_law_with_its_day_is_barred() -> None:
    assert blocked("regulation (eu) 2021/690 of 28 april 2021")
    assert blocked("decided on 28 april 2021") == []


def test_addresses_and_telephones_are_barred() -> None:
    text = "see www.hubs.example/5.5.2026 or tel. 080 5.5.2026"
    assert [text[start:end] for start, end in blocked(text)] == [
        "www.hubs.example/5.5.2026",
        "tel. 080 5.5.2026",
    ]


@pytest.mark.parametrize("text", ["stand: oktober 2027", "stan na marzec 2027", "status as of may 2027"])
def test_the_month_as_of_which_something_is_told_is_no_date_of_it(text: str) -> None:
    assert blocked(text)


def test_the_day_as_of_which_something_is_told_is_that_of_the_document() -> None:
    assert not blocked("stand: 5.5.2027, 14:32 uhr")

from clustercalls.extract.date_span import DateSpan, dated


def test_a_year_is_given_to_both_ends() -> None:
    span = dated(DateSpan(0, 1, "XXXX-12-20", "XXXX-01-10"), 2027)
    assert (span.first, span.last) == ("2026-12-20", "2027-01-10")


def test_what_a_date_is() -> None:
    day, month = DateSpan(0, 1, "2027-05-04", "2027-05-04"), DateSpan(0, 1, "XXXX-05", "XXXX-06")
    assert (day.is_day, day.is_range, day.is_yearless) == (True, False, False)
    assert (month.is_day, month.is_range, month.is_yearless) == (False, True, True)

"""What cells say; nothing is made surer than it is."""

from datetime import UTC, date, datetime

import pytest

from clustercalls.sources.tables.cells import Cell, Doubtful, moment_of, money_of, text_of


def moment(cell: Cell, *, dayfirst: bool | None = None, is_until: bool = True) -> tuple[str, str] | None:
    return moment_of(cell, "Europe/Rome", dayfirst=dayfirst, is_until=is_until)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (date(2027, 2, 1), ("2027-02-01", "")),
        (datetime(2027, 2, 1), ("2027-02-01", "")),  # noqa: DTZ001 - as a workbook has it
        (datetime(2027, 2, 1, 17), ("2027-02-01", "17:00:00")),  # noqa: DTZ001
        ("2027-02-01", ("2027-02-01", "")),
        ("2027-02-01T00:00:00", ("2027-02-01", "")),
        ("2027-02-01T00:00:00Z", ("2027-02-01", "")),
        ("2027-02-01 17:00", ("2027-02-01", "17:00:00")),
        ("2027-02-01T17:00:00.000Z", ("2027-02-01", "18:00:00")),
        ("2027-02-01T23:30:00Z", ("2027-02-02", "00:30:00")),
        ("31/12/2027", ("2027-12-31", "")),
        ("31/12/2027 ore 12:00", ("2027-12-31", "12:00:00")),
        ("1° marzo 2027", ("2027-03-01", "")),
        ("entro il 3 aprile 2027", ("2027-04-03", "")),
        ("June 2027", ("2027-06", "")),
        ("02/02/2027", ("2027-02-02", "")),
        ("", None),
        (None, None),
        ("  ", None),
    ],
)
def test_when(cell: Cell, expected: tuple[str, str] | None) -> None:
    assert moment(cell) == expected


def test_the_day_by_which_is_that_day_only_where_something_is_to_be_done() -> None:
    assert moment("entro il 3 aprile 2027", is_until=False) == ("../2027-04-03", "")


@pytest.mark.parametrize("text", ["01/02/2027", "1/2/2027", "01-02-2027", "01/02/2027 12:00"])
def test_two_days_are_refused_unless_it_is_said_which(text: str) -> None:
    with pytest.raises(Doubtful, match="could be") as doubtful:
        moment(text)
    named = {str(doubtful.value.values[name])[:10] for name in ("one", "other")}
    assert named == {"2027-02-01", "2027-01-02"}
    hour = "12:00:00" if "12:00" in text else ""
    assert moment(text, dayfirst=True) == ("2027-02-01", hour)
    assert moment(text, dayfirst=False) == ("2027-01-02", hour)


def test_what_can_only_be_one_is_that_one() -> None:
    assert moment("13/02/2027", dayfirst=False) == moment("02/13/2027", dayfirst=True) == ("2027-02-13", "")


@pytest.mark.parametrize(
    "cell", ["n/a", "a sportello", "46054", 46054.0, "13/02/27", "2027-02-30", "2027-02-01T25:00", "x" * 999]
)
def test_no_date(cell: Cell) -> None:
    with pytest.raises(Doubtful, match="is no date") as doubtful:
        moment(cell)
    assert "other" not in doubtful.value.values


@pytest.mark.parametrize(
    "cell", ["9999-12-31", date(2100, 1, 1), "31/12/2999", datetime(1, 1, 1, tzinfo=UTC)]
)
def test_no_date_of_a_call(cell: Cell) -> None:
    with pytest.raises(Doubtful, match="is no date"):
        moment(cell)


def test_amounts() -> None:
    assert money_of(2066866.0) == (2066866, "")
    assert money_of("€ 1.000.000,00") == (1_000_000, "EUR")
    assert money_of("") == money_of(None) == money_of(0) == money_of("9" * 15) is None
    for wrong in ("da definire", "1.500 mln", "x" * 999):
        with pytest.raises(Doubtful, match="no amount"):
            money_of(wrong)


def test_texts() -> None:
    assert [*map(text_of, (3400.0, 1.5, " a ", None, True, 7))] == ["3400", "1.5", "a", "", "", "7"]


def test_between_points_the_day_is_first() -> None:
    assert moment("01.12.2026") == ("2026-12-01", "")
    assert moment("01.12.2026", dayfirst=False) == ("2026-12-01", "")

"""The days off of a file: which are read, what is refused, and what looks wrong beside them."""

from datetime import date

import pytest

from clustercalls.errors import Problem
from clustercalls.registry.days_off import DayOff, HolidayPlace, stated, stretch
from clustercalls.registry.layout import Layout
from clustercalls.registry.text import Text
from clustercalls.tables.findings import Bad

MONDAY = date(2027, 3, 29)


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("2027-03-29", MONDAY, MONDAY),
        ("2027-08-09/2027-08-20", date(2027, 8, 9), date(2027, 8, 20)),
        ("2027-08", date(2027, 8, 1), date(2027, 8, 31)),
    ],
)
def test_a_key_is_a_day_or_a_stretch(key: str, first: date, last: date) -> None:
    assert stretch(key) == (first, last)


@pytest.mark.parametrize(
    "key",
    [
        "christmas",
        "2027-02-30",
        "2027-01-06~",
        "2027-01-01/..",
        "2027-01-02/2027-01-01",
        "2026-01/2027-06",
        "",
    ],
)
def test_what_is_no_day_is_refused(key: str) -> None:
    with pytest.raises(Bad) as refused:
        stretch(key)
    assert refused.value.code == "bad-date"
    assert "2027-03-29" in str(refused.value.values["advice"])


@pytest.mark.parametrize(("raw", "places", "codes"), [
    ({"BE": "Belgium"}, (HolidayPlace("BE", "Belgium"),), []),
    ({"it-ba": " Bari "}, (HolidayPlace("IT-BA", "Bari"),), []),
    ("BE", (), ["bad-places"]),
    (["BE"], (), ["bad-places"]),
    ({"BE": 1, "IT": " ", "FR": "France"}, (HolidayPlace("FR", "France"),), ["bad-places", "bad-places"]),
])  # fmt: skip
def test_the_places_stand_beside_the_days(
    raw: object, places: tuple[HolidayPlace, ...], codes: list[str]
) -> None:
    problems: list[Problem] = []
    found = stated({"places": raw, "2027-03-29": "Easter"}, Text("f", Layout("")), problems)
    assert (found.places, [each.code for each in problems]) == (places, codes)
    assert len(found.every) == 1


def test_weekends_among_them_are_none_and_each_has_its_name() -> None:
    problems: list[object] = []
    raw = {"2027-08-07/2027-08-10": "shut", "2027-03-29": "Easter Monday", "2027-03-29/2027-03-30": ""}
    found = stated(raw, Text("f", Layout("")), problems)  # type: ignore[arg-type]  # of any problems
    assert found.every[0] == DayOff(MONDAY, MONDAY, "Easter Monday")
    assert [date.fromordinal(each).isoformat() for each in found.ordinals] == [
        "2027-03-29", "2027-03-30", "2027-08-09", "2027-08-10",
    ]  # fmt: skip
    assert found.named(date(2027, 8, 8)) == "shut"
    assert found.named(date(2027, 8, 11)) == ""
    assert [each.code for each in problems] == ["nameless-day-off"]  # type: ignore[attr-defined]  # problems

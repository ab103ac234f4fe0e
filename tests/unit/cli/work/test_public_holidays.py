"""The public holidays of places; what is no place is refused with the nearest."""

import sys
from datetime import date

import pytest

from clustercalls.cli.work.public_holidays import Holiday, holidays_of
from clustercalls.errors import UsageRefused, WorldFailed


def test_of_a_region_too_and_each_day_once() -> None:
    found, places = holidays_of(["IT-BA", "be", "AT-", "BA"], [2027], "en")
    assert [tuple(each) for each in places] == [
        ("IT-BA", "Bari"), ("BE", "Belgium"), ("AT", "Austria"), ("BA", "Bosnia And Herzegovina"),
    ]  # fmt: skip
    assert date(2027, 12, 6) in {each.day for each in found}  # of Bari alone
    assert Holiday(date(2027, 7, 21), "National Day") in found
    assert len({each.day for each in found}) == len(found)
    assert list(found) == sorted(found)


@pytest.mark.parametrize(("code", "near"), [("BX", "BA"), ("IT-BX", "IT-BA"), ("EU", "AU")])
def test_a_code_that_is_none(code: str, near: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        holidays_of([code], [2027], "en")
    assert near in dict(refused.value.problem.values).values()


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(WorldFailed) as refused:
        holidays_of(["BE"], [2027], "en")
    assert refused.value.problem.code == "no-holidays"

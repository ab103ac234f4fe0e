"""Zones as an index knows them; its rows are compared with those of the files in the acceptance tests."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustercalls.index import facts
from clustercalls.index.glance import Hours, Unknown

ZONES = ["Europe/Brussels", "America/St_Johns", "Africa/Casablanca", "Australia/Lord_Howe", "Asia/Tokyo"]
HOURS = {each: Hours(facts.hours_of(each)) for each in ZONES}
WALL = st.datetimes(datetime(2011, 1, 1), datetime(2038, 12, 31))  # noqa: DTZ001 - readings of a clock


@given(st.sampled_from(ZONES), WALL, st.integers(0, 1))
def test_a_reading_of_a_clock_is_the_moment_that_zoneinfo_says(zone: str, wall: datetime, fold: int) -> None:
    hot, cold = (
        wall.replace(tzinfo=each, fold=fold).astimezone(UTC) for each in (HOURS[zone], ZoneInfo(zone))
    )
    assert hot == cold
    assert hot.astimezone(HOURS[zone]).replace(tzinfo=None) == cold.astimezone(ZoneInfo(zone)).replace(
        tzinfo=None
    )


@pytest.mark.parametrize(
    "wall", ["2017-03-26T02:30", "2017-10-29T02:30", "2017-10-29T03:00", "2017-03-26T02:00"]
)
@pytest.mark.parametrize("fold", [0, 1])
def test_what_comes_never_or_twice(wall: str, fold: int) -> None:
    at = datetime.fromisoformat(wall).replace(fold=fold)
    hot, cold = (at.replace(tzinfo=each) for each in (HOURS["Europe/Brussels"], ZoneInfo("Europe/Brussels")))
    assert hot.utcoffset() == cold.utcoffset()


@pytest.mark.parametrize("year", [2009, 2010, 2040, 1900, 2199])
def test_other_years_are_not_known(year: int) -> None:
    with pytest.raises(Unknown):
        datetime(year, 1, 1, tzinfo=UTC).astimezone(HOURS["Asia/Tokyo"])
    with pytest.raises(Unknown):
        datetime(year, 1, 1, tzinfo=HOURS["Asia/Tokyo"]).utcoffset()

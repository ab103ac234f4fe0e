"""The series of a calendar have some seconds together; those behind are refused by name."""

import pytest

from clustercalls.sources.calendars.moments import NoMoment
from clustercalls.sources.calendars.patience import Patience


def test_when_none_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    patience = Patience()
    with patience.spent():
        pass
    with patience.spent():
        pass
    monkeypatch.setattr("clustercalls.sources.calendars.patience.SERIES_SECONDS", 0.0)
    with pytest.raises(NoMoment, match="took more than"), Patience().spent():
        pass

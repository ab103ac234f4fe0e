"""The day that a document says it is of."""

from datetime import date

import pytest

from clustercalls.sources.documents.said_dates import day_of

DAY = date(2026, 10, 2)


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-02",
        "2026-10-02T23:30:00+02:00",
        " 2026/10/02",
        "20261002",
        "D:20261002113000Z",
        "D:20261002",
        "2026.10.02",
    ],
)
def test_as_machines_write_it(text: str) -> None:
    assert day_of(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2 October 2026",
        "2026",
        "2026-13-02",
        "2026-02-30",
        "1970-01-01",
        "9999-01-01",
        "0000-00-00",
        "D:",
        "x2026-10-02",
    ],
)
def test_others_are_none(text: str) -> None:
    assert day_of(text) is None

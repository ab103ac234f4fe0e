"""Tasks that are ticked: on which day, and that we did not write so ourselves."""

from datetime import UTC, date, datetime

import pytest

from clustercalls.candidate import DoneElsewhere
from clustercalls.sources.calendars.read import candidates

NOW = datetime(2027, 3, 25, 9, tzinfo=UTC)
UID = "soil.deadline.todo@abc"


def ticks(*lines: str, kind: str = "VTODO", uid: str = UID) -> list[DoneElsewhere]:
    text = "\n".join(
        ("BEGIN:VCALENDAR", f"BEGIN:{kind}", f"UID:{uid}", "DUE;VALUE=DATE:20270404", *lines, f"END:{kind}")
    )
    made = candidates(
        text.encode(), "s", NOW, "Europe/Brussels", lambda _: False, lambda each: each.endswith("@abc")
    )
    return [each for each in made if isinstance(each, DoneElsewhere)]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("STATUS:COMPLETED", "COMPLETED:20270320T101500Z"), "2027-03-20"),
        (("COMPLETED:20270320T233000Z",), "2027-03-21"),  # in Brussels
        (("COMPLETED:20270320",), "2027-03-20"),
        (("status:completed", "LAST-MODIFIED:20270319T101500Z", "DTSTAMP:20270101T000000Z"), "2027-03-19"),
        (("PERCENT-COMPLETE:100", "DTSTAMP:20270318T101500Z"), "2027-03-18"),
        (("STATUS:COMPLETED", "COMPLETED:soon", "DTSTAMP:20270318T101500Z"), "2027-03-18"),
        (("STATUS:COMPLETED",), "2027-03-25"),
        (("STATUS:COMPLETED", "COMPLETED:20280320T101500Z"), "2027-03-25"),  # nobody ticks in the future
    ],
)
def test_a_tick(lines: tuple[str, ...], day: str) -> None:
    assert ticks(*lines) == [DoneElsewhere(UID, date.fromisoformat(day))]


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("STATUS:NEEDS-ACTION", "PERCENT-COMPLETE:50"),
        ("STATUS:CANCELLED",),
        ("COMPLETED:",),
        ("STATUS:COMPLETED", "X-CLUSTERCALLS-DONE:TRUE"),
    ],
)
def test_what_is_none(lines: tuple[str, ...]) -> None:
    assert ticks(*lines) == []


def test_neither_an_event_nor_another_task() -> None:
    assert ticks("STATUS:COMPLETED", kind="VEVENT") == []
    assert ticks("STATUS:COMPLETED", uid="other") == []

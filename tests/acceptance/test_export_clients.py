"""Calendars as other programs read them: subscribed to over HTTP, and by independent implementations."""

import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import ics
import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream

from calendars import days, events, key_of, lint
from conftest import BUNDLED, Run

EVERY = Path(__file__).with_name("every.toml")
THEN = ("--as-of", "2026-11-22")
KINDS: dict[str, tuple[object, ...]] = {
    "bundled": (BUNDLED, "--as-of", "2016-12-02"),
    "every kind of stage and date": (EVERY, *THEN),
    "alarms": (EVERY, *THEN, "--alarms", "30d,7d,1d"),
    "one entry": (BUNDLED, "--as-of", "2016-12-02", "-s", "innosup-1-2017"),
    "nothing": (BUNDLED, "--as-of", "2026-12-02"),
    "Italian": (EVERY, *THEN, "--lang", "it", "--name", "Bandi: tutti, e di più; sempre"),
    "after a move and a cancellation": (),
}


@pytest.fixture(params=KINDS)
def calendar(request: pytest.FixtureRequest, run: Run, tmp_path: Path) -> str:
    file = tmp_path / "calls.ics"
    arguments = KINDS[request.param]
    if not arguments:
        arguments = (EVERY, *THEN)
        assert run("export", "ics", "-r", *arguments, "-o", file).code == 0
        changed = EVERY.read_text().replace("2027-04-04T17:00:00", "2027-04-06T17:00:00")
        changed = changed.replace(
            '"dates"\ntitle = "Dates"\nstatus = "suspended"', '"dates"\ntitle = "Dates"\nstatus = "cancelled"'
        )
        arguments = (tmp_path / "changed.toml", *THEN)
        (tmp_path / "changed.toml").write_text(changed.split("[[event]]")[0])
    assert run("export", "ics", "-r", *arguments, "-o", file).code == 0
    assert lint(file.read_bytes()) == []
    return file.read_bytes().decode()


def moment(value: date | datetime) -> datetime:
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    return datetime.combine(value, time(0), UTC)


def test_every_reader_sees_the_same_events_on_the_same_days(calendar: str) -> None:
    expected = {uid: tuple(map(moment, days(event))) for uid, event in events(calendar).items()}
    assert by_ical(calendar) == expected
    assert by_ics(calendar) == expected
    assert by_vobject(calendar) == expected


def by_ical(data: str) -> dict[str, tuple[datetime, ...]]:
    found = IcsCalendarStream.calendar_from_ics(data).events
    return {
        key_of(each.uid): (moment(each.dtstart), moment(each.end))
        for each in found
        if each.uid and each.dtstart
    }


def by_ics(data: str) -> dict[str, tuple[datetime, ...]]:
    return {
        key_of(each.uid): (moment(each.begin.datetime), moment(each.end.datetime))
        for each in ics.Calendar(data).events
    }


def vobject_end(event: Any) -> datetime:  # noqa: ANN401 - vobject has no types
    return moment(
        event.dtend.value if "dtend" in event.contents else event.dtstart.value + event.duration.value
    )


def by_vobject(data: str) -> dict[str, tuple[datetime, ...]]:
    found: Any = vobject.readOne(data)
    return {
        key_of(each.uid.value): (moment(each.dtstart.value), vobject_end(each))
        for each in getattr(found, "vevent_list", [])
    }


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        extensions_map = {".ics": "text/calendar; charset=utf-8"}  # noqa: RUF012 - as in http.server

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_subscriber_sees_a_deadline_move(run: Run, served: str, tmp_path: Path) -> None:
    def subscribed() -> dict[str, Any]:
        with urlopen(f"{served}calls.ics", timeout=20) as answer:  # noqa: S310 - loopback
            assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
            return {key_of(each.uid): each for each in ics.Calendar(answer.read().decode()).events}

    registry, file = tmp_path / "calls.toml", tmp_path / "calls.ics"
    registry.write_text(BUNDLED.read_text())
    assert run("export", "ics", "-r", registry, "--as-of", "2016-12-02", "-o", file).code == 0
    before = subscribed()
    registry.write_text(BUNDLED.read_text().replace("when = 2017-04-04", "when = 2017-04-11"))
    assert run("export", "ics", "-r", registry, "--as-of", "2016-12-03", "-o", file).code == 0
    after = subscribed()
    assert set(after) == set(before) - {"cluster-conference-2016/dates"}
    first = after["innosup-1-2017/first"]
    assert (before["innosup-1-2017/first"].begin.date(), first.begin.date()) == (
        date(2017, 4, 4),
        date(2017, 4, 11),
    )

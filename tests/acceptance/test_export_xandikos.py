"""`clustercalls export caldav` against Xandikos, which reads the protocol with other eyes than Radicale."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from calendars import days, events
from conftest import Run
from servers import free_port

Write = Callable[[str], Path]
THEN = ("--as-of", "2026-11-22")
HEAD = 'schema = 1\nname = "here"\n'
CALL = (
    '[[call]]\nid = "a-call"\ntitle = "A call, with; marks"\nsummary = "Two\\nlines"\n'
    '[[call.stage]]\nid = "first"\nkind = "deadline"\nwhen = 2027-04-04T17:00:00\n'
)
EVENT = '[[event]]\nid = "an-event"\ntitle = "An event"\nstarts = {}\n'
FOREIGN = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:another\r\n"
    "DTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20270101\r\nSUMMARY:Mine\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


class Xandikos:
    """A server of its own, whose calendars are files; it asks nobody who he is."""

    def __init__(self, folder: Path) -> None:
        self._folder, port = folder, free_port()
        self.url = f"http://127.0.0.1:{port}/"
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-m", "xandikos", "serve", "-d", str(folder), "--defaults"),
                *("-l", "127.0.0.1", "-p", str(port), "--current-user-principal", "/anna/"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.1)
        pytest.fail("Xandikos does not answer")

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(10)

    def objects(self) -> dict[str, str]:
        return {each.name: each.read_bytes().decode() for each in self._folder.rglob("*.ics")}


@pytest.fixture
def xandikos(tmp_path: Path) -> Iterator[Xandikos]:
    pytest.importorskip("xandikos")
    folder = tmp_path / "xandikos"
    folder.mkdir()
    server = Xandikos(folder)
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLUSTERCALLS_CALDAV_PASSWORD", "any")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.mark.parametrize("path", ["anna/calendars/calendar/", ""], ids=["a calendar", "by name, made"])
def test_a_calendar_is_filled_kept_changed_and_cleared(
    run: Run, xandikos: Xandikos, registry: Write, path: str
) -> None:
    named = () if path else ("--calendar", "Bandi; prova")
    here = ("export", "caldav", xandikos.url + path, "--user", "anna", *named)
    both = registry(HEAD + CALL + EVENT.format("2027-05-01"))
    assert run(*here, "-r", both, *THEN) == (0, "", "")
    first = xandikos.objects()
    assert set(first) == {"a-call.first@here.ics", "an-event.dates@here.ics"}
    assert run(*here, "-r", both, *THEN, "--dry-run") == (0, "", "")
    assert run(*here, "-r", both, *THEN) == (0, "", "")
    assert xandikos.objects() == first

    moved = registry(HEAD + CALL + EVENT.format("2027-05-08"))
    assert run(*here, "-r", moved, *THEN) == (0, "", "")
    event = events(xandikos.objects()["an-event.dates@here.ics"])["an-event/dates"]
    assert (days(event)[0], event["SEQUENCE"]) == (date(2027, 5, 8), 1)
    assert xandikos.objects()["a-call.first@here.ics"] == first["a-call.first@here.ics"]

    assert run(*here, "-r", registry(HEAD + CALL), *THEN) == (0, "", "")
    gone = events(xandikos.objects()["an-event.dates@here.ics"])["an-event/dates"]
    assert (gone["STATUS"], gone["SEQUENCE"]) == ("CANCELLED", 2)
    assert run(*here, "-r", registry(HEAD + CALL), "--as-of", "2027-01-31") == (0, "", "")
    assert set(xandikos.objects()) == {"a-call.first@here.ics"}


def test_what_another_put_there_stays_unless_it_is_forced(
    run: Run, xandikos: Xandikos, registry: Write
) -> None:
    from urllib.request import Request, urlopen

    url = f"{xandikos.url}anna/calendars/calendar/"
    headers = {"Content-Type": "text/calendar"}
    for name in ("mine.ics", "a-call.first@here.ics"):
        body = FOREIGN.replace("another", name.partition(".")[0]).encode()
        request = Request(url + name, body, headers, method="PUT")  # noqa: S310 - loopback
        with urlopen(request, timeout=20):  # noqa: S310 - loopback
            pass
    before = xandikos.objects()
    typed = ("export", "caldav", url, "--user", "anna", "-r", registry(HEAD + CALL), *THEN)
    ran = run(*typed)
    assert (ran.code, ran.out, "foreign-calendar: a-call.first@here.ics" in ran.err) == (3, "", True)
    assert xandikos.objects() == before
    assert run(*typed, "--force") == (0, "", "")
    assert "UID:a-call.first@here" in xandikos.objects()["a-call.first@here.ics"]
    assert xandikos.objects()["mine.ics"] == before["mine.ics"]

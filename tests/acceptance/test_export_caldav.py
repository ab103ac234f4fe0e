"""`clustercalls export caldav`, against a real Radicale, and against servers that misbehave."""

import http.server
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from calendars import days, events, lint
from clustercalls.calendar import caldav
from clustercalls.fetch.bounded import Allowance
from conftest import BUNDLED, Ran, Run

AS_OF = ("--as-of", "2016-12-02")
USER, PASSWORD = "anna", "s3cret;word"
EVERY = Path(__file__).with_name("every.toml")
THEN = ("--as-of", "2026-11-22")
CALL = """
schema = 1
name = "here"
[[call]]
id = "a-call"
title = "A call, with; marks"
summary = "Two\\nlines"
[[call.stage]]
id = "first"
kind = "deadline"
when = 2027-04-04T17:00:00
"""
EVENT = """
[[event]]
id = "an-event"
title = "An event"
starts = 2027-05-01
"""
FOREIGN = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:{uid}\r\n"
    "DTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20270101\r\nSUMMARY:Mine\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
Write = Callable[[str], Path]


class Radicale:
    """A server of its own with one user, and what a plain client sees on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        (folder / "users").write_text(f"{USER}:{PASSWORD}\n")
        (folder / "config").write_text(
            f"[server]\nhosts = 127.0.0.1:{self.port}\n[auth]\ntype = htpasswd\n"
            f"htpasswd_filename = {folder}/users\nhtpasswd_encryption = plain\ndelay = 0\n"
            f"[storage]\nfilesystem_folder = {folder}/data\n[logging]\nlevel = critical\n"
        )
        self._process = subprocess.Popen(
            [sys.executable, "-m", "radicale", "--config", str(folder / "config")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.url = f"http://127.0.0.1:{self.port}/"

    def wait(self) -> None:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        pytest.fail("Radicale does not answer")

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(10)

    def objects(self) -> dict[str, str]:
        """Every object of the user's calendars, as the server keeps them on its disk."""
        root = self.folder / "data" / "collection-root"
        return {each.name: each.read_bytes().decode() for each in root.glob("*/*/*.ics")}

    @property
    def calendar(self) -> str:
        """The path of the calendar that holds something."""
        [folder] = {each.parent for each in (self.folder / "data" / "collection-root").glob("*/*/*.ics")}
        return f"{USER}/{folder.name}/"

    def send(self, method: str, path: str, body: str = "") -> int:
        from base64 import b64encode

        token = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        request = Request(  # noqa: S310 - loopback
            f"{self.url}{path}",
            body.encode() or None,
            {"Authorization": f"Basic {token}", "Content-Type": "text/calendar"},
            method=method,
        )
        with urlopen(request, timeout=20) as answer:  # noqa: S310 - loopback
            return int(answer.status)


@pytest.fixture
def radicale(tmp_path: Path) -> Iterator[Radicale]:
    folder = tmp_path / "radicale"
    folder.mkdir()
    server = Radicale(folder)
    try:
        server.wait()
        yield server
    finally:
        server.stop()


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLUSTERCALLS_CALDAV_PASSWORD", PASSWORD)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


def publish(run: Run, url: str, registry: Path, *arguments: object) -> Ran:
    ran = run("export", "caldav", url, "--user", USER, "-r", registry, *(arguments or THEN))
    assert PASSWORD not in ran.out + ran.err
    return ran


def test_a_calendar_is_made_kept_changed_and_cleared(run: Run, radicale: Radicale, registry: Write) -> None:
    here = ("--calendar", "Calls", *THEN)
    both = registry(CALL + EVENT)
    assert publish(run, radicale.url, both, *here, "--dry-run") == (
        0, "new\ta-call.first@here.ics\nnew\tan-event.dates@here.ics\n", "",
    )  # fmt: skip
    assert radicale.objects() == {}
    assert publish(run, radicale.url, both, *here) == (0, "", "")
    first = radicale.objects()
    assert set(first) == {"a-call.first@here.ics", "an-event.dates@here.ics"}
    assert publish(run, radicale.url, both, *here, "--dry-run").out == ""
    assert publish(run, radicale.url, both, *here) == (0, "", "")
    assert radicale.objects() == first

    moved = registry((CALL + EVENT).replace("2027-05-01", "2027-05-08"))
    assert publish(run, radicale.url, moved, *here, "--dry-run").out == "changed\tan-event.dates@here.ics\n"
    assert publish(run, radicale.url, moved, *here) == (0, "", "")
    event = events(radicale.objects()["an-event.dates@here.ics"])["an-event/dates"]
    assert (days(event)[0], event["SEQUENCE"]) == (date(2027, 5, 8), 1)
    assert radicale.objects()["a-call.first@here.ics"] == first["a-call.first@here.ics"]

    assert publish(run, radicale.url, registry(CALL), *here) == (0, "", "")
    gone = events(radicale.objects()["an-event.dates@here.ics"])["an-event/dates"]
    assert (gone["STATUS"], gone["SEQUENCE"]) == ("CANCELLED", 2)
    assert publish(run, radicale.url, registry(CALL), *here, "--dry-run").out == ""
    late = ("--calendar", "Calls", "--as-of", "2027-01-31")
    assert publish(run, radicale.url, registry(CALL), *late) == (0, "", "")
    assert set(radicale.objects()) == {"a-call.first@here.ics"}


@pytest.mark.parametrize("rules", [44, 60])
def test_nothing_is_sent_that_could_not_be_read_back(
    rules: int, run: Run, radicale: Radicale, registry: Write
) -> None:
    """Of rules of 20,000 letters 44 are within what is sent of one event; what is read ends at 1 MiB."""
    its = "eligibility = [" + ", ".join(['"' + "x" * 20_000 + '"'] * rules) + "]\n[[call.stage]]"
    heavy = registry(CALL.replace("[[call.stage]]", its) + EVENT)
    light = {"an-event.dates@here.ics"}
    for _ in range(2):
        ran = publish(run, radicale.url, heavy, "--calendar", "Calls", *THEN)
        if rules == 44:
            assert ran == (0, "", "")
        else:
            assert (ran.code, ran.err.count("\n")) == (3, 1)
            assert "unfit-event: a-call: first: " in ran.err
            assert "over the limit of 896 KiB" in ran.err
        assert set(radicale.objects()) == light | ({"a-call.first@here.ics"} if rules == 44 else set())
    assert publish(run, radicale.url, registry(CALL + EVENT), "--calendar", "Calls", *THEN) == (0, "", "")
    assert set(radicale.objects()) == light | {"a-call.first@here.ics"}


def test_what_is_not_ours_stays(run: Run, radicale: Radicale, registry: Write) -> None:
    path = registry(CALL)
    publish(run, radicale.url, path, "--calendar", "Calls", *THEN)
    calendar = radicale.calendar
    radicale.send("PUT", f"{calendar}mine.ics", FOREIGN.format(uid="mine"))
    radicale.send("PUT", f"{calendar}an-event.dates@here.ics", FOREIGN.format(uid="also-mine"))
    before = radicale.objects()
    # the calendar itself named, not its name
    ran = publish(run, radicale.url + calendar, registry(CALL + EVENT), *THEN)
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert "foreign-calendar: an-event.dates@here.ics" in ran.err
    assert radicale.objects() == before
    # this server keeps a UID under its name (409): with --force it is deleted, then ours is put
    assert publish(run, radicale.url + calendar, registry(CALL + EVENT), *THEN, "--force") == (0, "", "")
    assert "UID:an-event.dates@here" in radicale.objects()["an-event.dates@here.ics"]
    assert radicale.objects()["mine.ics"] == before["mine.ics"]
    radicale.send("DELETE", f"{calendar}an-event.dates@here.ics")
    radicale.send("PUT", f"{calendar}an-event.dates@here.ics", FOREIGN.format(uid="also-mine"))
    publish(run, radicale.url + calendar, registry('schema = 1\nname = "here"'), "--as-of", "2026-11-22")
    publish(run, radicale.url + calendar, registry('schema = 1\nname = "here"'), "--as-of", "2027-02-22")
    assert set(radicale.objects()) == {"mine.ics", "an-event.dates@here.ics"}


@pytest.mark.parametrize("path", [EVERY, BUNDLED])
def test_the_same_events_on_the_same_days_and_a_repeat_changes_nothing(
    run: Run, radicale: Radicale, path: Path
) -> None:
    when = THEN if path == EVERY else AS_OF
    here = ("--calendar", "Bandi; prova", *when, "--alarms", "7d")
    assert publish(run, radicale.url, path, *here) == (0, "", "")
    published = events(run("export", "ics", "-r", path, *when, "--alarms", "7d").out)
    there = {uid: event for data in radicale.objects().values() for uid, event in events(data).items()}
    assert set(there) == set(published)
    for uid, event in published.items():
        assert days(there[uid]) == days(event)
        assert [there[uid][name] for name in ("SUMMARY", "DESCRIPTION", "STATUS")] == [
            event[name] for name in ("SUMMARY", "DESCRIPTION", "STATUS")
        ]
        assert len(there[uid].walk("VALARM")) == len(event.walk("VALARM"))
    assert publish(run, radicale.url, path, *here, "--dry-run") == (0, "", "")


def test_a_repeat_after_a_failure_half_way_does_the_rest(
    run: Run, radicale: Radicale, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = ("--calendar", "Calls", *THEN)
    put, calls = caldav.CalendarServer.put, iter([True, False])

    def once(self: caldav.CalendarServer, name: str, data: bytes, *, is_foreign: bool) -> None:
        if not next(calls):
            raise self._failed("the server answered 500")
        put(self, name, data, is_foreign=is_foreign)

    with monkeypatch.context() as patched:
        patched.setattr(caldav.CalendarServer, "put", once)
        ran = publish(run, radicale.url, registry(CALL + EVENT), *here)
    assert (ran[0], ran[2].count("\n")) == (4, 1)
    assert set(radicale.objects()) == {"a-call.first@here.ics"}
    assert publish(run, radicale.url, registry(CALL + EVENT), *here) == (0, "", "")
    assert set(radicale.objects()) == {"a-call.first@here.ics", "an-event.dates@here.ics"}


def test_a_change_made_there_meanwhile_is_not_overwritten(
    run: Run, radicale: Radicale, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = ("--calendar", "Calls", *THEN)
    publish(run, radicale.url, registry(CALL), *here)
    put = caldav.CalendarServer.put

    def late(self: caldav.CalendarServer, name: str, data: bytes, *, is_foreign: bool) -> None:
        other = radicale.objects()[name].replace("A call", "Another")
        radicale.send("PUT", radicale.calendar + name, other)
        put(self, name, data, is_foreign=is_foreign)

    with monkeypatch.context() as patched:
        patched.setattr(caldav.CalendarServer, "put", late)
        ran = publish(run, radicale.url, registry(CALL.replace("04-04", "04-05")), *here)
    assert (ran[0], ran[2].count("\n")) == (4, 1)
    assert "412" in ran[2]
    assert "Another" in radicale.objects()["a-call.first@here.ics"]
    assert publish(run, radicale.url, registry(CALL.replace("04-04", "04-05")), *here) == (0, "", "")
    assert "20270405" in radicale.objects()["a-call.first@here.ics"]


def test_a_wrong_password_and_a_place_that_is_no_calendar(
    run: Run, radicale: Radicale, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = registry(CALL)
    ran = publish(run, radicale.url + USER + "/nothing/", path)
    assert (ran[0], ran[2].count("\n")) == (4, 1)
    assert "404" in ran[2]
    ran = publish(run, radicale.url, path)
    assert (ran[0], ran[2].count("\n")) == (4, 1)
    assert "--calendar" in ran[2]
    monkeypatch.setenv("CLUSTERCALLS_CALDAV_PASSWORD", "wrong-one")
    ran = publish(run, radicale.url, path, "--calendar", "Calls", *THEN)
    assert (ran[0], ran[2].count("\n")) == (4, 1)
    assert "401" in ran[2]
    assert "wrong-one" not in ran[2]


class Answering(http.server.ThreadingHTTPServer):
    """A server that gives every request the same answer."""

    status, location, delay = 500, "", 0.0
    seen: list[str]


class Handler(http.server.BaseHTTPRequestHandler):
    server: Answering

    def _answer(self) -> None:
        self.server.seen.append(self.headers.get("Authorization", ""))
        time.sleep(self.server.delay)
        self.send_response(self.server.status)
        if self.server.location:
            self.send_header("Location", self.server.location)
        if self.server.status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="x"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_PROPFIND = do_REPORT = do_PUT = do_GET = do_DELETE = do_MKCALENDAR = _answer  # noqa: N815 - as in http.server

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def answering() -> Iterator[Answering]:
    server = Answering(("127.0.0.1", 0), Handler)
    server.seen = []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("arguments", [(), ("--calendar", "Calls")])
@pytest.mark.parametrize(
    ("status", "word"),
    [(401, "401"), (403, "403"), (404, "404"), (412, "412"), (500, "500"), (503, "503"), (200, "")],
)
def test_every_other_answer_is_one_line_and_exit_4(
    run: Run, answering: Answering, registry: Write, status: int, word: str, arguments: tuple[str, ...]
) -> None:
    answering.status = status
    ran = publish(run, f"http://127.0.0.1:{answering.server_port}/", registry(CALL), *arguments, *THEN)
    assert (ran[0], ran[1], ran[2].count("\n")) == (4, "", 1), ran
    assert "caldav-failed" in ran[2]
    assert word in ran[2] or arguments


def test_another_host_gets_neither_the_request_nor_the_password(
    run: Run, answering: Answering, registry: Write
) -> None:
    other = Answering(("127.0.0.1", 0), Handler)
    other.seen = []
    answering.status, answering.location = 301, f"http://127.0.0.1:{other.server_port}/dav/"
    ran = publish(run, f"http://127.0.0.1:{answering.server_port}/", registry(CALL), *THEN)
    other.server_close()
    assert (ran[0], ran[2].count("\n")) == (4, 1)
    assert "another host" in ran[2]
    assert other.seen == []


def test_another_address_of_the_same_host_is_followed(
    run: Run, answering: Answering, registry: Write
) -> None:
    answering.status, answering.location = 301, "/elsewhere/"
    ran = publish(run, f"http://127.0.0.1:{answering.server_port}/", registry(CALL), *THEN)
    assert (ran[0], ran[2].count("\n")) == (4, 1)
    assert "another host" not in ran[2]
    assert len(answering.seen) > 2


def test_no_answer_and_no_server(
    run: Run, answering: Answering, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caldav, "Allowance", lambda: Allowance(silence=1))
    answering.delay = 1.6
    ran = publish(run, f"http://127.0.0.1:{answering.server_port}/", registry(CALL), *THEN)
    assert (ran[0], ran[2].count("\n")) == (4, 1)
    assert "no answer" in ran[2]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ran = publish(run, f"http://127.0.0.1:{port}/", registry(CALL), *THEN)
    assert (ran[0], ran[2].count("\n")) == (4, 1)
    assert "no connection" in ran[2]


def test_the_password_comes_from_a_command_or_the_keyring_never_from_an_argument(
    run: Run, answering: Answering, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from base64 import b64encode

    import keyring

    answering.status = 401
    url = f"http://127.0.0.1:{answering.server_port}/"
    monkeypatch.delenv("CLUSTERCALLS_CALDAV_PASSWORD")

    def sent() -> set[str]:
        found, answering.seen = set(answering.seen) - {""}, []
        return found

    def basic(password: str) -> set[str]:
        return {"Basic " + b64encode(f"{USER}:{password}".encode()).decode()}

    command = f"{sys.executable} -c \"print('from a command'); print('more')\""
    publish(run, url, registry(CALL), "--password-command", command, *THEN)
    assert sent() == basic("from a command")

    def known(host: str, user: str) -> str | None:
        return "from the keyring" if (host, user) == ("127.0.0.1", USER) else None

    monkeypatch.setattr(keyring, "get_password", known)
    publish(run, url, registry(CALL), *THEN)
    assert sent() == basic("from the keyring")
    monkeypatch.setattr(keyring, "get_password", lambda *_: None)
    ran = publish(run, url, registry(CALL), *THEN)
    assert (ran[0], ran[2].count("\n")) == (3, 1)
    assert "no-password" in ran[2]
    for wrong in ("false", "no-such-command-here", "'"):
        ran = publish(run, url, registry(CALL), "--password-command", wrong, *THEN)
        assert (ran[0], ran[2].count("\n")) == (3, 1), wrong
    assert sent() == set()


@pytest.mark.parametrize("url", ["dav.example.org", "ftp://x.org/", "https://anna:pw@x.org/", "https://"])
def test_an_address_that_cannot_be_meant(run: Run, registry: Write, url: str) -> None:
    ran = publish(run, url, registry(CALL))
    assert (ran[0], ran[1], ran[2].count("\n")) == (2, "", 1)
    assert "pw" not in ran[2]


def test_the_linter_likes_what_is_sent(run: Run, monkeypatch: pytest.MonkeyPatch, radicale: Radicale) -> None:
    sent: list[bytes] = []
    monkeypatch.setattr(caldav.CalendarServer, "put", lambda self, name, data, **_: sent.append(data))
    publish(run, radicale.url, EVERY, "--calendar", "x", *THEN)
    assert len(sent) == 29
    assert [lint(data) for data in sent] == [[]] * 29


OWN_ALARM = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:mine\r\nTRIGGER:-PT10M\r\nEND:VALARM\r\n"


def test_a_persons_own_alarm_and_tick_stay_there(run: Run, radicale: Radicale, registry: Write) -> None:
    here = ("--calendar", "Calls", *THEN, "--alarms", "7d")
    assert publish(run, radicale.url, registry(CALL), *here) == (0, "", "")
    assert publish(run, radicale.url, registry(CALL), *here, "--todo") == (0, "", "")
    calendar, objects = radicale.calendar, radicale.objects()
    for name, kind in (("a-call.first@here.ics", "VEVENT"), ("a-call.first.todo@here.ics", "VTODO")):
        data = objects[name].replace(f"END:{kind}", f"{OWN_ALARM}END:{kind}")
        data = data.replace("NEEDS-ACTION", "COMPLETED")
        radicale.send("PUT", f"{calendar}{name}", data.replace("//clustercalls//", "//a phone//"))
    for todo in ((), ("--todo",)):
        assert publish(run, radicale.url, registry(CALL), *here, "--dry-run", *todo) == (0, "", "")
        moved = registry(CALL.replace("04-04", "04-08"))
        assert publish(run, radicale.url, moved, *here[:-1], "3d", *todo) == (0, "", "")
    for name, data in radicale.objects().items():
        assert "2027-04-08".replace("-", "") in data, name
        assert (data.count("BEGIN:VALARM"), data.count("DESCRIPTION:mine")) == (2, 1)
    assert "STATUS:COMPLETED" in radicale.objects()["a-call.first.todo@here.ics"]

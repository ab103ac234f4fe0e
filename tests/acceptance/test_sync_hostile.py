"""`sync` and a source that is not well, or means harm: one line, exit code 4, and a catalogue as it was."""

import json
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest

from answers import CHUNKED, packed
from clustercalls import limits
from clustercalls.catalogue.place import path as catalogue_path
from conftest import Run
from hostile_dav import LAUNCHER, Asked, World, drip, whole
from portal import CLOSED, Portal, answer, record

Said = bytes | Iterable[bytes]
Hostile = Callable[[Portal, Asked, bytes], Said]
NOW = ("--as-of", "2026-11-27")
MIB = 1024 * 1024
CONFIG = '[sources.eu]\nurl = "{}"\nprivate = {}\npause = 0\n[watch]\nsoil = {{ text = "soil" }}\n'


@pytest.fixture
def portal(config: Path) -> Iterator[Portal]:
    """The portal, with three pages of topics and a few calls of projects."""
    with World() as world:
        made = Portal(world)
        for number in range(130):
            day = f"2027-{number % 12 + 1:02}-15T00:00:00.000+0000"
            made.records.append(record(number, title=f"Soil {number}", deadlineDate=day))
        made.records += [record(5_000 + number, "8", callTitle=f"Open call {number}") for number in range(3)]
        config.write_text(CONFIG.format(made.url, "true"))
        yield made


@pytest.fixture(autouse=True)
def _brief(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seconds are fractions of them."""
    monkeypatch.setattr(limits, "PAGE_SECONDS", 0.5)
    monkeypatch.setattr(limits, "WAIT_SECONDS", 0.05)
    monkeypatch.setattr("clustercalls.fetch.reading.FIRST_WAIT", 0.01)


def of(said: bytes) -> Hostile:
    return lambda _portal, _asked, _good: said


def sent_to(where: str, status: int = 307) -> Hostile:
    """Sends on, to an address that may name the spy or ourselves."""

    def sent(portal: Portal, _asked: Asked, _good: bytes) -> bytes:
        there = where.format(spy=portal.world.spy, own=portal.world.url)
        return whole(f"{status} There", b"", f"Location: {there}")

    return sent


def hanging(_portal: Portal, _asked: Asked, _good: bytes) -> Iterator[bytes]:
    threading.Event().wait(2)
    yield b""


def searched(*found: dict[str, Any], total: int | None = None) -> Hostile:
    """These rows, on the page that was asked for."""

    def answered(_portal: Portal, asked: Asked, _good: bytes) -> bytes:
        page = int(parse_qs(urlsplit(asked.path).query)["pageNumber"][0])
        return whole("200 OK", answer(list(found), page, total))

    return answered


# As the real one does where it does not know a filter.
EVERYTHING = [record(9_000 + number, *kind) for number, kind in enumerate([("1",), ("8",)] * 25)]
EVERYTHING[0]["metadata"]["status"] = [CLOSED]


class Case(NamedTuple):
    """What is answered, a word of what is told, and how often it is asked for."""

    hostile: Hostile
    told: str
    times: int = 1


LATER = "Fri, 27 Nov 2099 12:00:00 GMT"
CASES = {
    "empty": Case(of(whole("200 OK")), "no JSON"),
    "nothing found": Case(searched(), "empty", 9),
    "nothing at all": Case(of(b""), "no connection", 3),
    "a login page": Case(of(whole("200 OK", b"<html><form>Sign in</form></html>")), "no JSON"),
    "another JSON": Case(of(whole("200 OK", b'{"error": "busy"}')), "not that of a search"),
    "truncated": Case(lambda _p, _a, good: whole("200 OK", good[: len(good) // 2]), "no JSON"),
    "cut": Case(lambda _p, _a, good: whole("200 OK", good)[:-9], "cut off", 3),
    "cut in a chunk": Case(lambda _p, _a, good: CHUNKED + b"%x\r\n" % len(good) + good[:-9], "cut off", 3),
    "dripping": Case(lambda _p, _a, good: drip(whole("200 OK", good), 0.01), "no whole answer", 3),
    "a head that drips": Case(lambda *_: drip(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 999, 0.01), "no whole", 3),
    "hanging": Case(hanging, "no whole answer", 3),
    "404": Case(of(whole("404 No")), "404"),
    "500": Case(of(whole("500 No")), "500", 3),
    "503": Case(of(whole("503 No", b"later")), "503", 3),
    "429, in seconds": Case(of(whole("429 No", b"", "Retry-After: 86400")), "429", 3),
    "429, with a date": Case(of(whole("429 No", b"", f"Retry-After: {LATER}")), "429", 3),
    "a bomb": Case(lambda portal, *_: packed("gzip", 31, 1024)(portal.world, b""), "larger than 64 MiB"),
    "to a file": Case(sent_to("file:///etc/passwd"), "another host"),
    "to this machine": Case(sent_to("{spy}/search"), "another host"),
    "to its network": Case(sent_to("http://10.0.0.1/search"), "another host"),
    "to metadata": Case(sent_to("http://169.254.169.254/latest/meta-data/", 302), "another host"),
    "to another scheme of its own": Case(sent_to("ftp://127.0.0.1/"), "another host"),
    "in a loop": Case(sent_to("/search?again"), "more than 5 times", 6),
    "all of everything": Case(searched(*EVERYTHING, total=19_000), "not asked for"),
    "more than there can be": Case(searched(total=10**6), "filters"),
}  # fmt: skip


def held() -> list[list[Any]]:
    """What the catalogue says of all that is offered, without how the last look went."""
    with sqlite3.connect(catalogue_path()) as connection:
        return [
            connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall()  # noqa: S608 - of ours
            for table in ("record", "stage", "change")
        ]


@pytest.fixture
def reached(monkeypatch: pytest.MonkeyPatch) -> set[Any]:
    """Whatever a connection is opened to."""
    connect, places = socket.socket.connect, set[Any]()

    def noted(self: socket.socket, place: Any) -> None:  # noqa: ANN401 - as the socket has it
        places.add(place)
        connect(self, place)

    monkeypatch.setattr(socket.socket, "connect", noted)
    return places


@pytest.mark.parametrize("late", [False, True], ids=["at once", "on the third page"])
@pytest.mark.parametrize("name", CASES)
def test_a_source_that_is_not_well(
    run: Run, portal: Portal, reached: set[Any], name: str, late: bool
) -> None:
    assert run("sync", *NOW).code == 0
    before, case, behaves = held(), CASES[name], portal.world.script
    assert behaves is not None
    portal.records[0]["metadata"]["title"] = ["Another"]  # and it would change
    whole_page = answer(portal.records[:50], 1, 130)
    portal.world.asked.clear()

    def script(asked: Asked) -> tuple[Said, bool]:
        if late and len(portal.world.asked) <= 2:
            return behaves(asked)
        return case.hostile(portal, asked, whole_page), False

    portal.world.script = script
    begun = time.monotonic()
    ran = run("sync", *NOW)
    took = time.monotonic() - begun
    if (late, name) == (True, "nothing found"):  # the last pages have nothing: it is told as incomplete
        assert (ran.code, ran.err.count("\n"), "incomplete" in ran.err) == (4, 1, True), ran
        assert len(held()[0]) == len(before[0])
        return
    assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1), ran
    assert ran.err.startswith("eu: source-failed: "), ran
    assert case.told in ran.err
    assert len(portal.world.asked) == case.times + 2 * late
    assert held() == before
    assert took < 5
    assert portal.world.strayed == []
    assert reached == {("127.0.0.1", int(portal.world.url.rpartition(":")[2]))}


def test_a_list_that_is_suddenly_short(run: Run, portal: Portal) -> None:
    run("sync", *NOW)
    before = held()
    portal.records = portal.records[:60]
    ran = run("sync", *NOW)
    assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1), ran
    assert "too-short: " in ran.err
    assert held() == before


def test_what_passes_is_waited_for(run: Run, portal: Portal) -> None:
    behaves = portal.world.script
    assert behaves is not None
    bad = [whole("429 No", b"", "Retry-After: 1"), b"", whole("503 No"), whole("200 OK", b"x" * 99)[:-1]]
    count = 0

    def script(asked: Asked) -> tuple[Said, bool]:
        nonlocal count
        count += 1
        return (bad.pop(), False) if bad and count % 2 else behaves(asked)

    portal.world.script = script
    assert run("sync", *NOW).code == 0
    assert len(json.loads(run("find", "", "-n", "200", "-f", "json", *NOW).out)) == 133
    assert bad == []


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "64:ff9b::a9fe:a9fe"])
def test_of_a_source_at_a_refused_address_no_connection_is_opened(
    run: Run, config: Path, reached: set[Any], monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    config.write_text(CONFIG.format("http://portal.example/search", "false"))
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    place = (family, socket.SOCK_STREAM, 6, "", (address, 80))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [place])
    ran = run("sync", *NOW)
    assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1), ran
    assert "portal.example is an address of this machine or its network" in ran.err
    assert reached == set()


def measured(*typed: str) -> tuple[int, float, list[str]]:
    """The exit code of a command in a process of its own, its largest size in MiB, and what it told."""
    command = [sys.executable, "-S", "-c", LAUNCHER, sys.executable, "-m", "clustercalls", *typed]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    code, mebibytes, _ = map(float, done.stdout.splitlines()[-1].split())
    return int(code), mebibytes, done.stderr.splitlines()


@pytest.mark.parametrize(("how", "wbits"), [("gzip", 31), ("deflate", 15), ("deflate", -15)])
def test_a_bomb_costs_no_memory(portal: Portal, how: str, wbits: int) -> None:
    code, usual, _ = measured("sync", *NOW)
    assert code == 0
    portal.world.script = lambda _: (packed(how, wbits, 1024)(portal.world, b""), False)
    code, largest, told = measured("sync", *NOW)
    assert (code, len(told), "larger than 64 MiB" in told[0]) == (4, 1, True)
    assert largest < usual + 16


@pytest.mark.parametrize("typed", [("sync", "--status"), ("find", "soil"), ("upcoming",)])
def test_what_asks_no_server_does_without_urllib3(run: Run, portal: Portal, typed: tuple[str, ...]) -> None:
    run("sync", *NOW)
    portal.world.asked.clear()
    body = f"import sys; from clustercalls.cli.app import main; main({list(typed)!r}); "
    body += "sys.exit(bool({'urllib3', 'http.client', 'ssl'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", body], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert portal.world.asked == []

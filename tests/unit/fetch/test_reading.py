"""What is public is read from servers of every mood, within bounds, and from nobody who may not be asked."""

import socket
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

import pytest

from answers import CHUNKED, OPEN, packed
from clustercalls import limits
from clustercalls.fetch.bounded import Passing, TooLarge, Unusable
from clustercalls.fetch.reading import Clock, PublicQuestion, Reader, Received
from hostile_dav import World, endless, whole
from servers import SELF_SIGNED

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)


class Time:
    """A clock that passes when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds

    @property
    def clock(self) -> Clock:
        return Clock(lambda: self.now, self.sleep, lambda: NOW)


@pytest.fixture
def hours() -> Time:
    return Time()


def answering(world: World, *answers: "bytes | Iterable[bytes]") -> None:
    """One answer after the other, the last one to whoever asks after that."""
    left = list(answers)
    world.script = lambda _: (left.pop(0) if left[1:] else left[0], False)


def read(
    world: World, hours: Time, question: PublicQuestion | None = None, *, private: bool = True
) -> Received:
    reader = Reader(private=private, clock=hours.clock)
    return reader.read(question or PublicQuestion(f"{world.url}/list?x=1"))


@pytest.mark.parametrize(("question", "method", "body"), [
    (PublicQuestion("/a?b=***"), "GET", ""),
    (PublicQuestion("/a?b=***", "x=1", {"Content-Type": "text/plain"}), "POST", "x=1"),
])  # fmt: skip
def test_what_is_asked_and_answered(hours: Time, question: PublicQuestion, method: str, body: str) -> None:
    with World() as world:
        answering(world, whole("200 OK", b"said", "ETag: 7"))
        found = read(world, hours, question._replace(address=world.url + question.address))
        assert (found.body, found.headers["ETag"], found.address) == (b"said", "7", f"{world.url}/a?b=***")
        (asked,) = world.asked
        assert (asked.method, asked.path, asked.body) == (method, "/a?b=***", body)
        assert asked.headers["user-agent"].startswith("clustercalls/")
        assert "authorization" not in asked.headers


CUT = whole("200 OK", b"said")[:-2]


@pytest.mark.parametrize(("bad", "slept"), [
    (whole("500 No"), [2.0]), (whole("503 No", b"", "Retry-After: 7"), [7.0]),
    (whole("429 No", b"", "Retry-After: 1"), [2.0]), (whole("429 No", b"", "Retry-After: 86400"), [60.0]),
    (whole("429 No", b"", "Retry-After: Fri, 27 Nov 2026 12:00:30 GMT"), [30.0]),
    (whole("429 No", b"", "Retry-After: Fri, 27 Nov 2020 12:00:30 GMT"), [2.0]),
    (whole("429 No", b"", "Retry-After: soon"), [2.0]), (CUT, [2.0]), (b"", [2.0]),
    (whole("429 No", b"", "retry-after: 9"), [9.0]), (whole("521 Down"), [2.0]),
    (CHUNKED.replace(b"207 M", b"200 OK") + b"5\r\nhal", [2.0]),
])  # fmt: skip
def test_what_may_pass_is_tried_again(hours: Time, bad: bytes, slept: list[float]) -> None:
    with World() as world:
        answering(world, bad, whole("200 OK", b"said"))
        assert read(world, hours).body == b"said"
        assert hours.slept == slept


def test_three_times_and_no_more(hours: Time) -> None:
    with World() as world:
        answering(world, whole("500 No"))
        with pytest.raises(Unusable) as refused:
            read(world, hours)
        assert refused.value.values["status"] == "500"
        assert (len(world.asked), hours.slept) == (3, [2.0, 4.0])
        answering(world, CUT)
        with pytest.raises(Passing):
            read(world, hours)


@pytest.mark.parametrize("status", ["404 No", "401 No", "302 No", "304 Same"])
def test_what_will_not_pass_is_asked_once(hours: Time, status: str) -> None:
    with World() as world:
        answering(world, whole(status))
        with pytest.raises(Unusable):
            read(world, hours)
        assert len(world.asked) == 1


def test_one_request_a_pause(hours: Time) -> None:
    with World() as world:
        answering(world, whole("200 OK", b"said"))
        reader = Reader(private=True, pause=1.0, clock=hours.clock)
        for _ in range(3):
            reader.read(PublicQuestion(world.url))
        assert hours.slept == [1.0, 1.0]
        hours.now += 60
        reader.read(PublicQuestion(world.url))
        assert hours.slept == [1.0, 1.0]


@pytest.mark.parametrize("how", ["gzip", "deflate", ""])
def test_of_what_never_ends_little_is_kept(hours: Time, how: str) -> None:
    with World() as world:
        bomb = packed(how, 31 if how == "gzip" else 15, 1_024)(world, b"") if how else None
        world.script = lambda _: (bomb or endless(b" " * 65_536), False)
        tracemalloc.start()
        with pytest.raises(TooLarge):
            read(world, hours)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 16 * limits.MIB


def test_a_page_may_be_large(hours: Time) -> None:
    body = b"x" * (3 * limits.PAGE_HELD_BYTES)
    with World() as world:
        answering(world, whole("200 OK", body))
        assert read(world, hours).body == body


def dripping(first: bytes) -> Iterator[bytes]:
    yield first
    while True:
        time.sleep(0.02)
        yield b"x"


@pytest.mark.parametrize("first", [b"", OPEN, OPEN[:-2] + b"X-Long: "])
def test_what_drips_ends_in_time(hours: Time, monkeypatch: pytest.MonkeyPatch, first: bytes) -> None:
    monkeypatch.setattr(limits, "PAGE_SECONDS", 0.2)
    begin = time.monotonic()
    with World() as world:
        world.script = lambda _: (dripping(first), False)
        with pytest.raises(Unusable):
            read(world, hours)
    assert time.monotonic() - begin < 5


def sent(where: str, status: int = 302) -> bytes:
    return whole(f"{status} There", b"", f"Location: {where}")


def test_a_get_may_be_sent_to_another_host_that_is_judged_anew(hours: Time) -> None:
    """The spy has another port, but the same host: what is allowed for that host is so there too."""
    with World() as world, World() as other:
        answering(world, sent(f"{other.url}/there"))
        answering(other, whole("200 OK", b"said"))
        assert read(world, hours).address == f"{other.url}/there"
        other_name = other.url.replace("127.0.0.1", "localhost")
        answering(world, sent(f"{other_name}/there"))
        asked = len(other.asked)
        with pytest.raises(Unusable) as refused:
            read(world, hours)
        assert refused.value.values["host"] == "localhost"
        assert len(other.asked) == asked


def test_what_is_posted_goes_to_nobody_else(hours: Time) -> None:
    with World() as world, World() as other:
        answering(world, sent(f"{other.url}/there", 307))
        with pytest.raises(Unusable):
            read(world, hours, PublicQuestion(world.url, "body"))
        assert other.asked == []


@pytest.mark.parametrize("where", [
    "file:///etc/passwd", "ftp://127.0.0.1/", "http://user:word@127.0.0.1/", "javascript:alert(1)", "http://",
    "//",
])  # fmt: skip
def test_to_no_other_scheme(hours: Time, where: str) -> None:
    with World() as world:
        answering(world, sent(where))
        with pytest.raises(Unusable):
            read(world, hours)


def test_a_circle_ends(hours: Time) -> None:
    with World() as world, World() as other:
        answering(world, sent(f"{other.url}/"))
        answering(other, sent(f"{world.url}/"))
        with pytest.raises(Unusable) as refused:
            read(world, hours)
        assert refused.value.values["count"] == str(limits.REDIRECTS)


def test_within_one_host_and_to_others_it_is_five_times_in_all(hours: Time) -> None:
    with World() as world, World() as other:
        there = [sent("/2"), sent(f"{other.url}/3"), sent("/6"), whole("200 OK", b"said")]
        world.script = lambda _: (there.pop(0), False)
        other.script = lambda asked: (
            sent("/4") if asked.path == "/3" else sent(f"{world.url}/5"),
            False,
        )
        found = read(world, hours, PublicQuestion(f"{world.url}/1"))
        assert (found.address, found.body) == (f"{world.url}/6", b"said")
        assert hours.slept == [1.0] * 5  # each is asked of the same host
        answering(world, sent("/again"))
        world.asked.clear()
        with pytest.raises(Unusable, match="sends on more"):
            read(world, hours)
        assert len(world.asked) == limits.REDIRECTS + 1


def test_all_of_them_have_the_seconds_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAGE_SECONDS", 0.4)
    monkeypatch.setattr("clustercalls.fetch.reading.TRIES", 1)

    def slow(_: object) -> tuple[bytes, bool]:
        time.sleep(0.15)
        return sent("/again"), False

    with World() as world:
        world.script = slow
        with pytest.raises(Passing, match="no whole answer"):
            Reader(private=True, pause=0).read(PublicQuestion(world.url))
        assert len(world.asked) <= 4


def test_our_own_pauses_are_not_the_server_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAGE_SECONDS", 0.3)
    monkeypatch.setattr("clustercalls.fetch.reading.TRIES", 1)
    with World() as world:
        there = [*[sent("/again")] * 3, whole("200 OK", b"said")]
        world.script = lambda _: (there.pop(0), False)
        assert Reader(private=True, pause=0.2).read(PublicQuestion(world.url)).body == b"said"


def test_from_https_to_http_nothing_is_sent_on(hours: Time, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(SELF_SIGNED))
    with World(tls=True) as world, World() as other:
        answering(world, sent(f"{other.url}/there"))
        with pytest.raises(Unusable, match="another host"):
            read(world, hours)
        assert other.asked == []


Spy = Callable[[str], list[tuple[str, int]]]


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> Spy:
    """In place of the network: a name is at this address, and whom anybody connects is noted."""

    def named(address: str) -> list[tuple[str, int]]:
        connected: list[tuple[str, int]] = []
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        place = (family, socket.SOCK_STREAM, 6, "", (address, 80))
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [place])

        def connect(_: socket.socket, where: tuple[str, int]) -> None:
            connected.append(where)
            raise ConnectionRefusedError

        monkeypatch.setattr(socket.socket, "connect", connect)
        return connected

    return named


@pytest.mark.parametrize("address", [
    "127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fe80::1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
    "2002:a00:1::",
])  # fmt: skip
def test_of_a_refused_address_no_connection_is_opened(named: Spy, hours: Time, address: str) -> None:
    connected = named(address)
    with pytest.raises(Unusable) as refused:
        Reader(clock=hours.clock).read(PublicQuestion("http://portal.example/"))
    assert (refused.value.values["host"], connected, hours.slept) == ("portal.example", [], [])


def test_the_address_that_was_judged_is_the_one_that_is_connected(named: Spy, hours: Time) -> None:
    connected = named("93.184.216.34")
    with pytest.raises(Passing):
        Reader(clock=hours.clock).read(PublicQuestion("https://portal.example/"))
    assert set(connected) == {("93.184.216.34", 80)}


def test_metadata_is_refused_to_private_sources_too(named: Spy, hours: Time) -> None:
    connected = named("169.254.169.254")
    with pytest.raises(Unusable):
        Reader(private=True, clock=hours.clock).read(PublicQuestion("http://portal.example/"))
    assert connected == []


@pytest.mark.parametrize("address", ["", "portal", "file:///x", "http://", "https://a:b@c.example/"])
def test_what_is_no_address(hours: Time, address: str) -> None:
    with pytest.raises(Unusable):
        Reader(clock=hours.clock).read(PublicQuestion(address))


def test_a_stranger_of_the_asked(hours: Time) -> None:
    with World(tls=True) as world:
        answering(world, whole("200 OK"))
        with pytest.raises(Unusable):  # nobody vouches for its certificate
            read(world, hours)
        assert world.asked == []


NOT_MODIFIED = b'HTTP/1.1 304 Not Modified\r\nETag: "2"\r\n\r\n'


@pytest.mark.parametrize("header", ["If-None-Match", "If-Modified-Since"])
def test_what_is_known_is_not_sent_again(hours: Time, header: str) -> None:
    with World() as world:
        answering(world, NOT_MODIFIED)
        received = read(world, hours, PublicQuestion(f"{world.url}/a", "", {header: '"1"'}))
        assert (received.is_same, received.body, received.headers["ETag"]) == (True, b"", '"2"')
        assert world.asked[0].headers[header.lower()] == '"1"'
        answering(world, whole("200 OK", b"new"))
        assert read(world, hours, PublicQuestion(f"{world.url}/a", "", {header: '"1"'})).is_same is False


def test_that_it_is_the_same_is_no_answer_to_who_knows_nothing(hours: Time) -> None:
    with World() as world:
        answering(world, NOT_MODIFIED)
        with pytest.raises(Unusable) as unusable:
            read(world, hours)
    assert unusable.value.values["status"] == "304"

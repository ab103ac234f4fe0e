"""A calendar of a server: read first, changed only as it was read, every failure a reason without secrets."""

import gc
from collections.abc import Callable, Iterator
from threading import Thread

import pytest

from clustercalls.calendar.caldav import BATCH, REASONS, CalendarServer
from clustercalls.errors import WorldFailed
from dav import Dav
from servers import free_port

# A client keeps its connections as long as it lives, which is that of a command.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")
ONE, TWO = "a.deadline.ics", "b.deadline.ics"


@pytest.fixture(scope="module", autouse=True)
def _connections() -> Iterator[None]:
    yield
    gc.collect()  # else they would be met in another test


@pytest.fixture
def dav() -> Iterator[Dav]:
    server = Dav()
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def store(dav: Dav) -> CalendarServer:
    return CalendarServer(dav.url, "ada", "secret-word")


def test_what_could_be_ours_is_read(dav: Dav) -> None:
    dav.objects = {ONE: ("A & <b>\r\n", '"1"'), "mine.ics": ("C", '"2"'), "notes.txt": ("D", '"3"')}
    assert list(store(dav).items()) == [(ONE, b"A & <b>\n")]  # as XML has its line ends
    assert dav.done == ["PROPFIND /calls/", "REPORT /calls/"]


def test_in_batches(dav: Dav) -> None:
    dav.objects = {f"e{n}.deadline.ics": ("A", '"1"') for n in range(BATCH + 1)}
    assert len(list(store(dav).items())) == BATCH + 1
    assert dav.batches == [100, 1]


def test_only_what_is_as_it_was_read_is_changed(dav: Dav) -> None:
    dav.objects = {ONE: ("A", '"old"')}
    server = store(dav)
    list(server.items())
    server.put(TWO, b"B")
    server.put(ONE, b"C")
    assert {name: data for name, (data, _) in dav.objects.items()} == {ONE: "C", TWO: "B"}
    acts: list[Callable[[], None]] = [
        lambda: server.put(ONE, b"D"), lambda: server.put(TWO, b"D"), lambda: server.remove(ONE),
    ]  # fmt: skip
    for act in acts:
        with pytest.raises(WorldFailed, match="changed there meanwhile"):  # a repeat has to read it first
            act()
    assert {name: data for name, (data, _) in dav.objects.items()} == {ONE: "C", TWO: "B"}


def test_what_has_gone_already_is_no_failure(dav: Dav) -> None:
    dav.objects = {ONE: ("A", '"1"'), TWO: ("B", '"1"')}
    server = store(dav)
    list(server.items())
    del dav.objects[ONE]
    server.remove(ONE)
    server.remove(TWO)
    assert dav.objects == {}


def failure(dav: Dav, url: str = "") -> str:
    """The reason that is said when nothing can be read."""
    with pytest.raises(WorldFailed) as failed:
        list(CalendarServer(url or dav.url, "ada", "secret-word").items())
    found = failed.value.problem
    assert found.code == "caldav-failed"
    assert "secret" not in str(found.values)
    return found.message


@pytest.mark.parametrize(
    ("status", "reason"),
    [*((status, REASONS[status]) for status in (401, 403, 404, 507)), (500, "the server answered 500")],
)
def test_what_a_server_can_answer(dav: Dav, status: int, reason: str) -> None:
    dav.status = status
    assert reason in failure(dav)


def test_the_object_that_failed_is_named(dav: Dav) -> None:
    dav.objects = {ONE: ("A", '"1"')}
    server = store(dav)
    list(server.items())
    dav.status = 507
    acts: list[Callable[[], None]] = [lambda: server.put(ONE, b"B"), lambda: server.remove(ONE)]
    for act in acts:
        with pytest.raises(WorldFailed) as failed:
            act()
        assert failed.value.problem.place.entry == ONE


def test_what_is_no_calendar(dav: Dav) -> None:
    dav.is_calendar = False
    assert "--calendar" in failure(dav)


def test_nobody_listens(dav: Dav) -> None:
    assert "no connection" in failure(dav, f"http://127.0.0.1:{free_port()}/calls/")


@pytest.mark.parametrize(
    ("location", "followed"),
    [("http://127.0.0.1:1/calls/", False), ("https:///calls/", False), ("/other/", True)],
)
def test_the_password_goes_to_no_other_host_nor_to_another_scheme(
    dav: Dav, location: str, followed: bool
) -> None:
    dav.status, dav.location = 301, location
    assert ("another host" in failure(dav)) is not followed
    assert ("PROPFIND /other/" in dav.done) is followed

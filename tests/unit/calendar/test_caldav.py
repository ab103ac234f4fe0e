"""A calendar of a server: read first, changed only as it was read, every failure a reason without secrets."""

from collections.abc import Callable, Iterator
from threading import Thread

import pytest

from clustercalls import limits
from clustercalls.calendar.caldav import BATCH, REASONS, CalendarServer
from clustercalls.errors import WorldFailed
from dav import Dav
from hostile_dav import PASSWORD, USER, World
from servers import free_port

ONE, TWO = "a.deadline.ics", "b.deadline.ics"


@pytest.fixture
def dav() -> Iterator[Dav]:
    server = Dav()
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def store(dav: Dav) -> Iterator[CalendarServer]:
    with CalendarServer(dav.url, "ada", "secret-word") as server:
        yield server


def test_what_could_be_ours_is_read(dav: Dav, store: CalendarServer) -> None:
    dav.objects = {ONE: ("A & <b>\r\n", '"1"'), "mine.ics": ("C", '"2"'), "notes.txt": ("D", '"3"')}
    assert list(store.items()) == [(ONE, b"A & <b>\n")]  # as XML has its line ends
    assert dav.done == ["PROPFIND /calls/", "REPORT /calls/"]


def test_in_batches(dav: Dav, store: CalendarServer) -> None:
    dav.objects = {f"e{n}.deadline.ics": ("A", '"1"') for n in range(BATCH + 1)}
    assert len(list(store.items())) == BATCH + 1
    assert dav.batches == [100, 1]


def test_what_is_too_much_for_one_answer_is_asked_for_again(
    dav: Dav, store: CalendarServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ANSWER_BYTES", 700_000)
    dav.objects = {f"e{n}.deadline.ics": ("A" * 150_000, '"1"') for n in range(10)}
    assert dict(store.items()) == {name: data.encode() for name, (data, _) in dav.objects.items()}
    assert dav.batches == [10, 6, 2]


def test_one_that_is_too_much_for_an_answer_is_not_asked_for_again(
    dav: Dav, store: CalendarServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ANSWER_BYTES", 700_000)
    dav.objects = {ONE: ("A" * 100_000, '"1"'), TWO: ("B" * 710_000, '"2"')}
    with pytest.raises(WorldFailed, match="larger than"):
        list(store.items())
    assert dav.batches == [2, 1]


def test_no_more_is_taken_than_can_be_read_back(
    dav: Dav, store: CalendarServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "OBJECTS", 2)
    dav.objects = {ONE: ("A", '"1"')}
    list(store.items())
    assert store.no_room(ONE, b"C") is None
    assert store.no_room(TWO, b"B") is None
    full = store.no_room("c.deadline.ics", b"C")
    assert full is not None
    assert (full.code, full.place.file) == ("full-calendar", dav.url)
    store.remove(ONE)
    assert store.no_room("c.deadline.ics", b"C") is None


def test_what_is_there_takes_its_room_also_what_could_not_be_had(
    dav: Dav, store: CalendarServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "OBJECTS", 2)
    monkeypatch.setattr(limits, "OBJECTS_BYTES", 3 * limits.MIB)
    dav.objects = {ONE: ("A" * limits.OBJECT_BYTES, '"1"'), TWO: ("B", "")}
    assert [name for name, _ in store.items()] == [ONE]
    third = store.no_room("c.deadline.ics", b"C")
    assert third is not None
    assert "2 events" in third.message
    assert store.no_room(TWO, b"B" * limits.MIB) is None
    full = store.no_room(TWO, b"B" * (5 * limits.MIB // 2))
    assert full is not None
    assert "3 MiB" in full.message


def test_the_bounds_of_what_is_written_lie_within_those_of_what_is_read() -> None:
    assert limits.OBJECT_BYTES < limits.TAG_BYTES
    assert 5 * limits.TAG_BYTES < limits.ANSWER_BYTES  # of one, however it is escaped
    assert limits.OBJECTS_BYTES + limits.ANSWER_BYTES <= limits.ANSWERS_BYTES
    assert limits.COMPONENT_BYTES < limits.FILE_BYTES < limits.CALENDAR_BYTES


def test_only_what_is_as_it_was_read_is_changed(dav: Dav, store: CalendarServer) -> None:
    dav.objects = {ONE: ("A", '"old"')}
    list(store.items())
    store.put(TWO, b"B")
    store.put(ONE, b"C")
    assert {name: data for name, (data, _) in dav.objects.items()} == {ONE: "C", TWO: "B"}
    acts: list[Callable[[], None]] = [
        lambda: store.put(ONE, b"D"), lambda: store.put(TWO, b"D"), lambda: store.remove(ONE),
    ]  # fmt: skip
    for act in acts:
        with pytest.raises(WorldFailed, match="changed there meanwhile"):  # a repeat has to read it first
            act()
    assert {name: data for name, (data, _) in dav.objects.items()} == {ONE: "C", TWO: "B"}


def test_what_has_gone_already_is_no_failure(dav: Dav, store: CalendarServer) -> None:
    dav.objects = {ONE: ("A", '"1"'), TWO: ("B", '"1"')}
    list(store.items())
    del dav.objects[ONE]
    store.remove(ONE)
    store.remove(TWO)
    assert dav.objects == {}


def failure(dav: Dav, url: str = "") -> str:
    """The reason that is said when nothing can be read."""
    with (
        CalendarServer(url or dav.url, "ada", "secret-word") as server,
        pytest.raises(WorldFailed) as failed,
    ):
        list(server.items())
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


def test_the_object_that_failed_is_named(dav: Dav, store: CalendarServer) -> None:
    dav.objects = {ONE: ("A", '"1"')}
    list(store.items())
    dav.status = 507
    acts: list[Callable[[], None]] = [lambda: store.put(ONE, b"B"), lambda: store.remove(ONE)]
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


def test_an_object_with_another_uid_goes_as_it_was_read_before_ours_comes(
    dav: Dav, store: CalendarServer
) -> None:
    dav.objects, dav.conflicts = {ONE: ("A", '"1"')}, True
    list(store.items())
    store.put(ONE, b"B", is_foreign=True)
    assert dav.objects[ONE][0] == "B"
    assert dav.done[2:] == [f"PUT /calls/{ONE}", f"DELETE /calls/{ONE}", f"PUT /calls/{ONE}"]


def test_one_that_was_changed_meanwhile_does_not_go(dav: Dav, store: CalendarServer) -> None:
    dav.objects, dav.conflicts = {ONE: ("A", '"1"')}, True
    list(store.items())
    dav.objects[ONE] = ("Z", '"2"')
    with pytest.raises(WorldFailed, match="changed there meanwhile"):
        store.put(ONE, b"B", is_foreign=True)
    assert dav.objects[ONE] == ("Z", '"2"')


def test_nor_one_that_is_ours(dav: Dav, store: CalendarServer) -> None:
    dav.objects, dav.conflicts = {ONE: ("A", '"1"')}, True
    list(store.items())
    with pytest.raises(WorldFailed, match="409"):
        store.put(ONE, b"B")
    assert dav.objects == {ONE: ("A", '"1"')}


def test_a_calendar_of_more_objects_than_may_be(
    dav: Dav, store: CalendarServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "OBJECTS", 2)
    dav.objects = {f"e{n}.deadline.ics": ("A", '"1"') for n in range(2)}
    assert len(list(store.items())) == 2
    dav.objects["f.deadline.ics"] = ("A", '"1"')
    with pytest.raises(WorldFailed, match="more than 2 objects"):
        list(store.items())


@pytest.mark.parametrize("mark", ["\u202e1", "a\x9b", "x" * (limits.ETAG_LETTERS + 1), "a\u0100"])
def test_a_mark_that_no_header_holds(dav: Dav, store: CalendarServer, mark: str) -> None:
    dav.objects = {ONE: ("A", mark)}
    with pytest.raises(WorldFailed, match="not understood"):
        list(store.items())


def test_its_connections_are_let_go() -> None:
    with World() as world:
        with CalendarServer(f"{world.url}/home/calls/", USER, PASSWORD) as server:
            list(server.items())
            connection = server._server._connection  # noqa: SLF001 - whether it is closed
            assert connection is not None
            assert connection.sock is not None
        assert connection.sock is None

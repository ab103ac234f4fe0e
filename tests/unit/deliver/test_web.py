"""A service that sends on elsewhere gets neither token nor message there, and its answer has an end."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from clustercalls import limits
from clustercalls.deliver.chat import Notify
from clustercalls.deliver.target import Failed
from clustercalls.deliver.web import bound
from hostile_dav import World, endless, whole
from messages import Arrivals, message

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # apprise imports imghdr


@pytest.fixture
def world() -> Iterator[World]:
    with World() as made:
        yield made


def notify(world: World) -> Arrivals:
    arrived = Arrivals()
    Notify(f"json://{world.url.removeprefix('http://')}/token-secret").deliver(message("a"), arrived, 5)
    return arrived


def test_a_service_that_takes_it(world: World) -> None:
    world.script = lambda _: (whole("200 OK", b"thanks"), False)
    assert notify(world).keys == [("a",)]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("where", ["{spy}/x", "https://{own}/x", "http://localhost:1/"])
def test_a_redirection_elsewhere_is_not_followed(
    world: World, monkeypatch: pytest.MonkeyPatch, status: int, where: str
) -> None:
    there = where.format(spy=world.spy, own=world.url.removeprefix("http://"))
    world.script = lambda _: (whole(f"{status} There", b"", f"Location: {there}"), False)
    calls: list[object] = []
    connect = socket.socket.connect

    def counted(ours: socket.socket, place: Any) -> None:  # noqa: ANN401 - as in socket
        calls.append(place)
        connect(ours, place)

    monkeypatch.setattr(socket.socket, "connect", counted)
    with pytest.raises(Failed, match="could not be reached"):
        notify(world)
    assert (len(world.asked), len(calls), world.strayed) == (1, 1, [])


def test_one_to_the_same_origin_is(world: World) -> None:
    answers = [whole("307 There", b"", "Location: /y"), whole("200 OK")]
    world.script = lambda _: (answers.pop(0), True)
    assert notify(world).keys == [("a",)]
    assert [each.path for each in world.asked] == ["/token-secret", "/y"]


def test_an_answer_without_end(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TAG_BYTES", 10**5)
    world.script = lambda _: (endless(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 9999), False)
    with pytest.raises(Failed, match="could not be reached"):
        notify(world)


def test_what_is_read_is_as_ever(world: World) -> None:
    world.script = lambda _: (
        whole("200 OK", "è".encode(), "Content-Type: text/plain; charset=utf-8"),
        False,
    )
    bound()
    with requests.get(world.url, timeout=5) as answer:
        assert (answer.text, answer.content, list(answer.iter_content(1))) == (
            "è",
            "è".encode(),
            [b"\xc3", b"\xa8"],
        )


def test_a_password_in_the_address_is_no_other_origin(world: World) -> None:
    answers = [whole("307 There", b"", "Location: /y"), whole("200 OK")]
    world.script = lambda _: (answers.pop(0), True)
    bound()
    address = world.url.replace("//", "//ada:pw@")
    with requests.get(address, timeout=5) as answer:
        assert answer.status_code == 200

"""Nothing is asked of anybody but the origin that was typed, and every answer ends."""

import gzip
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from threading import Thread
from typing import Any

import pytest

from answers import CHUNKED, OPEN, chunked, packed
from clustercalls import limits
from clustercalls.fetch.bounded import Allowance, Passing, Unusable
from clustercalls.fetch.connection import BoundedConnection, connection_to
from clustercalls.fetch.conversation import PIECE, Answer, Conversation
from clustercalls.i18n import language
from hostile_dav import PASSWORD, TOKEN, USER, World, endless, whole
from servers import SELF_SIGNED

Talk = Callable[[World], Conversation]


@pytest.fixture
def world() -> Iterator[World]:
    with World() as made:
        yield made


@pytest.fixture
def talk() -> Iterator[Talk]:
    begun: list[Conversation] = []

    def talk(world: World) -> Conversation:
        begun.append(Conversation(world.url, USER, PASSWORD, Allowance(5)))
        return begun[-1]

    yield talk
    for each in begun:
        each.close()


def answering(world: World, *answers: "bytes | Iterable[bytes]", stays: bool = True) -> None:
    """One answer after the other, to whoever asks."""
    left = list(answers)
    world.script = lambda _: (left.pop(0), stays)


def put(conversation: Conversation, world: World, path: str = "/x") -> Answer:
    return conversation.ask("PUT", world.url + path, "body", {"If-Match": '"1"'})


def test_the_password_is_said_when_it_is_asked_for_and_from_then_on(world: World, talk: Talk) -> None:
    world.turn("put", lambda *_: whole("204 Done"), {})
    with talk(world) as conversation:
        assert [put(conversation, world).status for _ in range(2)] == [204, 204]
    assert [each.headers.get("authorization") for each in world.asked] == [None, TOKEN, TOKEN]
    assert {each.body for each in world.asked} == {"body"}


def test_one_that_is_refused_is_not_said_again(world: World, talk: Talk) -> None:
    no = whole("401 No", b"", "WWW-Authenticate: Basic")
    answering(world, no, no)
    assert put(talk(world), world).status == 401
    assert len(world.asked) == 2


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirection_is_the_same_request_at_another_address(world: World, talk: Talk, status: int) -> None:
    answering(world, whole(f"{status} There", b"moved", "Location: ../y?q"), whole("200 OK", b"here"))
    answer = put(talk(world), world, "/a/x")
    assert (answer.status, answer.url, answer.start()) == (200, f"{world.url}/y?q", b"here")
    assert [(each.method, each.path, each.body) for each in world.asked] == [
        ("PUT", "/a/x", "body"), ("PUT", "/y?q", "body"),
    ]  # fmt: skip


def test_another_request_is_not_made_of_it(world: World, talk: Talk) -> None:
    answering(world, whole("303 See", b"", "Location: /y"))
    assert put(talk(world), world).status == 303


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_nor_one_to_another_origin(world: World, talk: Talk, status: int) -> None:
    answering(world, whole(f"{status} There", b"", f"Location: {world.spy}/x"))
    with pytest.raises(Unusable) as unusable:
        put(talk(world), world)
    assert unusable.value.values["host"] == world.spy
    assert world.strayed == []


def test_a_circle_has_an_end(world: World, talk: Talk) -> None:
    answering(world, *[whole("302 There", b"", "Location: /x")] * 20)
    with pytest.raises(Unusable) as unusable:
        put(talk(world), world)
    assert unusable.value.values["count"] == str(limits.REDIRECTS) == str(len(world.asked) - 1)


def test_a_connection_serves_again_unless_something_is_left_on_it(world: World, talk: Talk) -> None:
    conversation = talk(world)
    answering(world, *[whole("200 OK", b"x" * 100_000)] * 3)
    put(conversation, world).start()
    first = conversation._connection  # noqa: SLF001 - whether it is the same
    assert first is not None
    for _ in put(conversation, world).pieces:
        pass
    again = conversation._connection  # noqa: SLF001 - whether it is the same
    assert again is not first  # more than a start was left
    put(conversation, world)
    assert conversation._connection is again  # noqa: SLF001 - whether it is the same


def test_the_way_to_an_answer_takes_one_connection(
    world: World, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []

    def counted(*how: Any) -> BoundedConnection:  # noqa: ANN401 - as it is made
        made.append(how)
        return connection_to(*how)

    monkeypatch.setattr("clustercalls.fetch.conversation.connection_to", counted)
    answers = [
        whole("401 No", b"who?", 'WWW-Authenticate: Basic realm="x"'),
        whole("302 There", b"moved", "Location: /y"),
        whole("200 OK", b"here"),
    ]
    answering(world, *answers)
    assert put(talk(world), world).start() == b"here"
    assert (len(world.asked), len(made)) == (3, 1)


def test_what_is_still_to_come_is_not_waited_for(world: World, talk: Talk) -> None:
    def slow() -> Iterator[bytes]:
        said = whole("200 OK", b"x" * 100_000)
        start = said.index(b"x") + limits.HEAD_BYTES + 1  # so much is read, and nothing is left of it
        yield said[:start]
        time.sleep(0.3)
        yield said[start:]

    answering(world, slow(), whole("200 OK", b"ours"))
    conversation = talk(world)
    assert set(put(conversation, world).start()) == set(b"x")
    assert put(conversation, world).start() == b"ours"


def test_what_is_said_unasked_answers_nothing(world: World, talk: Talk) -> None:
    def twice() -> Iterator[bytes]:
        yield whole("204 Done")
        time.sleep(0.1)
        yield whole("200 OK", b"of another")

    answering(world, twice(), whole("200 OK", b"ours"))
    conversation = talk(world)
    assert put(conversation, world).start() == b""
    time.sleep(0.3)
    assert put(conversation, world).start() == b"ours"


@pytest.mark.parametrize("is_seen", [True, False])
def test_one_that_was_let_go_meanwhile_is_made_anew(
    world: World, talk: Talk, monkeypatch: pytest.MonkeyPatch, is_seen: bool
) -> None:
    conversation = talk(world)
    if not is_seen:  # it is let go while we ask
        monkeypatch.setattr("urllib3.connection.HTTPConnection.is_connected", True)
    answering(world, *[whole("204 Done")] * 3, stays=False)
    for _ in range(3):
        answer = put(conversation, world)
        assert (answer.status, answer.start()) == (204, b"")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ConnectionRefusedError(111, "Connection refused"), "no connection: the server refuses it"),
        (socket.gaierror(-2, "Name or service not known"), "no connection: no server of this name is known"),
        (ConnectionResetError(104, "Connection reset by peer"), "no connection ({kind})"),
    ],
)
def test_why_there_is_no_connection(
    world: World, talk: Talk, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("clustercalls.fetch.conversation.connection_to", fails)
    with pytest.raises(Unusable) as caught:
        put(talk(world), world)
    assert str(caught.value) == said
    assert language("it")(said) not in {said, ""}


@pytest.mark.parametrize("takes", [100, 64 * 1024])
def test_an_answer_that_came_before_all_was_said_is_heard(takes: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def refuse() -> None:
            with server.accept()[0] as caller:
                caller.recv(takes)
                caller.sendall(whole("413 Too much"))

        Thread(target=refuse, daemon=True).start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
        with Conversation(url, USER, PASSWORD, Allowance(5)) as conversation:
            assert conversation.ask("PUT", f"{url}/x", "x" * 8 * limits.MIB).status == 413


def test_a_new_one_that_says_nothing_is_not_asked_for_ever(world: World, talk: Talk) -> None:
    answering(world, *[b""] * 9, stays=False)
    with pytest.raises(Unusable, match="no connection"):
        put(talk(world), world)
    assert len(world.asked) == 1


@pytest.mark.parametrize("size", [1, 64 * 1024, 10**6])
def test_an_answer_may_have_so_many_bytes_and_no_more(
    world: World, talk: Talk, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(limits, "ANSWER_BYTES", size)
    answering(world, whole("200 OK", b"x" * size), whole("200 OK", b"x" * (size + 1)))
    assert sum(map(len, put(talk(world), world).pieces)) == size
    with pytest.raises(Unusable, match="larger"):
        list(put(talk(world), world).pieces)


def test_all_answers_together_as_well(world: World, talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ANSWERS_BYTES", 25)
    conversation = talk(world)
    answering(world, *[whole("200 OK", b"x" * 10)] * 3)
    assert [len(put(conversation, world).start()) for _ in range(2)] == [10, 10]
    with pytest.raises(Unusable, match="larger"):
        put(conversation, world).start()


def test_they_are_counted_unpacked(world: World, talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ANSWER_BYTES", 10**6)
    answering(world, packed("gzip", 31, 3)(world, b""), stays=False)
    with pytest.raises(Unusable, match="larger"):
        list(put(talk(world), world).pieces)


TEXT = bytes(range(256)) * 400
RAW = zlib.compressobj(wbits=-15)
GZIPPED = gzip.compress(TEXT, mtime=0)
PACKED = [
    ("", TEXT),
    ("identity", TEXT),
    ("gzip", GZIPPED),
    (" X-GZip", GZIPPED),
    ("gzip", gzip.compress(TEXT[:700], mtime=0) + gzip.compress(TEXT[700:], mtime=0)),
    ("deflate", zlib.compress(TEXT)),
    ("deflate", RAW.compress(TEXT) + RAW.flush()),
]


@pytest.mark.parametrize("size", [1, 7, 100_000, 0])
@pytest.mark.parametrize(("packing", "data"), PACKED)
def test_what_is_packed_comes_out_as_it_was(
    world: World, talk: Talk, packing: str, data: bytes, size: int
) -> None:
    head = f"Content-Encoding: {packing}"
    pieces = [data[at : at + size] for at in range(0, len(data), size)] if size else []
    body = chunked(*pieces, b"").replace(CHUNKED, CHUNKED[:-2] + f"{head}\r\n\r\n".encode())
    answering(world, body if size else whole("200 OK", data, head), whole("204 Done"))
    conversation = talk(world)
    assert b"".join(put(conversation, world).pieces) == TEXT
    first = conversation._connection  # noqa: SLF001 - whether it is the same
    assert put(conversation, world).status == 204
    assert conversation._connection is first  # noqa: SLF001 - nothing was left on it


def test_a_piece_that_holds_very_much_comes_out_little_by_little(world: World, talk: Talk) -> None:
    answering(world, packed("gzip", 31, 20)(world, b""), stays=False)
    sizes: list[int] = []
    with pytest.raises(Passing, match="cut off"):  # it does not end
        sizes.extend(len(each) for each in put(talk(world), world).pieces)
    assert max(sizes) <= PIECE
    assert sum(sizes) > 20 * limits.MIB


@pytest.mark.parametrize(
    ("packing", "data"),
    [
        ("gzip", b"no gzip"), ("deflate", b"\xff\xff\xff"), ("br", b"x"), ("zstd", b"x"),
        ("gzip, gzip", gzip.compress(b"x", mtime=0)), ("x, gzip", gzip.compress(b"x", mtime=0)),
        ("gzip", gzip.compress(b"x", mtime=0)[:-8] + b"12345678"),
    ],
)  # fmt: skip
def test_what_is_not_packed_so(world: World, talk: Talk, packing: str, data: bytes) -> None:
    answering(world, whole("200 OK", data, f"Content-Encoding: {packing}"))
    with pytest.raises(Unusable, match="not understood") as unusable:
        list(put(talk(world), world).pieces)
    assert unusable.value.values["kind"] == "Content-Encoding"


@pytest.mark.parametrize("data", [
    *(GZIPPED[:-left] for left in (1, 9, 30)), GZIPPED[:1], GZIPPED + b"more", zlib.compress(TEXT)[:-1],
])  # fmt: skip
def test_what_is_packed_and_does_not_end_so_is_cut_off(world: World, talk: Talk, data: bytes) -> None:
    how = "gzip" if data[:1] == GZIPPED[:1] else "deflate"
    answering(world, whole("200 OK", data, f"Content-Encoding: {how}"))
    with pytest.raises(Passing, match="cut off"):
        list(put(talk(world), world).pieces)


def test_of_nothing_nothing_is_missing(world: World, talk: Talk) -> None:
    answering(world, whole("200 OK", b"", "Content-Encoding: gzip"))
    assert list(put(talk(world), world).pieces) == []


def test_once_asks_one_question_and_says_where_that_leads(world: World, talk: Talk) -> None:
    answering(world, whole("307 There", b"", "location: /y"), whole("204 Done"))
    answer = talk(world).once("GET", f"{world.url}/x")
    assert (answer.status, answer.there, len(world.asked)) == (307, "/y", 1)
    assert "content-length" not in world.asked[0].headers
    assert world.asked[0].headers["accept-encoding"] == "gzip, deflate"


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        (b"HTTP/1.1 100 Continue\r\n\r\n" * 999, "larger than 64 KiB"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 99, "not understood"),
        (b"HTTP/1.1 200 OK\r\n" + (b"X: " + b"y" * 60_000 + b"\r\n") * 9, "larger than 64 KiB"),
    ],
)
def test_heads_end_too(world: World, talk: Talk, piece: bytes, said: str) -> None:
    answering(world, endless(piece), stays=False)
    with pytest.raises(Unusable) as unusable:
        put(talk(world), world)
    values = unusable.value.values
    assert said in values["reason"].replace("{size}", values.get("size", ""))


@pytest.mark.parametrize("size", [b"-" + b"f" * 30, b"f" * 30, b"zz", b""])
def test_a_size_of_a_chunk_that_is_none(world: World, talk: Talk, size: bytes) -> None:
    answering(world, CHUNKED + size + b"\r\nabcdefgh", stays=False)
    with pytest.raises(Unusable):
        list(put(talk(world), world).pieces)


KNOWN = b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n"


@pytest.mark.parametrize(
    "said", [KNOWN, KNOWN + b"half", CHUNKED, CHUNKED + b"8\r\nhalf", CHUNKED + b"1\r\nx\r\n"]
)
def test_one_cut_off_is_not_whole(world: World, talk: Talk, said: bytes) -> None:
    answering(world, said, stays=False)
    with pytest.raises(Passing, match="cut off"):
        list(put(talk(world), world).pieces)


def test_the_rest_of_a_long_story_is_not_waited_for(world: World, talk: Talk) -> None:
    answering(world, (each for each in (OPEN, b"x" * 10**6)), stays=False)
    assert limits.HEAD_BYTES < len(put(talk(world), world).start()) < 10**6


def test_a_certificate_that_nobody_trusts(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    with World(tls=True) as world:
        with pytest.raises(Unusable) as unusable:
            put(talk(world), world)
        assert unusable.value.values["kind"] == ssl.SSLCertVerificationError.__name__
        assert world.asked == []
        monkeypatch.setenv("SSL_CERT_FILE", str(SELF_SIGNED))
        answering(world, whole("204 Done"))
        assert put(talk(world), world).status == 204


def test_from_https_to_http_is_elsewhere(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(SELF_SIGNED))
    with World(tls=True) as world:
        answering(world, whole("301 There", b"", f"Location: http{world.url[5:]}/y"))
        with pytest.raises(Unusable, match="another host"):
            put(talk(world), world)
        assert len(world.asked) == 1

"""What a multistatus says, as far as it was asked; what is none, or too much, is refused."""

from collections.abc import Iterator

import pytest

from clustercalls import limits
from clustercalls.calendar.multistatus import CALENDAR, DATA, ETAG, HOME, NAME, Resource, resources
from clustercalls.fetch.bounded import Unusable

HEAD = '<?xml version="1.0"?><x:multistatus xmlns:x="DAV:" xmlns="urn:ietf:params:xml:ns:caldav">'
END = "</x:multistatus>"
TYPED = HEAD.replace("?>", "?><!DOCTYPE {}>", 1)
ONE = "<x:response><x:href> {} </x:href>{}</x:response>"
PROP = "<x:propstat><x:prop>{}</x:prop><x:status>HTTP/1.1 {}</x:status></x:propstat>"


def read(*responses: str, size: int = 0) -> list[Resource]:
    data = (HEAD + "".join(responses) + END).encode()
    size = size or len(data)
    return list(resources(data[at : at + size] for at in range(0, len(data), size)))


@pytest.mark.parametrize("size", [0, 1, 7])
def test_what_was_found_and_what_it_is(size: int) -> None:
    found = PROP.format(
        '<x:getetag>"1"</x:getetag><calendar-data>A &amp; &#13;\nB</calendar-data>'
        "<x:displayname> N </x:displayname>"
        "<x:resourcetype><x:collection/><calendar/></x:resourcetype><unasked>x</unasked>",
        "200 OK",
    )
    missing = PROP.format(
        "<calendar-home-set><x:href>/no</x:href></calendar-home-set><x:resourcetype><x:no/></x:resourcetype>",
        "404 No",
    )
    [one, two] = read(ONE.format("/a", found + missing), ONE.format("/b", ""), size=size)
    assert (one.href, one.values) == ("/a", {ETAG: '"1"', DATA: "A & \r\nB", NAME: " N "})
    assert CALENDAR in one.kinds
    assert len(one.kinds) == 2
    assert two == Resource("/b", {}, frozenset())


def test_an_address_that_is_a_property_and_one_without_a_status() -> None:
    home = "<calendar-home-set><x:href>/first</x:href><x:href>/second</x:href></calendar-home-set>"
    [one] = read(ONE.format("/a", f"<x:propstat><x:prop>{home}</x:prop></x:propstat>"))
    assert one.values == {HOME: "/first"}


def test_each_is_given_as_soon_as_it_is_whole() -> None:
    def pieces() -> Iterator[bytes]:
        yield (HEAD + ONE.format("/a", "")).encode()
        raise AssertionError

    assert next(resources(pieces())).href == "/a"


@pytest.mark.parametrize(
    "text",
    [
        "", "no", "<a/>", HEAD, HEAD + END + "<b/>", HEAD + "&nbsp;" + END, HEAD + "<x:response>" + END,
        TYPED.format("x") + END, TYPED.format('x [<!ENTITY a "b">]') + "&a;" + END,
        TYPED.format('x SYSTEM "http://127.0.0.1:1/"') + END,
        '<?xml version="1.0" encoding="rot13"?><a/>',
        '<?xml version="1.0" encoding="no-such"?><a/>', "\x00",
    ],
)  # fmt: skip
def test_what_is_none(text: str) -> None:
    with pytest.raises(Unusable, match="not understood"):
        list(resources([text.encode()]))


@pytest.mark.parametrize("deep", [0, 1])
def test_how_deep_it_may_be(deep: int) -> None:
    inner = limits.ANSWER_DEPTH - 1 + deep
    text = "<a>" * inner + "</a>" * inner
    if not deep:
        assert read(text) == []
        return
    with pytest.raises(Unusable) as unusable:
        read(text)
    assert unusable.value.values["depth"] == str(limits.ANSWER_DEPTH)


@pytest.mark.parametrize(
    "text",
    ["<a b='{}'/>", "<a{}/>", "<!--{}-->", "<?a {}?>", ONE.format("/{}", ""),
     ONE.format("/", PROP.format("<calendar-data>{}</calendar-data>", "200 OK")),
     ONE.format("/", PROP.format("<calendar-data>{}</calendar-data>" * 2, "200 OK").replace("{}", "x", 1)),
     ONE.format("/", "<x:propstat><x:status>{}</x:status></x:propstat>")],
)  # fmt: skip
def test_nothing_in_it_may_be_large(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(limits, "TAG_BYTES", 1000)
    read(text.replace("{}", "x" * 500), size=100)
    with pytest.raises(Unusable, match="larger"):
        read(text.replace("{}", "x" * 1200), size=100)


def test_what_was_not_asked_for_may_be_as_long_as_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TAG_BYTES", 1000)
    assert read("<a>" + "x" * 5000 + "</a>", "<![CDATA[" + "x" * 5000 + "]]>", size=100) == []

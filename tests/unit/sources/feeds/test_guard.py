"""What of a feed is refused before it is parsed."""

import gzip

import pytest

from clustercalls.errors import InputRefused
from clustercalls.limits import FEED_BYTES, FEED_TAG_BYTES
from clustercalls.sources.feeds.guard import guarded, longest

RSS = b"<rss version='2.0'><channel><title>A</title></channel></rss>"


def why(data: bytes) -> str:
    with pytest.raises(InputRefused) as refused:
        guarded(data, "feed")
    return refused.value.problem.message.removeprefix("this cannot be read as a feed: ")


def test_what_is_a_feed_passes_as_it_is() -> None:
    assert guarded(RSS, "feed") == RSS
    assert guarded(gzip.compress(RSS), "feed") == RSS
    assert guarded(b"<!-- note -->" + RSS, "feed") == b"<!-- note -->" + RSS


@pytest.mark.parametrize(
    "declared", ["<!DOCTYPE rss>", "<!doctype html [", "<! DOCTYPE x>", "<!ENTITY a 'b'>"]
)
def test_a_type_of_document_is_refused(declared: str) -> None:
    reason = "it declares a type of document, as no feed need"
    assert why(declared.encode() + RSS) == reason
    assert why(f"\ufeff{declared}<rss/>".encode("utf-16")) == reason
    assert why(f"{declared}<rss/>".encode("utf-16-le")) == reason
    assert why(gzip.compress(declared.encode() + RSS)) == reason


def test_in_a_text_of_an_item_it_is_only_text() -> None:
    data = b"<rss><item><![CDATA[<!DOCTYPE html><p>" + b"x" * FEED_TAG_BYTES + b"]]></item></rss>"
    assert guarded(data, "feed") == data


@pytest.mark.parametrize(
    "tag",
    [
        b"<a " + b"b='c' " * 4_000 + b">",
        b"<a x='" + b"y" * 20_000 + b"'/>",
        b"<a" + b" " * 20_000,
        b"<!-- --" + b"<a" * 9_000,
    ],
)
def test_a_long_tag_is_refused(tag: bytes) -> None:
    assert why(RSS + tag) == "a tag in it is longer than 16 KiB"


def test_how_long_tags_are() -> None:
    assert longest(b"") == 0
    assert longest(b"a < b, <b>c</b> <abc/>") == 6
    assert longest(b"<a <b <c>") == 9
    assert longest(b"<a>" + b"x" * 100) == 3


def test_too_much_is_refused_before_all_of_it_is_unpacked() -> None:
    assert why(gzip.compress(b" " * (FEED_BYTES + 1))) == "it is larger than 8 MiB"
    assert why(b" " * (FEED_BYTES + 1)) == "it is larger than 8 MiB"


def test_what_only_begins_as_if_it_were_packed() -> None:
    assert why(b"\x1f\x8b no") == "it cannot be unpacked"
    assert guarded(gzip.compress(RSS)[:-9], "feed")[:4] == b"<rss"


def test_letters_of_two_bytes_are_made_into_one_and_no_other_is_declared() -> None:
    text = '<?xml version="1.0" encoding="utf-16"?><rss><title>é</title></rss>'
    for data in (text.encode("utf-16"), text.encode("utf-16-be")):
        assert guarded(data, "feed").decode() == "<rss><title>é</title></rss>"

"""What readers of calendars, feeds and tables have in common."""

import pytest

from clustercalls.errors import WorldFailed
from clustercalls.sources.offered import address, digest, key_of, left_out, needed, offered, shortened, unlike


def test_keys_are_words_else_digests() -> None:
    assert key_of("9001@example.org") == "9001@example.org"
    for other in ("two words", "x" * 201, "a\nb", "a\u202eb", "\ud800", "<b>"):
        assert len(key_of(other)) == 32
    assert len({key_of("a b"), key_of("a c"), key_of("x" * 201)}) == 3


def test_addresses() -> None:
    assert address(" https://example.org/a?b=c ") == "https://example.org/a?b=c"
    for other in (
        "javascript:x()",
        "ftp://example.org",
        "/it/x",
        "https://user@example.org/",
        "https://a/\u202e",
        "",
    ):
        assert address(other) == ""


def test_a_candidate_has_no_empty_facts_and_is_bounded() -> None:
    made = offered(
        "s",
        "k",
        "<b>T</b>" * 600,
        {"summary": "x" * 5_000, "note": "", "stage": []},
        "y" * 30_000,
        ("w", "", "w"),
    )
    assert (len(made.title), len(made.entry["summary"]), len(made.text)) == (500, 1_000, 20_000)
    assert (made.words, sorted(made.entry)) == (("w",), ["source", "summary", "title"])
    assert offered("s", "k", "", {}).title == "k"


def test_its_print_tells_what_differs() -> None:
    prints = [offered("s", "k", "T", {"url": url}, text).print for url in ("a", "b") for text in ("x", "y")]
    assert len(set(prints)) == 4
    assert prints[0] == offered("s", "k", "T", {"url": "a"}, "x").print


def test_what_is_said_of_what_cannot_be_read() -> None:
    told = left_out("s", 7, "Name\n" + "x" * 200, "`{value}` is no date", value="soon")
    assert (told.place.file, told.place.line, len(told.place.entry), told.message) == (
        "s",
        7,
        80,
        "`soon` is no date",
    )
    assert (
        unlike("s", "a feed", "no feed begins in it").problem.message
        == "this cannot be read as a feed: no feed begins in it"
    )


def test_a_library_that_is_missing() -> None:
    needed("json", "json")
    with pytest.raises(WorldFailed):
        needed("no_such_module_of_anybody", "it")


def test_shortened_and_digests() -> None:
    assert (shortened("abc", 3), shortened("abcd", 3)) == ("abc", "ab…")
    assert digest("a", 1) == digest("a", 1) != digest("a", 2)
    assert len(digest("\ud800")) == 32


def test_what_has_no_title_is_called_as_its_text_begins() -> None:
    key = digest("a")
    assert offered("s", key, "<b> </b>", {}, "Soil health\nand more").title == "Soil health and more"
    assert offered("s", key, "", {}, about={"url": "https://example.org/x"}).title == "https://example.org/x"

"""Feeds as candidates: an item each, doubles merged."""

import gzip
from pathlib import Path

import pytest

from clustercalls.candidate import Candidate
from clustercalls.catalogue.reading import entry_of
from clustercalls.errors import InputRefused, Problem, WorldFailed
from clustercalls.sources import offered
from clustercalls.sources.feeds.reports import candidates

PAGE = "https://example.org/call"


def rss(*items: str, head: str = "<title>Open calls</title>") -> bytes:
    made = "".join(f"<item>{each}</item>" for each in items)
    return f"<rss version='2.0'><channel>{head}{made}</channel></rss>".encode()


def every(data: bytes) -> list[Candidate | Problem]:
    return list(candidates(data, "eccp"))


def read(data: bytes) -> list[Candidate]:
    made = [each for each in every(data) if isinstance(each, Candidate)]
    assert all(entry_of("eccp", each.key, each.entry)[1] == [] for each in made)
    return made


def test_an_item_with_all_it_says() -> None:
    (made,) = read(rss(
        f"<title>Open call &amp;amp; more</title><link>{PAGE}</link><guid isPermaLink='false'>7</guid>"
        "<description>&lt;p&gt;Open until June.&lt;/p&gt;&lt;p&gt;Apply.&lt;/p&gt;</description>"
        "<pubDate>Mon, 05 Apr 2027 23:30:00 -0200</pubDate><category>SME</category>"
    ))  # fmt: skip
    assert (made.source, made.key, made.title, made.text) == (
        "eccp",
        "7",
        "Open call & more",
        "Open until June.\nApply.",
    )
    assert made.words == ("SME",)
    assert made.entry == {
        "title": "Open call & more", "kind": "call", "url": PAGE, "summary": "Open until June. Apply.",
        "stage": [
            {"id": "published", "kind": "published", "when": "2027-04-06"},
            {"id": "deadline", "kind": "deadline", "when": "2027-06"},
        ],
        "source": {"title": "Open calls", "url": PAGE, "date": "2027-04-06", "key": "eccp:7"},
    }  # fmt: skip


def test_an_atom_entry() -> None:
    (made,) = read(
        b"<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title><entry><id>urn:1</id><title>Call</title>"
        b"<link href='https://example.org/a'/><updated>2027-01-02T00:00:00Z</updated>"
        b"<summary>Short</summary><content type='html'>Much longer</content></entry></feed>"
    )
    assert (made.key, made.text, made.entry["source"]["date"]) == ("urn:1", "Much longer", "2027-01-02")


def test_the_key_is_the_id_else_the_link_else_a_digest() -> None:
    title = "<title>A</title>"
    assert read(rss(f"{title}<guid>9 at x</guid><link>{PAGE}</link>"))[0].key == offered.key_of("9 at x")
    assert read(rss(f"{title}<link>{PAGE}</link>"))[0].key == PAGE
    (made,) = read(rss(f"{title}<description>x</description>"))
    assert len(made.key) == 32


def test_one_that_comes_twice_is_one() -> None:
    (made,) = read(rss(
        "<title>A</title><guid>1</guid><description>One</description>",
        f"<title>B</title><guid>1</guid><description>Two</description><link>{PAGE}</link>"
        "<pubDate>Mon, 05 Apr 2027 10:00:00 GMT</pubDate>",
        "<title>A</title><guid>1</guid><description>One</description>",
    ))  # fmt: skip
    assert (made.title, made.text, made.entry["url"]) == ("A", "One\nTwo", PAGE)
    assert made.entry["source"]["date"] == "2027-04-05"


def test_a_script_is_neither_an_address_nor_a_text() -> None:
    (made,) = read(
        rss(
            "<title>A</title><link>javascript:x()</link><description>&lt;script&gt;x()&lt;/script&gt;B</description>"
        )
    )
    assert made.text == "B"
    assert "url" not in made.entry


def test_bozo_is_no_failure() -> None:
    """A comment before the declaration, an ampersand, a tag that has no end: feeds have all of it."""
    begin = b"<!-- theme -->\n<?xml version='1.0'?>" + rss(f"<title>R & D</title><link>{PAGE}</link>")
    assert [each.title for each in read(begin)] == ["R & D"]
    assert [each.title for each in read(rss("<title>A</title><guid>1</guid>")[:-20])] == ["A"]


def test_a_feed_without_items_is_empty_and_what_is_none_is_told() -> None:
    assert every(rss()) == []
    for data in (b"", b"<html><body>Sign in</body></html>", b"{}", b"\x00\xff", b"plain text"):
        with pytest.raises(InputRefused) as refused:
            every(data)
        assert refused.value.problem.message == "this cannot be read as a feed: no feed begins in it"


def test_bytes_that_name_a_file_open_none(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(rss("<title>Secret</title>"))
    with pytest.raises(InputRefused):
        every(str(path).encode())


def test_packed() -> None:
    assert [each.title for each in read(gzip.compress(rss("<title>A</title>")))] == ["A"]


def test_an_item_that_says_nothing_is_left_out() -> None:
    made, problem = every(rss("<author>x</author>", "<title>A</title>"))[::-1]
    assert isinstance(made, Problem) or isinstance(problem, Problem)
    (told,) = [each for each in (made, problem) if isinstance(each, Problem)]
    assert (told.message, told.place.entry) == ("it says nothing", "#1")


@pytest.mark.parametrize("when", ["Mon, 05 Apr 9999 10:00:00 GMT", "soon", "Mon, 01 Jan 0001 00:00:00 GMT"])
def test_what_is_no_date_is_none(when: str) -> None:
    (made,) = read(rss(f"<title>A</title><pubDate>{when}</pubDate>"))
    assert "date" not in made.entry["source"]


def test_an_item_without_a_title_has_the_beginning_of_its_text() -> None:
    (made,) = read(rss(f"<guid>1</guid><description>{'word ' * 100}</description>"))
    assert made.title.startswith("word word")
    assert len(made.title) <= 120


def test_of_very_many_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clustercalls.sources.feeds.read.RECORDS", 2)
    made = every(rss(*(f"<title>{each}</title>" for each in range(4))))
    (problem,) = [each for each in made if isinstance(each, Problem)]
    assert (problem.message, problem.hint) == ("more than 2 are not read", "What came before was read.")
    assert len(made) == 3


def test_what_harms_a_terminal_is_taken_out() -> None:
    (made,) = read(rss("<title>A\u202e\x1b[31mB</title><description>C\x07</description>"))
    assert (made.title, made.text) == ("A[31mB", "C")


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offered, "find_spec", lambda _: None)
    with pytest.raises(WorldFailed, match="feedparser"):
        every(rss())

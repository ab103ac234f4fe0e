"""A line in the making."""

import pytest

from clustercalls.limits import LINK_LETTERS
from clustercalls.passages import PassageLink
from clustercalls.sources.documents.lines import (
    LineInMaking,
    OneLine,
    address,
    cleaned,
    cut,
    joined,
    line_of,
    row_of,
    within,
)


def made(*pieces: tuple[str, str]) -> OneLine:
    line = LineInMaking()
    for text, url in pieces:
        line.add(text, url)
    return line.taken()


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a  b", "a b"),
        ("a\n\tb", "a b"),
        ("a\xa0\u2009b", "a b"),
        ("a\u200bb\x00\x1b", "ab"),
        ("a\u00adb", "ab"),
        ("e\u0301", "é"),
        ("\ufb01n", "fin"),
        ("a\ud800", "a\ufffd"),
        (" a ", " a "),
        ("a \u200b b", "a b"),
        ("\u202ex\u2028y", "x y"),
        ("\uf0b7 a", "• a"),
        ("日本", "日本"),
        ("क्‍ष", "क्‍ष"),
        ("a\x85b", "a b"),
    ],
)
def test_it_is_cleaned(text: str, seen: str) -> None:
    assert cleaned(text) == seen


def test_links_stand_where_their_letters_do() -> None:
    line = made((" see ", ""), (" the\n ", "u"), ("page ", "u"), (" now", ""), ("  ", "v"))
    assert line == OneLine("see the page now", (PassageLink(4, 12, "u"),))


def test_of_spaces_nothing_is_a_link() -> None:
    assert made(("a", ""), (" ", "u"), ("b", "v")) == OneLine("a b", (PassageLink(2, 3, "v"),))


def test_what_is_taken_is_taken() -> None:
    line = LineInMaking()
    line.add(" ")
    assert not line
    line.add("a", "u")
    assert line
    assert line.taken() == OneLine("a", (PassageLink(0, 1, "u"),))
    assert line.taken() == OneLine("")


def test_lines_are_joined_with_their_links() -> None:
    one, other = made(("a", "u")), made(("b", ""), ("c", "v"))
    links = (PassageLink(0, 1, "u"), PassageLink(5, 6, "v"))
    assert row_of([one, other]) == OneLine("a | bc", links)
    assert row_of([line_of(""), one, line_of("")]) == OneLine(" | a", (PassageLink(3, 4, "u"),))
    assert row_of([line_of(""), line_of("")]) == OneLine("")
    assert joined([one, line_of(" x ")]) == OneLine("a x", links[:1])


def test_a_long_line_is_cut_at_its_spaces() -> None:
    line = made(("one two ", ""), ("three", "u"))
    assert list(cut(line, 8)) == [OneLine("one two"), OneLine("three", (PassageLink(0, 5, "u"),))]
    assert list(cut(line, 10)) == [OneLine("one two"), OneLine("three", (PassageLink(0, 5, "u"),))]
    assert [each.text for each in cut(line_of("abcdef"), 4)] == ["abcd", "ef"]
    assert list(cut(line, 13)) == [line]


def test_a_link_is_cut_with_its_letters() -> None:
    line = made(("one ", ""), ("two three", "u"))
    assert within(line, 0, 8) == OneLine("one two", (PassageLink(4, 7, "u"),))
    assert within(line, 5, 9) == OneLine("wo t", (PassageLink(0, 4, "u"),))
    assert within(line, 0, 3) == OneLine("one")


@pytest.mark.parametrize(
    ("url", "base", "whole"),
    [
        ("https://a.org/x", "", "https://a.org/x"),
        (" HTTP://a.org ", "", "HTTP://a.org"),
        ("/x", "", ""),
        ("/x", "https://a.org/y/", "https://a.org/x"),
        ("mailto:a@b.org", "https://a.org", "mailto:a@b.org"),
        ("javascript:alert(1)", "https://a.org", ""),
        ("data:text/html,x", "", ""),
        ("https://[x", "https://a.org", ""),
        ("https://a.org/a b", "", "https://a.org/a%20b"),
        ("https://a.org/<x>", "", ""),
        ("", "", ""),
        ("https://a.org/" + "x" * LINK_LETTERS, "", ""),
        ("#top", "", ""),
        ("https://a.org/\x00", "", ""),
    ],
)
def test_an_address_is_one_that_can_be_opened(url: str, base: str, whole: str) -> None:
    assert address(url, base) == whole


def test_places_move_with_what_is_joined_and_end_where_it_is_cut() -> None:
    line = LineInMaking()
    line.add("ab ")
    line.add("cd", strong=True)
    line.add(" ")
    line.add("ef ", strong=True)
    whole = joined([line.taken(), line.taken()])
    assert [whole.text[place.start : place.end] for place in whole.strong] == ["cd ef"]
    twice = joined([whole, whole], "-")
    assert [twice.text[place.start : place.end] for place in twice.strong] == ["cd ef", "cd ef"]
    assert [[piece.text[s.start : s.end] for s in piece.strong] for piece in cut(whole, 6)] == [
        ["cd"],
        ["ef"],
    ]

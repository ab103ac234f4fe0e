"""A page to send, in its three forms: what is given stands in it, and nothing that is not."""

import re
from html.parser import HTMLParser

import pytest

from clustercalls.render.letter import FORMATS, Item, Letter, LetterSection, html, markdown, plain
from clustercalls.render.wrapping import WIDTH

CHAINS = Item(
    "Value chains · deadline", ("in 34 days", "4 Apr 2017"), ("H2020", "Brussels"), "https://a.example/x"
)
BARE = Item("Fair")
LETTER = Letter(
    "Calls",
    (LetterSection("Closes", (CHAINS, BARE)), LetterSection("Opens", (BARE,))),
    ("calls.toml:3: bad-date",),
    "As of today.",
    "Problems",
    "it",
)

PLAIN = """\
Calls
=====

Closes
------
  in 34 days · 4 Apr 2017
    Value chains · deadline
    H2020
    Brussels
    https://a.example/x

  Fair

Opens
-----
  Fair

Problems
--------
calls.toml:3: bad-date

As of today.
"""
MARKDOWN = """\
# Calls

## Closes

- **[Value chains · deadline](<https://a.example/x>)**  \n  in 34 days · 4 Apr 2017  \n  H2020  \n  Brussels

- **Fair**

## Opens

- **Fair**

## Problems

- calls.toml:3: bad-date

*As of today.*
"""


def test_plain_words_for_a_mail() -> None:
    assert plain(LETTER) == PLAIN


def test_markdown() -> None:
    assert markdown(LETTER) == MARKDOWN


class Reader(HTMLParser):
    """What a mail program sees: words, links, and every tag that is open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str | None] = []
        self.tags: set[str] = set()
        self.lang: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name == "href"]
        self.lang = dict(attrs).get("lang", self.lang)

    def handle_data(self, data: str) -> None:
        self.words += [data.strip()] if data.strip() else []


def test_a_page_of_html_says_the_same_and_needs_nothing_else() -> None:
    seen = Reader(html(LETTER))
    assert seen.words == [
        "Calls", "Calls", "Closes", "in 34 days · 4 Apr 2017", CHAINS.title, "H2020", "Brussels", CHAINS.url,
        "Fair", "Opens", "Fair", "Problems", "calls.toml:3: bad-date", "As of today.",
    ]  # fmt: skip
    assert seen.links == [CHAINS.url, CHAINS.url]
    assert seen.lang == "it"
    assert not seen.tags & {"script", "img", "link", "style"}


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_to_say_is_no_byte(form: str) -> None:
    assert FORMATS[form](Letter("", ())) == ""


def test_what_is_not_given_leaves_no_gap() -> None:
    letter = Letter("", (LetterSection("Closes", (Item("A", (), ("", "x")),)),))
    assert plain(letter) == "Closes\n------\n  A\n    x\n"
    assert markdown(letter) == "## Closes\n\n- **A**  \n  x\n"


def test_problems_alone_are_a_letter() -> None:
    letter = Letter("", (), ("broken",), "", "Problems")
    assert plain(letter) == "Problems\n--------\nbroken\n"
    assert "broken" in html(letter)


HOSTILE = Item("<b>*T*\x1b[31m\u202e", ("[now](x)",), ("a\nb",), 'https://a.example/"><script>')


def test_words_stay_words_in_every_form() -> None:
    letter = Letter("", (LetterSection("# S", (HOSTILE,)),))
    assert r"- **[\<b\>\*T\*" in markdown(letter)
    assert r"## \# S" in markdown(letter)
    seen = Reader(html(letter))
    assert not seen.tags & {"b", "script"}
    for form in FORMATS.values():
        assert not re.search("[\x1b\u202e]", form(letter))


def test_lines_are_broken_at_spaces_within_their_width_and_addresses_never() -> None:
    address = f"https://a.example/{'x' * 100}"
    item = Item("word " * 40, (), ("in-one-piece " * 10,), address)
    letter = Letter("t" * 100, (LetterSection("s", (item,)),), (), "f " * 60)
    lines = plain(letter).splitlines()
    assert [line for line in lines if len(line) > WIDTH] == ["t" * 100, f"    {address}"]
    assert lines[1] == "=" * WIDTH
    assert {line.split()[-1] for line in lines if "in-one" in line} == {"in-one-piece"}
    assert [line[:5] for line in lines if "word" in line] == ["  wor", "    w", "    w"]


UNSEEN = "https://a.example/\u202e\u200b\U000e0041\x9b&copy;=<b>"
SAFE = "https://a.example/%E2%80%AE%E2%80%8B%F3%A0%81%81%C2%9B&copy;=%3Cb%3E"


def test_an_address_has_nothing_unseen_in_any_form() -> None:
    letter = Letter("Calls", (LetterSection("Opens", (Item("Fair", url=UNSEEN),)),))
    addresses = Addresses(html(letter))
    assert addresses.found == [SAFE, SAFE]
    assert f"    {SAFE}\n" in plain(letter)
    assert f"(<{SAFE.replace('&', '&amp;')}>)" in markdown(letter)
    assert all(each.isprintable() for form in FORMATS.values() for each in form(letter).split("\n"))


class Addresses(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as in HTMLParser
        self.found += [value or "" for name, value in attrs if name == "href"]


def test_a_remark_stands_before_all_else() -> None:
    noted = Letter("", LETTER.sections, remark="no run <b> *x*")
    assert plain(noted).startswith("no run <b> *x*\n\nCloses\n------\n")
    assert markdown(noted).index("no run") < markdown(noted).index("## Closes")
    assert "*x*" not in markdown(noted).replace("\\*x\\*", "")
    assert html(noted).index("no run &lt;b&gt; *x*</p>") < html(noted).index("Closes")
    assert [bool(form(Letter("", (), remark="x"))) for form in FORMATS.values()] == [True] * 3

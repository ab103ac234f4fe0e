"""Markdown: words stay words in both places, and no address ends its link or its cell."""

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from clustercalls.render import markdown

MARKS = "\\`*_[]<>|"


@pytest.mark.parametrize("escaped", [markdown.text, markdown.cell])
def test_marks_are_escaped_once(escaped: Callable[[str], str]) -> None:
    assert escaped(f"a {MARKS} b") == "a " + "".join(f"\\{mark}" for mark in MARKS) + " b"


def test_what_only_one_of_them_escapes() -> None:
    assert markdown.text("# R&D ~2017") == "\\# R\\&D ~2017"
    assert markdown.cell("# R&D ~2017") == "# R&amp;D \\~2017"


def test_running_text_is_one_safe_line() -> None:
    assert markdown.text("a\n# b\x1b") == "a \\# b\\\\x1b"


def test_an_address_does_not_end_its_link() -> None:
    assert markdown.link("a", "https://a.example/<b>") == "[a](<https://a.example/%3Cb%3E>)"
    assert markdown.cell_link("a", "https://a.example/(b)|c") == "[a](https://a.example/%28b%29%7Cc)"


OPENINGS = [
    "- a",
    "+ a",
    "-",
    "--- x",
    "---",
    "===",
    "=",
    "~~~",
    "~~~ sh",
    "1. a",
    "12) a",
    "123456789. a",
    "  - a",
]


@pytest.mark.parametrize("words", OPENINGS)
def test_words_that_begin_a_line_are_words_to_a_reader_of_markdown(words: str) -> None:
    seen = MarkdownIt().parse(f"- **title**  \n  {markdown.line(words)}")
    assert [each.type for each in seen if each.type.endswith("_open")] == [
        "bullet_list_open", "list_item_open", "paragraph_open",
    ]  # fmt: skip
    inline = next(each for each in seen if each.type == "inline")
    assert "".join(each.content for each in inline.children or ()).endswith(words.strip())


@pytest.mark.parametrize(
    "words",
    [
        "a - b",
        "1a. b",
        "a1. b",
        "2027",
        "1.5 millions",
        "-5 %",
        "+1",
        "=x",
        "--- x",
        "~2017",
        "1234567890. a",
    ],
)
def test_words_that_begin_nothing_are_left_alone(words: str) -> None:
    assert markdown.line(words) == markdown.text(words)


ADDRESSES = [
    "https://a.example/?a=1&copy;=2&amp=3&#41;",
    "https://a.example/\\a(b)|[c]`d`*e*",
    "https://a.example/\u202e\u200b\x1b\x9b\U000e0041è",
    'https://a.example/<b>"c"\t\nd',
]


@pytest.mark.parametrize("url", ADDRESSES)
@pytest.mark.parametrize("link", [markdown.link, markdown.cell_link])
def test_a_link_leads_where_its_address_does(link: Callable[[str, str], str], url: str) -> None:
    inline = MarkdownIt().parseInline(link("a", url))[0].children or []
    assert [each.type for each in inline] == ["link_open", "text", "link_close"]
    assert unquote(str(inline[0].attrs["href"])) == url
    assert link("a", url).isprintable()

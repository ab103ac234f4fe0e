"""Markdown: words stay words in both places, and no address ends its link or its cell."""

from collections.abc import Callable

import pytest

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

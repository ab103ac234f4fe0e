"""Nothing that a file says can do anything to a terminal."""

import json
import sys
import unicodedata
from functools import cache
from urllib.parse import unquote

import pytest

from clustercalls.render.safe import safe_address, safe_lines, safe_text

HARMLESS = [
    "plain",
    "però – 18,5 M€ × 8 · “quoted”",
    "日本語",
    "\u00a0no-break\u202fspaces",
    "soft\u00adhyphen",
    "👩\u200d🔬",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_people_write_stays(text: str) -> None:
    assert safe_text(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("bell\x07", "bell\\x07"),
        ("back\x08", "back\\x08"),
        ("nul\x00", "nul\\x00"),
        ("del\x7f", "del\\x7f"),
        ("c1\x9b31m", "c1\\x9b31m"),
        ("two\nlines", "two lines"),
        ("carriage\rreturn", "carriage return"),
        ("a\ttab", "a tab"),
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("abc\u202egnp", "abc\\u202egnp"),
        ("\u2066x\u2069", "\\u2066x\\u2069"),
        ("\ufeffx", "\\ufeffx"),
        ("\ud800", "\\ud800"),
        ("a\u200bb", "a\\u200bb"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_controls_are_shown(text: str, expected: str) -> None:
    assert safe_text(text) == expected


def test_no_control_no_direction_and_no_break_of_unicode_is_left() -> None:
    harmful = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} or (
            unicodedata.bidirectional(character) in harmful
        ):
            shown = safe_text(character)
            assert shown.isascii()
            assert shown.isprintable()
            assert character not in shown


@cache
def everything() -> list[str]:
    return [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]


def test_json_of_a_terminal_is_the_same_value_and_of_no_control() -> None:
    value = {"a": everything()}
    shown = safe_lines(json.dumps(value, ensure_ascii=False, indent=1))
    assert json.loads(shown) == value
    assert {each for each in shown if unicodedata.category(each) in {"Cc", "Zl", "Zp"}} == {"\n"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\tb\r\nc\n", "a\tb\r\nc\n"),
        ("a\rb\r", "a\\u000db\\u000d"),
        ("\x1b[31m\x9b", "\\u001b[31m\\u009b"),
        ("\U000e0041", "\\udb40\\udc41"),
        ("👩\u200d🔬 è", "👩\u200d🔬 è"),
    ],
)
def test_lines_keep_what_they_are_made_of(text: str, expected: str) -> None:
    assert safe_lines(text) == expected


@pytest.mark.parametrize(
    "url",
    ["https://a.example/x(1)?a=b&c=%20#d|e'f", "http://[::1]:80/{x}", "https://a.example/è/日本"],
)
def test_an_address_that_all_can_see_stays(url: str) -> None:
    assert safe_address(url) == url


def test_an_address_stays_the_same_and_holds_nothing_unseen() -> None:
    url = "https://a.example/" + "".join(everything())
    shown = safe_address(url)
    assert unquote(shown) == url
    left = {unicodedata.category(each) for each in shown}
    assert not left & {"Cc", "Zl", "Zp", "Zs"}
    assert not set('\u200b\u200d\u202e\u2066\ufeff\U000e0041<>"\\') & set(shown)

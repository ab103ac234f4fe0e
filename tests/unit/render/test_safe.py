"""Nothing that a file says can do anything to a terminal."""

import sys
import unicodedata

import pytest

from clustercalls.render.safe import safe_text

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

"""Columns of a terminal, by character."""

import pytest
from rich.cells import cell_len

from clustercalls.render.width import width

WIDTHS = [
    ("", 0),
    ("abc", 3),
    ("però", 4),
    ("pero\u0300", 4),  # combining
    ("18,5 M€ – 8 × 350 k€…", 21),
    ("日本", 4),
    ("ＡＢ", 4),
    ("한국어", 6),
    ("a日b", 4),
    ("ﾊﾝ", 2),  # halfwidth
    ("Ελλάδα", 6),
    ("България", 8),
    ("zero\u200bwidth", 9),
    ("👍", 2),
]


@pytest.mark.parametrize(("text", "expected"), WIDTHS)
def test_width(text: str, expected: int) -> None:
    assert width(text) == expected


SIGNS = [
    "❤️ x", "👩‍🔬 laboratory", "🇮🇹🇫🇷 bilateral", "👍🏽 ok", "1️⃣ first", "☎️", "👨‍👩‍👧‍👦", "日本 ❤️", "❤", "é❤️é",
    "🏳️‍🌈 pride", "👩🏽‍🚀",
]  # fmt: skip


@pytest.mark.parametrize("text", SIGNS)
def test_a_sign_of_several_characters_takes_two_columns_as_in_the_table(text: str) -> None:
    assert width(text) == cell_len(text)

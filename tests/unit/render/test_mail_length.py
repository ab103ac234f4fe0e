"""A page too long for a mail says so."""

import pytest

from clustercalls.i18n import ENGLISH
from clustercalls.limits import MAIL_BYTES
from clustercalls.render.letter import Item, Letter, LetterSection, plain
from clustercalls.render.mail_length import kilobytes, remarked


def letter(size: int) -> Letter:
    """One whose plain form has so many bytes."""
    empty = Letter("", (LetterSection("H", (Item("", ("",), ("é",)),)),))
    rest = size - len(plain(empty).encode())
    return Letter("", (LetterSection("H", (Item("", ("",), ("é" + "x" * rest,)),)),))


@pytest.mark.parametrize(
    ("size", "form", "told"),
    [(MAIL_BYTES, "plain", 0), (MAIL_BYTES + 1, "plain", 101), (101_000, "plain", 101),
     (101_001, "plain", 102), (MAIL_BYTES + 1, "md", 0), (MAIL_BYTES - 100, "html", 102)],
)  # fmt: skip
def test_its_kilobytes_are_told_over_the_limit_alone(size: int, form: str, told: int) -> None:
    made = letter(size)
    assert len(plain(made).encode()) == size
    assert kilobytes(made, form) == told


def test_it_says_so_above_all_else() -> None:
    made = letter(10)
    assert remarked(made, 0, ENGLISH) is made
    assert plain(remarked(made, 143, ENGLISH)).startswith("This page has 143 kB: ")

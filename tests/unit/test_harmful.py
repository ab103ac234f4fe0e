"""What does harm to a terminal, a file or a calendar leaves none of the three places that write them."""

import sys
import unicodedata

import pytest
import tomli

from clustercalls.calendar.lines import clean
from clustercalls.editing.notation import value
from clustercalls.render.safe import safe_text

TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
CONTROLS, SEPARATORS, SURROGATES = "Cc", ("Zl", "Zp"), "Cs"
EVERY = [chr(code) for code in range(sys.maxunicode + 1)]
HARMFUL = [
    each
    for each in EVERY
    if unicodedata.category(each) in {CONTROLS, *SEPARATORS} or unicodedata.bidirectional(each) in TURNS
]


@pytest.mark.parametrize("character", [*HARMFUL, "\ufeff"], ids=lambda each: f"{ord(each):04x}")
def test_each_place_does_away_with_it(character: str) -> None:
    assert character not in safe_text(character)
    written = value(f"a{character}b")
    assert character not in written or character == "\t"  # which a file shows as it is
    assert tomli.loads(f"x = {written}")["x"] == f"a{character}b"  # escaped, not lost
    if unicodedata.bidirectional(character) not in TURNS and character != "\n":
        assert character not in clean(f"a{character}b")

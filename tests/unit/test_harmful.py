"""What does harm to a terminal, a file or a calendar leaves none of the three places that write them."""

import sys
import unicodedata
from functools import cache

import tomli

from clustercalls.calendar.lines import address as quoted
from clustercalls.calendar.lines import clean
from clustercalls.registry.notation import value
from clustercalls.render.safe import safe_address, safe_lines, safe_text

TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
CONTROLS, SEPARATORS, SURROGATES = "Cc", ("Zl", "Zp"), "Cs"


@cache  # of each worker's million characters only where a test wants them
def every() -> list[str]:
    return [chr(code) for code in range(sys.maxunicode + 1)]


@cache
def harmful() -> list[str]:
    kinds = {CONTROLS, *SEPARATORS}
    return [
        each
        for each in every()
        if unicodedata.category(each) in kinds or unicodedata.bidirectional(each) in TURNS
    ]


# Of no width, and no joiner that writing needs: Unicode has no property of just these.
WIDTHLESS = [*"\u180e\u200b\u2060\u2061\u2062\u2063\u2064\u206a\u206f\ufff9\ufffa\ufffb"]
TAGS = [*map(chr, range(0xE0000, 0xE0080))]


def test_each_place_does_away_with_it() -> None:
    for character in [*harmful(), "\ufeff"]:
        name = f"{ord(character):04x}"
        assert character not in safe_text(character), name
        assert character not in safe_address(f"https://a.example/{character}"), name
        assert character not in safe_lines(f"a{character}b") or character in "\n\t", name
        written = value(f"a{character}b")
        assert character not in written or character == "\t", name  # which a file shows as it is
        assert tomli.loads(f"x = {written}")["x"] == f"a{character}b", name  # escaped, not lost
        if character != "\n":
            assert character not in clean(f"a{character}b"), name


def test_what_is_not_seen_is_shown_and_written_as_an_escape() -> None:
    for character in [*WIDTHLESS, *TAGS]:
        name = f"{ord(character):04x}"
        for shown in (
            safe_text(character),
            safe_lines(character),
            safe_address(f"https://a.example/{character}"),
        ):
            assert shown.isascii(), name
        assert clean(f"a{character}b") == "ab", name
        assert quoted(f"https://a.example/{character}").isascii(), name
        written = value(f"a{character}b")
        assert written.isascii(), name
        assert tomli.loads(f"x = {written}")["x"] == f"a{character}b", name

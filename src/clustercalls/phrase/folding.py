"""Texts as they are compared: without case, accents, what nobody sees and the typographer's dashes."""

import unicodedata
from collections.abc import Mapping
from typing import TypeVar

K = TypeVar("K")

# Small letters that Unicode does not take apart, as keyboards without them spell them.
_LETTERS = dict(zip("øđðħıłŧ", "oddhilt", strict=True)) | {"œ": "oe", "æ": "ae", "þ": "th"}
_PLAIN = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’‛ʼ′", "'") | _LETTERS)


def fold(text: str) -> str:
    """The text as words are compared: without case and accents, with the dash and apostrophe of keyboards."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(each for each in folded if each.isascii() or _is_read(each)).translate(_PLAIN)


def expressions(row: str) -> list[str]:
    """What the words of a row name, folded; `_` joins the words of one expression."""
    return [fold(joined).replace("_", " ") for joined in row.split()]  # most have nothing to fold


def by_expression(rows: Mapping[K, str]) -> dict[str, K]:
    """Every expression of these rows with what its row is of."""
    return {name: meant for meant, row in rows.items() for name in expressions(row)}


def _is_read(letter: str) -> bool:
    """Neither an accent nor a soft hyphen or another mark that nobody sees."""
    return not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf"

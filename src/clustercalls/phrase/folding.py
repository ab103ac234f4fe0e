"""Texts as they are compared: without case, accents and the typographer's dashes."""

import unicodedata

# What has no plain letter within it (ł) is given one.
_PLAIN = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’‛ʼ′", "'") | {"ł": "l"})


def fold(text: str) -> str:
    """The text as words are compared: without case and accents, with the dash and apostrophe of keyboards."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter)).translate(_PLAIN)

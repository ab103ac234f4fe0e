"""The forms in which sources write a rate, made plain: `(75 %)`, `75 %.`, `SMEs: 75 %`."""

import re

from clustercalls.phrase import whom

_SPACES = re.compile(r"[^\S\n]")  # those of typesetters too
_LED = re.compile(r"([^\d:;()%]*[^\s\d:;()%–-])\s*(?::|[–-](?=\s)|\s)\s*(\d{1,3}(?:[.,]\d{1,2})?\s*%)")
_GRANT = r"(?:subsid(?:y|ies)|sussidio|subvention|subvención|subvenção|zuwendung|dotacja)"  # as every rate is
_FOR = re.compile(r"(?:for|per|für|pour|para|dla)\s+", re.IGNORECASE)


def plain(text: str) -> str:
    """The text of one rate with the number first, without what stands round it and says nothing."""
    text = _SPACES.sub(" ", text).strip()
    if inner := re.fullmatch(r"\(([^()]*)\)", text):
        text = inner[1].strip()
    text = re.sub(rf"(?<=[\d%])(?:\s*{_GRANT})?\s*\.?$", "", text, flags=re.IGNORECASE)
    led = _LED.fullmatch(text)
    who = _FOR.sub("", led[1], count=1) if led else ""
    return f"{led[2]} {who}" if led and whom.is_named(who) else text

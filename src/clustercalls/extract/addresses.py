"""Addresses of pages within a text, written out or behind its words."""

import re

from clustercalls.passages import PassageLink

_ADDRESS = re.compile(r"(?:https?://|(?<![\w@./-])www\.)[^\s<>\"“”«»|\[\]{}\\^`]+", re.IGNORECASE)
_TAIL = ".,;:!?'’*"


def addresses(text: str, links: tuple[PassageLink, ...] = ()) -> list[PassageLink]:
    """Every address of a text, in order, each once: those written out, and those of its links."""
    gathered = []
    for match in _ADDRESS.finditer(text):
        url = _bare(match[0])
        if "." in url:
            gathered.append(PassageLink(match.start(), match.start() + len(url), url))
    gathered += [link for link in links if re.match(r"https?://", link.url, re.IGNORECASE)]
    once: dict[str, PassageLink] = {}
    for link in sorted(gathered):
        once.setdefault(re.sub(r"^https?://", "", link.url).rstrip("/"), link)
    return list(once.values())


def _bare(url: str) -> str:
    """The address without the marks of the sentence behind it."""
    while url and (url[-1] in _TAIL or (url[-1] == ")" and url.count("(") < url.count(")"))):
        url = url[:-1]
    return url

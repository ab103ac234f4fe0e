"""Addresses of pages within a text, written out, without `https://`, or behind its words."""

import re

from clustercalls.passages import PassageLink

_ADDRESS = re.compile(r"(?:https?://|(?<![\w@./-])www\.)[^\s<>\"“”«»|\[\]{}\\^`]+", re.IGNORECASE)
_TAIL = ".,;:!?'’*"
# The ends of names which people leave without `www.`: those of Europe and the general ones, but for those
# that are as often a word behind a forgotten space (in, me, to, so, al) or the end of a file's name (md).
_ENDS = (
    "eu com org net info edu gov int europa cat gal eus bzh"
    " it fr es de at pt pl be nl lu ie uk ch li cz sk hu ro bg hr si gr cy mt se fi dk no is ee lv lt"
    " sm mc ba rs mk ua"
)
# A name of at least three letters before its end: "p.es", "z.de" and "n.it" are none.
_HOST = re.compile(
    r"(?<![\w@./:-])(?:[a-z0-9](?:[\w-]{0,61}\w)?\.){0,6}(?P<name>[a-z0-9](?:[\w-]{0,61}\w))"
    rf"\.(?-i:{'|'.join(_ENDS.split())})(?![\w@-]|\.[\w-])(?P<path>[/?#][^\s<>\"“”«»|\[\]{{}}\\^`]*)?",
    re.IGNORECASE,
)
_NO_NAMES = re.compile(
    r"(?:art|par|abs|num|fig|cap|sez|sec|tab|vol|pag|ust|poz|dec|ing|dott|prof|arch|avv)", re.IGNORECASE
)
_LEAST = 3  # letters of a name right before its end
# What stands before the place that a text was taken from, which is no page of what it tells.
_TAKEN_FROM = re.compile(
    r"(?:\(\s*(?:from|da|de|von|z)|(?:source|fonte|fuente|quelle|zrodlo|źródło)\s*:?)\s*$", re.IGNORECASE
)
_DATED = re.compile(r"\s*[-–,|]?\s*(?:\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s*$")
_BEFORE = 20  # letters
# Ends that are words too, behind a space somebody forgot ("domanda.de nuevo"), unless a word for places
# stands before.
_WORDS = {"de", "es", "no", "is", "at", "be", "se"}
_GOES_ON = re.compile(r" [a-zà-ÿ]")
_PLACE = re.compile(
    r"(?:[:(]|\b(?:on|at|via|su|sul|sito|portale|sur|site|auf|unter|bei|en|web|portal|em|no|na|strona"
    r"|stronie|website|webseite))\s*$",
    re.IGNORECASE,
)


_WRITTEN = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)+/\S+|\S+@\S+")


def without_addresses(folded: str) -> str:
    """A text of the same length with blanks for what is written out as an address."""
    return _WRITTEN.sub(lambda match: " " * len(match[0]), folded)


def addresses(text: str, links: tuple[PassageLink, ...] = ()) -> list[PassageLink]:
    """Every address of a text, in order, each once: those written out, and those of its links."""
    gathered = []
    for match in _ADDRESS.finditer(text):
        url = _bare(match[0])
        if "." in url:
            gathered.append(PassageLink(match.start(), match.start() + len(url), url))
    gathered += [link for link in links if re.match(r"https?://", link.url, re.IGNORECASE)]
    gathered += _hosts(_without(text, gathered))
    once: dict[str, PassageLink] = {}
    for link in sorted(gathered):
        once.setdefault(re.sub(r"^https?://", "", link.url).rstrip("/"), link)
    return list(once.values())


def _without(text: str, links: list[PassageLink]) -> str:
    """The text with blanks in place of these links."""
    pieces, at = [], 0
    for link in sorted(links):
        if link.start >= at:
            pieces += [text[at : link.start], " " * (min(link.end, len(text)) - link.start)]
            at = link.end
    return "".join(pieces) + text[at:]


def _hosts(text: str) -> list[PassageLink]:
    """The addresses that begin with neither `https://` nor `www.`."""
    if "." not in text:
        return []
    gathered = []
    for match in _HOST.finditer(text):
        name = match["name"].lower()
        alone = "." not in text[match.start() : match.start("name")]
        if not re.search(r"[^\W\d_]", name) or "_" in name:
            continue
        if alone and (len(name) < _LEAST or _NO_NAMES.fullmatch(name)):
            continue
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if _TAKEN_FROM.search(before) or (not match.start() and _DATED.match(text, match.end())):
            continue
        if alone and _may_go_on(text, match) and not _PLACE.search(before):
            continue
        url = _bare(match[0])
        gathered.append(PassageLink(match.start(), match.start() + len(url), url))
    return gathered


def _may_go_on(text: str, match: re.Match[str]) -> bool:
    """Whether the end may be the first word of a sentence behind a point without a space."""
    end = text[match.end("name") + 1 : match.end()]
    return end in _WORDS and _GOES_ON.match(text, match.end()) is not None


def _bare(url: str) -> str:
    """The address without the marks of the sentence behind it."""
    while url and (url[-1] in _TAIL or (url[-1] == ")" and url.count("(") < url.count(")"))):
        url = url[:-1]
    return url

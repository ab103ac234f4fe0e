"""What Markdown writes within a line: links, emphasis and code as the text that a person reads.

Every pattern is bounded, so that a line takes time in proportion to its length.
"""

import re
from collections.abc import Mapping

from clustercalls.sources.documents.lines import LineInMaking, OneLine, address
from clustercalls.sources.html_text import unescaped

_LABEL = r"(?:[^\[\]\\]|\\.){1,500}+"
_TARGET = (
    r"\(\s?<?(?P<{0}>[^\s()<>]{{0,2000}}(?:\([^\s()<>]{{0,200}}\)[^\s()<>]{{0,500}})?)>?"
    r"(?:\s+[\"'][^\"']{{0,300}}[\"'])?\s?\)"
)
_SIGNS = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|`(?P<code>[^`\n]{1,500})`"
    rf"|!\[(?P<picture>[^\[\]]{{0,500}})\]{_TARGET.format('pictured')}"
    rf"|\[(?P<text>{_LABEL})\]{_TARGET.format('target')}"
    rf"|\[(?P<named>{_LABEL})\](?:\[(?P<reference>[^\[\]]{{0,200}})\])?"
    r"|<(?P<bare>(?:https?://|mailto:)[^\s<>]{1,2000})>"
    r"|<(?P<mail>[\w.+-]{1,100}@[\w.-]{1,200})>"
    r"|(?P<tag></?[a-zA-Z][^<>]{0,1000}>)"
    r"|(?P<mark>\*{1,3}|_{1,3}|~~)"
)
_PLAIN = re.compile(
    r"<(?P<bare>(?:https?://|mailto:)[^\s<>]{1,2000})>"
    r"|<(?P<mail>[\w.+-]{1,100}@[\w.-]{1,200})>"
    r"|\[(?P<text>[^\[\]\n]{1,500})\]\((?P<target>https?://[^\s()<>]{1,2000})\)"
    r"|(?P<mark>\*\*(?=\S)|(?<=\S)\*\*)"
)


def of_markdown(text: str, references: Mapping[str, str], base: str = "") -> OneLine:
    """A text of Markdown as it is read, with its links; `references` are the addresses named apart."""
    line = LineInMaking()
    _put(line, text, references, base, "")
    return line.taken()


def of_text(text: str) -> OneLine:
    """A plain text in which people mark what is bold, or an address, as in Markdown."""
    line = LineInMaking()
    place, strong = 0, False
    for sign in _PLAIN.finditer(text):
        line.add(text[place : sign.start()], strong=strong)
        place = sign.end()
        strong = strong ^ (sign["mark"] is not None)
        if url := sign["bare"] or sign["mail"]:
            line.add(url, address(url if sign["bare"] else f"mailto:{url}"))
        elif sign["text"]:
            line.add(sign["text"], address(sign["target"]), strong=strong)
    line.add(text[place:])
    return line.taken()


def _put(
    line: LineInMaking,
    text: str,
    references: Mapping[str, str],
    base: str,
    url: str,
    *,
    strong: bool = False,
) -> None:
    """Puts a text into the line; in that of a link, nothing but emphasis is looked for."""
    place = 0
    for sign in _SIGNS.finditer(text):
        line.add(unescaped(text[place : sign.start()]), url, strong=strong)
        place = sign.end()
        if sign["mark"]:
            if not _is_emphasis(text, sign):
                line.add(sign["mark"], url)
            elif len(sign["mark"]) > 1 and sign["mark"][0] != "~":
                strong = not strong
        elif sign["escaped"] or sign["code"]:
            line.add(sign["escaped"] or sign["code"], url, strong=strong)
        elif sign["tag"]:
            line.add(" " if sign["tag"].lower().startswith("<br") else "", url)
        elif url:
            line.add(sign[0], url)
        else:
            _put_link(line, sign, references, base, strong=strong)
    line.add(unescaped(text[place:]), url, strong=strong)


def _put_link(
    line: LineInMaking, sign: re.Match[str], references: Mapping[str, str], base: str, *, strong: bool
) -> None:
    if sign["text"] is not None:
        target = address(unescaped(sign["target"]), base)
        if target:
            _put(line, sign["text"], references, base, target, strong=strong)
        else:
            line.add(unescaped(sign["text"]), strong=strong)
    elif sign["named"] is not None:
        target = address(references.get((sign["reference"] or sign["named"]).casefold(), ""), base)
        if target:
            _put(line, sign["named"], references, base, target, strong=strong)
        else:
            line.add(unescaped(sign[0]), strong=strong)
    elif bare := sign["bare"] or sign["mail"]:
        line.add(bare, address(bare if sign["bare"] else f"mailto:{bare}"))
    else:
        line.add(unescaped(sign["picture"] or ""))


def _is_emphasis(text: str, sign: re.Match[str]) -> bool:
    """Whether marks stand at the edge of a word; `2 * 3`, `a_b` and `5*3` have none."""
    before = text[sign.start() - 1 : sign.start()] if sign.start() else " "
    after = text[sign.end() : sign.end() + 1] or " "
    if before.isspace() and after.isspace():
        return False
    within = before.isalnum() and after.isalnum()
    return not within or (sign["mark"][0] == "*" and not (before.isdigit() and after.isdigit()))

"""The text of HTML as portals write it.

Tags alone are taken out: a parser loses all that follows an unbalanced quote. Every pattern here takes
time in proportion to the text, whatever stands in it.
"""

import re
from html import unescape

from clustercalls.harmful import BREAKS, HIGH_CONTROLS, LOW_CONTROLS, SURROGATES, UNSEEN
from clustercalls.limits import TEXT_LETTERS

_HIDDEN = re.compile(r"<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BREAK = re.compile(r"</?(?:p|br|li|ul|ol|div|tr|table|h[1-6])\b[^<>]*>", re.IGNORECASE)
_INLINE = re.compile(r"</?(?:b|em|font|i|span|strong|su[bp]|u)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!][^>]*>")
_NUMBERED = re.compile(r"&#(?:\d{8,}|x[\da-f]{7,});?", re.IGNORECASE)  # no character: `unescape` raises of it
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_LINE_END = re.compile(f"[{BREAKS}]")
_NOT_SEEN = re.compile(f"[{LOW_CONTROLS}{HIGH_CONTROLS}{UNSEEN}]".replace(r"\n", ""))
_LONE = re.compile(f"[{SURROGATES}]")  # halves of characters, which no file can hold
_NO_BREAK = "\xa0"
LOOKED_AT = 4 * TEXT_LETTERS  # letters of HTML: a text of ours has a quarter of them


def plain(html: str) -> str:
    """Its text, a paragraph a line, at most as long as a text of ours."""
    if html.isalnum() and html.isascii():  # most fields: a number, a name
        return html[:TEXT_LETTERS]
    text = html[:LOOKED_AT]
    if "<" in text:
        text = _INLINE.sub("", _BREAK.sub("\n", _COMMENT.sub(" ", _HIDDEN.sub(" ", text))))
        tagged, end, rest = text.rpartition(">")  # so that no tag is looked for that has no end
        text = _TAG.sub(" ", tagged + end) + rest
    if "&" in text:
        text = unescaped(text)
    if text.replace("\n", "").replace(_NO_BREAK, "").isprintable():  # most: nothing to be taken out
        lines = text.replace(_NO_BREAK, " ").split("\n")
        seen = (" ".join(line.split()) if "  " in line else line.strip() for line in lines)
        return "\n".join(filter(None, seen))[:TEXT_LETTERS].rstrip()
    seen = (" ".join(_NOT_SEEN.sub("", line).split()) for line in _LINE_END.split(text.replace("\t", " ")))
    return _LONE.sub("\ufffd", "\n".join(filter(None, seen)))[:TEXT_LETTERS].rstrip()


def unescaped(text: str) -> str:
    """The text with the characters that its entities stand for."""
    text = text.replace("&nbsp;", _NO_BREAK)  # by far the most frequent
    return unescape(_NUMBERED.sub("\ufffd", text))


def one_line(html: str) -> str:
    """Its text on one line."""
    return plain(html).replace("\n", " ")


def sentences(text: str) -> list[str]:
    """Its sentences."""
    return [each.strip() for each in _SENTENCE.split(text) if each.strip()]

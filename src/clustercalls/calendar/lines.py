"""Content lines of RFC 5545: text that is clean, escaped, and folded at 75 octets.

A fold is never inside a character, nor between a backslash and what it escapes.

https://www.rfc-editor.org/rfc/rfc5545#section-3.1
"""

import re

from clustercalls.harmful import BREAKS, BYTE_ORDER, HIGH_CONTROLS, LOW_CONTROLS, SURROGATES, UNSEEN

WIDTH = 75
BACKSLASH = ord("\\")
_BREAKS = f"(?!\n)[{BREAKS}]"
# What no calendar may carry: controls but the line feed, surrogates, byte order marks, and what XML refuses.
_REFUSED = f"(?!\n)[{LOW_CONTROLS}{HIGH_CONTROLS}{SURROGATES}{BYTE_ORDER}\ufffe\uffff]"
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}  # the backslash first: the others bring more
_NO_CONTROLS = bytes(code for code in range(0x100) if code >= 0x20 and code != 0x7F)  # noqa: PLR2004 - ASCII


class BrokenCalendar(ValueError):
    """A calendar of ours that cannot be read back whole; its text is the reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)


def clean(text: str) -> str:
    """The text without anything that breaks a line or is not seen; line feeds stay, other breaks are spaces.

    What turns the direction, has no width or is a tag is left out: a phone shows no escapes. Joiners stay.
    """
    if text.isprintable():
        return text
    return re.sub(f"[{UNSEEN}]", "", _unbroken(text))


def _unbroken(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(_REFUSED, "", re.sub(_BREAKS, " ", text))


def one_line(text: str) -> str:
    """The text, clean, on a line of its own."""
    if text.isprintable():  # most are, and a line feed is not
        return text.strip()
    return " ".join(clean(text).split("\n")).strip()


def escaped(text: str) -> str:
    """Clean text as a TEXT value."""
    for special, said in _ESCAPES.items():
        if special in text:
            text = text.replace(special, said)
    return text


def unescaped(value: str) -> str:
    """The text of a TEXT value."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value, flags=re.DOTALL)


def address(url: str) -> str:
    """A web address as a URI value: ASCII without spaces, brackets or quotes."""
    if url.isascii() and url.isprintable() and not re.search(r'[\s<>"\\^`{|}]', url):
        return url
    from urllib.parse import quote

    return quote(_unbroken(url), safe="%!#$&'()*+,/:;=?@[]~")


def is_clean(data: bytes) -> bool:
    """Whether no control is in it but those of whole line ends."""
    return len(data.translate(None, _NO_CONTROLS)) == 2 * data.count(b"\r\n")


def folded(line: str) -> bytes:
    """A content line as it stands in a file."""
    data = line.encode()
    if len(data) <= WIDTH:
        return data + b"\r\n"
    parts = []
    start, room = 0, WIDTH
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # noqa: PLR2004 - a byte inside a character of UTF-8
            end -= 1
        if data[end - 1] == BACKSLASH and _is_escaping(data[start:end]):
            end -= 1
        parts.append(data[start:end])
        start, room = end, WIDTH - 1
    parts.append(data[start:])
    return b"\r\n ".join(parts) + b"\r\n"


def _is_escaping(piece: bytes) -> bool:
    """Whether its last backslash escapes what comes next, and is not escaped itself."""
    return (len(piece) - len(piece.rstrip(b"\\"))) % 2 == 1


def unfolded(data: bytes) -> list[str]:
    """The content lines of these bytes.

    Raises:
        BrokenCalendar: when they are not UTF-8.
    """
    try:
        text = re.sub(rb"\r\n[ \t]", b"", data).decode()
    except UnicodeDecodeError:
        raise BrokenCalendar("it is not UTF-8") from None
    return [line for line in text.split("\r\n") if line]

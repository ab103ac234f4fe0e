"""Text and addresses that cannot do anything to a terminal, a mail or a page, whoever wrote them."""

from clustercalls.harmful import BREAKS, HIGH_CONTROLS, JOINERS, LOW_CONTROLS, SURROGATES, UNSEEN

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from re import Match

_HARMFUL = f"[{LOW_CONTROLS}{HIGH_CONTROLS}{UNSEEN}{SURROGATES}]"
# Line feeds, tabs and the line ends of CSV are what machines' formats are made of.
_HARMFUL_TO_LINES = f"(?!\n|\t|\r\n){_HARMFUL}"
# What ends an address, or is not seen in one.
_NOT_IN_ADDRESSES = rf'[\s<>"\\{LOW_CONTROLS}{HIGH_CONTROLS}{UNSEEN}{JOINERS}{SURROGATES}]'
_LAST_OF_FOUR = 0xFFFF


def safe_text(text: str) -> str:
    """The text on one line: breaks become spaces, other controls are shown as escapes."""
    if text.isprintable():  # which none of them is: a pattern is compiled only for those who need it
        return text
    import re

    return re.sub(_HARMFUL, _shown, text)


def safe_lines(text: str) -> str:
    r"""The lines of a file, or of a machine's format: what they are made of stays, other controls are shown.

    They are shown as \u escapes, which in JSON are the same value.
    """
    if text.isprintable():
        return text
    import re

    return re.sub(_HARMFUL_TO_LINES, lambda match: _as_json(match[0]), text)


def safe_address(url: str) -> str:
    """The same address without anything that ends, hides or turns round a part of it: that is %-encoded."""
    import re

    if url.isascii() and not re.search(_NOT_IN_ADDRESSES, url):
        return url
    return re.sub(_NOT_IN_ADDRESSES, _percent_encoded, url)


def _shown(match: "Match[str]") -> str:
    character = match[0]
    if character in BREAKS:
        return " "
    code = ord(character)
    if code < 0x100:  # noqa: PLR2004 - Latin-1
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= _LAST_OF_FOUR else f"\\U{code:08x}"


def _as_json(character: str) -> str:
    pairs = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{pairs[at : at + 4]}" for at in range(0, len(pairs), 4))


def _percent_encoded(match: "Match[str]") -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "surrogatepass"))

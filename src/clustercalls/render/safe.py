"""Text that cannot do anything to a terminal or a mail, whoever wrote it."""

import re

# C0 and C1 controls, DEL, bidirectional controls, and the separators that some programs break lines at.
# https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
_HARMFUL = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
_SPACES = {"\n", "\r", "\t", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"}


def safe_text(text: str) -> str:
    """The text on one line: breaks become spaces, other controls are shown as escapes."""
    if text.isprintable():  # which none of them is: a pattern is compiled only for those who need it
        return text
    return re.sub(_HARMFUL, _shown, text)


def _shown(match: re.Match[str]) -> str:
    character = match[0]
    if character in _SPACES:
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004 - Latin-1

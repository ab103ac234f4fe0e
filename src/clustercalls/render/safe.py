"""Text that cannot do anything to a terminal or a mail, whoever wrote it."""

from clustercalls.harmful import BREAKS, HIGH_CONTROLS, LOW_CONTROLS, SURROGATES, UNSEEN

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from re import Match

_HARMFUL = f"[{LOW_CONTROLS}{HIGH_CONTROLS}{UNSEEN}{SURROGATES}]"


def safe_text(text: str) -> str:
    """The text on one line: breaks become spaces, other controls are shown as escapes."""
    if text.isprintable():  # which none of them is: a pattern is compiled only for those who need it
        return text
    import re

    return re.sub(_HARMFUL, _shown, text)


def _shown(match: "Match[str]") -> str:
    character = match[0]
    if character in BREAKS:
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004 - Latin-1

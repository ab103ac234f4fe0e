"""What a spreadsheet would compute, though it is a text."""

import re

from clustercalls.harmful import FILLERS, HIGH_CONTROLS, JOINERS, LOW_CONTROLS, UNSEEN

# https://owasp.org/www-community/attacks/CSV_Injection: signs are taken wide and small as well, and behind
# whatever is not seen, or a quote; where a spreadsheet drops a tab or a break, what follows would begin the
# cell. Which sign parts cells is a matter of its country, so that what is behind any of them may begin one.
_SIGNS = "-=+@\uff0d\uff1d\uff0b\uff20\ufe63\ufe66\ufe62\ufe6b"
_BEGINS = rf'[\s"{LOW_CONTROLS}{HIGH_CONTROLS}{UNSEEN}{JOINERS}{FILLERS}]*[{_SIGNS}]'
_FORMULA = rf"[\t\r\n]|{_BEGINS}"
_PARTS = ",;\t\r\n"
_FORMULA_BEHIND = rf"([{_PARTS}])(?={_BEGINS})"


def unable(text: str) -> str:
    """The text of a cell that no spreadsheet takes for a formula: an apostrophe keeps it a text.

    One also stands where a cell would begin if cells were parted by a comma, a semicolon, a tab or a line.
    """
    if any(mark in text for mark in _PARTS):
        text = re.sub(_FORMULA_BEHIND, r"\1'", text)
    if not text or (text[0].isascii() and text[0].isalnum()):
        return text
    return f"'{text}" if re.match(_FORMULA, text) else text


def is_formula(text: str) -> bool:
    """Whether a spreadsheet that is given this text may take it for a formula."""
    return unable(text) != text

"""A page that is too long for a mail says so above all else: its end is what mail programs cut."""

from msgspec.structs import replace

from clustercalls.i18n import Language
from clustercalls.limits import MAIL_BYTES
from clustercalls.render.letter import FORMATS, Letter

MAILED = frozenset({"plain", "html"})  # Markdown is to be made something of
_KB = 1000


def kilobytes(letter: Letter, form: str) -> int:
    """How many kB a page in this format has that is too long for a mail; 0 when it is not."""
    size = len(FORMATS[form](letter).encode(errors="replace")) if form in MAILED else 0
    return -(-size // _KB) if size > MAIL_BYTES else 0


def remarked(letter: Letter, size: int, t: Language) -> Letter:
    """The page, which says that it has so many kB when it has any."""
    if not size:
        return letter
    return replace(
        letter,
        remark=t(
            "This page has {size} kB: some mail programs show only its beginning, and a link to all of it.",
            size=size,
        ),
    )

"""The reader's language: English words in, words of that language out.

English is its own catalogue; another language has one of gettext, `locale/CODE/LC_MESSAGES/clustercalls.mo`,
compiled from the `.po` beside it. A text without a translation stays English, and a test finds it.
"""

from clustercalls.i18n.grammar import GRAMMARS
from clustercalls.once import once

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LANGUAGES = tuple(GRAMMARS)
LOCALE = f"{__file__.rpartition('/')[0]}/locale"


class Language:
    """A language by its ISO 639-1 code, called with an English text to say it."""

    __slots__ = ("code", "translated")

    def __init__(self, code: str, translated: "Callable[[str], str]") -> None:
        self.code, self.translated = code, translated

    def __call__(self, english: str, /, **values: object) -> str:
        """The text in this language, its `{names}` filled."""
        text = self.translated(english) if english else ""  # of no text gettext makes the catalogue's header
        return text.format(**values) if values else text


ENGLISH = Language("en", str)


@once
def language(code: str) -> Language:
    """The language of a code of `LANGUAGES`; English where its catalogue is not compiled or not installed."""
    if code == "en":
        return ENGLISH
    from gettext import GNUTranslations

    try:
        with open(f"{LOCALE}/{code}/LC_MESSAGES/clustercalls.mo", "rb") as file:  # noqa: PTH123 - a text
            return Language(code, GNUTranslations(file).gettext)
    except OSError:
        return ENGLISH


def preferred(environment: "Mapping[str, str]") -> str:
    """The code that the locale variables ask for, by the order of POSIX; English for any other."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name)
        if value:
            return value[:2] if value[:2] in LANGUAGES and value[2:3] in {"", "_", ".", "@"} else "en"
    return "en"

"""The reader's language: English words in, words of that language out.

English is its own catalogue; another language has one of gettext, `locale/CODE/LC_MESSAGES/clustercalls.mo`,
compiled from the `.po` beside it. A text without a translation stays English, and a test finds it.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct

from clustercalls.i18n.grammar import GRAMMARS

LANGUAGES = tuple(GRAMMARS)
LOCALE = Path(__file__).parent / "locale"


class Language(Struct, frozen=True):
    """A language by its ISO 639-1 code, called with an English text to say it."""

    code: str
    translated: Callable[[str], str]

    def __call__(self, english: str, /, **values: object) -> str:
        """The text in this language, its `{names}` filled."""
        text = self.translated(english) if english else ""  # of no text gettext makes the catalogue's header
        return text.format(**values) if values else text


ENGLISH = Language("en", str)


@cache
def language(code: str) -> Language:
    """The language of a code of `LANGUAGES`; English where its catalogue is not compiled or not installed."""
    if code == "en":
        return ENGLISH
    from gettext import GNUTranslations

    try:
        with (LOCALE / code / "LC_MESSAGES" / "clustercalls.mo").open("rb") as file:
            return Language(code, GNUTranslations(file).gettext)
    except OSError:
        return ENGLISH


def preferred(environment: Mapping[str, str]) -> str:
    """The code that the locale variables ask for, by the order of POSIX; English for any other."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name)
        if value:
            return value[:2] if value[:2] in LANGUAGES and value[2:3] in {"", "_", ".", "@"} else "en"
    return "en"

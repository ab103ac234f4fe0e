"""The reader's language: English words in, words of that language out.

English is its own catalogue; a text without a translation stays English, and a test finds it.
"""

from collections.abc import Mapping

from msgspec import Struct

LANGUAGES = ("en", "it")


class Language(Struct, frozen=True):
    """A language by its ISO 639-1 code, called with an English text to say it."""

    code: str
    words: Mapping[str, str]

    def __call__(self, english: str, /, **values: object) -> str:
        """The text in this language, its `{names}` filled."""
        text = self.words.get(english, english)
        return text.format(**values) if values else text


ENGLISH = Language("en", {})


def language(code: str) -> Language:
    """The language of a code of `LANGUAGES`."""
    if code == "it":
        from clustercalls.i18n.it import WORDS

        return Language("it", WORDS)
    return ENGLISH


def preferred(environment: Mapping[str, str]) -> str:
    """The code that the locale variables ask for, by the order of POSIX; English for any other."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name)
        if value:
            return value[:2] if value[:2] in LANGUAGES and value[2:3] in {"", "_", ".", "@"} else "en"
    return "en"

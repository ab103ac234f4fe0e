"""What a person looks for, as the index of words takes it.

Every word must be there, at the beginning of one; a word of one or two letters, and what stands in quotes,
only as it is. `OR` between two wants one of them. A minus before a word or a phrase leaves out what has it;
with `*` behind, what has a word that begins so. Whatever else stands there is looked for, never obeyed.
"""

import re
import unicodedata
from typing import NamedTuple

from clustercalls.errors import UsageRefused, problem
from clustercalls.limits import SEARCH_LETTERS, SEARCH_WORDS

OR = "OR"
SHORT = 2  # letters of a word that is only looked for whole: `i3` is no `i300`
_QUOTES = str.maketrans(dict.fromkeys("“”„«»＂", '"'))
_TERM = re.compile(r'(-*)(?:"([^"]*)"?|([^\s"]+))')
_SHOWN = 80  # letters of a text that are told


class Term(NamedTuple):
    """A word or phrase; whether what has it is left out, and whether a word may only begin so."""

    text: str
    is_not: bool
    is_start: bool

    @property
    def expression(self) -> str:
        """As the index takes it: always in quotes, which nothing in it can end."""
        quoted = self.text.replace('"', '""')
        return f'"{quoted}"*' if self.is_start else f'"{quoted}"'


def expression_of(text: str) -> str:
    """What the index is asked for; empty for a text of nothing but spaces.

    Raises:
        UsageRefused: when it names no word that is to be there, or more than may be asked for.
    """
    text = _readable(text)
    if len(text) > SEARCH_LETTERS:
        raise _over("{most} letters", SEARCH_LETTERS)
    if not text.strip():
        return ""
    groups, without = _grouped(text.translate(_QUOTES))
    if len(without) + sum(map(len, groups)) > SEARCH_WORDS:
        raise _over("{most} words", SEARCH_WORDS)
    if not groups:
        raise UsageRefused(problem("no-words", None, text=text.strip()[:_SHOWN]))
    wanted = " AND ".join(_any_of(group) for group in groups)
    return f"({wanted}) NOT {_any_of(without)}" if without else wanted


def sought_in(text: str) -> tuple[tuple[str, ...], ...]:
    """The words and phrases that are looked for, `folded`: of each group one must be there."""
    groups, _ = _grouped(_readable(text).translate(_QUOTES))
    return tuple(tuple(folded(term.text) for term in group) for group in groups)


def folded(text: str) -> str:
    """A text as the index compares it: no accents, one case, and nothing but letters and figures."""
    plain = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(
        letter if _is_read(letter) else " " for letter in plain if not unicodedata.combining(letter)
    )
    return " ".join(bare.split())


def _grouped(text: str) -> tuple[list[list[Term]], list[Term]]:
    """The terms that must be there, those of which one is enough together, and those that must not."""
    groups: list[list[Term]] = []
    without: list[Term] = []
    is_or = False
    for minus, phrase, word in _TERM.findall(text):
        if word == OR and not minus:
            is_or = bool(groups)
            continue
        term = _term(minus, phrase, word)
        if term is None:
            continue
        if term.is_not:
            without.append(term)
        elif is_or:
            groups[-1].append(term)
        else:
            groups.append([term])
        is_or = False
    return groups, without


def _term(minus: str, phrase: str, word: str) -> Term | None:
    """A term; None when no letter or figure is in it."""
    text = phrase or word
    if not any(_is_read(letter) for letter in text):
        return None
    is_start = bool(word) and (word.endswith("*") or not (minus or _is_short(word)))
    return Term(text, bool(minus), is_start)


def _is_short(word: str) -> bool:
    return sum(map(_is_read, word)) <= SHORT


def _is_read(letter: str) -> bool:
    """Whether the index has it in its words."""
    category = unicodedata.category(letter)
    return category[0] in "LN" or category == "Co"


def _any_of(terms: list[Term]) -> str:
    joined = " OR ".join(each.expression for each in terms)
    return f"({joined})" if len(terms) > 1 else joined


def _readable(text: str) -> str:
    """Without what no index takes: halves of letters, and characters that steer."""
    whole = text.encode("utf-8", "replace").decode()
    return "".join(" " if unicodedata.category(letter) in {"Cc", "Cn"} else letter for letter in whole)


def _over(limit: str, most: int) -> UsageRefused:
    return UsageRefused(
        problem("too-large", None, what="the text to look for", limit=limit, most=f"{most:,}")
    )

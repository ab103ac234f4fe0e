"""How a text is cut into the words of dates, each with all that it can mean; the words are in `lexicon`."""

import re
from typing import NamedTuple

from clustercalls.errors import filled
from clustercalls.phrase import places
from clustercalls.phrase.folding import expressions, fold
from clustercalls.phrase.lexicon import WORD_TABLES
from clustercalls.phrase.marks import spelt_out
from clustercalls.phrase.months import POLISH_MONTHS
from clustercalls.phrase.refused import REFUSED

__all__ = ["DAYS", "LONGEST", "WEEKDAYS", "WORDS", "NotUnderstood", "Word", "fold", "words"]


class NotUnderstood(ValueError):
    """A text that is not surely a date; `said` has the values of a problem that say why, the reason first."""

    def __init__(self, reason: str, **values: str) -> None:
        self.said = {"reason": reason, **values}
        super().__init__(filled(reason, values, str))

    @property
    def reason(self) -> str:
        """Why, in English."""
        return str(self)


POLISH = "pl"


class NotForThisField(NotUnderstood):
    """A text that says something else than this field is for; `said` has an `advice` beside the reason."""

    def __init__(self, reason: str, advice: str, **values: str) -> None:
        super().__init__(reason, advice=advice, **values)


class Word(NamedTuple):
    """One word in one of its meanings; numbers and zones keep their text, Polish months say that they are."""

    kind: str
    value: int
    text: str = ""


def _meanings() -> dict[str, tuple[Word, ...]]:
    meanings: dict[str, tuple[Word, ...]] = {}
    for kind, table in WORD_TABLES.items():
        for value, row in table.items():
            for name in expressions(row):
                meanings[name] = (*meanings.get(name, ()), Word(kind, value))
    for value, row in POLISH_MONTHS.items():
        meanings |= {name: (Word("m", value, POLISH),) for name in expressions(row)}
    return meanings


WORDS = _meanings()
_REFUSED = {name: reason for row, reason in REFUSED.items() for name in expressions(row)}
LONGEST = max(name.count(" ") for name in (*WORDS, *_REFUSED)) + 1  # in words


def _of(kind: str) -> dict[str, int]:
    """The words that mean this kind and nothing else, each with its value."""
    names = [name for row in WORD_TABLES[kind].values() for name in expressions(row)]
    return {name: WORDS[name][0].value for name in names if len(WORDS[name]) == 1}


WEEKDAYS = _of("w")  # of the week, Monday 0
DAYS = _of("r")  # counted from today, and by how many
# The words that may lead a date, each with its kind: "until", "by", "from", "since".
LEADS = {name: kind for kind in "UBFS" for row in WORD_TABLES[kind].values() for name in expressions(row)}

# Kinds beside those of the vocabulary: n a number, d one with a dot, y a year, i an ISO date, j an ISO month,
# N a zone.
_SCAN = (
    r"(?P<iso>(?<![0-9]/[0-9]/)(?<![0-9]/[0-9]{2}/)[0-9]{4}-[0-9]{2}(?P<isoday>-[0-9]{2})?(?![0-9-]|\.[0-9]))"
    r"|(?P<number>'?[0-9]+)"
    r"(?P<th>(?<![0-9]{3})\.?(?:st|nd|rd|th|er|ere|re|e|eme|o|a|°)(?![a-z]))?(?P<dot> ?\.)?"
    r"|(?<![0-9])(?P<period>[qths][1-4])(?![a-z0-9])"
    rf"|{places.SCAN}"
    r"|(?P<word>[a-z]+(?:\.[a-z]+)*)[.']?"
    r"|[^\W\d_]+|\S"
)

# What is counted behind these is the call or a journal, and no month: "scadenza del bando 3/2027".
_CALL_NUMBER = re.compile(
    r"\b(?:bando|avviso|call|appel|convocatoria|ausschreibung|aufruf|edital|concurso|konkurs[a-z]*|nabor[a-z]*"
    r"|(?:gazzetta ufficiale|gu|boe|boletin oficial del estado|bekanntmachung|amtsblatt|bundesanzeiger"
    r"|official journal|journal officiel|diario da republica)[:,]?)"
    r" (?:n[.ro]* ?)?(?P<number>(?:[0-9]{1,4}/)?(?:19|20)[0-9]{2})(?![-/.0-9])"
)


def words(text: str) -> list[tuple[Word, ...]]:
    """The words of a text, each with all it can mean; of expressions, the longest known.

    Raises:
        NotUnderstood: at a word or number that no date has.
    """
    folded = fold(text)
    if counted := _CALL_NUMBER.search(folded):
        raise NotUnderstood("{digits} may be the number of the call: write the day", digits=counted["number"])
    matches = list(re.finditer(_SCAN, spelt_out(folded)))
    names = [match["word"].replace(".", "") if match["word"] else match[0] for match in matches]
    cut: list[tuple[Word, ...]] = []
    at = 0
    while at < len(matches):
        said = _zone(matches[at], text) or _number(matches[at])
        after_hour = _is_after_hour(names[:at], cut)
        meanings, size = (said, 1) if said else _longest(names[at : at + _FAR], text, after_hour=after_hour)
        cut.append(meanings)
        at += size
    return cut


def _is_after_hour(names: list[str], cut: list[tuple[Word, ...]]) -> bool:
    """Whether an hour has just been named, "17:00", "5 pm (", "CET,", so that a place says its zone."""
    if names[-1:] in (["("], [","]):
        names, cut = names[:-1], cut[:-1]
    hour = any(word.kind in {"p", "k", "H", "M", "P", "N"} for word in (cut[-1] if cut else ()))
    return names[-2:-1] == [":"] or hour


_FAR = max(LONGEST, places.LONGEST)  # words to look at, at most


def _zone(match: re.Match[str], text: str) -> tuple[Word, ...]:
    """The zone that is named by a path, in the letters it was typed in, or by its distance from UTC."""
    name = match["zone"]
    if not name:
        return ()
    typed = re.search(re.escape(name), text, re.IGNORECASE) if "/" in name else None
    return (Word("N", 0, typed[0] if typed else name.upper().replace(" ", "")),)


def _number(match: re.Match[str]) -> tuple[Word, ...]:
    if match["iso"]:
        return (Word("i" if match["isoday"] else "j", 0, match["iso"]),)
    digits = match["number"]
    if digits is None:
        return ()
    if len(digits) == 4 and digits.isdigit():  # noqa: PLR2004 - as years have
        return (Word("y", int(digits), digits),)
    if len(digits) > 2 or digits.startswith("'"):  # noqa: PLR2004 - as days have
        raise NotUnderstood("{digits} is neither a day nor a year of four digits", digits=digits)
    if match["th"]:
        return Word("n", int(digits), match[0]), Word("o", int(digits), match[0])
    return (Word("d" if match["dot"] else "n", int(digits), digits),)


def _longest(names: list[str], text: str, *, after_hour: bool) -> tuple[tuple[Word, ...], int]:
    zone, size = places.zone_at(names, after_hour=after_hour)
    if zone:
        return (Word("N", 0, zone),), size
    said = (" ".join(names[:size]) for size in range(min(len(names), LONGEST), 0, -1))
    name = next((each for each in said if each in WORDS or each in _REFUSED), names[0])
    if name in WORDS:
        return WORDS[name], name.count(" ") + 1
    if name in _REFUSED:
        raise NotUnderstood(_REFUSED[name], name=repr(_as_typed(name, text)))
    raise NotUnderstood("{name} is not a word of dates known here", name=repr(_as_typed(name, text)))


def _as_typed(name: str, text: str) -> str:
    """The words as they were typed, with their accents; small letters, as messages have them."""
    typed = re.findall(r"[^\W\d_]+", text.lower())
    size = name.count(" ") + 1
    said = (" ".join(typed[at : at + size]) for at in range(len(typed)))
    return next((each for each in said if fold(each) == name), name)

"""What is meant by a word that is not known: what others call it, or one a letter or two away."""

from collections.abc import Iterable
from functools import lru_cache

LONGEST_COMPARED = 80
SHORT = 4  # letters, up to which one may be wrong, and two above
PART = 3  # letters of a part of a name, below which nothing is like it
# Words of other trackers for words of ours: nothing that looks like them is meant. The first known counts.
MEANT = {
    "rate": ("funding",),
    "funding": ("rate",),
    "percentage": ("rate", "funding"),
    "description": ("summary",),
    "abstract": ("summary",),
    "descrizione": ("summary",),
    "location": ("place",),
    "venue": ("place",),
    "city": ("place",),
    "luogo": ("place",),
    "closing": ("deadline",),
    "closes": ("deadline",),
    "closing_date": ("deadline",),
    "due": ("deadline",),
    "due_date": ("deadline",),
    "scadenza": ("deadline",),
    "termine": ("deadline",),
    "opening": ("opens",),
    "opening_date": ("opens",),
    "apertura": ("opens",),
    "start": ("starts", "opens"),
    "start_date": ("starts", "opens"),
    "begin": ("starts", "opens"),
    "begins": ("starts", "opens"),
    "inizio": ("starts", "opens"),
    "end": ("ends",),
    "end_date": ("ends",),
    "name": ("title",),
    "titolo": ("title",),
    "timezone": ("zone",),
    "time_zone": ("zone",),
    "tz": ("zone",),
    "fuso": ("zone",),
    "fuso_orario": ("zone",),
    "language": ("lang",),
    "locale": ("language", "lang"),
    "lingua": ("language", "lang"),
    "lang": ("language",),
    "valuta": ("currency",),
    "hour": ("at",),
    "time": ("at",),
    "ora": ("at",),
    "percent": ("rate", "funding"),
    "share": ("rate", "funding"),
    "who": ("for", "eligibility"),
    "beneficiaries": ("for", "eligibility"),
    "beneficiari": ("for", "eligibility"),
    "motivo": ("why",),
    "before": ("was",),
    "previous": ("was",),
    "mail": ("email",),
    "phone": ("phones",),
    "telephone": ("phones",),
    "telefono": ("phones",),
    "how_many": ("number",),
    "maximum": ("max",),
    "minimum": ("min",),
    "server": ("host",),
    "sender": ("from",),
    "username": ("user",),
    "file": ("registry",),
    "forget": ("forget_after",),
    "alarm": ("alarm_at",),
    "reminders": ("remind", "leads"),
    "lead": ("leads",),
    "link": ("url",),
    "website": ("url",),
    "homepage": ("url",),
    "amount": ("budget",),
    "importo": ("budget",),
    "responsible": ("owner",),
    "referente": ("owner",),
    "assignee": ("owner",),
    "xls": ("xlsx",),
    "excel": ("xlsx",),
    "html": ("md",),
    "markdown": ("md",),
    "text": ("plain",),
    "txt": ("plain",),
    "delete": ("remove",),
    "rm": ("remove",),
    "new": ("add",),
    "ls": ("list",),
    "validate": ("check",),
    "finished": ("closed",),
    "conference": ("event",),
    "when": ("date", "noticed"),
    "date": ("when", "noticed"),
    "deadline": ("date",),
    "days": ("left",),
    "type": ("kind",),
}
MEANT |= dict.fromkeys(["reason"], ("why",))  # a row `"reason": …` would be a text to translate

Index = dict[int, list[tuple[str, str, int]]]  # by length: in small letters, as written, which letters it has


def nearest(text: str, known: Iterable[str], most: int = 1, *, parts: bool = False) -> tuple[str, ...]:
    """The known words that may be meant by a mistyped one, in any case, the likest first.

    With `parts`, also those of which it is a mistyped part, from the start of one of their words.
    """
    return _nearest(text[: LONGEST_COMPARED + 1].casefold(), tuple(known), most, parts)


@lru_cache(4096)  # one slip is made all over a file
def _nearest(text: str, known: tuple[str, ...], most: int, parts: bool) -> tuple[str, ...]:
    meant = next((each for each in MEANT.get(text, ()) if each in known), "")
    if meant:
        return (meant,)
    if len(text) > LONGEST_COMPARED:
        return ()
    bound, letters = wrong(text), _letters(text)
    index = _index(known)
    near = [
        (away, abs(len(small) - len(text)), word)
        for length in range(max(len(text) - bound, 0), len(text) + bound + 1)
        for small, word, word_letters in index.get(length, ())
        if (letters & ~word_letters).bit_count() <= bound
        and (word_letters & ~letters).bit_count() <= bound
        and (away := distance(text, small, bound)) <= bound
        and away < len(text)
    ]
    if parts and not near and len(text) >= PART:
        near = [
            (away, len(small), word)
            for words in index.values()
            for small, word, word_letters in words
            if (letters & ~word_letters).bit_count() <= bound
            and (away := _of_a_part(text, small, bound)) <= bound
        ]
    near.sort(key=lambda each: each[:2])
    return tuple(word for *_, word in near[:most])


def wrong(text: str) -> int:
    """How many letters of a text may be wrong for another one to be meant."""
    return 1 if len(text) <= SHORT else 2


def distance(text: str, other: str, bound: int, *, begun: bool = False) -> int:
    """How many letters to put in, take out, change, or swap with the next; above `bound`, one more.

    With `begun`, to become any beginning of the other. Optimal string alignment:
    https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(text):
        older, before, row = before, row, [i + 1]
        for j, its in enumerate(other):
            cost = min(before[j] + (letter != its), before[j + 1] + 1, row[j] + 1)
            if i and j and letter == other[j - 1] and text[i - 1] == its:
                cost = min(cost, older[j - 1] + 1)
            row.append(cost)
        if min(row) > bound:
            return bound + 1
    return min(min(row) if begun else row[-1], bound + 1)


def _of_a_part(text: str, name: str, bound: int) -> int:
    starts = (at for at in range(len(name)) if not at or not name[at - 1].isalnum())
    parts = (name[at : at + len(text) + bound] for at in starts)
    return min((distance(text, part, bound, begun=True) for part in parts), default=bound + 1)


@lru_cache(64)
def _index(known: tuple[str, ...]) -> Index:
    index: Index = {}
    for small, each in {each.casefold(): each for each in known}.items():
        index.setdefault(len(small), []).append((small, each, _letters(small)))
    return index


def _letters(text: str) -> int:
    """Which letters a text has, a bit each, and another twice; a change of one letter adds one at most."""
    letters = 0
    for each in text:
        bit = 1 << (ord(each) & 63)
        letters |= bit << 64 if letters & bit else bit
    return letters

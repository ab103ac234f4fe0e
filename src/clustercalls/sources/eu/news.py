"""What the news of a record say: that a call is called off is told nowhere else."""

import re
from collections.abc import Iterator

from clustercalls.sources.eu.answer import PortalRecord
from clustercalls.sources.html_text import plain, sentences

_THING = r"\b(?:call|topic|invitation|procedure|competition)s?\b"
_OFF = re.compile(
    rf"{_THING}[^.!?]{{0,80}}\b(?:cancell?ed|withdrawn|annulled)\b|\bcancell?ation of th(?:e|is) {_THING}",
    re.IGNORECASE,
)
# What is called off may be another thing, or only may be.
_NOT_IT = re.compile(
    r"\b(?:(?:info(?:rmation)?[ -]day|webinar|event|meeting|workshop|session|brokerage|conference)s?"
    r"|if|unless|in case|(?:may|might|could|would) be"
    r"|(?:not|never)(?: \w+){0,2} (?:cancell?ed|withdrawn|annulled))\b",
    re.IGNORECASE,
)
_ON_AGAIN = re.compile(r"\bre-?(?:opened|launched|instated)\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][A-Z0-9]+(?:-[A-Za-z0-9]+){2,}")  # of a topic or a call


def called_off(record: PortalRecord) -> str:
    """The sentence of its news that says that it is called off; empty without one, or after a newer one."""
    names = {*record.every("identifier"), *record.every("callIdentifier")}
    for text in _news(record):
        for sentence in reversed(sentences(text)):
            if _ON_AGAIN.search(sentence):
                return ""
            if _OFF.search(sentence) and not _NOT_IT.search(sentence) and _is_of(sentence, names):
                return sentence
    return ""


def _is_of(sentence: str, names: set[str]) -> bool:
    """Whether it names no topic or call, or one of these."""
    named = _NAME.findall(sentence)
    return not named or not names.isdisjoint(named)


def _news(record: PortalRecord) -> Iterator[str]:
    """Its news as plain text, the newest first; of those of one day, in their order."""
    news = record.inner("latestInfos")
    if news is None:
        yield from map(plain, record.every("latestInfos"))
        return
    tables = [each for each in (news if isinstance(news, list) else [news]) if isinstance(each, dict)]
    tables.sort(key=lambda each: str(each.get("lastChangeDate") or ""), reverse=True)
    yield from (plain(content) for each in tables if isinstance(content := each.get("content"), str))

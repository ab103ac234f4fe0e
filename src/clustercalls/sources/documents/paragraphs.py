"""How lines that were cut at the edge of a page hang together: as paragraphs, their words whole again."""

import re
from collections.abc import Sequence
from unicodedata import category

from clustercalls.phrase.folding import fold
from clustercalls.sources.documents.lines import OneLine, joined, within

_CUT_WORD = re.compile(r"[^\W\d_]{2}[-‐]$")
# "Forschungs- und": the hyphen stands for a word, and stays.
_AND = re.compile(r"(?:und|oder|bzw|sowie|e|ed|o|y|et|ou|and|or|of|en)\b")
_BULLET = re.compile(r"(?P<mark>>>|\+{3}|\d\ufe0f?\u20e3|[-*+•‣◦▪●○■□➢✓·–—»›►▸→❖◆✔☞])\s+(?=\S)")
_PICTURE = re.compile(r"\S{1,4}\s+(?=\S)")  # with what says how it looks
_NUMBERED = re.compile(r"\(?(?P<number>\d{1,2})[.)]\s+(?=\S)")
SENTENCE_ENDS = (".", ";", ":", "!", "?", "…")
HEADING_LETTERS = 140  # of a longer line that has no full stop, nobody would say that it is a heading
HEADLINE_WORDS = 5
_LABELLED = re.compile(
    r"(?:[^\s:,“”\"]{1,30} ){0,3}[^\s:,“”\"]{1,30}:\s.*(?:\d|@|//)"
)  # of few words: more are a headline's
_ADDRESS = re.compile(r"https?:|www\.|@|\d{5,}|\b[\w-]+\.[\w-]+\.[a-z]{2,6}\b")
_ADDRESS_AT_ITS_END = re.compile(r"(?:https?://|www\.)\S+$|\.[a-z]{2,}/\S*$")
_OF_A_MAIL = re.compile(
    r"(?:from|to|sent|date|cc|subject|da|inviato|a|data|oggetto|von|gesendet|an|datum|betreff|de|envoye"
    r"|pour|objet|enviado|para|fecha|asunto|assunto|od|wyslano|do|temat)\s?: "
)
_SUBJECT = re.compile(r"(?:subject|oggetto|betreff|objet|asunto|assunto|temat)\s?: (?=\S)")
WORD_LETTERS = 200  # of the first word of a line that are looked at


def glued(lines: Sequence[OneLine]) -> OneLine:
    """The lines of a paragraph as one, words that were cut at their ends whole."""
    whole: list[OneLine] = []
    tail: list[OneLine] = []  # pieces of what hangs together without a space
    for line in lines:
        if tail and is_cut(tail[-1].text, line.text):
            tail[-1] = within(tail[-1], 0, len(tail[-1].text) - 1)
            tail.append(line)
        else:
            whole += [joined(tail, "")] if tail else []
            tail = [line]
    return joined([*whole, joined(tail, "")])


def is_cut(text: str, following: str) -> bool:
    """Whether a line ends within a word that the next one goes on with."""
    return bool(_CUT_WORD.search(text[-3:])) and following[:1].islower() and not _AND.match(following)


def bullet_of(text: str) -> str:
    """The mark of a list with which a line begins, its space with it; empty where it does not.

    A picture among letters, as posts have them, is such a mark.
    """
    found = _BULLET.match(text) or (_PICTURE.match(text) if _is_picture(text[:1]) else None)
    return found[0] if found else ""


def _is_picture(sign: str) -> bool:
    """Whether a sign is one of Unicode's other symbols outside its first plane: "📅"."""
    return sign >= "\U00010000" and category(sign) == "So"


def number_of(text: str) -> int:
    """The number of a list with which a line begins; 0 where it does not."""
    found = _NUMBERED.match(text)
    return int(found["number"]) if found else 0


def may_be_heading(text: str) -> bool:
    """Whether a line may be one: short, of no end of a sentence, no value of a form, no address."""
    return (
        0 < len(text) <= HEADING_LETTERS
        and not text.endswith((".", ",", ";", ":"))
        and not text[0].islower()
        and not (text.startswith("(") and text.endswith(")"))
        and not _LABELLED.match(text)
        and not _ADDRESS.search(text)
        and any(map(str.isalpha, text))
    )


def is_headline(text: str) -> bool:
    """Whether a line of several words behind a colon is one of a newspaper, "Save the date: 3rd call …"."""
    head, colon, rest = text.partition(": ")
    return (
        bool(colon)
        and len(rest.split()) >= HEADLINE_WORDS
        and may_be_heading(head)
        and len(text) <= HEADING_LETTERS
        and not text.endswith(SENTENCE_ENDS)
        and not _ADDRESS.search(text)
    )


def ends_in_address(text: str) -> bool:
    """Whether the last word of a line is an address, behind which no sentence goes on with a capital."""
    return bool(_ADDRESS_AT_ITS_END.search(text))


def is_of_mail(text: str) -> bool:
    """Whether a line is one of those at the head of a mail: "Da: ...", "Sent: ..."."""
    return bool(_OF_A_MAIL.match(fold(text[:WORD_LETTERS])))


def subject_of(text: str) -> str:
    """What a line at the head of a mail says that it is on; empty where it is another line."""
    mark = _SUBJECT.match(fold(text[:WORD_LETTERS]))
    return text.partition(":")[2].strip() if mark else ""


def goes_on(text: str, following: str) -> bool:
    """Whether a sentence that something stands in the midst of goes on behind it."""
    return not text.endswith(SENTENCE_ENDS) and following[:1].islower()

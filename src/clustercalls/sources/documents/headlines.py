"""Which lines of a plain text are headings, by their words and by what stands round them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from clustercalls.passages import PassageKind
from clustercalls.sources.documents.lines import OneLine
from clustercalls.sources.documents.paragraphs import (
    SENTENCE_ENDS,
    ends_in_address,
    is_headline,
    is_of_mail,
    may_be_heading,
    subject_of,
)
from clustercalls.sources.documents.stamps import is_stamp, is_trail

DATELINES = 3  # below the first line of a text, which may stand before what it heads
_NARROW = 60  # letters of a line that may be one of an address
_ALONE_WORDS = 2
_WORD = re.compile(r"[^\W\d_]{4}")
_VALUE = re.compile(r"\b\d{1,2}\b|@|//|www\.")  # what a label is followed by, "Date: 4 May"
_LABEL = re.compile(r"[^\W\d_][^:.]{1,40}:\s")


class Part(NamedTuple):
    """A paragraph, an item or a row as it is found, and of how many lines."""

    line: OneLine
    kind: PassageKind
    page: int
    lines: int
    was_cut: bool
    level: int = 0
    block: int = 0  # the number of the lines between two empty ones


def is_heading(parts: Sequence[Part], at: int) -> bool:
    """Whether the paragraph at a place heads what stands below it."""
    part = parts[at]
    if is_stamp(part.line.text, is_below_title=0 < at <= DATELINES) or is_trail(part.line.text):
        return False
    below = parts[at + 1 : at + 1 + (DATELINES if not at else 1)]
    if at and below and at + 2 < len(parts) and is_stamp(below[0].line.text):
        below = parts[at + 2 : at + 3]
    if at and below and below[0].lines == 1 and ends_in_address(below[0].line.text):
        below = parts[at + 1 : at + 3]
    if part.lines != 1 or not below:
        return False
    before = parts[at - 1] if at and parts[at - 1].block == part.block else None
    return (
        any(_heads(part, following) for following in below if not _ends_lines(before, part, following))
        or (before is None and _is_above_sentences(part, below[0]))
        or (not at and (_is_first(part, below[0]) or _is_above_all(part, below[0])))
        or _stands_alone(parts, at)
        or _names_form(parts, at)
    )


def subject_starts(parts: Sequence[Part], at: int) -> int:
    """Where the subject begins in a line of the head of a mail that names it; 0 in any other line.

    Such a line is the first of a text, or stands beside another one of that head.
    """
    text = parts[at].line.text
    subject = subject_of(text)
    beside = (*parts[max(0, at - 1) : at], *parts[at + 1 : at + 2])
    is_of_head = not at or any(one.block == parts[at].block and is_of_mail(one.line.text) for one in beside)
    return len(text) - len(subject) if is_of_head and " " in subject else 0


def _heads(part: Part, following: Part) -> bool:
    """Whether a line heads what follows: something longer, a list or a table."""
    return may_be_heading(part.line.text) and (
        following.kind is not PassageKind.TEXT or _is_longer(following.line.text, part.line.text)
    )


def _is_above_sentences(part: Part, following: Part) -> bool:
    """Whether a line with an empty one above it heads a list, or the sentences directly below it."""
    text = part.line.text
    if not (may_be_heading(text) or is_headline(text)):
        return False
    is_sentence = following.line.text.endswith((".", "!", "?", "…"))
    return following.kind is PassageKind.ITEM or (
        part.block == following.block and following.kind is PassageKind.TEXT and is_sentence
    )


def _is_first(part: Part, following: Part) -> bool:
    """Whether the first line of a text is its headline, and none of the lines of a form."""
    is_form = part.block == following.block and bool(_LABEL.match(following.line.text))
    return is_headline(part.line.text) and following.kind is PassageKind.TEXT and not is_form


def _is_above_all(part: Part, following: Part) -> bool:
    """Whether the first line of a text stands alone above an empty one, and is none of a form."""
    text = part.line.text
    head, _, rest = text.partition(": ")
    is_on = bool(_WORD.search(rest)) and not _VALUE.search(rest) and (" " in head or head.isupper())
    may_head = may_be_heading(text) or (is_on and may_be_heading(head) and not text.endswith(SENTENCE_ENDS))
    is_alone = part.block != following.block and bool(_WORD.search(text))
    return is_alone and may_head and not is_of_mail(text)


def _stands_alone(parts: Sequence[Part], at: int) -> bool:
    """Whether a line of few words stands between two empty ones, above something: "Agenda"."""
    part = parts[at]
    text = part.line.text
    beside = (*parts[max(0, at - 1) : at], *parts[at + 1 : at + 2])
    return (
        len(text.split()) <= _ALONE_WORDS
        and may_be_heading(text)
        and text.replace(" ", "").isalpha()
        and len(text) > len("Name")
        and all(one.block != part.block for one in beside)
    )


def _names_form(parts: Sequence[Part], at: int) -> bool:
    """Whether a line names what the lines of a form below it are on: "Opens: 8 May", "Closes: 9 July"."""
    if at and parts[at - 1].block == parts[at].block:
        return False
    below = [one for one in parts[at + 1 : at + 3] if one.block == parts[at].block]
    text = parts[at].line.text
    is_form = all(one.kind is PassageKind.TEXT and _LABEL.match(one.line.text) for one in below)
    is_form = is_form and (len(below) > 1 or (bool(below) and _may_name(text, below[0].line.text)))
    return is_form and may_be_heading(text) and not (_LABEL.match(text) or is_of_mail(text))


def _may_name(text: str, label: str) -> bool:
    """Whether a line of several words names what the only line of a form below it is on: "Opens: 2026"."""
    is_dated = bool(re.search(r"\d", label)) and not re.search(r"\d{5}|@|//|www\.", label)
    return is_dated and len(text.split()) >= _ALONE_WORDS


def _ends_lines(before: Part | None, part: Part, following: Part) -> bool:
    """Whether a line is the last of several below each other, and heads nothing of the next block."""
    return before is not None and before.kind is PassageKind.TEXT and part.block != following.block


def _is_longer(text: str, heading: str) -> bool:
    """Whether a text is a paragraph below a heading: longer, and more than a line of an address."""
    return len(text) > len(heading) and (len(text) > _NARROW or text.endswith(SENTENCE_ENDS))

"""All that one sentence says, before it is known of which entry: dates, money, names, addresses."""

import re

from msgspec import Struct

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract.addresses import addresses
from clustercalls.extract.amount_spans import amount_spans
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.date_roles import roles
from clustercalls.extract.date_spans import spans, years_alone
from clustercalls.extract.folded import Folded
from clustercalls.extract.kinds import LABEL, kind_of
from clustercalls.extract.money import MoneyRole, money_roles, numbers_of_grants
from clustercalls.extract.programmes import named, refs
from clustercalls.extract.role_words import ROLES
from clustercalls.extract.sentences import Sentence
from clustercalls.extract.shares import FundingShare, is_share, shares
from clustercalls.passages import PassageKind, PassageLink

_LINE = 60  # letters of a line that may be a label where nothing marks it as a heading


class ToldSentence(Struct, frozen=True):
    """One sentence and what it says; `number` is its place in the document."""

    number: int
    sentence: Sentence
    kind: EntryKind | None
    dates: tuple[DateRole, ...]
    money: tuple[MoneyRole, ...]
    grants: tuple[tuple[int, int, int], ...]
    shares: tuple[FundingShare, ...]
    links: tuple[PassageLink, ...]
    refs: tuple[tuple[int, int, str], ...]
    programmes: tuple[tuple[int, int, str, int], ...]

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.sentence.kind is PassageKind.HEADING

    @property
    def is_label(self) -> bool:
        """Whether it only names what the words below it are."""
        text = self.sentence.text
        alone = self.sentence.kind is PassageKind.TEXT and self.sentence.start == 0 and not self.dates
        is_line = self.is_heading or (alone and len(text) < _LINE and text[-1:].isalpha())
        return is_line and bool(LABEL.match(self.sentence.folded.folded))

    @property
    def has_something(self) -> bool:
        """Whether it has a date, an amount or a share, or a word for a deadline."""
        folded = self.sentence.folded.folded
        due = any(
            cue.meaning.kind is StageKind.DEADLINE and not cue.meaning.weak for cue in ROLES.found(folded)
        )
        due = due and self.sentence.kind in {PassageKind.TEXT, PassageKind.ITEM}
        return bool(self.dates or self.money) or due or is_share(folded)


def told(
    number: int, sentence: Sentence, beside: StageKind | None, *, above: str = "", stage: int = 0
) -> ToldSentence:
    """What a sentence says.

    `beside` is what a label says of its dates, `stage` the number of the stage that it names, and `above`
    heads its column, or begins its row.
    """
    text = sentence.folded
    cell = sentence.kind is PassageKind.ROW and bool(years_alone(text.folded))
    return ToldSentence(
        number,
        sentence,
        kind_of(re.sub(r"(?:https?://|www\.)\S+", " ", text.folded)),
        tuple(
            roles(text.folded, years_alone(text.folded) if beside and cell else spans(text), beside, stage)
        ),
        tuple(money_roles(text.folded, amount_spans(text), above)),
        tuple(numbers_of_grants(text.folded)),
        tuple(shares(text.text, text.folded)),
        tuple(addresses(text.text, sentence.links)),
        tuple(refs(text.text)),
        _programmes(text),
    )


def _programmes(text: Folded) -> tuple[tuple[int, int, str, int], ...]:
    """The programmes named, with their places and weights; LIFE is one in capitals alone."""
    gathered = [(*text.span(cue.start, cue.end), cue.meaning, weight) for cue, weight in named(text.folded)]
    if not text.text.isupper():
        gathered += [
            (match.start(), match.end(), "LIFE", 1)
            for match in re.finditer(r"(?<![\w-])LIFE(?![\w-])", text.text)
        ]
    return tuple(gathered)


def beside_of(
    sentence: Sentence, most: int = len("Submission deadlines for applications")
) -> StageKind | None:
    """What a label, or the heading of a column, says of the dates under it."""
    if sentence.kind not in {PassageKind.HEADING, PassageKind.ROW} and len(sentence.text) > most:
        return None
    strong = [cue.meaning.kind for cue in ROLES.found(sentence.folded.folded) if not cue.meaning.weak]
    return strong[0] if strong else None

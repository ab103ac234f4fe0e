"""The sentences of one entry."""

import re

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.kinds import SEVERAL, gathers, is_diary
from clustercalls.extract.names import NameInText
from clustercalls.extract.told import ToldSentence

CALL_DATES = {StageKind.DEADLINE, StageKind.OPENS, StageKind.PUBLISHED}
POLICY = re.compile(
    r"\b(?:policy|policies|politic\w+|politik|politiques?|next steps|futur\w* (?:steps|passi)"
    r"|roadmap|passi|polityk\w*)\b"
)


class EntrySection:
    """The sentences of one entry, in order; `heads` are those of its heading.

    `name` is the sentence or cell that its name is in, with the place of the name, where the layout tells
    it. `mixed` marks one whose dates may be of several entries.
    """

    def __init__(self, kind: EntryKind | None, heads: list[ToldSentence], *, own: bool = False) -> None:
        self.kind = kind
        self.heads = heads
        self.told: list[ToldSentence] = list(heads)
        self.own = own  # what has a name of its own is not joined with its neighbours
        self.name: tuple[ToldSentence, NameInText] | None = None
        self.under: EntrySection | None = None  # in whose text it stands
        self.rubric: EntryKind | None = None  # what its heading says, and names nothing
        self.parent: EntrySection | None = None  # whose text lists it
        self.in_digest = False  # of a document on the entries of others
        self.form_of = ""  # the programme that its form names before the call
        self.is_further = False  # the next round of what it is under
        self.mixed = False
        self.has_children = False
        folded = " ".join(piece.sentence.folded.folded for piece in heads)
        self.is_policy = bool(POLICY.search(folded))
        self.is_collection = gathers(folded)
        self.is_diary = is_diary(folded)
        self.is_of_several = self.is_collection or bool(SEVERAL.search(folded))

    @property
    def may_list(self) -> bool:
        """Whether its paragraphs may each be an entry: no heading above them names one."""
        is_topic = self.in_digest and not any(
            head.kind or head.programmes or head.refs for head in self.heads
        )
        return not self.heads or self.is_of_several or is_topic

    @property
    def dates(self) -> list[DateRole]:
        """Its dates that something says what they are of."""
        return [role for piece in self.told for role in piece.dates if role.kind]

    @property
    def has_call_dates(self) -> bool:
        """Whether a date is one on which a call opens, closes or comes out."""
        return any(role.kind in CALL_DATES for piece in self.told for role in piece.dates)

    @property
    def tells(self) -> bool:
        """Whether it tells of an entry more than its name."""
        days = self.kind is EntryKind.EVENT and any(
            role.span.is_day for piece in self.told for role in piece.dates
        )
        return (
            days
            or bool(self.dates)
            or any(piece.money or piece.grants or piece.refs or piece.shares for piece in self.told)
        )


def alone(kind: EntryKind, passage: list[ToldSentence], name: NameInText | None = None) -> EntrySection:
    """The section of one passage, which nothing else is joined with."""
    one = EntrySection(kind, [], own=True)
    one.told = list(passage)
    one.name = (passage[0], name) if name else None
    return one

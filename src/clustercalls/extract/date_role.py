"""What a date of a sentence is of."""

from msgspec import Struct

from clustercalls.enumerations import StageKind
from clustercalls.extract.date_span import DateSpan

EVENT_DATES = frozenset({StageKind.DATES, StageKind.INFO_DAY})
BOUNDS = frozenset({StageKind.DEADLINE, StageKind.OPENS})  # between which one applies
_BEGINS = 12  # letters before a day with which a sentence begins


class DateRole(Struct, frozen=True):
    """What a date is of.

    `kind` is None where nothing says it, `stage` 0 where none is named; `was` marks one that held before.
    """

    span: DateSpan
    kind: StageKind | None
    stage: int = 0
    was: bool = False
    opens: str = ""  # the first day of what a range closes
    is_weak: bool = False  # nothing in its own clause says that one applies, or that a call closes
    word: str = ""  # what says it
    of_document: bool = False  # of the day of the document, and of no entry
    is_labelled: bool = False  # by its column, or by what stands above or before it

    @property
    def begins_sentence(self) -> bool:
        """Whether its sentence begins with it, or with a word or its weekday before it."""
        return self.span.start < _BEGINS

"""What stands above dates and says what they are of: a label, the head of a column, a first cell."""

import re

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract.date_spans import spans
from clustercalls.extract.folded import Folded
from clustercalls.extract.kinds import DAYS, kind_of
from clustercalls.extract.leads import unnumbered
from clustercalls.extract.role_words import ROLES
from clustercalls.extract.sentences import Sentence
from clustercalls.extract.stage_numbers import named_stage
from clustercalls.extract.told import ToldSentence, beside_of
from clustercalls.passages import PassageKind

# Of what a list below is: "please find below the deadlines."
_BELOW = re.compile(
    r"\b(?:below|following|di seguito|seguenti|sotto|qui sotto|ci-dessous|suivantes?|suivants?|folgenden?"
    r"|nachfolgend\w*|unten|a continuacion|siguientes|abaixo|seguintes|a seguir|ponizej\w*|nastepujac\w+)\b"
)
# In German and Polish, days of any kind: "Termine und Förderungen".
_DAYS_OR_DUE = re.compile(r"\b(?:termine|terminy|terminubersicht|terminhinweise)\b(?! (?:skladania|naborow))")
_LABEL, _UNDER = 45, 90  # letters of a heading that labels dates, and of what stands under a label


class DatesAbove:
    """What was read so far that may say what the dates of the next sentence are of."""

    def __init__(self) -> None:
        self._columns: list[Sentence] = []
        self._is_head = False
        self._first: Sentence | None = None  # the first cell of the row, where it has no date
        self._label: StageKind | None = None
        self._gathers_days = False  # the label is "Termine", which of events are no deadlines
        self._before: Sentence | None = None

    def column_of(self, sentence: Sentence) -> Sentence | None:
        """The head of its column, where it is a cell below one; else the cell that begins its row."""
        if sentence.kind is not PassageKind.ROW:
            return None
        before = self._before
        if before is None or before.kind is not PassageKind.ROW:
            self._columns, self._is_head = [], True
        elif before.passage != sentence.passage:
            self._is_head = False
        if before is None or before.passage != sentence.passage:
            self._first = None
        self._is_head = self._is_head and not spans(sentence.folded)
        if self._is_head:
            self._columns.append(sentence)
            return None
        return self._columns[sentence.cell] if sentence.cell < len(self._columns) else self._first

    def role_of(self, sentence: Sentence) -> StageKind | None:
        """What its dates are of, as what stands above or before it says."""
        if sentence.kind is PassageKind.ROW:
            below = not self._is_head and sentence.cell < len(self._columns)
            head = beside_of(self._columns[sentence.cell]) if below else None
            first = beside_of(self._first) if self._first else None
            return head or first or (StageKind.DEADLINE if self.stage_of(sentence) else None)
        if self._gathers_days and kind_of(sentence.folded.folded) is EntryKind.EVENT:
            return StageKind.DATES
        return self._label if self._before and len(sentence.text) < _UNDER else None

    def stage_of(self, sentence: Sentence) -> int:
        """The number of the stage that the first cell of its row names; or 0."""
        first = self._first if sentence.kind is PassageKind.ROW else None
        return named_stage(first.folded.folded) if first else 0

    def read(self, one: ToldSentence) -> None:
        """Takes what a sentence says of those after it."""
        sentence, text = one.sentence, one.sentence.text.rstrip()
        if sentence.kind is PassageKind.ROW:
            if sentence.cell == 0 and not one.dates:
                self._first = sentence
            self._label = None
        elif sentence.kind is PassageKind.ITEM or (one.dates and not one.is_heading and len(text) < _UNDER):
            pass  # the label above goes on
        elif (one.is_label or _may_label(one)) and not one.dates:
            self._label = beside_of(sentence) or _strong(sentence, text)
            self._gathers_days = bool(_DAYS_OR_DUE.search(sentence.folded.folded)) or bool(
                DAYS.search(Folded(text[unnumbered(sentence.folded) :]).folded)
            )
        else:
            self._label = None if one.dates else _strong(sentence, text)
        self._before = sentence


def _may_label(one: ToldSentence) -> bool:
    return one.is_heading and one.kind is None and len(one.sentence.text) < _LABEL


def _strong(sentence: Sentence, text: str) -> StageKind | None:
    """What the last words of a sentence say that introduces what is below it, "Cut-off dates:"."""
    if not (text.endswith(":") or _BELOW.search(sentence.folded.folded)):
        return None
    end = sentence.folded.folded[-_UNDER:]
    strong = [cue.meaning.kind for cue in ROLES.found(end) if not cue.meaning.weak]
    return strong[-1] if strong else None

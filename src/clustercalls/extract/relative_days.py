"""Days that a sentence tells by its own: "opens tomorrow", "da oggi", where a word says what they are of."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from clustercalls.enumerations import StageKind
from clustercalls.extract.date_leads import FROM
from clustercalls.extract.date_span import DateSpan
from clustercalls.extract.nearest_cue import nearest_cue
from clustercalls.extract.role_words import ROLES
from clustercalls.phrase.folding import expressions
from clustercalls.phrase.lexicon import WORD_TABLES

_SAID = {StageKind.OPENS, StageKind.PUBLISHED, StageKind.DEADLINE}
_BEFORE = 20  # letters of what leads
_SAME = re.compile(r"[\s,(–-]{1,3}(?:(?:il|le|el|den|dem|the) )?")  # to a date that says the same day
_DAYS = {days: expressions(row) for days, row in WORD_TABLES["r"].items() if days in {0, 1}}
_WORD = re.compile(
    r"\b(?:" + "|".join(re.escape(word) for words in _DAYS.values() for word in words) + r")\b"
)


class RelativeDay(Struct, frozen=True):
    """So many days after the day of the text, at its place in a folded one, and what that day is of."""

    start: int
    end: int
    days: int
    kind: StageKind


def relative_days(folded: str, dates: Sequence[DateSpan]) -> Iterator[RelativeDay]:
    """Each "today" and "tomorrow" of which is said what it is of; not where the date itself follows."""
    for match in _WORD.finditer(folded.replace("'", " ")):
        if any(_SAME.fullmatch(folded[match.end() : span.start]) for span in dates):
            continue
        days = next(count for count, words in _DAYS.items() if match[0] in words)
        if re.search(FROM, folded[max(0, match.start() - _BEFORE) : match.start()]):
            yield RelativeDay(match.start(), match.end(), days, StageKind.OPENS)
            continue
        place = DateSpan(match.start(), match.end(), "", "")
        cue = nearest_cue(folded, place, (*dates, place), ROLES.found(folded))
        if cue and not cue.meaning.weak and cue.meaning.kind in _SAID:
            yield RelativeDay(match.start(), match.end(), days, cue.meaning.kind)

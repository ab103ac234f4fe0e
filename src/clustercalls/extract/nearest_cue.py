"""Which word of a sentence says what a date is of: the nearest, by letters and by what stands between."""

import re
from collections.abc import Sequence

from clustercalls.enumerations import StageKind
from clustercalls.extract.date_span import DateSpan
from clustercalls.extract.folded import Cue
from clustercalls.extract.role_words import CueMeaning

FAR = 140  # letters from which on a word says nothing of a date
# What counts for so many letters: a word for what is handed in, another date between, a clause, a bracket,
# a comma; how much more a letter behind the date counts.
_WEAK, _ACROSS, _APART, _BRACKET, _PAUSE, _BEHIND = 60, 40, 25, 60, 14, 1.6
_NEXT, _BESIDE = 25, 14  # letters to the date that a word belongs to, and between two words
_ASIDE = re.compile(r"\([^()]*\)")
_CLOCK = re.compile(r"^[^()]{0,12}\((?:heure|ora|ore|hora|horario|czasu)\b[^()]*$")  # "(heure de La Réunion)"
_PARTED = re.compile(r", (?:and|e|et|und|y|i) |\b(?:and|while|mentre|tandis|wahrend|mientras)\b")


def nearest_cue(
    folded: str, span: DateSpan, every: Sequence[DateSpan], cues: Sequence[Cue[CueMeaning]]
) -> Cue[CueMeaning] | None:
    """The word that says what a date is of; None where none is near."""
    apart = [
        cue
        for cue in cues
        if cue.end <= span.start
        or (span.end <= cue.start and not _CLOCK.search(folded[span.end : cue.start]))
    ]
    far = {number: _distance(folded, span, every, cue) for number, cue in enumerate(apart)}
    best = min(far, key=far.__getitem__, default=None)
    return apart[best] if best is not None and far[best] < FAR else None


def _distance(folded: str, span: DateSpan, every: Sequence[DateSpan], cue: Cue[CueMeaning]) -> float:
    behind = cue.start >= span.end
    low, high = (span.end, cue.start) if behind else (cue.end, span.start)
    if high - low >= FAR:
        return FAR
    between = _ASIDE.sub("", folded[low:high])
    far = len(between) * (_BEHIND if behind else 1.0) + _WEAK * cue.meaning.weak
    far += _APART * len(_PARTED.findall(between)) + _BRACKET * len(re.findall(r"[()]", between))
    far += FAR * (";" in between) + _APART * (":" in between.rstrip(": ")) + _PAUSE * between.count(", ")
    far += FAR * (behind and _is_of_next(folded, span, every, cue))
    across = (other for other in every if other is not span and low <= other.start and other.end <= high)
    return far + _ACROSS * sum(1 for _ in across)


def _is_of_next(folded: str, span: DateSpan, every: Sequence[DateSpan], cue: Cue[CueMeaning]) -> bool:
    """Whether a word behind a date belongs to another date, right behind it: "opens A, closes B"."""
    after = min((other.start for other in every if other.start >= cue.end), default=-1)
    parts = re.search(r"[,;:]| (?:and|e|et|und|y|i) ", folded[span.end : cue.start])
    return 0 <= after - cue.end <= _NEXT and bool(parts)


def is_registration(cue: Cue[CueMeaning], cues: Sequence[Cue[CueMeaning]]) -> bool:
    """Whether what closes or opens is the registration, named right beside it."""
    return any(
        other.meaning.kind is StageKind.REGISTRATION
        and min(abs(other.start - cue.end), abs(cue.start - other.end)) <= _BESIDE
        for other in cues
    )

"""What each date of a sentence is of, by the words around it: opens, deadline, an event, ..."""

import re

from msgspec import Struct

from clustercalls.enumerations import StageKind
from clustercalls.extract.date_spans import DateSpan
from clustercalls.extract.folded import Cue
from clustercalls.extract.role_words import (
    FROM,
    MOVED,
    ROLES,
    SINCE,
    STAGES,
    UNTIL,
    WAS,
    WAS_BESIDE,
    CueMeaning,
)

_EVENTS = {StageKind.DATES, StageKind.INFO_DAY}
_WEAK = 60
_BEHIND, _ACROSS, _APART = (
    1.6,
    40,
    25,
)  # what a word behind a date weighs, one across another date, or a clause
_FAR = 140  # letters

_HEAVY = 60
_PARTED = re.compile(r", (?:and|e|et|und|y|i) |\b(?:and|while|mentre|tandis|wahrend|mientras)\b")


class DateRole(Struct, frozen=True):
    """What a date is of.

    `kind` is None where nothing says it, `stage` 0 where none is named; `was` marks one that held before.
    """

    span: DateSpan
    kind: StageKind | None
    stage: int = 0
    was: bool = False
    opens: str = ""  # the first day of what a range closes
    is_weak: bool = False  # only a word for what is handed in stands near it
    word: str = ""  # what says it


def roles(folded: str, gathered: list[DateSpan], beside: StageKind | None = None) -> list[DateRole]:
    """Each date of a sentence with what it is of; `beside` is what the heading above says of a date alone."""
    cues = ROLES.found(folded)
    moved = bool(MOVED.found(folded))
    told = [_role(folded, span, gathered, cues, beside, moved=moved) for span in gathered]
    return _put_off(folded, told) if moved else told


def _role(
    folded: str,
    span: DateSpan,
    every: list[DateSpan],
    cues: list[Cue[CueMeaning]],
    beside: StageKind | None,
    *,
    moved: bool,
) -> DateRole:
    before = folded[max(0, span.start - 70) : span.start]
    cue = _nearest(folded, span, every, cues)
    kind = cue.meaning.kind if cue else beside
    word = folded[cue.start : cue.end] if cue else ""
    stage = _stage(folded, span, every)
    if kind is StageKind.PUBLISHED and any(each.meaning.kind is StageKind.DECISION for each in cues):
        kind = StageKind.DECISION  # what is published are the results
    if kind is None and stage and span.is_day:
        kind = StageKind.DEADLINE
    if re.search(WAS, before) or (moved and re.search(WAS_BESIDE, before)):
        return DateRole(span, StageKind.DEADLINE, stage, was=True, word=word)
    if span.is_range and not span.listed:
        return _range(span, kind, word, moved=moved)
    if re.search(UNTIL, before) and kind not in {*_EVENTS, StageKind.REGISTRATION}:
        kind = StageKind.DECISION if kind is StageKind.DECISION else StageKind.DEADLINE
    elif re.search(UNTIL, before) and cue and kind in _EVENTS and _due(cues, span):
        kind = StageKind.DEADLINE
    elif re.search(SINCE, before) or (
        re.search(FROM, before) and kind not in {StageKind.PUBLISHED, *_EVENTS}
    ):
        kind = StageKind.OPENS
    is_weak = bool(cue and cue.meaning.weak) and not re.search(UNTIL, before) and kind is StageKind.DEADLINE
    return DateRole(span, kind, stage, is_weak=is_weak, word=word)


def _due(cues: list[Cue[CueMeaning]], span: DateSpan) -> bool:
    """Whether a word for a deadline stands near a date that an event is nearer to."""
    return any(cue.meaning.kind is StageKind.DEADLINE and abs(cue.start - span.start) < _FAR for cue in cues)


def _range(span: DateSpan, kind: StageKind | None, word: str, *, moved: bool) -> DateRole:
    if kind in _EVENTS or (kind is None and span.between):
        return DateRole(span, StageKind.DATES, word=word)
    if not span.is_day and kind in {StageKind.PUBLISHED, StageKind.DECISION, StageKind.OPENS}:
        return DateRole(span, kind, word=word)
    if moved and kind is not StageKind.OPENS:
        return DateRole(span, StageKind.DEADLINE, word=word)
    if kind in {StageKind.DECISION, StageKind.INTERVIEW}:
        return DateRole(span, kind, word=word)
    if kind is None:
        return DateRole(span, None)
    return DateRole(span, StageKind.DEADLINE, opens=span.first, word=word)


def _nearest(
    folded: str, span: DateSpan, every: list[DateSpan], cues: list[Cue[CueMeaning]]
) -> Cue[CueMeaning] | None:
    best, least = None, float(_FAR)
    for cue in cues:
        if cue.start < span.end and span.start < cue.end:
            continue
        behind = cue.start >= span.end
        between = folded[span.end : cue.start] if behind else folded[cue.end : span.start]
        far = len(between) * (_BEHIND if behind else 1.0)
        far += _WEAK * cue.meaning.weak
        far += _APART * len(_PARTED.findall(between)) + _HEAVY * len(re.findall(r"[;()]", between))
        far += _APART * (":" in between.rstrip(": "))
        low, high = (span.end, cue.start) if behind else (cue.end, span.start)
        far += _ACROSS * sum(
            1 for other in every if other is not span and low <= other.start and other.end <= high
        )
        if far < least:
            best, least = cue, far
    return best


def _stage(folded: str, span: DateSpan, every: list[DateSpan]) -> int:
    """The number of the stage whose name stands nearest to a date, in its own part of the sentence."""
    ends = [other.end for other in every if other.end <= span.start]
    begins = [other.start for other in every if other.start >= span.end]
    low, high = max(ends, default=0), min(begins, default=len(folded))
    before = [
        (match.start(), number)
        for number, form in STAGES.items()
        for match in re.finditer(form, folded[low : span.start])
    ]
    if before:
        return max(before)[1]
    behind = folded[span.end : min(high, span.end + 45)]
    after = [
        (match.start(), number) for number, form in STAGES.items() for match in re.finditer(form, behind)
    ]
    return min(after)[1] if after and not begins else 0


def _put_off(folded: str, told: list[DateRole]) -> list[DateRole]:
    """Of a sentence on a deadline that was moved: the old day and the new one, "from A to B"."""
    gathered: list[DateRole] = []
    for role in told:
        span = role.span
        before = folded[max(0, span.start - 50) : span.start]
        if (
            span.is_range
            and role.kind is StageKind.DEADLINE
            and not role.opens
            and (MOVED.found(before) or re.search(FROM, before))
        ):
            old = DateSpan(span.start, span.end, span.first, span.first, weekday=None)
            new = DateSpan(span.start, span.end, span.last, span.last, hour=span.hour)
            gathered += [
                DateRole(old, StageKind.DEADLINE, role.stage, was=True, word=role.word),
                DateRole(new, StageKind.DEADLINE, role.stage, word=role.word),
            ]
        elif span.is_range and role.kind is StageKind.DEADLINE and not role.opens:
            gathered.append(DateRole(span, role.kind, role.stage, opens=span.first, word=role.word))
        else:
            gathered.append(role)
    return gathered

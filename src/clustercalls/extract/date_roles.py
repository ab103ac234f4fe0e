"""What each date of a sentence is of, by the words around it: opens, deadline, an event, ..."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract.addresses import without_addresses
from clustercalls.extract.bound_words import bounded, is_of_applying
from clustercalls.extract.clauses import clause_of, of_project, one_applies
from clustercalls.extract.date_leads import FROM, LABELLED, NOT, NOT_BEGUN, SINCE, UNTIL, UNTIL_BEHIND
from clustercalls.extract.date_role import BOUNDS, EVENT_DATES, DateRole
from clustercalls.extract.date_span import DateSpan
from clustercalls.extract.folded import Cue
from clustercalls.extract.kinds import first_of
from clustercalls.extract.nearest_cue import FAR, is_registration, nearest_cue
from clustercalls.extract.put_off import put_off, tells_of_moving, was_before
from clustercalls.extract.role_words import EXPECTED, HANDED_IN, ROLES, CueMeaning
from clustercalls.extract.stage_numbers import stage_number
from clustercalls.extract.two_stages import in_two_stages

_TOLD = {StageKind.OPENS, StageKind.PUBLISHED, *EVENT_DATES}
_NEAR, _SUBJECT = 40, 8  # letters
_LISTED, _BEFORE = 30, 100  # letters between dates of a list, and before a date that are looked at


def roles(
    folded: str, gathered: Sequence[DateSpan], beside: StageKind | None = None, stage: int = 0
) -> list[DateRole]:
    """Each date of a sentence with what it is of.

    `beside` is what the heading above says of a date alone, and `stage` the number of the stage it names.
    """
    sentence = _Sentence(folded, gathered, beside, stage)
    told: list[DateRole] = []
    for at, span in enumerate(gathered):
        role = sentence.role(span)
        is_next = at and span.listed and gathered[at - 1].listed
        if is_next and span.start - gathered[at - 1].end <= _LISTED:
            role = _as_listed(told[-1], role)
        elif at and _opens_again(told[-1], role):
            role = replace(role, is_weak=True)
        told.append(role)
    return in_two_stages(folded, put_off(folded, told) if sentence.moved else told)


def _as_listed(before: DateRole, role: DateRole) -> DateRole:
    """What a date of a list is of: the same as the one before it."""
    if role.was or before.was or (role.kind not in {None, before.kind} and not role.is_weak):
        return role
    return replace(
        role, kind=before.kind, is_weak=before.is_weak, word=before.word, is_labelled=before.is_labelled
    )


def _opens_again(before: DateRole, role: DateRole) -> bool:
    """Whether a day would be another on which the same opens, as its word says: that is done once."""
    both = before.kind is role.kind is StageKind.OPENS and bool(role.word) and before.word == role.word
    return both and role.span.is_day and not role.was


class _Sentence:
    """A sentence with its dates and the words that may say what they are of."""

    def __init__(self, folded: str, every: Sequence[DateSpan], beside: StageKind | None, stage: int) -> None:
        self._folded, self._every, self._beside, self._stage = folded, every, beside, stage
        self._cues = bounded(folded, ROLES.found(without_addresses(folded)))
        self._decides = any(cue.meaning.kind is StageKind.DECISION for cue in self._cues)
        self._interviews = first_of(folded, EntryKind.EVENT) is None and any(
            cue.meaning.kind is StageKind.INTERVIEW for cue in self._cues
        )
        self._is_on_call = first_of(folded, EntryKind.CALL) is not None
        self.moved = tells_of_moving(folded)

    def role(self, span: DateSpan) -> DateRole:
        """What one of its dates is of."""
        before = self._folded[max(0, span.start - _BEFORE) : span.start]
        label = _label(before)
        cue = None if label else nearest_cue(self._folded, span, self._every, self._cues)
        kind = label or self._kind(cue)
        if cue and cue.meaning.kind is StageKind.REGISTRATION and self._is_held(span, cue):
            kind = StageKind.DATES
        plain = DateRole(
            span,
            kind,
            stage_number(self._folded, span, self._every) or self._stage,
            word=self._folded[cue.start : cue.end] if cue else "",
            is_labelled=bool(label or (self._beside and not cue)),
        )
        if plain.kind is None and plain.stage and span.is_day and not cue:
            plain = replace(plain, kind=StageKind.DEADLINE, is_labelled=True)
        if was_before(self._own(span), moved=self.moved):
            named = cue and not cue.meaning.weak and kind in _TOLD
            return replace(plain, kind=kind if named else StageKind.DEADLINE, was=True)
        start, end = clause_of(self._folded, span)
        if not span.is_day and re.search(NOT_BEGUN, before):
            return replace(plain, kind=None)
        is_projects = of_project(self._folded[start:end]) and not (plain.stage or is_of_applying(plain.word))
        if is_projects and kind not in {*EVENT_DATES, StageKind.DECISION}:
            return replace(plain, kind=None)
        if span.is_range:
            return _range(plain, moved=self.moved, weak=bool(cue and cue.meaning.weak))
        if cue and cue.meaning.kind is None:
            return replace(plain, kind=None)
        return self._bounded(plain, cue, before, (start, end))

    def _kind(self, cue: Cue[CueMeaning] | None) -> StageKind | None:
        """What a word says, or what stands above."""
        kind = cue.meaning.kind if cue else self._beside
        if cue and cue.meaning == EXPECTED and self._awaits(cue):
            return StageKind.DEADLINE
        if cue and kind is StageKind.REGISTRATION and self._registers_application(cue):
            return StageKind.DEADLINE
        if cue and kind in BOUNDS and is_registration(cue, self._cues):
            return StageKind.REGISTRATION
        if kind is StageKind.PUBLISHED and self._decides:
            return StageKind.DECISION  # what is published are the results
        if cue and cue.meaning.is_held and self._interviews:
            return StageKind.INTERVIEW  # what is held are the interviews
        return kind

    def _awaits(self, cue: Cue[CueMeaning]) -> bool:
        """Whether what is expected is what applicants hand in: "les dossiers sont attendus pour le"."""
        handed = (other for other in self._cues if other.meaning == HANDED_IN and other.end <= cue.start)
        return not self._is_on_call and any(cue.start - other.end < _NEAR for other in handed)

    def _registers_application(self, cue: Cue[CueMeaning]) -> bool:
        """Whether what is registered is handed in: "las candidaturas podrán registrarse"."""
        handed = (other for other in self._cues if other.meaning == HANDED_IN and other.end <= cue.start)
        is_near = any(cue.start - other.end < _NEAR for other in handed)
        return is_near and first_of(self._folded, EntryKind.EVENT) is None

    def _is_held(self, span: DateSpan, cue: Cue[CueMeaning]) -> bool:
        """Whether one only registers for what a date is of: "8 May, register at ..."."""
        before = self._folded[: span.start]
        if re.search(UNTIL, before) or re.search(FROM, before):
            return False
        between = self._folded[cue.end : span.start]
        is_of_event = ":" not in between and first_of(between, EntryKind.EVENT) is not None
        return cue.start >= span.end or is_of_event

    def _own(self, span: DateSpan) -> str:
        """What stands before a date, behind the one before it."""
        last = max((other.end for other in self._every if other.end <= span.start), default=0)
        return self._folded[max(last, span.start - _BEFORE) : span.start]

    def _bounded(
        self, plain: DateRole, cue: Cue[CueMeaning] | None, before: str, place: tuple[int, int]
    ) -> DateRole:
        """What a date is of with "until" or "from" before it; weak where its clause does not say of what."""
        kind = plain.kind
        until = bool(re.search(UNTIL, before) or re.match(UNTIL_BEHIND, self._folded[plain.span.end :]))
        since = bool(re.search(SINCE, before))
        from_then = bool(re.search(FROM, before)) and not before.endswith((" vom ", " z dnia "))  # of a paper
        applies = (until or since or from_then) and one_applies(self._folded[slice(*place)])
        if until and kind not in {*EVENT_DATES, StageKind.REGISTRATION}:
            comes_out = kind is StageKind.PUBLISHED and not applies
            kind = kind if kind is StageKind.DECISION or comes_out else StageKind.DEADLINE
        elif until and cue and kind in EVENT_DATES and self._is_due(plain.span):
            kind = StageKind.DEADLINE
        elif until and kind in EVENT_DATES:
            return replace(plain, kind=StageKind.REGISTRATION, is_weak=True)
        elif since or (from_then and kind not in {StageKind.PUBLISHED, *EVENT_DATES}):
            kind = StageKind.OPENS
        is_named = cue and (
            (not cue.meaning.weak and not self._is_of_another(cue, plain.span, place[0]))
            or (cue.meaning.weak and applies and (until or since or from_then))
        )
        is_named = is_named or (since and kind is StageKind.OPENS and self._is_on_call)
        is_denied = bool(re.search(NOT, before))
        is_weak = kind in {*BOUNDS, StageKind.PUBLISHED} and (
            is_denied or not (plain.is_labelled or is_named)
        )
        # One registers until a day; the first is no stage.
        from_when = (
            kind is StageKind.REGISTRATION and cue and cue.meaning.kind is StageKind.OPENS and not until
        )
        is_weak = is_weak or bool(from_when)
        return replace(plain, kind=kind, is_weak=is_weak)

    def _is_of_another(self, cue: Cue[CueMeaning], span: DateSpan, start: int) -> bool:
        """Whether the clause says before the date what is of no stage, and the word for one is behind it."""
        others = [other for other in self._cues if other.meaning.kind is None and start <= other.start]
        if any(0 <= cue.start - other.end <= _SUBJECT for other in others):  # "the final report is due on"
            return True
        return cue.start >= span.end and any(other.start < span.start for other in others)

    def _is_due(self, span: DateSpan) -> bool:
        """Whether a word for a deadline stands near a date that an event is nearer to."""
        due = (cue for cue in self._cues if cue.meaning.kind is StageKind.DEADLINE)
        return any(abs(cue.start - span.start) < FAR for cue in due)


def _label(before: str) -> StageKind | None:
    """What a word that a line begins with says of the date behind its colon."""
    return next(
        (kind for kind, word in LABELLED if re.fullmatch(rf"\W*{word} ?: ?(?:\w+, ?)?", before)), None
    )


def _range(role: DateRole, *, moved: bool, weak: bool) -> DateRole:
    """What the days from one to another are of."""
    span, kind = role.span, role.kind
    if weak and not span.is_day:  # months in which something is to come
        return replace(role, kind=kind and StageKind.PUBLISHED, is_weak=True)
    if kind in EVENT_DATES or (kind is None and span.between):
        return replace(role, kind=StageKind.DATES)
    if not span.is_day and kind in {StageKind.PUBLISHED, StageKind.DECISION, StageKind.OPENS}:
        return role
    if moved and kind is not StageKind.OPENS:
        return replace(role, kind=StageKind.DEADLINE)
    if kind in {StageKind.DECISION, StageKind.INTERVIEW, StageKind.REGISTRATION, None}:
        return role
    return replace(role, kind=StageKind.DEADLINE, opens=span.first)

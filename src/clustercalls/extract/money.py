"""What the money of a sentence is of: the budget of a call, one grant, how many; or of something else."""

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace as altered

from clustercalls.extract.amount_series import AmountSpan
from clustercalls.extract.folded import Cue
from clustercalls.extract.money_bounds import Bound, beside, is_of_aid, is_of_all
from clustercalls.extract.money_words import (
    A_YEAR,
    AT_LEAST,
    CALL,
    COSTS,
    FUNDED,
    GIVEN_BEFORE,
    GIVES,
    GRANTS,
    MONEY,
    NOT_GIVEN,
    OF_IT,
    PAYS,
    PERIOD,
    PROGRAMME,
    SUBJECTS,
    UP_TO,
    VAGUE,
    MoneyOf,
)
from clustercalls.extract.reasons import NO_MONEY_ROLE
from clustercalls.phrase import amounts
from clustercalls.phrase.numbers import in_words

_BEHIND, _ACROSS, _PAUSE, _AFTER = 1.5, 60, 12, 36
_CLAUSE = re.compile(
    r"[;:]|, (?:and|e|et|und|y|i|mentre|while|tandis que|wahrend|mientras|de los cuales|davon) "
)
_AT_LEAST, _UP_TO, _COSTS, _A_YEAR, _CALL, _PERIOD, _PROGRAMME, _PAYS = map(
    re.compile, (AT_LEAST, UP_TO, COSTS, A_YEAR, CALL, PERIOD, PROGRAMME, PAYS)
)
_OF_IT = re.compile(rf"{OF_IT}[^.;]{{0,30}}$")
_JOINED = re.compile(r"\W*(?:\w{1,4})?\W*")
_PAUSES = re.compile(r"[;:]|, ")
_FAR, _SMALL = 150, 100_000
_OF_NEXT = 20  # letters between a word and the amount behind it that it is of
_LABEL = 3  # letters between a label and what it is of, which are one clause
_STRONGER = {MoneyOf.EACH: 12, MoneyOf.LEAST: 12, MoneyOf.OTHER: 45}  # than a word for a budget


class MoneyRole(Struct, frozen=True):
    """What an amount is of; `bound` is `each`, `min` or `max` of one project; `part` of the one before.

    `doubt` is the reason for which it may be of something else; empty when it is plain.
    """

    span: AmountSpan
    of: MoneyOf | None
    bound: str = "each"
    part: bool = False
    doubt: str = ""


def money_roles(folded: str, gathered: list[AmountSpan], above: str = "") -> list[MoneyRole]:
    """Each amount of a sentence with what it is of; `above` is the heading of its column."""
    told: list[MoneyRole] = []
    cues = MONEY.found(folded)
    for span in gathered:
        role = _role(folded, span, gathered, cues)
        if role.of is None and above:
            role = altered(role, of=MONEY.first(above))
        if role.of is None and told and told[-1].of and span.start - told[-1].span.end < _FAR // 2:
            doubt = told[-1].doubt or ("" if _goes_on(folded, told[-1].span, span) else NO_MONEY_ROLE)
            bound = told[-1].bound if role.bound == "each" else role.bound
            role = altered(role, of=told[-1].of, bound=bound, doubt=doubt)
        told.append(role)
    return told


def _goes_on(folded: str, before: AmountSpan, span: AmountSpan) -> bool:
    """Whether nothing but "and", "or" or a mark lies between two amounts."""
    return _JOINED.fullmatch(folded, before.end, span.start) is not None


def _role(folded: str, span: AmountSpan, every: list[AmountSpan], cues: list[Cue[MoneyOf]]) -> MoneyRole:
    """What one amount is of, by what stands right beside it, else by the nearest word for money."""
    bounds = beside(folded, span.start, span.end)
    start, end = _clause(folded, span)
    clause = folded[max(start, span.start - _FAR) : min(end, span.end + _FAR // 2)]
    part = _is_part(folded, span)
    bound = "min" if Bound.LEAST in bounds else "max" if Bound.MOST in bounds else "each"
    if Bound.WAS in bounds or Bound.ANOTHER in bounds:
        return MoneyRole(span, MoneyOf.OTHER)
    of = _nearest(folded, span, every, cues)
    if of is MoneyOf.OTHER:
        return MoneyRole(span, of)
    if of is MoneyOf.EACH or of is MoneyOf.LEAST or Bound.EACH in bounds:
        before = folded[max(0, span.start - 60) : span.start]
        if bound == "each" and span.least is None:
            least = of is MoneyOf.LEAST or _AT_LEAST.search(before)
            bound = "min" if least else "max" if _UP_TO.search(before) else bound
        doubt = NO_MONEY_ROLE if _is_of_costs(clause) else ""
        return MoneyRole(span, MoneyOf.EACH, bound, part, doubt)
    if bound != "each" and not is_of_all(clause) and not _is_of_programme(folded, span):
        plain = is_of_aid(clause) or "%" in folded
        return MoneyRole(span, MoneyOf.EACH, bound, part, "" if plain else NO_MONEY_ROLE)
    helped = is_of_aid(folded[max(start, span.start - _FAR) : span.start])
    if helped and not is_of_all(clause) and (of is None or span.least is not None):
        return MoneyRole(span, MoneyOf.EACH, bound, part, "" if span.least is not None else NO_MONEY_ROLE)
    if of is MoneyOf.BUDGET:
        return _of_all(folded, span, clause, part=part, bounded=bound != "each")
    return MoneyRole(span, of, bound, part)


def _of_all(folded: str, span: AmountSpan, clause: str, *, part: bool, bounded: bool) -> MoneyRole:
    """An amount beside a word for all the money: of a call, of a programme; or of one project, if small."""
    if span.least is not None:
        return MoneyRole(span, MoneyOf.EACH, "each", part, NO_MONEY_ROLE)
    if _is_of_programme(folded, span):
        return MoneyRole(span, MoneyOf.PROGRAMME, "each", part)
    if span.amount < _SMALL and not is_of_all(clause):
        return MoneyRole(span, MoneyOf.EACH, "each", part, NO_MONEY_ROLE)
    return MoneyRole(span, MoneyOf.BUDGET, "each", part, NO_MONEY_ROLE if bounded else "")


def _is_part(folded: str, span: AmountSpan) -> bool:
    before, behind = folded[max(0, span.start - 45) : span.start], folded[span.end : span.end + 40]
    return bool(_OF_IT.search(before) or _A_YEAR.match(behind))


def _is_of_costs(clause: str) -> bool:
    """Whether it is what a project costs, of which the grant is a share."""
    return _COSTS.search(clause) is not None


_OF_PROGRAMME = re.compile(
    r"\b(?:budget|dotazione|enveloppe|presupuesto|orcamento|budzet\w*|mittel)\b[^.;,]{0,12}"
    r"\b(?:of|del|della|du|de la|do|da|des) (?:the |il |la |le |el |o |a )?(?:\w+ ){0,2}(?:programme"
    r"|programma|program"
    r"|programms?|programa|programu)\b"
)


def _is_of_programme(folded: str, span: AmountSpan) -> bool:
    """Whether it is all that a programme has for years, not what this call has of it."""
    start, end = _clause(folded, span)
    wording = folded[start:end]
    if _OF_PROGRAMME.search(wording):
        return True
    if _CALL.search(wording) and not _PERIOD.search(wording):
        return False
    near = folded[max(0, span.start - 70) : span.end + 60]
    if _CALL.search(near) and not _PERIOD.search(near):
        return False
    return _PERIOD.search(folded) is not None or _subject(wording, folded[start : span.start])


def _subject(wording: str, before: str) -> bool:
    """Whether the clause is of a programme, not of what one pays for or what pays for another thing."""
    return not _CALL.search(wording) and any(
        not _PAYS.search(before[max(0, match.start() - 40) : match.start()])
        for match in _PROGRAMME.finditer(before)
    )


def _clause(folded: str, span: AmountSpan) -> tuple[int, int]:
    starts = [match.end() for match in _CLAUSE.finditer(folded, 0, max(0, span.start - _LABEL))]
    ends = [match.start() for match in _CLAUSE.finditer(folded, span.end)]
    return max(starts, default=0), min(ends, default=len(folded))


def _nearest(
    folded: str, span: AmountSpan, every: list[AmountSpan], cues: list[Cue[MoneyOf]]
) -> MoneyOf | None:
    best, least = None, float(_FAR)
    for cue in cues:
        if cue.start < span.end and span.start < cue.end:
            continue
        if cue.meaning is MoneyOf.OTHER and _is_paid(folded, cue.start, cue.end):
            continue
        behind = cue.start >= span.end
        if cue.meaning is MoneyOf.OTHER and not _is_of_other(folded, span, cue):
            continue
        low, high = (span.end, cue.start) if behind else (cue.end, span.start)
        if high - low > _FAR + max(_STRONGER.values()):
            continue
        far = (high - low) * (_BEHIND if behind else 1.0) - _STRONGER.get(cue.meaning, 0)
        far += _ACROSS * sum(
            1 for other in every if other is not span and low <= other.start and other.end <= high
        )
        if behind and any(0 <= other.start - cue.end <= _OF_NEXT for other in every if other is not span):
            far += _ACROSS
        far += (_AFTER if behind else _PAUSE) * len(_PAUSES.findall(folded, low, high))
        if far < least:
            best, least = cue.meaning, far
    return best


def _is_of_other(folded: str, span: AmountSpan, cue: Cue[MoneyOf]) -> bool:
    """Whether a word for costs is of this amount: right behind it, or the last subject before it."""
    if cue.start >= span.end:
        return (
            re.fullmatch(r" ?(?:of|in|di|de|d'|an|w)? ?(?:\w+ )?", folded[span.end : cue.start]) is not None
        )
    between = folded[cue.end : span.start]
    return not re.search(r"\b(?:" + SUBJECTS + r")\b", between) and not re.search("[%)]", between)


def _is_paid(folded: str, start: int, end: int) -> bool:
    """Whether costs are those of which a share is paid, "75 % of eligible costs"."""
    before, behind = folded[max(0, start - 30) : start], folded[end : end + 16]
    return bool(
        re.search(r"%[^.;]{0,24}$", before)
        or (
            re.search(r"(?:%|share|quota|parte|part|anteil)[^.;]{0,30}$", before)
            and re.match(r" (?:ammissib|eligib|elegiv|elegib|subvencionab|kwalifik)", behind)
        )
    )


def numbers_of_grants(folded: str) -> list[tuple[int, int, int]]:
    """How many projects a sentence says are to be paid, each with its place: "up to 16 projects"."""
    return [
        (match.start(), match.end(), count)
        for match in _counts().finditer(folded)
        if (count := _count(match)) and (match["label"] or _is_given(folded, match))
    ]


@cache
def _counts() -> re.Pattern[str]:
    words = "|".join(sorted((word for word, n in in_words().items() if n > 1), key=lambda word: -len(word)))
    count = rf"(?:\d{{1,3}}|{words}|{'|'.join(VAGUE)})"
    return re.compile(
        rf"(?P<label>\b(?:number|numero|nombre|anzahl|liczba|no\.|n\.|nr)\b[^.:;]{{0,20}}\b(?:{FUNDED}"
        rf"|{GRANTS})\b"
        rf"[^.:;\d]{{0,30}}(?:: ?|\bis |\be di |\best de |\bist |\bes de |\be de "
        rf"|\bto )(?P<labelled>{count})\b(?![.,]?\d| ?%))"
        rf"|(?<![\w.,%€/-])(?P<count>{count})(?: d[eio])? (?:[a-z-]+ ){{0,1}}?(?:(?P<grants>{GRANTS})"
        rf"|{FUNDED})\b"
    )


def _count(match: re.Match[str]) -> int:
    word = match["labelled"] or match["count"]
    return VAGUE.get(word, 0) or in_words().get(word, 0) or (int(word) if word.isdigit() else 0)


def _is_given(folded: str, match: re.Match[str]) -> bool:
    """Whether these are to be paid, not those of which one must have so many, or that were paid before."""
    before = folded[max(0, match.start() - 26) : match.start()]
    behind = folded[match.end() : match.end() + 30]
    if re.search(NOT_GIVEN, before) or re.match(GIVEN_BEFORE, behind):
        return False
    if match["grants"] and amounts.is_in(folded):
        return True
    low, high = max(0, match.start() - _FAR // 2), match.start() + _FAR // 2
    return re.search(GIVES, folded[low:high]) is not None

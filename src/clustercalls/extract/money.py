"""What the money of a sentence is of: the budget of a call, one grant, how many; or of something else."""

import re

from msgspec import Struct

from clustercalls.extract.amount_spans import AmountSpan
from clustercalls.extract.folded import Cue
from clustercalls.extract.money_words import (
    A_YEAR,
    AT_LEAST,
    CALL,
    FUNDED,
    GIVES,
    MONEY,
    OF_IT,
    PERIOD,
    PROGRAMME,
    UP_TO,
    MoneyOf,
)
from clustercalls.phrase.numbers import in_words

_BEHIND, _ACROSS, _PAUSE, _AFTER = 1.5, 60, 12, 36
_CLAUSE = re.compile(
    r"[;:]|, (?:and|e|et|und|y|i|mentre|while|tandis que|wahrend|mientras|de los cuales|davon) "
)
_FAR = 150
_STRONGER = {MoneyOf.EACH: 12, MoneyOf.LEAST: 12, MoneyOf.OTHER: 45}  # than a word for a budget


class MoneyRole(Struct, frozen=True):
    """What an amount is of; `bound` is `each`, `min` or `max` of one project; `part` of the one before."""

    span: AmountSpan
    of: MoneyOf | None
    bound: str = "each"
    part: bool = False


def money_roles(folded: str, gathered: list[AmountSpan], above: str = "") -> list[MoneyRole]:
    """Each amount of a sentence with what it is of; `above` is the heading of its column."""
    told: list[MoneyRole] = []
    cues = MONEY.found(folded)
    for span in gathered:
        role = _role(folded, span, gathered, cues)
        if role.of is None and above:
            role = MoneyRole(span, MONEY.first(above), role.bound)
        if role.of is None and told and told[-1].of and span.start - told[-1].span.end < _FAR // 2:
            role = MoneyRole(span, told[-1].of, told[-1].bound)
        told.append(role)
    return told


def _role(folded: str, span: AmountSpan, every: list[AmountSpan], cues: list[Cue[MoneyOf]]) -> MoneyRole:
    before, behind = folded[max(0, span.start - 60) : span.start], folded[span.end : span.end + 40]
    of = _nearest(folded, span, every, cues)
    bound = "each"
    of = MoneyOf.EACH if of is MoneyOf.BUDGET and span.least is not None else of
    part = bool(re.search(rf"{OF_IT}[^.;]{{0,30}}$", folded[max(0, span.start - 45) : span.start]))
    if of is MoneyOf.EACH or of is MoneyOf.LEAST:
        at_least = of is MoneyOf.LEAST or re.search(AT_LEAST, before)
        bound = "min" if at_least else "max" if re.search(UP_TO, before) else "each"
    elif of is MoneyOf.BUDGET and _is_of_programme(folded, span):
        of = MoneyOf.PROGRAMME
    elif (
        of is MoneyOf.BUDGET
        and re.search(AT_LEAST, before)
        and re.search(r"\b(?:project|progett|projekt|projet|proye)", folded)
    ):
        of = MoneyOf.OTHER
    elif of is MoneyOf.BUDGET and _is_bound(before) and not re.match(r"[^.;]{0,20}\btotal", behind):
        of, bound = MoneyOf.EACH, "max"
    part = part or bool(re.match(A_YEAR, behind))
    return MoneyRole(span, of, bound, part)


def _is_bound(before: str) -> bool:
    """Whether an amount is the most that something may have, "at most"."""
    return bool(
        re.search(
            r"\b(?:maximal|hochstens|al massimo|au maximum|como maximo|at most|no maximo)(?: \w+)?\s*$",
            before,
        )
    )


def _is_of_programme(folded: str, span: AmountSpan) -> bool:
    start, end = _clause(folded, span)
    wording = folded[start:end]
    if re.search(CALL, wording) and not re.search(PERIOD, wording):
        return False
    near = folded[max(0, span.start - 70) : span.end + 60]
    if re.search(CALL, near) and not re.search(PERIOD, near):
        return False
    return bool(re.search(PERIOD, folded)) or _subject(wording)


def _subject(wording: str) -> bool:
    """Whether the clause is of a programme, not of what one pays for."""
    subject = re.search(rf"(?<!of )(?<!of the )(?<!del )(?<!du )(?<!des )(?<!dell'){PROGRAMME}", wording)
    return bool(subject) and not re.search(CALL, wording)


def _clause(folded: str, span: AmountSpan) -> tuple[int, int]:
    starts = [match.end() for match in _CLAUSE.finditer(folded, 0, span.start)]
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
        low, high = (span.end, cue.start) if behind else (cue.end, span.start)
        far = (high - low) * (_BEHIND if behind else 1.0) - _STRONGER.get(cue.meaning, 0)
        far += _ACROSS * sum(
            1 for other in every if other is not span and low <= other.start and other.end <= high
        )
        far += (_AFTER if behind else _PAUSE) * len(re.findall(r"[;:]|, ", folded[low:high]))
        if far < least:
            best, least = cue.meaning, far
    return best


def _is_paid(folded: str, start: int, end: int) -> bool:
    """Whether costs are those of which a share is paid, "75 % of eligible costs"."""
    before, behind = folded[max(0, start - 30) : start], folded[end : end + 16]
    return bool(
        re.search(r"%[^.;]{0,24}$|eligible $|forderfahigen? $", before)
        or re.match(r" (?:ammissib|eligib|elegiv|elegib|subvencionab|kwalifik)", behind)
    )


def numbers_of_grants(folded: str) -> list[tuple[int, int, int]]:
    """How many projects a sentence says are to be paid, each with its place: "up to 16 projects"."""
    if not re.search(GIVES, folded):
        return []
    words = "|".join(
        sorted((each for each, count in in_words().items() if count > 1), key=lambda each: -len(each))
    )
    form = rf"(?<![\w.,%€/-])(?P<count>\d{{1,3}}|{words}) (?:[a-z-]+ )?{FUNDED}\b"
    gathered = []
    for match in re.finditer(form, folded):
        before = folded[max(0, match.start() - 26) : match.start()]
        if re.search(
            r"\b(?:at least|almeno|mindestens|au moins|al menos|minimum|co najmniej|including"
            r"|inclus\w+|per|pro|von|of|pilot"
            r"|since|already|gia|deja|bereits|ya"
            r"|(?:between|tra|fra|entre|zwischen|miedzy) \d+ (?:and|e|et|und|y|i))\s*$",
            before,
        ):
            continue
        nearest = [abs(match.start() - gives.start()) for gives in re.finditer(GIVES, folded)]
        if min(nearest) > _FAR // 2 or re.match(
            r" (?:pilota?|funded|finanziati|co-funded|wystartowal)", folded[match.end() :]
        ):
            continue
        count = in_words().get(match["count"]) or int(match["count"])
        gathered.append((match.start(), match.end(), count))
    return gathered

"""Which stage of a call a date is of: the first or the second, by the name that stands nearest to it."""

import re
from collections.abc import Sequence

from clustercalls.extract.date_span import DateSpan

_BEHIND = 45  # letters in which a stage is named behind its date
_FIRST = (
    r"(?:first|1(?:st|\.?[ao]|\.|e|er|ere)?|i|prim[ao]|prima|premiere?|erste[nrs]?|primer[ao]?|primeir[ao]"
    r"|pierwsz\w+)"
)
_SECOND = (
    r"(?:second|2(?:nd|\.?[ao]|\.|e|eme)?|ii|second[ao]|seconde|deuxieme|zweite[nrs]?|segund[ao]|drug\w+)"
)
_STAGE = r"(?:stage|step|phase|round|fase|etape|stufe|schritt|etapa|etapie|etap\w*)"
STAGES = {
    1: rf"\b(?:{_FIRST}[ -]{_STAGE}|{_STAGE}[ -](?:1|one|uno|eins|un)\b|short proposal"
    rf"|outline proposal|concept notes?|nota concettuale|note conceptuelle|note de concept|nota conceptual"
    rf"|nota conceptual|kurzantrag)",
    2: rf"\b(?:{_SECOND}[ -]{_STAGE}|{_STAGE}[ -](?:2|two|ii|due|zwei|deux|dos|dois)\b|full proposal"
    rf"|full applications?|full bids?|vollantrag|langantrag)",
}
# The same where a sentence has both: an expression of interest alone is a call of its own.
BOTH_STAGES = {
    1: r"\b(?:expressions? of interest|pre-?proposals?|manifestazion\w+ d(?:i |')interesse|teilnahmeantrag\w*"
    r"|idee progettuali|project ideas?|outlines?|skizzen?|projektskizzen?|(?:lettres?|notes?) d'intention"
    r"|pre-?dossiers?|pre-?candidaturas?|candidatura (?:semplificata|simplificada)"
    r"|expresion\w* de interes|manifestac\w+ de interesse|wnioski wstepne|fisz\w+)\b",
    2: r"\b(?:full business plans?"
    r"|(?:propost|domand|dossier|projet|solicitud|candidatur|propuest|proposit)\w*"
    r" (?:complet|final|finais|definitiv)\w*|wniosk\w+ peln\w+|peln\w+ wniosk\w+|formlich\w+ antrag\w*)\b",
}


# Right behind a date, "in the first stage"; an hour may stand between.
_WITHIN = re.compile(
    r"[\s,]{0,2}(?:[^()]{0,8}\)|\([^()]{1,20}\))?[\s,]{0,2}"
    r"((?:en|in|nella|for the|per la|dans la|na|w|in der|als)\b[^.;,()]{2,30})"
)


def stage_number(folded: str, span: DateSpan, every: Sequence[DateSpan]) -> int:
    """The number of the stage whose name stands nearest to a date, in its own part of the sentence; or 0."""
    ends = [other.end for other in every if other.end <= span.start]
    begins = [other.start for other in every if other.start >= span.end]
    low, high = max(ends, default=0), min(begins, default=len(folded))
    forms = _forms(folded)
    bracket = re.match(r"[^()]{0,12}\(([^()]{3,40})\)", folded[span.end : high])
    within = _WITHIN.match(folded[span.end : high])
    beside = " ".join(match[1] for match in (bracket, within) if match)
    named = [number for number, form in forms.items() if re.search(form, beside)]
    if named:
        return named[0]
    before = [
        (match.start(), number)
        for number, form in forms.items()
        for match in re.finditer(form, folded[low : span.start])
    ]
    if before:
        return max(before)[1]
    behind = folded[span.end : min(high, span.end + _BEHIND)]
    after = [(match.start(), number) for number, form in forms.items() for match in re.finditer(form, behind)]
    return min(after)[1] if after and not begins else 0


# "In two stages: the first closes ..., and the second ...".
_IN_STAGES = re.compile(
    r"\b(?:two|due|dos|deux|zwei|duas|dwa|dwu|2)[ -]?(?:stage|step|phas|fas|etap|stuf|fazy)|\bzweistufig"
    r"|\bdwuetap"
)
_ORDINALS = {
    1: r"\b(?:first|prim[ao]|premiere?|erste[nrs]?|primer[ao]?|primeir[ao]|pierwsz\w+)\b",
    2: r"\b(?:second[ao]?|seconde|deuxieme|zweite[nrs]?|segund[ao]|drug\w+)\b",
}


def is_in_stages(folded: str) -> bool:
    """Whether a sentence says that one applies in two stages."""
    return _IN_STAGES.search(folded) is not None


def second_stage(folded: str) -> int | None:
    """Where a sentence names what only those hand in who passed a first stage; None where it does not."""
    match = re.search(BOTH_STAGES[2], folded)
    return match.start() if match else None


def named_stage(folded: str) -> int:
    """The number of the stage that a label names, "First stage"; or 0."""
    return next((number for number, form in STAGES.items() if re.search(form, folded)), 0)


def _forms(folded: str) -> dict[int, str]:
    if _IN_STAGES.search(folded) or any(re.search(form, folded) for form in STAGES.values()):
        return {
            number: f"{form}|{_ORDINALS[number]}|{BOTH_STAGES[number]}" for number, form in STAGES.items()
        }
    if not all(re.search(form, folded) for form in BOTH_STAGES.values()):
        return STAGES
    return {number: f"{form}|{BOTH_STAGES[number]}" for number, form in STAGES.items()}

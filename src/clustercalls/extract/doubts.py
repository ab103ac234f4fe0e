"""Facts that look sure and are not: of a call that is off, of another call, of what was put off."""

import re
from collections import Counter

from msgspec.structs import replace

from clustercalls.drafts import DraftFact
from clustercalls.extract import reasons
from clustercalls.phrase.folding import fold

_DOUBTED = frozenset({"stage", "history", "grants"})
_OFF = re.compile(
    r"\b(?:cancel\w*|withdrawn|revoked|no longer appl\w+|annull\w+|revocat\w+|annule\w*|supprime\w*"
    r"|abgesagt|aufgehoben|zuruckgezogen|anulad\w+|cancelad\w+|anulowan\w+|odwolan\w+)\b"
)
_OTHER = re.compile(
    r"\b(?:previous|preceding|last year|earlier call|funded in|precedent\w*|scors[oa]|dernier appel"
    r"|vorherige\w*|letzten aufruf|vergangene\w*|anterior\w*|pasad[oa]|poprzedni\w*)\b"
    r"|\bprojects? (?:runs?|lasts?|ends?)\b|\bduration\b|\bdurata\b|\bduree\b|\blaufzeit\b|\bduracion\b"
)
_PUT_OFF = re.compile(
    r"\b(?:extend\w*|postpon\w*|prorog\w*|rinviat\w*|posticip\w*|report\w{0,2} au|prolong\w*|verlanger\w*"
    r"|verschob\w*|ampliad\w*|aplazad\w*|prorrog\w*|przedluz\w*)\b"
)
_NAMED = re.compile('["“„«‘]([^"”“»’]{2,60})["”“»’]')


def doubted(facts: list[DraftFact]) -> list[DraftFact]:
    """The same facts, those whose sentence gives a reason for doubt not sure; all others as they are."""
    stages = Counter(fact.quote for fact in facts if fact.key == "stage")
    told = {fact.quote for fact in facts if fact.key == "history"}
    several = len({name for quote in stages for name in _NAMED.findall(quote)}) > 1
    quotes = {fact.quote for fact in facts if fact.sure and fact.key in _DOUBTED}
    doubts = {quote: _doubt(quote, twice=stages[quote] > 1 and quote not in told) for quote in quotes}
    return [_doubted(fact, doubts.get(fact.quote, ""), several=several) for fact in facts]


def _doubt(quote: str, *, twice: bool) -> str:
    """The reason that a sentence gives, or empty. `twice`: of two dates neither is told as before."""
    text = fold(quote)
    if _OFF.search(text):
        return reasons.IS_OFF
    if _OTHER.search(text):
        return reasons.OF_ANOTHER
    return reasons.PUT_OFF if twice and _PUT_OFF.search(text) else ""


def _doubted(fact: DraftFact, doubt: str, *, several: bool) -> DraftFact:
    if not fact.sure or fact.key not in _DOUBTED:
        return fact
    why = doubt or (reasons.SEVERAL_CALLS if several and fact.key != "grants" else "")
    return replace(fact, sure=False, reason=why) if why else fact

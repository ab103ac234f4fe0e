"""Facts that look sure and are not: of a call that is off, of another call, of what was put off."""

import re

from msgspec.structs import replace

from clustercalls.drafts import DraftFact
from clustercalls.extract import reasons
from clustercalls.phrase.folding import fold

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
    put_off = _told_twice(facts)
    names = {name for fact in facts if fact.key == "stage" for name in _NAMED.findall(fact.quote)}
    return [_doubted(fact, put_off, several=len(names) > 1) for fact in facts]


def _doubted(fact: DraftFact, put_off: set[str], *, several: bool) -> DraftFact:
    if not fact.sure or fact.key not in {"stage", "history", "grants"}:
        return fact
    text, why = fold(fact.quote), ""
    if _OFF.search(text):
        why = reasons.IS_OFF
    elif _OTHER.search(text):
        why = reasons.OF_ANOTHER
    elif fact.quote in put_off:
        why = reasons.PUT_OFF
    elif several and fact.key != "grants":
        why = reasons.SEVERAL_CALLS
    return replace(fact, sure=False, reason=why) if why else fact


def _told_twice(facts: list[DraftFact]) -> set[str]:
    """Sentences of what was put off in which both dates became stages."""
    stages = [fact.quote for fact in facts if fact.key == "stage" and _PUT_OFF.search(fold(fact.quote))]
    told = {fact.quote for fact in facts if fact.key == "history"}
    return {quote for quote in stages if stages.count(quote) > 1 and quote not in told}

"""Facts that look sure and are not: of a call that is off, of another call, of what was put off."""

import re
from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from clustercalls.drafts import DraftFact
from clustercalls.extract import reasons
from clustercalls.phrase.folding import fold

_DATED = frozenset({"stage", "history"})
_PAID = frozenset({"grants", "budget", "funding"})
_OF_SECTION = _DATED | _PAID | {"ref"}  # of what may be of several calls
_OFF = re.compile(
    r"\b(?:cancel\w*|withdrawn|revoked|no longer appl\w+|annull\w+|revocat\w+|annule\w*|supprime\w*"
    r"|abgesagt|aufgehoben|zuruckgezogen|anulad\w+|cancelad\w+|anulowan\w+|odwolan\w+"
    r"|suspended|sospes[oaie]|suspendu\w*|suspendid[oa]s?|suspens[oa]|ausgesetzt|zawieszon\w*"
    r"|exhausted|esaurit[oaie]|esaurimento|epuises?|ausgeschopft|agotad[oa]s?|esgotad[oa]s?|wyczerpan\w*)\b"
)
# What may be off "when", "where" or "until" it is so, and is not now.
_MAY_BE = re.compile(
    r"\b(?:until|fino a[dl]?l?|jusqu'a|bis|hasta|ate|if|wenn|unless|salvo|falls)\b[^.;]{0,30}$"
)
_OTHER = re.compile(
    r"\b(?:previous|preceding|last year|last (?:call|auction|round|edition)|earlier call|funded in"
    r"|precedent\w*"
    r"|scors[oa]|dernier appel|vorherige\w*|letzte[nrs]? (?:aufruf|call|runde)|vergangene\w*|anterior\w*"
    r"|pasad[oa]"
    r"|poprzedni\w*|ultima edizione)\b"
    r"|\bprojects? (?:runs?|lasts?|ends?)\b|\bduration\b|\bdurata\b|\bduree\b|\blaufzeit\b|\bduracion\b"
)
# What was given, how many got it, and what the law allows in all.
_GIVEN = re.compile(
    r"\b(?:success rate|tasso di successo|taux de (?:succes|reussite|selection)|erfolgsquote|tasa de exito"
    r"|taxa de sucesso|wskaznik sukcesu|de minimis|(?:was|were|been|have) (?:awarded|funded|selected)"
    r"|selected for funding|sono stat[ie] (?:finanziat|selezionat|ammess)\w+|a retenu|ont ete retenus?"
    r"|wurden (?:ausgewahlt|gefordert|bewilligt)|han sido (?:seleccionad|financiad)\w+|foram (?:aprovad"
    r"|selecionad)\w+"
    r"|wybrano|initial\w*|iniziale|inicial|ursprunglich\w*|poczatkow\w+)\b"
)
_PUT_OFF = re.compile(
    r"\b(?:extend\w*|postpon\w*|prorog\w*|rinviat\w*|posticip\w*|report\w{0,2} au|prolong\w*|verlanger\w*"
    r"|verschob\w*|ampliad\w*|aplazad\w*|prorrog\w*|przedluz\w*)\b"
)
_NAMED = re.compile('["“„«‘]([^"”“»’]{2,60})["”“»’]')


def doubted(facts: list[DraftFact], section: Iterable[str] = (), *, mixed: bool = False) -> list[DraftFact]:
    """The same facts, those whose sentence gives a reason for doubt not sure; all others as they are.

    `section` are the sentences of the entry: that it is off may stand in another than its dates. `mixed`:
    they may be of several entries.
    """
    stages = Counter(fact.quote for fact in facts if fact.key == "stage")
    told = {fact.quote for fact in facts if fact.key == "history"}
    several = len({name for quote in stages for name in _NAMED.findall(quote)}) > 1
    currencies = {fact.value for fact in facts if fact.key == "currency"}
    is_off = any(_is_off(fold(sentence)) for sentence in section)
    doubts = {
        quote: _doubt(quote, twice=stages[quote] > 1 and quote not in told)
        for quote in {fact.quote for fact in facts if fact.sure}
    }

    def reason(fact: DraftFact) -> str:
        if fact.key in {"grants", "budget", "currency"} and len(currencies) > 1:
            return reasons.SEVERAL
        if fact.key in _PAID and _GIVEN.search(fold(fact.quote)):
            return reasons.GIVEN
        if fact.key in _DATED | {"grants"} and doubts.get(fact.quote):
            return doubts[fact.quote]
        if fact.key in _DATED and is_off:
            return reasons.IS_OFF
        return (
            reasons.SEVERAL_CALLS if fact.key in (_OF_SECTION if mixed else _DATED if several else ()) else ""
        )

    return [
        replace(fact, sure=False, reason=why) if fact.sure and (why := reason(fact)) else fact
        for fact in facts
    ]


def _doubt(quote: str, *, twice: bool) -> str:
    """The reason that a sentence gives, or empty. `twice`: of two dates neither is told as before."""
    text = fold(quote)
    if _is_off(text):
        return reasons.IS_OFF
    if _OTHER.search(text):
        return reasons.OF_ANOTHER
    return reasons.PUT_OFF if _NOT.search(text) or (twice and _PUT_OFF.search(text)) else ""


_NOT = re.compile(
    r"\b(?:not|n't|non|pas|nicht|no|nao|nie|ne)\b[^.;,]{0,16}\b(?:extend\w*|postpon\w*|prorog\w*|rinviat\w*"
    r"|prolong\w*|verlanger\w*|verschob\w*|ampliad\w*|aplazad\w*|prorrog\w*|przedluz\w*|moved?|chang\w*)\b"
)


def _is_off(text: str) -> bool:
    """Whether a folded sentence says that something is off, not that it may be."""
    return any(not _MAY_BE.search(text[: match.start()]) for match in _OFF.finditer(text))

"""Deadlines whose names say that one is for those who passed another: first and second, outline and full."""

import re
from collections.abc import Iterable

# Ids, as stages are named in work programmes; the same step may be called by either kind of name.
FIRST = (
    "first 1st prima primo erste premiere primera primeira pierwszy pierwsza outline outline-proposal loi"
    " letter-of-intent eoi expression-of-interest concept concept-note pre-proposal preproposal"
    " short-proposal skizze projektskizze absichtserklarung interessenbekundung"
    " manifestazione-di-interesse lettera-d-intenti lettera-di-intenti idea-progettuale preproposta"
    " pre-proposta lettre-d-intention manifestation-d-interet preproposition"
    " carta-de-intenciones propuesta-preliminar"
)
SECOND = (
    "second 2nd seconda secondo zweite deuxieme segunda drugi druga full full-proposal proposal"
    " full-application application proposta proposta-completa proposta-progettuale antrag vollantrag"
    " vollstandiger-antrag proposition proposition-complete propuesta propuesta-completa"
)
THIRD = "third 3rd terza terzo dritte troisieme tercera terceira trzeci trzecia"
STEPS = (FIRST, SECOND, THIRD)
_NOUNS = "step|stage|phase|fase|stufe|etape|etapa|etap|passo|paso"
_NUMBER = r"\d{1,2}|i{1,3}"
_ORDINAL = r"(?:a|o|e|er|ere|eme|ra|da)?"
# As in "phase II", "1. Stufe", "2ème étape".
_NUMBERED = re.compile(rf"(?:{_NOUNS})[-_]?({_NUMBER})|({_NUMBER}){_ORDINAL}[-_](?:{_NOUNS})")
_NOUN = re.compile(rf"[-_](?:{_NOUNS})$")


def step(name: str) -> int:
    """Which step of several a deadline of this id is by its name, from 1; 0 when the name does not say."""
    numbered = _NUMBERED.fullmatch(name)
    if numbered:
        number = numbered[1] or numbered[2]
        return int(number) if number.isdecimal() else len(number)
    name = _NOUN.sub("", name)
    return next((number for number, names in enumerate(STEPS, 1) if name in names.split()), 0)


def followed(names: Iterable[str]) -> dict[str, str]:
    """Which of these deadlines each follows by its name; none where two are called the same step."""
    by_step: dict[int, list[str]] = {}
    for name in names:
        by_step.setdefault(step(name), []).append(name)
    return {
        deadlines[0]: by_step[number - 1][0]
        for number, deadlines in by_step.items()
        if number > 1 and len(deadlines) == 1 and len(by_step.get(number - 1, ())) == 1
    }

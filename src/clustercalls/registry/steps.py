"""Deadlines whose names say that one is for those who passed another: first and second, outline and full."""

import re
from collections.abc import Iterable

# Ids, as stages are named in work programmes; the same step may be called by either kind of name.
FIRST = (
    "first 1st prima primo erste premiere primera outline outline-proposal loi letter-of-intent"
    " eoi expression-of-interest concept concept-note pre-proposal preproposal short-proposal skizze"
    " manifestazione-di-interesse lettre-d-intention"
)
SECOND = (
    "second 2nd seconda secondo zweite deuxieme segunda full full-proposal proposal full-application"
    " application proposta antrag vollantrag proposition propuesta"
)
THIRD = "third 3rd terza terzo dritte troisieme tercera"
STEPS = (FIRST, SECOND, THIRD)
_NUMBERED = re.compile(r"(?:step|stage|phase|fase|stufe|etape|etapa)[-_]?(\d{1,2})")
_NOUN = re.compile(r"[-_](?:step|stage|phase|fase|stufe|etape|etapa)$")


def step(name: str) -> int:
    """Which step of several a deadline of this id is by its name, from 1; 0 when the name does not say."""
    numbered = _NUMBERED.fullmatch(name)
    if numbered:
        return int(numbered[1])
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

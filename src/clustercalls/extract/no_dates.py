"""What looks like a date and is none: programme periods, acts, codes of calls, telephones."""

import re

_ACT = (
    r"(?:orden|ley|decreto|real decreto|reglamento|directiva|resolucion|regolamento|direttiva|legge"
    r"|ordonnance|ordinanza"
    r"|decreto legislativo"
    r"|d\.?lgs|dpr|delibera(?:zione)?|determina(?:zione)?|regulation|directive|decision|loi|arrete"
    r"|reglement|directive"
    r"|verordnung|richtlinie|gesetz|erlass|portaria|decreto-lei|lei|regulamento|rozporzadzenie"
    r"|ustawa|dyrektywa)"
)
_KIND = (
    r"(?:direttorial[ei]|ministerial[ei]|dirigenzial[ei]|interministerial[ei]|regionale|ejecutiva|conjunta"
    r"|ministeriel|interministeriel|prefectoral|executive|delegated|implementing|delegato|di esecuzione"
    r"|delegada"
    r"|legislativo|ministerial|del direttore|della giunta)"
)
_ITS_DAY = r"(?:of|del?|dell'|di|du|do|vom|z dnia)"
_DATED_ACT = (
    rf"\b{_ACT}\b(?: {_KIND}){{0,2}}(?: n\.? ?[\w/.-]+)?,? (?:{_ITS_DAY} ?)?\d{{1,2}}[.°]?(?: de)?"
    r" [a-z]+(?: de)? 20\d\d"
)
_BLOCKED = (
    _DATED_ACT,
    # acts: an order by number and year with its day, a law by its day and number
    rf"\b{_ACT}\b[^.;|]{{,30}}?\d+/\d{{2,4}},? {_ITS_DAY} (?:the )?\d{{1,2}}[. ][^.;|]{{,24}}",
    rf"\b{_ACT} (?:n\.? ?\d+ )?{_ITS_DAY}? ?\d{{1,2}}[.°]? (?:de )?[a-z]+\.? (?:de )?\d{{4}},? ?n[.or]",
    r"\b(?:tribunale|registro|court|tribunal)\b[^.;]{0,40}\bn\.? ?\d+[^.;]{0,6}del \d[\d/.-]+",
    rf"\b{_ACT}\b[^;|]{{,40}}?\bn[.ro]* ?\d+,? {_ITS_DAY} \d{{1,2}}[^;|]{{,14}}?(?:19|20)\d\d",
    # periods of programmes
    r"\b(?:19|20)\d\d ?[-/] ?(?:19|20)?\d\d(?![-/.\d])",
    r"\b(?:19|20)\d\d (?:to|bis|al|au|a|do|and|e|et|und|y) (?:19|20)\d\d\b(?![-/.\d])",
    # as of which month something is told: "Stand: Oktober 2024"
    (
        r"\b(?:stand|status as of|situation as of|as at|etat au|situation au|situacion a|stan na|dati al"
        r"|aggiornat\w+ al?|actualizad[oa] a|atualizad[oa] em|last updated?)\b ?:? ?(?:(?:il|le|el|dem|on"
        r"|1er)\s)?"
        r"[a-z]+\.? 20\d\d\b"
    ),
    # codes: letters, digits and dashes in one word
    r"\b[a-z][a-z0-9]*(?:-[a-z0-9]+)*-(?:19|20)\d\d(?:-[a-z0-9]+)*\b",
    r"\b(?:tel(?:efono|ephone|efon)?|phone|fax|mobile|cell|tlf)\b[.:]?[ +\d()./-]{6,}",
    r"https?://\S+|www\.\S+",
)
_ALL = re.compile("|".join(f"(?:{each})" for each in _BLOCKED))


def _is_backward(text: str) -> bool:
    """Whether what looks like a period ends before it begins: "2023 - 17:00" is a year and an hour."""
    period = re.fullmatch(r"(?:19|20)(\d\d) ?[-/] ?(\d\d)", text)
    return period is not None and int(period[2]) < int(period[1])


def blocked(folded: str) -> list[tuple[int, int]]:
    """The places of a folded text in which no date is to be looked for."""
    return [
        match.span()
        for match in _ALL.finditer(folded)
        if not re.fullmatch(r"(?:19|20)\d\d ?[-/] ?(?:0[1-9]|1[0-2])(?:[-/]\d\d)?", match[0])
        if not _is_backward(match[0])
    ]

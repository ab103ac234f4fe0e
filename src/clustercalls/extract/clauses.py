"""The clause in which a date stands, and what it tells of: applying, or the life of a project."""

import re

from clustercalls.extract.date_role import BOUNDS
from clustercalls.extract.date_span import DateSpan
from clustercalls.extract.role_words import ROLES

_AHEAD = 70  # letters behind a date that are of its clause at most
# What the life of a project or of its costs is told with.
_OF_PROJECTS = (
    r"(?:projects?|progett[io]|projets?|proyectos?|projetos?|projekte?n?|projekty|vorhaben|activit(?:y|ies)"
    r"|actions?|attivita|azioni|actuaciones|activites|actividades|acoes|dzialania|pilots?|sperimentazioni)"
)
_LIVES = (
    r"(?:start\w*|begin\w*|ends?|ending|last|lasts|run|runs|kick|conclu\w+|inizia\w*|finis\w+|avvia\w*"
    r"|realizzat\w*|ejecut\w+|completat\w+|completed|completad\w+|zrealizowan\w+|termin\w+|demarr\w+"
    r"|debut\w+|acheve\w*|abgeschlossen|beginn\w*"
    r"|enden|endet|realizowan\w*|zakoncz\w+|rozpocz\w+|comenz\w+|comienz\w+|empez\w+|empiez\w+|finaliz\w+|commenc\w+|comec\w+|arranc\w+|iniciar\w*|durar\w*|durer\w*)"
)
PROJECT_LIFE = (
    rf"\b{_OF_PROJECTS}\b(?! (?:proposals?|ideas?))[^.;]{{0,60}}?\b{_LIVES}\b"
    r"|\b(?:progetto|project|projet|proyecto|projeto|projekt)\b[^.;]{0,60}\b(?:finanziat\w+|funded|finance\w*"
    r"|financiad\w+|gefordert)\b"
    r"|\b(?:costs?|spese|costi|depenses|couts|ausgaben|kosten|gastos|costes|despesas|custos|wydatki|koszty"
    r"|expenditure)"
    r"\b[^.;]{0,40}\b(?:incurred|sostenut\w*|eligib\w+|ammissibil\w+|engag\w+|realiz\w+|elegiv\w+|elegib\w+"
    r"|subvencionab\w+|kwalifik\w+|angefallen|forderfahig\w*)"
    r"|\b(?:ammissibil\w+|eligible|eligibles|elegiveis|elegibles|subvencionables|forderfahig)\b[^.;]{0,12}"
    r"\b(?:spese|costi|costs|depenses|despesas|gastos|ausgaben|kosten)\b[^.;]{0,40}$"
)
# Where another clause begins, that a word of this one says nothing of.
CLAUSE_END = (
    r";|\. |, (?:and|e|ed|et|und|y|i|oraz|a|while|whereas|mentre|tandis|wahrend|mientras|ma|but|aber|sondern"
    r"|pero|mais|puis|then|poi|luego|depois|dann|potem|shortlisted|die|der|il|la|le|les|los|las|o|os|as)\b"
    r"| (?:and|e|ed|et|und|y|e i|e il|i) (?:the |il |la |i |le |les |el |los |die |der |das |o |os |a )"
)
_END = re.compile(CLAUSE_END)


def clause_of(folded: str, span: DateSpan) -> tuple[int, int]:
    """Where the words round a date begin and end, up to another clause."""
    start = max((match.end() for match in _END.finditer(folded, 0, span.start)), default=0)
    end = next((match.start() for match in _END.finditer(folded, span.end)), len(folded))
    return start, min(end, span.end + _AHEAD)


def one_applies(clause: str) -> bool:
    """Whether a clause says that something is handed in, or that a call opens or closes."""
    return any(cue.meaning.kind in BOUNDS for cue in ROLES.found(clause))


def of_project(clause: str) -> bool:
    """Whether a clause tells of the life of a project, or of which costs count."""
    return bool(re.search(PROJECT_LIFE, clause))

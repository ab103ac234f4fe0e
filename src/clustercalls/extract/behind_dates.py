"""Items of a list that begin with their day, "5 May: deadline of the Green Hubs call", as entries."""

import re

from clustercalls.enumerations import EntryKind
from clustercalls.extract.entry_section import CALL_DATES, EntrySection, alone
from clustercalls.extract.folded import Folded
from clustercalls.extract.leads import is_name
from clustercalls.extract.names import NameInText
from clustercalls.extract.role_words import ROLES
from clustercalls.extract.told import ToldSentence

_DATED = re.compile(r"[^:]{0,12}\d{1,2}[^:]{0,30}(?::\s+|\s[–—-]\s)(?=[^\W\d_])")
_MONTH = re.compile(r"[^\W\d_]{3,12}\s(?:de\s|del\s)?20\d\d(?::\s+|\s[–—-]\s)(?=[^\W\d_])")
_BETWEEN = 16  # letters between two words that say what a day is of
_SMALL = re.compile(
    r"\s*(?:(?:prov\w+|previst\w+|expected|planned|likely|indicative|of|for|the|del\w*|dell'|di|per|il|la|le"
    r"|de|des|du|pour|les|der|die|das|fur|zum|zur|von|el|los|las|al|do|da|dos|das|para|o|a|os|as|na|w|do"
    r"|candidaturas|candidature|applications|wnioskow)\s)*"
)
_END = re.compile(r"[;(]|,\s|\.(?:\s|$)|$")


def day_ahead(piece: ToldSentence) -> re.Match[str] | None:
    """The day with which a sentence begins, and the mark behind it."""
    first = _DATED.match(piece.sentence.text)
    ends = [piece.sentence.folded.at(role.span.end) for role in piece.dates]
    return first if first and any(end <= first.end() for end in ends) else None


def behind_date(piece: ToldSentence) -> EntrySection | None:
    """The call whose name stands behind the day on which it opens or closes; None where none is named."""
    text = piece.sentence.text
    first = day_ahead(piece) or _MONTH.match(text)
    is_due = any(role.kind in CALL_DATES and not role.is_weak for role in piece.dates)
    if first is None or not is_due or piece.kind is EntryKind.EVENT:
        return None
    start = first.end() + _said(text[first.end() :])
    stop = _END.search(text, start)
    wording = text[start : stop.start() if stop else len(text)].strip()
    name = NameInText(start, start + len(wording), wording)
    return alone(EntryKind.CALL, [piece], name) if " " in wording and is_name(name) else None


def _said(rest: str) -> int:
    """How many letters say what the day is of, before the name begins."""
    folded = Folded(rest)
    place = 0
    for cue in ROLES.found(folded.folded):
        if cue.meaning.weak or cue.start - place > _BETWEEN:
            break
        place = cue.end
    small = _SMALL.match(folded.folded, place)
    return folded.at(small.end() if small else place)

"""Whether the facts of one section may be of several entries."""

import re
from collections import Counter

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.entry_section import EntrySection
from clustercalls.extract.kinds import first_of

_HEAD, _CALL = 25, 60  # letters in which a sentence names what it is on, and has its word for a call
_SECOND_OF_TWO = re.compile(
    r"(?:the|la|il|le|die|der|das|el|a|o)?\s?(?:second[aoe]?|zweite[rs]?|segund[ao]|deuxieme|drug[iae])\s?,"
)
_TWO = re.compile(
    r"\b(?:two|three|four|due|tre|quattro|deux|trois|quatre|zwei|drei|vier|dos|tres|cuatro|dois|duas|quatro"
    r"|dwa|dwie|trzy)\s(?:\w+\s)?(?:calls|opportunities|bandi|avvisi|opportunita|appels|opportunites|aufrufe"
    r"|ausschreibungen|moglichkeiten|convocatorias|oportunidades|avisos|concursos|nabory|konkursy)\b"
)


def is_mixed(section: EntrySection) -> bool:
    """Whether sentences with dates name several calls, by their identifiers or programmes."""
    if section.kind is not EntryKind.CALL:
        return False
    dated = [piece for piece in section.told if piece.dates or piece.money]
    refs = {ref for piece in dated for _, _, ref in piece.refs}
    if len({ref for ref in refs if not any(ref != one and one.startswith(ref) for one in refs)}) > 1:
        return True
    if _has_two_deadlines(section) or _is_due_for_another(section):
        return True
    heads = {
        name
        for piece in dated
        for start, _, name, _ in piece.programmes
        if start < _HEAD and re.match(r"[^.;]{0,60}:\s", piece.sentence.text)
    }
    return len(heads) > 1


def _has_two_deadlines(section: EntrySection) -> bool:
    """Whether two sentences on a call have each its own deadline, or several calls are announced."""
    due = [
        (piece, {role.span.last for role in piece.dates if role.kind is StageKind.DEADLINE and not role.was})
        for piece in section.told
    ]
    folded = [(piece.sentence.folded.folded, days) for piece, days in due]
    of_calls = [
        days
        for piece, days in due
        if days and (cue := first_of(piece.sentence.folded.folded, EntryKind.CALL)) and cue.start < _CALL
    ]
    if len(of_calls) > 1 and not set.intersection(*of_calls):
        return True
    every = {day for _, days in due for day in days}
    return len(every) > 1 and any(_TWO.search(text) or _SECOND_OF_TWO.match(text) for text, _ in folded)


def _is_due_for_another(section: EntrySection) -> bool:
    """Whether a sentence has the deadline of a call of a programme that no other sentence names."""
    named = [{name for _, _, name, _ in piece.programmes} for piece in section.told]
    counts = Counter(name for names in named for name in names)
    days = {role.span.last for piece in section.told for role in piece.dates if _is_due(role)}
    return len(days) > 1 and any(
        names and all(counts[name] == 1 for name in names) and len(counts) > len(names)
        for piece, names in zip(section.told, named, strict=True)
        if piece.kind is EntryKind.CALL and not piece.is_heading
        if any(role.kind is StageKind.DEADLINE for role in piece.dates)
    )


def _is_due(role: DateRole) -> bool:
    return role.kind is StageKind.DEADLINE and not role.was and not role.stage

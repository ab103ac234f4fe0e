"""Forms one below the other, each begun by the same label: "Call: ...", "Opens: ...", "Closes: ..."."""

import re
from collections import Counter
from collections.abc import Iterable

from clustercalls.enumerations import EntryKind
from clustercalls.extract.entry_section import EntrySection
from clustercalls.extract.names import NameInText
from clustercalls.extract.told import ToldSentence

_PROGRAMME = r"(?:programme?|programma|programm|programa|program)"
_CALL = (
    r"(?:call|bando|avviso|appel|aufruf|ausschreibung|convocatoria|aviso|concurso|nabor|konkurs|topic|thema|tema"
    r"|title|titolo|titre|titel|titulo|tytul|designacao)"
)
_EVENT = r"(?:event|evento|evenement|veranstaltung|termin|wydarzenie)"
_LABEL = re.compile(rf"\W*(?:(?P<programme>{_PROGRAMME})|(?P<call>{_CALL})|(?P<event>{_EVENT})) ?: (?=\S)")
_VALUE = re.compile(r"[^.;]{3,140}?(?=,\s\d|[.;](?:\s|$)|$)")


def first_labels(firsts: Iterable[ToldSentence]) -> list[ToldSentence]:
    """The sentences that begin a form each, where the first label of several is the same; else none."""
    labelled = [(piece, label) for piece in firsts if (label := label_of(piece))]
    counts = Counter(label for _, label in labelled)
    repeated = next((label for _, label in labelled if counts[label] > 1), None)
    if repeated is None:
        return []
    return [piece for piece, label in labelled if label in {repeated, "event"}]


def label_of(piece: ToldSentence) -> str | None:
    """Which of its labels a line begins with; None for any other line."""
    match = _LABEL.match(piece.sentence.folded.folded)
    return match.lastgroup if match else None


def of_form(passage: list[ToldSentence], following: ToldSentence | None) -> EntrySection:
    """The section that a first label begins, called by its value; a programme with that of its call."""
    piece = passage[0]
    section = EntrySection(EntryKind.EVENT if label_of(piece) == "event" else EntryKind.CALL, [])
    section.told = list(passage)
    section.name = (piece, _value(piece))
    if label_of(piece) == "programme" and following and label_of(following) == "call":
        section.name = (following, _value(following))
        section.form_of = _value(piece).text
    return section


def _value(piece: ToldSentence) -> NameInText:
    match = _LABEL.match(piece.sentence.folded.folded)
    start = piece.sentence.folded.at(match.end()) if match else 0
    value = _VALUE.match(piece.sentence.text, start)
    end = value.end() if value else len(piece.sentence.text)
    return NameInText(start, end, piece.sentence.text[start:end])

"""The first and the last day of something, where a noun says which: "start of submission", "fin du dépôt"."""

import re

from clustercalls.enumerations import StageKind
from clustercalls.extract.folded import Cue
from clustercalls.extract.role_words import CueMeaning

_FIRST = (
    r"(?:inizio|avvio|apertura|start|opening|beginning|debut|ouverture|lancement|beginn|eroffnung|offnung"
    r"|inicio|comienzo|abertura|arranque|poczatek|rozpocz\w+|otwarci\w+|uruchomieni\w+)"
)
_LAST = (
    r"(?:fine|chiusura|end|closing|close|fin|cloture|fermeture|ende|schluss|cierre|finalizacion|fim"
    r"|encerramento|fecho|koniec|konca|zakonczeni\w+|zamknieci\w+)"
)
_SMALL = (
    r"(?:of|for|the|di|del\w*|dell'|dei|degli|per|la|le|lo|il|de|des|du|d'|l'|pour|der|die|das|fur|zur|zum"
    r"|el|los|las|da|das|do|dos|para|na|w)"
)
# What begins and ends: applying, or the call.
_APPLYING = (
    r"(?:termin|presenta|domand|candidat|invi|istanz|propost|finestra|sportell|bando|avviso|invito"
    r"|submission|application|proposal|bid|window|call|competition|depot|depos|soumission|dossier|teleproc"
    r"|appel|guichet|einreich|antrag|bewerb|ausschreib|aufruf|frist|plazo|solicit|convocator|ventanilla"
    r"|presentacion|prazo|submiss|concurs|aviso|period|nabor|wnios|sklad|konkurs|przyjmowan)"
)
# What lasts, and is no applying: "end of the period of implementation".
_LASTING = (
    r"(?:ejecuc|execuc|execut|realiz|implement|programm|practic|pratic|attuaz|umsetz|durchfuhr|wdroz|wdraz"
    r"|proyect|projet|projekt|progett|project)"
)
_BOUNDS = tuple(
    (
        kind,
        re.compile(
            rf"\b{words}(?:['\s]+{_SMALL})*['\s]+{_APPLYING}\w*(?:\s(?:{_SMALL}\s)*{_APPLYING}\w*)?"
            rf"\b(?! (?:{_SMALL}\s)*{_LASTING})"
        ),
    )
    for kind, words in ((StageKind.OPENS, _FIRST), (StageKind.DEADLINE, _LAST))
)


# Before its subject, as German says it: "am 5. Mai endet die Einreichung".
_INVERTED = dict.fromkeys(("endet", "schliesst", "enden"), StageKind.DEADLINE)
_ENDS = re.compile(rf"\b(?P<ends>endet|schliesst|enden|beginnt|startet) (?:die |der |das )?{_APPLYING}\w*")


def is_of_applying(word: str) -> bool:
    """Whether what says what a date is of names applying, and no project."""
    return re.search(rf"\b{_APPLYING}", word) is not None


def bounded(folded: str, cues: list[Cue[CueMeaning]]) -> list[Cue[CueMeaning]]:
    """The cues of a sentence, one for all words of a noun that says which day of applying is meant."""
    whole = [
        Cue(match.start(), match.end(), CueMeaning(kind))
        for kind, wording in _BOUNDS
        for match in wording.finditer(folded)
    ]
    whole += [
        Cue(match.start(), match.end(), CueMeaning(_INVERTED.get(match["ends"], StageKind.OPENS)))
        for match in _ENDS.finditer(folded)
    ]
    if not whole:
        return cues
    apart = [cue for cue in cues if not any(one.start < cue.end and cue.start < one.end for one in whole)]
    return sorted([*apart, *whole])

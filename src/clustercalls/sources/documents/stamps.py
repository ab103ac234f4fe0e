"""Lines that say when and where a text was written, or where on a site it stands: no headings, no tables."""

import re

from clustercalls.phrase.folding import fold

_LETTERS = 90  # of a line that is a stamp
_CRUMB_WORDS = 3
_MONTH = (
    r"(?:jan|gen|ene|sty|feb|fev|fevr|lut|mar|mär|apr|avr|abr|kwi|may|mai|mag|maj|jun|giu|juin|cze|jul|lug"
    r"|juil|lip|aug|ago|aou|sie|sep|set|wrz|oct|okt|ott|out|paz|nov|lis|dec|dic|dez|gru)[a-z]*\.?"
)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|°|º|\.)? ?(?:de |of )?{_MONTH},? ?(?:de |del )?(?:19|20)\d\d"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    r"|\d{1,2} ?[./-] ?\d{1,2} ?[./-] ?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
)
_HOUR = r"(?:\d{1,2}(?:[.:h]\d{2}|h)? ?(?:h|uhr|am|pm|godz\.?)?(?: ?[–-] ?\d{1,2}[.:h]\d{2})?)"
_AT = rf"(?:\W*(?:ore|um|a las|as|alle|at|a|godz\.?|r\.|h|ora)?\W*{_HOUR}?(?: ?(?:uhr|h|cet|cest|r\.))?\W*)"
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|lunes|martes|miercoles|jueves|viernes|sabado|domingo"
    r"|(?:segunda|terca|quarta|quinta|sexta)-feira|poniedzialek|wtorek|sroda|czwartek|piatek|sobota"
    r"|niedziela)"
)
_NOTED = (
    r"(?:(?:last |date )?(?:published|posted|updated?|issued|released|modified|created|added)"
    r"(?: (?:on|at|date))?|date(?: of publication)?|press release|publication date"
    r"|(?:articolo |notizia )?pubblicat[oa](?: il| in data)?|(?:ultim[oa] )?(?:aggiornamento|aggiornat[oa]"
    r"|modifica)(?: al| il)?|data(?: di pubblicazione)?|comunicato(?: stampa)?|inserit[oa] il"
    r"|(?:article )?(?:publie|mis en ligne|poste|mis a jour|modifie|cree)e?(?: le)?|(?:derniere )?mise a jour"
    r"(?: le)?|date de (?:publication|mise en ligne)|mise en ligne(?: le)?|communique(?: de presse)?"
    r"|stand|(?:zuletzt )?(?:veroffentlicht|aktualisiert|geandert|erstellt|eingestellt|publiziert)(?: am)?"
    r"|(?:letzte )?(?:aktualisierung|anderung)|datum|veroffentlichungsdatum"
    r"|pressemitteilung|pressemeldung|meldung vom"
    r"|(?:ultima )?(?:actualizacion|modificacion)|(?:publicad|actualizad)[oa](?: el)?"
    r"|fecha(?: de publicacion)?|nota de prensa|nota informativa|comunicado(?: de prensa)?"
    r"|(?:ultima )?(?:atualizacao|alteracao)|(?:publicad|atualizad|divulgad)[oa](?: em| a)?"
    r"|data d[ea] publicacao|nota de imprensa|comunicado de imprensa|nota a imprensa"
    r"|(?:opublikowan[oaey]|dodan[oaey]|zaktualizowan[oaey]|utworzon[oaey])(?: dnia| w dniu)?"
    r"|data (?:publikacji|dodania|aktualizacji)|(?:ostatnia )?aktualizacja|komunikat(?: prasowy)?)"
)
_PLACE = (
    r"(?:[a-z'’-]{3,}(?: [a-z'’-]{2,}){0,2}(?: \([a-z]{2}\))?,? "
    r"(?:il |li |le |am |den |el |em |a |dnia |the )?)"
)
_STAMP = re.compile(
    rf"\W*(?:{_NOTED}\W*(?:{_PLACE})??)?(?:(?:\(?{_HOUR}\)?|{_WEEKDAY},?(?: den| dia)?|il|le|el|am|on) ?\W*)?"
    rf"{_DAY}{_AT}"
)
_STAMP_OF_A_PLACE = re.compile(rf"\W*{_PLACE}(?:{_WEEKDAY},? )?{_DAY}{_AT}")


def is_stamp(text: str, *, is_below_title: bool = False) -> bool:
    """Whether a line is only a day with its hour, or what says that a text came out then.

    Below the title of a text that may be a place and a day; elsewhere those are the name of an event.
    """
    if len(text) > _LETTERS:
        return False
    folded = fold(text)
    if _STAMP.fullmatch(folded):
        return True
    return is_below_title and text[:1].isupper() and "," in text and bool(_STAMP_OF_A_PLACE.fullmatch(folded))


def is_trail(text: str) -> bool:
    """Whether a line is that of the pages above it on a site: "News | Events | Open calls"."""
    steps = [step.strip() for step in re.split(r"\s[|>›»/]\s", text)]
    return (
        len(steps) > 2  # noqa: PLR2004 - two are a label and its value
        and not re.search(r"\d", text)
        and all(0 < len(step.split()) <= _CRUMB_WORDS and step[0].isalpha() for step in steps)
        and text[-1:].isalpha()
    )


def is_headline_of_two(text: str) -> bool:
    """Whether a line has a sign between who tells something and what: "Regional Agency | Call for ports"."""
    parts = [part.strip() for part in text.split(" | ")]
    return (
        len(parts) == 2  # noqa: PLR2004 - who, and what
        and all(" " in part and part[0].isalpha() for part in parts)
        and not re.search(r"\b\d{1,2}\b|:|@|//", text)
        and (text[-1:].isalnum() or text[-1:] in '»”“"’)')
    )

"""How a date looks within a sentence: the expressions that find one, made of the words of `phrase`."""

import re
from collections.abc import Iterable
from functools import cache

from clustercalls.phrase.folding import expressions
from clustercalls.phrase.lexicon import WORD_TABLES
from clustercalls.phrase.months import MONTHS, PERIODS, POLISH_MONTHS

_SEASONS = (21, 22, 23, 24)
# "may apply", "3 set of", "4 out of": no months.
_NO_MONTH = (
    r"(?!(?:may (?:apply|be|submit|participate|have|not|also|only|contain|include|request|take|still|receive)"
    r"|set (?:of|out|up|in|by|a)|out of)\b)"
)
_ORDINALS = {"segunda", "terca", "quarta", "quinta", "sexta"}  # beside days of the week in Portuguese
_OTHER_WORDS = {"fall", "estate", "ete", "lato", "latem"}  # than seasons, where no year stands by
SHORT = 3  # letters: "do", "mar" and others mean more than a weekday
_YEAR = r"(?:19[89]|20[0-9])\d(?![\d.,]\d|\d|[-/]\d\d(?!\d)|%|-[a-z])"
LAST = r"(?:last|ultimo|dernier|letzte[ns]?|ostatni(?:m|ego)?)"  # of the quarters or halves of a year
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_SUFFIX = r"(?: ?\.|st|nd|rd|th|er|o|a|°)?(?![\d:%])"
_OF = r"(?:of |de |del |di |d'|do )"
_THE = r"(?:(?:den|dem|the|il|le|el|dia) )?"
# What stands before a month without its day, so that it is one: "in may".
_IN = (
    r"(?:in|im|en|a|em|w|dem|nel|ab|by|until|entro|seit|since|dal|da|od|do|bis|tra|fra|between|a partire da"
    r"|para|per|ad|a l'|entro l'|nell'|no|na|por|der|des|the|der|del|dell'|before|avant|pour|zum|to|on|nei"
    r"|nella|verso|gegen|hacia|vers|mese di|mois de|mes de|monat|miesiacu)"
)


_YEAR_PARTS = (
    r"(?:early|mid|late|(?:the )?(?:beginning|start|middle|end) of|inizio|meta|fine|debut|mi|fin|anfang|mitte"
    r"|ende|principios de|comienzos de|mediados de|finales de|inicios? de|meados de|finais de|fim de"
    r"|poczatku?|polow[ay]|koniec|koncu)"
)
YEAR_PART = re.compile(rf"^{_YEAR_PARTS} ")
_TO_MONTH = r" ?(?:-|/|to|a|al|bis|au|do|e|et|and|und|y|i|o|or|oder|ou) ?"
# What stands before a day and a month in digits, so that it is one: "do 16.09".
_LED = (
    r"(?:bis(?: zum)?|zum|am|vom|ab|do|od|entro il|fino al|dal|al|najprawdopodobniej|il"
    r"|le|du|au|jusqu'au|avant le|el|del|hasta el|antes del|ate|ate ao dia|until|by|on|scadenza:?|chiusura:?"
    r"|deadline:?|cierre:?|cloture ?:?|prazo:?|plazo:?|frist:?|termin:?)"
)


def _any_of(names: Iterable[str]) -> str:
    return "|".join(names)


def _words(*rows: str) -> str:
    names = {name for row in rows for name in expressions(row)}
    return _any_of(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


@cache
def months() -> str:
    """The names of months in the seven languages, as alternatives."""
    return _words(*MONTHS.values(), *POLISH_MONTHS.values())


@cache
def long_months() -> str:
    """Names of months that are no other word."""
    names = months().split("|")
    return "|".join(
        each for each in names if len(each) > SHORT and each not in {"sept", "magg", "luty", "mayo"}
    )


@cache
def single() -> re.Pattern[str]:
    """One date in a folded text, with its year or without: `day`, `month`, `part`, or in digits."""
    names = _words(*WORD_TABLES["w"].values()).split("|")
    long = "|".join(each for each in names if len(each) > SHORT and each not in _ORDINALS)
    lead = rf"(?:(?:(?:{long})[.,]?|(?:{_any_of(names)})[.,]) {_THE})?"
    month, parts = months(), _words(*(PERIODS[code] for code in _SEASONS))
    seasons = "|".join(name for name in parts.split("|") if name not in _OTHER_WORDS)
    counted = r"[1-4](?:st|nd|rd|th|\.?er|e|\.?[oa]|°|\.)|(?:iv|i{1,3})\.?"
    ordinal = rf"(?:{_words(*WORD_TABLES['o'].values())}|{counted}|{LAST})"
    english = f"{long_months()}|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec"
    halves = _words(*WORD_TABLES["u"].values())
    third = (
        rf"(?:(?:{_words(*WORD_TABLES['V'].values())}|{ordinal} (?:{halves}))[- ](?:of |de |di |des |d')?)?"
    )
    of_year, of_none = (
        rf"(?:{_OF}|dell'|des jahres|of the year )?",
        (r"(?! (?:of|di|de|del|do|des|von) (?!the year|l'annee|ano|jahres))"),
    )
    year_or_none = rf"(?:,? {_OF}?{_YEAR}|(?!,? ?\d{{3,}}))"
    dotted = rf"{_DAY}\.(?:0?[1-9]|1[0-2])\.(?! ?\d)|(?<=\b){_DAY}\.(?:0[1-9]|1[0-2])(?![\d.,/])"
    slashed = rf"{_DAY}/(?:0?[1-9]|1[0-2])(?![\d.,/%]| (?:of|dei|delle|del|de|des|der|dos|das)\b)"
    forms = (
        r"(?P<iso>(?:19|20)\d\d([-/.])(?:0[1-9]|1[0-2])\2(?:0[1-9]|[12]\d|3[01])(?!\d))",
        rf"(?P<digits>{_DAY} ?([./-]) ?(?:0?[1-9]|1[0-2]) ?\4 ?(?:19|20)\d\d(?!\d))",
        rf"(?P<short>{_DAY}([./-])(?:0?[1-9]|1[0-2])\6[12]\d(?![\d.,:/-]))",
        rf"(?P<day>{lead}(?:{_DAY}{_SUFFIX}|primo|premier) ?{_OF}?{_NO_MONTH}(?:{month})\b\.?{year_or_none})",
        rf"(?P<english>{lead}(?:{english})\.? (?:the )?{_DAY}(?:st|nd|rd|th)?(?![\d:%.])(?:,? {_YEAR})?)",
        rf"(?P<months>(?:{long_months()}){_TO_MONTH}(?:{long_months()}) ?{_OF}?{_YEAR})",
        rf"(?P<few>{dotted}|{slashed})",
        rf"(?P<some>{_YEAR_PARTS}[ -](?:{_OF}|dell'|des jahres )?{_YEAR})",
        rf"(?P<month>{third}(?:{month})\b\.? {_OF}?{_YEAR})",
        rf"(?P<bare>{third}(?:{long_months()})\b)",
        rf"(?P<part>(?:{ordinal} (?:{halves})s?|{parts}|[qth][1-4]|[1-4][qt]) ?{of_year}{_YEAR})",
        rf"(?P<season>(?:{_YEAR_PARTS} )?(?:{ordinal} (?:{halves})(?:e?s)?|{seasons})\b{of_none})",
    )
    return re.compile(
        rf"(?<![\w.,€$£])(?<!\w/)(?<![^\d.]-)(?:{'|'.join(forms)})(?!\w|[/-]\d|[.,]\d)", re.ASCII
    )


@cache
def led_by_in() -> re.Pattern[str]:
    """The end of what stands before a month that is alone."""
    return re.compile(rf"\b{_IN}(?:'| |l'| l'| den | dem | o | il | el | le | la )?$")


@cache
def led() -> re.Pattern[str]:
    """The end of what stands before a day and a month in digits."""
    return re.compile(rf"(?:\b{_LED}|\() ?$")


# Before a date that has what its own day lacks: "1-2 dicembre", "dal 12 al 15 maggio".
BARE_DAY = re.compile(
    rf"(?<![\w.,/])(?P<day>{_DAY})(?:\.|st|nd|rd|th|er|°)? ?"
    r"(?P<joint>-|to|al|all'|au|bis(?: zum)?|a|ao|hasta(?: el)?|do|ate|and|e|et|und|y|i|&|/)"
    r" ?(?:il |le |el |the |den |il giorno )?$"
)
# A day before another bare one: "21, 22 y 23 de abril".
DAY_BEFORE = re.compile(rf"(?<![\w.,/])(?P<day>{_DAY})\.?, $")
# Before a number that counts something: "round 1 – 5 March".
COUNTED = re.compile(
    r"\b(?:round|call|phase|step|stage|lot|lotto|runde|teil|fase|etape|etap|cut-off|window|finestra|batch|topic"
    r"|tema|thema|cluster|strand|edition|edizione|group|gruppe|n\.|nr\.?|no\.?|bando|avviso|appel|aufruf"
    r"|convocatoria|aviso|nabor|axe|asse|eje|eixo|modul|modulo|part|parte|ore|alle|dalle|um|at|godz\.|h) $"
)
_HOUR_WORDS = (
    r"(?:le |las |the |los |as |ore |alle |alle ore |godz\. |dia |del |della |des |de |du |den |h "
    r"|horas |heures |uhr |hours "
    r"|giorno |el |il |do |\d{1,2}[:.h]\d\d |\d{1,2}h? )*"
)
# An hour behind the first of two dates, which nobody asks for: "1 October 09:00 CEST - 3 December".
_SPARE = (
    r"(?:[01]?\d|2[0-4])(?:[:.h]\d\d)?(?: ?(?:h|uhr|hours|hrs|horas|heures|[ap]\.?m\.?))?"
    r"(?: ?(?:cest|cet|gmt|utc|bst|wet|west|eet|eest|mez|mesz|brussels time|ora di bruxelles))?"
)
JOINT = re.compile(
    rf"(?: ?(?:r\.|roku))?(?:,? ?(?:at |um |a |alle |ore |alle ore |dalle ore |a las "
    rf"|godz\. )?{_SPARE})? ?(?:\([^()]{{1,20}}\))?"
    rf" ?(?P<joint>-|to|until|till|through|al|all'|fino al|e fino al|sino al"
    rf"|au|jusqu'au|bis|bis zum"
    rf"|zum|hasta|hasta el|a|ao|ate|ate ao|do|do dnia|auf|auf den|para|para o|para el|na|and|e|e il"
    rf"|et|et le|und|und dem|und (?:im|am)|y|y el|i|or|o|oder) ?"
    rf"(?:the |il |le |el |den |dia |dnia )?{_HOUR_WORDS}"
)
AND = {"and", "e", "et", "und", "y", "i", "&", "e il", "et le", "y el", "und dem", "or", "o", "oder", "/"}
BETWEEN = re.compile(
    r"\b(?:between|tra|fra|entre|zwischen|miedzy|pomiedzy|na przelom(?:ie)?)(?: the| il| le| el| dem| as|"
    r" las| les)?"
    r"(?: \d{1,2}(?:[:.h]\d{0,2})? ?(?:h|horas|uhr)?,?(?: do| del| de| of| am| du)?(?: dia)?)? $"
)
# Between dates of one list.
LISTED = re.compile(
    r" ?(?:\([^()]{1,20}\))? ?(?:,|;|/|\||,? ?\b(?:and|e|ed|et|und|sowie|y|i|oraz|or|o|oder|ou)\b) ?"
    r"(?:(?:the|il|l'|le|les|el|den|dem|am|on|dia|a|al|do|w dniu|no dia|il giorno|lastly|und am|infine)"
    r" ?){0,2}"
)
_CLOCK = r"(?:[01]?\d|2[0-4])"
HOUR_AFTER = re.compile(
    rf"(?:(?: ?r(?:oku|\.)?)?,? ?\(?,? ?-? ?(?:(?P<lead>(?:alle |entro le |do |o |fino alle )?(?:ore"
    rf"|godz\.?|godziny)|kl\.?) ?"
    rf"|(?:at|um|alle|a las|as|a|till|until|bis|h|o) ?)?"
    rf"(?P<hour>{_CLOCK})(?: ?[:.h] ?(?P<minutes>[0-5]\d))?(?! ?(?:%|mio|mln|mil|eur|€|\d))"
    r"(?P<mark> ?(?:uhr|h\b|hours|hrs|horas|heures|[ap]\.?m\b))?"
    r"|,? (?P<noon>at noon|a midi|a mezzogiorno|um mittag|al mediodia|ao meio-dia|w poludnie|noon)"
    r"|,? (?:at|a|alla|um) (?P<midnight>midnight|minuit|mezzanotte|mitternacht|medianoche))"
)
HOUR_BEFORE = re.compile(
    rf"(?:(?:\b|^)(?P<lead>(?:ore|h|godz\.?"
    rf"|godziny) )?(?P<hour>{_CLOCK})(?:[:.h](?P<minutes>[0-5]\d))?(?P<mark> ?(?:uhr|h|hours|hrs"
    rf"|horas|heures|[ap]\.?m))?"
    r"|(?P<noon>mezzogiorno|midi|noon)|(?P<midnight>mezzanotte|minuit|midnight))"
    r",? (?:of|on|del|dell'|di|du|de|del dia|do dia|am|des|dnia|on the)(?: giorno)? ?$"
)

"""The words dates are written in: English, Italian, French, German, Spanish, in this order on each line.

Every word has a kind, one letter, and a value; `grammar` knows the phrases by their letters. `_` joins the
words of one expression. A word that means different things has all its meanings, and the phrase decides:

- `mar` is March where a month stands (`4 mar 2017`, `mar 2017`) and Tuesday where a weekday does
  (`mar 4 aprile 2017`); where both could stand it is not guessed.
- `di` is Tuesday in German and Sunday in French, `do` Thursday in German and Sunday in Spanish: the date
  beside it decides.
- Left out because other languages mean something else by them: `dès` (from; German and French "of the"),
  Italian `di` (of), `semester` (of a university), `next` and its likes (this week's or the one after?),
  `before` and `after` (is the day itself in?), `midnight` (of which day?).
"""

import re
import unicodedata
from typing import NamedTuple

from clustercalls.errors import filled

# Small letters that Unicode does not take apart, as keyboards without them spell them.
_LETTERS = dict(zip("øđðħıłŧ", "oddhilt", strict=True)) | {"œ": "oe", "æ": "ae", "þ": "th"}
_PLAIN = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’‛ʼ′", "'") | _LETTERS)


class NotUnderstood(ValueError):
    """A text that is not surely a date; `said` has the values of a problem that say why, the reason first."""

    def __init__(self, reason: str, **values: str) -> None:
        self.said = {"reason": reason, **values}
        super().__init__(filled(reason, values, str))

    @property
    def reason(self) -> str:
        """Why, in English."""
        return str(self)


class Word(NamedTuple):
    """One word in one of its meanings; numbers keep their text."""

    kind: str
    value: int
    text: str = ""


def fold(text: str) -> str:
    """The text as words are compared: without case and accents, with the dash and apostrophe of keyboards."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(each for each in folded if _is_read(each)).translate(_PLAIN)


def _is_read(letter: str) -> bool:
    """Neither an accent nor a soft hyphen or another mark that nobody sees."""
    return not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf"


_MONTHS = {
    1: "january jan gennaio gen janvier janv januar jänner jaenner enero ene",
    2: "february feb febbraio février févr fév februar febrero",
    3: "march mar marzo mars märz maerz mrz",
    4: "april apr aprile avril avr abril abr",
    5: "may maggio mag mai mayo",
    6: "june jun giugno giu juin juni junio",
    7: "july jul luglio lug juillet juil juli julio",
    8: "august aug agosto ago août",
    9: "september sept sep settembre set septembre septiembre setiembre",
    10: "october oct ottobre ott octobre oktober okt octubre",
    11: "november nov novembre noviembre",
    12: "december dec dicembre dic décembre dezember dez diciembre",
}

# Seasons, and quarters and halves in short, by their EDTF codes: they stand where a month would.
_PERIODS = {
    21: "spring primavera printemps frühling frühjahr fruehling fruehjahr",
    22: "summer estate été sommer verano",
    23: "autumn fall autunno automne herbst otoño",
    24: "winter inverno hiver invierno",
    33: "q1 t1",
    34: "q2 t2",
    35: "q3 t3",
    36: "q4 t4",
    40: "h1 s1",
    41: "h2 s2",
}

_WEEKDAYS = {
    0: "monday mon lunedì lun lundi montag mo lunes",
    1: "tuesday tue tues martedì mar mardi dienstag di martes",
    2: "wednesday wed mercoledì mer mercredi mittwoch mi miércoles mié",
    3: "thursday thu thur thurs giovedì gio jeudi jeu donnerstag do jueves jue",
    4: "friday fri venerdì ven vendredi freitag fr viernes vie",
    5: "saturday sat sabato sab samedi sam samstag sonnabend sa sábado",
    6: "sunday sun domenica dom dimanche dim di sonntag so domingo do",
}

_ORDINALS = {
    1: "first i primo prima premier première erste erster erstes ersten primer primero primera",
    2: "second ii secondo seconda deuxième seconde zweite zweiter zweites zweiten segundo segunda",
    3: "third iii terzo terza troisième dritte dritter drittes dritten tercer tercero tercera",
    4: "fourth iv quarto quarta quatrième vierte vierter viertes vierten cuarto cuarta",
}

_TABLES = {
    "m": _MONTHS,
    "s": _PERIODS,
    "w": _WEEKDAYS,
    "o": _ORDINALS,
    "n": {1: "primo premier erster primero"},  # "primo aprile", "premier avril": also a day
    "u": {33: "quarter trimestre quartal", 40: "half metà semestre moitié hälfte haelfte halbjahr mitad"},
    "x": {0: "s"},  # "2010s"
    "X": {0: "anni années años"},  # "anni 2010"
    "r": {
        -1: "yesterday ieri hier gestern ayer",
        0: "today oggi aujourd_hui heute hoy",
        1: "tomorrow domani demain morgen mañana",
        2: "day_after_tomorrow dopodomani après_-_demain übermorgen uebermorgen pasado_mañana",
    },
    "v": {
        1: "day days giorno giorni jour jours tag tage tagen día días",
        7: "week weeks settimana settimane semaine semaines woche wochen kw semana semanas",
    },
    "I": {0: "in tra fra dans dentro_de"},  # "in 3 days"
    # "since" is past: without a year it names another day than "from" would.
    "F": {0: "from as_of da dal dalla dall a_partire_da a_partire_dal a_partire_dalla a_partire_dall"
    " à_partir_de à_partir_du à_partir_d ab desde a_partir_del"},
    "S": {0: "since sin_da sin_dal sin_dalla fin_da fin_dal fin_dalla depuis seit"},
    "U": {0: "until till through fino_a fino_al fino_alla fino_all sino_a sino_al sino_alla sino_all"
    " jusqu_à jusqu_au jusqu_en bis bis_zu bis_zum bis_zur hasta"},
    "B": {0: "by no_later_than not_later_than entro entro_e_non_oltre non_oltre au_plus_tard spätestens"
    " bis_spätestens a_más_tardar"},
    "T": {0: "to a al alla all au"},
    "E": {0: "between tra fra entre zwischen"},
    "A": {0: "and e ed et und y"},
    "~": {0: "about around circa ca approximately approx environ vers verso etwa ungefähr hacia"
    " alrededor_de aproximadamente intorno_a intorno_al ~"},
    "c": {0: "at alle um a_las"},  # before an hour, perhaps one of the afternoon
    "C": {0: "à"},  # before an hour that is not a bare number: "4 a 17" is two days
    "K": {0: "h ore alle_ore le_ore"},  # before an hour
    "k": {0: "h hours hrs heures heure uhr horas hs"},  # after an hour
    "p": {0: "am", 12: "pm"},
    # Named so that they can be refused by name.
    "V": {0: "end mid middle early late beginning start fine inizio fin début milieu ende mitte anfang"
    " final finales mediados principios comienzos"},
    "@": {0: "in am a au"},  # before a date, to be left aside; they mean more, above
    # Left aside wherever they stand.
    "": {0: "the of on il lo la le l el der den dem das im nel nella nell en de d du del dell della von vom"
    " ,"},
    "-": {0: "-"},
    "/": {0: "/"},
    ":": {0: ":"},
    "?": {0: "?"},
}  # fmt: skip


def _meanings() -> dict[str, tuple[Word, ...]]:
    meanings: dict[str, tuple[Word, ...]] = {}
    for kind, table in _TABLES.items():
        for value, row in table.items():
            for joined in fold(row).split():
                name = joined.replace("_", " ")
                meanings[name] = (*meanings.get(name, ()), Word(kind, value))
    return meanings


WORDS = _meanings()
LONGEST = max(name.count(" ") for name in WORDS) + 1  # in words

# The words that name one day of the week and nothing else, Monday 0.
WEEKDAYS = {
    name: meanings[0].value for name, meanings in WORDS.items() if [word.kind for word in meanings] == ["w"]
}

# Kinds beside those of the vocabulary: n a number, d one with a dot, y a year, i an ISO date, j an ISO month.
_SCAN = (
    r"(?P<iso>\d{4}-\d\d(?P<isoday>-\d\d)?(?![\d-]))"
    r"|(?P<number>'?\d+)(?P<th>(?<!\d\d\d)\.?(?:st|nd|rd|th|er|ere|re|e|eme|o|a|°)(?![a-z]))?(?P<dot>\.)?"
    r"|(?<!\d)(?P<period>[qths][1-4])(?![a-z\d])"
    r"|(?P<word>[a-z]+(?:\.[a-z]+)*)[.']?"
    r"|\S"
)


def words(text: str) -> list[tuple[Word, ...]]:
    """The words of a text, each with all it can mean; of expressions, the longest known.

    Raises:
        NotUnderstood: at a word that is not known or names no days, and at numbers that are no day or year.
    """
    found = list(re.finditer(_SCAN, fold(text), re.ASCII))
    names = [match["word"].replace(".", "") if match["word"] else match[0] for match in found]
    cut: list[tuple[Word, ...]] = []
    at = 0
    while at < len(found):
        number = _number(found[at])
        meanings, size = (number, 1) if number else _longest(names[at : at + LONGEST])
        cut.append(meanings)
        at += size
    return cut


def _number(match: re.Match[str]) -> tuple[Word, ...]:
    if match["iso"]:
        return (Word("i" if match["isoday"] else "j", 0, match["iso"]),)
    digits = match["number"]
    if digits is None:
        return ()
    if len(digits) == 4 and digits.isdigit():  # noqa: PLR2004 - as years have
        return (Word("y", int(digits), digits),)
    if len(digits) > 2 or digits.startswith("'"):  # noqa: PLR2004 - as days have
        raise NotUnderstood("{digits} is neither a day nor a year of four digits", digits=digits)
    if match["th"]:
        return Word("n", int(digits), match[0]), Word("o", int(digits), match[0])
    return (Word("d" if match["dot"] else "n", int(digits), digits),)


def _longest(names: list[str]) -> tuple[tuple[Word, ...], int]:
    known = (size for size in range(len(names), 0, -1) if " ".join(names[:size]) in WORDS)
    size = next(known, 1)
    name = " ".join(names[:size])
    if name not in WORDS:
        raise NotUnderstood("{name} is not a word of dates known here", name=ascii(name))
    if WORDS[name][0].kind == "V":
        raise NotUnderstood("{name} names no days: write them, as in 2017-03-21/2017-03-31", name=ascii(name))
    return WORDS[name], size

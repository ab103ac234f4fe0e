"""What the marks of a text say, in words: signs, abbreviations with their points, numbers of journals."""

import re
from functools import cache

from clustercalls.phrase.numbers import in_words

# What the marks beside a word say, in other words: the comma of an hour ("ore 12,00"), an hour without its
# word ("entro le 18"), a weekday that is cut off ("Do. 4.3.", "pt. 4.3."), "u.s." for last, "c.a." for this
# year, "courant mars", the number of a journal before its day ("G.U. n. 54 del 4 marzo").
MARKS = {
    r"\bg\. ?u\.(?: ?r\. ?i\.)?(?= )": "gazzetta ufficiale",
    # of a page that the text was copied from
    r"&(?:nbsp|#160);": " ",
    r"^(?:[•·▪‣►→➔*] *)+|(?: ?[*†‡→➔])+$": "",
    r";(?= ?[0-9]{1,2}[:.h][0-9])": ",",  # "15 March 2027; 17:00"
    r"(?<=[a-z])-time\b": " time",
    r"\bg\. ?(?=[0-9]{1,2}[:.][0-9]{2})": "godz ",
    r"(?<=\b[do][od] )g\. ?(?=[0-9])": "godz ",
    # "From" and "until" that mean more elsewhere, before an hour: in Polish (do, Thursday), German (von),
    # French and Spanish (de), Portuguese (das).
    r"\b(od|do) (?=godz)": r"\1 dnia ",
    r"\bvon (?=[0-9]{1,2}(?:[:.][0-9]{2})? ?uhr\b)": "ab ",
    # Not behind a month: "März 17,20 Uhr" could be of its day 17.
    r"((?:(?:19|20)[0-9]{2},? |\bum )[0-9]{1,2}),([0-9]{2})(?= ?uhr\b)": r"\1.\2",
    r"(?<=uhr )des (?=[0-9])": "am ",
    r"(?:^|(?<=[0-9] )|(?<=[0-9], )|(?<=: ))de (?=[0-9]{1,2} ?h|las [0-9])": "desde ",
    r"\b(?:a (?:partir|contar) )?das (?=[0-9]{1,2}(?: ?h|[:.][0-9]{2}(?![.0-9])))": "a partir das ",
    # Seconds behind a point, where no day can stand.
    r"((?:19|20)[0-9]{2},? (?:(?:at|ore|alle ore|um|godz\.?) )?)([01]?[0-9]|2[0-3])\.([0-5][0-9])"
    r"\.([0-5][0-9])(?![.0-9])": r"\1\2:\3:\4",
    # Two words up to which something goes: "dal 4 e fino al 6".
    r"\b(?:e (?=(?:fino|sino|ate) )|and (?=(?:until|up to) )|et (?=jusqu')|und (?=bis )|y (?=hasta ))": "",
    # The number of a journal before its day: "OJ C 123, 20.11.2026".
    r"\b(?:oj|official journal) [cl],? ?(?:no\.? ?)?[0-9]{1,4},? (?:of )?(?=[0-9])": "official journal of ",
    '["“”„«»]': " ",
    r"(?<![0-9.])((?:19|20)[0-9]{2})\.([0-9]{1,2})\.([0-9]{1,2})\.?(?![.0-9])": r"\1/\2/\3",
    r"(?<=[0-9.]) ?\bu\. (?=[0-9])": " und ",
    # A clock without its colon; what could be a year is none but behind one.
    r"\b([01][0-9])([0-5][0-9]) ?(?:hrs?|hours|h)\b\.?(?! ?[0-9])": r"\1:\2",
    r"((?:19|20)[0-9]{2},? (?:at )?)(2[0-4])([0-5][0-9]) ?(?:hrs?|hours|h)\b\.?(?! ?[0-9])": r"\1\2:\3",
    # As the EU's portal has it.
    r"\(?\butc ?\+0?1:00\)? ?brussels, copenhagen, madrid, paris": "brussels time",
    r"\bce\(s\)t\b": "cet / cest",
    r"(\b(?:ore|alle|h|godz|kl)\.? [0-9]{1,2}),([0-9]{2})(?![0-9])": r"\1.\2",
    r"(\b[0-9]{1,2}[.,:][0-9]{2} ?- ?[0-9]{1,2}),([0-9]{2})(?![0-9])": r"\1.\2",
    r"\b(entro le|oltre le|fino alle|sino alle|dalle) (?=[0-9])": r"\1 alle ",
    r"\bdo\. (?=[0-9])": "do, ",
    r"\bpt\.,? (?=[0-9])": "piatek ",
    r"(?<=[a-z]{3} )u\. ?s\.(?= |$)": "scorso",
    r"\bc\. ?a\.": "corrente anno",
    r"\bcourant (?=[a-z])": "",
    r"\b(gazzetta ufficiale|gu|boe|boletin oficial del estado) (?:n|nr|no|num)\.? ?[0-9]{1,3},? "
    r"(?=(?:del?|dell') ?[0-9])": r"\1 ",
    r"\b(januar|janner|februar|marz|maerz|april|mai|juni|juli|august|september|oktober|november|dezember)"
    r"(halfte|haelfte)\b": r"\2 \1",
    r"\bn\. ?a\.?(?= |$)|\bna$": "n/a",  # elsewhere "na" is "in the"
    r"(\b[0-9]{1,2}) ?h ?([0-5][0-9]) ?(?:m|mn|min)\b\.?": r"\1h\2",
    r"(?<=:[0-9]{2}) ?\+0?([0-9]|1[0-4]):?00(?![0-9:])": r" utc+\1",
    r"(?<=:[0-9]{2}) ?\+0?([0-9]|1[0-4]):?(30|45)(?![0-9:])": r" utc+\1:\2",
    # That it is a new day is told by its history.
    r"[,;]? ?\(?\b(?:extended|prorogat[oaie]|prolongee?|verlangert|verlaengert|prorrogad[oa]|ampliad[oa]"
    r"|alargad[oa]|przedluzon[oaey])\)?$": "",
    r"(?<=:[0-9]{2})\.$|(?<=\))\.$|;$": "",
}

# Hours ahead of UTC that these letters say, whatever the day.
_AHEAD = {"cet": 1, "cest": 2, "eet": 2, "eest": 3, "wet": 0, "west": 1, "gmt": 0, "utc": 0, "bst": 1}
_HOUR = r"\b([0-9]{1,2})[:.]([0-9]{2})"
_TWICE = re.compile(rf"({_HOUR}(?: ?h(?:rs)?)?) ?\(=? ?([0-9]{{1,2}})(?:[:.]([0-9]{{2}}))? ?([ap])\.?m\.?\)")
_TWO_CLOCKS = re.compile(
    rf"({_HOUR} \(?({'|'.join(_AHEAD)})\)?) ?[/=(] ?{_HOUR} ?\(?({'|'.join(_AHEAD)})\)?\)?", re.ASCII
)


def spelt_out(folded: str) -> str:
    """A folded text with its marks in words, and each hour that it says twice alike, "17:00 (5 pm)", once."""
    for marked, meant in MARKS.items():
        folded = re.sub(marked, meant, folded)
    folded = _counted().sub(lambda said: f"{said[1]} {in_words()[said[2]]} ", folded)
    folded = _TWICE.sub(_once_of_the_day, folded)
    return _TWO_CLOCKS.sub(_once_by_letters, folded)


@cache
def _counted() -> re.Pattern[str]:
    """From today a number of days or weeks in words, "in two weeks"."""
    units = "days?|weeks?|giorn[oi]|settiman[ae]|jours?|semaines?|tage?n?|wochen?|dias?|semanas?|dni|tydzien"
    count = "|".join(map(re.escape, in_words()))
    return re.compile(rf"\b(in|tra|fra|dans|dentro de|em|za) ({count}) (?=(?:{units}|tygodni))")


def _once_of_the_day(twice: re.Match[str]) -> str:
    _, hour, minutes, again, its_minutes, half = twice.groups(default="00")
    same = int(hour) == int(again) % 12 + 12 * (half == "p") and minutes == its_minutes
    return twice[1] if same else twice[0]


def _once_by_letters(twice: re.Match[str]) -> str:
    _, hour, minutes, letters, other_hour, other_minutes, others = twice.groups()
    ahead = int(hour) - int(other_hour) - _AHEAD[letters] + _AHEAD[others]
    return twice[1] if minutes == other_minutes and not ahead % 24 else twice[0]

"""What words name from today on: `30 days`, `2 weeks ago`, `next week`, `last monday`, `il weekend`."""

import re
from datetime import date, timedelta
from enum import Enum, auto

from clustercalls import edtf
from clustercalls.phrase.folding import by_expression, expressions, fold
from clustercalls.phrase.numbers import in_words
from clustercalls.phrase.periods import Period
from clustercalls.phrase.vocabulary import WEEKDAYS

# A row for each unit, in the order of `lexicon`.
_UNITS = {
    "d": "day days giorno giorni jour jours tag tage tagen día días dia dias dzień dni",
    "w": "week weeks settimana settimane semaine semaines woche wochen semana semanas tydzień tygodnie"
    " tygodni",
    "m": "month months mese mesi mois monat monate monaten mes meses mês miesiąc miesiące miesięcy",
    "y": "year years anno anni an ans année années jahr jahre jahren año años ano anos rok lata lat",
}
# The one before, this one, the one after; `_` joins the words of one expression.
_STRETCHES = {
    ("w", -1): "last_week settimana_scorsa scorsa_settimana semaine_dernière letzte_woche semana_pasada"
    " semana_passada zeszły_tydzień",
    ("w", 0): "this_week questa_settimana cette_semaine diese_woche esta_semana ten_tydzień",
    ("w", 1): "next_week settimana_prossima prossima_settimana semaine_prochaine nächste_woche próxima_semana"
    " semana_que_viene przyszły_tydzień",
    ("m", -1): "last_month mese_scorso scorso_mese mois_dernier letzter_monat letzten_monat mes_pasado"
    " mês_passado zeszły_miesiąc",
    ("m", 0): "this_month questo_mese ce_mois dieser_monat diesen_monat este_mes este_mês ten_miesiąc",
    ("m", 1): "next_month mese_prossimo prossimo_mese mois_prochain nächster_monat nächsten_monat próximo_mes"
    " mes_que_viene próximo_mês przyszły_miesiąc",
    (
        "y",
        -1,
    ): "last_year anno_scorso scorso_anno année_dernière an_dernier letztes_jahr año_pasado ano_passado"
    " zeszły_rok",
    ("y", 0): "this_year quest'anno cette_année dieses_jahr este_año este_ano ten_rok",
    ("y", 1): "next_year anno_prossimo prossimo_anno année_prochaine an_prochain nächstes_jahr próximo_año"
    " próximo_ano przyszły_rok",
}
# Before, around and behind a period that is past or ahead.
_AGO = (
    "… ago|… fa|… or sono|il y a …|ca fait …|vor …|hace …|ha …|… atras|… temu|przed …|last …|past …"
    "|the last …|the past …|ultimi …|ultime …|gli ultimi …|le ultime …|negli ultimi …|nelle ultime …"
    "|letzte …|letzten …|die letzten …|in den letzten …|ultimos …|ultimas …|los ultimos …|las ultimas …"
    "|os ultimos …|as ultimas …|en los ultimos …|nos ultimos …|nas ultimas …|ostatnie …|ostatnich …"
    "|… derniers…|… dernieres…|les … derniers…|les … dernieres…|for the last …|in the last …|since … ago"
    "|in the past …"
)
_AHEAD = (
    "in …|within …|within the next …|the next …|next …|in the next …|… from now|fra …|tra …|entro …"
    "|nei prossimi …|nelle prossime …|prossimi …|prossime …|i prossimi …|le prossime …|dans …|d'ici …"
    "|… prochains…|… prochaines…|les … prochains…|les … prochaines…|innerhalb von …|innerhalb …"
    "|in den nachsten …|die nachsten …|nachste …|nachsten …|dentro de …|en …|proximos …|proximas …"
    "|los proximos …|las proximas …|en los proximos …|os proximos …|as proximas …|nos proximos …|em …"
    "|daqui a …|za …|w ciagu …|najblizsze …|najblizszych …"
)


class Side(Enum):
    """Which day of its name is meant."""

    LAST = auto()
    THIS = auto()
    COMING = auto()  # the nearest one behind today
    NEXT = auto()  # that, or the one of next week


class TwoDays(ValueError):
    """Two days that one text is used for."""


_SIDE_WORDS = {
    Side.LAST: "last past scorso scorsa dernier derniere letzter letzte letzten vergangenen pasado pasada"
    " passado passada zeszły zeszłą zeszła ubiegły ostatni ostatnią",
    Side.THIS: "this questo questa ce cette diesen dieser este esta ten tę",
    Side.COMING: "coming prossimo prossima prochain prochaine kommenden kommender próximo próxima"
    " najbliższy najbliższą",
    Side.NEXT: "next nächsten nächster przyszły przyszłą następny",
}
_SIDES = by_expression(_SIDE_WORDS)
_BESIDE_DAYS = "the on il la lo le el o a na no w we am al del feira"
_WORKDAYS = {"segunda": 0, "terca": 1, "quarta": 2, "quinta": 3, "sexta": 4}  # ordinals too, but not here
_WEEKEND = (
    "weekend week-end this_weekend this_week-end fine_settimana questo_weekend questo_fine_settimana"
    " ce_week-end wochenende dieses_wochenende am_wochenende fin_de_semana este_fin_de_semana fim_de_semana"
    " este_fim_de_semana w_weekend ten_weekend"
)
_LED = r"^(?:(?:the|la|le|il|lo|el|o|a) |l' ?)"


def period(text: str) -> Period | None:
    """So many days, weeks, months or years as words write them; None for any other text."""
    match = re.fullmatch(r"\+?(?:(\d{1,9}) ?|([a-z]+) )([a-z]+)", fold(text), re.ASCII)
    counted = match and (unit(match[3]) or match[3])
    if not match or counted not in _UNITS:
        return None
    count = int(match[1]) if match[1] else in_words().get(match[2])
    return Period(count, counted) if count is not None and (match[1] or len(match[3]) > 1) else None


def unit(word: str) -> str:
    """The unit of a period that a word names: `d`, `w`, `m` or `y`; empty for any other."""
    return _UNIT_NAMES.get(fold(word), "")


def ago(text: str) -> Period | None:
    """How long ago a text says, "2 weeks ago", "vor zwei Wochen", "last 30 days"; None for any other text."""
    return _counted(_AGO, text)


def ahead(text: str) -> Period | None:
    """How far ahead a text says, "in two weeks", "prossimi 30 giorni"; None for any other text."""
    return _counted(_AHEAD, text)


def _counted(forms: str, text: str) -> Period | None:
    """The period in one of the forms, which have a "…" where it stands, or two round a word within it."""
    typed = " ".join(fold(text).split())
    for form in forms.split("|"):
        before, *between, after = map(re.escape, form.split("…"))
        inner = " ([a-z]+)" if between else ""
        match = re.fullmatch(f"{before}([a-z0-9]+(?: [a-z]+)?){''.join(between)}{inner}{after}", typed)
        counted = period(" ".join(filter(None, match.groups()))) if match else None
        if counted:
            return counted
    return None


def weekday(text: str, today: date) -> date | None:
    """The day of a week that is named from today, "last monday", "questo venerdì"; None for any other text.

    Raises:
        TwoDays: for the next one where some mean that of next week by it, and it is another.
    """
    days = WEEKDAYS | _WORKDAYS
    words = [each for each in re.findall(r"[a-z]+", fold(text)) if each not in _BESIDE_DAYS.split()]
    names = [each for each in words if each in days]
    sides = [each for each in words if each not in names]
    if len(names) != 1 or len(sides) != 1 or sides[0] not in _SIDES or re.search(r"\d", text):
        return None
    day, side = days[names[0]], _SIDES[sides[0]]
    if side is Side.THIS:
        return today + timedelta(days=day - today.weekday())
    if side is Side.LAST:
        return today - timedelta(days=(today.weekday() - day - 1) % 7 + 1)
    nearest = today + timedelta(days=(day - today.weekday() - 1) % 7 + 1)
    if side is Side.NEXT and day > today.weekday():
        raise TwoDays
    return nearest


def weekend(text: str, today: date) -> tuple[date, date] | None:
    """The Saturday and Sunday of this week; None for any other text."""
    if _unled(text) not in expressions(_WEEKEND):
        return None
    saturday = today + timedelta(days=5 - today.weekday())
    return saturday, saturday + timedelta(days=1)


def stretch(text: str, today: date) -> tuple[date, date] | None:
    """The first and last day of the week, month or year that is named from today; None for any other text."""
    unit_and_count = _STRETCH_NAMES.get(_unled(text))
    if unit_and_count is None:
        return None
    unit, count = unit_and_count
    try:
        if unit == "w":
            monday = today + timedelta(days=7 * count - today.weekday())
            return monday, monday + timedelta(days=6)
        months = today.year * 12 + today.month - 1 + count
        year, month = divmod(months, 12)
        whole = edtf.parse(f"{year:04}-{month + 1:02}" if unit == "m" else f"{today.year + count:04}")
    except (OverflowError, edtf.NotEdtf):
        return None
    return (whole.earliest, whole.latest) if whole.earliest and whole.latest else None


def _unled(text: str) -> str:
    """The text folded, one space between words, without an article before it."""
    return re.sub(_LED, "", " ".join(fold(text).split()))


_UNIT_NAMES, _STRETCH_NAMES = by_expression(_UNITS), by_expression(_STRETCHES)

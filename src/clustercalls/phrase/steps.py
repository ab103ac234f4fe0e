"""Stretches counted from today, in words: `next week`, `mese scorso`, `30 days`, `3 Monate`."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypeVar

from clustercalls import edtf
from clustercalls.phrase.folding import fold
from clustercalls.phrase.periods import Period

# A row for each unit, in the order of `lexicon`.
_UNITS = {
    "d": "day days giorno giorni jour jours tag tage tagen día días dia dias dzień dni",
    "w": "week weeks settimana settimane semaine semaines woche wochen semana semanas tydzień tygodnie"
    " tygodni",
    "m": "month months mese mesi mois monat monate monaten mes meses mês miesiąc miesiące miesięcy",
    "y": "year years anno anni an ans année années jahr jahre jahren año años ano anos rok lata lat",
}
# The one before, this one, the one after; `_` joins the words of one expression.
_STEPS = {
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
K = TypeVar("K")

_LED = r"(?:the|la|le|il|lo|el|l'|o|a) ?"


def _named(rows: Mapping[K, str]) -> dict[str, K]:
    return {name.replace("_", " "): key for key, row in rows.items() for name in fold(row).split()}


def period(text: str) -> Period | None:
    """So many days, weeks, months or years as words write them; None for any other text."""
    match = re.fullmatch(r"\+?(\d{1,9}) ?([a-z]+)", fold(text), re.ASCII)
    unit = match and _UNIT_NAMES.get(match[2], match[2])
    return Period(int(match[1]), unit) if match and unit in _UNITS else None


def step(text: str, today: date) -> tuple[date, date] | None:
    """The first and last day of the week, month or year that is named from today; None for any other text."""
    name = " ".join(fold(text).split())
    unit_and_count = _STEP_NAMES.get(name) or _STEP_NAMES.get(re.sub(f"^{_LED}", "", name))
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


_UNIT_NAMES, _STEP_NAMES = _named(_UNITS), _named(_STEPS)

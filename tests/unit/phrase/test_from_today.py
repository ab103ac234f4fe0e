"""Stretches counted from today, in words."""

from datetime import date

import pytest

from clustercalls.phrase.from_today import TwoDays, ago, ahead, period, stretch, weekday, weekend
from clustercalls.phrase.periods import Period

TODAY = date(2017, 4, 12)  # a Wednesday

PERIODS = [
    ("30 d", Period(30, "d")),
    ("30 days", Period(30, "d")),
    ("+3weeks", Period(3, "w")),
    ("3 giorni", Period(3, "d")),
    ("2 Wochen", Period(2, "w")),
    ("6 meses", Period(6, "m")),
    ("5 lat", Period(5, "y")),
    ("2 ans", Period(2, "y")),
    ("3 fortnights", None),
    ("-3 days", None),
    ("days", None),
    ("1.5 years", None),
    ("1234567890 days", None),
]


@pytest.mark.parametrize(("text", "found"), PERIODS)
def test_a_period_in_words(text: str, found: Period | None) -> None:
    assert period(text) == found


STEPS = [
    ("next week", "2017-04-17", "2017-04-23"),
    ("THIS  week", "2017-04-10", "2017-04-16"),
    ("la semaine dernière", "2017-04-03", "2017-04-09"),
    ("il mese scorso", "2017-03-01", "2017-03-31"),
    ("questo mese", "2017-04-01", "2017-04-30"),
    ("nächsten Monat", "2017-05-01", "2017-05-31"),
    ("próximo año", "2018-01-01", "2018-12-31"),
    ("o ano passado", "2016-01-01", "2016-12-31"),
    ("zeszły tydzień", "2017-04-03", "2017-04-09"),
    ("l'anno prossimo", "2018-01-01", "2018-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), STEPS)
def test_the_week_month_or_year_before_or_after(text: str, first: str, last: str) -> None:
    assert stretch(text, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["", "week", "next", "next friday", "next quarter"])
def test_no_stretch(text: str) -> None:
    assert stretch(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "today"), [("next year", date.max), ("last month", date.min), ("next week", date.max)]
)
def test_the_calendar_ends(text: str, today: date) -> None:
    assert stretch(text, today) is None


def test_months_turn_the_year() -> None:
    assert stretch("next month", date(2017, 12, 31)) == (date(2018, 1, 1), date(2018, 1, 31))
    assert stretch("last month", date(2017, 1, 31)) == (date(2016, 12, 1), date(2016, 12, 31))


ONE_EACH = [  # English, Italian, French, German, Spanish, Portuguese, Polish
    ("three weeks", "3w"), ("tre settimane", "3w"), ("trois semaines", "3w"), ("drei Wochen", "3w"),
    ("tres semanas", "3w"), ("três meses", "3m"), ("trzy miesiące", "3m"), ("a week", "1w"), ("un mese",
    "1m"),
    ("une semaine", "1w"), ("einen Monat", "1m"), ("uma semana", "1w"), ("dwa tygodnie", "2w"),
    ("quindici giorni", "15d"), ("a d", None), ("several weeks", None), ("two", None), ("ten friday", None),
]  # fmt: skip


def written(found: Period | None) -> str | None:
    return f"{found.count}{found.unit}" if found else None


@pytest.mark.parametrize(("text", "found"), ONE_EACH)
def test_a_period_with_its_number_in_words(text: str, found: str | None) -> None:
    assert written(period(text)) == found


@pytest.mark.parametrize(("text", "found"), [
    ("3 weeks ago", "3w"), ("a month ago", "1m"), ("tre settimane fa", "3w"), ("un mese fa", "1m"),
    ("il y a 3 semaines", "3w"), ("vor drei Wochen", "3w"), ("vor einem Monat", "1m"),
    ("hace tres semanas", "3w"), ("há três semanas", "3w"), ("3 tygodnie temu", "3w"),
    ("the last 45 days", "45d"), ("past 6 months", "6m"), ("ultimi 45 giorni", "45d"),
    ("les 45 derniers jours", "45d"), ("letzten 45 Tage", "45d"), ("los últimos 45 días", "45d"),
    ("nas últimas três semanas", "3w"), ("ostatnie 45 dni", "45d"),
    ("3 weeks", None), ("in 3 weeks", None), ("weeks ago", None), ("3 fridays ago", None), ("vor Ostern",
    None),
    ("last week", None),
])  # fmt: skip
def test_how_long_ago(text: str, found: str | None) -> None:
    assert written(ago(text)) == found


@pytest.mark.parametrize(("text", "found"), [
    ("in three weeks", "3w"), ("within 45 days", "45d"), ("next 45 days", "45d"), ("fra tre settimane", "3w"),
    ("entro due mesi", "2m"), ("i prossimi 45 giorni", "45d"), ("dans trois semaines", "3w"),
    ("45 prochains jours", "45d"), ("in drei Wochen", "3w"), ("nächsten 45 Tage", "45d"),
    ("dentro de tres semanas", "3w"), ("próximos 45 días", "45d"), ("em três semanas", "3w"),
    ("za trzy tygodnie", "3w"), ("najbliższe 45 dni", "45d"),
    ("next week", None), ("3 weeks", None), ("3 weeks ago", None), ("in march", None),
])  # fmt: skip
def test_how_far_ahead(text: str, found: str | None) -> None:
    assert written(ahead(text)) == found


@pytest.mark.parametrize(("text", "day"), [  # seen from Wednesday 12 April
    ("last monday", 10), ("last Wednesday", 5), ("last friday", 7), ("venerdì scorso", 7), ("lundi dernier",
    10),
    ("letzten Montag", 10), ("el viernes pasado", 7), ("na segunda-feira passada", 10),
    ("w zeszły poniedziałek", 10), ("this friday", 14), ("questo lunedì", 10), ("ce vendredi", 14),
    ("diesen Freitag", 14), ("este viernes", 14), ("esta sexta-feira", 14), ("ten piątek", 14),
    ("venerdì prossimo", 14), ("mercoledì prossimo", 19), ("vendredi prochain", 14), ("próximo viernes", 14),
    ("kommenden Freitag", 14), ("najbliższy piątek", 14),
    ("next monday", 17), ("next wednesday", 19), ("nächsten Dienstag", 18),
    ("friday", None), ("next", None), ("last monday 3 april", None), ("last monday 3", None),
    ("last 2 fridays", None), ("", None),
    ("next monday or tuesday", None), ("last week", None), ("every friday", None),
])  # fmt: skip
def test_a_weekday_beside_today(text: str, day: int | None) -> None:
    assert weekday(text, TODAY) == (day and date(2017, 4, day))


@pytest.mark.parametrize("text", ["next friday", "nächsten Donnerstag", "w przyszły piątek", "next sunday"])
def test_the_next_one_may_be_that_of_next_week(text: str) -> None:
    with pytest.raises(TwoDays):
        weekday(text, TODAY)


@pytest.mark.parametrize(
    "text", ["weekend", "il weekend", "the week-end", "fine settimana", "Wochenende", "fim de semana"]
)
def test_the_weekend(text: str) -> None:
    assert weekend(text, TODAY) == (date(2017, 4, 15), date(2017, 4, 16))
    for other in (f"next {text}", f"{text} 3"):
        assert weekend(other, TODAY) is None

"""WINDOW as it is typed: what it covers, what is refused. Today is Wednesday 12 April 2017."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clustercalls.phrase.vocabulary import WEEKDAYS
from clustercalls.phrase.windows import NotAWindow, Window, first_day, parse

TODAY = date(2017, 4, 12)

patient = settings(deadline=None)  # a busy machine is not a bug

FROM_NOW = [
    # text, its last day
    ("0d", "2017-04-12"),
    ("1d", "2017-04-13"),
    ("30d", "2017-05-12"),
    ("+30d", "2017-05-12"),
    ("03d", "2017-04-15"),
    ("30D", "2017-05-12"),
    (" 30d ", "2017-05-12"),
    ("2w", "2017-04-26"),
    ("3m", "2017-07-12"),
    ("1y", "2018-04-12"),
    ("200y", "2217-04-12"),
    ("2400m", "2217-04-12"),
    ("today", "2017-04-12"),
    ("Today", "2017-04-12"),
    ("oggi", "2017-04-12"),
    ("tomorrow", "2017-04-13"),
    ("domani", "2017-04-13"),
    ("eow", "2017-04-16"),  # Sunday
    ("EOM", "2017-04-30"),
    ("eoy", "2017-12-31"),
    ("wednesday", "2017-04-12"),  # on a Wednesday is today
    ("thursday", "2017-04-13"),
    ("tuesday", "2017-04-18"),
    ("mon", "2017-04-17"),
    ("Sun", "2017-04-16"),
    ("lunedì", "2017-04-17"),
    ("LUNEDI", "2017-04-17"),
    ("gio", "2017-04-13"),
    ("2017-04-12", "2017-04-12"),
    ("2017-06-30", "2017-06-30"),
    # as `add` takes them
    ("30 d", "2017-05-12"),
    ("30 days", "2017-05-12"),
    ("30days", "2017-05-12"),
    ("2 settimane", "2017-04-26"),
    ("3 Monate", "2017-07-12"),
    ("1 año", "2018-04-12"),
    ("morgen", "2017-04-13"),
    ("pojutrze", "2017-04-14"),
    ("4 may", "2017-05-04"),
    ("30 giugno 2017", "2017-06-30"),
    ("30.6.2017", "2017-06-30"),
    ("piątek", "2017-04-14"),
    ("by friday", "2017-04-14"),
    ("until eom", "2017-04-30"),
    ("within 30 days", "2017-05-12"),
    ("entro il 15 maggio", "2017-05-15"),
    ("entro venerdì", "2017-04-14"),
    ("jusqu'au 15 mai", "2017-05-15"),
    ("bis zum 15. Mai", "2017-05-15"),
    ("hasta el 15 de mayo", "2017-05-15"),
    ("até 15 de maio", "2017-05-15"),
    ("do 15 maja", "2017-05-15"),
    ("by next week", "2017-04-23"),
    ("by may", "2017-05-31"),
    ("three weeks", "2017-05-03"),
    ("tre mesi", "2017-07-12"),
    ("in drei Wochen", "2017-05-03"),
    ("within three weeks", "2017-05-03"),
    ("les 3 prochaines semaines", "2017-05-03"),
    ("next tuesday", "2017-04-18"),
    ("viernes próximo", "2017-04-14"),
    ("this friday", "2017-04-14"),
]

LOOKING_BACK = [
    # text, its first day
    ("0d", "2017-04-12"),
    ("30d", "2017-03-13"),
    ("2w", "2017-03-29"),
    ("1m", "2017-03-12"),
    ("1y", "2016-04-12"),
    ("200y", "1817-04-12"),
    ("today", "2017-04-12"),
    ("yesterday", "2017-04-11"),
    ("ieri", "2017-04-11"),
    ("wednesday", "2017-04-12"),
    ("monday", "2017-04-10"),
    ("thursday", "2017-04-06"),
    ("2016-12-02", "2016-12-02"),
    ("30 days", "2017-03-13"),
    ("4 april", "2017-04-04"),
    ("4 may", "2016-05-04"),  # the last one
    ("gestern", "2017-04-11"),
    ("a week", "2017-04-05"),
    ("3 weeks ago", "2017-03-22"),
    ("vor drei Wochen", "2017-03-22"),
    ("ostatnie trzy miesiące", "2017-01-12"),
    ("last monday", "2017-04-10"),
    ("mercredi dernier", "2017-04-05"),
]

STRETCHES = [
    # text, first, last: a period of the calendar, and what is written out
    ("2017-04", "2017-04-01", "2017-04-30"),
    ("2017", "2017-01-01", "2017-12-31"),
    ("2017-22", "2017-06-01", "2017-08-31"),
    ("2017-34", "2017-04-01", "2017-06-30"),
    ("201x", "2010-01-01", "2019-12-31"),
    ("2017-05..2017-06", "2017-05-01", "2017-06-30"),
    ("2017-05-02..2017-05-02", "2017-05-02", "2017-05-02"),
    ("2017-01..2017-05", "2017-01-01", "2017-05-31"),
    ("today..2017-06-30", "2017-04-12", "2017-06-30"),
    ("today..today", "2017-04-12", "2017-04-12"),
    ("yesterday..friday", "2017-04-11", "2017-04-14"),
    ("eow..eom", "2017-04-16", "2017-04-30"),
    ("1w..2w", "2017-04-19", "2017-04-26"),
    ("2017-05 .. 2017-06", "2017-05-01", "2017-06-30"),
    ("2017-05..", "2017-05-01", None),
    ("weekend", "2017-04-15", "2017-04-16"),
    ("this friday..in three weeks", "2017-04-14", "2017-05-03"),
    ("2016..", "2016-01-01", None),
    ("tomorrow..", "2017-04-13", None),
    ("..2017-06", None, "2017-06-30"),
    ("..eom", None, "2017-04-30"),
    ("march", "2018-03-01", "2018-03-31"),
    ("march 2018", "2018-03-01", "2018-03-31"),
    ("settembre", "2017-09-01", "2017-09-30"),
    ("next week", "2017-04-17", "2017-04-23"),
    ("this week", "2017-04-10", "2017-04-16"),
    ("nächste Woche", "2017-04-17", "2017-04-23"),
    ("la settimana prossima", "2017-04-17", "2017-04-23"),
    ("próximo mes", "2017-05-01", "2017-05-31"),
    ("przyszły rok", "2018-01-01", "2018-12-31"),
    ("spring 2018", "2018-03-01", "2018-05-31"),
    ("mid-may", "2017-05-11", "2017-05-20"),
    ("1-5 may", "2017-05-01", "2017-05-05"),
    ("may..next year", "2017-05-01", "2018-12-31"),
    ("tomorrow..4 may 2017", "2017-04-13", "2017-05-04"),
    ("from march", "2018-03-01", None),
    ("from tomorrow", "2017-04-13", None),
    ("from next week", "2017-04-17", None),
    ("da maggio", "2017-05-01", None),
    ("dal 15 maggio", "2017-05-15", None),
    ("à partir du 15 mai", "2017-05-15", None),
    ("ab Mai", "2017-05-01", None),
    ("desde mayo", "2017-05-01", None),
    ("a partir de maio", "2017-05-01", None),
    ("od maja", "2017-05-01", None),
    ("from may to june", "2017-05-01", "2017-06-30"),
]

NOT_UNDERSTOOD = "not understood"
ENDS_FIRST = "it ends before it starts"
TOO_LONG = "it is longer than 200 years"
PAST = "it is wholly past: add --past to look back"
AHEAD = "it is wholly ahead, and --past looks back"
OPEN = "it is open at both ends"

REFUSED = [
    ("30 fortnights", NOT_UNDERSTOOD),
    ("next", NOT_UNDERSTOOD),
    ("next friday", "this one or the one after? Write its date"),
    ("3 weeks ago", "it is wholly past: add --past to look back"),
    ("last 30 days", "it is wholly past: add --past to look back"),
    ("last monday", "it is wholly past: add --past to look back"),
    ("next weekend", NOT_UNDERSTOOD),
    ("from by friday", NOT_UNDERSTOOD),
    ("by", NOT_UNDERSTOOD),
    ("by friday..", NOT_UNDERSTOOD),
    ("..from march", NOT_UNDERSTOOD),
    ("by 4 may 17:00", NOT_UNDERSTOOD),
    ("since march", NOT_UNDERSTOOD),  # the next one or the last?
    ("by yesterday", PAST),
    ("until 4 april 2017", PAST),
    ("4 may 17:00", NOT_UNDERSTOOD),
    ("04/05/2017", NOT_UNDERSTOOD),  # in April or in May
    ("last month", PAST),
    ("la semaine dernière", PAST),
    ("4 april 2017", PAST),
    ("-30d", NOT_UNDERSTOOD),
    ("30", NOT_UNDERSTOOD),
    ("d", NOT_UNDERSTOOD),
    ("1.5m", NOT_UNDERSTOOD),
    ("٣d", NOT_UNDERSTOOD),
    ("fortnight", NOT_UNDERSTOOD),
    ("", NOT_UNDERSTOOD),
    ("mar", NOT_UNDERSTOOD),  # March or Tuesday
    ("4.4.2017", PAST),
    ("2017-02-30", NOT_UNDERSTOOD),
    ("2017-04-04T17:00", NOT_UNDERSTOOD),
    ("2017-05/2017-06", NOT_UNDERSTOOD),
    ("2017-05/..", NOT_UNDERSTOOD),
    ("today..tomorrow..", NOT_UNDERSTOOD),
    ("2017-05...2017-06", NOT_UNDERSTOOD),
    ("..", OPEN),
    (" .. ", OPEN),
    ("2017-06..2017-05", ENDS_FIRST),
    ("tomorrow..today", ENDS_FIRST),
    ("201y", TOO_LONG),
    ("2401m", TOO_LONG),
    ("73201d", TOO_LONG),
    ("10601w", TOO_LONG),
    ("999999999d", TOO_LONG),
    ("9999999999d", NOT_UNDERSTOOD),
    ("yesterday", PAST),
    ("2017-04-11", PAST),
    ("2017-03", PAST),
    ("2016", PAST),
    ("2016-01..2017-03", PAST),
    ("..yesterday", PAST),
]

REFUSED_LOOKING_BACK = [
    ("tomorrow", AHEAD),
    ("2017-05", AHEAD),
    ("2017-04-13", AHEAD),
    ("2017-04-13..", AHEAD),
    ("eow", AHEAD),
    ("2017-03..2017-02", ENDS_FIRST),
    ("201y", TOO_LONG),
]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("text", "last"), FROM_NOW)
def test_a_word_a_weekday_or_a_date_is_the_end_and_now_the_start(text: str, last: str) -> None:
    assert parse(text, TODAY) == Window(TODAY, day(last))


@pytest.mark.parametrize(("text", "first"), LOOKING_BACK)
def test_looking_back_it_is_the_start_and_now_the_end(text: str, first: str) -> None:
    assert parse(text, TODAY, past=True) == Window(day(first), TODAY)


@pytest.mark.parametrize(("text", "first", "last"), STRETCHES)
def test_a_period_or_a_range_is_itself(text: str, first: str | None, last: str | None) -> None:
    assert parse(text, TODAY) == Window(day(first), day(last))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017-03", "2017-03-01", "2017-03-31"),
        ("2016", "2016-01-01", "2016-12-31"),
        ("2017-04", "2017-04-01", "2017-04-30"),
        ("2016-01..2017-03", "2016-01-01", "2017-03-31"),
        ("..2017-03", None, "2017-03-31"),
        ("2017-03..", "2017-03-01", None),
        ("2w..1w", "2017-03-29", "2017-04-05"),
        ("last month", "2017-03-01", "2017-03-31"),
        ("mese scorso", "2017-03-01", "2017-03-31"),
        ("last week", "2017-04-03", "2017-04-09"),
        ("march", "2017-03-01", "2017-03-31"),
        ("november", "2016-11-01", "2016-11-30"),
        ("from march", "2017-03-01", None),
        ("since march", "2017-03-01", None),
        ("until march", None, "2017-03-31"),
        ("3 weeks ago..last friday", "2017-03-22", "2017-04-07"),
    ],
)
def test_looking_back_at_a_period(text: str, first: str | None, last: str | None) -> None:
    assert parse(text, TODAY, past=True) == Window(day(first), day(last))


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_refused(text: str, reason: str) -> None:
    with pytest.raises(NotAWindow) as refused:
        parse(text, TODAY)
    assert refused.value.reason == reason


@pytest.mark.parametrize(("text", "reason"), REFUSED_LOOKING_BACK)
def test_refused_looking_back(text: str, reason: str) -> None:
    with pytest.raises(NotAWindow) as refused:
        parse(text, TODAY, past=True)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("today", "text", "last"),
    [
        ("2017-04-16", "eow", "2017-04-16"),  # on a Sunday
        ("2017-04-17", "eow", "2017-04-23"),  # on a Monday
        ("2017-04-14", "friday", "2017-04-14"),
        ("2017-04-30", "eom", "2017-04-30"),
        ("2016-02-01", "eom", "2016-02-29"),
        ("2017-12-31", "eoy", "2017-12-31"),
        ("2017-01-31", "1m", "2017-02-28"),
        ("2016-02-29", "1y", "2017-02-28"),
        ("2017-12-31", "tomorrow", "2018-01-01"),
    ],
)
def test_ends_of_weeks_months_and_years(today: str, text: str, last: str) -> None:
    start = date.fromisoformat(today)
    assert parse(text, start) == Window(start, day(last))


YEARS = st.dates(date(1900, 1, 1), date(2199, 12, 31))  # those of a registry
TYPED = st.one_of(
    st.text(max_size=12),
    st.text("0123456789dwmy+-. xX/~?", max_size=16),
    st.sampled_from([text for table in (FROM_NOW, REFUSED) for text, _ in table]),
    st.from_regex(r"\A\+?[0-9]{1,9}[dwmyDWMY]\Z"),
    st.builds(
        "{}..{}".format, *[st.sampled_from(["", "today", "2017", "3d", "eom", "9999", "0001", "mon"])] * 2
    ),
)


@patient
@given(TYPED, YEARS, st.booleans())
@example("9999-12-31..", date(2199, 12, 31), False)
@example("0000", date(1900, 1, 1), True)
@example("200y", date(2199, 12, 31), False)
@example("eom", date(2199, 12, 31), False)
def test_nothing_but_a_window_or_its_refusal(text: str, today: date, past: bool) -> None:
    try:
        window = parse(text, today, past=past)
    except NotAWindow as refused:
        assert refused.reason  # noqa: PT017 - refused or not, both are fine
        return
    assert window.first or window.last
    if window.first and window.last:
        assert window.first <= window.last
    if past:
        assert window.first is None or window.first <= today
    else:
        assert window.last is None or window.last >= today


@patient
@given(st.sampled_from(sorted(WEEKDAYS)), YEARS, st.booleans())
def test_a_weekday_is_that_day_within_a_week_today_included(word: str, today: date, past: bool) -> None:
    window = parse(word, today, past=past)
    assert window.first is not None
    assert window.last is not None
    assert (window.first if past else window.last).weekday() == WEEKDAYS[word]
    assert (window.last if past else window.first) == today
    assert window.last - window.first < timedelta(days=7)


@patient
@given(st.integers(0, 5000), st.sampled_from("dwm"), YEARS)
def test_a_longer_span_holds_a_shorter_one(count: int, unit: str, today: date) -> None:
    try:
        longer = parse(f"{count + 1}{unit}", today).last
    except NotAWindow:
        return
    shorter = parse(f"{count}{unit}", today).last
    assert shorter is not None
    assert longer is not None
    assert today <= shorter < longer


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("tomorrow", "2017-04-13"),
        ("yesterday", "2017-04-11"),
        ("march", "2018-03-01"),
        ("march 2016", "2016-03-01"),
        ("last month", "2017-03-01"),
        ("next week", "2017-04-17"),
        ("30 days", "2017-05-12"),
        ("4 april 2017", "2017-04-04"),
        ("2017-22", "2017-06-01"),
        ("from march 2017", "2017-03-01"),
        ("as of 4 april 2017", "2017-04-04"),
    ],
)
def test_the_first_day_of_what_is_named(text: str, first: str) -> None:
    assert first_day(text, TODAY) == day(first)


@pytest.mark.parametrize("text", ["", "..", "soon", "04/05/2017", "4 april 2017 17:00", "by friday"])
def test_what_names_no_day(text: str) -> None:
    with pytest.raises(NotAWindow):
        first_day(text, TODAY)

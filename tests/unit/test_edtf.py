"""Fuzzy dates: the table of what is taken and which days it covers, and the table of what is refused."""

import warnings
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from clustercalls.edtf import FuzzyDate, NotEdtf, Span, Tense, date_time, ends, on, parse

with warnings.catch_warnings():
    # edtf 5.0 builds its grammar in a way that pyparsing 3.3 warns about, at import.
    warnings.simplefilter("ignore")
    from edtf import EDTFParseException, parse_edtf

OPEN = ""

patient = settings(deadline=None)  # a busy machine is not a bug

TAKEN = [
    # text, earliest, latest
    ("2017-04-04", "2017-04-04", "2017-04-04"),
    ("2016-02-29", "2016-02-29", "2016-02-29"),
    ("2017-04", "2017-04-01", "2017-04-30"),
    ("2016-02", "2016-02-01", "2016-02-29"),
    ("2017-12", "2017-12-01", "2017-12-31"),
    ("2017", "2017-01-01", "2017-12-31"),
    ("201X", "2010-01-01", "2019-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("2017-XX", "2017-01-01", "2017-12-31"),
    ("2017-XX-XX", "2017-01-01", "2017-12-31"),
    ("2017-01-XX", "2017-01-01", "2017-01-31"),
    ("2017-02-XX", "2017-02-01", "2017-02-28"),
    ("2017-12-XX", "2017-12-01", "2017-12-31"),
    # seasons, quarters, halves
    ("2017-21", "2017-03-01", "2017-05-31"),
    ("2017-22", "2017-06-01", "2017-08-31"),
    ("2017-23", "2017-09-01", "2017-11-30"),
    ("2017-24", "2017-12-01", "2018-02-28"),
    ("2015-24", "2015-12-01", "2016-02-29"),
    ("2017-33", "2017-01-01", "2017-03-31"),
    ("2017-34", "2017-04-01", "2017-06-30"),
    ("2017-35", "2017-07-01", "2017-09-30"),
    ("2017-36", "2017-10-01", "2017-12-31"),
    ("2017-40", "2017-01-01", "2017-06-30"),
    ("2017-41", "2017-07-01", "2017-12-31"),
    # qualifiers never widen
    ("2017~", "2017-01-01", "2017-12-31"),
    ("2017-04?", "2017-04-01", "2017-04-30"),
    ("2017-04-04%", "2017-04-04", "2017-04-04"),
    ("201X~", "2010-01-01", "2019-12-31"),
    ("2017-21~", "2017-03-01", "2017-05-31"),
    # intervals
    ("2017-02/2017-03", "2017-02-01", "2017-03-31"),
    ("2017-02-14/2017-03", "2017-02-14", "2017-03-31"),
    ("2017-04-04/2017-04-04", "2017-04-04", "2017-04-04"),
    ("2017-06/2017", "2017-06-01", "2017-12-31"),
    ("2017-21/2017-22", "2017-03-01", "2017-08-31"),
    ("2017-33/2017-34", "2017-01-01", "2017-06-30"),
    ("2017-41/2018-40", "2017-07-01", "2018-06-30"),
    ("201X/2020", "2010-01-01", "2020-12-31"),
    ("2016-12~/2017-01?", "2016-12-01", "2017-01-31"),
    ("2017-01/..", "2017-01-01", OPEN),
    ("2017-01/", "2017-01-01", OPEN),
    ("2017-01~/..", "2017-01-01", OPEN),
    ("../2017-06", OPEN, "2017-06-30"),
    ("/2017-06", OPEN, "2017-06-30"),
    ("../2017-24", OPEN, "2018-02-28"),
    # date-times
    ("2017-04-04T17:00", "2017-04-04", "2017-04-04"),
    ("2017-04-04 17:00", "2017-04-04", "2017-04-04"),
    ("2017-04-04t17:00z", "2017-04-04", "2017-04-04"),
    ("2017-04-04T17:00:00.123456", "2017-04-04", "2017-04-04"),
    ("2017-04-04T23:30:00-10:00", "2017-04-04", "2017-04-04"),
    ("2017-04-04T17:00:00+0200", "2017-04-04", "2017-04-04"),
    # the ends of the calendar
    ("0001", "0001-01-01", "0001-12-31"),
    ("0001-01", "0001-01-01", "0001-01-31"),
    ("0001-01-01", "0001-01-01", "0001-01-01"),
    ("000X", "0001-01-01", "0009-12-31"),
    ("00XX", "0001-01-01", "0099-12-31"),
    ("9999", "9999-01-01", "9999-12-31"),
    ("9999-12", "9999-12-01", "9999-12-31"),
    ("9999-12-31", "9999-12-31", "9999-12-31"),
    ("9999-23", "9999-09-01", "9999-11-30"),
    ("9999-24", "9999-12-01", "9999-12-31"),
    ("9999-36", "9999-10-01", "9999-12-31"),
    ("9999-41", "9999-07-01", "9999-12-31"),
    ("99XX", "9900-01-01", "9999-12-31"),
]

NOT_A_DATE = "not a date in EDTF"
NO_DAY = "there is no such day"
NO_YEAR_0 = "there is no year 0"
NO_MONTH = "there is no such month"
NO_PERIOD = "there is no such month, season, quarter or half"
NO_HOUR = "no such day or hour"
SETS = "sets are not taken"
YEARS = "only years of four digits, 0001 to 9999, are taken"
LAST_DIGITS = "X may stand only for the last digits, as in 201X, 2017-XX or 2017-02-XX"
LAST_MARK = "~ ? % may stand only at the end of a date"
REVERSED = "the interval ends before it starts"

REFUSED = [
    ("2017-02-29", NO_DAY),
    ("2017-04-31", NO_DAY),
    ("2017-04-00", NO_DAY),
    ("2017-13-01", NO_DAY),
    ("0000-01-01", NO_DAY),
    ("2017-00", NO_PERIOD),
    ("2017-13", NO_PERIOD),
    ("2017-20", NO_PERIOD),
    ("2017-25", NO_PERIOD),  # EDTF has seasons of a hemisphere and the like: not taken
    ("2017-32", NO_PERIOD),
    ("2017-37", NO_PERIOD),
    ("2017-39", NO_PERIOD),
    ("2017-42", NO_PERIOD),
    ("2017-00-XX", NO_MONTH),
    ("2017-13-XX", NO_MONTH),
    ("2017-21-XX", NO_MONTH),
    ("0000", NO_YEAR_0),
    ("0000-04", NO_YEAR_0),
    ("0000-XX", NO_YEAR_0),
    ("XXXX", LAST_DIGITS),
    ("2XXX", LAST_DIGITS),
    ("20X7", LAST_DIGITS),
    ("2017-XX-04", LAST_DIGITS),
    ("2017-1X", LAST_DIGITS),
    ("2017-04-1X", LAST_DIGITS),
    ("20XX-04", LAST_DIGITS),
    ("2017?-04", LAST_MARK),
    ("2017-~04-04", LAST_MARK),
    ("?2017", LAST_MARK),
    ("2017~~", LAST_MARK),
    ("{2017,2018}", SETS),
    ("[2017-01..2017-03]", SETS),
    ("Y17000", YEARS),
    ("-0044", YEARS),
    ("+2017", YEARS),
    ("20170", YEARS),
    ("20170-04", YEARS),
    ("2017E3", YEARS),
    ("2017S2", YEARS),
    ("2018/2017", REVERSED),
    ("2017-03/2017-02", REVERSED),
    ("2017-04-05/2017-04-04", REVERSED),
    ("../..", "an interval open at both ends says nothing"),
    ("/", "an interval open at both ends says nothing"),
    ("2017/2018/2019", "an interval has two ends"),
    ("2017-02-30/2017-03", NO_DAY),
    ("2017/2017-13", NO_PERIOD),
    ("2017-04-04T17:00/2017-04-05", NOT_A_DATE),
    ("2017 / 2018", NOT_A_DATE),
    ("2017-04-04T24:00", NO_HOUR),
    ("2017-04-04T17:60", NO_HOUR),
    ("2017-04-04T17:00:60", NO_HOUR),
    ("2017-02-29T17:00", NO_HOUR),
    ("2017-04-04T17:00+24:00", NO_HOUR),
    ("2017-04-04T17:00+01:60", NO_HOUR),
    ("2017-04-04T17:00-0199", NO_HOUR),
    ("2017-04-04T17", NOT_A_DATE),
    ("2017-04-04T17:00~", NOT_A_DATE),
    ("2017-04-04T17:00 CET", NOT_A_DATE),
    ("2017-04T17:00", NOT_A_DATE),
    ("T17:00", NOT_A_DATE),
    ("", NOT_A_DATE),
    ("?", NOT_A_DATE),
    ("2017-4-4", NOT_A_DATE),
    ("2017-", NOT_A_DATE),
    ("4 April 2017", NOT_A_DATE),
    ("spring", NOT_A_DATE),
    ("٢٠١٧", NOT_A_DATE),
    ("２０１７", NOT_A_DATE),
    ("2017\n2018", NOT_A_DATE),
]

MARKS = [
    # text, uncertain, approximate
    ("2017", False, False),
    ("2017?", True, False),
    ("2017~", False, True),
    ("2017%", True, True),
    ("2017-04-04%", True, True),
    ("2017~/2018", False, True),
    ("2017/2018?", True, False),
    ("2017~/2018?", True, True),
    ("2017-01?/..", True, False),
    ("../2017-06~", False, True),
]

TENSES = [
    # text, today, where it lies
    ("2017-04-04", "2017-04-03", Tense.AHEAD),
    ("2017-04-04", "2017-04-04", Tense.NOW),
    ("2017-04-04", "2017-04-05", Tense.PAST),
    ("2017-02/2017-03", "2017-01-31", Tense.AHEAD),
    ("2017-02/2017-03", "2017-02-01", Tense.NOW),
    ("2017-02/2017-03", "2017-03-31", Tense.NOW),
    ("2017-02/2017-03", "2017-04-01", Tense.PAST),
    ("2017-01/..", "2016-12-31", Tense.AHEAD),
    ("2017-01/..", "2217-01-01", Tense.NOW),
    ("../2017-06", "1017-01-01", Tense.NOW),
    ("../2017-06", "2017-07-01", Tense.PAST),
]

BRUSSELS_SUMMER = timezone(timedelta(hours=2))

MOMENTS = [
    ("2017-04-04T17:00", datetime(2017, 4, 4, 17, 0)),  # noqa: DTZ001 - no offset was written
    (" 2017-04-04 17:00:30 ", datetime(2017, 4, 4, 17, 0, 30)),  # noqa: DTZ001
    ("2017-04-04T00:00", datetime(2017, 4, 4)),  # noqa: DTZ001
    ("2017-04-04T23:59:59.5", datetime(2017, 4, 4, 23, 59, 59, 500_000)),  # noqa: DTZ001
    ("2017-04-04T17:00Z", datetime(2017, 4, 4, 17, 0, tzinfo=UTC)),
    ("2017-04-04t17:00z", datetime(2017, 4, 4, 17, 0, tzinfo=UTC)),
    ("2017-04-04T17:00+02:00", datetime(2017, 4, 4, 17, 0, tzinfo=BRUSSELS_SUMMER)),
    ("2017-04-04T17:00+0200", datetime(2017, 4, 4, 17, 0, tzinfo=BRUSSELS_SUMMER)),
    ("2017-04-04T17:00-01:59", datetime(2017, 4, 4, 17, 0, tzinfo=timezone(-timedelta(minutes=119)))),
    ("2017-04-04", None),
    ("2017-04-04T17:00/2017-04-05", None),
    ("tomorrow", None),
]

# What the edtf package says otherwise, and why we do not.
ORACLE_IS_WRONG = [
    ("2017-24", "2017-12-01", "2017-12-31"),  # winter goes on in January and February
    ("2017-02-29", "2017-02-29", "2017-02-29"),  # there is no such day
    ("2017-03/2017-02", "2017-03-01", "2017-02-28"),  # reversed
    ("0000", "0000-01-01", "0000-12-31"),  # no year 0
    ("000X", "0000-01-01", "0009-12-31"),
    ("2017-01/", "2017-01-01", "2027-01-01"),  # an unknown end, padded by ten years
    ("/2017-06", "2007-06-30", "2017-06-30"),
]
ORACLE_IS_OPEN = ["2017-01/..", "../2017-06", "../.."]  # floats instead of days
ORACLE_DOES_NOT_TAKE = ["2017-21~", "2017-33/2017-34", "2017-04-04T17:00", "2017-04-04 17:00:00"]
ORACLE_TAKES_MORE = ["{2017,2018}", "[2017,2018]", "Y17000", "2017S2", "XXXX", "2XXX", "2017-XX-04", "-0044"]


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("text", "earliest", "latest"), TAKEN)
def test_taken(text: str, earliest: str, latest: str) -> None:
    taken = parse(text)
    assert (taken.earliest, taken.latest) == (day(earliest), day(latest))
    assert str(taken) == taken.text == text
    assert parse(f" \t{text}\n") == taken


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_refused(text: str, reason: str) -> None:
    for read in (parse, ends):
        with pytest.raises(NotEdtf) as caught:
            read(text)
        assert caught.value.reason == str(caught.value) == reason


@pytest.mark.parametrize(("text", "uncertain", "approximate"), MARKS)
def test_qualifiers(text: str, uncertain: bool, approximate: bool) -> None:
    assert (parse(text).uncertain, parse(text).approximate) == (uncertain, approximate)


@pytest.mark.parametrize(("text", "today", "tense"), TENSES)
def test_tense(text: str, today: str, tense: Tense) -> None:
    assert parse(text).tense(date.fromisoformat(today)) is tense


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("2017-04-04", True),
        ("2017-04-04~", True),
        ("2017-04-04T17:00", True),
        ("2017-04-04/2017-04-04", True),
        ("2017-04", False),
        ("2017-04-04/2017-04-05", False),
        ("2017-04-04/..", False),
        ("../2017-04-04", False),
    ],
)
def test_exact_is_one_day_and_no_other(text: str, exact: bool) -> None:
    assert parse(text).is_exact is exact


@pytest.mark.parametrize(("text", "moment"), MOMENTS)
def test_date_time(text: str, moment: datetime | None) -> None:
    found = date_time(text)
    assert found == moment
    assert found is None or moment is None or found.utcoffset() == moment.utcoffset()


@pytest.mark.parametrize("text", [text for text, reason in REFUSED if reason == NO_HOUR])
def test_no_such_moment(text: str) -> None:
    with pytest.raises(NotEdtf, match=NO_HOUR):
        date_time(text)


def test_ends() -> None:
    april = Span(date(2017, 4, 1), date(2017, 4, 30))
    about_june = Span(date(2017, 6, 1), date(2017, 6, 30), approximate=True)
    fourth = Span(date(2017, 4, 4), date(2017, 4, 4))
    assert ends("2017-04/2017-06~") == (april, about_june)
    assert ends(" 2017-04/.. ") == ends("2017-04/") == (april, None)
    assert ends("../2017-06~") == ends("/2017-06~") == (None, about_june)
    assert ends(" 2017-04 ") == (april, april)
    assert ends(" 2017-04-04T23:00-10:00 ") == (fourth, fourth)


YEARS_ = st.integers(1, 9999)
PLAIN = st.one_of(
    st.dates().map(date.isoformat),
    st.builds("{:04}-{:02}".format, YEARS_, st.integers(1, 12)),
    YEARS_.map("{:04}".format),
)
PERIODS = st.builds("{:04}-{}".format, YEARS_, st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 40, 41]))
VAGUE = st.one_of(
    st.integers(0, 999).map("{:03}X".format),
    st.integers(0, 99).map("{:02}XX".format),
    YEARS_.map("{:04}-XX".format),
    YEARS_.map("{:04}-XX-XX".format),
    st.builds("{:04}-{:02}-XX".format, YEARS_, st.integers(1, 12)),
)
MARKED = st.builds("{}{}".format, PLAIN | PERIODS | VAGUE, st.sampled_from(["", "~", "?", "%"]))
OPENED = st.builds("{}/{}".format, MARKED, st.sampled_from(["", ".."])) | st.builds(
    "{}/{}".format, st.sampled_from(["", ".."]), MARKED
)
CLOCKS = st.builds(
    "{}{}{}{}".format, st.dates(), st.sampled_from("T "), st.times(), st.sampled_from(["", "Z", "+01:30"])
)


@st.composite
def pairs(draw: st.DrawFn, part: st.SearchStrategy[str] = MARKED) -> str:
    first, last = draw(part), draw(part)
    start, end = parse(first).earliest, parse(last).latest
    assume(start is not None and end is not None and start <= end)
    return f"{first}/{last}"


VALID = MARKED | OPENED | CLOCKS | pairs()
ANY = st.text() | st.text("0123456789-/XT:~?%. +Z{}[]ESYx,", max_size=25)


@patient
@given(VALID)
def test_parse_and_str_are_inverse(text: str) -> None:
    assert str(parse(text)) == text
    assert parse(str(parse(text))) == parse(text)


@patient
@given(VALID)
def test_the_earliest_day_is_not_after_the_latest(text: str) -> None:
    taken = parse(text)
    assert taken.earliest or taken.latest
    assert not (taken.earliest and taken.latest) or taken.earliest <= taken.latest


@patient
@given(VALID)
def test_both_ends_are_those_of_the_whole(text: str) -> None:
    first, last = ends(text)
    known = [end for end in (first, last) if end]
    assert parse(text) == FuzzyDate(
        first.first if first else None,
        last.last if last else None,
        text,
        uncertain=any(end.uncertain for end in known),
        approximate=any(end.approximate for end in known),
    )


@patient
@given(VALID, st.dates())
def test_tense_says_where_today_is(text: str, today: date) -> None:
    taken = parse(text)
    over = taken.latest is not None and taken.latest < today
    ahead = taken.earliest is not None and taken.earliest > today
    assert taken.tense(today) is {(True, False): Tense.PAST, (False, True): Tense.AHEAD}.get(
        (over, ahead), Tense.NOW
    )


@patient
@given(ANY | VALID)
@example("\ud800")
@example("2017-04-04T17:00+99:99")
@example("a/b/c")
def test_no_text_raises_anything_but_not_edtf(text: str) -> None:
    for read in (parse, ends, date_time):
        try:
            read(text)
        except NotEdtf as refused:
            reason = refused.reason
            assert reason


@patient
@given(st.dates())
def test_widening_never_narrows(today: date) -> None:
    year = f"{today.year:04}"
    month = f"{year}-{today.month:02}"
    season = (today.month // 3 + 3) % 4 + 21
    season_year = today.year - (today.month < 3)
    assume(season_year > 0)
    quarter, half = (today.month - 1) // 3 + 33, (today.month - 1) // 6 + 40
    by_calendar = (
        today.isoformat(),
        month,
        f"{year}-{quarter}",
        f"{year}-{half}",
        year,
        f"{year[:3]}X",
        f"{year[:2]}XX",
    )
    by_season = (today.isoformat(), month, f"{season_year:04}-{season}")
    for chain in (by_calendar, by_season):
        spans = [parse(text) for text in chain]
        for narrow, wide in pairwise(spans):
            assert _before(wide.earliest, narrow.earliest)
            assert _before(narrow.latest, wide.latest)


def _before(first: date | None, last: date | None) -> bool:
    return first is not None and last is not None and first <= last


@patient
@given(st.dates())
def test_on_is_that_day(today: date) -> None:
    assert on(today) == FuzzyDate(today, today, today.isoformat())
    assert on(today).is_exact


def oracle(text: str) -> tuple[str, str]:
    """The first and last day by the edtf package, which knows years that Python does not."""
    found = parse_edtf(text)
    lower, upper = (
        "{:04}-{:02}-{:02}".format(*when[:3]) for when in (found.lower_strict(), found.upper_strict())
    )
    return lower, upper


AGREED = st.one_of(
    st.builds("{}{}".format, PLAIN, st.sampled_from(["", "~", "?", "%"])),
    PERIODS.filter(lambda text: not text.endswith("-24")),
    VAGUE.filter(lambda text: not text.startswith("000X") and not text.startswith("00XX")),
    pairs(PLAIN),
    st.builds("{}T{}Z".format, st.dates(), st.times().map(lambda at: at.replace(microsecond=0).isoformat())),
)


@patient
@given(AGREED)
def test_the_oracle_agrees(text: str) -> None:
    taken = parse(text)
    assert (str(taken.earliest), str(taken.latest)) == oracle(text)


@patient
@given(YEARS_, st.integers(1, 13), st.integers(1, 32))
def test_the_oracle_agrees_which_days_there_are(year: int, month: int, number: int) -> None:
    text = f"{year:04}-{month:02}-{number:02}"
    assume(text[5:] != "02-29")
    try:
        oracle(text)
    except EDTFParseException:
        with pytest.raises(NotEdtf):
            parse(text)
    else:
        assert parse(text).is_exact


@pytest.mark.parametrize(("text", "earliest", "latest"), ORACLE_IS_WRONG)
def test_where_the_oracle_is_wrong(text: str, earliest: str, latest: str) -> None:
    assert oracle(text) == (earliest, latest)
    try:
        taken = parse(text)
    except NotEdtf:
        return
    assert (str(taken.earliest), str(taken.latest)) != (earliest, latest)


@pytest.mark.parametrize("text", ORACLE_IS_OPEN)
def test_where_the_oracle_answers_with_floats(text: str) -> None:
    found = parse_edtf(text)
    assert any(isinstance(when, float) for when in (found.lower_strict(), found.upper_strict()))


@pytest.mark.parametrize("text", ORACLE_DOES_NOT_TAKE)
def test_what_the_oracle_does_not_take(text: str) -> None:
    assert parse(text).text == text
    with pytest.raises(EDTFParseException):
        parse_edtf(text)


@pytest.mark.parametrize("text", ORACLE_TAKES_MORE)
def test_what_only_the_oracle_takes(text: str) -> None:
    assert parse_edtf(text)
    with pytest.raises(NotEdtf):
        parse(text)

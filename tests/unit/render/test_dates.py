"""Dates for people, in both languages: the table is the specification."""

from datetime import date

import pytest

from builders import BRUSSELS, milestone
from clustercalls.edtf import parse
from clustercalls.i18n import ENGLISH, language
from clustercalls.render.dates import (
    in_zone,
    say,
    say_days,
    say_from_to,
    say_milestone,
    say_short,
    say_stretch,
)

SAID = [
    # EDTF, English, Italian
    ("2017-04-04", "4 Apr 2017", "4 apr 2017"),
    ("2017-01-01", "1 Jan 2017", "1 gen 2017"),
    ("2017-12-31", "31 Dec 2017", "31 dic 2017"),
    ("2016-11", "Nov 2016", "nov 2016"),
    ("2017-06", "June 2017", "giu 2017"),
    ("2017-09", "Sept 2017", "set 2017"),
    ("2017-02-XX", "Feb 2017", "feb 2017"),
    ("2017", "2017", "2017"),
    ("2017-XX", "2017", "2017"),
    ("201X", "2010s", "anni 2010"),
    ("20XX", "2000–2099", "2000–2099"),
    # seasons, quarters, halves
    ("2017-21", "spring 2017", "primavera 2017"),
    ("2017-22", "summer 2017", "estate 2017"),
    ("2017-23", "autumn 2017", "autunno 2017"),
    ("2017-24", "winter 2017–18", "inverno 2017–18"),
    ("1999-24", "winter 1999–00", "inverno 1999–00"),
    ("2017-33", "1st quarter 2017", "1° trimestre 2017"),
    ("2017-34", "2nd quarter 2017", "2° trimestre 2017"),
    ("2017-35", "3rd quarter 2017", "3° trimestre 2017"),
    ("2017-36", "4th quarter 2017", "4° trimestre 2017"),
    ("2017-40", "1st half 2017", "1° semestre 2017"),
    ("2017-41", "2nd half 2017", "2° semestre 2017"),
    # qualifiers
    ("2017~", "about 2017", "circa 2017"),
    ("2017-04~", "about Apr 2017", "circa apr 2017"),
    ("2017-04-04?", "4 Apr 2017?", "4 apr 2017?"),
    ("2017-21%", "about spring 2017?", "circa primavera 2017?"),
    ("2017-01~/..", "from about Jan 2017", "da circa gen 2017"),
    ("2016-12~/2017-01?", "about Dec 2016 – Jan 2017?", "circa dic 2016 – gen 2017?"),
    # open ends
    ("2017-01/..", "from Jan 2017", "da gen 2017"),
    ("2017/..", "from 2017", "dal 2017"),
    ("2017-01/", "from Jan 2017", "da gen 2017"),
    ("../2017-06", "until June 2017", "fino a giu 2017"),
    ("/2017-06-30", "until 30 June 2017", "fino al 30 giu 2017"),
    ("2017-04-08/..", "from 8 Apr 2017", "dall'8 apr 2017"),
    ("../2017-04-11", "until 11 Apr 2017", "fino all'11 apr 2017"),
    ("2017-04-18/..", "from 18 Apr 2017", "dal 18 apr 2017"),
    ("2017-24/..", "from winter 2017–18", "da inverno 2017–18"),
    # ranges: what both ends share is said once
    ("2017-02/2017-03", "Feb–Mar 2017", "feb–mar 2017"),
    ("2016-12-01/2016-12-02", "1–2 Dec 2016", "1–2 dic 2016"),
    ("2017-02-28/2017-03-03", "28 Feb – 3 Mar 2017", "28 feb – 3 mar 2017"),
    ("2017-04-04/2017-04-04", "4 Apr 2017", "4 apr 2017"),
    ("2017-02/2017-02", "Feb 2017", "feb 2017"),
    ("2016-12/2017-01", "Dec 2016 – Jan 2017", "dic 2016 – gen 2017"),
    ("2016-12-30/2017-01-02", "30 Dec 2016 – 2 Jan 2017", "30 dic 2016 – 2 gen 2017"),
    ("2016-04/2017-04", "Apr 2016 – Apr 2017", "apr 2016 – apr 2017"),
    ("2016/2018", "2016–2018", "2016–2018"),
    ("2017-02-14/2017-03", "14 Feb 2017 – Mar 2017", "14 feb 2017 – mar 2017"),
    ("2017-21/2017-22", "spring–summer 2017", "primavera–estate 2017"),
    ("2017-33/2017-34", "1st quarter–2nd quarter 2017", "1° trimestre–2° trimestre 2017"),
    ("2017-06/2017", "June 2017 – 2017", "giu 2017 – 2017"),
    ("201X/2020", "2010s–2020", "anni 2010 – 2020"),
]


@pytest.mark.parametrize(("text", "english", "italian"), SAID)
def test_said(text: str, english: str, italian: str) -> None:
    assert (say(text, "en"), say(text, "it")) == (english, italian)


def test_every_month_and_weekday_has_its_name() -> None:
    months = [say(f"2017-{month:02}", "en").split()[0] for month in range(1, 13)]
    assert months == ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]
    mesi = [say(f"2017-{month:02}", "it").split()[0] for month in range(1, 13)]
    assert mesi == ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"]


STRETCHES = [
    ("", "", "date not announced", "data non annunciata"),
    ("2016-12-01", "2016-12-02", "1–2 Dec 2016", "1–2 dic 2016"),
    ("2016-12-01", "2016-12-01", "1 Dec 2016", "1 dic 2016"),
    ("2016-12-01?", "2016-12-02?", "1–2 Dec 2016?", "1–2 dic 2016?"),
    ("2016-12-01~", "2016-12-02~", "about 1–2 Dec 2016", "circa 1–2 dic 2016"),
    ("2016-12-01%", "2016-12-02%", "about 1–2 Dec 2016?", "circa 1–2 dic 2016?"),
    ("2016-12-01?", "2016-12-02", "1 Dec 2016? – 2 Dec 2016", "1 dic 2016? – 2 dic 2016"),
    ("2016-12-01", "2016-12-02?", "1 Dec 2016 – 2 Dec 2016?", "1 dic 2016 – 2 dic 2016?"),
    ("2016-12-01~", "2016-12-02?", "about 1 Dec 2016 – 2 Dec 2016?", "circa 1 dic 2016 – 2 dic 2016?"),
    ("2016-12-30", "2017-01-02", "30 Dec 2016 – 2 Jan 2017", "30 dic 2016 – 2 gen 2017"),
    ("2017-02", "2017-06", "Feb 2017 – June 2017", "feb 2017 – giu 2017"),
    ("2017-02", "2017-06/..", "from Feb 2017", "da feb 2017"),
    ("2017", "2017-06/..", "from 2017", "dal 2017"),
    ("2017-02", "", "Feb 2017", "feb 2017"),
]


@pytest.mark.parametrize(("when", "until", "english", "italian"), STRETCHES)
def test_stretches(when: str, until: str, english: str, italian: str) -> None:
    dates = (parse(when) if when else None, parse(until) if until else None)
    assert say_stretch(*dates, language("en")) == english
    assert say_stretch(*dates, language("it")) == italian


MILESTONES = [
    # when, until, at, zone, on whose clock, English
    ("2017-04-04", "", "", BRUSSELS, "", "Tue 4 Apr 2017"),
    ("2017-04-04~", "", "", BRUSSELS, "", "about Tue 4 Apr 2017"),
    ("2017-04-04?", "", "", BRUSSELS, "", "Tue 4 Apr 2017?"),
    ("2017-04-04", "", "17:00", BRUSSELS, "", "Tue 4 Apr 2017 17:00 Brussels"),
    ("2017-04-04", "", "17:00:30", BRUSSELS, "", "Tue 4 Apr 2017 17:00:30 Brussels"),
    ("2017-04-04", "", "23:59", "AoE", "", "Tue 4 Apr 2017 23:59 AoE"),
    ("2017-04-04", "", "17:00", "America/New_York", "", "Tue 4 Apr 2017 17:00 New York"),
    ("2017-04-04", "", "17:00", "UTC+2", "", "Tue 4 Apr 2017 17:00 UTC+2"),
    ("2017-04-04", "", "17:00", BRUSSELS, "Asia/Tokyo", "Wed 5 Apr 2017 00:00 Tokyo"),
    ("2017-04-04", "", "", BRUSSELS, "Asia/Tokyo", "Tue 4 Apr 2017"),  # a day is on no other clock
    ("2017-04", "", "17:00", BRUSSELS, "Asia/Tokyo", "Apr 2017, 17:00"),  # kept and shown, no instant
    ("2016-12-01", "2016-12-02", "", BRUSSELS, "", "1–2 Dec 2016"),
    ("2016-12-01?", "2016-12-02?", "", BRUSSELS, "", "1–2 Dec 2016?"),
    ("2016-12-01?", "2016-12-02?", "09:00", BRUSSELS, "", "1–2 Dec 2016?, 09:00 Brussels"),
    ("", "", "", BRUSSELS, "", "date not announced"),
    ("", "", "17:00", BRUSSELS, "", "date not announced"),
]


@pytest.mark.parametrize(("when", "until", "hour", "zone", "clock", "expected"), MILESTONES)
def test_milestones(when: str, until: str, hour: str, zone: str, clock: str, expected: str) -> None:
    its = milestone(when, until=until, at=hour, zone=zone)
    assert say_milestone(its, language("en"), clock) == expected


def test_weekdays_in_italian() -> None:
    said = [say_milestone(milestone(f"2017-04-{day:02}"), language("it")).split()[0] for day in range(3, 10)]
    assert said == ["lun", "mar", "mer", "gio", "ven", "sab", "dom"]


def test_short() -> None:
    assert say_short(date(2017, 4, 4), "en", 2017) == "4 Apr"
    assert say_short(date(2017, 4, 4), "it", 2018) == "4 apr 2017"
    assert say_days(date(2016, 12, 1), date(2016, 12, 2), "en") == "1–2 Dec 2016"


@pytest.mark.parametrize(
    ("zone", "english", "italian"),
    [
        ("America/Argentina/Buenos_Aires", "17:00 Buenos Aires", "17:00 (ora di Buenos Aires)"),
        ("Europe/Brussels", "17:00 Brussels", "17:00 (ora di Bruxelles)"),
        ("AoE", "17:00 AoE", "17:00 AoE"),
        ("UTC+2", "17:00 UTC+2", "17:00 UTC+2"),
    ],
)
def test_an_hour_with_its_zone(zone: str, english: str, italian: str) -> None:
    assert in_zone("17:00", zone, ENGLISH) == english
    assert in_zone("17:00", zone, language("it")) == italian


@pytest.mark.parametrize(
    ("first", "last", "english", "italian"),
    [
        ("2026-12-03", "2026-12-09", "from 3 to 9 December", "dal 3 al 9 dicembre"),
        ("2026-12-08", "2026-12-11", "from 8 to 11 December", "dall'8 all'11 dicembre"),
        ("2026-11-28", "2026-12-08", "from 28 November to 8 December", "dal 28 novembre all'8 dicembre"),
        ("2025-12-28", "2026-01-01", "from 28 December 2025 to 1 January 2026",
         "dal 28 dicembre 2025 al 1 gennaio 2026"),
        ("2025-05-18", "2025-05-19", "from 18 to 19 May 2025", "dal 18 al 19 maggio 2025"),
    ],
)  # fmt: skip
def test_from_day_to_day(first: str, last: str, english: str, italian: str) -> None:
    ends = date.fromisoformat(first), date.fromisoformat(last)
    assert say_from_to(*ends, language("en"), 2026) == english
    assert say_from_to(*ends, language("it"), 2026) == italian

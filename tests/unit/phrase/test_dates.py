"""People's dates, one screen per language: what was typed, what it means. Today is 18 November 2026."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clustercalls import edtf
from clustercalls.phrase.dates import Ambiguous, hint, read
from clustercalls.phrase.vocabulary import WEEKDAYS, WORDS, NotUnderstood

TODAY = date(2026, 11, 18)

patient = settings(deadline=None)  # a busy machine is not a bug

ENGLISH = [
    ("4 April 2017", "2017-04-04"),
    ("the 4th of April, 2017", "2017-04-04"),
    ("April 4, 2017", "2017-04-04"),
    ("Tue 4 April 2017", "2017-04-04"),
    ("Tuesday, 4 Apr. 2017", "2017-04-04"),
    ("4-Apr-2017", "2017-04-04"),
    ("November 2016", "2016-11"),
    ("Sept. 2016", "2016-09"),
    ("Nov-2016", "2016-11"),
    ("feb-mar 2017", "2017-02/2017-03"),
    ("Feb–Mar 2017", "2017-02/2017-03"),
    ("between February and March 2017", "2017-02/2017-03"),
    ("1-2 December 2016", "2016-12-01/2016-12-02"),
    ("March 1–2, 2017", "2017-03-01/2017-03-02"),
    ("Feb 28 - Mar 15, 2017", "2017-02-28/2017-03-15"),
    ("28 Feb - 3 Mar 2017", "2017-02-28/2017-03-03"),
    ("Sat 4 to Sun 5 March 2017", "2017-03-04/2017-03-05"),
    ("November 2016 - February 2017", "2016-11/2017-02"),
    ("from 1 to 3 April 2017", "2017-04-01/2017-04-03"),
    ("2017 to March 2018", "2017/2018-03"),
    ("from the 4th of the April of the 2017 to the 6th of the May of the 2017", "2017-04-04/2017-05-06"),
    (f"4 April {'2017':>112}", "2017-04-04"),
    ("4 April 2017 - May 2017", "2017-04-04/2017-05"),
    ("July 2017", "2017-07"),
    ("spring 2027", "2027-21"),
    ("summer of 2027", "2027-22"),
    ("fall 2027", "2027-23"),
    ("spring-summer 2027", "2027-21/2027-22"),
    ("winter 2016/2017", "2016-24"),
    ("winter 2016-2017", "2016-24"),
    ("winter 2016/17", "2016-24"),
    ("winter 2009–10", "2009-24"),
    ("Q2 2017", "2017-34"),
    ("Q2/2017", "2017-34"),
    ("Q1-2017", "2017-33"),
    ("fourth quarter 2017", "2017-36"),
    ("H1 2017", "2017-40"),
    ("2017 Q2", "2017-34"),
    ("Q3-Q4 2017", "2017-35/2017-36"),
    ("2nd quarter 2017", "2017-34"),
    ("the second quarter of 2017", "2017-34"),
    ("first half of 2017", "2017-40"),
    ("H2 2017", "2017-41"),
    ("from January 2017", "2017-01/.."),
    ("since 2017", "2017/.."),
    ("as of 4 April 2017", "2017-04-04/.."),
    ("until June 2017", "../2017-06"),
    ("by 2017-06", "../2017-06"),
    ("no later than 4 April 2017", "../2017-04-04"),
    ("about 2017", "2017~"),
    ("from about January 2017", "2017-01~/.."),
    ("around Feb-Mar 2017", "2017-02~/2017-03~"),
    ("about spring 2017?", "2017-21%"),
    ("April 2017 ?", "2017-04?"),
    ("2010s", "201X"),
    ("the 1990s", "199X"),
    ("4 April 2017 17:00", "2017-04-04T17:00"),
    ("4 April 2017, 17:00:00", "2017-04-04T17:00:00"),
    ("4 April 2017 at 5 pm", "2017-04-04T17:00"),
    ("5:30 p.m. on 4 April 2017", "2017-04-04T17:30"),
    ("4 April 2017 1am", "2017-04-04T01:00"),
    ("4 April 2017 at 11.30 pm", "2017-04-04T23:30"),
    ("4 April 2017 at 13", "2017-04-04T13:00"),
    ("4 April 2017 at 13.30", "2017-04-04T13:30"),
    ("17:00 hrs, Tuesday 4 April 2017", "2017-04-04T17:00"),
    ("week 14 of 2017", "2017-04-03/2017-04-09"),
    ("until week 14 of 2017", "../2017-04-09"),
    ("4 April 2017 (Tue)", "2017-04-04"),
    ("4 April 2017 24:00", "2017-04-04"),
    ("early April 2017", "2017-04-01/2017-04-10"),
    ("mid-April 2017", "2017-04-11/2017-04-20"),
    ("end of April 2017", "2017-04-21/2017-04-30"),
    ("late February 2016", "2016-02-21/2016-02-29"),
    ("by mid-April 2017", "../2017-04-20"),
    ("from mid-April 2017", "2017-04-11/.."),
    ("early March to late April 2017", "2017-03-01/2017-04-30"),
    ("4 April 2017 (tbc)", "2017-04-04?"),
]

ITALIAN = [
    ("4 aprile 2017", "2017-04-04"),
    ("martedì 4 aprile 2017", "2017-04-04"),
    ("mar 4 aprile 2017", "2017-04-04"),
    ("4 mar 2017", "2017-03-04"),
    ("1° aprile 2017", "2017-04-01"),
    ("primo aprile 2017", "2017-04-01"),
    ("l'11 aprile 2017", "2017-04-11"),
    ("Novembre 2016", "2016-11"),
    ("tra Febbraio e Marzo 2017", "2017-02/2017-03"),
    ("gen-feb 2017", "2017-01/2017-02"),
    ("dal 28 febbraio al 3 marzo 2017", "2017-02-28/2017-03-03"),
    ("da febbraio a marzo 2017", "2017-02/2017-03"),
    ("dall'1 al 3 aprile 2017", "2017-04-01/2017-04-03"),
    ("primavera 2027", "2027-21"),
    ("estate 2027", "2027-22"),
    ("nell'autunno del 2027", "2027-23"),
    ("inverno 2026-2027", "2026-24"),
    ("tra la primavera e l'estate 2017", "2017-21/2017-22"),
    ("secondo trimestre 2017", "2017-34"),
    ("2° trimestre 2017", "2017-34"),
    ("II trimestre del 2017", "2017-34"),
    ("T2 2017", "2017-34"),
    ("1° semestre 2017", "2017-40"),
    ("prima metà del 2017", "2017-40"),
    ("da gennaio 2017", "2017-01/.."),
    ("dal 2017", "2017/.."),
    ("sin da Gennaio 2017", "2017-01/.."),
    ("a partire dal 4 aprile 2017", "2017-04-04/.."),
    ("fino a giugno 2017", "../2017-06"),
    ("entro il 4/4/2017", "../2017-04-04"),
    ("entro e non oltre il 4 aprile 2017", "../2017-04-04"),
    ("circa 2017", "2017~"),
    ("aprile 2017 circa", "2017-04~"),
    ("ca. aprile 2017", "2017-04~"),
    ("anni 2010", "201X"),
    ("4 aprile 2017 ore 17", "2017-04-04T17:00"),
    ("4 aprile 2017, ore 17.30", "2017-04-04T17:30"),
    ("alle ore 17:00 del 4 aprile 2017", "2017-04-04T17:00"),
    ("4 aprile 2017 h. 17.00", "2017-04-04T17:00"),
]

FRENCH = [
    ("4 avril 2017", "2017-04-04"),
    ("le mardi 4 avril 2017", "2017-04-04"),
    ("1er avril 2017", "2017-04-01"),
    ("4 août 2017", "2017-08-04"),
    ("févr. 2017", "2017-02"),
    ("4 déc. 2017", "2017-12-04"),
    ("entre février et mars 2017", "2017-02/2017-03"),
    ("de février à mars 2017", "2017-02/2017-03"),
    ("du 28 février au 3 mars 2017", "2017-02-28/2017-03-03"),
    ("printemps 2027", "2027-21"),
    ("à l'été 2027", "2027-22"),
    ("au printemps 2027", "2027-21"),
    ("automne 2027", "2027-23"),
    ("hiver 2026/2027", "2026-24"),
    ("deuxième trimestre 2017", "2017-34"),
    ("2e trimestre 2017", "2017-34"),
    ("au 1er semestre 2017", "2017-40"),
    ("première moitié de 2017", "2017-40"),
    ("à partir de janvier 2017", "2017-01/.."),
    ("dès janvier 2017", "2017-01/.."),
    ("de\u0300s fin janvier 2017", "2017-01-21/.."),
    ("à partir d’avril 2017", "2017-04/.."),
    ("depuis 2017", "2017/.."),
    ("jusqu'à juin 2017", "../2017-06"),
    ("jusqu’au 4 avril 2017", "../2017-04-04"),
    ("environ 2017", "2017~"),
    ("années 2010", "201X"),
    ("4 avril 2017 17h00", "2017-04-04T17:00"),
    ("4 avril 2017 à 17h", "2017-04-04T17:00"),
    ("4 avril 2017 à 17 h 30", "2017-04-04T17:30"),
    ("le 4 avril 2017 à 17 heures", "2017-04-04T17:00"),
    ("le 4 avril 2017 à 17", "2017-04-04T17:00"),
]

GERMAN = [
    ("4. April 2017", "2017-04-04"),
    ("Dienstag, den 4. April 2017", "2017-04-04"),
    ("am 4. April 2017", "2017-04-04"),
    ("Di 4.4.2017", "2017-04-04"),
    ("Do 6.4.2017", "2017-04-06"),
    ("4.4.2017", "2017-04-04"),
    ("4.4. 2017", "2017-04-04"),
    ("13.2.2027", "2027-02-13"),
    ("1.2.2027", "2027-02-01"),
    ("4.2017", "2017-04"),
    ("März 2017", "2017-03"),
    ("Mrz. 2017", "2017-03"),
    ("von Februar bis März 2017", "2017-02/2017-03"),
    ("zwischen Februar und März 2017", "2017-02/2017-03"),
    ("vom 4. bis 6. April 2017", "2017-04-04/2017-04-06"),
    ("vom 4. bis zum 6. April 2017", "2017-04-04/2017-04-06"),
    ("1.-2.12.2016", "2016-12-01/2016-12-02"),
    ("28.2.-3.3.2017", "2017-02-28/2017-03-03"),
    ("Frühling 2027", "2027-21"),
    ("im Frühjahr 2027", "2027-21"),
    ("Sommer 2027", "2027-22"),
    ("Herbst 2027", "2027-23"),
    ("Winter 2016/17", "2016-24"),
    ("2. Quartal 2017", "2017-34"),
    ("zweites Quartal 2017", "2017-34"),
    ("1. Halbjahr 2017", "2017-40"),
    ("erste Hälfte 2017", "2017-40"),
    ("ab Januar 2017", "2017-01/.."),
    ("seit 2017", "2017/.."),
    ("bis Juni 2017", "../2017-06"),
    ("bis spätestens 4. April 2017", "../2017-04-04"),
    ("etwa 2017", "2017~"),
    ("4. April 2017, 17 Uhr", "2017-04-04T17:00"),
    ("4. April 2017 um 17", "2017-04-04T17:00"),
    ("4. April 2017, 9 Uhr", "2017-04-04T09:00"),
    ("4. April 2017 um 17 Uhr 30", "2017-04-04T17:30"),
    ("4.4.2017, 17.00 Uhr", "2017-04-04T17:00"),
    ("4.4.2017, 17:00 Uhr", "2017-04-04T17:00"),
    ("KW 14/2017", "2017-04-03/2017-04-09"),
]

SPANISH = [
    ("4 de abril de 2017", "2017-04-04"),
    ("el martes 4 de abril de 2017", "2017-04-04"),
    ("do 9.4.2017", "2017-04-09"),
    ("primero de abril de 2017", "2017-04-01"),
    ("enero 2017", "2017-01"),
    ("entre febrero y marzo de 2017", "2017-02/2017-03"),
    ("de febrero a marzo de 2017", "2017-02/2017-03"),
    ("desde enero hasta marzo de 2017", "2017-01/2017-03"),
    ("del 4 al 6 de abril de 2017", "2017-04-04/2017-04-06"),
    ("primavera de 2027", "2027-21"),
    ("verano 2027", "2027-22"),
    ("otoño 2027", "2027-23"),
    ("invierno 2026-27", "2026-24"),
    ("segundo trimestre de 2017", "2017-34"),
    ("2.º trimestre 2017", "2017-34"),
    ("primer semestre de 2017", "2017-40"),
    ("segunda mitad de 2017", "2017-41"),
    ("desde enero de 2017", "2017-01/.."),
    ("a partir de enero de 2017", "2017-01/.."),
    ("hasta junio de 2017", "../2017-06"),
    ("a más tardar el 4 de abril de 2017", "../2017-04-04"),
    ("hacia 2017", "2017~"),
    ("4 de abril de 2017 a las 17:00", "2017-04-04T17:00"),
    ("4 de abril de 2017, 17 horas", "2017-04-04T17:00"),
]

DIGITS = [
    ("04/04/2017", "2017-04-04"),
    ("4-4-2017", "2017-04-04"),
    ("13/02/2027", "2027-02-13"),
    ("02/13/2027", "2027-02-13"),
    ("Thu 04/05/2017", "2017-05-04"),  # 5 April was a Wednesday
    ("2017/04/05", "2017-04-05"),
    ("2017-4-5", "2017-04-05"),
    ("04/2017", "2017-04"),
    ("2017-2018", "2017/2018"),
    ("2017-02 – 2017-03", "2017-02/2017-03"),
    ("2017-04-04 at 17:00", "2017-04-04T17:00"),
    ("Tue 2017-04-04", "2017-04-04"),
]

EDTF = [
    ("2017-02/2017-03", "2017-02/2017-03"),
    ("  2017-01/.. ", "2017-01/.."),
    ("2017?", "2017?"),
    ("2017-21", "2017-21"),
    ("2010-12", "2010-12"),
    ("2017-04-04 17:00", "2017-04-04 17:00"),
    ("2017-04-04T17:00+02:00", "2017-04-04T17:00+02:00"),
    ("201x", "201X"),
    ("2017‑04‑04", "2017-04-04"),  # with the hyphens that do not break lines
    ("2017–02/2017–03", "2017-02/2017-03"),
    ("２０１７", "2017"),
]

FROM_TODAY = [
    ("today", "2026-11-18"),
    ("yesterday", "2026-11-17"),
    ("tomorrow", "2026-11-19"),
    ("domani", "2026-11-19"),
    ("dopodomani", "2026-11-20"),
    ("aujourd'hui", "2026-11-18"),
    ("après-demain", "2026-11-20"),
    ("übermorgen", "2026-11-20"),
    ("pasado mañana", "2026-11-20"),
    ("friday", "2026-11-20"),
    ("Wednesday", "2026-11-18"),
    ("martedì", "2026-11-24"),
    ("mar 17:00", "2026-11-24T17:00"),  # a month has no hour
    ("in 3 days", "2026-11-21"),
    ("tra 3 giorni", "2026-11-21"),
    ("dans 2 semaines", "2026-12-02"),
    ("in 2 Wochen", "2026-12-02"),
    ("dentro de 3 días", "2026-11-21"),
    ("tomorrow at 17:00", "2026-11-19T17:00"),
    ("until friday", "../2026-11-20"),
    ("4 April 2017 - today", "2017-04-04/2026-11-18"),
    ("today - 30 April 2027", "2026-11-18/2027-04-30"),
    ("thursday to friday", "2026-11-19/2026-11-20"),
    ("6 apr", "2027-04-06"),
    ("15.12", "2026-12-15"),
    ("4.4", "2027-04-04"),
    ("15/12", "2026-12-15"),
    ("1-15.12", "2026-12-01/2026-12-15"),
    ("April 4", "2027-04-04"),
    ("Fri Dec 18", "2026-12-18"),
    ("Dec 18, 17:00", "2026-12-18T17:00"),
    ("Dec 16th", "2026-12-16"),
    ("18 November", "2026-11-18"),
    ("17 November", "2027-11-17"),
    ("4.4.", "2027-04-04"),
    ("29 feb", "2028-02-29"),
    ("november", "2026-11"),
    ("October", "2027-10"),
    ("winter", "2026-24"),
    ("autunno", "2026-23"),
    ("Q2", "2027-34"),
    ("2nd quarter", "2027-34"),
    ("2. Quartal", "2027-34"),
    ("secondo semestre", "2026-41"),
    ("from January", "2027-01/.."),
    ("da gennaio", "2027-01/.."),
    ("fino a giugno", "../2027-06"),
    ("1-3 April", "2027-04-01/2027-04-03"),
    ("Dec 10-12", "2026-12-10/2026-12-12"),
    ("Oct - Dec", "2026-10/2026-12"),
    ("November - February", "2026-11/2027-02"),
    ("28 Dec - 3 Jan", "2026-12-28/2027-01-03"),
    ("winter - March", "2026-24/2027-03"),
    ("Q4 - winter", "2026-36/2026-24"),
]

AMBIGUOUS = [
    ("01/02/2027", "2027-02-01", "2027-01-02"),
    ("1-2-2027", "2027-02-01", "2027-01-02"),
    ("until 01/02/2027", "../2027-02-01", "../2027-01-02"),
    ("2000s", "200X", "20XX"),
    ("mar", "2027-03", "2026-11-24"),
    ("do", "2026-11-19", "2026-11-22"),
    ("mar 4 - gio 6 aprile 2017", "2017-03-04/2017-04-06", "2017-04-04/2017-04-06"),
]

WITHOUT_TODAY = [
    ("6 apr", "it depends on today: write the year"),
    ("from January", "it depends on today: write the year"),
    ("tomorrow", "it depends on today: write the year"),
    ("friday", "it depends on today: write the year"),
]

TWO_DIGITS = "write the year with four digits"
ORDER = "its words make no date that is known here"
SEVERAL = "is the time of several places: name one, as in 17:00 Europe/Brussels, or by --zone"
OF_A_MONTH = "early, mid and late are of a month: write the days, as in 2017-03-21/2017-03-31"
OF_ITS_PART = "its hour is not of the part of the day that it names: write it as in 17:00"
OR_YEAR = "its number could be a day or a year: write the year, with four digits"

HOUR_AS = "an hour is written as in 17:00"
HOUR = "an hour goes with one sure day: if that is meant, write 2017-04-04T17:00"

REFUSED = [
    ("", ORDER),
    ("?", ORDER),
    ("April 2017 ca. May", ORDER),
    ("lunch", "'lunch' is not a word of dates known here"),
    ("4 April 2017 17:00 CET", "a zone has a key of its own: zone"),
    ("next friday", "this one or the one after? Write its date"),
    ("before June 2017", "is the day after 'before' still in? Write the last day that is"),
    ("4 April 2017 (Wed)", "2017-04-04 is a Tuesday"),
    ("4 April. . 2017", "'.' is not a word of dates known here"),
    ("end of 2017", OF_A_MONTH),
    ("mid-2017", OF_A_MONTH),
    ("fine estate 2017", OF_A_MONTH),
    ("tbc", "it says that there is no date yet: leave it out"),
    (
        "rolling",
        "'rolling' names no date: write --rolling for at any time, --stage deadline= for one not announced",
    ),
    ("4 April 2017 17:00 IST", f"'ist' {SEVERAL}"),
    ("prima di aprile 2017", "is the day after 'prima di' still in? Write the last day that is"),
    ("prima dell'aprile 2017", "is the day after 'prima dell' still in? Write the last day that is"),
    ("half 2", ORDER),
    ("1 semestre", ORDER),
    ("4 and 5 April 2017", ORDER),
    ("4, 5 April 2017", ORDER),
    ("2017 2018", ORDER),
    ("4.4.17", TWO_DIGITS),
    ("04/04/17", TWO_DIGITS),
    ("4-4-17", TWO_DIGITS),
    ("4 April 17", TWO_DIGITS),
    ("Apr-17", TWO_DIGITS),
    ("Q2 17", TWO_DIGITS),
    ("2nd quarter 17", TWO_DIGITS),
    ("2 quarter 17", TWO_DIGITS),
    ("second quarter 17", TWO_DIGITS),
    ("1-2 Dec 16", TWO_DIGITS),
    ("April '17", "'17 is neither a day nor a year of four digits"),
    ("April 20170", "20170 is neither a day nor a year of four digits"),
    ("100 April 2017", "100 is neither a day nor a year of four digits"),
    ("April 17", OR_YEAR),
    ("feb-mar 17", "one end is a day, the other is not"),
    ("Wed 4 April 2017", "2017-04-04 is a Tuesday"),
    ("Mon 04/05/2017", "2017-05-04 is a Thursday"),
    ("fri mardi", ORDER),
    ("4 au April 2017", "one end is a day, the other is not"),
    ("2018 am", ORDER),
    ("in 2nd week", "months and days are counted in plain numbers"),
    ("in der 4. Woche", "months and days are counted in plain numbers"),
    ("primo/2017", "months and days are counted in plain numbers"),
    ("today 2nd pm", HOUR_AS),
    ("friday at 04:5", HOUR_AS),
    ("Tue week 14 2017", "a weekday needs its day"),
    ("week 14 2017, 17:00", "an hour needs its day"),
    ("4 mars 2027 à 5", "its hour could be of the morning or the afternoon: write 05:00 or 17:00"),
    ("4 marzo 2027 o 12", "a day needs its month"),
    ("2017-04 - 12 2018", "its first date is more exact than its last"),
    ("4 April 2017 9:00 - 6 April 2017 17:00", "an hour goes with one day, not with a stretch"),
    ("Fri 2017", "a weekday needs its day"),
    ("31 April 2017", "there is no such day"),
    ("30 Feb", "there is no such day"),
    ("29 Feb 2017", "there is no such day"),
    ("4.13.2017", "there is no such month"),
    ("21/2017", "there is no such month"),
    ("0 April 2017", "no day, month or week has the number 0"),
    ("00/2017", "no day, month or week has the number 0"),
    ("until 2017-00", "no day, month or week has the number 0"),
    ("5th quarter 2017", "a year has four quarters and two halves"),
    ("terzo semestre 2017", "a year has four quarters and two halves"),
    ("week 54 2017", "there is no such week"),
    ("day 14 2017", "days of a year are not numbered"),
    ("2015s", "a decade is named by its first year"),
    ("spring 2016/2017", "only a winter has two years, one after the other"),
    ("winter 2009-12", "only a winter has two years, one after the other"),
    ("winter 2016-12-01", ORDER),
    ("winter 2016/2018", "only a winter has two years, one after the other"),
    ("4 April 2017 17:5", HOUR_AS),
    ("4 April 2017 25:00", "no such day or hour"),
    ("4 April 2017 24:30", "no such day or hour"),
    ("4 April 2017 11 noon", "its hour is not the one it names"),
    ("4 April 2017 12 am", "noon or midnight: write 12:00, or 24:00 for the end of the day"),
    ("4 April 2017 12:00 am", "noon or midnight: write 12:00, or 24:00 for the end of the day"),
    ("4 April 2017 at 5", "its hour could be of the morning or the afternoon: write 05:00 or 17:00"),
    ("4 aprile 2017 alle 11", "its hour could be of the morning or the afternoon: write 11:00 or 23:00"),
    ("4 April 2017, 5:30 o'clock", "its hour could be of the morning or the afternoon: write 05:30 or 17:30"),
    ("4 April 2017, 17:30 in the morning", OF_ITS_PART),
    ("4 April 2017 at 12 at night", OF_ITS_PART),
    ("4 April 2017 12 pm", "noon or midnight: write 12:00, or 24:00 for the end of the day"),
    ("4 April 2017 0 am", "am and pm go with the hours 1 to 11; write 00:00 or 12:00"),
    ("4 April 2017 17 pm", "am and pm go with the hours 1 to 11; write 00:00 or 12:00"),
    ("April 2017 17:00", "an hour needs its day"),
    ("entro le ore 17 del 4 aprile 2017", HOUR),
    ("about 4 April 2017 17:00", HOUR),
    ("since January", "it is past: write its year"),
    ("mar 4", "a day needs its month"),
    ("1-3", "a day needs its month"),
    ("2016 - 2 2017", "a day needs its month"),
    ("4 April - 2017", "its first date is more exact than its last"),
    ("4 March 2016 - 2 2017", "its first date is more exact than its last"),
    ("March 2018 - April 2017", "the interval ends before it starts"),
    ("Nov - Feb 2017", "the interval ends before it starts"),
    ("31 - 17 March", "the interval ends before it starts"),
    ("31 March - 17", "the interval ends before it starts"),
    ("monday - friday", "the interval ends before it starts"),
    ("November 2016 - February", "write the year of both ends"),
    ("May - tomorrow", "write the year of the first end"),
    ("November 2016 - 2017", "its first date is more exact than its last"),
    ("Tue - Thu 8 April 2027", "a weekday alone goes with no date"),
    ("Tue 6 April 2027 - Thu", "a weekday alone goes with no date"),
    ("1 - April 2017", "one end is a day, the other is not"),
    ("1 April², 2017", "it has a raised digit or a fraction in it"),
    ("a " * 61, "it is too long for a date"),
    ("between March 2017", ORDER),
    ("4" + " 4" * 22, "it has too many words for a date"),
    ("mar a mar a mar a mar", "it has too many words for a date"),
]  # fmt: skip

Rows = list[tuple[str, str]]
# A test of each, which names the row that is wrong: a test of its own would cost more than a row.
ALL: dict[str, Rows] = {
    "English": ENGLISH, "Italian": ITALIAN, "French": FRENCH, "German": GERMAN, "Spanish": SPANISH,
    "digits": DIGITS, "EDTF": EDTF,
}  # fmt: skip


each_writing = pytest.mark.parametrize("rows", ALL.values(), ids=ALL)


@each_writing
def test_understood(rows: Rows) -> None:
    for text, expected in rows:
        assert read(text) == expected, text


@each_writing
def test_today_changes_nothing_that_is_said(rows: Rows) -> None:
    for text, expected in rows:
        assert read(text, TODAY) == hint(text.upper()) == expected, text


@pytest.mark.parametrize(("text", "expected"), FROM_TODAY)
def test_counted_from_today(text: str, expected: str) -> None:
    assert read(text, TODAY) == expected
    assert hint(text) is None


@pytest.mark.parametrize(("text", "first", "second"), AMBIGUOUS)
def test_ambiguous(text: str, first: str, second: str) -> None:
    with pytest.raises(Ambiguous) as caught:
        read(text, TODAY)
    assert caught.value.readings == (first, second)
    assert caught.value.reason == f"it could be {first} or {second}"
    assert hint(text) is None


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_refused(text: str, reason: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read(text, TODAY)
    assert type(caught.value) is NotUnderstood
    assert caught.value.reason == reason
    assert hint(text) is None


@pytest.mark.parametrize(("text", "reason"), WITHOUT_TODAY)
def test_refused_without_today(text: str, reason: str) -> None:
    with pytest.raises(NotUnderstood, match=reason):
        read(text)


@pytest.mark.parametrize(
    ("text", "today"),
    [("tomorrow", date.max), ("saturday", date.max), ("yesterday", date.min)],
)
def test_the_calendar_ends(text: str, today: date) -> None:
    with pytest.raises(NotUnderstood, match="it is beyond the calendar"):
        read(text, today)


def test_seasons_and_days_at_the_ends_of_the_calendar() -> None:
    assert read("31 December", date.max) == "9999-12-31"
    assert read("winter", date.max) == "9999-24"
    assert read("1 January", date.min) == "0001-01-01"
    assert read("29 February", date(2096, 3, 1)) == "2104-02-29"
    with pytest.raises(NotUnderstood, match="there is no such week"):
        read("week 52 9999")
    with pytest.raises(NotUnderstood, match="there is no such day"):
        read("1 January", date.max)


DATES = st.dates()
MONTHS = {
    value: [name for name in WORDS if any(m[:2] == ("m", value) for m in WORDS[name])]
    for value in range(1, 13)
}
KINDS = sorted({word.kind for meanings in WORDS.values() for word in meanings})
PIECES = st.one_of(
    *(
        st.sampled_from([name for name in WORDS if kind in {word.kind for word in WORDS[name]}])
        for kind in KINDS
    ),
    *(
        st.sampled_from(numbers.split())
        for numbers in ("2017 2018 2000 2010s", "1 4 12 17 31", "00 04 1st 2e 4. '17")
    ),
    *(
        st.sampled_from(dates.split())
        for dates in ("17:00 5pm 17h", "Q1 4.4. 01/02/2027", "2017-04-04 2017-04")
    ),
)
PHRASES = st.lists(PIECES, max_size=9).map(" ".join) | st.lists(PIECES, max_size=9).map("".join)


@patient
@given(st.text() | PHRASES, st.none() | DATES)
@example("\ud800", None)
@example("²", None)
def test_read_says_edtf_or_that_it_does_not_understand(text: str, today: date | None) -> None:
    try:
        readings: tuple[str, ...] = (read(text, today),)
    except Ambiguous as ambiguous:
        readings = ambiguous.readings
    except NotUnderstood as refused:
        readings = ()
        reason = refused.reason
    assert len(set(readings)) == len(readings)
    assert readings or reason.isprintable()
    for reading in readings:
        assert edtf.parse(reading).text == reading
        assert read(reading, today) == reading


@patient
@given(st.text() | PHRASES)
def test_hint_is_what_is_read_without_today(text: str) -> None:
    known = hint(text)
    assert known is None or known == read(text)


@patient
@given(DATES, st.data())
def test_every_day_in_every_writing(day: date, data: st.DataObject) -> None:
    month = data.draw(st.sampled_from(MONTHS[day.month]))
    year = f"{day.year:04}"
    forms = [
        f"{day.day} {month} {year}",
        f"{'set' if month == 'sett' else month} {day.day}, {year}",  # or a week, in Italian
        f"{day.day}. {month} {year}",
        f"{day.day}.{day.month}.{year}",
        f"{day:%d}.{day:%m}. {year}",
        f"{year}/{day:%m}/{day:%d}",
    ]
    for form in forms:
        assert read(form) == day.isoformat()
        assert read(f"{form.upper()} 17:00") == f"{day}T17:00"


@patient
@given(DATES)
def test_slashes_are_never_guessed(day: date) -> None:
    text = f"{day.day}/{day.month}/{day.year:04}"
    if day.day > 12 or day.day == day.month:
        assert read(text) == day.isoformat()
    else:
        with pytest.raises(Ambiguous) as caught:
            read(text)
        assert caught.value.readings == (day.isoformat(), date(day.year, day.day, day.month).isoformat())


@patient
@given(DATES, st.sampled_from(sorted(WEEKDAYS)))
def test_a_weekday_must_be_right(day: date, weekday: str) -> None:
    text = f"{weekday} {day.day} April {day.year:04}"
    try:
        same = date(day.year, 4, day.day).weekday() == WEEKDAYS[weekday]
    except ValueError:
        same = False
    assert (hint(text) is not None) is same


@patient
@given(st.dates(date(2, 1, 1), date(9990, 12, 31)), DATES)
def test_without_a_year_it_is_the_next_one(today: date, day: date) -> None:
    said = date.fromisoformat(read(f"{day.day} {MONTHS[day.month][0]}", today))
    assert (said.day, said.month) == (day.day, day.month)
    assert said >= today
    assert not any(today <= earlier < said for earlier in _same_day_in(range(today.year, said.year), day))


def _same_day_in(years: range, day: date) -> Iterator[date]:
    for year in years:
        with suppress(ValueError):  # 29 February
            yield day.replace(year=year)

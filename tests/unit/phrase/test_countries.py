"""The names of countries beside an hour: each one time, in every language, none a word of dates."""

from datetime import date
from itertools import combinations

import pytest

from clustercalls.phrase import roles
from clustercalls.phrase.countries import COUNTRIES
from clustercalls.phrase.folding import fold
from clustercalls.phrase.roles import Role
from clustercalls.phrase.vocabulary import WORDS, NotUnderstood
from clustercalls.zones import zone_of

TODAY = date(2026, 11, 18)
# Of the EU, of the countries associated to its programmes, and of the candidates: a name each.
MEMBERS = (
    "Austria Belgium Bulgaria Croatia Cyprus Czechia Denmark Estonia Finland France Germany Greece Hungary"
    " Ireland"
    " Italy Latvia Lithuania Luxembourg Malta Netherlands Poland Romania Slovakia Slovenia Sweden"
)
ASSOCIATED = (
    "Albania Armenia Bosnia Faroe_Islands Iceland Israel Kosovo Moldova Montenegro North_Macedonia Norway"
    " Serbia"
    " Switzerland Tunisia Turkey Ukraine United_Kingdom Liechtenstein Egypt South_Korea Japan"
)


def zone(text: str) -> str:
    """The zone that is read beside an hour of 15 March 2027."""
    said = roles.read(f"15.3.2027, 17:00 {text}", Role.DUE, TODAY)
    assert said.when == "2027-03-15T17:00"
    return said.zone


@pytest.mark.parametrize("name", f"{MEMBERS} {ASSOCIATED}".split())
def test_every_country_that_takes_part_has_its_time(name: str) -> None:
    assert zone(f"{name.replace('_', ' ')} time") in COUNTRIES


@pytest.mark.parametrize("name", COUNTRIES)
def test_every_name_of_a_country_says_its_zone_behind_an_hour(name: str) -> None:
    assert zone_of(name) is not None
    for word in COUNTRIES[name].split():
        assert zone(f"({word.replace('_-_', '-').replace('_', ' ')})") == name, word


def test_no_name_is_of_two_countries_or_a_word_of_dates() -> None:
    rows = {name: {fold(word) for word in row.split()} for name, row in COUNTRIES.items()}
    assert [(one, other) for one, other in combinations(rows, 2) if rows[one] & rows[other]] == []
    assert set().union(*rows.values()) & set(WORDS) == set()


@pytest.mark.parametrize(("text", "expected"), [
    ("Norwegian time", "Europe/Oslo"), ("ora di Cipro", "Asia/Nicosia"),
    ("ora della Lettonia", "Europe/Riga"),
    ("ora dell'Ucraina", "Europe/Kyiv"), ("ora turca", "Europe/Istanbul"),
    ("ora in Svizzera", "Europe/Zurich"),
    ("heure du Luxembourg", "Europe/Luxembourg"), ("heure de l'Albanie", "Europe/Tirane"),
    ("heure aux Pays-Bas", "Europe/Amsterdam"), ("heure d'Irlande", "Europe/Dublin"),
    ("ungarische Zeit", "Europe/Budapest"), ("dänischer Zeit", "Europe/Copenhagen"),
    ("Zeit in Serbien", "Europe/Belgrade"), ("hora de Croacia", "Europe/Zagreb"),
    ("hora de la República Checa", "Europe/Prague"), ("hora peninsular española", "Europe/Madrid"),
    ("hora da Eslováquia", "Europe/Bratislava"), ("hora do Reino Unido", "Europe/London"),
    ("hora de Portugal continental", "Europe/Lisbon"), ("czasu greckiego", "Europe/Athens"),
    ("czas fiński", "Europe/Helsinki"), ("czasu w Islandii", "Atlantic/Reykjavik"),
    ("in Estonia", "Europe/Tallinn"), ("CET (Malta)", "CET"), ("EET, Helsinki", "EET"),
    ("CE(S)T", "Europe/Brussels"),
    ("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", "Europe/Brussels"),
])  # fmt: skip
def test_the_time_of_a_country_as_the_languages_say_it(text: str, expected: str) -> None:
    assert zone(text) == expected


@pytest.mark.parametrize("text", [
    "Spanish time", "Portuguese time", "hora española", "ora portoghese", "heure espagnole", "Georgia time",
    "US time", "CET (Helsinki)", "Roman time in Athens", "EET, CET",
])  # fmt: skip
def test_a_country_of_several_times_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        zone(text)


def test_a_country_is_left_alone_where_no_hour_is() -> None:
    with pytest.raises(NotUnderstood):
        roles.read("15 March 2027, Belgium", Role.DUE, TODAY)

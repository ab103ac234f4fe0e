"""The words of dates: how a text is cut into them, all that each can mean, and what is no word of a date."""

import pytest

from clustercalls.phrase import dates
from clustercalls.phrase.lexicon import WORD_TABLES
from clustercalls.phrase.refused import REFUSED
from clustercalls.phrase.vocabulary import LONGEST, WEEKDAYS, WORDS, NotUnderstood, fold, words


def cut(text: str) -> list[str]:
    """Every word with its meanings, kind and value each: `4 mar` is `n4 m3|w1`."""
    return ["|".join(f"{word.kind}{word.value}" for word in meanings) for meanings in words(text)]


CUTS = [
    ("4 mar 2017", ["n4", "m3|w1", "y2017"]),
    ("4.4.2017", ["d4", "d4", "y2017"]),
    ("the 4th of April", ["0", "n4|o4", "0", "m4"]),
    ("1er avril", ["n1|o1", "m4"]),
    ("2017-04-04", ["i0"]),
    ("2017-04", ["j0"]),
    ("2017-04-04-05", ["y2017", "-0", "n4", "-0", "n4", "-0", "n5"]),
    ("feb–mar", ["m2", "-0", "m3|w1"]),
    ("Q2/2017", ["s34", "/0", "y2017"]),
    ("sept.", ["m9"]),
    # of expressions, the longest known
    ("day after tomorrow", ["r2"]),
    ("day", ["v1"]),
    ("au plus tard", ["B0"]),
    ("jusqu’à", ["U0"]),
    ("entro e non oltre il 4 aprile", ["B0", "0", "n4", "m4"]),
    ("a.m.", ["p0|@0"]),
    ("", []),
    ("   ", []),
]


@pytest.mark.parametrize(("text", "found"), CUTS)
def test_a_text_is_cut_into_words_with_all_they_can_mean(text: str, found: list[str]) -> None:
    assert cut(text) == found


# what no date has in it, and what is said of it
NO_WORDS = [
    ("4 avrilo", "'avrilo' is not a word of dates known here"),
    ("€ 4", "'€' is not a word"),
    ("123", "123 is neither a day nor a year of four digits"),
    ("20177", "20177 is neither"),
    ("'17", "'17 is neither"),
    ("5 квітня", "'квітня' is not a word"),
    ("5 Ápriliusz", "'ápriliusz' is not a word"),
    ("17:00 Ortszeit", "'ortszeit' is the time of several places"),
    ("by the end of the working day", "'the end of the working day' is no hour that is known: write the day"),
    ("fine giornata lavorativa", "'fine giornata lavorativa' is no hour that is known"),
    ("en fin de journée", "'fin de journée' is no hour that is known"),
    ("bis Geschäftsschluss", "'geschäftsschluss' is no hour that is known"),
    ("fin de la jornada laboral", "'fin de la jornada laboral' is no hour that is known"),
    ("fim do expediente", "'fim do expediente' is no hour that is known"),
    ("do końca dnia pracy", "'końca dnia pracy' is no hour that is known"),
]


@pytest.mark.parametrize(("text", "reason"), NO_WORDS)
def test_what_is_no_word_of_a_date_is_refused_by_name(text: str, reason: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        words(text)
    assert refused.value.reason.startswith(reason)


def test_a_refusal_keeps_its_words_apart_from_what_was_typed() -> None:
    with pytest.raises(NotUnderstood) as refused:
        words("reason")
    assert refused.value.said == {"reason": "{name} is not a word of dates known here", "name": "'reason'"}


def test_the_longest_expression_is_looked_for_whole() -> None:
    refused = [name.replace("_", " ") for row in REFUSED for name in row.split()]
    assert max(len(name.split()) for name in (*WORDS, *refused)) == LONGEST


@pytest.mark.parametrize("name", ["di", "dès", "semester", "before", "after"])
def test_what_other_languages_mean_otherwise_is_left_out(name: str) -> None:
    """`di` is a weekday of two languages, but never the Italian "of"."""
    assert all(word.kind == "w" for word in WORDS.get(fold(name), ()))


def test_no_word_means_the_same_thing_twice() -> None:
    assert [name for name, meanings in WORDS.items() if len(set(meanings)) < len(meanings)] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ore 12,00 del 4 marzo", "ore 12.00 del 4 marzo"),
        ("h. 9,30", "h. 9.30"),
        ("entro le 18 del 4 marzo", "entro le alle 18 del 4 marzo"),
        ("fino alle 9", "fino alle alle 9"),
        ("Do. 4.3.2027", "Donnerstag oder Domingo"),
        ("pt. 5.3.2027", "piątek 5.3.2027"),
        ("4 ottobre u.s.", "4 ottobre scorso"),
        ("courant mars", "mars"),
        ("zweite Märzhälfte", "zweite Hälfte März"),
        ("4. u. 5. März", "4. und 5. März"),
        ("2027.3.4", "2027/3/4"),
        ("2027.03.04.", "2027/03/04"),
        ("4 March 2027 1730 hrs", "4 March 2027 17:30"),
        ("4 March 2027 2130h", "4 March 2027 21:30"),
        ("4 March 2027 17:00+05:30", "4 March 2027 17:00 UTC+5:30"),
    ],
)
def test_the_marks_beside_a_word_say_what_it_is(typed: str, meant: str) -> None:
    if "oder" in meant:
        assert {word.kind for word in words(typed)[0]} == {"w"}
    else:
        assert words(typed) == words(meant)


@pytest.mark.parametrize("typed", ["4 ottobre c.a.", "4 ottobre c. a.", "4 ottobre dell'anno corrente"])
def test_this_year_is_no_other(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        words(typed)


def test_words_of_several_meanings_are_these() -> None:
    several = {name for name, meanings in WORDS.items() if len(meanings) > 1}
    assert several == {
        "mar", "di", "do", "mi", "in", "tra", "fra", "em", "a", "au", "zum", "am", "h", "godz", "i", "ii",
        "iii", "iv", "primo",
        "premier", "erster", "primero", "primeiro", "meta", "mitad", "beginning", "giorno", "dia", "sett",
        "do ,", "na", "o", "dias", "meta di", "polowa", "polowie", "polowy",
        "segunda", "quarta", "last", "ultimo", "dernier", "derniere", "letzten",
    }  # fmt: skip


def test_weekdays_are_words_of_one_day_only() -> None:
    assert (WEEKDAYS["monday"], WEEKDAYS["lunedi"], WEEKDAYS["so"], WEEKDAYS["friday"]) == (0, 0, 6, 4)
    assert not {"mar", "di", "do"} & set(WEEKDAYS)


NAMED_DAYS = [(name, value) for value, row in WORD_TABLES["f"].items() for name in row.split()]


@pytest.mark.parametrize(("name", "value"), NAMED_DAYS)
def test_a_day_with_a_name_needs_its_row_of_the_lexicon_alone(name: str, value: int) -> None:
    month, day = divmod(value, 100)
    assert dates.read(f"{name.replace('_', ' ')} 2027") == f"2027-{month:02}-{day:02}"

"""Which column is which field."""

import pytest

from clustercalls.errors import InputRefused
from clustercalls.sources.tables.headings import FIELDS, folded, meanings, sure_fields


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("Call title,Deadline,Link,Budget", "title deadline url budget"),
        ("Titolo,Data_chiusura,Data_apertura,Dotazione finanziaria", "title deadline opens budget"),
        ("Intitulé,Date limite,Date d'ouverture,Résumé", "title deadline opens summary"),
        ("Ausschreibung,Einreichfrist,Förderprogramm,Währung", "title deadline programme currency"),
        ("Convocatoria,Fecha límite,Código,Enlace", "title deadline key url"),
        ("callTitle,closingDate,CALL-ID,x", "title deadline key"),
    ],
)
def test_in_five_languages(headings: str, fields: str) -> None:
    found = meanings(headings.split(","), {}, "t")
    assert {field: numbers[0] for field, numbers in found.items()} == {
        field: number for number, field in enumerate(fields.split())
    }


def test_of_two_columns_of_a_field_the_better_word_comes_first() -> None:
    assert meanings(["Link_istituzionale", "URL", "Titolo"], {}, "t")["url"] == [1, 0]


def test_what_a_person_says_wins() -> None:
    headings = ["Titolo", "Scadenza", "Data_chiusura", "ID_Incentivo"]
    found = meanings(headings, {"deadline": "Data_chiusura", "key": "id incentivo"}, "t")
    assert (found["deadline"], found["key"], found["title"]) == ([2], [3], [0])


def test_what_is_no_column_and_no_field() -> None:
    with pytest.raises(InputRefused) as refused:
        meanings(["Titolo", "Fine"], {"deadline": "Data"}, "t")
    assert refused.value.problem.message == "no column of it is called Data"
    with pytest.raises(InputRefused) as refused:
        sure_fields({"deadlin": "Data"}, "t")
    assert "title, key," in refused.value.problem.hint
    sure_fields({"deadline": "Data"}, "t")


def test_no_word_is_of_two_fields_and_each_is_as_it_is_compared() -> None:
    words = [word for words in FIELDS.values() for word in words]
    assert len(words) == len(set(words))
    assert [word for word in words if folded(word) != word] == []


def test_how_headings_are_compared() -> None:
    assert folded(" Data_Chiusura (UTC) ") == "data chiusura utc"
    assert folded("closingDate") == "closing date"
    assert folded("Échéance") == "echeance"

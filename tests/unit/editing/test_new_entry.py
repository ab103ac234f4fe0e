"""A new entry from what was typed: its id, its table, its stages, its source."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clustercalls.editing.document import Document, as_document
from clustercalls.editing.new_entry import (
    default_source,
    last_source,
    names_source,
    proposed_id,
    sure_address,
    sure_id,
    table_of,
)
from clustercalls.errors import UsageRefused
from clustercalls.phrase.roles import Said

TODAY = date(2027, 1, 2)


def document(text: str) -> Document:
    return as_document(Path("calls.toml"), text.encode())


@pytest.mark.parametrize(
    ("title", "taken", "name"),
    [
        ("Innosup-1: Value chains", (), "innosup-1-value-chains"),
        ("Abilità e Straße", (), "abilita-e-strasse"),
        ("Call", ("call", "call-2"), "call-3"),
        ("???", (), "event-1"),
        ("", ("event-1",), "event-1-2"),
        ("CON", (), "event-con"),  # a device of some file systems
        ("lpt9", (), "event-lpt9"),
        ("a" * 100, (), "a" * 48),
        ("word " * 20, (), "word-word-word-word-word-word-word-word-word"),  # whole words
    ],
)
def test_an_id_is_made_of_the_titles_words(title: str, taken: tuple[str, ...], name: str) -> None:
    assert proposed_id(title, "event", taken) == name


@pytest.mark.parametrize(
    ("text", "code"),
    [("one", "taken-id"), ("aux", "reserved-id"), ("One", "bad-id"), ("a b", "bad-id"), ("", "bad-id")],
)
def test_an_id_that_was_typed_is_sure_or_refused(text: str, code: str) -> None:
    assert sure_id("two", ["one"]) == "two"
    with pytest.raises(UsageRefused) as refused:
        sure_id(text, ["one"])
    assert refused.value.problem.code == code


def test_an_id_that_is_taken_is_told_a_free_one() -> None:
    with pytest.raises(UsageRefused) as refused:
        sure_id("one", iter(["one", "one-2"]))
    assert dict(refused.value.problem.values)["free"] == "one-3"


def test_an_address_is_whole_or_refused() -> None:
    assert sure_address("https://a.example/b") == "https://a.example/b"
    with pytest.raises(UsageRefused) as refused:
        sure_address("a.example")
    assert refused.value.problem.code == "bad-address"


def made(said: dict[str, str], *stages: str) -> dict[str, Any]:
    return table_of("one", said, stages, TODAY, lambda text, *_: Said(text))


def test_what_was_typed_stands_in_the_order_of_files_and_what_is_empty_nowhere() -> None:
    table = made(
        {"note": "n", "title": "T", "owner": "", "source.title": "S", "deadline": "2027-04-05"}, "lot-1="
    )
    assert list(table) == ["id", "title", "deadline", "checked", "source", "note", "stage"]
    assert table["checked"] == TODAY
    assert table["source"] == {"title": "S"}


@pytest.mark.parametrize(
    ("typed", "stage"),
    [
        ("first=2027-04-05", {"id": "first", "kind": "deadline", "when": date(2027, 4, 5)}),
        (" first = 2027-04 ", {"id": "first", "kind": "deadline", "when": "2027-04"}),
        ("interview=2027-04-05", {"kind": "interview", "when": date(2027, 4, 5)}),
        ("first=", {"id": "first", "kind": "deadline"}),
        ("Info Day=2027-04-05", {"kind": "info_day", "when": date(2027, 4, 5)}),
        (
            "Batch no. 3=2027",
            {"id": "batch-no-3", "kind": "deadline", "title": "Batch no. 3", "when": "2027"},
        ),
        ("Étape unique=", {"id": "etape-unique", "kind": "deadline", "title": "Étape unique"}),
        ("rolling", {"kind": "deadline", "rolling": True}),
    ],
)
def test_a_stage_is_a_deadline_unless_its_name_is_another_kind(typed: str, stage: dict[str, Any]) -> None:
    assert made({}, typed)["stage"] == [stage]


def test_what_is_named_as_the_next_step_follows() -> None:
    its = made({}, "Full proposal=2027-09", "letter of intent=2027-03", "interview=2027-10")["stage"]
    assert [each.get("follows") for each in its] == ["letter-of-intent", None, None]
    its = made({}, "cut-off 1=2027-03", "cut-off 2=2027-09")["stage"]
    assert not any("follows" in each for each in its)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Letter of interest", "Detailed proposal"),
        ("Manifestazione di interesse", "Domanda completa"),
        ("1re phase", "2e phase"),
        ("Lettre d’intention", "Candidature complète"),
        ("Ideenskizze", "Förmlicher Antrag"),
        ("1ª etapa", "2ª etapa"),
        ("Pré-candidatura", "Candidatura"),
        ("Wniosek wstępny", "Wniosek właściwy"),
        ("Première phase", "Phase finale"),
        ("Step one (idea)", "Step two (plan)"),
        ("2.ª etapa", "3.ª etapa"),
        ("Vorskizze des Antrags", "Langfassung des Antrags"),
        ("dichiarazione d'interesse", "istanza"),
        ("avant-projet", "projet détaillé"),
    ],
)
def test_the_next_step_follows_in_every_language(first: str, second: str) -> None:
    its = made({}, f"{first}=2027-03", f"{second}=2027-09")["stage"]
    assert [each.get("follows") for each in its] == [None, its[0]["id"]]


def test_a_step_follows_that_of_its_round() -> None:
    its = made({}, "LoI 1=2027-03-01", "LoI 2=2027-09", "full 2=2028-02-02T17:00", "full 1=2027-06")["stage"]
    assert [each.get("follows") for each in its] == [None, None, "loi-2", "loi-1"]
    its = made({}, "LoI March=2027-03-01", "full February=2027-02-01")["stage"]
    assert not any("follows" in each for each in its)


def test_a_second_stage_follows_the_deadline_without_a_name() -> None:
    its = made({"deadline": "2027-03-02"}, "second=2027-09", "interview=2027-10")["stage"]
    assert [each.get("follows") for each in its] == ["deadline", None]
    assert "follows" not in made({"deadline": "2027-03-02"}, "proposal=2027-09")["stage"][0]


@pytest.mark.parametrize(
    ("typed", "code"), [("first", "bad-stage"), ("=2027", "bad-stage"), ("¿=2027", "bad-id")]
)
def test_what_is_no_stage_is_refused(typed: str, code: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        made({}, typed)
    assert refused.value.problem.code == code


def test_a_value_that_cannot_be_is_refused() -> None:
    with pytest.raises(UsageRefused) as refused:
        made({"budget": "much"})
    assert refused.value.problem.code == "not-an-amount"


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ({"starts": "2027-04-04/2027-04-06"}, {"starts": "2027-04-04/2027-04-06"}),  # as written
        ({"starts": "2027-04/2027-05"}, {"starts": "2027-04/2027-05"}),  # doubt stays doubt
        ({"starts": "2027-04-04/2027-04-06", "ends": "2027-04-07"},
         {"starts": "2027-04-04/2027-04-06", "ends": date(2027, 4, 7)}),
        ({"deadline": "2027-04-04/2027-04-06"}, {"deadline": "2027-04-04/2027-04-06"}),
    ],
)  # fmt: skip
def test_a_stretch_written_as_doubt_is_no_length(said: dict[str, str], days: dict[str, Any]) -> None:
    table = made(said)
    assert {key: value for key, value in table.items() if key not in {"id", "checked"}} == days


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("", ""),
        ('[defaults]\nsource = { title = "S", url = "u" }', "S"),
        ('[defaults]\nsource = { url = "u" }', "u"),
        ('[defaults]\nsource = "S"', ""),
        ("defaults = 1", ""),
    ],
)
def test_the_default_source_is_called_by_its_title_or_address(text: str, title: str) -> None:
    assert default_source(document(text)) == title


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ({"source": {"title": "S"}}, True),
        ({"source": {"url": "u"}}, True),
        ({"source": {"quote": "q"}}, False),
        ({"source": "S"}, False),
        ({}, False),
    ],
)
def test_a_source_is_named_by_title_or_address(table: dict[str, Any], named: bool) -> None:
    assert names_source(table) is named


@pytest.mark.parametrize(("above", "below"), [("event", "call"), ("call", "event")])
def test_the_last_source_is_that_of_the_lowest_entry_whatever_its_kind(above: str, below: str) -> None:
    its = document(
        f'[[{above}]]\nid = "a"\nsource = {{ title = "A" }}\n'
        f'[[{below}]]\nid = "b"\nsource = {{ title = "B", quote = "q", date = 2027-01-02 }}\n'
        f'[[{above}]]\nid = "c"\n'
    )
    assert last_source(its) == {"title": "B", "date": date(2027, 1, 2)}


def test_a_file_without_any_source_has_no_last_one() -> None:
    with pytest.raises(UsageRefused) as refused:
        last_source(document('[[call]]\nid = "c"\n'))
    assert refused.value.problem.code == "no-source"


def test_the_deadline_without_a_name_is_a_stage_where_it_follows_one() -> None:
    table = made({"deadline": "2027-09-02T17:00"}, "outline=2027-03-02")
    assert "deadline" not in table
    assert [each.get("follows") for each in table["stage"]] == [None, "outline"]
    assert table["stage"][1]["kind"] == "deadline"
    assert str(table["stage"][1]["when"]) == "2027-09-02 17:00:00"


def opening(said: dict[str, str], *stages: str) -> dict[str, Any]:
    """The table where `A..B` is a deadline B that can be met from A."""
    return table_of("one", said, stages, TODAY, lambda text, *_: Said(text[-10:], opens=text[:-12]))


@pytest.mark.parametrize(
    ("said", "stages", "written"),
    [
        ({}, ["first=2027-02-15", "second=2027-03-01..2027-06-30"], "--stage second=2027-06-30"),
        ({}, ["prima fase=2027-02-15", "seconda fase=2027-01-01..2027-06-30"], "--stage seconda-fase="),
        ({}, ["Skizze=2027-02-15", "Vollantrag=2027-03-01..2027-06-30"], "--stage vollantrag="),
        ({}, ["cut-off 1=2027-02-15", "cut-off 2=2027-03-01..2027-06-30"], "--stage cut-off-2="),
        ({}, ["lot B=2027-03-01..2027-06-30", "lot A=2027-02-15"], "--stage lot-b="),
        ({"deadline": "2027-02-15"}, ["second=2027-03-01..2027-06-30"], "--stage second="),
        ({"deadline": "2027-03-01..2027-06-30"}, ["outline=2027-02-15"], "--deadline=2027-06-30"),
    ],
)
def test_what_opens_after_another_deadline_is_not_the_call(
    said: dict[str, str], stages: list[str], written: str
) -> None:
    with pytest.raises(UsageRefused, match="what opens then is not the call") as refused:
        opening(said, *stages)
    values = dict(refused.value.problem.values)
    assert f"{values['written']}={values['last']}".startswith(written)
    assert "--note" in str(values["advice"])


@pytest.mark.parametrize(
    ("said", "stages"),
    [
        ({}, ["first=2027-01-01..2027-02-15", "second=2027-06-30"]),
        ({"deadline": "2027-01-01..2027-02-15"}, ["second=2027-06-30"]),
        ({}, ["lot A=2027-02-15", "lot B=2027-01-01..2027-06-30"]),
        ({}, ["Lot B=2027-01-01..2027-06-30", "lot A="]),
    ],
)
def test_the_opening_of_what_comes_first_is_that_of_the_call(said: dict[str, str], stages: list[str]) -> None:
    assert str(opening(said, *stages)["opens"]) == "2027-01-01"

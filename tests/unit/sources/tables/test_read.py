"""Tables as candidates: a row each, what is doubtful named with its line."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from clustercalls.candidate import Candidate
from clustercalls.catalogue.reading import entry_of
from clustercalls.errors import InputRefused, Problem
from clustercalls.limits import OFFERED_BYTES, SHEET_ROWS
from clustercalls.sources.tables.read import TableTerms, candidates, table_of

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
HEAD = "ID,Title,Opens,Deadline,Budget,Currency,Link,Summary,Programme,Notes\n"


def every(
    data: str | bytes, columns: Mapping[str, str] | None = None, *, dayfirst: bool | None = None
) -> list[Candidate | Problem]:
    bytes_ = data if isinstance(data, bytes) else data.encode()
    return list(candidates(bytes_, "t", NOW, "Europe/Rome", columns or {}, dayfirst=dayfirst))


def read(data: str | bytes, **columns: str) -> list[Candidate]:
    made = [each for each in every(data, columns) if isinstance(each, Candidate)]
    assert all(entry_of("t", each.key, each.entry)[1] == [] for each in made)
    return made


def told(data: str, *, dayfirst: bool | None = None) -> list[tuple[int, str, str]]:
    problems = [each for each in every(data, dayfirst=dayfirst) if isinstance(each, Problem)]
    return [(each.place.line, each.place.entry, each.message) for each in problems]


def why(data: str | bytes, **columns: str) -> str:
    with pytest.raises(InputRefused) as refused:
        every(data, columns)
    return refused.value.problem.message.removeprefix("this cannot be read as a table: ")


def test_a_row_with_all_it_says() -> None:
    (made,) = read(
        HEAD
        + "7,Vouchers,2027-01-10T00:00:00,2027-02-28 12:00,1500000 €,,https://example.org/v,For SMEs,PR,Open"
    )
    assert (made.key, made.title, made.text) == ("7", "Vouchers", "Summary: For SMEs\nNotes: Open")
    assert made.entry == {
        "title": "Vouchers", "kind": "call", "programme": "PR", "summary": "For SMEs", "budget": 1_500_000,
        "currency": "EUR", "url": "https://example.org/v",
        "stage": [
            {"id": "opens", "kind": "opens", "when": "2027-01-10"},
            {"id": "deadline", "kind": "deadline", "when": "2027-02-28", "at": "12:00:00",
             "zone": "Europe/Rome"},
        ],
        "source": {"url": "https://example.org/v", "key": "t:7"},
    }  # fmt: skip


def test_a_catalogue_with_headings_of_its_own() -> None:
    data = (
        "ID_Incentivo,Titolo,Data_apertura,Data_chiusura,Note_di_apertura_chiusura,Stanziamento_incentivo,Link,URL\n"
        '12,"Bando ""Reti""",2026-04-21T00:00:00,2027-06-23T00:00:00,"uno, due",50000000,https://example.org/x,/it/x\n'
    )
    (made,) = read(data, key="ID_Incentivo", deadline="Data_chiusura")
    assert (made.key, made.title, made.entry["budget"]) == ("12", 'Bando "Reti"', 50_000_000)
    assert made.entry["url"] == "https://example.org/x"
    assert [each["when"] for each in made.entry["stage"]] == ["2026-04-21", "2027-06-23"]


def test_two_days_are_refused_with_their_row() -> None:
    data = "Title,Deadline\nA,01/02/2027\nB,13/02/2027\n"
    reason = "`01/02/2027` could be 2027-02-01 or 2027-01-02: say which with dayfirst"
    assert told(data) == [(2, "A", f"{reason} (typed: --dayfirst, --monthfirst)")]
    assert [each.title for each in read(data)] == ["B"]
    assert told(data, dayfirst=True) == told(data, dayfirst=False) == []


def test_what_is_no_date_is_noted_and_no_day_is_made_up() -> None:
    (made,) = read("Title;Deadline;Budget\nA;a sportello;da definire")
    assert "stage" not in made.entry
    assert (
        made.entry["note"] == "budget: da definire; deadline: a sportello"
        or made.entry["note"] == "deadline: a sportello; budget: da definire"
    )
    assert set(made.unread) == {"A – budget: da definire", "A – deadline: a sportello"}


@pytest.mark.parametrize("sentinel", ["9999-12-31", "31/12/2999"])
def test_a_day_that_stands_for_none_is_none(sentinel: str) -> None:
    (made,) = read(f"Title,Deadline\nA,{sentinel}")
    assert "stage" not in made.entry
    assert made.entry["note"] == f"deadline: {sentinel}"


def test_keys() -> None:
    assert [each.key for each in read("Title,Link\nA,https://example.org/a")] == ["https://example.org/a"]
    first, second = read("Title,Link\nA,https://example.org/a\nB,https://example.org/a")
    assert first.key != second.key
    (made,) = read("Title,Deadline\nA,2027-01-01")
    assert made.key == read("Title,Deadline\nA,2028-01-01")[0].key


def test_a_key_that_came_already_is_told() -> None:
    assert told("ID,Title\n1,A\n1,B\n") == [(3, "B", "its key, 1, is that of row 2")]
    assert told("ID,Title\n1,<b> </b>\n") == [(2, "1", "it has no title")]
    assert told("ID,Title\n1,\n") == [(2, "1", "it has no title")]


def test_rows_above_the_headings_and_empty_ones_are_passed_over() -> None:
    assert [
        each.title
        for each in read("Regione,,\n,,\nAggiornato,oggi,\nTitolo,Scadenza,Link\n,,\nA,2027-01-01,\n")
    ] == ["A"]


def test_a_workbook_has_days_and_its_second_sheet_counts_too() -> None:
    book = Workbook()
    book.active.append(["Leggimi"])
    sheet = book.create_sheet()
    sheet.append(["ID", "Titolo", "Scadenza"])
    sheet.append([7, "A", date(2027, 2, 1)])
    stream = BytesIO()
    book.save(stream)
    (made,) = read(stream.getvalue())
    assert (made.key, made.entry["stage"]) == (
        "7",
        [{"id": "deadline", "kind": "deadline", "when": "2027-02-01"}],
    )


def test_what_is_no_table_says_which_columns_it_has() -> None:
    assert why("Name of it,Fine\nA,B") == "no column is its title: Name of it, Fine"
    assert why("") == "nothing stands in it"
    assert why("Titolo,Fine\nA,B", deadline="Data") == "no column of it is called Data"
    assert why("Titolo,Fine\nA,B", dedline="Fine").startswith("`dedline` is no field of a table")
    assert why(b"x" * (OFFERED_BYTES + 1)) == "it is larger than 32 MiB"


def test_more_rows_than_are_read() -> None:
    assert why("Title\n" + "A\n" * (SHEET_ROWS + 1)) == f"it has more than {SHEET_ROWS} rows"


def test_which_columns_were_understood_can_be_shown_before() -> None:
    found = table_of(b"Titolo,Scadenza,x\nA,2027-01-01,y", TableTerms("t", "Europe/Rome"))
    assert {field: found.headings[numbers[0]] for field, numbers in found.fields.items()} == {
        "title": "Titolo",
        "deadline": "Scadenza",
    }


def test_what_harms_a_terminal_is_taken_out() -> None:
    (made,) = read("Title,Notes\nA\u202e\x1bB,c\x07")
    assert (made.title, made.text) == ("AB", "Notes: c")


def test_a_heading_above_that_is_also_a_word_for_the_title_is_passed_over() -> None:
    (made,) = read("Bando,,\nTitolo,Scadenza,Link\nA,2027-01-01,\n")
    assert made.entry["stage"][0]["when"] == "2027-01-01"

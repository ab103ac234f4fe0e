"""Rows of text, whatever parts its columns and in whatever letters."""

import pytest

from clustercalls.errors import InputRefused
from clustercalls.sources.tables.comma_separated import rows_of

ROWS = [["Title", "Città, sede"], ["A; B", 'say "x"'], ["two\nlines", ""]]


def read(text: str | bytes) -> list[list[str]]:
    return [row for _, row in rows_of(text if isinstance(text, bytes) else text.encode(), "t")]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_what_parts_the_columns_is_told_by_the_rows(mark: str) -> None:
    quoted = "\r\n".join(mark.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in ROWS)
    assert read(quoted) == ROWS


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters(letters: str) -> None:
    assert read("Titolo;Città\nè;€".encode(letters)) == [["Titolo", "Città"], ["è", "€"]]


def test_commas_in_the_text_of_a_few_part_nothing() -> None:
    assert read("Title;Date\nA, B, C;2027\nD;2028\nE;2029") == [
        ["Title", "Date"],
        ["A, B, C", "2027"],
        ["D", "2028"],
        ["E", "2029"],
    ]


def test_rows_have_the_number_of_their_last_line() -> None:
    assert [line for line, _ in rows_of(b'a,b\n"x\ny",c\nd,e\n', "t")] == [1, 3, 4]


def test_one_column() -> None:
    assert read("Title\nA\nB") == [["Title"], ["A"], ["B"]]
    assert read("") == []
    assert read("\x00a,b\x00\nc,d") == [["a", "b"], ["c", "d"]]


def test_a_cell_that_is_too_long_is_told() -> None:
    with pytest.raises(InputRefused) as refused:
        read("a,b\n" + "x" * 200_000 + ",c")
    assert "line 2 cannot be parted" in refused.value.problem.message


def test_what_parts_all_rows_is_believed_before_what_parts_a_few_into_more() -> None:
    rows = ["Title;Date", "A, B, C;2027", "D, E, F;2028", "G, H, I;2029"]
    assert read("\n".join(rows)) == [row.split(";") for row in rows]

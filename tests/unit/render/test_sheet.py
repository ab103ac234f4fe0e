"""A sheet in a workbook, read back by two readers of others: each value as what it is, and no cell acts."""

import io
import tracemalloc
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.escape import unescape
from python_calamine import CalamineWorkbook

from clustercalls.errors import UsageRefused
from clustercalls.render import sheet
from clustercalls.render.sheet import MOST_LETTERS, MOST_LINKS, MOST_ROWS, cell_text, packed

ODD = {
    "=1+1": "=1+1",
    '=HYPERLINK("http://x")': '=HYPERLINK("http://x")',
    "+1": "+1",
    "-2+3": "-2+3",
    "@SUM(A1)": "@SUM(A1)",
    "{=1}": "{=1}",
    "\uff1d1": "\uff1d1",
    " =1": " =1",
    "https://example.org": "https://example.org",
    "internal:Sheet1!A1": "internal:Sheet1!A1",
    "0123": "0123",
    "1e5": "1e5",
    "2027-04-04": "2027-04-04",
    "_x0041_": "_x0041_",
    "a & b < c > \"d\" 'e'": "a & b < c > \"d\" 'e'",
    "<r><t>bold</t></r>": " <r><t>bold</t></r>",
    "<r>&</r>": " <r>&</r>",
    "two\nlines": "two lines",
    "bell\x07": "bell\\x07",
    "turn\u202e": "turn\\u202e",
    "none\ufffe\uffff": "none\\ufffe\\uffff",
    "  kept ": "  kept ",
    "🏳️‍🌈 日本 è": "🏳️‍🌈 日本 è",
}  # fmt: skip


def sheet_of(*rows: list[Any], fields: str = "title", header: bool = True, name: str = "Dates") -> Any:  # noqa: ANN401
    headings = [(field, field, 10) for field in fields.split()]
    data = packed(name, headings, rows, len(rows), header=header)
    return openpyxl.load_workbook(io.BytesIO(data)).active


@pytest.mark.parametrize("in_memory", [5_000, 0], ids=["few rows", "many rows"])
@pytest.mark.parametrize("text", ODD)
def test_a_text_is_the_same_text_to_every_reader(
    monkeypatch: pytest.MonkeyPatch, text: str, in_memory: int
) -> None:
    monkeypatch.setattr(sheet, "IN_MEMORY", in_memory)
    data = packed("Dates", [("title", "Title", 10)], [[text]], 1, header=True)
    cell = openpyxl.load_workbook(io.BytesIO(data)).active["A2"]
    # What stands in a row and not in the table of texts is not decoded by this reader, as it should be.
    value = cell.value if in_memory else unescape(cell.value)
    assert (value, cell.data_type) == (ODD[text], "s")
    assert cell.hyperlink is None
    assert CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python() == [
        ["Title"],
        [ODD[text]],
    ]


@pytest.mark.parametrize("text", ["=1+1", "-2+3", "@x"])
def test_a_text_like_a_formula_stays_a_text_when_it_is_edited(text: str) -> None:
    assert sheet_of([text])["A2"].quotePrefix
    assert not sheet_of(["plain"])["A2"].quotePrefix


VALUES = [
    (date(2027, 4, 6), datetime(2027, 4, 6), "yyyy-mm-dd"),  # noqa: DTZ001 - as the reader has a day
    (date(1900, 3, 1), datetime(1900, 3, 1), "yyyy-mm-dd"),  # noqa: DTZ001
    (date(9999, 12, 31), datetime(9999, 12, 31), "yyyy-mm-dd"),  # noqa: DTZ001
    (date(1900, 2, 28), "1900-02-28", "General"),  # there Excel counts a day that never was
    (date(1492, 10, 12), "1492-10-12", "General"),
    (time(17, 0), time(17, 0), "hh:mm"),
    (time(0, 0), time(0, 0), "hh:mm"),
    (time(23, 59), time(23, 59), "hh:mm"),
    (18_500_000, 18_500_000, "#,##0"),
    (0, 0, "#,##0"),
    (-12, -12, "#,##0"),
    (0.85, 0.85, "#,##0.00"),
    (2_500_000.0, 2_500_000, "#,##0"),
    (1_234_567_890_123_456, "1234567890123456", "General"),  # Excel would make zeroes of the last digits
    (float("inf"), "inf", "General"),
    (float("nan"), "nan", "General"),
    (None, None, "General"),
    ((), None, "General"),
    (("a", "b"), "a; b", "General"),
]


@pytest.mark.parametrize(("value", "read", "form"), VALUES)
def test_a_value_is_what_it_is(value: object, read: object, form: str) -> None:
    cell = sheet_of([value])["A2"]
    assert (cell.value, cell.number_format) == (read, form)
    assert type(cell.value) is type(read)


LINKS = [
    ("https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&d=e#f"),
    ("HTTP://example.org", "HTTP://example.org"),
    ("https://example.org/\u202egpj", "https://example.org/%E2%80%AEgpj"),
    ("https://example.org/" + "a" * 2_059, "https://example.org/" + "a" * 2_059),
    ("https://example.org/" + "a" * 2_060, None),  # longer than Excel takes
    ("javascript:alert(1)", None),
    ("file:///etc/passwd", None),
    ("internal:Sheet1!A1", None),
    ("external:c:/x.xlsx", None),
    ("mailto:a@example.org", None),
    ("=1+1", None),
]


@pytest.mark.parametrize(("address", "target"), LINKS)
def test_an_address_is_a_link_only_into_the_web(address: str, target: str | None) -> None:
    cell = sheet_of([address], fields="url")["A2"]
    link = cell.hyperlink
    assert (link and f"{link.target}{'#' + link.location if link.location else ''}") == target
    assert cell.value == (target or address)


def test_what_is_no_field_of_addresses_is_no_link() -> None:
    assert sheet_of(["https://example.org"], fields="place")["A2"].hyperlink is None


def test_one_link_more_than_excel_takes_is_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_LINKS == 65_530
    monkeypatch.setattr(sheet, "MOST_LINKS", 2)
    shown = sheet_of(*([f"https://example.org/{number}"] for number in range(4)), fields="url")
    assert [bool(shown.cell(row, 1).hyperlink) for row in (2, 3, 4, 5)] == [True, True, False, False]
    assert shown["A5"].value == "https://example.org/3"


@pytest.mark.parametrize("letter", ["a", "é", "🏳"])
def test_a_long_text_is_cut_where_excel_ends(letter: str) -> None:
    units = len(letter.encode("utf-16-le")) // 2
    fits = letter * (MOST_LETTERS // units)
    assert sheet_of([fits])["A2"].value == fits
    cut = sheet_of([f"{fits}ab"])["A2"].value
    assert cut.endswith(f"{letter}…")
    assert MOST_LETTERS - units <= len(cut.encode("utf-16-le")) // 2 <= MOST_LETTERS
    assert cell_text(fits) == fits


def test_more_rows_than_a_sheet_has_are_refused_before_any_is_written() -> None:
    for header in (True, False):
        with pytest.raises(UsageRefused) as refused:
            packed("Dates", [], iter(()), MOST_ROWS + 1 - header, header=header)
        assert refused.value.problem.code == "too-many-rows"
        assert "1,048,576" in refused.value.problem.message


def test_the_headings_stay_are_bold_and_filter() -> None:
    shown = sheet_of(["a", 1], ["b", 2], fields="title budget")
    assert (shown.freeze_panes, shown.auto_filter.ref) == ("A2", "A1:B3")
    assert [cell.font.bold for cell in shown[1]] == [True, True]
    assert not shown["A2"].font.bold
    assert [shown.column_dimensions[each].width > 10 for each in "AB"] == [True, True]
    without = sheet_of(["a", 1], fields="title budget", header=False)
    assert (without.freeze_panes, without.auto_filter.ref, without["A1"].value) == (None, None, "a")


def test_no_rows_leave_the_headings() -> None:
    shown = sheet_of(fields="title budget")
    assert (shown.max_row, shown.auto_filter.ref) == (1, "A1:B1")


@pytest.mark.parametrize("in_memory", [5_000, 0])
def test_the_same_rows_are_the_same_bytes(monkeypatch: pytest.MonkeyPatch, in_memory: int) -> None:
    monkeypatch.setattr(sheet, "IN_MEMORY", in_memory)
    row = ["a", date(2027, 4, 6), 3, "https://example.org"]
    headings = [(field, field, 10) for field in ("title", "earliest", "budget", "url")]
    one, other = (packed("Dates", headings, [row], 1, header=True) for _ in range(2))
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as parts:
        said = parts.read("docProps/core.xml").decode()
    assert ">2000-01-01T00:00:00Z<" in said
    assert "<dc:creator></dc:creator>" in said


def test_many_rows_are_not_all_kept_in_memory_and_leave_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "for a while"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))

    def peak(most: int) -> int:
        monkeypatch.setattr(sheet, "IN_MEMORY", most)
        packed("Dates", [], [], 0, header=True)  # what the library takes is not counted
        rows = ([f"{number} {at}" for at in range(8)] for number in range(1_500))
        tracemalloc.start()
        packed("Dates", [("title", "Title", 10)] * 8, rows, 1_500, header=True)
        most_used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most_used

    assert peak(100) < peak(10_000) / 2
    assert list(folder.iterdir()) == []


def test_a_full_disk_is_told_as_what_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere/at/all")
    with pytest.raises(OSError, match="No such file"):
        packed("Dates", [("title", "Title", 10)], [["a"]] * 6_000, 6_000, header=True)
    assert packed("Dates", [("title", "Title", 10)], [["a"]], 1, header=True)

"""Workbooks: a date stays a date, and what would fill the memory is refused first."""

import struct
import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from clustercalls.errors import InputRefused, WorldFailed
from clustercalls.limits import ARCHIVE_BYTES
from clustercalls.sources import offered
from clustercalls.sources.tables.cells import Cell
from clustercalls.sources.tables.workbook import is_workbook, sheets_of

SPACES = "urn:oasis:names:tc:opendocument:xmlns"


def xlsx(*sheets: list[list[object]], far: str = "") -> bytes:
    book = Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.worksheets[0] if number == 0 else book.create_sheet()
        for row in rows:
            sheet.append(row)
        if far:
            sheet[far] = "far"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods(rows: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{SPACES}:manifest:1.0"/>',
        )
        names = "".join(f' xmlns:{each}="{SPACES}:{each}:1.0"' for each in ("office", "table", "text"))
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content{names}><office:body><office:spreadsheet>'
            f'<table:table table:name="A">{rows}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>",
        )
    return stream.getvalue()


def text(word: str, times: int = 1) -> str:
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{times}">'
        f"<text:p>{word}</text:p></table:table-cell>"
    )


def zipped(**members: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def read(data: bytes) -> list[list[tuple[int, list[Cell]]]]:
    return [[(number, list(row)) for number, row in rows] for rows in sheets_of(data, "t")]


def why(data: bytes) -> str:
    with pytest.raises(InputRefused) as refused:
        read(data)
    return refused.value.problem.message.removeprefix("this cannot be read as a table: ")


def test_dates_stay_dates_and_every_sheet_comes() -> None:
    day, hour = date(2027, 2, 1), datetime(2027, 2, 1, 17)  # noqa: DTZ001 - as a workbook has it
    first, second = read(xlsx([["Title", "Date"], ["A", day], ["B", hour]], [["C", 1.5]]))
    assert first == [(1, ["Title", "Date"]), (2, ["A", day]), (3, ["B", hour])]
    assert second == [(1, ["C", 1.5])]


def test_rows_have_their_numbers_where_the_first_are_empty() -> None:
    assert read(xlsx([[], [], ["Title"], ["A"]]))[0] == [(3, ["Title"]), (4, ["A"])]


def test_ods() -> None:
    row = f"<table:table-row>{text('Title')}{text('Date')}</table:table-row>"
    dated = (
        f"<table:table-row>{text('A')}"
        '<table:table-cell office:value-type="date" office:date-value="2027-02-01"><text:p>1</text:p>'
        '</table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    )
    (rows,) = read(ods(row + dated))
    assert [*map(str, rows[1][1])][:2] == ["A", "2027-02-01"]
    assert len(rows) == 2


def test_what_would_fill_the_memory_is_refused_before_it_is_read() -> None:
    assert why(zipped(a=b" " * (ARCHIVE_BYTES + 1))) == "unpacked it is larger than 64 MiB"
    assert why(xlsx([["Title"]], far="XFD1000")) == "a sheet of it has more than 1000000 cells"
    row = f'<table:table-row table:number-rows-repeated="100000">{text("x", 1000)}</table:table-row>'
    assert why(ods(row)) == "a sheet of it has more than 1000000 cells"
    assert why(ods(f"<table:table-row>{text('', 2_000_000)}</table:table-row>")).startswith(
        "a sheet of it has"
    )


def test_an_archive_that_says_it_is_smaller_is_damaged() -> None:
    data = bytearray(zipped(**{"content.xml": b"x" * 1_000_000}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 10)
    assert why(bytes(data)) == "its archive is damaged"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        b"PK\x03\x04" + b"\x00" * 99,
        zipped(a=b"x"),
        xlsx([["a"]])[:-90],
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2_000,
    ],
)
def test_what_is_damaged_is_one_line(data: bytes) -> None:
    assert why(data).startswith(("its archive is damaged", "its workbook cannot be read"))


def test_a_workbook_of_bytes_is_refused() -> None:
    assert (
        why(zipped(**{"xl/worksheets/sheet1.bin": b"x"}))
        == "it is of another kind of workbook: save it as xlsx"
    )


def test_what_is_a_workbook() -> None:
    assert is_workbook(xlsx([["a"]]))
    assert not is_workbook(b"Title,Date")


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offered, "find_spec", lambda _: None)
    with pytest.raises(WorldFailed, match="python-calamine"):
        read(xlsx([["a"]]))

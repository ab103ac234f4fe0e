"""The rows of the sheets of a workbook: xlsx, xls or ods."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice

from clustercalls.errors import InputRefused, limit_of
from clustercalls.limits import ARCHIVE_BYTES, SHEET_CELLS, SHEET_ROWS
from clustercalls.sources.offered import needed, unlike
from clustercalls.sources.tables.cells import Cell
from clustercalls.sources.tables.headings import TABLE

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CELL = re.compile(rb'\br=["\']([A-Z]{1,3})(\d{1,7})["\']')
# Rows and cells of ods as its reader knows them; one that has neither content nor value fills nothing.
_PIECE = re.compile(rb"<table:(table-row|table-cell|covered-table-cell)\b([^>]*?)(/?)>")
_REPEATED = re.compile(rb"number-(?:columns|rows)-repeated=[\"'](\d{1,9})[\"']")


def is_workbook(data: bytes) -> bool:
    """Whether the first bytes are those of one."""
    return data.startswith((ZIP, OLE))


def sheets_of(data: bytes, source: str) -> Iterator[list[tuple[int, Sequence[Cell]]]]:
    """The rows of every sheet, each with its number.

    Raises:
        InputRefused: when it would be too much unpacked, or cannot be read.
        WorldFailed: when the library is missing.
    """
    needed("python_calamine", "python-calamine")
    if data.startswith(ZIP):
        _sure_small(data, source)
    from python_calamine import load_workbook

    try:
        book = load_workbook(BytesIO(data))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            first = (sheet.start or (0, 0))[0] + 1
            rows = islice(sheet.to_python(skip_empty_area=True), SHEET_ROWS + 1)
            yield [(number, row) for number, row in enumerate(rows, first)]
    except (ValueError, OSError, KeyError) as error:
        raise _unread(source, f"{error}") from None
    except BaseException as error:
        if not (_is_calamine(error) or type(error).__name__ == "PanicException"):
            raise
        raise _unread(source, type(error).__name__) from None


def _unread(source: str, text: str) -> InputRefused:
    return unlike(source, TABLE, "its workbook cannot be read: {text}", text=text[:200])


def _is_calamine(error: BaseException) -> bool:
    return type(error).__module__.startswith("python_calamine")


def _sure_small(data: bytes, source: str) -> None:
    """Lets pass an archive that is not too much when it is unpacked: neither in bytes nor in cells.

    Raises:
        InputRefused: for any other.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            if sum(each.file_size for each in members) > ARCHIVE_BYTES:
                reason = "unpacked it is larger than {limit}"
                raise unlike(source, TABLE, reason, **limit_of(ARCHIVE_BYTES))
            if any(each.filename.endswith(".bin") and "sheet" in each.filename for each in members):
                raise unlike(source, TABLE, "it is of another kind of workbook: save it as xlsx")
            sheets = [each for each in members if each.filename.endswith(".xml")]
            largest = max((_cells(archive, each) for each in sheets), default=0)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        zlib.error,
        RuntimeError,
        OSError,
        EOFError,
        ValueError,
    ):
        raise unlike(source, TABLE, "its archive is damaged") from None
    if largest > SHEET_CELLS:
        raise unlike(source, TABLE, "a sheet of it has more than {limit} cells", limit=SHEET_CELLS)


def _cells(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> int:
    """How many cells a sheet spans: all of them are held at once, however few are filled."""
    text = archive.read(member)  # as much as it says, which was judged
    if member.filename == "content.xml":
        return _spanned(text)
    places = {match.groups() for match in _CELL.finditer(text)}
    rows = max((int(number) for _, number in places), default=0)
    return rows * max((_column(letters) for letters, _ in places), default=0)


def _spanned(text: bytes) -> int:
    """The same of all sheets of an ods."""
    height = width = rows = row = columns = 0
    for kind, attributes, end in _PIECE.findall(text):
        repeated = _REPEATED.search(attributes)
        times = int(repeated[1]) if repeated else 1
        if kind == b"table-row":
            rows, row, columns = rows + row, times, 0
            continue
        columns += times
        if not end or b"value" in attributes:
            height, width = max(height, rows + row), max(width, columns)
    return height * width


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number

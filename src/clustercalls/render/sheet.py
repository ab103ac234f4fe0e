"""One sheet in a workbook of Excel: dates are dates, figures numbers, and whatever is text stays text.

The bytes are those of the answer alone: no clock, no name, no machine is in them.
https://xlsxwriter.readthedocs.io/working_with_data.html
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date, datetime, time
from io import BytesIO
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from clustercalls.errors import UsageRefused, problem
from clustercalls.render.columns import ADDRESSES, plain_value
from clustercalls.render.formulas import is_formula
from clustercalls.render.safe import safe_address, safe_text

if TYPE_CHECKING:
    from xlsxwriter import Workbook

# https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
MOST_ROWS = 1_048_576  # that of the headings included
MOST_LETTERS = 32_767  # of a cell, as UTF-16 counts them
MOST_LINKS = 65_530
LONGEST_LINK = 2_079
FIRST_DAY = date(1900, 3, 1)  # before it Excel has a day that never was, and then no date at all
INEXACT = 10**15  # Excel keeps fifteen digits; a longer figure is shown whole, as a text
IN_MEMORY = 5_000  # rows; more wait in a folder of their own until they are packed
MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a file has to say when it was made: never now
PLAIN_ADDRESS = re.compile("https?://", re.IGNORECASE)
NOT_IN_XML = {0xFFFE: r"\ufffe", 0xFFFF: r"\uffff"}
MARKUP = re.compile(
    "<r>.*</r>", re.DOTALL
)  # what the library would take for XML of its own, and put in as it is
FORMATS: dict[str, dict[str, Any]] = {
    "day": {"num_format": "yyyy-mm-dd", "align": "left"},
    "hour": {"num_format": "hh:mm"},
    "amount": {"num_format": "#,##0.00"},
    "whole": {"num_format": "#,##0"},
    "head": {"bold": True, "bottom": 1},
    "text": {},
    "kept": {"quote_prefix": True},  # where one edits the cell it stays a text as well
}

Heading = tuple[str, str, int]  # of a column: its field, what stands above it, its width in letters


def packed(
    name: str, headings: Sequence[Heading], rows: Iterable[Sequence[object]], count: int, *, header: bool
) -> bytes:
    """A workbook of one sheet of this name, with so many rows.

    Raises:
        UsageRefused: when they are more than a sheet takes.
        OSError: when there is no place for many of them while they are packed.
    """
    if count + header > MOST_ROWS:
        raise UsageRefused(problem("too-many-rows", most=f"{MOST_ROWS:,}"))
    file = BytesIO()
    with _workbook(file, in_memory=count <= IN_MEMORY) as book:
        sheet = _Sheet(book, name)
        sheet.begin(headings, count, header=header)
        for number, row in enumerate(rows, int(header)):
            for at, ((field, *_), value) in enumerate(zip(headings, row, strict=True)):
                sheet.put(number, at, value, is_address=field in ADDRESSES)
    return file.getvalue()


@contextmanager
def _workbook(file: BytesIO, *, in_memory: bool) -> "Iterator[Workbook]":
    """A workbook that is whole when it is left; many rows are kept in a folder that only we can read."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    usual = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    folder = nullcontext() if in_memory else TemporaryDirectory(prefix="clustercalls-")
    with folder as place:
        kept = {"in_memory": True} if in_memory else {"constant_memory": True, "tmpdir": place}
        book = Workbook(file, {**usual, **kept})
        book.set_properties({"created": MADE})
        yield book
        try:
            book.close()
        except FileCreateError as error:  # what it makes of what the system refused
            raise error.__context__ or error from None


class _Sheet:
    """The one sheet, written from its first cell to its last."""

    def __init__(self, book: "Workbook", name: str) -> None:
        self._sheet = book.add_worksheet(name)
        self._formats = {key: book.add_format(its) for key, its in FORMATS.items()}
        self._links = 0

    def begin(self, headings: Sequence[Heading], count: int, *, header: bool) -> None:
        """How wide the columns are; the row of headings stays where it is, and filters."""
        for at, (_, heading, width) in enumerate(headings):
            self._sheet.set_column(at, at, max(width, len(heading) + 3))  # 3: the button of the filter
            if header:
                self._sheet.write_string(0, at, cell_text(heading), self._formats["head"])
        if header and headings:
            self._sheet.freeze_panes(1, 0)
            self._sheet.autofilter(0, 0, count, len(headings) - 1)

    def put(self, row: int, at: int, value: object, *, is_address: bool) -> None:
        """One value as what it is; nothing for none."""
        sheet, formats = self._sheet, self._formats
        if isinstance(value, date) and not isinstance(value, datetime) and value >= FIRST_DAY:
            sheet.write_datetime(row, at, value, formats["day"])
        elif isinstance(value, time):
            sheet.write_datetime(row, at, value.replace(tzinfo=None), formats["hour"])
        elif isinstance(value, int | float) and abs(value) < INEXACT:
            sheet.write_number(row, at, value, formats["whole" if value == int(value) else "amount"])
        elif (text := plain_value(value)) and not (is_address and self._linked(row, at, text)):
            text = cell_text(text)
            sheet.write_string(row, at, text, formats["kept" if is_formula(text) else "text"])

    def _linked(self, row: int, at: int, address: str) -> bool:
        """Whether it became a link: an address of the web that Excel takes, and not one too many."""
        safe = safe_address(address)
        if not PLAIN_ADDRESS.match(safe) or len(safe) > LONGEST_LINK or self._links == MOST_LINKS:
            return False
        self._links += 1
        return self._sheet.write_url(row, at, safe, string=cell_text(safe)) == 0  # type: ignore[no-any-return]  # untyped there


def cell_text(text: str) -> str:
    """The text as a cell holds it: on one line, what XML cannot say shown, no longer than Excel takes."""
    text = safe_text(text).translate(NOT_IN_XML)
    if MARKUP.fullmatch(text):
        text = f" {text}"
    if len(text) * 2 > MOST_LETTERS and len(text.encode("utf-16-le")) // 2 > MOST_LETTERS:
        kept = text.encode("utf-16-le")[: (MOST_LETTERS - 1) * 2]
        text = kept.decode("utf-16-le", "ignore") + "…"
    return text

"""The program that reads a PDF, on its own."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from clustercalls.limits import PDF_BYTES, PDF_PAGES
from clustercalls.sources.documents import pdf_program
from clustercalls.sources.documents.pdf_answer import DAMAGED, ENCRYPTED, TOO_LONG, PdfAnswer
from documents import URL, drawn, pdf_by_fpdf, pdf_by_hand


def run(data: bytes, folder: Path | None = None) -> tuple[int, bytes, bytes]:
    ran = subprocess.run(
        [sys.executable, "-P", "-m", pdf_program.__name__],
        input=data,
        capture_output=True,
        check=False,
        cwd=folder,
    )
    return ran.returncode, ran.stdout, ran.stderr


def answer(data: bytes) -> PdfAnswer:
    code, said, complaint = run(data)
    assert (code, complaint) == (0, b"")
    return msgspec.json.decode(said, type=PdfAnswer)


def test_texts_have_their_places() -> None:
    told = answer(pdf_by_hand(drawn("one", "two"), info="/Title(T)/CreationDate(D:20261002)"))
    assert [(each.text.strip(), each.x, each.y, each.size) for each in told.pages[0].chunks] == [
        ("one", 60, 780, 11),
        ("two", 60, 766, 11),
    ]
    assert (told.title, told.made, told.pages[0].has_picture) == ("T", "D:20261002", False)


def test_links_and_bold_letters_are_told() -> None:
    pages = answer(pdf_by_fpdf()).pages
    assert [link.url for link in pages[1].links] == [URL]
    assert [each.text.strip() for each in pages[1].chunks if each.bold] == ["Open calls"]


def test_scaled_letters_have_the_size_that_is_seen() -> None:
    drawing = "q 2 0 0 2 10 20 cm BT /F 1 Tf 9 0 0 9 5 6 Tm (a) Tj ET Q"
    chunk = answer(pdf_by_hand(drawing)).pages[0].chunks[0]
    assert (chunk.x, chunk.y, chunk.size) == (20, 32, 18)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", DAMAGED),
        (b"%PDF-1.4", DAMAGED),
        (b"nothing", DAMAGED),
        (pdf_by_hand(*[""] * (PDF_PAGES + 1)), TOO_LONG),
        (
            pdf_by_hand(
                "",
                trailer="/Encrypt<</Filter/Standard/V 1/R 2/O("
                + "x" * 32
                + ")/U("
                + "y" * 32
                + ")/P -1>>/ID[(a)(b)]",
            ),
            ENCRYPTED,
        ),
    ],
)
def test_what_cannot_be_read_is_an_exit_code_and_nothing_else(data: bytes, code: int) -> None:
    assert run(data) == (code, b"", b"")


def test_what_lies_where_it_is_run_is_not_imported(tmp_path: Path) -> None:
    (tmp_path / "pypdf.py").write_text("raise SystemExit(77)")
    assert run(pdf_by_hand(drawn("a")), tmp_path)[0] == 0


def test_a_damaged_page_hides_no_other() -> None:
    data = pdf_by_hand(drawn("one"), drawn("two"), compress=True)
    place = data.index(b"stream\n") + 9
    told = answer(data[:place] + b"\xff" * 20 + data[place + 20 :])
    assert [len(page.chunks) for page in told.pages] == [0, 1]


def test_corners_are_in_order() -> None:
    assert pdf_program.sorted_corners([5, 6, 1, 2]) == (1, 2, 5, 6)


def test_it_has_no_more_memory_than_the_limit_says() -> None:
    source = f"from {pdf_program.__name__} import bound; bound(); print(len(bytearray({PDF_BYTES})))"
    ran = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr.strip().splitlines()[-1]) == ("", "MemoryError")

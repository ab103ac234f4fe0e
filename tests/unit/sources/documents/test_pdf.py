"""A PDF as its passages, within bounds of memory and time."""

import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.enums import EncryptionMethod

from clustercalls.errors import InputRefused, WorldFailed
from clustercalls.sources.documents import pdf
from clustercalls.sources.documents.pdf import read_pdf
from documents import drawn, forms, pdf_by_hand, refused


def encrypted(password: str) -> bytes:
    made = FPDF()
    made.set_encryption("owner", password, EncryptionMethod.RC4)
    made.add_page()
    made.set_font("Helvetica", size=12)
    made.cell(0, 8, "A secret")
    return bytes(made.output())


def with_picture() -> bytes:
    picture = (
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
        b"stream\nx\nendstream"
    )
    data = pdf_by_hand("q /I Do Q", "q /I Do Q")
    return data.replace(b"/Font<</F 3 0 R>>", b"/XObject<</I 3 0 R>>").replace(
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", picture
    )


def test_pages_are_counted() -> None:
    read = read_pdf(pdf_by_hand(drawn("One."), drawn("Two.")))
    assert [(each.text, each.page) for each in read.passages] == [("One.", 1), ("Two.", 2)]


def test_what_lies_where_the_command_is_run_is_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pypdf.py").write_text("raise SystemExit(77)")
    monkeypatch.chdir(tmp_path)
    assert forms(read_pdf(pdf_by_hand(drawn("a")))) == ["t a"]


def test_what_it_says_of_itself() -> None:
    read = read_pdf(pdf_by_hand(drawn("a"), info="/Title(Microsoft Word - A call)/ModDate(D:20261002)"))
    assert (read.title, read.dated) == ("A call", date(2026, 10, 2))


@pytest.mark.parametrize("title", ["(anonymous)", "untitled", "", "(unspecified)"])
def test_a_title_that_is_none(title: str) -> None:
    inner = title.replace("(", "\\(").replace(")", "\\)")
    assert not read_pdf(pdf_by_hand(drawn("a"), info=f"/Title({inner})")).title


def test_one_that_asks_for_no_password_is_read() -> None:
    assert forms(read_pdf(encrypted(""))) == ["t A secret"]


def bomb() -> bytes:
    """A page that is 300 MiB unpacked."""
    packer = zlib.compressobj(9)
    stream = b"".join([*(packer.compress(b" " * 2**20) for _ in range(300)), packer.flush()])
    return pdf_by_hand("XX").replace(
        b"<</Length 2>>stream\nXX", b"<</Filter/FlateDecode/Length %d>>stream\n" % len(stream) + stream
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.4", "document-damaged"),
        (pdf_by_hand(drawn("a"))[:200], "document-damaged"),
        (encrypted("x"), "document-encrypted"),
        (with_picture(), "document-scan"),
        (pdf_by_hand(""), "document-empty"),
        (pdf_by_hand(*["a"] * 2_001), "document-too-long"),
    ],
    ids=["nothing", "cut off", "password", "scan", "empty", "endless pages"],
)
def test_what_cannot_be_read_is_refused_on_one_line(data: bytes, code: str) -> None:
    assert refused(data, "x.pdf") == code


def test_a_bomb_takes_neither_memory_nor_time() -> None:
    assert refused(bomb()) == "document-too-hungry"  # and not "document-too-slow"


def test_pages_that_are_each_other_have_an_end() -> None:
    data = pdf_by_hand(drawn("a")).replace(b"/Kids[6 0 R]", b"/Kids[2 0 R]")
    assert refused(data) == "document-damaged"


def test_a_scan_says_how_many_pages() -> None:
    with pytest.raises(InputRefused, match=r"its pages \(2\) are pictures"):
        read_pdf(with_picture())


@contextmanager
def program(source: str) -> Iterator[None]:
    """Another program in the place of the one that reads."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "_PROGRAM", (sys.executable, "-c", source))
        patch.setattr(pdf, "DOCUMENT_SECONDS", 2)
        patch.setattr(pdf, "PDF_ANSWER_BYTES", 2**20)
        yield


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("import time; time.sleep(60)", "document-too-slow"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "document-too-slow"),
        ("raise MemoryError", "document-too-hungry"),
        ("print('no')", "document-damaged"),
        ("raise SystemExit(6)", "document-too-hungry"),
        ("raise SystemExit(5)", "document-too-long"),
        ("raise SystemExit(1)", "document-damaged"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "document-damaged"),
        ("import sys\nwhile True: sys.stdout.write('x' * 2**20)", "document-too-long"),
    ],
)
def test_however_the_program_ends(source: str, code: str) -> None:
    with program(source), pytest.raises(InputRefused) as told:
        read_pdf(b"%PDF-")
    assert told.value.problem.code == code


def test_a_program_that_cannot_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_PROGRAM", (os.fspath("/nowhere/python"),))
    with pytest.raises(WorldFailed) as told:
        read_pdf(b"%PDF-")
    assert told.value.problem.code == "document-unstarted"


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LIBRARY", "no_such_library")
    with pytest.raises(WorldFailed) as told:
        read_pdf(b"%PDF-")
    assert told.value.problem.hint == "pip install 'clustercalls[pdf]'"

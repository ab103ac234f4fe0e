"""Any document as its passages, whatever it was written with."""

from collections.abc import Callable
from io import BytesIO

import pytest
from fpdf import FPDF
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from clustercalls import limits
from clustercalls.errors import Refusal
from clustercalls.passages import PassageKind
from clustercalls.sources.documents.reading import read_document
from documents import (
    REPORT,
    URL,
    behind,
    docx,
    forms,
    mail,
    paragraph,
    pdf_by_fpdf,
    pdf_by_hand,
    pdf_by_reportlab,
    refused,
    report_docx,
    report_html,
    report_mail,
    report_markdown,
    report_text,
    texts,
)

KINDS = [
    PassageKind.HEADING,
    PassageKind.TEXT,
    PassageKind.HEADING,
    PassageKind.ITEM,
    PassageKind.ITEM,
    PassageKind.ROW,
    PassageKind.ROW,
    PassageKind.TEXT,
]


@pytest.mark.parametrize(
    "made",
    [
        report_text,
        report_markdown,
        report_html,
        report_docx,
        report_mail,
        pdf_by_fpdf,
        pdf_by_reportlab,
        lambda: pdf_by_reportlab(columns=2),
    ],
    ids=["text", "markdown", "html", "docx", "mail", "fpdf2", "reportlab", "two columns"],
)
def test_one_report_is_the_same_in_every_form(made: Callable[[], bytes]) -> None:
    read = read_document(made())
    assert texts(read) == REPORT
    assert [passage.kind for passage in read.passages] == KINDS
    if made is not report_text:
        assert {url for _, url in behind(read)} == {URL}


@pytest.mark.parametrize(
    ("data", "name", "kind", "first"),
    [
        (b"<html><p>a", "x.txt", "", "t a"),
        (b"  <!DOCTYPE HTML><p>a", "x.pdf", "", "t a"),
        (b"<?xml version='1.0'?>\n<!-- x --><html><p>a", "", "", "t a"),
        (b"a<br>b", "x.html", "", "t a"),
        (b"a<br>b", "", "text/html; charset=utf-8", "t a"),
        (b"# a\n\nb", "", "", "h1 a"),
        (b"# a\n\nb", "x.txt", "", "t # a"),
        (b"# a\n\nb", "x.txt", "text/markdown", "h1 a"),
        (b"*a*", "A.MD", "", "t a"),
        (b"*a*", "", "", "t *a*"),
        (b"From: x\nTo: y\nSubject: s\n\nb", "", "", "h1 s"),
        (b"From: x\nTo: y\nSubject: s\n\nb", "x.txt", "", "t From: x"),
        (b"Subject: s\n\nb", "x.eml", "", "h1 s"),
        (b"Subject: s\n\nb", "", "", "t Subject: s"),
        (docx(paragraph("a")), "x.pdf", "application/pdf", "t a"),
        (pdf_by_hand("BT /F 11 Tf 1 0 0 1 9 9 Tm (a) Tj ET"), "x.txt", "text/plain", "t a"),
        (b"a", "x.docx", "", "t a"),
        ("perché".encode("utf-16"), "", "", "t perché"),
        ("perché €".encode("cp1252"), "", "", "t perché €"),
        ("perché".encode("latin-1"), "", "text/plain; charset=iso-8859-1", "t perché"),
    ],
)
def test_what_it_is_tells_its_beginning_else_its_name_else_who_sent_it(
    data: bytes, name: str, kind: str, first: str
) -> None:
    assert forms(read_document(data, name, kind))[0] == first


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "document-empty"),
        (b" \n\n\t", "document-empty"),
        (b"<html></html>", "document-empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x", "document-old-word"),
        (b"GIF89a\0\0", "document-unknown"),
        (b"{\\rtf1 a}", "document-unknown"),
        (b"<?xml version='1.0'?><rss>a</rss>", "document-unknown"),
        (b"BEGIN:VCALENDAR", "document-unknown"),
        (b"PK\x03\x04rest", "document-damaged"),
        (b"%PDF-1.4", "document-damaged"),
        (b"a" * (limits.DOCUMENT_BYTES + 1), "document-too-large"),
        (b"a\n\n" * 20_001, "document-too-long"),
    ],
)
def test_what_is_none_is_refused_on_one_line(data: bytes, code: str) -> None:
    assert refused(data, "x") == code


def test_what_is_wrong_names_the_file() -> None:
    with pytest.raises(Refusal) as told:
        read_document(b"", "report.txt")
    assert told.value.problem.place.file == "report.txt"


def test_letters_that_are_a_guess_are_told() -> None:
    assert read_document("perché".encode("cp1252")).encoding == "cp1252"
    assert not read_document("perché".encode()).encoding


BEFORE, NAME, AFTER = "The ", "formal call", ", paid by COSME, will be out in March."


def _by_fpdf() -> bytes:
    pdf = FPDF()
    pdf.add_page()
    for text, style in ((BEFORE, ""), (NAME, "B"), (AFTER, "")):
        pdf.set_font("Helvetica", style, size=11)
        pdf.write(5, text)
    return bytes(pdf.output())


def _by_reportlab() -> bytes:
    made = BytesIO()
    text = f"{BEFORE}<b>{NAME}</b>{AFTER}"
    SimpleDocTemplate(made).build([Paragraph(text, getSampleStyleSheet()["BodyText"])])
    return made.getvalue()


def _word() -> bytes:
    runs = (
        f'<w:r><w:rPr>{bold}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        for text, bold in ((BEFORE, ""), (NAME, "<w:b/>"), (AFTER, '<w:b w:val="0"/>'))
    )
    return docx(f"<w:p>{''.join(runs)}</w:p>")


_HTML = f"<p>{BEFORE}<strong>formal <b>call</b></strong>{AFTER}</p>"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (f"{BEFORE}**{NAME}**{AFTER}".encode(), "a.txt"),
        (f"{BEFORE}**{NAME}**{AFTER}".encode(), "a.md"),
        (f"{BEFORE}__{NAME}__{AFTER}".encode(), "a.md"),
        (_HTML.encode(), "a.html"),
        (_word(), "a.docx"),
        (mail(html=_HTML).as_bytes(), "a.eml"),
        (_by_fpdf(), "a.pdf"),
        (_by_reportlab(), "a.pdf"),
    ],
    ids=["text", "markdown", "underscores", "html", "docx", "mail", "fpdf2", "reportlab"],
)
def test_the_same_letters_stand_out_in_every_form(data: bytes, name: str) -> None:
    passage = read_document(data, name).passages[-1]
    assert passage.text == BEFORE + NAME + AFTER
    assert [passage.text[place.start : place.end] for place in passage.strong] == [NAME]


def test_one_star_is_no_emphasis_and_a_link_is_one_where_it_stands_in_it() -> None:
    passage = read_document(b"The *call* **[formal](https://example.org/)** ~~old~~.", "a.md").passages[0]
    assert [passage.text[place.start : place.end] for place in passage.strong] == ["formal"]

"""What stands out in a document stands out in its passages, whatever it was written with."""

from io import BytesIO

import pytest
from fpdf import FPDF
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from clustercalls.sources.documents.lines import LineInMaking, cut, joined
from clustercalls.sources.documents.reading import read_document
from documents import docx, mail

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


def test_places_move_with_what_is_joined_and_end_where_it_is_cut() -> None:
    line = LineInMaking()
    line.add("ab ")
    line.add("cd", strong=True)
    line.add(" ")
    line.add("ef ", strong=True)
    made = joined([line.taken(), line.taken()])
    assert [made.text[place.start : place.end] for place in made.strong] == ["cd ef"]
    twice = joined([made, made], "-")
    assert [twice.text[place.start : place.end] for place in twice.strong] == ["cd ef", "cd ef"]
    assert [[piece.text[s.start : s.end] for s in piece.strong] for piece in cut(made, 6)] == [["cd"], ["ef"]]

"""Documents to be read, made by hand and by two writers of PDF; one report in every form."""

import zlib
from collections.abc import Sequence
from email.message import EmailMessage
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from fpdf import FPDF
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    ListFlowable,
    ListItem,
    PageTemplate,
    Paragraph,
    Table,
)

from clustercalls.errors import Refusal
from clustercalls.passages import ReadDocument
from clustercalls.sources.documents.reading import read_document

URL = "https://example.org/call"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
STYLES = (
    '<w:style w:styleId="Titolo1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Mio"><w:name w:val="mine"/><w:basedOn w:val="Titolo1"/></w:style>'
    '<w:style w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="Lvl"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:styleId="Elenco"><w:name w:val="List Bullet"/></w:style>'
    '<w:style w:styleId="Num"><w:name w:val="y"/><w:pPr><w:numPr/></w:pPr></w:style>'
    '<w:style w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>'
)

# One report: what it says, piece by piece, in every form.
TITLE = "European Cluster Conference"
FIRST = (
    "The formal call, financed by COSME, will be published between February and March 2027 and will finance "
    "eight consortia with 350,000 euro each, for preparatory actions that lead to a lasting collaboration."
)
HEAD = "Open calls"
ITEMS = (
    "Innosup-1, first stage on 4 April 2027, 18.5 million euro, 75% for SMEs;",
    "Clusters Go International, deadline 31 October 2027.",
)
ROWS = (("Call", "Deadline"), ("Digital twins", "30 June 2027"))
LAST = (
    "More is told on the page of the conference, which lists every document that was shown in Brussels "
    "on that day."
)
REPORT = [TITLE, FIRST, HEAD, *ITEMS, *(" | ".join(row) for row in ROWS), LAST]


def texts(document: ReadDocument) -> list[str]:
    """The texts of its passages."""
    return [passage.text for passage in document.passages]


def forms(document: ReadDocument) -> list[str]:
    """Its passages, each with a letter of what it is: heading with its level, text, item, row."""
    return [f"{each.kind.value[0]}{each.level or ''} {each.text}" for each in document.passages]


def behind(document: ReadDocument) -> list[tuple[str, str]]:
    """Its links: the letters and the address."""
    return [(each.text[link.start : link.end], link.url) for each in document.passages for link in each.links]


def refused(data: bytes, name: str = "", content_type: str = "") -> str:
    """The code with which a document is refused, on one line."""
    with pytest.raises(Refusal) as told:
        read_document(data, name, content_type)
    assert "\n" not in f"{told.value.problem.message} {told.value.problem.hint}"
    assert "{" not in told.value.problem.message
    return told.value.problem.code


def paragraph(text: str, style: str = "", inner: str = "") -> str:
    """A paragraph of a DOCX."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p>{properties}{run}{inner}</w:p>"


def item(text: str, number: str = "1") -> str:
    """A paragraph of a list."""
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
    )


def word_table(rows: Sequence[Sequence[str]]) -> str:
    """A table of a DOCX."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{each}</w:tr>' for each in cells)}</w:tbl>"


def docx(body: str, *, links: str = "", core: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """A DOCX with this body."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {W} {R}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", f"<w:styles {W}>{STYLES}</w:styles>")
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>")
        archive.writestr("docProps/core.xml", f'<c:p xmlns:c="c">{core}</c:p>')
        for name, data in (more or {}).items():
            archive.writestr(name, data)
    return made.getvalue()


def relation(ident: str, target: str, mode: str = "External") -> str:
    """A link of a DOCX to the outside."""
    return f'<Relationship Id="{ident}" Target="{escape(target)}" TargetMode="{mode}"/>'


def pdf_by_hand(*pages: str, info: str = "", trailer: str = "", compress: bool = False) -> bytes:
    """A PDF of pages with these drawings, as its format has it and no writer between."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    objects.append(f"<<{info}>>".encode("latin-1"))
    kids = []
    for drawing in pages:
        stream = zlib.compress(drawing.encode("latin-1")) if compress else drawing.encode("latin-1")
        how = b"/Filter/FlateDecode" if compress else b""
        objects.append(b"<<%s/Length %d>>stream\n%s\nendstream" % (how, len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            b"/Contents %d 0 R>>" % len(objects)
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{listed}]>>".encode()
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%s\nendobj\n" % (number, each)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer<</Size %d/Root 1 0 R/Info 4 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        trailer.encode(),
        start,
    )
    return bytes(made)


def drawn(*lines: str, x: int = 60, top: int = 780, size: int = 11, step: int = 14) -> str:
    """What draws lines of text, one below the other."""
    return "".join(
        f"BT /F {size} Tf 1 0 0 1 {x} {top - at * step} Tm ({line}) Tj ET\n" for at, line in enumerate(lines)
    )


class _Paged(FPDF):
    """With a head and a foot on every page."""

    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        self.cell(0, 8, "Region of Puglia, office in Brussels", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 8, f"page {self.page_no()} of 2")


def pdf_by_fpdf() -> bytes:
    """The report, with heads and feet, by fpdf2."""
    pdf = _Paged()
    pdf.set_margins(25, 20)
    pdf.add_page()
    pdf.set_font("Helvetica", size=18)
    pdf.multi_cell(0, 9, TITLE, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=11)
    pdf.ln(4)
    pdf.multi_cell(0, 5, FIRST, new_x="LMARGIN", new_y="NEXT")
    pdf.add_page()
    pdf.set_font("Helvetica", "B", size=14)
    pdf.multi_cell(0, 7, HEAD, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=11)
    for each in ITEMS:
        pdf.multi_cell(0, 5, f"- {each}", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(3)
    with pdf.table(first_row_as_headings=False) as table:
        for row in ROWS:
            table.row(row)
    pdf.ln(4)
    before, inner, after = LAST.partition("the page of the conference")
    pdf.write(5, before)
    pdf.write(5, inner, link=URL)
    pdf.write(5, after)
    return bytes(pdf.output())


def pdf_by_reportlab(*, columns: int = 1) -> bytes:
    """The report by reportlab, in so many columns."""
    styles, made = getSampleStyleSheet(), BytesIO()
    normal = styles["BodyText"]
    linked = LAST.replace("the page of the conference", f'<a href="{URL}">the page of the conference</a>')
    items: list[Any] = [ListItem(Paragraph(each, normal)) for each in ITEMS]
    story: list[Flowable] = [
        Paragraph(TITLE, styles["Heading1"]),
        Paragraph(FIRST, normal),
        Paragraph(HEAD, styles["Heading2"]),
        ListFlowable(items, bulletType="bullet"),
        Table([list(row) for row in ROWS]),
        Paragraph(linked, normal),
    ]
    document = BaseDocTemplate(made, title=TITLE)
    width = document.width / columns - 6
    height = document.height if columns == 1 else 200
    frames = [
        Frame(document.leftMargin + at * (width + 12), document.bottomMargin, width, height)
        for at in range(columns)
    ]
    document.addPageTemplates([PageTemplate(frames=frames)])
    document.build(story)
    return made.getvalue()


def report_text() -> bytes:
    """The report as plain text, wrapped."""
    import textwrap

    items = "\n".join(textwrap.fill(each, 72, initial_indent="- ", subsequent_indent="  ") for each in ITEMS)
    rows = "\n".join("\t".join(row) for row in ROWS)
    parts = [TITLE, textwrap.fill(FIRST, 72), HEAD, items, rows, textwrap.fill(LAST, 72)]
    return "\n\n".join(parts).encode()


def report_markdown() -> bytes:
    """The report as Markdown."""
    items = "\n".join(f"* {each}" for each in ITEMS)
    rows = f"| {' | '.join(ROWS[0])} |\n|---|---|\n| {' | '.join(ROWS[1])} |"
    last = LAST.replace("the page of the conference", f"[the page of the *conference*]({URL})")
    return f"# {TITLE}\n\n{FIRST}\n\n{HEAD}\n---\n\n{items}\n\n{rows}\n\n{last}\n".encode()


def report_html() -> bytes:
    """The report as a page."""
    rows = "".join(f"<tr><td>{row[0]}</td><td>{row[1]}</td></tr>" for row in ROWS)
    last = LAST.replace(
        "the page of the conference", f'<a href="{URL}">the page of the <b>conference</b></a>'
    )
    items = "".join(f"<li>{each}" for each in ITEMS)
    return (
        f"<!doctype html><title>{TITLE}</title><h1>{TITLE}</h1><p>{FIRST}</p><h2>{HEAD}</h2><ul>{items}</ul>"
        f"<table>{rows}</table><p>{last}</p>"
    ).encode()


def report_docx() -> bytes:
    """The report as DOCX."""
    before, inner, after = LAST.partition("the page of the conference")
    link = f'<w:hyperlink r:id="r1"><w:r><w:t>{inner}</w:t></w:r></w:hyperlink>'
    rest = f'<w:r><w:t xml:space="preserve">{after}</w:t></w:r>'
    body = [
        paragraph(TITLE, "Title"),
        paragraph(FIRST),
        paragraph(HEAD, "Mio"),
        *map(item, ITEMS),
        word_table(ROWS),
        paragraph(before, inner=link + rest),
    ]
    return docx("".join(body), links=relation("r1", URL))


def mail(subject: str = TITLE, **parts: str) -> EmailMessage:
    """A mail with a text, a page, or both."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", subject
    message["Date"] = "Thu, 01 Oct 2026 23:30:00 -0400"
    message["Message-ID"] = "<1@example.org>"
    if "text" in parts:
        message.set_content(parts["text"])
    if "html" in parts:
        if "text" in parts:
            message.add_alternative(parts["html"], subtype="html")
        else:
            message.set_content(parts["html"], subtype="html")
    return message


def report_mail() -> bytes:
    """The report as a mail: its subject is its title."""
    body = report_html().decode().replace(f"<h1>{TITLE}</h1>", "")
    return mail(text="See the page.", html=body).as_bytes()

"""A DOCX as its passages."""

from datetime import date

import pytest

from clustercalls.limits import MIB
from clustercalls.sources.documents.word import read_word
from documents import R, W, behind, docx, forms, item, paragraph, refused, relation, word_table

URL = "https://a.org/x"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(sign: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{sign}"/></w:r>'


COMPLEX = (
    field("begin")
    + f'<w:r><w:instrText> HYPERLINK "{URL}" </w:instrText></w:r>'
    + field("separate")
    + run("p")
    + field("end")
)


@pytest.mark.parametrize(
    ("body", "passages"),
    [
        (
            paragraph("a", "Title") + paragraph("b", "Mio") + paragraph("c", "Lvl") + paragraph("d"),
            ["h1 a", "h1 b", "h3 c", "t d"],
        ),
        (item("a") + item("b", "0") + paragraph("c", "Elenco"), ["i a", "t b", "i c"]),
        (word_table([("a", "b"), ("c", "")]) + paragraph("d"), ["r a | b", "t c", "t d"]),
        (
            "<w:p>"
            + run("a")
            + "<w:r><w:tab/></w:r>"
            + run("b")
            + "<w:r><w:noBreakHyphen/></w:r>"
            + run("c")
            + "</w:p>",
            ["t a b-c"],
        ),
        ("<w:p>" + run("a") + "<w:r><w:br/></w:r>" + run("b") + "</w:p>", ["t a", "t b"]),
        (
            "<w:p>"
            + run("a")
            + "<w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:ins>"
            + run("b")
            + "</w:ins></w:p>",
            ["t ab"],
        ),
        ("<w:p><w:moveFrom>" + run("no") + "</w:moveFrom>" + run("a") + "</w:p>", ["t a"]),
        ("<w:p><Fallback>" + run("no") + "</Fallback>" + run("a") + "</w:p>", ["t a"]),
        ("<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr>" + run("a") + "</w:p>", ["h2 a"]),
        (
            "<w:p><w:pPr><w:pStyle w:val='Mio'/><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr>"
            + run("a")
            + "</w:p>",
            ["h1 a"],
        ),
        (
            "<w:p><w:r><w:txbxContent>" + paragraph("box") + "</w:txbxContent></w:r>" + run("a") + "</w:p>",
            ["t box", "t a"],
        ),
        (
            "<w:tbl><w:tr><w:tc>"
            + word_table([("a", "b")])
            + "</w:tc><w:tc>"
            + paragraph("c")
            + "</w:tc></w:tr></w:tbl>",
            ["r a | b", "t c"],
        ),
        ("<w:p>" + COMPLEX + "</w:p>", ["t p"]),
        ("", []),
        (paragraph("  "), []),
    ],
)
def test_its_passages(body: str, passages: list[str]) -> None:
    assert forms(read_word(docx(body))) == passages


@pytest.mark.parametrize(
    ("inner", "links"),
    [
        (f'<w:hyperlink r:id="r1">{run("a")}{run("b")}</w:hyperlink>{run("c")}', [("ab", URL)]),
        (f'<w:hyperlink w:anchor="x">{run("a")}</w:hyperlink>', []),
        (f'<w:hyperlink r:id="r2">{run("a")}</w:hyperlink>', []),
        (COMPLEX + run("q"), [("p", URL)]),
        (field("end") + run("a") + field("separate"), []),
        (f"<w:fldSimple w:instr='HYPERLINK \"{URL}\"'>{run('a')}</w:fldSimple>{run('b')}", [("a", URL)]),
        (f"<w:fldSimple w:instr='PAGE'>{run('1')}</w:fldSimple>", []),
    ],
)
def test_its_links(inner: str, links: list[tuple[str, str]]) -> None:
    made = docx(f"<w:p>{inner}</w:p>", links=relation("r1", URL) + relation("r2", "javascript:x"))
    assert behind(read_word(made)) == links


def test_its_notes_come_last_with_links_of_their_own() -> None:
    note = f'<w:footnotes {W} {R}><w:p><w:hyperlink r:id="n">{run("a")}</w:hyperlink></w:p></w:footnotes>'
    rels = f"<Relationships>{relation('n', URL)}</Relationships>"
    more = {
        "word/footnotes.xml": note.encode(),
        "word/_rels/footnotes.xml.rels": rels.encode(),
        "word/header1.xml": b"<x>no</x>",
    }
    read = read_word(docx(paragraph("b"), more=more))
    assert (forms(read), behind(read)) == (["t b", "t a"], [("a", URL)])


def test_what_it_says_of_itself() -> None:
    read = read_word(docx(paragraph("a"), core="<title>T</title><modified>2026-10-02T09:00:00Z</modified>"))
    assert (read.title, read.dated) == ("T", date(2026, 10, 2))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (
            docx("", more={"word/footnotes.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
            "document-doctype",
        ),
        (docx("", more={"word/footnotes.xml": b" " * 70 * MIB}), "document-bomb"),
        (docx("", more={"word/footnotes.xml": b"<a>"}), "document-damaged"),
        (docx("<w:p>"), "document-damaged"),
        (docx(paragraph("a"))[:900], "document-damaged"),
        (docx(paragraph("a" * 1_000) * 4_001), "document-too-long"),
        (docx("").replace(b"word/document.xml", b"xl/workbook01.xml"), "document-unknown"),
        (docx(""), "document-empty"),
    ],
)
def test_what_means_harm_is_refused_on_one_line(data: bytes, code: str) -> None:
    assert refused(data, "x.docx") == code

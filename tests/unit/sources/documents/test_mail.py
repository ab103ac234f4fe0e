"""A mail as its passages."""

from datetime import date
from email.message import EmailMessage

import pytest

from clustercalls.limits import DOCUMENT_PARTS, MAIL_LINES, MAILS_DEEP
from clustercalls.passages import ReadDocument
from clustercalls.sources.documents.mail import seems_mail
from clustercalls.sources.documents.reading import read_document
from documents import behind, docx, forms, mail, paragraph, pdf_by_hand, refused

WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


def read(message: EmailMessage | bytes) -> ReadDocument:
    return read_document(message if isinstance(message, bytes) else message.as_bytes(), "x.eml")


def test_its_subject_heads_its_text() -> None:
    told = read(mail("A call", text="One.\n\nTwo."))
    assert forms(told) == ["h1 A call", "t One.", "t Two."]
    assert (told.title, told.dated) == ("A call", date(2026, 10, 1))


@pytest.mark.parametrize(
    ("parts", "passages"),
    [
        ({"html": "<p>a<li>b"}, ["t a", "i b"]),
        ({"text": "a", "html": "<p>b"}, ["t a"]),
        ({"text": "a", "html": "<a href='https://a.org'>b</a>"}, ["t b"]),
        ({"text": "a", "html": "<table><td>b<td>c</table>"}, ["r b | c"]),
        ({"text": "> a\n> > b"}, ["t a b"]),
        ({"text": "perché €"}, ["t perché €"]),
        ({"text": "From: x\nTo: y\nSubject: z\n\nb"}, ["t From: x", "t To: y", "t Subject: z", "t b"]),
    ],
)
def test_the_part_that_says_most_is_read(parts: dict[str, str], passages: list[str]) -> None:
    assert forms(read(mail("s", **parts)))[1:] == passages


def test_documents_that_hang_on_it_come_after_it() -> None:
    message = mail("s", text="a")
    message.add_attachment(docx(paragraph("b", "Mio")), maintype=WORD[0], subtype=WORD[1], filename="b.docx")
    drawing = "BT /F 11 Tf 1 0 0 1 9 9 Tm (c) Tj ET"
    message.add_attachment(
        pdf_by_hand(drawing), maintype="application", subtype="octet-stream", filename="c.PDF"
    )
    message.add_attachment("d", filename="d.txt")
    message.add_attachment(b"GIF89a\0", maintype="image", subtype="gif", filename="e.gif")
    message.add_attachment(mail("f", text="g"))
    told = read(message)
    assert forms(told) == ["h1 s", "t a", "h1 b", "t c", "t d", "h1 f", "t g"]
    assert [passage.page for passage in told.passages] == [0, 0, 0, 1, 0, 0, 0]


def test_one_that_cannot_be_read_hides_no_other() -> None:
    message = mail("s", text="a")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="b.pdf")
    assert forms(read(message)) == ["h1 s", "t a"]


def test_where_nothing_else_has_text_it_is_told() -> None:
    message = mail("s", text="\n")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="b.pdf")
    assert refused(message.as_bytes()) == "document-damaged"


def test_mails_in_mails_have_an_end() -> None:
    message = mail("0", text="a")
    for number in range(1, MAILS_DEEP + 3):
        outer = mail(str(number), text="a")
        outer.add_attachment(message)
        message = outer
    assert sum(each.startswith("h1") for each in forms(read(message))) == MAILS_DEEP + 1


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (b"=?utf-8?q?perch=C3=A9?=", "perché"),
        (b"=?iso-8859-1?q?perch=E9?= x", "perché x"),
        (b"=?zip?q?a?=", "=?zip?q?a?="),
        (b"a\r\n b", "a b"),
        (b"perch\xe9", "perch\ufffd"),
        (b"=?utf-8?b?x?=", "=?utf-8?b?x?="),
        (b"", ""),
    ],
)
def test_its_subject_however_it_was_written(head: bytes, title: str) -> None:
    assert read(b"Subject: " + head + b"\r\nDate: never\r\n\r\na").title == title


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\na\n",
        b"Content-Type: multipart/mixed\n\na",
        b"Content-Type: text/plain; charset=zip\nContent-Transfer-Encoding: base64\n\nYQ==",
        b"Content-Type: x\n\na",
        b"Content-Transfer-Encoding: nothing\n\na",
        b"Content-Type: text/plain; charset*=x''y\n\na",
        b"Date: Thu, 99 Oct 99999 99:99\n\na",
        b"Content-Disposition: attachment; filename*=zip''a.txt\n\na",
    ],
)
def test_of_a_wrong_one_the_text_is_read(data: bytes) -> None:
    assert "a" in forms(read(b"Subject: s\n" + data))[-1]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a: b\n\n" + b"\n" * (MAIL_LINES + 1), "document-too-long"),
        (b"Content-Type: multipart/x; boundary=a\n\n" * (DOCUMENT_PARTS + 1), "document-too-long"),
        (b"a: b\n\n", "document-empty"),
    ],
)
def test_what_means_harm_is_refused(data: bytes, code: str) -> None:
    assert refused(data, "x.eml") == code


def test_links_of_its_page_are_kept() -> None:
    told = read(mail(html="<a href='https://a.org'>b</a>"))
    assert behind(told) == [("b", "https://a.org")]


@pytest.mark.parametrize(
    ("data", "seems"),
    [
        (b"From: a\nTo: b\nSubject: c\n\n", True),
        (b"Received: a\r\n b\r\nFrom: c\r\nDate: d\r\n\r\n", True),
        (b"Subject: a\nDate: b\n\n", False),
        (b"Note\nFrom: a\nTo: b\nDate: c", False),
        (b"From: a\nx: b\n", False),
        (b"", False),
        (b"x: y\n" * 100_000, False),
    ],
)
def test_what_begins_as_a_mail_does(data: bytes, seems: bool) -> None:
    assert seems_mail(data) is seems

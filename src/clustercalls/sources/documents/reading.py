"""Any document as its passages: its first bytes tell what it is, else its name, else who sent it."""

import re
from collections.abc import Callable

from msgspec.structs import replace

from clustercalls.errors import InputRefused, Place, Refusal, limit_of, problem
from clustercalls.limits import DOCUMENT_BYTES
from clustercalls.passages import ReadDocument
from clustercalls.sources.documents import archive, pdf
from clustercalls.sources.documents.html_page import read_html
from clustercalls.sources.documents.letters import has_mark, letters_of
from clustercalls.sources.documents.mail import read_mail, seems_mail
from clustercalls.sources.documents.markdown import read_markdown, seems_markdown
from clustercalls.sources.documents.plain_text import read_text
from clustercalls.sources.documents.word import read_word

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNING = 1024  # bytes that are looked at, as readers of PDF do
_HTML = re.compile(
    r"\s*(?:<\?xml[^<>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h[1-6]|table|ul|ol|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_OTHER = re.compile(r"\s*(?:<\?xml|<!doctype|<rss|<feed|BEGIN:VCALENDAR|\{\\rtf)", re.IGNORECASE)
_MARKDOWN = re.compile(r".+\.(?:md|markdown|mdown)", re.IGNORECASE)
_PAGE = re.compile(r".+\.(?:html?|xhtml)", re.IGNORECASE)
_MAIL = re.compile(r".+\.eml", re.IGNORECASE)
_TEXT = re.compile(r".+\.(?:txt|text)", re.IGNORECASE)
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([\w.:-]{1,40})", re.IGNORECASE)


def read_document(data: bytes, name: str = "", content_type: str = "") -> ReadDocument:
    """A document as its passages.

    Args:
        data: its bytes.
        name: of its file, where it has one; told with what is wrong.
        content_type: what who sent it says it is, with its charset.

    Raises:
        InputRefused: when it is none that is known, damaged, without text, or larger than its limits.
        WorldFailed: when a library that it needs is missing.
    """
    try:
        read = _read(data, name, content_type)
        if not read.passages:
            raise InputRefused(problem("document-empty"))
    except Refusal as refusal:
        raise type(refusal)(replace(refusal.problem, place=Place(name))) from None
    return read


def _read(data: bytes, name: str, content_type: str) -> ReadDocument:
    """What `read_document` gives, whatever its name; it may have no passages."""
    if len(data) > DOCUMENT_BYTES:
        raise InputRefused(problem("document-too-large", None, **limit_of(DOCUMENT_BYTES)))
    beginning = data[:_BEGINNING]
    if pdf.SIGNATURE in beginning:
        return pdf.read_pdf(data)
    if data.startswith(archive.SIGNATURE):
        return read_word(data)
    if data.startswith(_OLD_OFFICE):
        raise InputRefused(problem("document-old-word"))
    if b"\0" in data and not has_mark(data):
        raise InputRefused(problem("document-unknown"))
    kind, charset = content_type.partition(";")[0].strip().lower(), _CHARSET.search(content_type)
    return _text_reader(beginning, name, kind, data)(data, charset[1] if charset else "")


def _text_reader(beginning: bytes, name: str, kind: str, data: bytes) -> Callable[[bytes, str], ReadDocument]:
    """Who reads what is written in letters."""
    start = letters_of(beginning).text
    is_mail = kind == "message/rfc822" or _MAIL.fullmatch(name)
    if is_mail or (seems_mail(data) and not kind.startswith("text/") and not _TEXT.fullmatch(name)):
        return lambda mail, _: read_mail(mail, _read)
    if _HTML.match(start):
        return read_html
    if _OTHER.match(start):
        raise InputRefused(problem("document-unknown"))
    if kind == "text/markdown" or _MARKDOWN.fullmatch(name):
        return read_markdown
    if kind in {"text/html", "application/xhtml+xml"} or _PAGE.fullmatch(name):
        return read_html
    if not _TEXT.fullmatch(name) and kind != "text/plain" and seems_markdown(start):
        return read_markdown
    return read_text

"""A mail as its passages: its subject heads them, its text, and the documents that hang on it."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from email import message_from_bytes, policy
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from clustercalls.errors import InputRefused, Problem, problem
from clustercalls.limits import DOCUMENT_PARTS, MAIL_LINES, MAILS_DEEP
from clustercalls.passages import PassageKind, ReadDocument
from clustercalls.sources.documents.gathered import GatheredPassages, too_long
from clustercalls.sources.documents.lines import OneLine, line_of
from clustercalls.sources.documents.said_dates import day_of

Reader = Callable[[bytes, str, str], ReadDocument]

_HEADS = re.compile(rb"(?:[\w-]{1,60}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){2,}", re.ASCII)
_KNOWN = re.compile(
    rb"^(from|date|subject|message-id|mime-version|received|to):", re.IGNORECASE | re.MULTILINE
)
_HEAD = 32 * 1024
_QUOTED = re.compile(rb"^(?:> ?)+", re.MULTILINE)
_TEXTS = ("text/plain", "text/html")
_KINDS = re.compile(
    r"text/(?:plain|html|markdown)|application/(?:pdf|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)"
    r"|message/rfc822"
)
_ENDINGS = re.compile(r".+\.(?:txt|md|markdown|html?|docx|pdf|eml)", re.IGNORECASE)


def seems_mail(data: bytes) -> bool:
    """Whether it begins with the heads of a mail: who sent it, and two more that all mails have."""
    heads = _HEADS.match(data, 0, _HEAD)
    names = {name.lower() for name in _KNOWN.findall(heads[0])} if heads else set()
    return b"from" in names and len(names) > 2  # noqa: PLR2004


def read_mail(data: bytes, reader: Reader) -> ReadDocument:
    """A mail, and with `reader` what hangs on it; of that, what cannot be read is left out where others can.

    Raises:
        InputRefused: when it has more than a document may have, or only what hangs on it could have text and
            cannot be read.
    """
    if data.count(b"\n") > MAIL_LINES or data.lower().count(b"boundary=") > DOCUMENT_PARTS:
        raise InputRefused(too_long())
    try:
        mail = message_from_bytes(data, policy=policy.compat32)
    except (MessageError, RecursionError, ValueError, LookupError):
        raise InputRefused(problem("document-damaged")) from None
    return _read(mail, reader, 0)


def _read(mail: Message, reader: Reader, deep: int) -> ReadDocument:
    parts = list(_parts(mail))
    body = _body(parts)
    gathered = GatheredPassages()
    subject = _header(mail, "Subject")
    gathered.add(line_of(subject), PassageKind.HEADING, level=1)
    read, refused = list[ReadDocument](), list[Problem]()
    for part in parts:
        if part is not body and not _hangs_on(part):
            continue
        try:
            read.append(_document(part, reader, deep, is_body=part is body))
        except InputRefused as refusal:
            refused.append(refusal.problem)
    for document in read:
        for passage in document.passages:
            line = OneLine(passage.text, passage.links, passage.strong)
            gathered.add(line, passage.kind, page=passage.page, level=passage.level)
    if refused and not any(document.passages for document in read):
        raise InputRefused(refused[0])
    guessed = next((document.encoding for document in read if document.encoding), "")
    return ReadDocument(tuple(gathered.passages), line_of(subject).text, _day_of(mail), encoding=guessed)


def _parts(mail: Message) -> Iterator[Message]:
    """Its parts that hold no others but mails, in their order; of too many, the first."""
    waiting, count = [mail], 0
    while waiting and count < DOCUMENT_PARTS:
        part = waiting.pop()
        count += 1
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting += (each for each in reversed(inner) if isinstance(each, Message))
        else:
            yield part


def _body(parts: list[Message]) -> Message | None:
    """The part to be read: the page, where it is one with links or tables, else the text."""
    own = [part for part in parts if not _is_attached(part) and _kind_of(part) in _TEXTS]
    texts = {kind: next((part for part in own if _kind_of(part) == kind), None) for kind in _TEXTS}
    text, page = (texts[kind] for kind in _TEXTS)
    if page is not None and re.search(rb"<(?:a\s|td|th|li|h[1-6])", _bytes_of(page), re.IGNORECASE):
        return page
    return page if text is None else text  # one without a head of its own counts as false


def _kind_of(part: Message) -> str:
    """What it says it is; text, where it says it has parts and has none."""
    kind = part.get_content_type()
    return _TEXTS[0] if kind.startswith("multipart/") else kind


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_name_of(part))


def _hangs_on(part: Message) -> bool:
    """Whether a part is a document that hangs on a mail."""
    if _kind_of(part) == "message/rfc822":
        return True
    known = _KINDS.fullmatch(_kind_of(part)) or _ENDINGS.fullmatch(_name_of(part))
    return _is_attached(part) and bool(known)


def _document(part: Message, reader: Reader, deep: int, *, is_body: bool) -> ReadDocument:
    """A part, read as what it is."""
    if _kind_of(part) == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        if deep >= MAILS_DEEP or not isinstance(first, Message):
            return ReadDocument(())
        return _read(first, reader, deep + 1)
    data, kind, charset = _bytes_of(part), _kind_of(part), _charset_of(part)
    if is_body and kind == "text/plain":
        data = _QUOTED.sub(b"", data)
    return reader(data, _name_of(part), f"{kind}; charset={charset}" if charset else kind)


def _header(mail: Message, name: str) -> str:
    """A line of its head as it is read; as it was sent, where it is wrong."""
    value = str(mail.get(name, ""))
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError):
        return value


def _day_of(mail: Message) -> date | None:
    """The day on which it was sent, on the clock of its sender."""
    try:
        return day_of(f"{parsedate_to_datetime(str(mail.get('Date', ''))):%Y-%m-%d}")
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _bytes_of(part: Message) -> bytes:
    """What a part holds, unpacked from how mail carries it."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError):
        return b""
    return data if isinstance(data, bytes) else b""


def _charset_of(part: Message) -> str:
    try:
        return part.get_content_charset() or ""
    except (LookupError, ValueError):
        return ""


def _name_of(part: Message) -> str:
    try:
        return part.get_filename() or ""
    except (LookupError, ValueError, TypeError):
        return ""

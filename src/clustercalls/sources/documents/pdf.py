"""A PDF as its passages, read by a program apart (extra `pdf`), within bounds of memory and time."""

import signal
import sys
from importlib.util import find_spec

import msgspec

from clustercalls.disk.programs import Ended, NotRun, run
from clustercalls.errors import InputRefused, Problem, WorldFailed, limit_of, problem
from clustercalls.limits import DOCUMENT_SECONDS, PDF_ANSWER_BYTES, PDF_BYTES
from clustercalls.passages import ReadDocument
from clustercalls.sources.documents import pdf_answer, pdf_program
from clustercalls.sources.documents.gathered import GatheredPassages, too_long
from clustercalls.sources.documents.lines import line_of
from clustercalls.sources.documents.pdf_answer import PdfAnswer
from clustercalls.sources.documents.pdf_text import put_pdf
from clustercalls.sources.documents.said_dates import day_of

_OF_A_FILE = "Microsoft Word - "  # what that program writes before the name of a file
_NO_TITLES = {"", "anonymous", "unspecified", "untitled"}  # what others write where they have none
SIGNATURE = b"%PDF-"
LIBRARY = "pypdf"
# Only what is asked for is imported, never what lies where the command is run.
_PROGRAM = (sys.executable, "-P", "-m", pdf_program.__name__)


def read_pdf(data: bytes) -> ReadDocument:
    """A PDF.

    Raises:
        InputRefused: when it is damaged, encrypted, without text, or takes more than its limits.
        WorldFailed: when the library is missing, or the program cannot be started.
    """
    if find_spec(LIBRARY) is None:
        raise WorldFailed(problem("no-pdf-reader"))
    try:
        ended = run(_PROGRAM, DOCUMENT_SECONDS, given=data, most=PDF_ANSWER_BYTES, alone=True)
    except NotRun as failed:
        if "seconds" in failed.values:
            raise InputRefused(_too_slow()) from None
        raise WorldFailed(problem("document-unstarted", None, **failed.values)) from None
    if refused := _refused(ended):
        raise InputRefused(refused)
    try:
        answer = msgspec.json.decode(ended.said, type=PdfAnswer)
    except msgspec.DecodeError:
        raise InputRefused(problem("document-damaged")) from None
    return _document(answer)


def _refused(ended: Ended) -> Problem | None:
    """Why it has no answer; none where it has."""
    if len(ended.said) > PDF_ANSWER_BYTES or ended.status == pdf_answer.TOO_LONG:
        return too_long()
    if ended.status == -signal.SIGXCPU:
        return _too_slow()
    if ended.status == pdf_answer.ENCRYPTED:
        return problem("document-encrypted")
    if ended.status == pdf_answer.HUNGRY or b"MemoryError" in ended.complaint:
        return problem("document-too-hungry", None, **limit_of(PDF_BYTES))
    return problem("document-damaged") if ended.status else None


def _too_slow() -> Problem:
    return problem("document-too-slow", seconds=DOCUMENT_SECONDS)


def _document(answer: PdfAnswer) -> ReadDocument:
    gathered = GatheredPassages()
    put_pdf(answer.pages, gathered)
    if not gathered.passages and any(page.has_picture for page in answer.pages):
        raise InputRefused(problem("document-scan", pages=len(answer.pages)))
    title = line_of(answer.title).text.removeprefix(_OF_A_FILE)
    return ReadDocument(
        tuple(gathered.passages), "" if title.strip("()") in _NO_TITLES else title, day_of(answer.made)
    )

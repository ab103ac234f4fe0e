"""The program that reads a PDF from standard input, within bounds of its own: `python -m` this.

It is a process apart, since a hostile PDF takes what memory and time it likes. Its exit codes and its answer
are those of `pdf_answer`.
"""

import resource
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

import msgspec

from clustercalls.limits import DOCUMENT_BYTES, DOCUMENT_LETTERS, DOCUMENT_SECONDS, PDF_BYTES, PDF_PAGES
from clustercalls.sources.documents.pdf_answer import (
    DAMAGED,
    ENCRYPTED,
    HUNGRY,
    TOO_LONG,
    Chunk,
    LinkArea,
    PdfAnswer,
    PdfPage,
)

PAGE_LINKS = 1_000  # of one page
CHUNKS = 200_000  # of all pages: a drawing may be made of letters


class _TooLong(Exception):
    """There is more than is read."""


def main() -> int:
    """Reads, answers, and says by its exit code how that went."""
    bound()
    try:
        answer = answer_of(sys.stdin.buffer.read(DOCUMENT_BYTES + 1))
    except _TooLong:
        return TOO_LONG
    except MemoryError:
        return HUNGRY
    except _Encrypted:
        return ENCRYPTED
    except Exception as failed:  # noqa: BLE001 - whatever a library raises of a damaged file
        return HUNGRY if "Limit" in type(failed).__name__ else DAMAGED  # its own bounds are lower
    sys.stdout.buffer.write(msgspec.json.encode(answer))
    sys.stdout.buffer.flush()
    return 0


class _Encrypted(Exception):
    """It asks for a password."""


def bound() -> None:
    """No more memory and time than the limits say, whoever asks for it."""
    with suppress(ValueError, OSError):  # a system that knows no such bound: the time is bounded outside too
        resource.setrlimit(resource.RLIMIT_AS, (PDF_BYTES, PDF_BYTES))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (DOCUMENT_SECONDS + 1, DOCUMENT_SECONDS + 1))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer_of(data: bytes) -> PdfAnswer:
    """The pages of a PDF, here and now, without bounds but those of pages and letters.

    Raises:
        _Encrypted: where it asks for a password.
        _TooLong: where it has more pages or letters than are read.
    """
    import logging
    from io import BytesIO

    from pypdf import PdfReader

    logging.disable(logging.CRITICAL)
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _Encrypted
    pages, failures, letters, chunks = list[PdfPage](), list[Exception](), 0, 0
    for page in islice(reader.pages, PDF_PAGES + 1):
        read = _page(page, failures)
        pages.append(read)
        letters += sum(len(chunk.text) for chunk in read.chunks)
        chunks += len(read.chunks)
        if letters > DOCUMENT_LETTERS or chunks > CHUNKS or len(pages) > PDF_PAGES:
            raise _TooLong
    if failures and not chunks:
        raise failures[0]
    about = reader.metadata
    made = (str(about.get(key) or "") for key in ("/CreationDate", "/ModDate")) if about else ()
    return PdfAnswer(tuple(pages), str((about and about.title) or ""), next(filter(None, made), ""))


def _page(page: Any, failures: list[Exception]) -> PdfPage:  # noqa: ANN401 - the library's
    """One page; of one that is damaged nothing, but why is added to `failures`: the others are read."""
    chunks: list[Chunk] = []

    def heard(text: str, around: list[float], at: list[float], font: Any, size: float) -> None:  # noqa: ANN401
        if text.strip():
            chunks.append(_chunk(text, around, at, font, size))
        elif text and chunks:
            last = chunks[-1]
            chunks[-1] = Chunk(last.text + text, last.x, last.y, last.size, last.bold)
        if len(chunks) > CHUNKS:
            raise _TooLong

    try:
        page.extract_text(visitor_text=heard)
    except (_TooLong, MemoryError):
        raise
    except Exception as failed:  # noqa: BLE001 - as above
        failures.append(failed)
        chunks = []
    return PdfPage(tuple(chunks), tuple(islice(_links(page), PAGE_LINKS)), _has_picture(page))


def _chunk(text: str, around: list[float], at: list[float], font: Any, size: float) -> Chunk:  # noqa: ANN401
    """A piece of text with its place on the page, of which the library tells both matrices."""
    x = at[4] * around[0] + at[5] * around[2] + around[4]
    y = at[4] * around[1] + at[5] * around[3] + around[5]
    scale = abs(at[3] or at[1] or 1) * abs(around[3] or around[1] or 1)
    name = str(font.get("/BaseFont", "")) if font else ""
    return Chunk(text, round(x, 1), round(y, 1), round(size * scale, 1), "bold" in name.lower())


def _links(page: Any) -> Iterator[LinkArea]:  # noqa: ANN401
    """Where addresses stand behind the page; none of what is damaged."""
    with suppress(Exception):
        for each in page.get("/Annots") or ():
            with suppress(Exception):
                note = each.get_object()
                url = note["/A"].get_object().get("/URI")
                left, bottom, right, top = sorted_corners([float(side) for side in note["/Rect"]])
                if url:
                    yield LinkArea(left, bottom, right, top, str(url))


def sorted_corners(sides: list[float]) -> tuple[float, float, float, float]:
    """The corners of an area, whichever it was written from."""
    x, y, to_x, to_y = sides
    return min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)


def _has_picture(page: Any) -> bool:  # noqa: ANN401
    with suppress(Exception):
        things = page["/Resources"].get_object().get("/XObject")
        return any(each.get_object().get("/Subtype") == "/Image" for each in things.get_object().values())
    return False


if __name__ == "__main__":
    sys.exit(main())

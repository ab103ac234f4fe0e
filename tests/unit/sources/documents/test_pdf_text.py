"""The passages of a PDF, of the lines of its pages."""

import pytest

from clustercalls.passages import ReadDocument
from clustercalls.sources.documents.gathered import GatheredPassages
from clustercalls.sources.documents.pdf_answer import Chunk, PdfPage
from clustercalls.sources.documents.pdf_text import put_pdf
from documents import forms

WIDE = "This line is about as wide as the others of its page"


def page(*lines: str | Chunk, top: float = 700, step: float = 12) -> PdfPage:
    chunks = (
        line if isinstance(line, Chunk) else Chunk(line, 50, top - at * step, 10)
        for at, line in enumerate(lines)
    )
    return PdfPage(tuple(chunks))


def read(*pages: PdfPage) -> ReadDocument:
    gathered = GatheredPassages()
    put_pdf(pages, gathered)
    return ReadDocument(tuple(gathered.passages))


BIG, BOLD = Chunk("Big", 50, 760, 18), Chunk("Bold", 50, 730, 10, bold=True)


@pytest.mark.parametrize(
    ("pages", "passages"),
    [
        ([page(WIDE, "and it ends.")], [f"t {WIDE} and it ends."]),
        ([page(BIG, BOLD, WIDE, WIDE)], ["h1 Big", "h2 Bold", f"t {WIDE} {WIDE}"]),
        ([page(Chunk("Big", 50, 780, 18), BIG, "a", WIDE)], ["h1 Big Big", "t a", f"t {WIDE}"]),
        ([page("Short.", WIDE)], ["t Short.", f"t {WIDE}"]),
        ([page(WIDE, Chunk("Far below", 50, 600, 10))], [f"t {WIDE}", "t Far below"]),
        ([page(WIDE, Chunk("Indented and new", 70, 688, 10))], [f"t {WIDE}", "t Indented and new"]),
        ([page("• a b", "• c", Chunk("d", 60, 676, 10))], ["i a b", "i c d"]),
        ([page("1. One", "2. Two")], ["i 1. One", "i 2. Two"]),
        ([page(WIDE, "31. Dezember")], [f"t {WIDE} 31. Dezember"]),
        ([page(f"{WIDE} coope-", "razione")], [f"t {WIDE} cooperazione"]),
        (
            [page("One", Chunk("Two", 200, 700, 10), Chunk("a", 50, 688, 10), Chunk("b", 200, 688, 10))],
            ["r One | Two", "r a | b"],
        ),
        ([page(WIDE), page("goes on.")], [f"t {WIDE} goes on."]),
        ([page(WIDE), page("Not so.")], [f"t {WIDE}", "t Not so."]),
        ([page(WIDE, Chunk("of a column", 300, 760, 10))], [f"t {WIDE} of a column"]),
        ([], []),
        ([page()], []),
        (
            [page(*[WIDE] * 20, Chunk("x" * 400, 50, 800, 18))],
            [f"t {' '.join([WIDE] * 20)}", f"t {'x' * 400}"],
        ),
    ],
)
def test_its_passages(pages: list[PdfPage], passages: list[str]) -> None:
    assert forms(read(*pages)) == passages


def test_heads_and_feet_are_taken_out_of_a_sentence() -> None:
    head, foot = Chunk("Region", 50, 800, 8), [Chunk(f"page {at} of 2", 50, 30, 8) for at in (1, 2)]
    told = read(page(head, "The choices", foot[0]), page(head, "of regions.", "End.", WIDE, foot[1]))
    assert [(each.text, each.page) for each in told.passages] == [
        ("The choices of regions.", 1),
        ("End.", 2),
        (WIDE, 2),
    ]


def test_what_differs_in_a_last_line_is_a_fact() -> None:
    pages = [page("One call.", Chunk(f"Deadline: {day} May 2027", 50, 30, 10)) for day in (7, 21)]
    assert "t Deadline: 21 May 2027" in forms(read(*pages))


def test_where_all_is_bold_nothing_is_a_heading() -> None:
    bold = [Chunk(text, 50, 700 - at * 30, 10, bold=True) for at, text in enumerate(("Title", WIDE))]
    assert forms(read(page(*bold))) == ["t Title", f"t {WIDE}"]

"""The lines of a page of PDF."""

import pytest

from clustercalls.passages import PassageLink
from clustercalls.sources.documents.pdf_answer import Chunk, LinkArea, PdfPage
from clustercalls.sources.documents.pdf_lines import leading_of, lines_of, width_of

URL = "https://a.org/x"


def cells(*chunks: Chunk, links: tuple[LinkArea, ...] = ()) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in lines_of(PdfPage(chunks, links))]


@pytest.mark.parametrize(
    ("chunks", "lines"),
    [
        ([("a", 0, 100), ("b", 0, 88)], [["a"], ["b"]]),
        ([("a ", 0, 100), ("b", 8, 100)], [["a b"]]),
        ([("One", 0, 100), ("Two", 200, 100)], [["One", "Two"]]),
        ([("One", 0, 100), ("Two", 200, 103)], [["One", "Two"]]),
        ([("One\nTwo", 0, 100)], [["One"], ["Two"]]),
        ([("One\n", 0, 100), ("Two", 0, 88)], [["One"], ["Two"]]),
        ([("a", 0, 100), (",", 12, 100)], [["a,"]]),
        ([("ab", 0, 100), ("cd", 16, 100)], [["ab cd"]]),
        ([("ab", 0, 100), ("cd", 11, 100)], [["abcd"]]),
        ([("\x7f", 0, 100), ("cd", 7, 100)], [["•cd"]]),
        ([], []),
        ([("b", 200, 100), ("a", 0, 100)], [["b", "a"]]),
        ([("  ", 0, 100)], []),
        ([("\u200b", 0, 100)], []),
    ],
)
def test_pieces_of_one_height_are_a_line(
    chunks: list[tuple[str, float, float]], lines: list[list[str]]
) -> None:
    assert cells(*(Chunk(text, x, y, 10) for text, x, y in chunks)) == lines


def test_two_columns_drawn_together_are_read_one_after_the_other() -> None:
    left, right = "The left column has long lines", "and the right column has others"
    chunks = [
        Chunk(f"{text} {at}", x, 700 - at * 12, 10)
        for at in range(9)
        for text, x in ((left, 50), (right, 300))
    ]
    assert cells(*chunks) == [*([f"{left} {at}"] for at in range(9)), *([f"{right} {at}"] for at in range(9))]


def test_a_table_of_short_values_is_none() -> None:
    chunks = [
        Chunk(text, x, 700 - at * 12, 10) for at in range(9) for text, x in (("Call", 50), ("31 May", 300))
    ]
    assert cells(*chunks) == [["Call", "31 May"]] * 9


@pytest.mark.parametrize(
    ("text", "area", "link"),
    [
        ("see the page now", (19, 57), (4, 12)),
        ("the page", (0, 43), (0, 8)),
        ("a", (100, 200), None),
        ("the page", (0, 38), (0, 8)),
    ],
)
def test_a_link_is_behind_whole_words(
    text: str, area: tuple[float, float], link: tuple[int, int] | None
) -> None:
    links = (LinkArea(area[0], 98, area[1], 110, URL), LinkArea(0, 110, 99, 122, "https://a.org/above"))
    line = lines_of(PdfPage((Chunk(text, 0, 100, 10),), links))[0].cells[0]
    assert line.links == (() if link is None else (PassageLink(*link, URL),))


def test_letters_have_about_their_width() -> None:
    assert width_of("", 10) == 0
    assert width_of("il", 10) < width_of("no", 10) < width_of("NO", 10) < width_of("MW", 10)


@pytest.mark.parametrize(
    ("heights", "leading"),
    [
        ([100, 88, 76, 50, 38], 1.2),
        ([100, 86, 72], 1.4),
        ([100, 50], 1.2),
        ([], 1.2),
        ([50, 100], 1.2),
        ([100, 88, 74, 60, 46, 32, 18], 1.4),
    ],
)
def test_how_far_lines_are_apart(heights: list[int], leading: float) -> None:
    page = lines_of(PdfPage(tuple(Chunk("a", 0, y, 10) for y in heights)))
    assert leading_of([page]) == leading

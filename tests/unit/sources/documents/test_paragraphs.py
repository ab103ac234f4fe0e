"""How lines hang together."""

import pytest

from clustercalls.passages import PassageLink
from clustercalls.sources.documents.lines import OneLine, line_of
from clustercalls.sources.documents.paragraphs import (
    bullet_of,
    glued,
    goes_on,
    is_cut,
    may_be_heading,
    number_of,
)


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["a", "b"], "a b"),
        (["finan-", "ziamento"], "finanziamento"),
        (["Forschungs-", "und"], "Forschungs- und"),
        (["2026-", "2027"], "2026- 2027"),
        (["COSME-", "Programm"], "COSME- Programm"),
        (["a", "coope-", "ra-", "zione x"], "a cooperazione x"),
        (["e -", "b"], "e - b"),
        ([], ""),
    ],
)
def test_lines_are_a_paragraph(lines: list[str], whole: str) -> None:
    assert glued([line_of(line) for line in lines]).text == whole


def test_links_go_with_their_letters() -> None:
    one = OneLine("see coope-", (PassageLink(4, 10, "u"),))
    assert glued([one, OneLine("razione", (PassageLink(0, 7, "u"),))]) == OneLine(
        "see cooperazione", (PassageLink(4, 9, "u"), PassageLink(9, 16, "u"))
    )


@pytest.mark.parametrize(
    ("text", "bullet", "number"),
    [
        ("- a", "- ", 0),
        ("•  a", "•  ", 0),
        ("–a", "", 0),
        ("-", "", 0),
        ("1. a", "", 1),
        ("(12) a", "", 12),
        ("3) a", "", 3),
        ("31.12.2026", "", 0),
        ("1.a", "", 0),
        ("2027. a", "", 0),
        ("* a", "* ", 0),
        ("-5 a", "", 0),
    ],
)
def test_marks_of_lists(text: str, bullet: str, number: int) -> None:
    assert (bullet_of(text), number_of(text)) == (bullet, number)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Open calls", True),
        ("Who may apply?", True),
        ("A sentence.", False),
        ("a small letter", False),
        ("Budget:", False),
        ("Deadline: 31 October 2026", False),
        ("Contact: a@b.org", False),
        ("www.regione.it", False),
        ("Tel 0805401253", False),
        ("x" * 200, False),
        ("", False),
        ("1 - 2", False),
        ("Interreg: nuovo bando", True),
        ("Cosme, al via “Go International”: finanziamenti per 7,5 milioni", True),
        ("2.1 Objectives", True),
    ],
)
def test_what_may_head(text: str, may: bool) -> None:
    assert may_be_heading(text) is may


def test_a_sentence_goes_on() -> None:
    assert goes_on("the choices", "of regions")
    assert not goes_on("the choices.", "of regions")
    assert not goes_on("the choices", "Of regions")
    assert is_cut("coope-", "razione")
    assert not is_cut("coope-", "Razione")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("📅 15 May", "📅 "),
        ("👉🏽 Info", "👉🏽 "),
        ("+++ News +++", "+++ "),
        ("€ 5 million", ""),
        ("Text", ""),
    ],
)
def test_pictures_and_crosses_are_marks_of_a_list(text: str, mark: str) -> None:
    assert bullet_of(text) == mark

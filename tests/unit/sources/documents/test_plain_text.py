"""A plain text as its passages."""

import pytest

from clustercalls.passages import PassageKind
from clustercalls.sources.documents.plain_text import read_text
from counted import sure_in_step
from documents import forms

LONG = (
    "This is a paragraph of some length that has been wrapped by an editor at a width\n"
    "that is usual, and it ends."
)

HEADLINE = "Call for experts: groups of the 'Green Hubs' programme"
NEWS = "Save the date: 3rd call for hubs opens on 1 March 2027"
BELOW = "The third call of the programme will open on 1 March 2027, as was told."


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        (f"Open calls\n\n{LONG}", ["h1 Open calls", f"t {LONG.replace(chr(10), ' ')}"]),
        (f"A\n\n{LONG}\n\nB\n\n- c", ["h1 A", f"t {LONG.replace(chr(10), ' ')}", "h2 B", "i c"]),
        (
            "A sentence.\n\nAnother sentence that is longer.",
            ["t A sentence.", "t Another sentence that is longer."],
        ),
        ("a\r\nb\r\n\r\nc\rd", ["t a b", "t c d"]),
        ("- a\n  b\n- c\n* d\n• e", ["i a b", "i c", "i d", "i e"]),
        ("1. a\n2. b\n\n3. c", ["i 1. a", "i 2. b", "i 3. c"]),
        ("bis zum\n31. Dezember", ["t bis zum 31. Dezember"]),
        ("Call\tDeadline\nOne\t31 May", ["r Call | Deadline", "r One | 31 May"]),
        ("a | b\nc | d", ["r a | b", "r c | d"]),
        ("Call      Deadline\nOne       31 May", ["r Call | Deadline", "r One | 31 May"]),
        (
            "Deadline: 31 May\nBudget: 5 million\nOf which: 2",
            ["t Deadline: 31 May", "t Budget: 5 million", "t Of which: 2"],
        ),
        ("Title\n=====\ntext", ["h1 Title", "t text"]),
        ("Title\n---\n\ntext", ["h2 Title", "t text"]),
        ("a\n\n-----\n\nb", ["t a", "t b"]),
        ("**One\nTwo**\n\na <https://a.org> **b**.", ["h1 One", "h1 Two", "t a https://a.org b."]),
        ("finan-\nziamento", ["t finanziamento"]),
        ("x" * 130 + "\ny z", ["t " + "x" * 130, "t y z"]),
        (
            "A title of news\n11:54 - 08/07/2017\n\n" + LONG,
            ["h1 A title of news", "t 11:54 - 08/07/2017", f"t {LONG.replace(chr(10), ' ')}"],
        ),
        (
            "Rue du Trône 62\nB-1050 Bruxelles\nBelgium",
            ["t Rue du Trône 62", "t B-1050 Bruxelles", "t Belgium"],
        ),
        ("a – b\n– c and\nd", ["t a – b – c and d"]),
        ("A | B | C\n---|---|---|\nx | | 2025 | |", ["r A | B | C", "r x |  | 2025"]),
        ("| A | B |\n|:--|--:|\n| | y |", ["r A | B", "r  | y"]),
        (
            f"x\n\n{HEADLINE}\n{BELOW}\n\n{LONG}",
            ["t x", f"h1 {HEADLINE}", f"t {BELOW}", f"t {LONG.replace(chr(10), ' ')}"],
        ),
        (f"{NEWS}\n{BELOW}", [f"h1 {NEWS}", f"t {BELOW}"]),
        ("Deadline: 25 May 2027\nThe call is open.", ["t Deadline: 25 May 2027", "t The call is open."]),
        (
            f"A title of news\n(From example.org)\n\n{LONG}",
            ["h1 A title of news", "t (From example.org)", f"t {LONG.replace(chr(10), ' ')}"],
        ),
        ("News\n\n» Green ports – round 2\nBelow.", ["h1 News", "i Green ports – round 2", "t Below."]),
        ("1) a b.\n\n2) c d.", ["i 1) a b.", "i 2) c d."]),
        ("What comes next\n1. a\n2. b", ["h1 What comes next", "i 1. a", "i 2. b"]),
        ("From: x y\nSubject: Green ports\n\nbody", ["t From: x y", "h1 Green ports", "t body"]),
        ("Betreff: Grüne Häfen\n\nbody", ["h1 Grüne Häfen", "t body"]),
        ("a b.\n\nAgenda\n\nc, d 2027\n\ne", ["t a b.", "h1 Agenda", "t c, d 2027", "t e"]),
        (
            f"x y.\n\n1 May 2027\n30 May 2027 (last)\n\n{LONG}",
            ["t x y.", "t 1 May 2027", "t 30 May 2027 (last)", f"t {LONG.replace(chr(10), ' ')}"],
        ),
        (
            "Ahead: the next steps of policy for ports (1 May 2027)\n\n– a: b\n– c: d",
            ["h1 Ahead: the next steps of policy for ports (1 May 2027)", "i a: b", "i c: d"],
        ),
        (
            "Sign up before the end of the month of May at a.example.org/events\nThe results are due.",
            [
                "t Sign up before the end of the month of May at a.example.org/events",
                "t The results are due.",
            ],
        ),
        ("", []),
        ("\n \n\t\n", []),
    ],
)
def test_its_passages(text: str, passages: list[str]) -> None:
    assert forms(read_text(text.encode())) == passages


def test_a_paragraph_ends_where_its_line_was_ended_by_hand() -> None:
    wide = "This line is as wide as the others that an editor has wrapped at this very width"
    text = f"{wide}\nand ends here.\n{wide}\nand so on."
    assert forms(read_text(text.encode())) == [f"t {wide} and ends here.", f"t {wide} and so on."]


def test_the_lines_of_a_form_are_one_each() -> None:
    lines = [
        "Deadline: 31 May 2027, at five in the afternoon on the clock of Brussels, Belgium",
        "Budget: five million euro, of which two for the small ones, as it was said there",
    ]
    assert forms(read_text("\n".join(lines).encode())) == [f"t {line}" for line in lines]


def test_pages_have_their_numbers_and_lose_their_feet() -> None:
    pages = ("Head\n\nThe first page ends with the choices\n\n- 1 -", "Head\n\nof regions.\n\nNext.\n\n- 2 -")
    read = read_text("\f".join(pages).encode())
    assert [(each.text, each.page) for each in read.passages] == [
        ("The first page ends with the choices of regions.", 1),
        ("Next.", 2),
    ]


def test_the_foot_of_a_sender_is_taken_out_of_a_sentence() -> None:
    foot = "www.regione.it\n\nRue du Trône 62\ntelefono: 0032"
    text = f"one of the\n\n{foot}\n\nregions.\n\ntwo\n\n{foot}\n\nThree.\n\n{foot}"
    assert forms(read_text(text.encode())) == ["t one of the regions.", "t two", "t Three."]


@pytest.mark.parametrize(
    "piece",
    ["- ", "a\n", "a:\n", "|", "a | ", "**", "1. a\n", "\f", "\t", "   ", "a\n\n", "=\n", "[", "<http://"],
)
def test_the_work_grows_as_the_text_does(piece: str) -> None:
    sure_in_step(lambda size: read_text(piece.encode() * size), 6_000)


def test_the_trail_of_a_site_is_no_table_and_a_stamp_no_heading() -> None:
    text = (
        b"News | Events | Open calls\nCall for proposals: Blue Ports\nPublished on 22 Sep 2026\n"
        b"The new call supports ports of all sizes in two phases. Deadline: 2 December 2026.\n"
    )
    kinds = {one.text[:12]: one.kind for one in read_text(text).passages}
    assert PassageKind.ROW not in kinds.values()
    assert kinds["Call for pro"] is PassageKind.HEADING
    assert kinds["Published on"] is PassageKind.TEXT


def test_each_line_of_a_diary_is_its_own() -> None:
    text = (
        "Agenda\n12 janvier 2027 : webinaire « Comment monter un projet pour les ports »\n"
        "19 janvier 2027 : clôture de l'appel des ports et des villes du nord\n25 février 2027 : rapport"
    )
    assert [one.text[:2] for one in read_text(text.encode()).passages][1:] == ["12", "19", "25"]


def test_each_of_several_lines_with_a_name_and_a_dash_is_its_own() -> None:
    lines = (
        "Interreg Alpen, dritter Aufruf – geöffnet bis 31. Mai 2027, 4,1 Mio. Euro",
        "Hafenforum Graz – 27. November 2027",
        "Landesstrategie Wasser – Beschluss im Herbst 2027 geplant",
    )
    assert [one.text for one in read_text("\n".join(("Termine\n", *lines)).encode()).passages][1:] == list(
        lines
    )


def test_lines_between_three_crosses_are_items_and_short_ones_headings() -> None:
    items = "+++ LIFE: bis 23. September 2027 +++\n+++ EIT: bis 30. April 2027 +++"
    text = f"News\n\n{items}\n\n+++ Digitales Europa +++\nDer Aufruf ist offen.".encode()
    told = [(str(one.kind), one.text) for one in read_text(text).passages]
    assert ("item", "LIFE: bis 23. September 2027") in told
    assert ("item", "EIT: bis 30. April 2027") in told
    assert ("heading", "Digitales Europa") in told


def test_an_empty_cell_keeps_its_place() -> None:
    text = b"| Call | Opens | Closes |\n| Ports | | 06/03/2027 |"
    assert [one.text for one in read_text(text).passages] == [
        "Call | Opens | Closes",
        "Ports |  | 06/03/2027",
    ]

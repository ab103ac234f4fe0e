"""What the other parts of a DOCX say of its text."""

from datetime import date

import pytest

from clustercalls.passages import PassageKind
from clustercalls.sources.documents.word_parts import About, Styles, links_of, outline
from documents import STYLES, W, relation


@pytest.mark.parametrize(
    ("ident", "kind", "level"),
    [
        ("Titolo1", PassageKind.HEADING, 1),
        ("Mio", PassageKind.HEADING, 1),
        ("Title", PassageKind.HEADING, 1),
        ("Lvl", PassageKind.HEADING, 3),
        ("Elenco", PassageKind.ITEM, 0),
        ("Num", PassageKind.ITEM, 0),
        ("A", PassageKind.TEXT, 0),
        ("unknown", PassageKind.TEXT, 0),
        ("", PassageKind.TEXT, 0),
    ],
)
def test_what_a_paragraph_of_a_style_is(ident: str, kind: PassageKind, level: int) -> None:
    assert Styles(f"<w:styles {W}>{STYLES}</w:styles>".encode()).kind_of(ident) == (kind, level)


def test_without_styles_a_heading_is_known_by_its_id() -> None:
    assert Styles(b"").kind_of("Titolo1") == (PassageKind.HEADING, 1)
    assert Styles(b"").kind_of("Mio") == (PassageKind.TEXT, 0)


@pytest.mark.parametrize(
    ("value", "level"), [("0", 1), ("8", 9), ("9", 0), ("", 0), ("x", 0), ("9" * 5_000, 0)]
)
def test_the_level_of_an_outline(value: str, level: int) -> None:
    assert outline({"val": value}) == level


def test_links_lead_outside() -> None:
    rows = (
        relation("a", "https://a.org/x")
        + relation("b", "styles.xml", "Internal")
        + relation("c", "javascript:x")
    )
    assert links_of(f"<Relationships>{rows}</Relationships>".encode()) == {"a": "https://a.org/x", "c": ""}
    assert links_of(b"") == {}


def test_what_it_says_of_itself() -> None:
    about = About(
        b"<p><title> A\n call</title><created>2026-10-01</created><modified>2026-10-02</modified></p>"
    )
    assert (about.title, about.dated) == ("A call", date(2026, 10, 2))
    assert About(b"<p><created>2026-10-01T00:00:00Z</created></p>").dated == date(2026, 10, 1)
    assert (About(b"").title, About(b"").dated) == ("", None)

import pytest

from clustercalls.passages import PassageKind
from clustercalls.sources.documents.headlines import Part, is_heading, subject_starts
from clustercalls.sources.documents.inline import of_text


def parts(*lines: tuple[str, int]) -> list[Part]:
    """Paragraphs of one line, each with the number of its block."""
    return [Part(of_text(text), PassageKind.TEXT, 0, 1, was_cut=False, block=block) for text, block in lines]


@pytest.mark.parametrize(
    ("lines", "at", "told"),
    [
        ((("Green ports", 0), ("They open in May.", 0)), 0, True),
        ((("x y.", 0), ("Agenda", 1), ("a, b", 2)), 1, True),
        ((("x y.", 0), ("Agenda", 1), ("a, b", 1)), 1, False),
        (
            (("x y.", 0), ("One line", 1), ("Last line", 1), ("A sentence that is longer than it.", 2)),
            2,
            False,
        ),
        ((("Ports: the next of all the calls", 0), ("Not long", 1)), 0, True),
        ((("Ports: the next of all the calls", 0), ("Place: Bari", 0)), 0, False),
    ],
)
def test_what_heads_what_stands_below_it(lines: tuple[tuple[str, int], ...], at: int, told: bool) -> None:
    assert is_heading(parts(*lines), at) is told


def test_where_the_subject_of_a_mail_begins() -> None:
    lines = parts(("Da: Ufficio", 0), ("Oggetto: Bando porti", 0), ("Oggetto: altro testo", 1))
    assert [subject_starts(lines, at) for at in range(3)] == [0, len("Oggetto: "), 0]


def test_a_line_above_a_form_heads_it() -> None:
    form = (("Green Ports Grant 2027", 0), ("Opens: 8 May 2027", 0), ("Closes: 9 July 2027", 0))
    assert is_heading(parts(*form), 0)
    assert not is_heading(parts(("Programme: COSME", 0), *form[1:]), 0)
    assert not is_heading(parts(("Call: ports", 0), ("Axes 1 and 5", 0), *form[1:]), 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Interreg Bayern–Österreich: Einreichfristen 2027", True),
        ("EIC Accelerator: dates for 2027", True),
        ("Interreg Euro-MED: próximas citas", True),
        ("Fecha de publicación: 4 de mayo de 2027", False),
        ("Data: maggio 2027", False),
        ("Da: Ufficio di Bruxelles", False),
        ("# a", False),
    ],
)
def test_a_first_line_that_stands_alone_heads_the_text(text: str, told: bool) -> None:
    assert is_heading(parts((text, 0), ("Short: a", 1), ("One b", 2)), 0) is told


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("Apertura prevista: otoño de 2027", True),
        ("Contacto: a@puertos.example", False),
        ("Lugar: Bari", False),
    ],
)
def test_a_line_of_several_words_names_the_one_line_of_a_form(below: str, told: bool) -> None:
    lines = (("Text.", 0), ("Séptima convocatoria, proyectos de gobernanza", 1), (below, 1))
    assert is_heading(parts(*lines), 1) is told

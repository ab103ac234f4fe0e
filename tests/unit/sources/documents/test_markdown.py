"""A text of Markdown as its passages."""

from datetime import date

import pytest

from clustercalls.sources.documents.markdown import read_markdown, seems_markdown
from counted import sure_in_step
from documents import behind, forms


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("# A *b* #\n## c\n#d", ["h1 A b", "h2 c", "t #d"]),
        ("A\nb\n===\nc\n---", ["h1 A b", "h2 c"]),
        ("a\nb\n\nc", ["t a b", "t c"]),
        ("a  \nb\\\nc", ["t a", "t b", "t c"]),
        ("- a\n  b\n\n  c\n+ d", ["i a b", "t c", "i d"]),
        ("1. a\n2. b", ["i 1. a", "i 2. b"]),
        ("bis\n31. Dezember", ["t bis 31. Dezember"]),
        ("- [x] a", ["i a"]),
        ("| a | b |\n|---|:-:|\n| c | d\\|e |\n\nf", ["r a | b", "r c | d|e", "t f"]),
        ("a | b\n--|--\nc | d", ["r a | b", "r c | d"]),
        ("a | b", ["t a | b"]),
        ("> a\n> b\n\n> - c", ["t a b", "i c"]),
        ("a\n***\nb\n- - -", ["t a", "t b"]),
        ("```\n# a\n\n*b*\n```\nc", ["t # a", "t *b*", "t c"]),
        ("~~~\na", ["t a"]),
        ("a <!-- b\n\nc --> d", ["t a d"]),
        ("[r]: https://a.org\na", ["t a"]),
        ("", []),
        ("---\ntitle: x\n---\na", ["t a"]),
        ("---\na", ["t a"]),
        ("a\fb", ["t a b"]),
        ("finan-\nziamento", ["t finan- ziamento"]),
        ("<div>a</div>", ["t a"]),
    ],
)
def test_its_passages(text: str, passages: list[str]) -> None:
    assert forms(read_markdown(text.encode())) == passages


def test_its_links() -> None:
    text = "---\nurl: https://a.org/y/\n---\n[p](../x), [q][r] [r]\n\n[r]: https://a.org/r\n[s](z)|t\n-|-"
    assert behind(read_markdown(text.encode())) == [
        ("p", "https://a.org/x"),
        ("q", "https://a.org/r"),
        ("r", "https://a.org/r"),
        ("s", "https://a.org/y/z"),
    ]


def test_what_it_says_of_itself() -> None:
    read = read_markdown(b"---\ntitle: 'A call'\ndate: 2026-10-02T01:00\nurl: https://a.org/x\nx: y\n---\na")
    assert (read.title, read.dated, read.address) == ("A call", date(2026, 10, 2), "https://a.org/x")
    assert read_markdown("perché".encode("latin-1")).encoding == "cp1252"


@pytest.mark.parametrize(
    ("text", "seems"),
    [
        ("# A\n", True),
        ("a\n## B", True),
        ("[a](https://a.org)", True),
        ("#a", False),
        ("a # b", False),
        ("5. a\n- b", False),
    ],
)
def test_what_nobody_else_writes(text: str, seems: bool) -> None:
    assert seems_markdown(text) is seems


@pytest.mark.parametrize(
    "piece",
    ["> ", "- ", "a\n", "#", "| ", "|-", "<!--", "[a]: ", "`", "```\n", "a|b\n-|-\n", "*", "\\", "- -"],
)
def test_the_work_grows_as_the_text_does(piece: str) -> None:
    sure_in_step(lambda size: read_markdown(piece.encode() * size), 5_000)

"""What stands above a page: its blocks, and each of them in the forms of a page."""

import pytest

from clustercalls.render.introduction import IntroBlock, IntroPiece, blocks_of, markdown, plain
from clustercalls.render.letter import Letter, LetterSection, html
from clustercalls.sources.documents.markdown import read_markdown

# What is written, and how it stands as plain text and as Markdown.
WRITTEN = [
    ("# One\n\n## Two ##", ["One\n---", "Two\n---"], ["## One", "### Two"]),
    ("###### Six", ["Six\n---"], ["###### Six"]),
    ("a\nb\n\nc", ["a b", "c"], ["a b", "c"]),
    ("x " * 50, ["x " * 38 + "x\n" + "x " * 10 + "x"], ["x " * 49 + "x"]),
    ("- a\n- b", ["- a\n- b"], ["- a\n- b"]),
    ("- " + "x " * 50, ["- " + "x " * 37 + "x\n  " + "x " * 11 + "x"], ["- " + "x " * 49 + "x"]),
    ("3. a\n4. b\n\n- c", ["3. a\n4. b", "- c"], ["3. a\n4. b", "- c"]),
    ("a **b c** d", ["a b c d"], ["a **b c** d"]),
    ("[a](https://a.example)", ["a <https://a.example>"], ["[a](<https://a.example>)"]),
    ("[a **b**](https://a.example)", ["a b <https://a.example>"],
     ["[a](<https://a.example>) [**b**](<https://a.example>)"]),
    ("<https://a.example>", ["https://a.example"], ["[https://a.example](<https://a.example>)"]),
    ("<a@a.example>", ["a@a.example"], ["[a@a.example](<mailto:a@a.example>)"]),
    ("[a](javascript:x) [b](data:text/html,x) [c](/etc/passwd) [d](file:///x)", ["a b c d"], ["a b c d"]),
    ("a \\*b\\* \\# & c", ["a *b* # & c"], ["a \\*b\\* \\# \\& c"]),
    ("a\n\\- b", ["a - b"], ["a - b"]),
    ("\\- b", ["- b"], ["\\- b"]),
    ("<b onclick='x'>a</b> ![p](https://a.example/p.png)", ["a p"], ["a p"]),
    ("a\u202eb\u0007", ["ab"], ["ab"]),
]  # fmt: skip


@pytest.mark.parametrize(("written", "as_plain", "as_markdown"), WRITTEN)
def test_what_is_written_stands_there(written: str, as_plain: list[str], as_markdown: list[str]) -> None:
    blocks = blocks_of(read_markdown(written.encode()).passages)
    assert [*plain(blocks)] == as_plain
    assert [*markdown(blocks)] == as_markdown


def page(*blocks: IntroBlock) -> str:
    return html(Letter("Calls", (LetterSection("Closes", ()),), intro=blocks))


def test_the_page_escapes_every_text_and_address() -> None:
    hostile = IntroPiece("<img src=x>\u202e", 'https://a.example/"><img>', strong=True)
    shown = page(
        IntroBlock(((hostile,),)),
        IntroBlock(((hostile,),), level=1),
        IntroBlock(((hostile,), (hostile,)), listed=True, first=3),
    )
    assert "<img" not in shown
    assert "\u202e" not in shown
    assert shown.count('<a href="https://a.example/%22%3E%3Cimg%3E"') == 4
    assert '<ol start="3"' in shown
    assert "<h2" in shown


def test_its_pieces_are_parted_by_nothing() -> None:
    line = (
        IntroPiece("a"),
        IntroPiece("b", strong=True),
        IntroPiece("c", "https://a.example"),
        IntroPiece("d"),
    )
    assert '>a<strong>b</strong><a href="https://a.example" style="color:#1d4f9c;">c</a>d</p>' in page(
        IntroBlock((line,))
    )


def test_its_headings_stand_below_that_of_the_page() -> None:
    levels = [
        f"<h{number} " in page(IntroBlock(((IntroPiece("a"),),), level=6)) for number in (1, 2, 3, 4, 5)
    ]
    assert levels == [True, True, False, True, False]  # that of the page, of a section, and it

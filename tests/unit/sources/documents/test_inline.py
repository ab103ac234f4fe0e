"""What Markdown writes within a line."""

import pytest

from clustercalls.passages import PassageLink
from clustercalls.sources.documents.inline import of_markdown, of_text
from counted import sure_in_step

U = "https://a.org/x"


@pytest.mark.parametrize(
    ("text", "read", "links"),
    [
        ("a **b** *c* _d_ ~~e~~ __f__", "a b c d e f", ()),
        ("2 * 3, a_b_c, 5*3, 5 _ 6", "2 * 3, a_b_c, 5*3, 5 _ 6", ()),
        ("un*frigging*believable", "unfriggingbelievable", ()),
        ("`a*b*` \\*c\\*", "a*b* *c*", ()),
        (f"see [the *page*]({U}).", "see the page.", ((4, 12, U),)),
        (f'[a]({U} "t") [b](<{U}>)', "a b", ((0, 1, U), (2, 3, U))),
        (f"<{U}> <a@b.org>", f"{U} a@b.org", ((0, 15, U), (16, 23, "mailto:a@b.org"))),
        ("![alt](x.png) b", "alt b", ()),
        ("[a](javascript:x) [b](y)", "a b", ()),
        ("[a][r] [R] [s]", "a R [s]", ((0, 1, U), (2, 3, U))),
        ("a<br>b <b>c</b> &amp; &lt;", "a b c & <", ()),
        ("[x] [y](", "[x] [y](", ()),
        ("[a](https://a.org/(b))", "a", ((0, 1, "https://a.org/(b)"),)),
        ("a \\[b\\]", "a [b]", ()),
        ("31 ottobre\\* e", "31 ottobre* e", ()),
        (f"[a \\] b]({U})", "a ] b", ((0, 5, U),)),
    ],
)
def test_markdown_as_it_is_read(text: str, read: str, links: tuple[tuple[int, int, str], ...]) -> None:
    line = of_markdown(text, {"r": U})
    assert (line.text, line.links) == (read, tuple(PassageLink(*link) for link in links))


def test_its_links_are_whole() -> None:
    assert of_markdown("[a](/x)", {}, "https://a.org/y").links == (PassageLink(0, 1, U),)


@pytest.mark.parametrize(
    ("text", "read", "links"),
    [
        ("a **b** c", "a b c", ()),
        ("a * b ** c", "a * b ** c", ()),
        ("_a_ `b` *c*", "_a_ `b` *c*", ()),
        (f"<{U}> ;", f"{U} ;", ((0, 15, U),)),
        (f"[a]({U})", "a", ((0, 1, U),)),
        ("[a](b) <b> &amp;", "[a](b) <b> &amp;", ()),
        ("<a@b.org>", "a@b.org", ((0, 7, "mailto:a@b.org"),)),
    ],
)
def test_a_text_is_left_as_it_is_but_for_what_is_bold_and_addresses(
    text: str, read: str, links: tuple[tuple[int, int, str], ...]
) -> None:
    line = of_text(text)
    assert (line.text, line.links) == (read, tuple(PassageLink(*link) for link in links))


@pytest.mark.parametrize(
    "piece", ["[", "[a](", "`", "![", "<a", "*", "_a", "[a][", "\\", "<https://a", "[a](b(", "&#"]
)
def test_the_work_grows_as_the_text_does(piece: str) -> None:
    sure_in_step(lambda size: of_markdown(piece * size, {}), 20_000)
    sure_in_step(lambda size: of_text(piece * size), 20_000)

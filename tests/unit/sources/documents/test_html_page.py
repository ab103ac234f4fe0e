"""A page of HTML as its passages."""

from datetime import date

import pytest

from clustercalls.sources.documents.html_page import read_html
from documents import behind, forms


@pytest.mark.parametrize(
    ("html", "passages"),
    [
        ("<h1>A <b>b</b></h1><h3><div>c</div></h3>d", ["h1 A b", "h3 c", "t d"]),
        ("<h2></h2><p>a", ["t a"]),
        ("<p>a<p>b</p>c<div>d", ["t a", "t b", "t c", "t d"]),
        ("<ul><li>a<li><p>b</p><p>c</p></li></ul>d", ["i a", "i b", "t c", "t d"]),
        ("<p>a<br>b<h1>c<br>d</h1><ul><li>e<br/>f</ul>", ["t a", "t b", "h1 c d", "i e f"]),
        ("<table><tr><th>a<th>b<tr><td>c<td>d</table>e", ["r a | b", "r c | d", "t e"]),
        ("<table><tr><td><h2>a</h2><p>b</td><td>c</td></tr></table>", ["h2 a", "t b", "t c"]),
        ("<dl><dt>a<dd>b<dt>c</dt><dd>d</dd></dl>e", ["r a | b", "r c | d", "t e"]),
        ("a<script>b</script><style>c</style><!-- d -->e<nav>f</nav>", ["t ae"]),
        ('<p class="x>a</p><p>b</p>', ["t a", "t b"]),
        ("<pre>a\n  b\n\nc</pre>", ["t a", "t b", "t c"]),
        ("<td>a<td>b", ["r a | b"]),
        ("</table></tr></td></h1></li>a", ["t a"]),
        ("a &amp; b&nbsp;&euro;", ["t a & b €"]),
        ("<p>a <span>b</span><em>c</em>\n d</p>", ["t a bc d"]),
        ("<table>" * 200 + "a", ["t a"]),
        ("<title>x</title><body>a<svg><title>y</title></svg>", ["t a"]),
        ("<a href=x>a</a>", ["t a"]),
    ],
)
def test_its_passages(html: str, passages: list[str]) -> None:
    assert forms(read_html(html.encode())) == passages


@pytest.mark.parametrize(
    ("html", "links"),
    [
        ("<a href='https://a.org/x'>the <b>page</b></a> b", [("the page", "https://a.org/x")]),
        ("<base href='https://a.org/y/'><a href=../x>p</a>", [("p", "https://a.org/x")]),
        ("<link rel=canonical href='https://a.org/y'><a href='x'>p</a>", [("p", "https://a.org/x")]),
        ("<a href='javascript:x()'>p</a><a href='#x'>q</a><a>r</a>", []),
        ("<table><tr><td>a<td><a href='mailto:a@b.org'>b</a></table>", [("b", "mailto:a@b.org")]),
        ("<a href='https://a.org'>a<p>b</a>c", [("a", "https://a.org"), ("b", "https://a.org")]),
    ],
)
def test_its_links(html: str, links: list[tuple[str, str]]) -> None:
    assert behind(read_html(html.encode())) == links


@pytest.mark.parametrize(
    ("head", "title", "dated", "address"),
    [
        ("<title>A &amp; b </title>", "A & b", None, ""),
        ("<title>A | Site</title><meta property='og:title' content='A'>", "A", None, ""),
        ("<meta name=DC.date content='2026-10-02'>", "", date(2026, 10, 2), ""),
        (
            "<meta name=date content=2026-10-01><meta property=article:published_time content=2026-10-02>",
            "",
            date(2026, 10, 2),
            "",
        ),
        (
            '<script type=\'application/ld+json\'>{"datePublished": "2026-10-02T01:00"}</script>',
            "",
            date(2026, 10, 2),
            "",
        ),
        ("<meta name=date content='soon'>", "", None, ""),
        ("<link rel='canonical' href='https://a.org/x'>", "", None, "https://a.org/x"),
        ("<meta property='og:url' content='https://a.org/y'>", "", None, "https://a.org/y"),
        ("<link rel=canonical href='/x'>", "", None, ""),
    ],
)
def test_what_it_says_of_itself(head: str, title: str, dated: date | None, address: str) -> None:
    read = read_html(f"<html><head>{head}</head><body>a".encode())
    assert (read.title, read.dated, read.address) == (title, dated, address)
    assert forms(read) == ["t a"]


def test_its_letters() -> None:
    page = "<meta charset='iso-8859-2'><p>ąę"
    assert forms(read_html(page.encode("iso-8859-2"))) == ["t ąę"]
    assert forms(read_html(page.encode("iso-8859-2"), "windows-1250")) != ["t ąę"]
    assert read_html("<p>perché".encode("latin-1")).encoding == "cp1252"

"""HTML cut into its tags and the texts between them."""

import pytest

from clustercalls.sources.documents.html_tags import Structured, Tag, parts_of
from counted import sure_in_step


def cut(html: str) -> str:
    """The texts, and between < and > the names of the tags."""
    return "".join(
        part
        if isinstance(part, str)
        else f"{{{part.text}}}"
        if isinstance(part, Structured)
        else f"<{'/' * part.closes}{part.name}>"
        for part in parts_of(html)
    )


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("a<P CLASS=x>b</p >c", "a<p>b</p>c"),
        ("<a title='x>y'>b", "<a>b"),
        ('<p class="x>b</p>', "<p>b</p>"),
        ("1 < 2 <3 a<", "1 < 2 <3 a<"),
        ("<!doctype html><!-- <p> -->a<?x ?>b", "ab"),
        ("a<!-- never>", "a"),
        ("a<!x", "a<!x"),
        ("a<!x>", "a"),
        ("<script>if (a<b) '<p>'</script >c", "c"),
        ("a<style>never", "a<style>"),
        ("<nav><a>x</a></nav>b", "b"),
        ("<nav>b", "<nav>b"),
        ("&lt;p&gt; &amp;", "<p> &"),
        ("<br/>", "<br>"),
        ("<h1\n>a", "<h1>a"),
        ("<a b", "<a b"),
        ('<script type="application/ld+json">{"a":1}</script>b', '{{"a":1}}b'),
        ("</3>", "</3>"),
        ('<img src="data:' + "x" * 50_000 + '">a', "<img>a"),
        ("<p a='\">b</p>", "<p>b</p>"),
    ],
)
def test_it_is_cut(html: str, parts: str) -> None:
    assert cut(html) == parts


def test_attributes_have_their_values() -> None:
    tag = Tag("a", rest=" HREF = 'x&amp;y' title=\"a 'b'\" class=c href=z data-x checked src=")
    assert tag.attributes() == {"href": "x&y", "title": "a 'b'", "class": "c"}


@pytest.mark.parametrize(
    "piece",
    [
        "<a",
        "<a ",
        "<a '",
        "<a \"'",
        "<script",
        "<script>",
        "<nav>",
        "<!--",
        "<!",
        "</",
        "&",
        "<a href='",
        "<a =",
        '<a ">" ',
        "<a \"><a' ",
    ],
)
def test_the_work_grows_as_the_page_does(piece: str) -> None:
    def read(size: int) -> None:
        for part in parts_of(f"{piece * size}>"):
            if isinstance(part, Tag):
                part.attributes()

    sure_in_step(read, 40_000)

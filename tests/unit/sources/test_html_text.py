"""The text of HTML as portals write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustercalls.limits import TEXT_LETTERS
from clustercalls.sources.html_text import one_line, plain, sentences, unescaped
from counted import sure_in_step


@pytest.mark.parametrize(("html", "text"), [
    ('<p class="kind">One</p><p>two &amp; three&nbsp;4</p>', "One\ntwo & three 4"),
    ('<p class="eui-u-mt-l>Text after</p> an unbalanced quote', "Text after\nan unbalanced quote"),
    ("a<script>alert('<b>')</script>b<style>p{}</style>c", "a b c"),
    ("a<script>never closed", "a"), ("a<!-- <b>no</b> -->b", "a b"), ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    ("&lt;b&gt;shown&lt;/b&gt;", "<b>shown</b>"), ("x\u202ey\x1b[31m\u200b", "xy[31m"), ("", ""),
    ("clu<b>ster</b>s, two<td>cells", "clusters, two cells"), ('<a title="a>b">c', 'b">c'),
    ("&#" + "9" * 5_000 + ";&#x" + "f" * 5_000 + ";x", "\ufffd\ufffdx"), ("a\ud800b", "a\ufffdb"),
    ("a < b <c", "a < b <c"),
    ("one\u2028two\ttab", "one\ntwo tab"), ("&lt&nbsp;&not&nbsp;in;x;&amp;nbsp;", "< ¬ in;x;&nbsp;"),
    (" one\xa0 \xa0two \n\n \xa0three\xa0", "one two\nthree"),
])  # fmt: skip
def test_its_text(html: str, text: str) -> None:
    assert plain(html) == text
    assert one_line(html) == text.replace("\n", " ")


LETTERS = [*"a é\n\t\xa0\u2028\u200b\r\x1c\x85\u3000\u00ad\ufe0f", "  "]
MARKUP = ["<p>", "</b>", "&nbsp;", "&lt", "&#10;", "<", ">"]


@given(st.lists(st.sampled_from(LETTERS + MARKUP), max_size=12))
def test_what_is_unseen_changes_nothing_else(pieces: list[str]) -> None:
    html = "".join(pieces)
    assert plain(html) == plain(f"\u200b{html}")  # which is taken out by the longer way


@pytest.mark.parametrize("piece", ["<a", "<script", "<!--", "<p>", "&amp;", "<p class='", "</"])
def test_the_work_grows_no_more_than_the_text_does(piece: str) -> None:
    assert len(plain(piece * 1_000_000)) <= TEXT_LETTERS
    sure_in_step(lambda size: plain(piece * size), 1_000_000)


def test_its_sentences() -> None:
    assert sentences("One is here. Two!\nThree") == ["One is here.", "Two!", "Three"]


def test_entities_are_characters() -> None:
    assert unescaped("a &amp; b&nbsp;&#8364;&#99999999999;") == "a & b\xa0€\ufffd"

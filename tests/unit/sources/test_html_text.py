"""The text of HTML as portals write it."""

import time

import pytest

from clustercalls.limits import TEXT_LETTERS
from clustercalls.sources.html_text import one_line, plain, sentences


@pytest.mark.parametrize(("html", "text"), [
    ('<p class="kind">One</p><p>two &amp; three&nbsp;4</p>', "One\ntwo & three 4"),
    ('<p class="eui-u-mt-l>Text after</p> an unbalanced quote', "Text after\nan unbalanced quote"),
    ("a<script>alert('<b>')</script>b<style>p{}</style>c", "a b c"),
    ("a<script>never closed", "a"), ("a<!-- <b>no</b> -->b", "a b"), ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    ("&lt;b&gt;shown&lt;/b&gt;", "<b>shown</b>"), ("x\u202ey\x1b[31m\u200b", "xy[31m"), ("", ""),
    ("clu<b>ster</b>s, two<td>cells", "clusters, two cells"), ('<a title="a>b">c', 'b">c'),
    ("&#" + "9" * 5_000 + ";&#x" + "f" * 5_000 + ";x", "\ufffd\ufffdx"), ("a\ud800b", "a\ufffdb"),
    ("a < b <c", "a < b <c"),
    ("one\u2028two\ttab", "one\ntwo tab"),
])  # fmt: skip
def test_its_text(html: str, text: str) -> None:
    assert plain(html) == text
    assert one_line(html) == text.replace("\n", " ")


@pytest.mark.parametrize("piece", ["<a", "<script", "<!--", "<p>", "&amp;", "<p class='", "</"])
def test_however_long_it_takes_no_long_time(piece: str) -> None:
    begin = time.process_time()
    assert len(plain(piece * 1_000_000)) <= TEXT_LETTERS
    assert time.process_time() - begin < 2


def test_its_sentences() -> None:
    assert sentences("One is here. Two!\nThree") == ["One is here.", "Two!", "Three"]

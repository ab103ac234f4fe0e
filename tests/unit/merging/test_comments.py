"""Comments and blank lines of two sides."""

import pytest

from clustercalls.merging.comments import comments, gap, new_ones


@pytest.mark.parametrize(("base", "ours", "theirs", "wanted"), [
    ("\n", "\n", "\n\n", "\n\n"), ("\n", "\n\n", "\n", "\n\n"), ("\n", "", "\n\n", ""),
    ("# a\n", "# a\n", "# b\n", "# b\n"), ("# a\n", "# b\n", "# a\n", "# b\n"),
    ("# a\n", "", "# a\n", ""), ("# a\n", "# a\n# b\n", "# a\n# c\n", "# a\n# b\n# c\n"),
    ("# a\n", "# b\n", "# c\n", "# b\n# c\n"), ("", "# b\n", "\n# b\n", "# b\n"),
    ("# a\n", "# a\u2028b\n", "# c\n", "# a\u2028b\n# c\n"),
])  # fmt: skip
def test_what_either_wrote_stays_and_what_either_took_out_goes(
    base: str, ours: str, theirs: str, wanted: str
) -> None:
    assert gap(base, ours, theirs) == wanted


def test_a_comment_is_none_in_a_text() -> None:
    text = 'a = "# no" # yes\nb = """\n# no\n""" # and\nc = [ # one\n "#no", # two\n]\n'
    assert list(comments(text)) == ["# yes", "# and", "# one", "# two"]


def test_what_is_new_is_counted() -> None:
    assert new_ones("# a\n", "# a\n# a\n# b\n") == ["# a", "# b"]
    assert new_ones("", "# a\n# b\n", "x = 1 # b\n") == ["# a"]

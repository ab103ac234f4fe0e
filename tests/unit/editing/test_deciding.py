"""A conflict of git decided."""

import pytest

from clustercalls.editing.deciding import contests, decided

HEAD = '# è\n[[call]]\nid = "a"\ntitle = "A"\n'
MARKED = "<<<<<<< ours\n{}=======\n{}>>>>>>> theirs\n"
OURS, THEIRS = "owner = 'a' # o\nnote = 'x'\n", "note = 'y'\nowner = 'b'\n"
TEXT = "[[call]]\nid = 'z'\ntitle = 'Z'\n" + HEAD + MARKED.format(OURS, THEIRS) + "url = 'u'\n"


@pytest.mark.parametrize(("key", "value", "ours", "theirs"), [
    ("owner", "a", OURS, "note = 'y'\nowner = 'a' # o\n"),
    ("owner", "b", "owner = 'b'\nnote = 'x'\n", THEIRS),
])  # fmt: skip
def test_what_else_is_contested_stays_so(key: str, value: str, ours: str, theirs: str) -> None:
    (contest,) = (each for each in contests(TEXT) if each.field.key == key)
    after = decided(TEXT, contest, value)
    assert after == TEXT.replace(OURS, ours).replace(THEIRS, theirs)
    assert [each.field.key for each in contests(after)] == ["note"]
    assert contest.told("f").place.line == 8


@pytest.mark.parametrize(("value", "left"), [("a", "owner = 'a' # o\n"), ("b", "owner = 'b'\n")])
@pytest.mark.parametrize("base", ["", "||||||| 0a\nowner = 'c'\n"])
def test_the_last_field_takes_the_marks_with_it(value: str, left: str, base: str) -> None:
    text = HEAD + MARKED.format("owner = 'a' # o\n" + base, "owner = 'b'\n") + "url = 'u'\n"
    (contest,) = contests(text)
    assert decided(text, contest, value) == f"{HEAD}{left}url = 'u'\n"


def test_what_git_says_of_the_base_stays_while_something_is_contested() -> None:
    base = "||||||| 0a\nowner = 'c'\nnote = 'c'\n"
    text = HEAD + MARKED.format("owner = 'a'\nnote = 'x'\n" + base, "owner = 'b'\nnote = 'y'\n")
    assert decided(text, contests(text)[0], "b") == text.replace("owner = 'a'", "owner = 'b'")


def test_a_file_without_marks_has_none() -> None:
    assert contests(HEAD) == []

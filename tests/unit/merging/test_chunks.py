"""A text of which some lines are contested."""

from clustercalls.merging.chunks import Contested, ended, joined, marked, resolved


def test_marks_stand_round_what_is_contested_alone() -> None:
    chunks = joined(["a = 1", "", Contested("b = 2", ""), "c = 3"], "\n")
    assert chunks == ["a = 1\n", Contested("b = 2\n", ""), "c = 3"]
    assert marked(chunks, "\n") == "a = 1\n<<<<<<< ours\nb = 2\n=======\n>>>>>>> theirs\nc = 3"
    assert resolved(chunks) == ("a = 1\nb = 2\nc = 3", "a = 1\nc = 3")


def test_lines_end_as_those_of_the_file() -> None:
    assert marked([Contested("a\r\n", "b\r\n")], "\r\n") == (
        "<<<<<<< ours\r\na\r\n=======\r\nb\r\n>>>>>>> theirs\r\n"
    )
    assert (ended("", "\r\n"), ended("a", "\r\n"), ended("a\n", "\r\n")) == ("", "a\r\n", "a\n")

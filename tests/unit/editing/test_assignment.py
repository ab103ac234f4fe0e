"""One assignment with another value: what of it stays as it was written."""

import re
from datetime import date, time
from typing import Any

import pytest
import tomli

from clustercalls.editing import assignment
from clustercalls.editing.assignment import rewritten
from clustercalls.editing.ops import NotInPlace, Op
from clustercalls.tables.findings import KeyPath

LIST = 'tags = [ # many\n  "a", # one\n\n  "b",\n]  # end\n'
ASSIGNMENTS: list[tuple[str, KeyPath, Any, str]] = [
    # comment, indent and spacing stay
    ("  title   =   'T'  # said\n", ("title",), "U", '  title   =   "U"  # said\n'),
    ("when = 2027-01-01 # planned\n", ("when",), "2027-01", 'when = "2027-01" # planned\n'),
    ("budget = 5\n", ("budget",), 18_500_000, "budget = 18_500_000\n"),
    ("  cancelled = true  # said\n", ("cancelled",), False, "  cancelled = false  # said\n"),
    ("at = 17:00:00\n", ("at",), "12:00", 'at = "12:00"\n'),
    ("rate = 7.5\n", ("rate",), 8, "rate = 8\n"),
    # taken out: with its line and its comment
    ("title = 'T'  # said\n", ("title",), None, ""),
    ("source.title = 'x' # s\n", ("source", "title"), None, ""),
    ("  title = 'T'\n\n# below\n", ("title",), None, ""),
    # a list item by item, where what stays keeps its order
    (LIST, ("tags",), ["a", "b", "c"], LIST.replace('"b",\n', '"b",\n\n  "c",\n')),
    (LIST, ("tags",), ["b"], LIST.replace('  "a", # one\n', "")),
    (LIST, ("tags",), ["b", "a"], 'tags = ["b", "a"]  # end\n'),
    # a text on several lines keeps its beginning and its quotes
    ('note = """\na\n"""  # n\n', ("note",), "a\nb\n", 'note = """\na\nb\n"""  # n\n'),
    ("note = '''\na\\b\n'''\n", ("note",), "a\\b\nc\n", "note = '''\na\\b\nc\n'''\n"),
    ('note = """\na\n"""\n', ("note",), "b\nc", 'note = """\nb\nc"""\n'),
    ("note = '''\na\n'''\n", ("note",), "a\nit's\n", 'note = """\na\nit\'s\n"""\n'),
    ('note = """\na\n"""\n', ("note",), 'a\n"""\n', 'note = """\na\n\\"\\"\\"\n"""\n'),
    # a table on one line keeps the space inside its braces
    ("source = {title = 'x'} # s\n", ("source", "url"), "u", "source = {title = 'x', url = \"u\"} # s\n"),
    ("source = {title = 'x', n = 1 }\n", ("source", "title"), "y", 'source = {title = "y", n = 1 }\n'),
    ("s = { d = 2017-01-31 , t = 'x'}\n", ("s", "t"), "y", 's = { d = 2017-01-31 , t = "y"}\n'),
    ("source = { title = 'x' }\n", ("source", "title"), None, "source = {}\n"),
    ("source.title = 'x' # s\n", ("source", "title"), "y", 'source.title = "y" # s\n'),
]


@pytest.mark.parametrize(("lines", "path", "value", "new"), ASSIGNMENTS)
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_only_the_value_is_written_anew(lines: str, path: KeyPath, value: object, new: str, eol: str) -> None:
    lines, new = (text.replace("\n", eol) for text in (lines, new))
    assert rewritten(lines, path, Op(path, value), eol) == new
    if value is not None:
        read: Any = tomli.loads(new)
        for part in path:
            read = read[part]
        assert read == (value)


def test_a_row_more_stands_behind_the_others() -> None:
    lines = "history = [{ was = 2027-01-05 }] # h\n"
    new = rewritten(lines, ("history",), Op(("history",), {"why": "w"}, more=True), "\n")
    assert new.endswith("] # h\n")
    assert [list(each) for each in tomli.loads(new)["history"]] == [["was"], ["why"]]


@pytest.mark.parametrize(
    ("lines", "path"),
    [
        ("source = 5\n", ("source", "url")),
        ("stage = [{ id = 'a' }]\n", ("stage", 1, "id")),
        ("title = T\n", ("title",)),
        ("title = 'T'\n", ("other", "x")),
    ],
)
def test_what_has_no_place_for_it_is_refused(lines: str, path: KeyPath) -> None:
    with pytest.raises(NotInPlace):
        rewritten(lines, path, Op(path, "u"), "\n")


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize("value", [date(2027, 3, 9), "2027-03~", 7, 2.5, True, time(17, 30)])
@pytest.mark.parametrize(
    "lines",
    ["when = 2027-01-01", "  n=5 # said", "\tx-y = 2027-01-01T12:00:00  ", "ok = true", "z = -1.5e3 #"],
)
def test_what_stands_on_one_line_is_edited_as_any_other(
    lines: str, value: object, eol: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = lines + eol
    (key,) = tomli.loads(text)
    quick = rewritten(text, (key,), Op((key,), value), eol)
    monkeypatch.setattr(assignment, "_PLAIN", re.compile("(?!)"))
    assert quick == rewritten(text, (key,), Op((key,), value), eol)
    assert tomli.loads(quick) == {key: value}

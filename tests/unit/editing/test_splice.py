"""An edit of a block: the lines meant, and no others."""

from datetime import date

import pytest
import tomli

from clustercalls.editing.ops import NotInPlace, Op, applied
from clustercalls.editing.splice import spliced

BLOCK = """\
[[call]]   # head
id = "one"  # name
title   =   'T'
tags = [  # many
  "a",  # first
  "b",
]
source = { quote = "q" }  # said

  [[call.stage]]
    id = "first"
    kind = "deadline"
    when = 2027-01-01  # planned
# about the stage

# about the next
"""
DOTTED = """\
[[call]]
id = "one"
source.title = "S"  # dotted
stage = [{ id = "a", kind = "deadline" }]  # inline
"""

EDITS = [
    ("a value", BLOCK, Op(("title",), "U"), "title   =   'T'", 'title   =   "U"'),
    ("a date keeps its comment", BLOCK, Op(("stage", 0, "when"), date(2027, 2, 3)), "2027-01-01",
    "2027-02-03"),
    ("a new key in its order", BLOCK, Op(("programme",), "HE"), "'T'\n", "'T'\nprogramme = \"HE\"\n"),
    ("a new last key", BLOCK, Op(("note",), "n"), "# said\n", '# said\nnote = "n"\n'),
    ("a key of a stage, indented", BLOCK, Op(("stage", 0, "at"), "17:00"), "# planned\n",
     '# planned\n    at = "17:00"\n'),
    ("a key taken out", BLOCK, Op(("title",)), "title   =   'T'\n", ""),
    ("an item more", BLOCK, Op(("tags",), ["a", "b", "c"]), '  "b",\n', '  "b",\n  "c",\n'),
    ("an item less", BLOCK, Op(("tags",), ["b"]), '  "a",  # first\n', ""),
    ("inside an inline table", BLOCK, Op(("source", "quote"), "r"), '"q"', '"r"'),
    ("a row of history", BLOCK, Op(("history",), {"stage": "first"}, more=True), "# about the stage\n",
     '# about the stage\n\n  [[call.history]]\n    stage = "first"\n'),
    ("a dotted neighbour", DOTTED, Op(("source", "url"), "u"), "# dotted\n",
     '# dotted\nsource.url = "u"\n'),
    ("a dotted value", DOTTED, Op(("source", "title"), "X"), '"S"', '"X"'),
    ("an inline stage", DOTTED, Op(("stage", 0, "kind"), "interview"), '"deadline"', '"interview"'),
    ("a new inline table", DOTTED, Op(("grants", "number"), 8),
     '"one"\n', '"one"\ngrants = { number = 8 }\n'),
    ("large numbers in groups", DOTTED, Op(("budget",), 18_500_000),
     '"one"\n', '"one"\nbudget = 18_500_000\n'),
]  # fmt: skip

INLINE = [
    ("source = { title = 'x' }  # s", Op(("source", "url"), "u"),
     "source = { title = 'x', url = \"u\" }  # s"),
    ("source = {title = 'x'}  # s", Op(("source", "url"), "u"), "source = {title = 'x', url = \"u\"}  # s"),
    ("source = { title = 'x', date = 2017-01-31 }", Op(("source", "title"), "y"),
     'source = { title = "y", date = 2017-01-31 }'),
    ("source = {title = 'x', date = 2017-01-31 }", Op(("source", "title"), "y"),
     'source = {title = "y", date = 2017-01-31 }'),
    ("source = { title = 'x' , date = 2017-01-31}", Op(("source", "url"), "u"),
     "source = { title = 'x' , date = 2017-01-31, url = \"u\"}"),
    ("source = {title = 'x' }", Op(("source", "title"), "y"), 'source = {title = "y" }'),
    ("source = {}", Op(("source", "url"), "u"), 'source = { url = "u" }'),
    ("source = { title = 'x', url = 'u' }", Op(("source", "title")), "source = { url = 'u' }"),
    ("source = { title = 'x', url = 'u' }", Op(("source", "url")), "source = { title = 'x' }"),
    ("source = { title = 'x', url = 'u' }", Op(("source", "url"), "v"),
     "source = { title = 'x', url = \"v\" }"),
    ("source = { title = 'x' } # s", Op(("source", "title")), "source = {} # s"),
    ("stage = [ { id = 'a' }, { id = 'a' } ]", Op(("stage", 1, "when"), date(2027, 1, 2)),
     "stage = [ { id = 'a' }, { id = 'a', when = 2027-01-02 } ]"),
    ("stage = [\n  { id = 'a', at = '17:00' }, # one\n  { id = 'b' },\n] # s", Op(("stage", 0, "at")),
     "stage = [\n  { id = 'a' }, # one\n  { id = 'b' },\n] # s"),
    ("stage = [\n  { id = 'a', when = 2027-01-05 }, # one\n  { id = 'b' },\n  { x = 1  }, ]",
     Op(("stage", 1, "when"), 5),
     "stage = [\n  { id = 'a', when = 2027-01-05 }, # one\n  { id = 'b', when = 5 },\n  { x = 1  }, ]"),
    ("stage = [ { when = 2027-01-05 }, { when = 2027-01-05  } ]", Op(("stage", 1, "when"), date(2027, 1, 6)),
     "stage = [ { when = 2027-01-05 }, { when = 2027-01-06  } ]"),
    ("history = [\n  { was = 2027-01-05 }, # one\n]", Op(("history",), {"was": date(2027, 2, 5)}, more=True),
     "history = [\n  { was = 2027-01-05 }, # one\n  { was = 2027-02-05},\n]"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "op", "new"), INLINE)
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_a_table_on_one_line_keeps_its_spacing(old: str, op: Op, new: str, eol: str) -> None:
    old, new = (f"[[call]]\n{text}\nnote = 'n'\n".replace("\n", eol) for text in (old, new))
    assert spliced(old, "call", op, eol) == new
    assert tomli.loads(new)["call"] == [applied(tomli.loads(old)["call"][0], op)]


@pytest.mark.parametrize(("block", "op", "old", "new"), [pytest.param(*row[1:], id=row[0]) for row in EDITS])
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_only_the_lines_meant_change(block: str, op: Op, old: str, new: str, eol: str) -> None:
    assert block.count(old) == 1
    said = [text.replace("\n", eol) for text in (block, block.replace(old, new))]
    assert spliced(said[0], "call", op, eol) == said[1]
    meant = applied(tomli.loads(block)["call"][0], op)
    assert tomli.loads(said[1])["call"] == [meant]


def test_a_block_without_a_last_line_end_gets_one() -> None:
    assert spliced('[[call]]\nid = "one"', "call", Op(("title",), "T"), "\n") == (
        '[[call]]\nid = "one"\ntitle = "T"\n'
    )


def test_what_is_not_to_be_seen_is_written_as_an_escape() -> None:
    written = spliced("[[call]]\n", "call", Op(("title",), "a\u202eb\x9bc\x1bd"), "\n")
    assert written == '[[call]]\ntitle = "a\\u202eb\\u009bc\\u001bd"\n'


def test_a_path_that_is_nowhere_is_refused() -> None:
    with pytest.raises(NotInPlace):
        spliced(BLOCK, "call", Op(("links", 0, "url"), "u"), "\n")


LISTS = [
    (["a", "c"], '  "a",  # first\n  "c",\n'),
    (["b"], '  "b",\n'),
    (["b", "c", "d"], '  "b",\n  "c",\n  "d",\n'),
    (["c"], None),
    (["x", "a"], None),  # written anew, on one line
]


@pytest.mark.parametrize(("wanted", "items"), LISTS)
def test_a_list_rewritten_keeps_the_line_ends_of_its_file(wanted: list[str], items: str | None) -> None:
    old = '  "a",  # first\n  "b",\n'
    written = spliced(BLOCK.replace("\n", "\r\n"), "call", Op(("tags",), wanted), "\r\n")
    assert written.count("\n") == written.count("\r\n")
    assert "\r\r" not in written
    assert written.count("\r") == written.count("\r\n")
    if items:
        assert written == BLOCK.replace(old, items).replace("\n", "\r\n")
    assert tomli.loads(written)["call"][0]["tags"] == wanted

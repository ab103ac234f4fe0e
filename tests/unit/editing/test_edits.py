"""Edits of a file: every byte that is not meant stays, whatever the file looks like."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clustercalls.editing.document import Address, Document
from clustercalls.editing.edits import Touched, amended, extended, merged, not_in_place, rewritten, without
from clustercalls.editing.ops import Op
from clustercalls.editing.record import splice
from clustercalls.errors import InputRefused
from clustercalls.registry.layout import Layout
from clustercalls.registry.text import Text, toml
from hand_written import HAND_WRITTEN, changed

DAY = date(2027, 2, 3)
OWNED = Op(("owner",), "anna")

COMMENTS = st.sampled_from(["", "  # said", "# x = [", '   # "', "\t# [[call]]", "  # è €"])
GAPS = st.sampled_from(["", "\n", "\n\n", "# alone\n", "  # indented\n\n", "\t\n"])
INDENTS = st.sampled_from(["", "  ", "\t"])
TITLES = st.sampled_from(
    ['"T"', "'C:\\temp'", '"""\n[[call]]\nid = "no"\n"""', "'''\n[x]\n#'''", '"a \\" [b] # c"', '"è"']
)
LINES = st.sampled_from(
    [
        "tags = [ # many\n  'a', # one\n\n  'b' ]", 'source = { quote = "{[" , title="s" }', "x-own = nan",
        "x-more = [[1, 2], [3]]", 'note = """\n\\\n  [[event]]\n"""', 'source.title = "dotted"',
        '"programme" = "HE"',
        "budget = 1_000", "checked = 2020-01-01", 'deadline = "2027-02/2027-03"',
    ]
)  # fmt: skip


@st.composite
def entry(draw: st.DrawFn, number: int) -> str:
    kind = draw(st.sampled_from(["call", "call", "event"]))
    indent, comment = draw(INDENTS), draw(COMMENTS)
    text = f'{draw(INDENTS)}[[{kind}]]{comment}\n{indent}id = "e{number}"{draw(COMMENTS)}\n'
    text += f"{indent}title={draw(TITLES)}{draw(COMMENTS)}\n"
    seen: set[str] = set()
    for line in draw(st.lists(LINES, max_size=4)):
        name = line.split("=")[0].split(".")[0].strip(' "')
        if name not in seen:
            seen.add(name)
            text += f"{draw(GAPS)}{indent}{line}{draw(COMMENTS)}\n"
    for stage in range(draw(st.integers(0, 2))):
        text += f"{draw(GAPS)}{indent}[[{kind}.stage]]{draw(COMMENTS)}\n{indent}kind='deadline'\n"
        text += f"{indent}id = 's{stage}'\n{indent}when = 2027-01-0{stage + 1}{draw(COMMENTS)}\n"
    return text + draw(GAPS)


@st.composite
def registry(draw: st.DrawFn) -> str:
    count = draw(st.integers(1, 4))
    text = draw(GAPS) + draw(st.sampled_from(["", "schema = 1\n", "[defaults]\nzone = 'Europe/Rome'\n"]))
    text += "".join(draw(entry(number)) for number in range(count))
    text += draw(st.sampled_from(["", "# the end", "[x-mine]\ny = 1\n"]))
    text = text.rstrip("\n") if draw(st.booleans()) else text
    text = text.replace("\n", "\r\n") if draw(st.booleans()) else text
    return "\ufeff" + text if draw(st.booleans()) else text


def document(text: str) -> Document:
    content = text.removeprefix("\ufeff")
    return Document(Path("calls.toml"), text.encode(), content, parsed(content))


def parsed(text: str) -> dict[str, object]:
    return toml(text, Text("calls.toml", Layout(text)))


def stretches(before: str, after: str) -> tuple[str, str]:
    found = splice(Path("calls.toml"), before.encode(), after.encode())
    return found.old, found.new


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(registry(), st.data())
def test_every_other_byte_stays(text: str, data: st.DataObject) -> None:
    its = document(text)
    where = data.draw(st.sampled_from(its.addresses()))
    edit = amended(its, where, [Op(("checked",), DAY)])
    assert parsed(edit.text) == edit.meant
    old, new = stretches(its.text, edit.text)
    assert old in "2020-01-01"
    assert "\n" not in old
    assert new.count("\n") <= 2
    assert set(new) <= set("checked = 2027-02-03 \t\r\n")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(registry(), st.data())
def test_a_row_of_history_is_an_insertion(text: str, data: st.DataObject) -> None:
    its = document(text)
    where = data.draw(st.sampled_from(its.addresses()))
    edit = amended(its, where, [Op(("history",), {"stage": "s0", "noticed": DAY}, more=True)])
    assert parsed(edit.text) == edit.meant
    old, new = stretches(its.text, edit.text)
    assert old == ""
    assert "history" in new
    assert len(edit.text) == len(its.text) + len(new)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(registry())
def test_appending_is_the_old_and_the_new(text: str) -> None:
    its = document(text)
    block = '[[call]]\nid = "new"\ntitle = "N"\n'
    edit = extended(its, [("call", {"id": "new", "title": "N"}, block)])
    assert edit.text.startswith(its.text)
    assert parsed(edit.text) == edit.meant
    assert edit.text.endswith(block.replace("\n", its.eol))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(registry(), st.data())
def test_taking_out_leaves_the_others_as_they_are(text: str, data: st.DataObject) -> None:
    its = document(text)
    where = data.draw(st.sampled_from(its.addresses()))
    edit, taken = without(its, where)
    assert parsed(edit.text) == edit.meant
    begin = its.text.index(taken)
    assert its.text[:begin] == edit.text[:begin]
    assert its.text[begin + len(taken) :].lstrip("\r\n") == edit.text[begin:]
    assert parsed(taken)[where.kind] == [its.table(where)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(registry())
def test_several_edits_at_once(text: str) -> None:
    its = document(text)
    every = its.addresses()
    edit = merged(its, [(where, amended(*its.excerpt(where), [OWNED])) for where in reversed(every)])
    assert parsed(edit.text) == edit.meant
    assert edit.text.count('owner = "anna"') == len(every) == len(edit.touched)


def test_a_line_of_a_text_is_not_a_comment_of_the_entry_below() -> None:
    its = document("[[call]]\nid = \"e0\"\ntitle='''\n[x]\n#'''\n[[call]]\nid = \"e1\"\ntitle=\"T\"\n")
    edit, taken = without(its, Address("call", 1, "e1"))
    assert parsed(edit.text) == edit.meant
    assert taken == '[[call]]\nid = "e1"\ntitle="T"\n'


# ---- by hand: what touches what


def address(its: Document, name: str) -> Address:
    return next(each for each in its.addresses() if each.id == name)


def test_a_file_as_people_keep_it_changes_by_the_line_meant() -> None:
    its = document(HAND_WRITTEN)
    edit = amended(its, address(its, "conference"), [OWNED, Op(("title",), "Fair")])
    assert changed(its.text, edit.text) == [
        '-title = "European Cluster Conference"',
        '+title = "Fair"',
        '+owner = "anna"',
    ]
    (touched,) = edit.touched
    assert touched == Touched("event", its.raw["event"][0], edit.meant["event"][0])
    assert edit.meant["call"] is its.raw["call"]


def test_a_block_may_be_given_another_text_before_it_is_amended() -> None:
    its = document('[[call]]\nid = "one"\n[[call]]\nid = "two"\n')
    edit = rewritten(its, address(its, "one"), '[[call]]\nid = "new"\n\n', {"id": "new"}, [OWNED])
    assert edit.text == '[[call]]\nid = "new"\nowner = "anna"\n\n[[call]]\nid = "two"\n'
    assert edit.meant == parsed(edit.text)
    assert edit.touched == (Touched("call", {"id": "one"}, {"id": "new", "owner": "anna"}),)


def test_an_entry_without_a_block_of_its_own_is_not_edited() -> None:
    its = document('call = [{ id = "one" }]\n')
    where = address(its, "one")
    for attempt in (lambda: amended(its, where, [OWNED]), lambda: without(its, where)):
        with pytest.raises(InputRefused) as refused:
            attempt()
        assert refused.value.problem == not_in_place(its, where).problem
    assert refused.value.problem.code == "not-in-place"


# what stands in a file, and what it is after a block is appended
APPENDED = [
    ("", "B"),
    ("# only\n", "# only\n\nB"),
    ("a = 1", "a = 1\n\nB"),
    ("a = 1\n\n", "a = 1\n\nB"),
    ("a = 1\r\n", "a = 1\r\n\r\nB"),
]
NEW = '[[call]]\nid = "new"\n'


@pytest.mark.parametrize(("old", "new"), APPENDED)
def test_a_new_block_is_parted_by_an_empty_line(old: str, new: str) -> None:
    its = document(old)
    edit = extended(its, [("call", {"id": "new"}, NEW)])
    assert edit.text == new.replace("B", NEW.replace("\n", its.eol))
    assert edit.touched == (Touched("call", None, {"id": "new"}),)


# what stands around an entry, and what of it is taken out
TAKEN = [
    ("a comment on top goes along", "[x-a]\nb = 1\n\n# ours\n", "# ours\n", "[x-a]\nb = 1\n\n"),
    ("one above a gap stays", "[x-a]\nb = 1\n# theirs\n\n", "", "[x-a]\nb = 1\n# theirs\n\n"),
    ("one that opens the file is about the file", "# the file\n", "", "# the file\n"),
    ("one behind a value stays", "[x-a]\nb = 1  # theirs\n", "", "[x-a]\nb = 1  # theirs\n"),
    ("a line of a text is no comment", "x-b = '''\n# text\n'''\n", "", "x-b = '''\n# text\n'''\n"),
]


@pytest.mark.parametrize(
    ("above", "taken", "left"),
    [pytest.param(above, taken, left, id=name) for name, above, taken, left in TAKEN],
)
def test_the_comments_that_touch_an_entry_go_with_it(above: str, taken: str, left: str) -> None:
    its = document(f'{above}[[call]]\nid = "one"\n# below\n\n\n[[event]]\nid = "two"\n')
    edit, found = without(its, address(its, "one"))
    assert found == f'{taken}[[call]]\nid = "one"\n# below\n'
    assert edit.text == f'{left}[[event]]\nid = "two"\n'
    assert edit.meant == parsed(edit.text)
    assert "call" not in edit.meant
    assert edit.touched == (Touched("call", {"id": "one"}, None),)

"""Edits of generated files: every byte that is not meant stays, whatever the file looks like."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clustercalls.errors import InputRefused, UsageRefused
from clustercalls.registry.document import Address, Document, open_document
from clustercalls.registry.journal import splice
from clustercalls.registry.layout import Layout
from clustercalls.registry.read import Text, toml
from clustercalls.registry.splice import Op
from clustercalls.registry.write import (
    Change,
    Made,
    Wish,
    amended,
    extended,
    free_id,
    together,
    without,
    write,
)

DAY = date(2027, 2, 3)
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
    change = amended(its, where, [Op(("checked",), DAY)])
    assert parsed(change.text) == change.meant
    old, new = stretches(its.text, change.text)
    assert old in "2020-01-01"
    assert "\n" not in old
    assert new.count("\n") <= 2
    assert set(new) <= set("checked = 2027-02-03 \t\r\n")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(registry(), st.data())
def test_a_row_of_history_is_an_insertion(text: str, data: st.DataObject) -> None:
    its = document(text)
    where = data.draw(st.sampled_from(its.addresses()))
    change = amended(its, where, [Op(("history",), {"stage": "s0", "noticed": DAY}, more=True)])
    assert parsed(change.text) == change.meant
    old, new = stretches(its.text, change.text)
    assert old == ""
    assert "history" in new
    assert len(change.text) == len(its.text) + len(new)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(registry())
def test_appending_is_the_old_and_the_new(text: str) -> None:
    its = document(text)
    block = '[[call]]\nid = "new"\ntitle = "N"\n'
    change = extended(its, [("call", {"id": "new", "title": "N"}, block)])
    assert change.text.startswith(its.text)
    assert parsed(change.text) == change.meant
    assert change.text.endswith(block.replace("\n", its.eol))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(registry(), st.data())
def test_taking_out_leaves_the_others_as_they_are(text: str, data: st.DataObject) -> None:
    its = document(text)
    where = data.draw(st.sampled_from(its.addresses()))
    change, taken = without(its, where)
    assert parsed(change.text) == change.meant
    begin = its.text.index(taken)
    assert its.text[:begin] == change.text[:begin]
    assert its.text[begin + len(taken) :].lstrip("\r\n") == change.text[begin:]
    assert parsed(taken)[where.kind] == [its.table(where)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(registry())
def test_several_edits_at_once(text: str) -> None:
    its = document(text)
    changes = [partial(owned, where) for where in its.addresses()]
    change = together(its, changes)
    assert parsed(change.text) == change.meant
    assert change.text.count('owner = "anna"') == len(changes)


def owned(where: Address, now: Document) -> Change:
    return amended(now, where, [Op(("owner",), "anna")])


WISH = Wish("set", "2027-01-01T00:00:00Z")


def test_a_change_that_does_not_do_what_it_means_is_never_written(tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text('[[call]]\nid = "one"\ntitle = "T"\n')

    def lying(its: Document) -> Made:
        change = amended(its, its.addresses()[0], [Op(("owner",), "anna")])
        return Made(change._replace(text=change.text.replace("anna", "bob")), ("one",), "said")

    with pytest.raises(InputRefused):
        write(path, WISH._replace(force=True), lying)
    assert path.read_text() == '[[call]]\nid = "one"\ntitle = "T"\n'


def test_an_id_that_is_taken_is_refused_also_in_another_case(tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    text = '[[call]]\nid = "one"\ntitle = "T"\n[[event]]\nid = "two"\ntitle = "T"\n'
    path.write_text(text)
    where = open_document(path).addresses()[1]
    for name in ("one", "ONE"):

        def renamed(its: Document, name: str = name) -> Made:
            return Made(amended(its, where, [Op(("id",), name)]), ("two",), "said")

        with pytest.raises(UsageRefused):
            write(path, WISH, renamed)
    assert path.read_text() == text


def test_a_free_id_is_short_enough() -> None:
    assert free_id("one", []) == "one"
    assert free_id("one", ["one", "one-2"]) == "one-3"
    assert len(free_id("x" * 64, ["x" * 64])) <= 64


def test_a_line_of_a_text_is_not_a_comment_of_the_entry_below() -> None:
    its = document("[[call]]\nid = \"e0\"\ntitle='''\n[x]\n#'''\n[[call]]\nid = \"e1\"\ntitle=\"T\"\n")
    change, taken = without(its, Address("call", 1, "e1"))
    assert parsed(change.text) == change.meant
    assert taken == '[[call]]\nid = "e1"\ntitle="T"\n'

"""Edits of generated files: every byte that is not meant stays, whatever the file looks like."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clustercalls.disk.lock import locked
from clustercalls.editing import journal
from clustercalls.editing.document import Address, Document, open_document
from clustercalls.editing.edits import amended, extended, together, without
from clustercalls.editing.journal import Record, splice
from clustercalls.editing.ops import Op
from clustercalls.editing.transaction import Transaction, free_id, transaction
from clustercalls.errors import InputRefused, UsageRefused, WorldFailed
from clustercalls.registry.layout import Layout
from clustercalls.registry.read import Text, toml

DAY = date(2027, 2, 3)
OWNED = Op(("owner",), "anna")
TWO = '[[call]]\nid = "one"\ntitle = "T"\n[[event]]\nid = "two"\ntitle = "T"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text(TWO)
    return path


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
    edit = together(its, [(where, OWNED) for where in every])
    assert parsed(edit.text) == edit.meant
    assert edit.text.count('owner = "anna"') == len(every) == len(edit.touched)


HEADING = Record("1", "2027-01-01T00:00:00Z", "set", (), "", ())


def test_an_edit_that_does_not_do_what_it_means_is_never_written(file: Path) -> None:
    opened = open_document(file)
    edit = amended(opened, opened.addresses()[0], [OWNED])
    lying = edit._replace(text=edit.text.replace("anna", "bob"))
    for force, dry_run in product((False, True), repeat=2):
        with (
            pytest.raises(InputRefused),
            transaction(opened, HEADING, force=force, dry_run=dry_run) as held,
        ):
            held.make(lying, ("one",), "said")
    assert file.read_text() == TWO
    assert journal.records() == []


@pytest.mark.parametrize("name", ["one", "ONE"])
def test_an_id_that_is_taken_is_refused_also_in_another_case(name: str, file: Path) -> None:
    with pytest.raises(UsageRefused), transaction(open_document(file), HEADING) as held:
        held.make(amended(held.document, held.document.addresses()[1], [Op(("id",), name)]), ("two",), "said")
    assert file.read_text() == TWO


def owns(held: Transaction) -> None:
    held.make(amended(held.document, held.document.addresses()[0], [OWNED]), ("one",), "said")


def test_the_file_is_held_and_exchanged_on_leaving(file: Path) -> None:
    with transaction(open_document(file), HEADING) as held:
        owns(held)
        with pytest.raises(WorldFailed), locked(file, 0.05):
            pass
        assert file.read_text() == TWO
    assert 'owner = "anna"' in file.read_text()
    (record,) = journal.records()
    assert (record.command, record.entries, record.said) == ("set", ("one",), "said")
    with locked(file, 0.05) as alone:
        assert alone


def test_a_file_that_changed_since_it_was_opened_is_read_again(file: Path) -> None:
    opened = open_document(file)
    with transaction(opened, HEADING) as held:
        assert held.document is opened
    file.write_text(TWO.replace('"T"', '"U"'))
    with transaction(opened, HEADING) as held:
        assert held.document.raw["call"][0]["title"] == "U"
        owns(held)
    assert file.read_text().count('"U"') == 2
    assert 'owner = "anna"' in file.read_text()


def test_who_fails_while_the_file_is_held_changes_nothing(file: Path) -> None:
    def fails() -> None:
        with transaction(open_document(file), HEADING) as held:
            owns(held)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fails()
    assert (file.read_text(), journal.records()) == (TWO, [])


def test_a_dry_run_holds_and_changes_nothing(file: Path) -> None:
    with transaction(open_document(file), HEADING, dry_run=True) as held, locked(file, 0.05):
        owns(held)
    assert '+owner = "anna"\n' in held.diff
    assert (file.read_text(), journal.records()) == (TWO, [])


def test_a_free_id_is_short_enough() -> None:
    assert free_id("one", []) == "one"
    assert free_id("one", ["one", "one-2"]) == "one-3"
    assert len(free_id("x" * 64, ["x" * 64])) <= 64


def test_a_line_of_a_text_is_not_a_comment_of_the_entry_below() -> None:
    its = document("[[call]]\nid = \"e0\"\ntitle='''\n[x]\n#'''\n[[call]]\nid = \"e1\"\ntitle=\"T\"\n")
    edit, taken = without(its, Address("call", 1, "e1"))
    assert parsed(edit.text) == edit.meant
    assert taken == '[[call]]\nid = "e1"\ntitle="T"\n'

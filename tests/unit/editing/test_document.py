"""A file opened for an edit: its bytes and its tables, and where the block of an entry stands."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.editing.document import Address, Document, as_document, open_document
from clustercalls.errors import InputRefused
from hand_written import HAND_WRITTEN

PATH = Path("calls.toml")


def document(text: str) -> Document:
    return as_document(PATH, text.encode())


def block(text: str, number: int = 0, kind: str = "call") -> str | None:
    """The block of the nth entry of a kind."""
    its = document(text)
    found = its.block(next(each for each in its.addresses() if each[:2] == (kind, number)))
    return its.text[found[0] : found[1]] if found else None


ONE, TWO = '[[call]]\nid = "one"\ntitle = "T"\n', '[[call]]\nid = "two"\ntitle = "T"\n'
STAGE = '[[call.stage]]\nkind = "deadline"\n'
LOOKS = f"[[call]]\nid = 'a'\ntitle = '''\n{TWO}'''\n"
BLOCKS: list[tuple[str, str, int, str | None]] = [
    ("alone", ONE, 0, ONE),
    ("the second", ONE + TWO, 1, TWO),
    ("with its stages", ONE + STAGE + TWO, 0, ONE + STAGE),
    ("up to another kind", f"{ONE}[[event]]\nid = 'e'\n", 0, ONE),
    ("up to a table", f"{ONE}[x-mine]\na = 1\n", 0, ONE),
    (
        "indented, with spaces in the header",
        f"  [[ call ]] # c\n{ONE[9:]}",
        0,
        f"  [[ call ]] # c\n{ONE[9:]}",
    ),
    ("a text that looks like a header", LOOKS + TWO, 1, TWO),
    ("that text itself", LOOKS + TWO, 0, LOOKS),
    ("no headers at all", "call = [{ id = 'one' }]\n", 0, None),
    ("a stage behind another entry's table", f"{ONE}[x-mine]\na = 1\n{STAGE}", 0, None),
]


@pytest.mark.parametrize(
    ("text", "number", "found"), [pytest.param(text, n, found, id=name) for name, text, n, found in BLOCKS]
)
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_a_block_is_where_it_alone_gives_the_entry(
    text: str, number: int, found: str | None, eol: str
) -> None:
    assert block(text.replace("\n", eol), number) == (found and found.replace("\n", eol))


def test_every_block_of_a_file_as_people_keep_it() -> None:
    its = document(HAND_WRITTEN)
    assert [(each.kind, each.number, each.id) for each in its.addresses()] == [
        ("call", 0, "innosup-1-2017"),
        ("call", 1, "small-grants"),
        ("event", 0, "conference"),
    ]
    for each in its.addresses():
        assert its.block(each) is not None
        assert its.table(each)["id"] == each.id


def test_what_has_no_id_has_no_address_and_a_broken_entry_has_one() -> None:
    its = document('call = "no list"\n[[event]]\n[[event]]\nid = 5\n[[event]]\nid = "e"\nstarts = "never"\n')
    assert its.addresses() == [Address("event", 2, "e")]


@pytest.mark.parametrize(
    ("text", "eol"),
    [("", "\n"), ("a = 1", "\n"), ("a = 1\nb = 2\r\n", "\n"), ("a = 1\r\nb = 2\n", "\r\n"), ("\n", "\n")],
)
def test_lines_end_as_the_first_one_does(text: str, eol: str) -> None:
    assert document(text).eol == eol


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_byte_order_mark_stays(mark: bytes) -> None:
    its = as_document(PATH, mark + b"schema = 1\n")
    assert its.text == "schema = 1\n"
    assert its.encoded("è") == mark + "è".encode()


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("", "Europe/Brussels"),
        ('[defaults]\nzone = "AoE"', "AoE"),
        ('[defaults]\nzone = ""', "Europe/Brussels"),
        ("[defaults]\nzone = 1", "Europe/Brussels"),
        ('[defaults]\nzone = "aoe"', "AoE"),
        ('[defaults]\nzone = "CET"', "Europe/Brussels"),
        ('[defaults]\nzone = "Europe/Brusels"', "Europe/Brussels"),
        ("defaults = 1", "Europe/Brussels"),
    ],
)
def test_the_zone_is_that_of_the_defaults(text: str, zone: str) -> None:
    assert document(text).zone == zone


def test_a_table_is_read_as_if_it_were_the_only_one_of_the_file() -> None:
    its = document('[defaults]\ncurrency = "EUR"\n' + ONE)
    table = its.raw["call"][0]
    found = its.read("call", table | {"budget": 5, "x-mine": 1})
    assert found.entry
    assert (found.entry.currency, found.errors) == ("EUR", [])
    broken = its.read("call", table | {"deadline": "never"})
    assert (broken.entry, [each.code for each in broken.errors]) == (None, ["bad-date"])
    assert its.read("call", table).problems == ()
    warned = its.read("call", table, warnings=True)
    assert ([each.code for each in warned.problems], warned.errors) == (["unsourced"], [])
    assert its.raw["call"] == [table]


def test_problems_of_the_rest_of_the_file_are_not_the_entrys() -> None:
    its = document('[defaults]\nzone = "Mars"\n' + ONE)
    assert its.read("call", its.raw["call"][0]).problems == ()


def test_a_changed_text_is_still_that_of_the_file_that_was_read() -> None:
    its = document(ONE)
    new = its.with_text(TWO, {"call": []})
    assert (new.text, new.raw, new.data, new.path) == (TWO, {"call": []}, its.data, PATH)


def test_without_its_tables_it_is_the_file_still(registry: Callable[[str], Path]) -> None:
    whole = open_document(registry('[[call]]\nid = "a"\n'))
    bare = whole.untabled()
    assert (bare.path, bare.data, bare.text) == (whole.path, whole.data, whole.text)
    assert whole.raw
    assert not bare.raw


def test_a_file_is_opened_whole_or_refused(registry: Callable[[str], Path], tmp_path: Path) -> None:
    assert open_document(registry(ONE)).text == ONE
    for path, code in ((registry("title = T"), "broken-toml"), (tmp_path / "none", "no-registry")):
        with pytest.raises(InputRefused) as refused:
            open_document(path)
        assert refused.value.problem.code == code

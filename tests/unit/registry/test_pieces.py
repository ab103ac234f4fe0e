"""A file read piece by piece gives what the whole gives: entries, problems with their lines, ids in use."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clustercalls.errors import InputRefused
from clustercalls.registry import pieces, read
from clustercalls.registry.entries import Taken

REGISTRIES = Path(__file__).parents[2] / "registry"
FILES = sorted(REGISTRIES.glob("**/*.toml"))

EVENT = '[[event]]\nid = "e{n}"\ntitle = "E"\ndates = 2017-01-{n:02}\n'
CALL = (
    '[[call]]\nid = "c{n}"\ntitle = "C"\n'
    '[[call.stage]]\nid = "s"\nkind = "deadline"\nwhen = 2017-04-{n:02}T17:00:00\n'
)
HEADS = (
    "", "\n", "# only a comment\n", "schema = 1\n", "schema = 2\n", "call = []\n", "event.id = 'e'\n",
    "odd = 1\n",
    '[defaults]\nzone = "Europe/Rome"\ncurrency = "EUR"\nx-own = 1\n', '[defaults]\nzone = "Nowhere"\n',
    "[x-own]\na = 1\n", "[call]\n", '[[ call ]]\nid = "first"\ntitle = "F"\n', "schema = \n", "nan = nan\n",
)  # fmt: skip
BLOCKS = (
    EVENT, CALL, EVENT, CALL, EVENT.replace("\n", "\r\n"), CALL.replace("\n", "\r\n"),
    EVENT + "\n\n# [[call]]\n",
    '[[programme]]\nid = "p{n}"\ntitle = "P"\n', EVENT.replace("e{n}", "same"), CALL.replace("c{n}", "same"),
    CALL + "x-own = 'mine'\n", CALL + "[call.x-own]\na = 1\n", '"\\u0078-own" = 1\n',
    "x-a.b = {{ x-c = 1 }}\n",
    CALL.replace("title", "tilte"), EVENT.replace("2017", "'soon'"), EVENT.replace('id = "e{n}"\n', ""),
    "[[call.stage]]\nid = 'again'\nwhen = 2018\n", "[call.source]\ntitle = 'S'\n",
    "[event.source]\ntitle = 'S'\n",
    "[defaults]\nzone = 'AoE'\n", "[x-own]\nb = 2\n", "[call]\n", "[[odd]]\n", "[[calls]]\n", "[['call']]\n",
    " [[call]]\nid = 'i{n}'\ntitle = 'I'\n", "[[call ]]\n", '[["call"]]\nid = "q{n}"\ntitle = "Q"\n',
    'summary = """\n[[call]]\n"""\n', "summary = '''\n[[event]]\n'''\n", "note = 'it is '' not'\n",
    "tags = [\n[[call]]\n]\n",
    "tags = [\n'a',\n\n'b']\n", "[[call]] # with a comment\nid = 'k{n}'\ntitle = 'K'\n", "[[call]] garbage\n",
    "= 1\n", "[[call",
    "budget = {digits}\n", "tags = {brackets}\n", "budget = nan\n", "\ufeff", "\r", "id = 'twice'\n", "\x00",
)  # fmt: skip


def said(read_it: Callable[[], read.Parsed], taken: Taken) -> Any:  # noqa: ANN401 - to be compared only
    try:
        parsed = read_it()
    except InputRefused as refusal:
        return refusal.problem
    return parsed, {name: (file, kind, index) for name, (file, _, kind, index) in taken.items()}


def same(content: str, piece: int, name: str = "") -> None:
    found = []
    for warnings in (False, True):
        for size in (piece, len(content)):
            taken: Taken = {}
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(pieces, "PIECE", size)
                found.append(
                    said(lambda w=warnings, t=taken: read.parse(content, "f", t, warnings=w), taken)  # type: ignore[misc]  # bound now
                )
    assert repr(found[0]) == repr(found[1]), name
    assert repr(found[2]) == repr(found[3]), name


@given(st.sampled_from(HEADS), st.lists(st.sampled_from(BLOCKS), max_size=8), st.integers(0, 150))
@example("", ['[[programme]]\nid = "p{n}"\ntitle = "P"\n'], 0)
@example("[x-own]\na = 1\n", ['[[programme]]\nid = "p{n}"\ntitle = "P"\n'], 0)
def test_whatever_stands_in_a_file(head: str, blocks: list[str], piece: int) -> None:
    filled = [
        each.format(n=number, digits="1" * 5000, brackets="[" * 3000) for number, each in enumerate(blocks, 1)
    ]
    same(head + "".join(filled), piece)


def registries() -> dict[str, str]:
    """What stands in each file of the tests, by its path; not of those refused before they are parsed."""
    every = {}
    for path in FILES:
        with suppress(UnicodeDecodeError):
            every[str(path.relative_to(REGISTRIES))] = path.read_bytes().decode("utf-8-sig")
    assert len(every) > 100
    return every


@pytest.mark.parametrize("piece", [0, 200])
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_every_registry_of_the_tests(ending: str, piece: int) -> None:
    for name, content in registries().items():
        same(content.replace("\r\n", "\n").replace("\n", ending), piece, name)


def pieced(content: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any] | None:
    monkeypatch.setattr(pieces, "PIECE", 0)
    return pieces.in_pieces(content)


def test_sound_entries_are_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    content = "schema = 1\n" + "".join((CALL + EVENT).format(n=n) for n in range(1, 20))
    document = pieced(content, monkeypatch)
    assert document is not None
    assert document.keys() == {"schema", "call", "event"}
    assert [each.id for each in document["call"]] == [f"c{n}" for n in range(1, 20)]


def test_a_file_that_begins_with_an_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    document = pieced(EVENT.format(n=1) + EVENT.format(n=2), monkeypatch)
    assert document is not None
    assert len(document["event"]) == 2


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_where_a_text_might_be_cut_it_is_read_whole(quotes: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pieced(EVENT.format(n=1) + f"summary = {quotes}A{quotes}\n", monkeypatch) is None


def test_own_keys_are_no_reason_to_read_it_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    document = pieced("[x-own]\na = 1\n" + EVENT.format(n=1) + "x-own = 1\n" + EVENT.format(n=2), monkeypatch)
    assert document is not None
    assert document.keys() == {"event"}


@pytest.mark.parametrize(
    ("head", "later"),
    [("[x-own]\na = 1\n", "[x-own]\na = 1\n"), ("call = []\n", CALL),
     ("", "[[odd]]\nid = 'o'\ntitle = 'O'\n"), ("[defaults]\n", "[defaults]\n"),
     ("", "[call.source]\ntitle = 'S'\n")],
)  # fmt: skip
def test_what_only_the_whole_can_judge(head: str, later: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = head + (EVENT * 2 + later).format(n=1)
    assert pieced(content, monkeypatch) is None
    assert pieces.pieces_of(content) is None
    same(content, 0)


def test_a_short_file_is_read_whole() -> None:
    assert pieces.in_pieces(EVENT.format(n=1)) is None


FILLED = [block.format(n=number, digits="9", brackets="[]") for number, block in enumerate(BLOCKS, 1)]
SOME = st.lists(st.sampled_from(FILLED), max_size=5).map("".join)


def tables(content: str) -> dict[str, Any] | None:
    try:
        return pieces.loads(content)
    except (ValueError, RecursionError):
        return None


@given(st.sampled_from(HEADS), SOME, SOME, SOME, SOME, st.integers(0, 150))
def test_a_changed_text_is_what_it_is_whole(
    head: str, above: str, old: str, new: str, below: str, piece: int
) -> None:
    before, after = head + above + old + below, head + above + new + below
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "PIECE", piece)
        known = pieces.pieces_of(before) or ()
        for each in (pieces.pieces_of(after), pieces.pieces_of(after, before, known)):
            assert each is None or repr(pieces.joined(each)) == repr(tables(after))


@pytest.mark.parametrize(
    ("old", "new", "read"),
    [
        (2, [CALL.format(n=2) + "note = 'A'\n"], 1),  # changed
        (2, [], 0),  # taken out
        (2, [CALL.format(n=2) + "\n", EVENT.format(n=9)], 2),  # one more
        (1, [" " + CALL.format(n=1)], None),  # a header that is not seen at once
        (0, ["# Ours\nschema = 1\n"], 1),
        (3, [CALL.format(n=3), "\n", EVENT.format(n=9)], 2),  # appended
    ],
)
def test_only_what_changed_is_read_again(
    old: int, new: list[str], read: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = ["schema = 1\n", *(CALL.format(n=number) for number in (1, 2, 3))]
    before, after = "".join(blocks), "".join([*blocks[:old], *new, *blocks[old + 1 :]])
    monkeypatch.setattr(pieces, "PIECE", 0)
    known = pieces.pieces_of(before)
    assert known is not None
    assert len(known) == len(blocks)
    found = pieces.pieces_of(after, before, known)
    if read is None:
        assert found is None
        return
    assert found is not None
    assert pieces.joined(found) == pieces.loads(after)
    was = [id(each.tables) for each in known]
    assert sum(id(each.tables) not in was for each in found) == read
    assert "".join(after[each.begin : each.end] for each in found) == after

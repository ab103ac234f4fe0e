"""Values, lines and blocks as TOML writes them."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from clustercalls.registry import notation

VALUES: list[tuple[Any, str]] = [
    (True, "true"), (False, "false"),
    (9_999, "9999"), (10_000, "10_000"), (18_500_000, "18_500_000"), (-10_000, "-10_000"), (62.5, "62.5"),
    (date(2027, 1, 2), "2027-01-02"), (time(17, 0), "17:00:00"), (datetime(2027, 1, 2, 17, 0, tzinfo=UTC),
    "2027-01-02T17:00:00+00:00"),
    ("è €", '"è €"'), ('say "x"', r'"say \"x\""'), ("C:\\x", r'"C:\\x"'), ("a\nb", r'"a\nb"'),
    # what could turn a line round or steer a terminal
    ("a\u202eb", r'"a\u202eb"'), ("\u009b", r'"\u009b"'),
    ([], "[]"), (["a", 1], '["a", 1]'), (("a",), '["a"]'),
    ({"rate": 75, "for": "SMEs"}, '{ rate = 75, for = "SMEs" }'), ({"a b": [{"c": 1}]},
    '{ "a b" = [{ c = 1 }] }'),
]  # fmt: skip


@pytest.mark.parametrize(("value", "text"), VALUES)
def test_a_value_is_written_on_one_line_and_read_back(value: Any, text: str) -> None:  # noqa: ANN401 - TOML
    assert notation.value(value) == text
    read = tomli.loads(f"x = {text}")["x"]
    assert read == (list(value) if isinstance(value, tuple) else value)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_and_key_is_read_back_and_keeps_to_its_line(text: str) -> None:
    (line,) = notation.lines({text: text})
    assert "\n" not in line
    assert tomli.loads(line) == {text: text}


@pytest.mark.parametrize(
    ("name", "key"), [("info_day", "info_day"), ("a b", '"a b"'), ("", '""'), ("è", '"è"')]
)
def test_a_key_has_quotes_where_it_needs_them(name: str, key: str) -> None:
    assert notation.key(name) == key


def test_a_block_has_its_own_keys_first_and_a_table_for_each_stage_and_row() -> None:
    table = {
        "id": "one",
        "stage": [{"kind": "deadline"}, {"kind": "interview"}],
        "history": [{"stage": "deadline", "was": date(2027, 1, 2)}],
        "title": "T",
    }
    block = notation.block("call", table)
    assert block == (
        '[[call]]\nid = "one"\ntitle = "T"\n'
        '\n[[call.stage]]\nkind = "deadline"\n'
        '\n[[call.stage]]\nkind = "interview"\n'
        '\n[[call.history]]\nstage = "deadline"\nwas = 2027-01-02\n'
    )
    assert tomli.loads(block) == {"call": [table]}


@pytest.mark.parametrize(
    ("of", "keys", "order"),
    [
        ("", ["x-mine", "note", "title", "deadline", "id"], ["id", "title", "deadline", "note", "x-mine"]),
        ("stage", ["when", "x-mine", "kind", "id"], ["id", "kind", "when", "x-mine"]),
        ("history", ["why", "was", "stage"], ["stage", "was", "why"]),
    ],
)
def test_keys_stand_as_in_files_and_those_of_ones_own_last(
    of: str, keys: list[str], order: list[str]
) -> None:
    assert list(notation.in_order(dict.fromkeys(keys, 1), of)) == order


def test_a_marked_block_shares_no_line_with_another_and_says_the_same() -> None:
    table = {"id": "one", "title": "# a", "tags": ["x"], "stage": [{"kind": "deadline"}, {"kind": "opens"}]}
    text = notation.block("call", table, marked=True)
    assert tomli.loads(text) == {"call": [table]} == tomli.loads(notation.block("call", table))
    assert all(line.endswith("  # one") for line in text.splitlines() if line)

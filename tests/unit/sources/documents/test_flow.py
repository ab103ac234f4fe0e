"""Blocks, lists and tables, laid out in a row."""

from collections.abc import Callable

import pytest

from clustercalls.limits import TABLES_DEEP
from clustercalls.passages import PassageKind
from clustercalls.sources.documents.flow import Flow


def said(flow: Flow) -> list[str]:
    flow.end_all()
    return [f"{each.kind.value[0]} {each.text}" for each in flow.gathered.passages]


def cells(flow: Flow, *texts: str) -> None:
    flow.begin_row()
    for text in texts:
        flow.begin_cell()
        flow.say(text)


def test_an_empty_block_stays_what_it_is_to_be() -> None:
    flow = Flow()
    flow.begin(PassageKind.ITEM)
    flow.end()
    flow.say("a")
    flow.end()
    flow.say("b")
    assert said(flow) == ["i a", "t b"]


def test_rows_that_nobody_ends_end() -> None:
    flow = Flow()
    flow.begin_table()
    cells(flow, "a", "b")
    cells(flow, "c", "", "d")
    flow.end_table()
    flow.say("e")
    assert said(flow) == ["r a | b", "r c |  | d", "t e"]


def test_a_row_of_one_value_is_a_text() -> None:
    flow = Flow()
    cells(flow, "", "a")
    assert said(flow) == ["t a"]


def test_a_table_within_a_row_makes_it_one_that_lays_out() -> None:
    flow = Flow()
    flow.begin_table()
    cells(flow, "a", "b")
    flow.begin_table()
    cells(flow, "c", "d")
    flow.end_table()
    flow.say("e")
    flow.begin_cell()
    flow.say("f")
    assert said(flow) == ["t a", "t b", "r c | d", "t e", "t f"]


def of_blocks(flow: Flow) -> None:
    for at in range(4):
        flow.say(f"a{at}")
        flow.end()


def of_letters(flow: Flow) -> None:
    flow.say("a" * 2_001)


def of_a_heading(flow: Flow) -> None:
    flow.begin(PassageKind.HEADING, 1)
    flow.say("a")
    flow.end()
    flow.say("b")


@pytest.mark.parametrize("column", [of_blocks, of_letters, of_a_heading])
def test_a_cell_that_is_a_column_of_a_page_is_none_of_values(column: Callable[[Flow], None]) -> None:
    flow = Flow()
    cells(flow, "x", "")
    column(flow)
    assert "r" not in {each[0] for each in said(flow)}


def test_a_broken_line_is_two_of_a_paragraph_and_one_of_a_cell() -> None:
    flow = Flow()
    flow.say("a")
    flow.end_line()
    flow.say("b")
    flow.begin(PassageKind.HEADING, 1)
    flow.say("c")
    assert flow.is_in_heading
    flow.end_line()
    flow.say("d")
    cells(flow, "e", "f")
    assert flow.is_in_row
    flow.end_line()
    flow.say("g")
    assert said(flow) == ["t a", "t b", "h c d", "r e | f g"]


def test_tables_in_each_other_without_end_are_read() -> None:
    flow = Flow()
    for _ in range(TABLES_DEEP * 2):
        flow.begin_table()
        cells(flow, "a", "b")
    for _ in range(TABLES_DEEP * 3):
        flow.end_table()
    assert len(said(flow)) > TABLES_DEEP

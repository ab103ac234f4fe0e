"""Aligned columns; what stands in them is tried in `test_columns.py`, other formats in `test_text.py`."""

from builders import at, entry, registry_of, stage
from clustercalls.i18n import ENGLISH
from clustercalls.query.select import upcoming
from clustercalls.query.wanted import Query
from clustercalls.render.columns import MILESTONES, View
from clustercalls.render.plain import TABLE_ROWS, plain, table_or_plain
from clustercalls.render.table import table

NOW = at("2017-03-01T12:00")


def test_nothing_for_no_rows() -> None:
    assert list(plain((), MILESTONES, View(ENGLISH))) == []


def test_a_column_is_as_wide_as_its_widest_cell_and_an_empty_one_is_left_out() -> None:
    its = [
        entry(stage("2017-04-04"), name="one", title="日本語", programme="LIFE"),
        entry(stage("2017-04-05"), name="two", title="e\u0301e", programme=""),
    ]
    rows = upcoming(registry_of(*its), Query(), NOW)
    view = View(ENGLISH, "", ("what", "owner", "programme", "id"), header=False)
    assert list(plain(rows, MILESTONES, view)) == [
        "日本語 · deadline  LIFE  one\n",
        "e\u0301e · deadline            two\n",
    ]
    assert list(plain(rows, MILESTONES, View(ENGLISH, "", ("owner",), header=False))) == ["\n", "\n"]


def test_a_terminal_is_given_a_table_up_to_as_many_rows_as_anybody_reads() -> None:
    rows = upcoming(registry_of(entry(stage("2017-04-04"), name="one")), Query(), NOW)
    view = View(ENGLISH)
    few, many = (rows * (TABLE_ROWS + extra) for extra in (0, 1))
    assert list(table_or_plain(few, MILESTONES, view, 80, ["one"], color=False)) == [
        table(few, MILESTONES, view.naming({"one": "o"}), 80, color=False)
    ]
    assert list(table_or_plain(many, MILESTONES, view, 80, ["one"], color=False)) == list(
        plain(many, MILESTONES, view)
    )


def test_a_table_without_ids_to_tell_apart_shows_no_part() -> None:
    rows = upcoming(registry_of(entry(stage("2017-04-04"), name="one")), Query(), NOW)
    view = View(ENGLISH)
    assert list(table_or_plain(rows, MILESTONES, view, 80, (), color=False)) == [
        table(rows, MILESTONES, view, 80, color=False)
    ]

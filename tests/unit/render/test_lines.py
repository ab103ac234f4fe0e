"""Lines of a terminal, with rich as the oracle: what is broken, cut, filled and coloured is what it draws."""

import re
from io import StringIO

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text

from clustercalls.render.lines import GAP, beside, narrowed, painted, wrapped
from clustercalls.render.safe import safe_text
from clustercalls.render.width import ONE_COLUMN, one_each

STYLES = {"": "", "1": "bold", "2": "dim", "31": "red", "33": "yellow", "36": "cyan", "1;31": "bold red"}

WORDS = st.sampled_from(
    ["a", "word", "longer-word", "x" * 70, " ", "  ", "\n  ", "é", "–", "…", "日本語", "한", "e\u0301",
     "\u0301", "\u200d", "👩\u200d👩\u200d👧", "❤\ufe0f", "🇮🇹", "\u00ad", "\u3000", "\u00a0", "[b]x",
     ":smile:"]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(WORDS, max_size=12).map("".join),
    st.text(max_size=40).map(safe_text),
)
WIDE = st.integers(1, 200)


def rich_console(wide: int) -> Console:
    return Console(
        file=StringIO(), width=wide, force_terminal=True, color_system="standard", no_color=False,
        highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip


def printed(console: Console) -> list[str]:
    assert isinstance(console.file, StringIO)
    return [line.rstrip() for line in console.file.getvalue().removesuffix("\n").split("\n")]


@given(TEXTS, WIDE, st.sampled_from(sorted(STYLES)))
def test_a_text_is_broken_and_coloured_as_rich_does(text: str, wide: int, code: str) -> None:
    console = rich_console(wide)
    try:
        console.print(Text(text, style=STYLES[code]))
    except (IndexError, ZeroDivisionError):  # rich itself fails of letters behind joiners that begin a text
        assert all(cell_len(line) <= wide for line in wrapped(text, wide))
        return
    assert [painted(line, code).rstrip() for line in wrapped(text, wide)] == printed(console)


@given(
    st.lists(st.tuples(TEXTS, st.integers(1, 60), st.sampled_from(sorted(STYLES))), min_size=1, max_size=9),
    WIDE,
)
def test_cells_stand_side_by_side_as_rich_puts_them(columns: list[tuple[str, int, str]], wide: int) -> None:
    cells, widths, codes = zip(*columns, strict=True)
    # Rich counts a word with a joiner before its first sign in one way, and cuts it in another.
    assume(not any(re.search(r"(?:^|\s)\u200d", cell) for cell in cells))
    grid = Table.grid(padding=(0, GAP, 0, 0))
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    grid.add_row(*(Text(cell, style=STYLES[code]) for cell, code in zip(cells, codes, strict=True)))
    console = rich_console(wide)
    found = list(beside(cells, narrowed(widths, wide), codes, wide))
    try:
        console.print(grid)
    except (IndexError, ZeroDivisionError):
        return
    assert [line.rstrip() for line in found] == printed(console)


@pytest.mark.parametrize(
    ("text", "wide", "shown"),
    [
        ("\u200d\u200d日", 1, ["\u200d\u200d "]),
        ("\u200d\u200d本a\ufe0fa\u0301", 3, ["\u200d\u200d本a\ufe0f"]),
    ],
)
def test_letters_behind_joiners_are_cut_where_rich_fails_of_them(
    text: str, wide: int, shown: list[str]
) -> None:
    with pytest.raises((IndexError, ZeroDivisionError)):
        set_cell_size(text, wide)
    assert list(beside([text], [wide], [""], wide))[: len(shown)] == shown


def test_columns_get_narrower_alike_where_there_is_no_room() -> None:
    assert narrowed([10, 20, 5], 39) == [12, 22, 5]
    assert narrowed([10, 20, 5], 30) == [9, 19, 2]


def test_a_cell_without_room_is_not_drawn() -> None:
    assert list(beside(["abc", "def"], [2, 3], ["", ""], 5)) == ["  def"]


def test_what_no_terminal_has_room_for_is_cut_off() -> None:
    assert list(beside(["abcd", "efgh"], [6, 4], ["", "31"], 8)) == ["abcd  \x1b[31mef\x1b[0m"]


def test_nothing_is_not_coloured() -> None:
    assert painted("", "31") == ""


@pytest.mark.parametrize("text", ["plain", "é", "€ – … ™"])
def test_characters_of_one_column_need_no_table(text: str) -> None:
    assert one_each(text)


@pytest.mark.parametrize("text", ["日", "e\u0301", "👩", "\u200d"])
def test_other_characters_do(text: str) -> None:
    assert not one_each(text)


def test_rich_gives_one_column_to_each_character_of_the_repertoire() -> None:
    from rich.cells import cell_len

    repertoire = bytes(range(256)).decode(ONE_COLUMN, "ignore")
    assert all(cell_len(each) == 1 for each in repertoire if each == safe_text(each))

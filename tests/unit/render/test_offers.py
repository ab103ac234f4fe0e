"""What `find` shows of an offer: where the words stand, unless the title shows them."""

import io
import json
from typing import Any

import openpyxl
import pytest
from msgspec.structs import astuple

from builders import at, entry, stage
from clustercalls.i18n import language
from clustercalls.query.select import entry_row
from clustercalls.render import text
from clustercalls.render.columns import View
from clustercalls.render.offers import OFFERS, OfferRow, Pieces
from clustercalls.render.plain import plain
from clustercalls.render.table import table
from clustercalls.render.width import width
from clustercalls.render.workbook import workbook

VIEW = View(language("en"))
LONG: Pieces = (
    ("…before " + "word " * 12, False),
    ("Clusters", True),
    (" and " + "more " * 12, False),
    ("SMEs", True),
)
MANY = (LONG, (("The ", False), ("clusters", True), (" of it", False)))


def row(*places: Pieces, title: str = "Open call", **its: Any) -> OfferRow:  # noqa: ANN401 - any field
    made = entry(stage("2017-04-07"), name="eu:1", title=title)
    about = {"source": "eu", "ident": "I-1", "first_seen": "2017-04-01", "changed": None, "gone": None, **its}
    return OfferRow(*astuple(entry_row(made, at("2017-04-05"))), found=places, **about)


def drawn(shown: OfferRow, wide: int = 80, *, color: bool = False, view: View = VIEW) -> list[str]:
    return table([shown], OFFERS, view, wide, color=color).splitlines()


def test_a_line_below_the_row_says_where_the_words_stand() -> None:
    assert drawn(row(MANY[1]), 100)[1:] == [
        "eu:1  Open call  deadline   Fri 7 Apr 2017  in 2 days  closing",
        "  The clusters of it",
    ]
    assert len(drawn(row(*MANY), 100)) == 4


def test_a_word_that_the_title_shows_is_not_said_again() -> None:
    shown = row((("The ", False), ("Clusters", True)), title="For CLUSTERS")
    assert len(drawn(shown)) == 2
    assert "The" not in "".join(plain([shown], OFFERS, VIEW))
    assert len(drawn(row((("Clusters", True), (" of ", False), ("SMEs", True)), title="For clusters"))) == 3


@pytest.mark.parametrize("wide", [20, 40, 60, 80, 140])
@pytest.mark.parametrize("place", [
    LONG, (("無人機" * 10, False), ("群", True), ("集" * 30, False)), (("x" * 200, True), ("y", False)),
    (("e\u0301" * 90, False), ("z", True)),
])  # fmt: skip
def test_the_line_fits_and_shows_the_first_word(wide: int, place: Pieces) -> None:
    *_, line = drawn(row(place), wide)
    assert width(line) <= wide
    first = next(piece for piece, is_word in place if is_word)
    assert first[:5] in line


def test_the_line_begins_with_a_whole_word() -> None:
    for wide in range(30, 80):
        assert drawn(row(LONG), wide)[-1].split()[0] in {"…word", "…Clusters", "…before"}


def test_on_a_terminal_the_words_are_bold_and_the_rest_is_dim() -> None:
    *_, line = drawn(row(MANY[1]), color=True)
    assert line == "  \x1b[2mThe \x1b[0m\x1b[1mclusters\x1b[0m\x1b[2m of it\x1b[0m"
    *_, line = drawn(row(LONG), 60, color=True)
    assert "\x1b[1mClusters\x1b[0m" in line


def test_nothing_harmful_reaches_a_terminal() -> None:
    hostile = row((("a\x1b[31m\u202e ", False), ("cl\x07uster", True)))
    for shown in (*drawn(hostile, color=False), *plain([hostile], OFFERS, VIEW)):
        assert shown.rstrip("\n").isprintable()


def test_in_columns_it_is_the_last_and_is_there_when_asked_for() -> None:
    head, line = "".join(plain([row(*MANY)], OFFERS, VIEW)).splitlines()
    assert head.endswith("Found")
    assert line.endswith("SMEs · The clusters of it")
    assert "Found" not in "".join(plain([row()], OFFERS, VIEW))
    asked = View(language("en"), columns=("id", "found"))
    shown = row((("Open", True), (" call", False)))
    assert "".join(plain([shown], OFFERS, asked)).splitlines()[1] == "eu:1  Open call"
    assert drawn(shown, view=asked)[1:] == ["eu:1  Open call"]


def read(shown: OfferRow) -> dict[str, Any]:
    pieces = text.json([shown], OFFERS, VIEW)
    (said,) = json.loads(b"".join(each if isinstance(each, bytes) else each.encode() for each in pieces))
    return dict(said)


def test_machines_get_what_the_catalogue_knows() -> None:
    said = read(row(*MANY, gone="2017-04-03"))
    assert said["title"] == "Open call"
    assert {name: said[name] for name in ("source", "key", "ident", "first_seen", "changed", "gone")} == {
        "source": "eu", "key": "eu:1", "ident": "I-1", "first_seen": "2017-04-01", "changed": None,
        "gone": "2017-04-03",
    }  # fmt: skip
    assert said["found"].endswith("SMEs · The clusters of it")
    said = read(row(ident=""))
    assert (said["found"], said["ident"]) == (None, None)


def test_in_a_workbook() -> None:
    asked = View(language("en"), columns=("id", "found", "what", "first_seen"))
    sheet = openpyxl.load_workbook(io.BytesIO(workbook([row(MANY[1])], OFFERS, asked))).active
    assert [*sheet.values][1] == ("eu:1", "The clusters of it", "Open call", "2017-04-01")
    assert sheet.title == "On offer"

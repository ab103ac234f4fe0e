"""The timeline on a terminal: where signs stand, what gives way, what a stream without blocks is shown."""

from itertools import pairwise

import pytest

from builders import at, entry, moved, registry_of, stage
from clustercalls.i18n import ENGLISH, language
from clustercalls.model import Entry, Status
from clustercalls.query import select
from clustercalls.query.wanted import Query
from clustercalls.render.bars import Chart, chart
from clustercalls.render.columns import View
from clustercalls.render.timeline_text import ASCII, BLOCKS, picture, signs_for
from clustercalls.render.width import width

TODAY = at("2027-03-15")
CALL = entry(
    stage("2027-04-01", "opens"), stage("2027-06-30"), stage("2027-09/2027-10", "decision"), title="Soil",
    history=(moved("deadline", "2027-05-31", "2027-03-10"),),
)  # fmt: skip


def chart_of(*calls: Entry) -> Chart:
    return chart(select.upcoming(registry_of(*calls), Query(), TODAY, standing_too=True), TODAY)


def shown(*calls: Entry, wide: int = 80, lang: str = "en", **options: bool) -> list[str]:
    view = View(language(lang), header=options.pop("header", True))
    text = picture(chart_of(*calls), view, wide, BLOCKS, color=options.pop("color", False))
    return text.split("\n")


def test_a_line_is_a_title_its_bars_and_the_next_date() -> None:
    assert shown(CALL) == [
        "                                2027                          2028",
        "                                M  A  M  J  J  A  S  O  N  D  J  F",
        "Soil                             │ •████◇██◆      ░▒▓▓▒░              1 Apr 2027",
        "",
        "█ one can apply   ░▒▓ some day between   ◆ deadline   • another date",
        "◇ date before it moved   │ today",
        "",
    ]


@pytest.mark.parametrize("wide", [12, 30, 49, 50, 60, 69, 70, 80, 140, 300])
@pytest.mark.parametrize("lang", ["en", "it"])
def test_no_line_is_wider_than_there_is_room(wide: int, lang: str) -> None:
    far = entry(stage("2029-01-01"), name="far", title="日本語のとても長い題名がここに入ります" * 3)
    lines = shown(CALL, far, entry(status=Status.OPEN, source="2027-03-01", name="b"), wide=wide, lang=lang)
    assert [each for each in lines if width(each) > wide] == []


@pytest.mark.parametrize(("wide", "months"), [(60, 3), (80, 3), (100, 4), (140, 5)])
def test_months_stand_where_their_bars_begin(wide: int, months: int) -> None:
    calls = [
        entry(stage(f"2027-{month:02}-01", "decision"), name=f"c{month}", title="T") for month in range(4, 13)
    ]
    lines = shown(*calls, wide=wide, lang="it")
    starts = [each.index("○") for each in lines if each.startswith("T")]
    assert [b - a for a, b in pairwise(starts)] == [months] * 8
    assert lines[1][starts[0]].casefold() == "a"
    assert lines[1][starts[-1]].casefold() == "d"


def test_a_stretch_covers_its_months_to_the_last_day() -> None:
    lines = shown(entry(stage("2027-04/2027-05", "published"), title="T"), wide=80)
    line = next(each for each in lines if each.startswith("T"))
    assert line.count("░") + line.count("▒") + line.count("▓") == 6
    assert lines[1].index("A") == line.index("░")
    assert line.index("░") < line.index("▒") < line.index("▓")  # it may open


def test_what_may_close_fades_the_other_way() -> None:
    line = next(each for each in shown(entry(stage("2027-04/2027-05"), title="T")) if each.startswith("T"))
    assert line.index("▓") < line.index("▒") < line.index("░")


def test_what_goes_on_beyond_the_year_says_so() -> None:
    lines = shown(entry(stage("2029-01-01"), title="T"))
    line = next(each for each in lines if each.startswith("T"))
    assert "█›" in line
    assert "› goes on" in "\n".join(lines)
    assert "2029" in "\n".join(lines[4:])  # and below, in words


def test_today_is_a_line_through_bars_but_hides_no_single_sign() -> None:
    bars = next(
        each
        for each in shown(entry(stage("2027-02-01", "opens"), stage("2027-05-05"), title="T"))
        if "◆" in each
    )
    assert "█│███" in bars
    assert "│" not in next(
        each for each in shown(entry(stage("2027-03-15"), title="T")) if each.startswith("T")
    )


def test_a_long_title_is_cut_between_words() -> None:
    lines = shown(entry(stage("2027-04-01"), title="Grants for the soil of Europe and all who till it"))
    assert lines[2].startswith("Grants for the soil of Europe… ")


def test_the_legend_tells_what_is_drawn_alone_and_breaks_no_item() -> None:
    text = "\n".join(shown(entry(stage("2027-04-01", "decision"), title="T"), wide=30))
    assert "○ decision" in text
    assert "deadline" not in text
    assert "◇ date before it moved" in shown(CALL, wide=30)


def test_what_has_no_date_is_listed_below() -> None:
    text = "\n".join(shown(CALL, entry(stage("", "published"), title="Vague", name="v")))
    assert text.index("Soil") < text.index("Not announced") < text.index("Vague")


def test_only_what_has_no_date_leaves_the_list_alone() -> None:
    lines = shown(entry(stage("", "published"), title="Vague", name="v"))
    assert "Not announced" in lines
    assert not any("│" in each for each in lines)


def test_nothing_is_shown_of_nothing() -> None:
    assert shown() == [""]


def test_colours_are_codes_around_runs() -> None:
    text = "\n".join(shown(CALL, color=True))
    assert "\x1b[1;31m◆\x1b[0m" in text
    assert "\x1b" not in "\n".join(shown(CALL))


def test_without_headings_the_months_are_left_out() -> None:
    assert shown(CALL, header=False)[0].startswith("Soil")


def test_a_hostile_title_does_nothing_to_a_terminal() -> None:
    text = "\n".join(shown(entry(stage("2027-04-01"), title="a\x1b[2Jb\u202ec")))
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize(
    ("encoding", "signs"),
    [("utf-8", BLOCKS), ("ascii", ASCII), ("latin-1", ASCII), ("cp1252", ASCII), ("no such thing", ASCII)],
)
def test_a_stream_gets_signs_that_it_can_show(encoding: str, signs: object) -> None:
    assert signs_for(encoding) is signs


def test_ascii_is_ascii() -> None:
    text = picture(chart_of(CALL), View(ENGLISH), 80, ASCII, color=False)
    assert text.isascii()
    assert "====" in text


@pytest.mark.parametrize(
    ("today", "years"),
    [("2027-01-15", "2027"), ("2027-02-15", "2027"), ("2027-11-15", "2027  2028"), ("2027-12-15", "   2028")],
)
def test_a_year_stands_where_it_has_room(today: str, years: str) -> None:
    moment = at(today)
    rows = select.upcoming(registry_of(entry(stage("2028-01-01"))), Query(), moment)
    heading = picture(chart(rows, moment), View(ENGLISH), 80, BLOCKS, color=False).split("\n")[0]
    assert heading[32:] == years

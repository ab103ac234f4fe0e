"""The table at several widths: what gives way and in which order, what never does, and how it is grouped."""

import re
from itertools import pairwise

import pytest
from msgspec.structs import replace

from builders import at, entry, registry_of, stage
from clustercalls.i18n import language
from clustercalls.model import Entry
from clustercalls.query import select
from clustercalls.query.select import Row
from clustercalls.query.wanted import Query
from clustercalls.render.columns import ENTRIES, MILESTONES, View
from clustercalls.render.table import table
from clustercalls.render.width import width

VIEW = View(language("en"))
NOW = at("2017-04-05")  # a Wednesday

CALL = entry(
    stage("2017-04-07", name="first"), name="innosup", title="Cluster facilitated projects for value chains",
    programme="H2020", budget=18_500_000, currency="EUR", owner="Ada",
)  # fmt: skip

GROUPS = [
    # when, until, heading
    ("2017-04-05", "", "Today"),
    ("2017-04-01", "2017-04-06", "Today"),
    ("2017-03/2017-05", "", "Any day now"),
    ("2017-01/..", "", "Any day now"),
    ("2017-04-06", "", "This week"),
    ("2017-04-09", "", "This week"),  # Sunday
    ("2017-04-10", "", "Next week"),
    ("2017-04-30", "", "April 2017"),
    ("2017-05-01", "", "May 2017"),
    ("2018-01-01", "", "January 2018"),
    ("2018-05-01", "", "Later in 2018"),
    ("2019-01-01", "", "2019"),
    ("", "", "Not announced"),
]


def rows(*entries: Entry, past: bool = False) -> tuple[Row, ...]:
    return select.upcoming(registry_of(*entries), Query(past=past), NOW)


def drawn(shown: tuple[Row, ...], wide: int, *, color: bool = False, view: View = VIEW) -> list[str]:
    return table(shown, MILESTONES, view, wide, color=color).splitlines()


@pytest.mark.parametrize(("when", "until", "heading"), GROUPS)
def test_a_row_stands_under_how_soon_it_is(when: str, until: str, heading: str) -> None:
    lines = drawn(rows(entry(stage(when, until=until), title="Call")), 100)
    at_heading = lines.index(heading.removeprefix("Later in "))  # whose year has no other heading here
    assert "Call" in lines[at_heading + 1]


def test_groups_come_in_their_order_each_once() -> None:
    its = [
        entry(stage(when, until=until), name=f"c{number}") for number, (when, until, _) in enumerate(GROUPS)
    ]
    headings = {heading for _, _, heading in GROUPS}
    found = [line for line in drawn(rows(*its), 100) if line in headings]
    assert found == [
        "Today", "This week", "Next week", "Any day now", "April 2017", "May 2017", "January 2018",
        "Later in 2018", "2019", "Not announced",
    ]  # fmt: skip


def test_headings_in_italian() -> None:
    said = drawn(rows(CALL), 140, view=View(language("it")))
    assert "Questa settimana" in said
    assert "Quando" in said[0]


def test_what_was_over_earlier_today_is_not_under_today() -> None:
    gone = registry_of(entry(stage("2017-04-05", at="05:00"), title="Call"))
    shown = select.upcoming(gone, Query(past=True), at("2017-04-05T06:00"))
    (_, line) = table(shown, MILESTONES, VIEW, 100, color=True).splitlines()
    assert "\x1b[2m" in line  # dim


def test_looking_back_has_no_headings() -> None:
    lines = drawn(rows(entry(stage("2017-04-01"), title="Call"), past=True), 100)
    assert len(lines) == 2


def columns_at(wide: int) -> set[str]:
    said = "\n".join(drawn(rows(CALL), wide))
    cells = {"money": "18.5 M€", "programme": "H2020", "state": "closing", "owner": "Ada"}
    assert "Fri 7 Apr 2017" in said
    assert "in 2 days" in said
    for word in CALL.title.split():
        assert word in said
    assert "first" in said
    assert "stage" in said
    return {name for name, cell in cells.items() if cell in said}


def test_at_140_everything_has_its_place_and_each_row_one_line() -> None:
    assert columns_at(140) == {"money", "programme", "state", "owner"}
    assert len(drawn(rows(CALL), 140)) == 4  # headings, an empty line, the group, the row


def test_owner_money_programme_and_status_give_way_in_this_order() -> None:
    order = ["owner", "money", "programme", "state"]
    seen = [columns_at(wide) for wide in range(140, 49, -1)]
    distinct = [each for number, each in enumerate(seen) if number == 0 or each != seen[number - 1]]
    assert distinct == [set(order[number:]) for number in range(len(distinct))]
    assert len(distinct) >= 4


@pytest.mark.parametrize("wide", [45, 50, 60, 80, 140])
def test_no_line_is_wider_than_the_terminal(wide: int) -> None:
    its = rows(CALL, entry(stage("2017-04-08"), name="b", title="日本語" * 20, programme="X"))
    assert all(width(line) <= wide for line in drawn(its, wide))


def test_below_50_columns_a_row_takes_two_lines() -> None:
    lines = drawn(rows(entry(stage("2017-04-07"), title="Short")), 45)
    assert lines[-2:] == ["Fri 7 Apr 2017  in 2 days", "  Short · deadline"]
    assert columns_at(45) == set()


@pytest.mark.parametrize("wide", range(50, 74, 4))
@pytest.mark.parametrize("lang", ["en", "it"])
def test_no_word_of_a_title_is_broken_beside_a_long_date(wide: int, lang: str) -> None:
    its = registry_of(entry(stage("2017-06-12", at="17:00"), name="a", title="Support biodiversity"))
    view = View(language(lang))
    milestones = table(select.upcoming(its, Query(), NOW), MILESTONES, view, wide, color=False)
    entries = table(select.entries(its, Query(), NOW), ENTRIES, view, wide, color=False)
    assert milestones.count("biodiversity") == entries.count("biodiversity") == 1
    assert max(map(width, (milestones + entries).splitlines())) <= wide


def test_how_long_takes_two_lines_before_it_takes_more() -> None:
    its = rows(
        entry(stage("2017-06/.."), title="Call for the small and large firms of a region", source="2017-01"),
        entry(stage("2017-04-13T17:00"), title="Another"),
    )
    first, second, _ = drawn(its, 50, view=View(language("it")))[-3:]
    assert first.startswith("da giu 2017      fra almeno  Call")
    assert second.strip().startswith("57 giorni   ")


def test_an_id_below_its_title_is_not_broken_while_how_long_can_be() -> None:
    call = entry(stage("2017-06/.."), name="a-call-for-small-and-large", title="Call", source="2017-01")
    found = select.entries(registry_of(call), Query(), NOW)
    said = table(found, ENTRIES, View(language("it")), 58, color=False).splitlines()
    assert any(line.startswith("  a-call-for-small-and-large") for line in said)


def test_wide_characters_are_aligned() -> None:
    its = rows(
        entry(stage("2017-04-07"), title="日本語", programme="ONE"),
        entry(stage("2017-04-07"), name="b", title="abc", programme="TWO"),
    )
    lines = [line for line in drawn(its, 100) if "Fri" in line]
    assert len({width(line[: re.search("ONE|TWO", line).start()]) for line in lines}) == 1  # type: ignore[union-attr]  # it is there


def test_no_codes_without_colour_and_codes_with() -> None:
    assert "\x1b" not in "".join(drawn(rows(CALL), 100))
    assert "\x1b[" in "".join(drawn(rows(CALL), 100, color=True))


def test_colour_changes_no_word() -> None:
    plain = drawn(rows(CALL), 100)
    coloured = [re.sub(r"\x1b\[[\d;]*m", "", line).rstrip() for line in drawn(rows(CALL), 100, color=True)]
    assert coloured == plain


@pytest.mark.parametrize(
    ("when", "code"),
    [("2017-04-05", "1;31"), ("2017-04-12", "31"), ("2017-04-13", "33"), ("2017-05-05", "33"),
     ("2017-03/2017-05", "36")],
)  # fmt: skip
def test_urgency_has_its_colour(when: str, code: str) -> None:
    line = drawn(rows(entry(stage(when))), 100, color=True)[-1]
    assert line.startswith(f"\x1b[{code}m")


def test_what_is_far_has_none() -> None:
    line = drawn(rows(entry(stage("2017-05-06"))), 100, color=True)[-1]
    assert "\x1b[" not in line


def test_markup_in_a_title_is_only_text() -> None:
    said = "\n".join(drawn(rows(entry(stage("2017-04-07"), title="[bold]x[/b] :smile: \x1b[31m")), 100))
    assert "[bold]x[/b] :smile: \\x1b[31m" in said


def test_columns_that_are_chosen_never_go() -> None:
    view = View(language("en"), "", ("date", "money", "programme", "state", "owner", "what"))
    for wide in (60, 80, 140):
        said = "\n".join(drawn(rows(CALL), wide, view=view))
        for cell in ("18.5 M€", "H2020", "closing", "Ada"):
            assert cell in said
        for word in CALL.title.split():
            assert word in said


def test_texts_share_the_width_that_the_others_leave() -> None:
    view = View(language("en"), "", ("title", "date", "what", "tags"))
    its = rows(replace(CALL, tags=("smes", "value chains", "regions", "circular economy", "water")))
    heading, _, _, *lines = drawn(its, 80, view=view)
    starts = [heading.index(each) for each in ("title", "When", "What", "tags")]
    widths = [end - start for start, end in pairwise((*starts, 82))]
    assert widths[1] == len("Fri 7 Apr 2017") + 2
    assert max(widths[0], widths[2], widths[3]) - min(widths[0], widths[2], widths[3]) <= 1
    assert "circular" in "".join(lines)


@pytest.mark.parametrize("wide", [20, 40, 55])
def test_below_a_readable_width_it_says_how_wide_it_wants_to_be(wide: int) -> None:
    view = View(language("en"), "", ("date", "money", "programme", "state", "owner", "what"))
    lines = drawn(rows(CALL), wide, view=view)
    said = " ".join(lines[: lines.index("")])
    assert said == f"These columns want 64 columns of the terminal; it has {wide}."
    assert lines[lines.index("") + 1 :] == drawn(rows(CALL), 64, view=view)
    assert "want" not in drawn(rows(CALL), 64, view=view)[0]


def test_an_empty_column_is_not_drawn_unless_it_was_asked_for() -> None:
    its = rows(entry(stage("2017-04-07"), title="Call"))
    assert "Money" not in drawn(its, 140)[0]
    assert "Programme" not in drawn(its, 140)[0]
    assert "Money" in drawn(its, 140, view=View(language("en"), "", ("money", "what")))[0]


@pytest.mark.parametrize("wide", [30, 45, 50, 60, 80, 100, 140])
def test_a_list_says_what_its_date_is_at_every_width(wide: int) -> None:
    its = [
        entry(stage("2017-04-07", kind), name=f"c{number}", title=f"Call of many words, number {number}",
              kind="call", programme="H2020", budget=18_500_000, currency="EUR", owner="Ada")
        for number, kind in enumerate(("opens", "registration", "deadline", "info_day"))
    ]  # fmt: skip
    found = select.entries(registry_of(*its), Query(), NOW)
    said = " ".join(table(found, ENTRIES, VIEW, wide, color=False).split())
    for label in ("opening", "registration", "deadline", "info day"):
        assert label in said


def test_the_date_and_how_long_carry_the_colour_wherever_they_stand() -> None:
    view = View(language("en"), "", ("what", "left", "programme", "date"))
    line = drawn(rows(CALL), 140, color=True, view=view)[-1]
    assert re.findall(r"\x1b\[31m(.*?)\x1b", line) == ["in 2 days", "Fri 7 Apr 2017"]


def test_the_part_of_an_id_is_dim_and_gives_way_first() -> None:
    view = VIEW.naming({"innosup": "inno"})
    line = drawn(rows(CALL), 140, color=True, view=view)[-1]
    assert line.endswith("\x1b[2minno\x1b[0m")
    assert any("inno" in each for each in drawn(rows(CALL), 120, view=view))
    seen = ["inno" in drawn(rows(CALL), wide, view=view)[-1] for wide in range(140, 49, -1)]
    assert seen.index(False) <= [
        "Ada" in drawn(rows(CALL), wide, view=view)[-1] for wide in range(140, 49, -1)
    ].index(False)


def test_without_header() -> None:
    assert drawn(rows(CALL), 140, view=View(language("en"), "", (), header=False))[0] == "This week"


def test_nothing_is_nothing() -> None:
    assert drawn((), 80) == []


def test_entries_have_no_groups_and_keep_their_ids() -> None:
    found = select.entries(registry_of(CALL), Query(), NOW)
    for wide in (45, 60, 80, 140):
        said = table(found, ENTRIES, VIEW, wide, color=False)
        assert "innosup" in said
        assert "This week" not in said

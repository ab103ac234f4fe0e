"""What bars are called, and what a line says to who does not see it."""

from builders import at, entry, moved, registry_of, stage
from clustercalls.i18n import ENGLISH, language
from clustercalls.model import Entry, Status
from clustercalls.query import select
from clustercalls.query.wanted import Query
from clustercalls.render.bar_words import LEGEND, facts, said, sentence, sign_of
from clustercalls.render.bars import Line, Mark, chart

TODAY = at("2027-03-15")


def line(call: Entry) -> Line:
    rows = select.upcoming(registry_of(call), Query(), TODAY, standing_too=True)
    return chart(rows, TODAY).lines[0]


def test_a_line_tells_all_its_dates() -> None:
    call = entry(
        stage("2027-03-01", "opens"), stage("2027-04-06", name="first"),
        stage(name="second", follows="first"), history=(moved("first", "2027-04-04", "2027-03-01"),),
        title="Soil",
    )  # fmt: skip
    assert sentence(line(call), ENGLISH) == (
        "Soil; open; opening: Mon 1 Mar 2027; first stage: Tue 6 Apr 2027 (was 4 Apr 2027); "
        "second stage: date not announced"
    )
    assert "prima fase: mar 6 apr 2027 (era 4 apr 2027)" in sentence(line(call), language("it"))


def test_what_has_no_stage_says_that_it_has_no_deadline() -> None:
    call = entry(status=Status.OPEN, source="2027-03-01", title="Any time")
    assert sentence(line(call), ENGLISH) == "Any time; open; no deadline"


def test_a_rolling_deadline_is_told_once() -> None:
    call = entry(stage(rolling=True), status=Status.OPEN, source="2027-03-01")
    assert [said(each, ENGLISH) for each in facts(line(call), ENGLISH)] == ["no deadline"]


def test_an_event_has_no_status() -> None:
    event = entry(stage("2027-04-06", "dates"), kind="event", title="Days")
    assert sentence(line(event), ENGLISH) == "Days; Tue 6 Apr 2027"


def test_every_sign_is_in_the_legend() -> None:
    kinds = ["opens", "info_day", "registration", "deadline", "interview", "decision", "dates", "internal"]
    call = entry(*(stage("2027-04-06", kind) for kind in kinds))
    assert {sign_of(bar) for bar in line(call).bars} == {"open", "deadline", "decision", "internal", "point"}
    assert {each.value for each in Mark} <= LEGEND.keys()

"""What goes into a calendar: dated milestones of the window, on both sides of today if that is asked for."""

import re
from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from calendars import events
from clustercalls.calendar.alarms import Ring
from clustercalls.calendar.naming import EVENT, TODO
from clustercalls.calendar.vdir import Vdir
from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.tell.export_select import CalendarShape, Chosen, select, synchronised
from clustercalls.disk.ours import Ours
from clustercalls.errors import UsageRefused
from commands import Screen
from samples import AHEAD, BAD, SAMPLE

MORE = """
[[call]]
id = "ours"
title = "Ours"
source = { title = "Notes", date = "2016-12" }

[[call.stage]]
id = "draft"
kind = "internal"
when = 2017-04-01

[[call.stage]]
id = "deadline"
kind = "deadline"
"""
Write = Callable[[str], Path]


@pytest.fixture
def chosen(registry: Write) -> Callable[..., Chosen]:
    """The selection of the samples, seen on a day of March."""

    def chosen(
        window: str = "",
        kind: str = EVENT,
        text: str = SAMPLE,
        day: str = "2017-03-15",
        *,
        past: bool = False,
        **shape: Any,  # noqa: ANN401 - the fields of one
    ) -> Chosen:
        common = Common(registry=[registry(text)])
        return select(
            Filters(),
            AsOf(day),
            CalendarShape(**shape),
            common,
            window,
            kind,
            past=past,
        )

    return chosen


@pytest.mark.parametrize(
    ("window", "past", "uids"),
    [
        ("", False, {"skills/published", "plan/dates", "chains/deadline"}),
        ("", True, {*AHEAD, "chains/published"}),
        ("2017-03-01..2017-03-31", False, {"skills/published", "plan/dates"}),
        (
            "2017-03-01..2017-03-31",
            True,
            {"skills/published", "plan/dates", "fair/registration", "fair/dates"},
        ),
        (
            "2017-03-01..2017-03-10",
            True,
            {"fair/registration", "fair/dates"},
        ),
        ("2017-04", True, {"plan/dates", "chains/deadline"}),
    ],
)
def test_ahead_and_with_what_is_over(
    chosen: Callable[..., Chosen], window: str, past: bool, uids: set[str]
) -> None:
    assert set(chosen(window, past=past).selection.milestones) == uids


def test_a_task_has_another_name_than_its_event(chosen: Callable[..., Chosen]) -> None:
    found = chosen("2017-04", TODO).selection
    assert set(found.milestones) == {"plan/dates", "chains/deadline"}
    made = [found.make(each) for each in found.milestones.values()]
    assert all(re.fullmatch(r"\w+\.\w+\.todo@[0-9a-f]{8}", each.uid) for each in made if each)


def test_what_is_ours_alone_and_what_has_no_date(
    chosen: Callable[..., Chosen], monkeypatch: pytest.MonkeyPatch
) -> None:
    every = chosen(text=SAMPLE + MORE)
    for_others = chosen(text=SAMPLE + MORE, no_internal=True)
    assert set(every.selection.milestones) - set(for_others.selection.milestones) == {"ours/draft"}
    screen = Screen(monkeypatch)
    assert every.finish() == 0
    assert screen.said == ""  # it was no terminal when it was chosen
    assert chosen(text=SAMPLE + MORE).finish() == 0
    assert screen.said == "Left out because they have no date: 1\n"


@pytest.mark.parametrize(
    ("window", "past", "shape"),
    [
        ("soon", False, {}),
        ("soon", True, {}),
        ("2016", False, {}),
        ("", False, {"windows": "most"}),
        ("", False, {"alarms": "30d,soon"}),
    ],
)
def test_what_cannot_be_meant(
    chosen: Callable[..., Chosen], window: str, past: bool, shape: dict[str, str]
) -> None:
    with pytest.raises(UsageRefused):
        chosen(window, past=past, **shape)


def test_the_style_is_the_one_asked_for(chosen: Callable[..., Chosen]) -> None:
    style = chosen(windows="SKIP", alarms=" 30d, ,7d").selection.style
    ring = Ring(("30d", "7d"), time(9), "Europe/Brussels")
    assert (style.windows, style.ring, style.kind) == ("skip", ring, EVENT)


def test_exit_3_where_something_could_not_be_read_or_written_out(chosen: Callable[..., Chosen]) -> None:
    unfit = chosen()
    unfit.selection.unfit.add("chains/deadline")
    assert [each.finish() for each in (chosen(), chosen(text=BAD), unfit)] == [0, 3, 3]


@pytest.mark.parametrize("dry_run", [True, False])
def test_changes_are_shown_where_nothing_is_changed(
    chosen: Callable[..., Chosen], tmp_path: Path, capfd: pytest.CaptureFixture[str], dry_run: bool
) -> None:
    folder = tmp_path / "calls"
    asked = chosen("2017-04", text=SAMPLE.replace("schema = 1", 'schema = 1\nname = "here"'))
    assert synchronised(asked, Vdir(folder, Ours()), force=False, dry_run=dry_run) == 0
    shown = "new\tchains.deadline@here.ics\nnew\tplan.dates@here.ics\n"
    assert capfd.readouterr().out == (shown if dry_run else "")
    assert folder.exists() is not dry_run
    if not dry_run:
        assert set(events((folder / "chains.deadline@here.ics").read_bytes())) == {"chains/deadline"}

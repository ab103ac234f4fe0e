"""Stages by dates and model; more rows of them stand in `test_candidate.py`."""

import json
from typing import Any

import pytest

from clustercalls.sources.eu.asking import Type
from clustercalls.sources.eu.stages import staged
from portal import answered

ONE, OTHER, THIRD = "2027-04-08", "2027-09-14", "2028-01-20"
TWO_STAGES = json.dumps([{"submissionProcedure": {"id": 31094505, "abbreviation": "two-stage"}}])


@pytest.mark.parametrize(("days", "fields", "names", "note"), [
    ([], {"deadlineModel": "two-stage"}, [], ""),
    ([ONE], {"deadlineModel": "single-stage"}, ["deadline"], ""),
    ([ONE], {"deadlineModel": "multiple cut-off"}, ["deadline"], ""), ([ONE], {}, ["deadline"], ""),
    ([ONE], {"deadlineModel": "two-stage"}, ["first", "second"], ""),
    ([ONE, OTHER], {"deadlineModel": "two-stage"}, ["first", "second"], ""),
    ([ONE, OTHER], {"actions": TWO_STAGES}, ["first", "second"], ""),
    ([ONE, OTHER], {"callIdentifier": "LIFE-2027-Two-Stage"}, ["first", "second"], ""),
    ([ONE, OTHER], {"deadlineModel": "multiple cut-off"}, ["cut-off-1", "cut-off-2"], ""),
    ([ONE, OTHER], {"deadlineModel": "multiple cut-off", "actions": TWO_STAGES},
     ["cut-off-1", "cut-off-2"], ""),
    ([ONE, OTHER], {}, ["cut-off-1", "cut-off-2"], ""),
    ([ONE, OTHER], {"deadlineModel": "single-stage"}, ["cut-off-1", "cut-off-2"],
     "the portal calls it single-stage, and gives 2 dates"),
    ([ONE, OTHER, THIRD], {"deadlineModel": "two-stage"}, ["cut-off-1", "cut-off-2", "cut-off-3"],
     "the portal calls it two-stage, and gives 3 dates"),
])  # fmt: skip
def test_names_by_dates_and_model(
    days: list[str], fields: dict[str, Any], names: list[str], note: str
) -> None:
    found = staged(answered(7, "1", deadlineDate=days, **fields), Type.TOPIC)
    assert ([each["id"] for each in found.stages], found.note) == (names, note)
    assert [each.get("follows") for each in found.stages if each["id"] == "second"] in ([], ["first"])


def test_of_a_prospect_the_opening_has_its_hour() -> None:
    opened = answered(7, "2", startDate="2026-07-17T10:00:34.000+0000")
    assert staged(opened, Type.PROSPECT).stages == (
        {"id": "opens", "kind": "opens", "when": "2026-07-17", "at": "12:00:00", "zone": "Europe/Brussels"},
    )


def test_of_very_many_dates_the_last_count() -> None:
    days = [f"20{year:02}-{month:02}-01" for year in range(27, 60) for month in range(1, 13)]
    stages = staged(answered(1, "1", startDate=ONE, deadlineDate=days), Type.TOPIC).stages
    assert (len(stages), stages[0]["id"], stages[-1]["when"]) == (100, "opens", "2059-12-01")

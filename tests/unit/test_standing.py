"""What depends on today; the rules themselves are tried in `test_timeline.py`, on milestones of entries."""

import subprocess
import sys
from datetime import date
from enum import StrEnum

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from clustercalls import codes, model, standing


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(0, 999))
def test_months_are_counted_as_dateutil_counts_them(day: date, months: int) -> None:
    assert standing.months_later(day, months) == day + relativedelta(months=months)


@pytest.mark.parametrize("name", ["EntryKind", "StageKind", "Status"])
def test_a_member_is_its_word(name: str) -> None:
    members: type[StrEnum] = getattr(model, name)
    words = {key: value for key, value in vars(getattr(codes, name)).items() if key[0] != "_"}
    assert {each.name: each.value for each in members} == words
    assert dict.fromkeys(members, True) == dict.fromkeys(words.values(), True)
    assert {each.value for each in model.OFF} == codes.OFF


@pytest.mark.parametrize(
    "module", ["standing", "zones", "i18n", "render.columns", "render.plain", "render.table"]
)
def test_what_an_index_is_shown_with_imports_next_to_nothing(module: str) -> None:
    heavy = "msgspec enum typing functools re pathlib datetime dataclasses contextlib collections gettext"
    body = f"import sys, clustercalls.{module}; print(*sorted({{*sys.modules}} & {{*{heavy!r}.split()}}))"
    source = str(standing.__file__).rsplit("/", 2)[0]
    done = subprocess.run(
        [sys.executable, "-S", "-c", body], capture_output=True, check=True, env={"PYTHONPATH": source}
    )
    assert done.stdout == b"\n"

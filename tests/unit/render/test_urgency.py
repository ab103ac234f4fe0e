"""How soon something is has its colour."""

import pytest

from builders import at, entry, registry_of, stage
from clustercalls.query import select
from clustercalls.query.wanted import Query
from clustercalls.render.urgency import urgency

COLOURS = [
    ("2017-04-05", "1;31"), ("2017-04-12", "31"), ("2017-04-13", "33"), ("2017-05-05", "33"),
    ("2017-05-06", ""), ("2017-03/2017-05", "36"), ("", "2"),
]  # fmt: skip


@pytest.mark.parametrize(("when", "code"), COLOURS)
def test_by_how_many_days_are_left(when: str, code: str) -> None:
    (row,) = select.upcoming(registry_of(entry(stage(when))), Query(), at("2017-04-05"))
    assert urgency(row) == code


def test_what_is_over_and_what_is_not_there_is_dim() -> None:
    over = select.upcoming(registry_of(entry(stage("2017-04-01"))), Query(past=True), at("2017-04-05"))
    assert [urgency(each) for each in (*over, None)] == ["2", "2"]

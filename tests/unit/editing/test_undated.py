"""A short key becomes a stage without a date, once."""

import pytest

from clustercalls.editing.document import Table
from clustercalls.editing.ops import Op
from clustercalls.editing.undated import is_undated, undated

MADE = Op(("stage",), {"kind": "deadline"}, more=True)


@pytest.mark.parametrize(
    ("table", "ops"),
    [
        ({}, [MADE]),
        ({"deadline": "2027"}, [Op(("deadline",)), MADE]),
        ({"deadline": "2027", "at": "17:00"}, [Op(("deadline",)), Op(("at",)), MADE]),
        ({"starts": "2027", "at": "17:00"}, [MADE]),  # the hour is that of the event
    ],
)
def test_the_date_goes_with_its_hour(table: Table, ops: list[Op]) -> None:
    assert undated(table, "deadline") == ops


@pytest.mark.parametrize(
    ("stages", "there"),
    [
        ([{"kind": "deadline"}], True),
        ([{"kind": "deadline", "note": "n", "cancelled": True}], True),
        ([{"kind": "deadline", "id": "first"}], False),
        ([{"kind": "deadline", "rolling": True}], False),
        ([{"kind": "deadline", "when": "2027"}], False),
        ([{"kind": "opens"}], False),
        ("odd", False),
        (["odd"], False),
    ],
)
def test_what_is_to_come_is_said_once(stages: object, there: bool) -> None:
    assert is_undated({"stage": stages}, "deadline") is there

"""Which entry is meant: a whole id, else any part of one, in any case; and the values that entries have."""

import pytest

from builders import entry, registry_of
from clustercalls.query.named import known_values, named

ALL = registry_of(
    entry(name="h2020", programme="H2020", tags=("smes", "chains"), owner="Ada", track="apply"),
    entry(name="cosme", programme="COSME", tags=("s3",), owner="Bea", track="watch"),
    entry(name="spent"),
    entry(name="stale"),
)


def test_values_that_are_known() -> None:
    assert known_values(ALL, "programme") == ("COSME", "H2020")
    assert known_values(ALL, "tag") == ("chains", "s3", "smes")
    assert known_values(ALL, "owner") == ("Ada", "Bea")
    assert known_values(ALL, "track") == ("apply", "watch")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("h2020", ["h2020"]), ("H20", ["h2020"]), ("s", ["cosme", "spent", "stale"]), ("zzz", [])],
)
def test_any_part_of_an_id_will_do(text: str, expected: list[str]) -> None:
    assert [each.id for each in named(ALL, text)] == expected


def test_a_whole_id_is_no_part_of_another() -> None:
    its = registry_of(entry(name="call-2"), entry(name="call"))
    assert [each.id for each in named(its, "CALL")] == ["call"]

"""An id that is taken has a free one proposed."""

from pathlib import Path

from clustercalls.editing.free_id import free_id, taken_id


def test_a_free_id_is_short_enough() -> None:
    assert free_id("one", []) == "one"
    assert free_id("one", ["one", "one-2"]) == "one-3"
    assert len(free_id("x" * 64, ["x" * 64])) <= 64


def test_who_may_not_have_an_id_is_told_a_free_one() -> None:
    told = taken_id(Path("calls.toml"), "one", ["one", "one-2"]).problem
    assert (told.code, dict(told.values)["free"]) == ("taken-id", "one-3")

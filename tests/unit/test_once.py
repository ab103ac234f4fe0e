"""Asked once for the same values."""

import pytest

from clustercalls.once import once, once_in_a_row


def test_it_runs_once_for_the_same_values() -> None:
    asked = []

    @once
    def double(number: int, more: str = "") -> str:
        """Promise."""
        asked.append(number)
        return f"{2 * number}{more}"

    assert [double(2), double(2), double(2, "x"), double(3)] == ["4", "4", "4x", "6"]
    assert (double.__wrapped__(2), asked, double.__doc__) == ("4", [2, 2, 3, 2], "Promise.")


def test_a_failure_is_tried_again() -> None:
    tries = []

    @once
    def failing() -> int:
        tries.append(1)
        raise LookupError

    for _ in range(2):
        with pytest.raises(LookupError):
            failing()
    assert len(tries) == 2


def test_asked_of_one_object_in_a_row_it_runs_once_and_never_compares_it() -> None:
    asked: list[object] = []

    class Apart:
        __hash__ = None  # type: ignore[assignment]

        def __eq__(self, other: object) -> bool:
            raise AssertionError("it was compared")

    @once_in_a_row
    def named(thing: Apart, more: str) -> str:
        """Promise."""
        asked.append(thing)
        return f"{more}{len(asked)}"

    one, two = Apart(), Apart()
    assert [named(one, "a"), named(one, "a"), named(one, "b"), named(two, "b"), named(one, "b")] == [
        "a1", "a1", "b2", "b3", "b4",
    ]  # fmt: skip
    assert (named.__doc__, named.__name__) == ("Promise.", "named")

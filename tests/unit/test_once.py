"""Asked once for the same values."""

import pytest

from clustercalls.once import once


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

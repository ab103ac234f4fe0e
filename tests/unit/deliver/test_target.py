"""A message knows its keys, and a failure the values of its problem."""

from clustercalls.deliver.target import Failed
from messages import message


def test_the_keys_are_those_of_the_parts_in_order() -> None:
    assert message("b@1d", "a@7d").keys == ("b@1d", "a@7d")


def test_a_failure_carries_its_reason_and_what_fills_it() -> None:
    failed = Failed("exit code {status}", status=3)
    assert failed.values == {"reason": "exit code {status}", "status": 3}
    assert str(failed) == "exit code {status}"

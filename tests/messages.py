"""Messages in a few words, and the list of what arrived, for tests of targets."""

from datetime import UTC, datetime
from typing import Any

from clustercalls.deliver.target import Message

WRITTEN = datetime(2017, 3, 1, 8, tzinfo=UTC)


def message(*keys: str, problems: tuple[str, ...] = (), **rest: Any) -> Message:  # noqa: ANN401 - any other field
    """A message of these reminders; by default of one."""
    parts = tuple((key, f'{{"key":"{key}"}}\n'.encode()) for key in keys or ("a/deadline@7d",))
    known = {"subject": "One call", "plain": "Due in 7 days\n", "html": "", "whole": b"{}\n", **rest}
    return Message(**known, parts=parts, written=WRITTEN, problems=problems)


class Arrivals:
    """What a target said had arrived, one item a time it said so."""

    def __init__(self) -> None:
        self.keys: list[tuple[str, ...]] = []

    def __call__(self, keys: tuple[str, ...]) -> None:
        self.keys.append(keys)

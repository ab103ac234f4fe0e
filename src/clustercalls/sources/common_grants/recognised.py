"""What opportunities of CommonGrants look like: one, a list, or what a server of them answers."""

from collections.abc import Mapping
from typing import Any

from msgspec import DecodeError, Raw, json

from clustercalls.sources.json_document import bare, keys_of

_OF_ONE = frozenset({"id", "title", "status"})
_OF_A_PAGE = frozenset({"items", "paginationInfo"})
_OF_AN_ANSWER = frozenset({"data", "status", "message"})


def is_common_grants(data: bytes) -> bool:
    """Whether the bytes are such an object, or a list of such."""
    said = keys_of(data) or _of_first(data)
    return _is_one(said) or any(marks <= said.keys() for marks in (_OF_A_PAGE, _OF_AN_ANSWER))


def _is_one(said: Mapping[str, Raw]) -> bool:
    """Whether these are the keys of an opportunity: its status is an object, in our own lists a word."""
    return said.keys() >= _OF_ONE and bytes(said["status"])[:1] == b"{"


def _of_first(data: bytes) -> Mapping[str, Raw]:
    """The keys of the first object of a list, their values unread."""
    try:
        listed = json.decode(bare(data), type=list[Raw]) if bare(data)[:1] == b"[" else []
        return keys_of(bytes(listed[0])) if listed else {}
    except (DecodeError, ValueError, RecursionError):
        return {}


def opportunities_in(received: Any) -> list[Any] | None:  # noqa: ANN401 - whatever somebody sent
    """The opportunities of what was sent, unread; None where there is none."""
    if isinstance(received, list):
        return received
    if not isinstance(received, dict):
        return None
    for key in ("items", "data"):
        inner = received.get(key)
        if isinstance(inner, list):
            return inner
        if isinstance(inner, dict):
            return [inner]
    return [received] if received.keys() >= _OF_ONE else None


def pages_of(received: Any) -> int:  # noqa: ANN401 - whatever somebody sent
    """How many pages there are, of which this is one."""
    about = received.get("paginationInfo") if isinstance(received, dict) else None
    pages = about.get("totalPages") if isinstance(about, dict) else None
    return pages if isinstance(pages, int) else 1

"""The object or list that bytes of JSON are, whoever sent them."""

from collections.abc import Mapping
from typing import Any

from msgspec import DecodeError, Raw, json

from clustercalls.errors import limit_of
from clustercalls.limits import OFFERED_BYTES
from clustercalls.sources.offered import unlike

_MARK = b"\xef\xbb\xbf"
_SPACES = b" \t\r\n"


def bare(data: bytes) -> bytes:
    """The bytes without a mark and spaces before them."""
    return data.removeprefix(_MARK).lstrip(_SPACES)


def is_object(data: bytes) -> bool:
    """Whether they begin as an object does; TOML never does, while its headers begin as a list."""
    return bare(data)[:1] == b"{"


def keys_of(data: bytes) -> Mapping[str, Raw]:
    """The keys of the object that the bytes are, their values unread; none of anything else."""
    try:
        return json.decode(bare(data), type=dict[str, Raw]) if is_object(data) else {}
    except (DecodeError, ValueError, RecursionError):
        return {}


def decoded(data: bytes, source: str, what: str) -> Any:  # noqa: ANN401 - whatever somebody sent
    """What the bytes say; `what` they should be, as `unlike` names it.

    Raises:
        InputRefused: for what is too large, too deep, or no JSON.
    """
    if len(data) > OFFERED_BYTES:
        raise unlike(source, what, "it is larger than {limit}", **limit_of(OFFERED_BYTES))
    try:
        return json.decode(bare(data))
    except RecursionError:
        raise unlike(source, what, "it is nested too deep") from None
    except (DecodeError, ValueError) as error:
        raise unlike(source, what, "it is no JSON: {text}", text=f"{error}"[:200]) from None

"""JSON that any reader takes, whatever stands in its texts."""

import re
from collections.abc import Callable
from typing import Any

from clustercalls.harmful import SURROGATES
from clustercalls.render import json

_REPLACEMENT = "\ufffd"  # what Unicode has for a character that is none


def encoded(record: Any) -> bytes:  # noqa: ANN401 - whatever can be had as JSON, here and below
    """The record, two columns in at each level; halves of characters, which no file holds, are replaced."""
    return _encoded(record, json.indented)


def on_one_line(record: Any) -> bytes:  # noqa: ANN401
    """The same on a line."""
    return _encoded(record, json.line)


def _encoded(record: Any, encode: Callable[[Any], bytes]) -> bytes:  # noqa: ANN401
    try:
        return encode(record)
    except UnicodeEncodeError:  # which hardly any text is cause of
        return encode(_whole(record))


def _whole(record: Any) -> Any:  # noqa: ANN401
    match record:
        case str():
            return re.sub(f"[{SURROGATES}]", _REPLACEMENT, record)
        case dict():
            return {_whole(key): _whole(each) for key, each in record.items()}
        case list() | tuple():
            return [_whole(each) for each in record]
    return record

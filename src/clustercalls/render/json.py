"""What machines read, as JSON: an array with one record a line, one record, or one to be looked at."""

from collections.abc import Iterable, Iterator

from msgspec import json


def array(records: Iterable[object]) -> Iterator[bytes]:
    """One record a line, piece after piece; `[]` when there are none."""
    encoded = json.Encoder().encode
    start = b"["
    for record in records:
        yield start
        yield encoded(record)
        start = b",\n"
    yield b"[]\n" if start == b"[" else b"]\n"


def line(record: object) -> bytes:
    """One record on a line."""
    return json.encode(record) + b"\n"


def indented(record: object) -> bytes:
    """One record, two columns in at each level."""
    return json.format(json.encode(record), indent=2) + b"\n"

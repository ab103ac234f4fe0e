"""What machines read, as JSON: an array with one record a line, one record, or one to be looked at."""

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def array(records: "Iterable[object]") -> "Iterator[bytes]":
    """One record a line, piece after piece; `[]` when there are none."""
    from msgspec import json

    return joined(map(json.Encoder().encode, records))


def joined(encoded: "Iterable[bytes]") -> "Iterator[bytes]":
    """As `array`, of records that are encoded."""
    start = b"["
    for each in encoded:
        yield start
        yield each
        start = b",\n"
    yield b"[]\n" if start == b"[" else b"]\n"


def line(record: object) -> bytes:
    """One record on a line."""
    from msgspec import json

    return json.encode(record) + b"\n"


def indented(record: object) -> bytes:
    """One record, two columns in at each level."""
    from msgspec import json

    return json.format(json.encode(record), indent=2) + b"\n"

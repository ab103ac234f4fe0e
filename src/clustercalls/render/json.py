"""What machines read, as JSON: an array, one record a line."""

from collections.abc import Iterable, Iterator

from msgspec.json import Encoder


def array(records: Iterable[object]) -> Iterator[bytes]:
    """One record a line, piece after piece; `[]` when there are none."""
    encode = Encoder().encode
    start = b"["
    for record in records:
        yield start
        yield encode(record)
        start = b",\n"
    yield b"[]\n" if start == b"[" else b"]\n"

"""JSON: one record a line, `[]` for none, nothing before the first record is asked for."""

import json as independent
from collections.abc import Iterator

from clustercalls.render import json


def test_an_array_has_one_record_a_line() -> None:
    records = [{"a": "é"}, {"a": None}, {"a": [1, 2]}]
    written = b"".join(json.array(records))
    assert written.decode() == '[{"a":"é"},\n{"a":null},\n{"a":[1,2]}]\n'
    assert independent.loads(written) == records


def test_an_array_of_nothing() -> None:
    assert b"".join(json.array(())) == b"[]\n"


def test_an_array_is_written_piece_after_piece() -> None:
    def records() -> Iterator[int]:
        yield 1
        raise AssertionError

    assert next(iter(json.array(records()))) == b"["


def test_one_record() -> None:
    assert json.line({"a": 1}) == b'{"a":1}\n'
    assert json.indented({"a": 1}) == b'{\n  "a": 1\n}\n'

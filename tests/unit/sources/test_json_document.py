"""What JSON somebody sent is, and why something is none."""

import pytest

from clustercalls.errors import InputRefused
from clustercalls.sources.json_document import bare, decoded, is_object, keys_of


def test_what_begins_as_an_object() -> None:
    assert bare(b"\xef\xbb\xbf\r\n {") == b"{"
    assert is_object(b"\xef\xbb\xbf\r\n {")
    assert not is_object(b"[[call]]")
    assert not is_object(b"")


def test_keys_without_their_values() -> None:
    assert [*keys_of(b'{"a": [1, {"b": 2}], "c": 7}')] == ["a", "c"]
    for data in (b"[1]", b'{"a"', b'{"a":' * 9_999, b'{"a": NaN}', b'{"\xff": 1}'):
        assert keys_of(data) == {}


def test_why_it_is_none() -> None:
    assert decoded(b"\xef\xbb\xbf[1]", "s", "a registry") == [1]
    for data, reason in ((b"[", "it is no JSON"), (b"[" * 99_999, "nested too deep"), (b"7 7", "no JSON")):
        with pytest.raises(InputRefused) as refused:
            decoded(data, "s", "a registry")
        assert reason in refused.value.problem.message

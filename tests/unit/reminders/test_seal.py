"""What was sealed is opened as it was, or not at all."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustercalls.reminders.seal import BrokenSeal, opened, sealed

OBJECTS = st.dictionaries(st.text(), st.one_of(st.text(), st.lists(st.integers())), min_size=1)


@given(OBJECTS)
def test_what_was_sealed_is_opened_and_still_json(known: dict[str, object]) -> None:
    known.pop("check", None)
    body = json.dumps(known | {"a": 1}).encode()
    assert opened(sealed(body)) == (body, True)
    found = json.loads(sealed(body))
    assert found.pop("check")
    assert found == known | {"a": 1}


@pytest.mark.parametrize("body", [b'{"a":1}', b'{"check":"0","b":{"c":"}"}}'])
def test_no_flipped_bit_passes_for_sealed(body: bytes) -> None:
    whole = sealed(body)
    for bit in range(8 * len(whole)):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        try:
            found, is_sealed = opened(bytes(flipped))
        except BrokenSeal:
            continue
        assert (found, is_sealed) == (bytes(flipped), False)  # whoever wants a seal sees that there is none


@pytest.mark.parametrize("body", [b"", b"{}", b'{"a":1}\n', b'{"check":"0"}\n'])
def test_what_an_older_version_wrote_has_no_seal(body: bytes) -> None:
    assert opened(body) == (body, False)


def test_another_body_is_broken() -> None:
    with pytest.raises(BrokenSeal):
        opened(sealed(b'{"a":1}').replace(b"1", b"2", 1))

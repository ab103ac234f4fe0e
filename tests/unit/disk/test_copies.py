"""What was worked out is found again under what it was worked out of, and nothing else is."""

import os
from pathlib import Path

import pytest

from clustercalls.disk import copies, stamps
from odd import ODD, state

KEY = copies.key_of(b"one", b"two")


def kept() -> Path:
    (found,) = Path(os.environ["HOME"], ".cache/clustercalls/kind").iterdir()
    return found


def test_it_is_found_under_its_kind_its_place_and_its_key() -> None:
    copies.keep("kind", "place", KEY, (1, "two", (3,)))
    assert copies.known("kind", "place", KEY) == (1, "two", (3,))
    assert copies.known("other", "place", KEY) is None
    assert copies.known("kind", "other", KEY) is None
    assert copies.known("kind", "place", copies.key_of(b"onet", b"wo")) is None
    assert kept().stat().st_mode & 0o777 == 0o600


def test_a_place_holds_the_last_and_what_is_there_is_left_alone() -> None:
    copies.keep("kind", "place", KEY, (1,))
    before = state(kept())
    copies.keep("kind", "place", KEY, (1,))
    assert state(kept()) == before
    copies.keep("kind", "place", copies.key_of(), (2,))
    assert copies.known("kind", "place", KEY) is None
    assert copies.known("kind", "place", copies.key_of()) == (2,)


def test_no_flipped_byte_is_believed() -> None:
    copies.keep("kind", "place", KEY, (1, "two"))
    before = kept().read_bytes()
    for at in range(len(before)):
        kept().write_bytes(before[:at] + bytes([before[at] ^ 0x11]) + before[at + 1 :])
        assert copies.known("kind", "place", KEY) is None
    for other in (b"", before[:40], before[:-1], before + b"x"):
        kept().write_bytes(other)
        assert copies.known("kind", "place", KEY) is None


def test_another_program_works_it_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stamps, "__version__", "other")
    assert copies.key_of(b"one", b"two") != KEY


@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_file_of_ours_is_nothing(odd: str) -> None:
    copies.keep("kind", "place", KEY, (1,))
    path = kept()
    path.unlink()
    ODD[odd](path)
    assert copies.known("kind", "place", KEY) is None


def test_without_a_cache_nothing_is_kept_and_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "")
    copies.keep("kind", "place", KEY, (1,))
    assert copies.known("kind", "place", KEY) is None


def test_what_could_not_be_read_back_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "FILE_BYTES", 200)
    copies.keep("kind", "place", KEY, ("x" * 100,))
    before = state(kept())
    copies.keep("kind", "place", KEY, ("y" * 200,))
    assert state(kept()) == before
    assert copies.known("kind", "place", KEY) == ("x" * 100,)

"""The names of programmes."""

from clustercalls.sources.eu.programmes import CODES, PROGRAMMES


def test_each_has_one_code() -> None:
    assert len(CODES) == len(PROGRAMMES)
    assert CODES["SMP"] == "43252476"

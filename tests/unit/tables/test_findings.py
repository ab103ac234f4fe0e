"""Findings of an entry: what cannot be is noted, reading goes on, and a place is told from a path."""

from pathlib import Path

import pytest

from clustercalls.errors import Place
from clustercalls.tables.findings import Bad, Finding, Findings

HERE = Place("calls.toml", 7, "one")


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ((), ""),
        (("deadline",), "deadline"),
        (("stage", 0, "when"), "stage.1.when"),  # people count from 1
        (("funding", 9), "funding.10"),
        (("k" * 100,), "k" * 79 + "…"),
    ],
)
def test_a_finding_is_placed_by_its_path(path: tuple[str | int, ...], field: str) -> None:
    found = Finding("bad-rate", path, {"value": "750"}).at(HERE)
    assert found.place == Place("calls.toml", 7, "one", field)
    assert found.message == "a rate of 750 % cannot be"


def test_a_warning_is_no_error() -> None:
    assert Finding("bad-date", (), {}).is_error
    assert not Finding("unsourced", (), {}).is_error


def test_what_is_quoted_from_a_file_is_cut_and_what_is_said_by_us_is_not() -> None:
    found = Findings()
    long = "a" * 200
    found.add("bad-type", ("x",), found=long, said=long, example=long, key=10**4_000, advice=long)
    values = found[0].values
    assert [len(values[name]) for name in ("found", "example", "advice", "said")] == [200, 200, 200, 80]
    assert values["key"] == "a number of very many digits"


def test_reading_goes_on_after_what_cannot_be() -> None:
    def read(value: int, most: int) -> int:
        if value > most:
            raise Bad("bad-rate", value=value)
        return value

    found = Findings()
    assert found.attempt(("rate",), read, 750, 100) is None
    assert found.attempt(("rate",), read, 75, 100) == 75
    assert found == [Finding("bad-rate", ("rate",), {"value": "750"})]


def test_what_fails_otherwise_is_not_a_finding() -> None:
    found = Findings()
    with pytest.raises(FileNotFoundError):
        found.attempt((), Path("nowhere").read_text)
    assert found == []

"""What a registry file says outside its entries."""

from typing import Any

import pytest

from clustercalls.errors import InputRefused, Problem
from clustercalls.registry.layout import Layout
from clustercalls.registry.text import Text
from clustercalls.registry.top import defaults_of, top_level

TEXT = Text("calls.toml", Layout('schema = 1\ncalls = []\n[defaults]\nzone = "UTC"\n'))


def test_an_unknown_key_is_told_with_its_line() -> None:
    [found] = top_level({"schema": 1, "calls": [], "defaults": {}}, TEXT)
    assert (found.code, found.place.line) == ("unknown-key", 2)


def test_another_schema_is_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        top_level({"schema": 2}, TEXT)
    assert refused.value.problem.code == "unknown-schema"


@pytest.mark.parametrize(("raw", "zone", "codes"), [
    ({}, "Europe/Brussels", []),
    ({"zone": "UTC"}, "UTC", []),
    ({"zone": "Mars"}, "?", ["unknown-zone"]),
    ({"zone": 5}, "?", ["bad-type"]),
    ({"currency": 5, "zone": "UTC"}, "UTC", ["bad-type"]),
    (5, "?", []),  # its type is told of the file itself
])  # fmt: skip
def test_a_zone_that_cannot_be_read_is_unknown(raw: Any, zone: str, codes: list[str]) -> None:  # noqa: ANN401 - a file's
    problems: list[Problem] = []
    assert defaults_of(raw, TEXT, problems, warnings=False).zone == zone
    assert [each.code for each in problems] == codes

"""The options of `add` by the names that the registry has for them."""

from typing import Any

import pytest

from clustercalls.cli.keep.add_options import APART, Facts
from clustercalls.editing.fields import ENTRY


@pytest.mark.parametrize("option", [name for name in Facts.__struct_fields__ if name not in APART])
def test_every_option_fills_one_field(option: str) -> None:
    value: Any = ["75 SMEs", "", "100"] if option == "rate" else "x"
    given = Facts(**{option: value})
    said = {name: value for name, value in given.said().items() if value}
    assert list(said.values()) == ["75 SMEs; 100" if option == "rate" else "x"]
    (field,) = said
    assert field.partition(".")[0] in ENTRY or field in ENTRY
    assert not given.nothing


@pytest.mark.parametrize("option", sorted(APART - {"rate"}))
def test_what_stands_apart_is_given_too(option: str) -> None:
    value: Any = {"rolling": True}.get(option, ["x"] if option in {"tag", "stage", "eligibility"} else "x")
    given = Facts(**{option: value})
    assert not any(given.said().values())
    assert not given.nothing


def test_nothing_given() -> None:
    assert Facts().nothing

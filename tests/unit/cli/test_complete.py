"""What the shell proposes: never an error, and nothing of a registry that is not asked for."""

from pathlib import Path

import pytest

from clustercalls.cli.choices import CODES, words_of
from clustercalls.cli.complete import proposals
from clustercalls.cli.rows_out import FORMATS

TWO = """[[call]]
id = "soil"
title = "Soil health"
programme = "Horizon Europe"
tags = ["soil"]
[[event]]
id = "fair"
title = "Fair"
"""


@pytest.fixture
def registry(tmp_path: Path) -> list[Path]:
    path = tmp_path / "calls.toml"
    path.write_text(TWO)
    return [path]


@pytest.mark.parametrize(
    ("field", "proposed"),
    [
        ("id", [("soil", "Soil health"), ("fair", "Fair")]),
        ("programme", ["Horizon Europe"]),
        ("tag", ["soil"]),
        ("owner", []),
    ],
)
def test_what_the_registry_has_is_proposed(field: str, proposed: list[object], registry: list[Path]) -> None:
    assert proposals(field, {"registry": registry}) == proposed


@pytest.mark.parametrize("field", CODES)
def test_words_we_know_need_no_registry(field: str) -> None:
    assert proposals(field, {"registry": [Path("nowhere")]}) == list(words_of(CODES[field]))
    assert proposals("format", {}) == list(FORMATS)


@pytest.mark.parametrize("text", ["not TOML", '[[call]]\nid = "x"\n', ""])
def test_what_cannot_be_read_proposes_nothing(text: str, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(text)
    assert proposals("id", {"registry": [path]}) == []
    assert proposals("id", {"registry": [tmp_path / "missing.toml"]}) == []

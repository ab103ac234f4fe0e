"""What looks like a registry."""

import pytest

from clustercalls.sources.registries.recognised import is_json_registry, is_toml_registry


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("[[call]]", True), ("# a\n\n [[ event ]]\n", True), ("[[policy.stage]]", True), ("schema = 1", True),
        ("resource = []", True), ("[[calls]]", False), ("a [[call]]", False), ("schema: 1", False),
        ("", False),
    ],
)  # fmt: skip
def test_in_toml(text: str, is_one: bool) -> None:
    assert is_toml_registry(text.encode()) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ('{"call": []}', True), ('{"schema": 1, "resource": [7]}', True), ('{"call": {}}', False),
        ('{"a": {"call": []}}', False), ('["call"]', False), ('{"call": [', False), ("", False),
    ],
)  # fmt: skip
def test_in_json(text: str, is_one: bool) -> None:
    assert is_json_registry(text.encode()) is is_one

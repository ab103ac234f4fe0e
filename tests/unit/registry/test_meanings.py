"""What keys mean, told in words that stand in a cell of a table and, with a full stop, in an editor."""

import pytest

from clustercalls.registry.meanings import MEANINGS

EVERY = [(f"{table}.{key}", text) for table, keys in MEANINGS.items() for key, text in keys.items()]


@pytest.mark.parametrize(("key", "text"), EVERY)
def test_each_is_one_line_without_a_full_stop(key: str, text: str) -> None:
    assert text, key
    assert "\n" not in text
    assert "|" not in text
    assert text[-1] not in ".;"
    assert text.count("`") % 2 == 0

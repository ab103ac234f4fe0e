"""One text while it is read: what is wrong with it has its file and line."""

import pytest

from clustercalls.errors import InputRefused
from clustercalls.registry.layout import Layout
from clustercalls.registry.text import Text, toml
from clustercalls.tables.findings import Finding

TEXT = '[defaults]\nzone = "UTC"\n[[call]]\nid = "a"\n'


def test_a_block_counts_the_lines_above_it() -> None:
    text = Text("calls.toml", Layout(TEXT, 10))
    finding = Finding("bad-id", ("id",), {})
    assert text.inside("call", 0, "a", finding).place.line == 14
    assert text.top(Finding("unknown-zone", ("defaults", "zone"), {})).place.line == 12


@pytest.mark.parametrize(("content", "code", "line"), [
    ("a = 1\nb = \n", "broken-toml", 2),
    ("a = " + "[" * 3_000, "too-deep", 1),
    ("\na = " + "9" * 5_000, "bad-number", 2),
])  # fmt: skip
def test_what_is_not_toml_is_refused_with_its_line(content: str, code: str, line: int) -> None:
    with pytest.raises(InputRefused) as refused:
        toml(content, Text("calls.toml", Layout(content)))
    assert (refused.value.problem.code, refused.value.problem.place.line) == (code, line)

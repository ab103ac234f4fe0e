"""One bad entry never hides the good ones, and an id is taken once."""

import tomli

from clustercalls.model import EntryKind
from clustercalls.registry.build import Defaults
from clustercalls.registry.entries import Taken, entries_of
from clustercalls.registry.layout import Layout
from clustercalls.registry.text import Text

CALLS = """
[[call]]
id = "a"
title = "A"

[[call]]
id = "b"

[[call]]
id = "A"
title = "Again"

[[call]]
id = "c"
title = "C"
budget = "much"
"""


def test_the_good_ones_are_there_with_what_is_wrong_beside() -> None:
    problems: list[object] = []
    taken: Taken = {}
    tables, text = tomli.loads(CALLS)["call"], Text("f", Layout(CALLS))
    entries = entries_of(EntryKind.CALL, tables, Defaults(), text, taken, problems, warnings=False)  # type: ignore[arg-type]  # of problems
    assert [each.id for each in entries] == ["a", "b", "c"]
    assert [(each.code, each.place.line) for each in problems] == [  # type: ignore[attr-defined]  # as above
        ("missing-key", 6), ("bad-id", 10), ("duplicate-id", 10), ("bad-type", 16),
    ]  # fmt: skip
    assert sorted(taken) == ["a", "b", "c"]

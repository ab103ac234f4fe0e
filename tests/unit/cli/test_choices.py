"""The words of options are those of the tables that use them; help that repeats them repeats them all."""

from enum import Enum
from typing import Any

import pytest

from clustercalls.cli.application import declared
from clustercalls.cli.choices import CODES, one_of, words_of
from clustercalls.cli.context import COLORS
from clustercalls.cli.declare import Declared
from clustercalls.cli.options import Common, Filters, Options, Shape
from clustercalls.cli.rows_out import FORMATS
from clustercalls.errors import UsageRefused
from clustercalls.model import EntryKind


def option(group: type[Options], name: str) -> Declared:
    kind: Any = declared(group)[name]
    found: Declared = kind.__metadata__[0]
    return found


def listed(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def test_help_names_every_word() -> None:
    assert option(Common, "color").metavar == "|".join(COLORS)
    assert option(Filters, "kind").help == f"{listed(words_of(EntryKind))}."
    assert option(Shape, "format").help.startswith(f"{listed(FORMATS)};")


@pytest.mark.parametrize(("field", "kind"), CODES.items())
def test_every_code_has_its_word_in_any_case(field: str, kind: type[Enum]) -> None:
    for code in kind:
        assert one_of(f"--{field}", str(code.value).upper(), words_of(kind)) == code.value


def test_another_word_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageRefused) as refused:
        one_of("--format", "jsn", FORMATS)
    assert refused.value.problem.message == f"--format jsn: not one of {', '.join(FORMATS)}"
    assert refused.value.problem.hint == "Did you mean json?"

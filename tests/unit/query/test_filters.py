"""Filters as they are typed or kept in a file: what they ask for, and what is refused."""

from pathlib import Path

import pytest

from clustercalls.errors import UsageRefused
from clustercalls.model import EntryKind, Registry, Status
from clustercalls.query.filters import left_out, one_of, values_of
from clustercalls.query.wanted import NONE
from clustercalls.registry.read import load
from samples import SAMPLE


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    path = tmp_path / "calls.toml"
    path.write_text(SAMPLE)
    return load((path,))


def test_values_as_entries_have_them(registry: Registry) -> None:
    assert values_of({"tag": ("SMEs",), "kind": ["event"], "owner": None}, registry) == {
        "tags": frozenset({"smes"}), "kinds": frozenset({EntryKind.EVENT}),
    }  # fmt: skip
    assert values_of({"tag": ["none"]}, registry, lenient=True) == {"tags": frozenset({"none"})}


def test_what_is_left_out(registry: Registry) -> None:
    assert left_out(None, registry) is left_out((), registry) is NONE
    assert left_out(["status=open", "tag=skills"], registry).statuses == {Status.OPEN}


def test_an_option_has_dashes_and_a_key_of_a_file_none(registry: Registry) -> None:
    for dashes in ("--", ""):
        with pytest.raises(UsageRefused) as refused:
            values_of({"tag": ["smez"]}, registry, dashes=dashes)
        assert refused.value.problem.message == f"{dashes}tag smez: no entry has this value"


def test_a_word_that_is_none_is_refused_with_the_nearest() -> None:
    assert one_of("--kind", "Call", ("call", "event")) == "call"
    with pytest.raises(UsageRefused) as refused:
        one_of("--kind", "cal", ("call", "event"))
    assert "Did you mean call?" in refused.value.problem.hint

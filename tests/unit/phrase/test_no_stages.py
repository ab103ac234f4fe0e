"""Days that are no deadlines are told apart by name, each name in one row, none of them a kind's own word."""

import pytest

from clustercalls.phrase.cues import CUES
from clustercalls.phrase.folding import expressions
from clustercalls.phrase.no_stages import ADVICE, ALONE, APPLIED_FOR, NAMES, WHY
from clustercalls.phrase.stage_names import NoStage, kind_of


@pytest.mark.parametrize("sort", NAMES)
def test_every_name_of_the_table_is_refused_alone_and_numbered(sort: int) -> None:
    for name in expressions(NAMES[sort]):
        for called in (name, f"{name} 2"):
            with pytest.raises(NoStage) as refused:
                kind_of(called)
            assert (refused.value.reason, refused.value.advice) == (WHY[sort], ADVICE[sort]), called


@pytest.mark.parametrize("sort", ALONE)
def test_a_word_of_names_too_is_refused_alone_and_numbered_only(sort: int) -> None:
    for name in expressions(ALONE[sort]):
        for called in (name, f"{name} 2"):
            with pytest.raises(NoStage) as refused:
                kind_of(called)
            assert refused.value.reason == WHY[sort], called
        assert kind_of(f"{name} Borealis") == kind_of(f"Borealis {name}") == "deadline", name


def test_no_name_is_in_two_rows_or_a_word_for_a_kind() -> None:
    names = [name for row in (*NAMES.values(), *ALONE.values()) for name in set(expressions(row))]
    assert len(names) == len(set(names))
    assert not set(names) & {name for row in CUES.values() for name in expressions(row)}
    assert not set(names) & set(expressions(APPLIED_FOR))


def test_what_is_applied_for_is_a_deadline_whatever_it_is_for() -> None:
    for sort, row in NAMES.items():
        for name in expressions(row):
            assert kind_of(f"grants for {name}") == "deadline", (sort, name)
            if " " not in name:
                assert kind_of(f"{name} grants") == "deadline", (sort, name)

"""IDs alone, or filters with `--all-of-these`: which entries an edit is of is never in doubt."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from clustercalls.cli.keep.chosen import Several, agreed, by_filters, by_name, refuse_unclear
from clustercalls.cli.keep.desk import Desk, Editing, open_desk
from clustercalls.cli.options import Common, Filters
from clustercalls.errors import UsageRefused
from clustercalls.query import select
from commands import Screen
from samples import SAMPLE

SOIL = Filters(tag=["soil"])
ALL = Several(all_of_these=True)
Write = Callable[..., Path]
SOILS = "".join(f'[[call]]\nid = "s{n}"\ntitle = "S"\ntags = ["soil"]\n\n' for n in range(14))


def desk_of(path: Path, editing: Editing = Editing()) -> tuple[Desk, Common]:  # noqa: B008 - frozen
    common = Common(registry=[path])
    return open_desk("set", common, "2017-03-01", editing), common


@pytest.mark.parametrize(("ids", "filters", "several", "lists", "code"), [
    (["a"], Filters(), Several(), False, ""),
    ([], SOIL, ALL, False, ""),
    ([], SOIL, Several(), True, ""),
    ([], Filters(), Several(), True, ""),
    ([], Filters(), Several(), False, "none-named"),
    ([], SOIL, Several(), False, "wants-all"),
    ([], Filters(due=True), Several(), False, "wants-all"),
    ([], Filters(), ALL, False, "no-filter"),
    ([], Filters(), ALL, True, "no-filter"),
    (["a"], SOIL, Several(), True, "not-together"),
    (["a"], Filters(), ALL, True, "not-together"),
])  # fmt: skip
def test_who_is_meant(ids: list[str], filters: Filters, several: Several, lists: bool, code: str) -> None:
    if not code:
        refuse_unclear(ids, filters, several, lists=lists)
        return
    with pytest.raises(UsageRefused) as refused:
        refuse_unclear(ids, filters, several, lists=lists)
    assert refused.value.problem.code == code


def test_an_id_twice_is_one(registry: Write) -> None:
    desk, _ = desk_of(registry(SAMPLE))
    found = by_name(desk, ["chains/deadline", "fair", "chains/deadline"]).targets
    assert [(each.address.id, each.stage) for each in found] == [("chains", "deadline"), ("fair", "")]


def test_all_that_is_wrong_is_told(registry: Write, capfd: pytest.CaptureFixture[str]) -> None:
    desk, _ = desk_of(registry(SAMPLE))
    with pytest.raises(UsageRefused) as refused:
        by_name(desk, ["nobody", "fair", "no-one"])
    assert dict(refused.value.problem.values)["id"] == "no-one"
    assert "`nobody`" in capfd.readouterr().err


def test_the_question_is_asked_once_and_lists_a_dozen(
    registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Screen(monkeypatch, "y")
    desk, common = desk_of(registry(SOILS))
    every = partial(select.entries, everything=True)
    targets, code = by_filters(desk, common, SOIL, every)
    assert (len(targets), code) == (14, 0)
    assert agreed(desk, SOIL, ALL, targets)
    assert "Entries to change: 14 (s0, s1, " in screen.said
    assert ("s7, …)" in screen.said, "s8" in screen.said) == (True, False)


@pytest.mark.parametrize("editing", [Editing(), Editing(dry_run=True)])
def test_where_nobody_answers_only_yes_or_a_dry_run_goes_on(registry: Write, editing: Editing) -> None:
    desk, common = desk_of(registry(SOILS), editing)
    targets, _ = by_filters(desk, common, SOIL, select.entries)
    assert agreed(desk, SOIL, Several(all_of_these=True, yes=True), targets)
    if editing.dry_run:
        assert agreed(desk, SOIL, ALL, targets)
    else:
        with pytest.raises(UsageRefused) as refused:
            agreed(desk, SOIL, ALL, targets)
        assert refused.value.problem.code == "all-wants-yes"

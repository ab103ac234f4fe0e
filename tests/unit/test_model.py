"""What an entry was last confirmed by."""

from datetime import date

import pytest

from builders import BRUSSELS, entry, stage
from clustercalls import model
from clustercalls.errors import problem
from clustercalls.errors.catalogue import CATALOGUE
from clustercalls.errors.kinds import Severity
from clustercalls.model import DUE, STATED, Registry, StageKind, Status

CONFIRMED = [
    (None, "", None),
    (date(2017, 3, 1), "", date(2017, 3, 1)),
    (date(2017, 3, 1), "2018", date(2017, 3, 1)),
    (None, "2016-12~", date(2016, 12, 31)),
    (None, "2016-12-01/2016-12-02", date(2016, 12, 2)),
    (None, "2016-12/..", None),
]


@pytest.mark.parametrize(("checked", "source", "expected"), CONFIRMED)
def test_confirmed_by_a_check_else_by_the_last_day_of_the_source(
    checked: date | None, source: str, expected: date | None
) -> None:
    assert entry(checked=checked, source=source).confirmed == expected


def test_confirmed_by_a_source_without_a_date_is_not_confirmed() -> None:
    assert entry().confirmed is None
    from clustercalls.model import Source

    assert model.Entry("a", model.EntryKind.CALL, "A", source=Source("Notes")).confirmed is None


def test_what_we_must_do_and_what_may_be_stated() -> None:
    assert {StageKind.DEADLINE, StageKind.REGISTRATION, StageKind.INTERNAL} == DUE
    assert {Status.OPEN, Status.SUSPENDED, Status.CANCELLED, Status.EXHAUSTED} == STATED


def test_a_warning_leaves_a_registry_sound() -> None:
    error = problem("no-registry")
    warning = next(problem(code) for code, kind in CATALOGUE.items() if kind.severity is Severity.WARNING)
    its = Registry((), (warning, error, warning), (), BRUSSELS)
    assert (its.errors, its.sound) == ((error,), False)
    assert Registry((), (warning,), (), BRUSSELS).sound


def test_what_is_ours_alone_of_the_stages() -> None:
    assert [kind for kind in StageKind if stage("2017-04-04", kind.value).is_internal] == [StageKind.INTERNAL]

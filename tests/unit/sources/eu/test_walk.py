"""The records of a type, from the pages of one walk or more."""

from clustercalls.sources.eu.answer import AnswerPage, page_of
from clustercalls.sources.eu.asking import Ask, Type
from clustercalls.sources.eu.walk import Walk
from portal import answer, record


def page(*numbers: int, total: int) -> AnswerPage:
    return page_of(answer([record(each) for each in numbers], total=total), Ask(Type.TOPIC))


def test_rows_that_swap_between_pages_are_found_in_another_walk() -> None:
    walk = Walk()
    came = [
        [each.reference for each in walk.new(page(*numbers, total=4))] for numbers in ((1, 2), (2, 3), (1, 4))
    ]
    assert came == [["1TOPICSen", "2TOPICSen"], ["3TOPICSen"], ["4TOPICSen"]]
    assert (walk.is_complete, walk.total) == (True, 4)


def test_what_is_short_or_changes_is_not_complete() -> None:
    walk = Walk()
    assert walk.is_empty
    walk.new(page(1, total=2))
    assert not walk.is_complete
    assert not walk.is_empty
    walk.new(page(1, 2, 3, total=3))
    assert not walk.is_complete  # the portal said two numbers
    none = Walk()
    none.new(page(total=0))
    assert not none.is_complete


def test_what_is_left_out_has_come_and_what_cannot_be_used_has_not() -> None:
    stale = record(2, DATASOURCE="SEDIA_PRD_CENTRICITY")
    for other, complete in ((stale, True), ({}, False)):
        walk = Walk()
        came = walk.new(page_of(answer([record(1), other]), Ask(Type.TOPIC)))
        assert ([each.key for each in came], walk.is_complete) == (["1TOPICS"], complete)

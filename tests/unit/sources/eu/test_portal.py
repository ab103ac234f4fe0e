"""A walk over the portal on loopback: every record, in few requests, whatever the pages do."""

from collections.abc import Iterator

import pytest

from clustercalls.candidate import Candidate
from clustercalls.fetch.bounded import Unusable
from clustercalls.fetch.reading import Clock, Reader
from clustercalls.limits import RECORDS
from clustercalls.sources.eu.answer import NotAnswered
from clustercalls.sources.eu.asking import Type
from clustercalls.sources.eu.portal import KnownRecords, Portal
from hostile_dav import World
from portal import CLOSED, answer, record
from portal import Portal as Server


@pytest.fixture
def server() -> Iterator[Server]:
    with World() as world:
        made = Server(world)
        made.records = [
            *(record(each, keywords="x" * 2_000) for each in range(120)),
            *(record(1_000 + each, "8") for each in range(53)),
            *(record(2_000 + each, "2") for each in range(3)),
            record(3_000, status=CLOSED),
            record(3_001, DATASOURCE="SEDIA_PRD_CENTRICITY"),
            record(3_002, frameworkProgramme="43252476"),
        ]
        yield made


def portal(server: Server, *programmes: str) -> Portal:
    clock = Clock(lambda: 0.0, lambda _: None)
    return Portal(Reader(private=True, pause=0, clock=clock), server.url, programmes)


def walked(server: Server, *programmes: str) -> tuple[bool, list[Candidate]]:
    taken: list[Candidate] = []
    return portal(server, *programmes).walk(taken.append), taken


def test_every_record_in_few_requests(server: Server) -> None:
    complete, taken = walked(server)
    assert complete
    assert len({each.key for each in taken}) == len(taken) == 177
    assert len(server.world.asked) == 3 + 2 + 1


def test_of_what_is_known_only_the_print_is_given(server: Server) -> None:
    known = {each.key: each.print for each in walked(server)[1]}
    server.records[0]["metadata"]["title"] = ["Another"]
    server.records[1]["metadata"]["esDA_IngestDate"] = ["2030-01-01"]
    taken: list[Candidate] = []
    same: list[tuple[str, str]] = []
    assert portal(server).walk(taken.append, KnownRecords(known), lambda *each: same.append(each))
    assert [each.key for each in taken] == ["0TOPICS"]
    assert len(same) == 176
    assert set(same) <= set(known.items())


def test_of_some_programmes_only(server: Server) -> None:
    assert [each.key for each in walked(server, "smp")[1]] == ["3002TOPICS"]


def test_rows_that_swap_are_found_in_a_second_walk(server: Server) -> None:
    server.swaps = 2
    complete, taken = walked(server)
    assert (complete, len(taken)) == (True, 177)


def test_what_stays_short_is_incomplete(server: Server) -> None:
    server.swaps = 100
    complete, taken = walked(server)
    assert not complete
    assert 170 < len(taken) < 177


def test_what_has_nothing_at_all_is_no_answer(server: Server) -> None:
    server.records = []
    with pytest.raises(NotAnswered):
        walked(server)
    assert len(server.world.asked) == 9  # each type is asked three times before that is believed


def test_a_search_without_its_filters_is_refused(server: Server) -> None:
    server.bad = lambda _asked, _good: answer([], total=RECORDS + 1)
    with pytest.raises(NotAnswered):
        walked(server)


def test_a_page_that_does_not_come_ends_the_walk(server: Server) -> None:
    server.bad = lambda asked, good: b"<html>" if "pageNumber=2" in asked.path else good
    with pytest.raises(NotAnswered):
        walked(server)
    server.world.script = lambda _: (b"", False)
    with pytest.raises(Unusable):
        walked(server)


def test_single_ones_are_found_whatever_their_status(server: Server) -> None:
    names = [(Type.TOPIC, "HORIZON-CL0-2027-3000"), (Type.CASCADE, "1000"), (Type.PROSPECT, "none")]
    assert {each.key for each in portal(server).named(names)} == {"3000TOPICS", "1000COMPETITIVE_CALL"}


def test_a_type_of_which_nothing_comes_any_more_is_not_believed(server: Server) -> None:
    server.records = [each for each in server.records if each["metadata"]["type"] != ["8"]]
    taken: list[Candidate] = []
    for count, complete in ((0, True), (3, True), (4, False)):
        known = KnownRecords(ahead=[f"{number}COMPETITIVE_CALL" for number in range(count)])
        assert portal(server).walk(taken.append, known) is complete

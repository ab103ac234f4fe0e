"""A draft is an entry of ours by its key, its official name, its address, or its title and a date."""

from typing import Any

import pytest
from msgspec.structs import replace

from builders import at, entry, stage
from clustercalls.cli.importing.known_already import known_already
from clustercalls.model import Entry, Source

NOW = at("2027-01-10T09:00")
OURS = replace(
    entry(stage("2027-04-04"), name="ours", title="Soil health, living labs"),
    url="https://example.org/soil",
    ref=("HORIZON-1",),
    source=Source("S", key="eccp:7"),
)

TWO_ON_ONE_PAGE = {"formal": "Clusters, the formal call", "informal": "Clusters: join an informal group"}


@pytest.mark.parametrize(
    ("table", "known"),
    [
        ({"title": "Another", "source": {"key": "eccp:7"}}, True),
        ({"title": "Soil health", "url": "http://www.example.org/soil/"}, True),
        ({"title": "Another", "ref": ["horizon-1"]}, True),
        ({"title": "SOIL HEALTH: living labs", "deadline": "2027-04-04"}, True),
        ({"title": "Soil health, living labs"}, True),
        ({"title": "Soil health", "deadline": "2027-04-04"}, False),
        ({"title": "Another"}, False),
    ],
)
def test_what_is_the_same(table: dict[str, Any], known: bool) -> None:
    found = known_already("call", {"id": "draft", **table}, [entry(name="other"), OURS], NOW)
    assert (found is not None and found.entry is OURS) is known
    assert known_already("event", {"id": "draft", **table}, [OURS], NOW) is None


def test_the_same_title_on_other_days_may_be_the_same() -> None:
    table = {"id": "draft", "title": "Soil health, living labs", "deadline": "2028-04-04"}
    found = known_already("call", table, [OURS], NOW)
    assert found is not None
    assert (found.entry, found.perhaps) == (OURS, True)
    assert [each.proposal.field for each in found.differences] == ["stage deadline"]


@pytest.mark.parametrize(
    ("table", "known"),
    [
        ({"title": "Another"}, False),
        ({"title": "Another", "deadline": "2027-04-04"}, False),
        ({"title": "Soil health, living labs", "deadline": "2028-04-04"}, True),
    ],
)
def test_two_files_may_have_one_key_for_two_calls(table: dict[str, Any], known: bool) -> None:
    ours = replace(OURS, source=Source("S", key="table:12"))
    found = known_already("call", {"id": "draft", **table, "source": {"key": "table:12"}}, [ours], NOW)
    assert (found is not None and not found.perhaps) is known


def test_what_it_says_otherwise() -> None:
    ours: Entry = OURS
    table = {"id": "draft", "title": "T", "ref": ["HORIZON-1"], "deadline": "2027-04-18", "budget": 5_000}
    found = known_already("call", table, [ours], NOW)
    assert found is not None
    assert [(each.proposal.field, each.proposal.now) for each in found.differences] == [
        ("stage deadline", "2027-04-18"),
        ("budget", "5000 "),
    ]


@pytest.mark.parametrize(("title", "perhaps"), [("Soil health", False), ("Soil and water", True)])
def test_a_page_may_list_several_calls(title: str, perhaps: bool) -> None:
    table = {"id": "draft", "title": title, "url": "https://example.org/soil", "deadline": "2028-04-04"}
    found = known_already("call", table, [OURS], NOW)
    assert found is not None
    assert found.perhaps is perhaps


def test_what_is_proposed_has_its_sentence() -> None:
    source = {"title": "R", "quote": "It closes on 18 April 2027."}
    table = {"id": "draft", "title": "T", "ref": ["HORIZON-1"], "deadline": "2027-04-18", "source": source}
    found = known_already("call", table, [OURS], NOW)
    assert found is not None
    assert [each.proposal.quote for each in found.differences] == ["It closes on 18 April 2027."]


def test_of_several_on_one_page_the_most_alike_is_perhaps_it() -> None:
    url = "https://example.org/soil"
    others = [replace(entry(name=name, title=title), url=url) for name, title in TWO_ON_ONE_PAGE.items()]
    found = known_already(
        "call", {"id": "draft", "title": "Clusters, informal round", "url": url}, others, NOW
    )
    assert found is not None
    assert (found.entry.id, found.perhaps) == ("informal", True)

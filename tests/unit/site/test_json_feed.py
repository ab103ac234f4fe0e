"""feed.json is a JSON Feed whatever stands in its texts."""

import json

import pytest
from hypothesis import HealthCheck, given, settings

from builders import entry, moved, stage
from clustercalls.model import Entry
from clustercalls.site.feed_items import items
from clustercalls.site.json_feed import feed, files
from feed_rules import of_json
from publications import As, making, published, strange_entries

CALL = entry(
    stage("2017-04-06"),
    name="soil",
    title="Soil",
    programme="SMP",
    tags=("smes",),
    url="https://example.org/soil",
    source="2016-12",
    history=(moved("deadline", "2017-04-04", "2017-03-20"),),
)


def test_a_feed() -> None:
    publication = published(CALL)
    (item,) = items(publication)
    assert feed(publication) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Calls",
        "home_page_url": "https://calls.example.org/members/index.html",
        "feed_url": "https://calls.example.org/members/feed.json",
        "language": "en",
        "authors": [{"name": "Calls"}],
        "items": [{
            "id": item.id,
            "url": "https://calls.example.org/members/calls/soil.html",
            "external_url": "https://example.org/soil",
            "title": "Soil",
            "summary": "Moved: deadline: 4 Apr → 6 Apr 2017 (+2 days) · Deadline: Thu 6 Apr 2017",
            "content_html": item.html,
            "date_published": "2016-12-01T00:00:00Z",
            "date_modified": "2017-03-20T00:00:00Z",
            "tags": ["SMP", "smes"],
        }],
    }  # fmt: skip


def test_without_a_day_it_says_none() -> None:
    said = feed(published(entry(stage("2017-06-06"))))
    assert [*said["items"][0]] == ["id", "url", "title", "summary", "content_html"]


def test_without_an_address_there_is_none() -> None:
    nowhere = published(CALL, how=As(address=""))
    assert [*files(nowhere, making(nowhere))] == []


@pytest.mark.parametrize("how", [As(), As(lang="it", folder="it/"), As(registry="")])
@pytest.mark.parametrize("told", [(), (CALL,), (CALL, entry(name="other"))])
def test_it_is_valid(told: tuple[Entry, ...], how: As) -> None:
    publication = published(*told, how=how)
    ((path, data),) = files(publication, making(publication))
    assert path == "feed.json"
    assert of_json(data) == []


@given(strange_entries())
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_whatever_stands_in_the_texts(told: Entry) -> None:
    publication = published(told)
    ((_, data),) = files(publication, making(publication))
    assert of_json(data) == []
    assert len(json.loads(data.decode())["items"]) == 1

"""JSON-LD of an entry: what it says, and that nothing of it acts in a page."""

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from builders import entry, moved, stage
from clustercalls.entry_tables import Contact, Grants
from clustercalls.model import Entry
from clustercalls.site.json_ld import embedded, of
from publications import As, published, strange_entries

CALL = entry(
    stage("2017-04-06", at="17:00"),
    stage("2017-06/2017-07", "decision"),
    name="soil",
    title="Soil",
    programme="SMP",
    summary="For clusters.",
    budget=18_500_000,
    currency="EUR",
    grants=Grants(8, min=0, max=350_000),
    ref=("SMP-1",),
    url="https://example.org/soil",
    history=(moved("deadline", "2017-04-04", "2017-03-20"),),
)


def said(told: Entry, how: As | None = None) -> dict[str, Any]:
    return of(published(told, how=how), told)


def test_a_call() -> None:
    assert said(CALL) == {
        "@context": "https://schema.org",
        "@type": "MonetaryGrant",
        "name": "Soil",
        "description": "For clusters.",
        "url": "https://calls.example.org/members/calls/soil.html",
        "sameAs": "https://example.org/soil",
        "identifier": ["SMP-1"],
        "funder": {"@type": "FundingScheme", "name": "SMP"},
        "amount": [
            {"@type": "MonetaryAmount", "currency": "EUR", "minValue": 0, "maxValue": 350_000},
            {"@type": "MonetaryAmount", "currency": "EUR", "name": "budget", "value": 18_500_000},
        ],
        "subjectOf": [
            {
                "@type": "Event",
                "name": "Soil · deadline",
                "startDate": "2017-04-06T17:00:00+02:00",
                "eventStatus": "https://schema.org/EventRescheduled",
                "previousStartDate": "2017-04-04",
            },
            {"@type": "Event", "name": "Soil · decision", "description": "June–July 2017"},
        ],
    }


def test_an_event() -> None:
    told = entry(
        stage("2017-06-01", "dates", until="2017-06-02"),
        stage("2017-05-01", "registration"),
        name="day",
        title="Cluster day",
        kind="event",
        place="Bari",
        programme="SMP",
        contact=Contact("The office", email="a@example.org"),
        about="A day.",
    )
    assert said(told, As(address="")) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Cluster day",
        "startDate": "2017-06-01",
        "endDate": "2017-06-02",
        "eventStatus": "https://schema.org/EventScheduled",
        "description": "A day.",
        "location": {"@type": "Place", "name": "Bari", "address": "Bari"},
        "organizer": {"@type": "Organization", "name": "The office", "email": "a@example.org"},
        "subjectOf": [{
            "@type": "Event",
            "name": "Cluster day · registration",
            "startDate": "2017-05-01",
            "eventStatus": "https://schema.org/EventScheduled",
        }],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("told", "key", "value"),
    [
        (entry(kind="resource"), "@type", "CreativeWork"),
        (entry(kind="policy"), "@type", "Event"),
        (entry(budget=0, currency="EUR"), "amount",
         {"@type": "MonetaryAmount", "currency": "EUR", "name": "budget", "value": 0}),
        (entry(grants=Grants(8)), "amount", None),
        (entry(grants=Grants(8, 5), currency="EUR"), "amount",
         {"@type": "MonetaryAmount", "currency": "EUR", "value": 5}),
        (entry(programme="SMP", kind="resource"), "funder", None),
        (entry(stage("2017-06", "dates"), kind="event"), "description", "June 2017"),
        (entry(stage("2017-06", "dates"), kind="event"), "startDate", None),
        (entry(contact=Contact("The office")), "organizer", None),
        (entry(kind="event", contact=Contact(email="a@example.org")), "organizer", None),
    ],
)  # fmt: skip
def test_the_rest(told: Entry, key: str, value: object) -> None:
    assert said(told).get(key) == value


def test_without_an_address_its_own_page_is_its_address() -> None:
    table = said(CALL, As(address=""))
    assert (table["url"], table.get("sameAs")) == ("https://example.org/soil", None)


class _Scripts(HTMLParser):
    """What a page has beside the one script."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as there
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_embedded() -> None:
    text = embedded({"a": "</script><!--<script>&\u2028\u2029 è"})
    assert text == ('{"a":"\\u003c/script\\u003e\\u003c!--\\u003cscript\\u003e\\u0026\\u2028\\u2029 è"}')


@given(strange_entries())
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_whatever_stands_in_the_texts(told: Entry) -> None:
    table = said(told)
    page = _Scripts()
    page.feed(f'<script type="application/ld+json">{embedded(table)}</script><p>')
    page.close()
    assert page.tags == ["script", "p"]
    assert json.loads(page.text)["@type"] == table["@type"]

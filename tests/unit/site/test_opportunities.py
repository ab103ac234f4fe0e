"""calls.commongrants.json is valid by the library of CommonGrants, and read back without loss."""

import json
from datetime import date
from typing import Any

import pytest
from common_grants_sdk.schemas.pydantic import OpportunitiesListResponse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import entry, moved, stage
from clustercalls.audiences import Audience
from clustercalls.candidate import Candidate
from clustercalls.catalogue.reading import entry_of
from clustercalls.entry_tables import Contact, Funding, Grants
from clustercalls.model import Entry, EntryKind, Status
from clustercalls.query.outward import OFFICES, outward
from clustercalls.registry.public_tables import public_table
from clustercalls.site.identity import opportunity_id
from clustercalls.site.opportunities import files
from clustercalls.sources.common_grants.read import candidates
from clustercalls.sources.common_grants.recognised import is_common_grants
from publications import As, making, published, strange_entries
from random_entries import read, tables

CALL = entry(
    stage("2017-01/2017-02", "opens"),
    stage("2017-04-06", at="17:00"),
    name="soil",
    title="Soil",
    programme="SMP",
    summary="For clusters.",
    budget=18_500_000,
    currency="EUR",
    grants=Grants(8, min=100_000.5, max=350_000),
    funding=(Funding(75, "SMEs"),),
    eligibility=("A cluster",),
    url="https://example.org/soil",
    source="2016-12",
    history=(moved("deadline", "2017-04-04", "2017-03-20"),),
)


def written(*told: Entry, how: As | None = None) -> bytes:
    """The file, which the library takes."""
    publication = published(*told, how=how)
    ((path, data),) = files(publication, making(publication))
    assert path == "calls.commongrants.json"
    OpportunitiesListResponse.model_validate(json.loads(data.decode()))
    return data


def items(*told: Entry, how: As | None = None) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = json.loads(written(*told, how=how).decode())["items"]
    return said


def test_a_call() -> None:
    (item,) = items(CALL)
    fields = item.pop("customFields")
    assert item == {
        "id": opportunity_id(published(CALL), "soil"),
        "title": "Soil",
        "description": "For clusters.",
        "status": {"value": "open", "description": "closing"},
        "funding": {
            "details": "18.5 M€; grants: 8, 100,000.5 €–350 k€ a project; 75 % for SMEs",
            "totalAmountAvailable": {"amount": "18500000", "currency": "EUR"},
            "minAwardAmount": {"amount": "100000.5", "currency": "EUR"},
            "maxAwardAmount": {"amount": "350000", "currency": "EUR"},
            "estimatedAwardCount": 8,
        },
        "keyDates": {
            "closeDate": {
                "name": "deadline", "eventType": "singleDate", "date": "2017-04-06", "time": "17:00:00",
                "description": "Thu 6 Apr 2017 17:00 Brussels",
            },
            "otherDates": {"opens": {"name": "opening", "eventType": "other", "details": "Jan–Feb 2017"}},
        },
        "acceptedApplicantTypes": [{"value": "custom", "customValue": "A cluster"}],
        "source": "https://example.org/soil",
        "createdAt": "2016-12-01T00:00:00Z",
        "lastModifiedAt": "2017-03-20T00:00:00Z",
    }  # fmt: skip
    assert {name: each["fieldType"] for name, each in fields.items()} == {
        "clustercallsEntry": "object", "clustercallsStages": "array", "clustercallsRates": "array",
        "clustercallsHistory": "array",
    }  # fmt: skip
    assert fields["clustercallsStages"]["value"][0]["when"] == "2017-01/2017-02"
    assert fields["clustercallsHistory"]["value"] == [
        {"stage": "deadline", "was": "2017-04-04", "noticed": "2017-03-20"}
    ]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (entry(stage("2017-02/2017-09", "opens")), {"value": "forecasted"}),
        (entry(stage("2017-06-01")), {"value": "open"}),
        (entry(stage("2017-03-30")), {"value": "open"}),
        (entry(stage("2017-03-01")), {"value": "closed"}),
        (entry(), {"value": "custom", "customValue": "unknown"}),
        (entry(stage("2017-06-01"), status=Status.SUSPENDED),
         {"value": "custom", "customValue": "suspended"}),
        (entry(stage("2017-06-01"), status=Status.EXHAUSTED),
         {"value": "custom", "customValue": "exhausted"}),
        (entry(stage("2017-06-01", cancelled=True)), {"value": "custom", "customValue": "cancelled"}),
    ],
)  # fmt: skip
def test_status(told: Entry, status: dict[str, str]) -> None:
    (item,) = items(told)
    assert {key: each for key, each in item["status"].items() if key != "description"} == status


def test_amounts() -> None:
    (item,) = items(entry(budget=0, currency="EUR", grants=Grants(each=0.1)))
    assert item["funding"]["totalAmountAvailable"]["amount"] == "0"
    assert item["funding"]["minAwardAmount"] == {"amount": "0.1", "currency": "EUR"}
    assert item["funding"]["maxAwardAmount"] == {"amount": "0.1", "currency": "EUR"}
    (large,) = items(entry(budget=1e15, currency="EUR"))
    assert large["funding"]["totalAmountAvailable"]["amount"] == "1000000000000000"
    (without,) = items(entry(budget=5))
    assert without["funding"] == {"details": "5"}


def test_only_calls_are_opportunities() -> None:
    others = (entry(name=kind, kind=kind) for kind in ("event", "policy", "resource"))
    said = json.loads(written(CALL, *others).decode())
    assert (said["status"], said["message"]) == (200, "Success")
    assert [each["title"] for each in said["items"]] == ["Soil"]
    assert said["paginationInfo"] == {"page": 1, "pageSize": 1, "totalItems": 1, "totalPages": 1}
    assert items() == []


def test_what_nobody_dated_is_no_newer_than_the_rest() -> None:
    _, undated = items(CALL, entry(name="other"))
    assert undated["createdAt"] == undated["lastModifiedAt"] == "2016-12-01T00:00:00Z"


def test_it_is_known_for_what_it_is() -> None:
    assert is_common_grants(written(CALL))


@given(st.lists(tables(), max_size=3))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_what_is_written_is_read_without_loss(made: list[tuple[EntryKind, dict[str, Any]]]) -> None:
    calls = [
        outward(read(EntryKind.CALL, {**table, "id": f"{table['id']}-{number}"}), OFFICES)
        for number, (_, table) in enumerate(made)
    ]
    audience = Audience(contacts=True, quotes=True)
    back = [*candidates(written(*calls, how=As(audience=audience)), "s", "Europe/Rome")]
    assert len(back) == len(calls)
    for ours, candidate in zip(calls, back, strict=True):
        assert isinstance(candidate, Candidate)
        theirs, wrong = entry_of("s", candidate.key, candidate.entry)
        assert theirs is not None, wrong
        # whose it was is theirs: the importer says where it has it from
        rest = {"source": {}, "id": ours.id}
        assert candidate.ident == ours.id
        assert {**public_table(theirs, OFFICES), **rest} == {**public_table(ours, OFFICES), **rest}


def test_no_more_is_told_than_the_audience_may_know() -> None:
    told = entry(contact=Contact("Ada"), owner="Bea", note="ours", track="go")
    assert not any(each in written(told) for each in (b"Ada", b"Bea", b"ours", b"go"))
    may = As(audience=Audience(internal=True))
    assert all(each in written(told, how=may) for each in (b"Ada", b"Bea", b"ours", b"go"))


@given(strange_entries(), st.sampled_from(["en", "it"]))
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_whatever_stands_in_the_texts(told: Entry, lang: str) -> None:
    written(told, how=As(lang=lang))


def test_nothing_but_the_status_depends_on_the_day() -> None:
    days = ("2017-03-28T09:00", "2017-04-05T09:00")
    assert len({written(CALL, how=As(on=each)) for each in days}) == 1
    checked = entry(name="soil", checked=date(2017, 3, 1))
    assert items(checked)[0]["createdAt"] == "2017-03-01T00:00:00Z"

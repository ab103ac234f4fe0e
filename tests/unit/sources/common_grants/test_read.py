"""Opportunities of CommonGrants: what they say has its place, what is bad is lost alone, ours come whole."""

import json
from typing import Any

import pytest
from common_grants_sdk.schemas.pydantic import OpportunitiesListResponse, OpportunityResponse
from hypothesis import given, settings

from clustercalls.candidate import Candidate
from clustercalls.catalogue.reading import entry_of
from clustercalls.errors import InputRefused, Problem
from clustercalls.limits import RECORDS
from clustercalls.model import EntryKind
from clustercalls.registry.public_tables import public_table
from clustercalls.sources.common_grants.read import candidates
from opportunities import ID, between, money, of_ours, on, opportunity, page
from random_entries import read, tables

ZONE = "Europe/Rome"


def both(said: object) -> tuple[list[Candidate], list[Problem]]:
    data = said if isinstance(said, bytes) else json.dumps(said).encode()
    made = list(candidates(data, "s", ZONE))
    return [each for each in made if isinstance(each, Candidate)], [
        each for each in made if isinstance(each, Problem)
    ]


def facts(**fields: object) -> dict[str, Any]:
    (made,), problems = both(opportunity(1, **fields))
    assert problems == []
    return {
        key: each for key, each in made.entry.items() if key not in {"kind", "title", "source", "summary"}
    }


def test_what_each_has() -> None:
    said = opportunity(
        1,
        title="Cluster <b>vouchers</b>",
        description="<p>For &amp; by clusters.</p>",
        source="https://example.org/vouchers",
        status={"value": "open"},
        funding={
            "totalAmountAvailable": money("1000000.00"), "minAwardAmount": money("5000"),
            "maxAwardAmount": money("20000.50"), "estimatedAwardCount": 12, "details": "Paid at once.",
        },
        keyDates={
            "postDate": on("2027-01-10"), "closeDate": on("2027-04-04", time="17:00:00"),
            "otherDates": {
                "infoSession": on("2027-02-01", "Info session"), "award": on("2027-07-01", "Awards"),
            },
        },
        acceptedApplicantTypes=[
            {"value": "non_profit_with_501c3"}, {"value": "custom", "customValue": "clusters"},
        ],
        identifiers={"opp:us:fon": {"id": "FON-1"}, "otherIds": {"opp:eu:ref": {"id": "SMP-2027"}}},
        customFields={"agency": {"name": "agency", "fieldType": "string", "value": "Agency for clusters"}},
    )  # fmt: skip
    (made,), problems = both(said)
    assert problems == []
    assert (made.key, made.ident, made.title) == (f"{ID[:-4]}0001", "", "Cluster vouchers")
    assert made.entry == {
        "kind": "call",
        "title": "Cluster vouchers",
        "summary": "For & by clusters.",
        "about": "Paid at once.",
        "budget": 1_000_000,
        "currency": "EUR",
        "grants": {"number": 12, "min": 5_000, "max": 20_000.5},
        "eligibility": ["non profit with 501c3", "clusters"],
        "ref": ["FON-1", "SMP-2027"],
        "url": "https://example.org/vouchers",
        "source": {"url": "https://example.org/vouchers", "key": f"s:{ID[:-4]}0001"},
        "stage": [
            {"id": "published", "kind": "published", "when": "2027-01-10", "zone": ZONE},
            {"id": "deadline", "kind": "deadline", "when": "2027-04-04", "at": "17:00:00", "zone": ZONE},
            {
                "id": "info-session", "kind": "info_day", "title": "Info session", "when": "2027-02-01",
                "zone": ZONE,
            },
            {
                "id": "award", "kind": "decision", "title": "Awards", "when": "2027-07-01",
                "zone": ZONE,
            },
        ],
    }  # fmt: skip
    assert "Agency for clusters" in made.text


def test_one_a_list_and_what_a_server_answers() -> None:
    one, other = opportunity(1), opportunity(2)
    listed = page(one, other)
    OpportunitiesListResponse.model_validate(listed)
    single = {"status": 200, "message": "Success", "data": one}
    OpportunityResponse.model_validate(single)
    for said, count in ((one, 1), ([one, other], 2), (listed, 2), (single, 1), ([], 0), (page(), 0)):
        made, problems = both(said)
        assert (len(made), problems) == (count, [])


def test_one_page_of_several_says_so() -> None:
    made, (problem,) = both(page(opportunity(1), pages=7))
    assert len(made) == 1
    assert "one page of 7" in problem.message


@pytest.mark.parametrize(
    ("status", "dates", "stated"),
    [
        ({"value": "open"}, {}, "open"),
        ({"value": "open"}, {"closeDate": on("2027-04-04")}, None),
        ({"value": "open"}, {"postDate": on("2027-04-04")}, "open"),
        ({"value": "closed"}, {}, None),
        ({"value": "forecasted"}, {}, None),
        ({"value": "custom", "customValue": "Cancelled"}, {"closeDate": on("2027-04-04")}, "cancelled"),
        ({"value": "custom", "customValue": "suspended"}, {}, "suspended"),
        ({"value": "custom", "customValue": "under review"}, {}, None),
        ({"value": "closed", "customValue": "cancelled"}, {}, None),
    ],
)
def test_a_status_is_stated_where_dates_say_nothing(
    status: dict[str, str], dates: dict[str, Any], stated: str | None
) -> None:
    assert facts(status=status, keyDates=dates).get("status") == stated


def test_what_has_no_place_is_kept_in_words() -> None:
    made = facts(
        status={"value": "custom", "customValue": "under review"},
        keyDates={"closeDate": {"name": "Closes", "eventType": "other", "details": "Every Tuesday"}},
        funding={"totalAmountAvailable": money("-5"), "minAwardAmount": money("5"), "minAwardCount": 3},
    )
    assert (
        made["about"]
        == (
            "status: under review; closeDate: Every Tuesday; totalAmountAvailable: -5 EUR; awardCount: 3 – …"
        ).strip()
    )
    assert "stage" not in made


@pytest.mark.parametrize(
    ("key", "event", "stage"),
    [
        ("closeDate", between("2027-04-01", "2027-04-04", endTime="17:00:00"),
         {"id": "deadline", "kind": "deadline", "when": "2027-04-04", "at": "17:00:00"}),
        ("otherDates", {"workshop": between("2027-04-01", "2027-04-04", "Workshop")},
         {"id": "workshop", "kind": "dates", "title": "Workshop", "when": "2027-04-01",
          "until": "2027-04-04"}),
        ("otherDates",
         {"workshop": between("2027-04-01", "2027-04-02", "W", startTime="09:00:00", endTime="18:00")},
         {"id": "workshop", "kind": "dates", "title": "W", "when": "2027-04-01", "at": "09:00:00",
          "until": "2027-04-02T18:00:00"}),
        ("otherDates", {"letterOfIntent": on("2027-03-01", "Letter")},
         {"id": "letter-of-intent", "kind": "deadline", "title": "Letter", "when": "2027-03-01"}),
        ("otherDates", {"?": on("2027-03-01", "Day")},
         {"id": "dates", "kind": "dates", "title": "Day", "when": "2027-03-01"}),
    ],
)  # fmt: skip
def test_dates(key: str, event: dict[str, Any], stage: dict[str, Any]) -> None:
    (made,) = facts(keyDates={key: event}, status={"value": "forecasted"})["stage"]
    del made["zone"]
    assert made == stage


@given(tables())
@settings(max_examples=60)
def test_ours_come_back_whole(made: tuple[EntryKind, dict[str, Any]]) -> None:
    kind, table = made
    told = public_table(read(kind, table))
    (one,), problems = both(of_ours(kind.value, told))
    assert problems == []
    back, wrong = entry_of("s", one.key, one.entry)
    assert back is not None, wrong
    theirs, ours = {**told, "source": {}}, {**public_table(back), "source": {}, "id": told["id"]}
    assert (one.entry["kind"], one.ident, ours) == (kind.value, told["id"], theirs)


BAD: dict[str, Any] = {
    "no id": {"id": None},
    "an id that is a number": {"id": 7},
    "no title": {"title": ""},
    "a title of nothing": {"title": "\u200b <b></b>"},
    "a day that is none": {"keyDates": {"closeDate": on("2027-02-30")}},
    "a day in words": {"keyDates": {"closeDate": on("soon")}},
    "a day that is a number": {"keyDates": {"closeDate": {"date": 20270404}}},
    "a date that is none": {"keyDates": {"closeDate": "2027-04-04"}},
    "an hour that is none": {"keyDates": {"closeDate": on("2027-04-04", time="25:00:00")}},
    "an hour with an offset": {"keyDates": {"closeDate": on("2027-04-04", time="17:00:00+02:00")}},
    "reversed": {"keyDates": {"closeDate": between("2027-04-04", "2027-04-01")}},
    "half a stretch": {"keyDates": {"closeDate": {"startDate": "2027-04-04"}}},
    "the same id": {"id": f"{ID[:-4]}0000"},
    "our fields without an id": {"customFields": {"clustercallsEntry": {"value": {"title": "A"}}}},
    "our stages, bad": {"customFields": {
        "clustercallsEntry": {"value": {"id": "a", "title": "A"}},
        "clustercallsStages": {"value": [{"id": "x", "kind": "opens", "when": "soon"}]},
    }},
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_bad_is_told_and_lost_alone(name: str) -> None:
    good = opportunity(0)
    made, problems = both([good, {**opportunity(1), **BAD[name]}])
    assert [each.title for each in made] == ["Opportunity 0"]
    assert len(problems) == 1
    assert problems[0].place.file == "s"
    assert problems[0].place.entry


def test_what_is_no_opportunity_at_all_is_told_by_its_number() -> None:
    made, problems = both([7, None, [], opportunity(1)])
    assert len(made) == 1
    assert [each.place.entry for each in problems] == ["#1", "#2", "#3"]


ODD: list[dict[str, Any]] = [
    {"status": 7}, {"status": {"value": []}}, {"funding": []}, {"funding": {"totalAmountAvailable": "5"}},
    {"funding": {"totalAmountAvailable": {"amount": 5, "currency": "EUR"}}},
    {"funding": {"totalAmountAvailable": money("9" * 400)}}, {"funding": {"estimatedAwardCount": True}},
    {"funding": {"totalAmountAvailable": money("5", "euro")}}, {"keyDates": 7},
    {"keyDates": {"otherDates": 7}},
    {"keyDates": {"closeDate": on("9999-12-31")}}, {"source": "javascript:alert(1)"}, {"customFields": [7]},
    {"customFields": {"a": 7, "clustercallsEntry": 7}}, {"customFields": {"clustercallsEntry": {"value": 7}}},
    {"acceptedApplicantTypes": [7, {"value": 7}, {}]}, {"identifiers": {"a": 7, "otherIds": []}},
    {"description": "\x1b[31m" + "x" * 100_000}, {"title": "x" * 100_000}, {"title": "\u202eA"},
]  # fmt: skip


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_what_is_odd_is_no_fact_and_the_rest_comes(odd: dict[str, Any]) -> None:
    (made,), problems = both({**opportunity(1), **odd})
    assert problems == []
    assert made.entry.get("budget") is None
    assert "url" not in made.entry
    assert len(made.title) <= 500
    assert "\x1b" not in made.entry["summary"]


def test_amounts_of_two_currencies() -> None:
    made = facts(funding={"totalAmountAvailable": money("9"), "maxAwardAmount": money("5", "USD")})
    assert (made["budget"], made["currency"], "grants" in made) == (9, "EUR", False)
    assert "maxAwardAmount: 5 USD" in made["about"]
    turned = facts(funding={"minAwardAmount": money("9"), "maxAwardAmount": money("5")})
    assert "grants" not in turned


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is no JSON"),
        (b"id,title\n1,A", "it is no JSON"),
        (b"7", "no opportunity is in it"),
        (b'"a"', "no opportunity is in it"),
        (b"{}", "no opportunity is in it"),
        (b'{"call": []}', "no opportunity is in it"),
        (b'{"items": 7}', "no opportunity is in it"),
        (b'{"items": [NaN]}', "it is no JSON"),
        (b'{"items": [1e999]}', "it is no JSON"),
        (b'{"items": [', "it is no JSON"),
        (b'["\xff"]', "it is no JSON"),
        (b"[" * 100_000, "it is nested too deep"),
        (b'{"items":' * 100_000, "it is nested too deep"),
        (b"[" + b" " * (32 * 1024 * 1024), "larger than"),
    ],
)
def test_what_is_none_is_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(InputRefused) as refused:
        candidates(data, "s", ZONE)
    assert reason in refused.value.problem.message


def test_too_many_are_bounded() -> None:
    made, problems = both([7] * (RECORDS + 5))
    assert made == []
    assert len(problems) == RECORDS + 1

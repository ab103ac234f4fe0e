"""The entry that a draft becomes: its sentences beside it, and nothing of what is not sure."""

from datetime import date, datetime
from typing import Any

import pytest

from builders import at
from clustercalls.cli.importing.draft_entry import DraftEntry
from clustercalls.drafts import Draft, DraftFact
from clustercalls.model import EntryKind
from clustercalls.passages import ReadDocument
from clustercalls.registry.build import Defaults

NOW = at("2027-01-10T09:00")
DEFAULTS = Defaults(currency="EUR")
DOCUMENT = ReadDocument((), title="A report", dated=date(2026, 12, 5), address="https://example.org/r")


def fact(key: str, value: Any, **more: Any) -> DraftFact:  # noqa: ANN401 - as files have it
    quote = more.pop("quote", f"The {key} of it.")
    return DraftFact(key=key, value=value, quote=quote, passage=0, start=0, end=1, **more)


def stage(name: str, when: str, kind: str = "deadline", **more: Any) -> DraftFact:  # noqa: ANN401 - as above
    told = {key: more.pop(key) for key in ("at", "zone", "until", "follows") if key in more}
    return fact("stage", {"id": name, "kind": kind, "when": when, **told}, **more)


def table(*facts: DraftFact, kind: EntryKind = EntryKind.CALL, **chosen: str) -> dict[str, Any]:
    answers = {int(place.removeprefix("_")): value for place, value in chosen.items()}
    draft = Draft(kind, (fact("title", "Soil"), *facts))
    return DraftEntry(1, draft, DOCUMENT, "report.txt", answers).table("soil", DEFAULTS, NOW)


@pytest.mark.parametrize(
    ("facts", "made"),
    [
        ([stage("deadline", "2027-04-04")], {"deadline": date(2027, 4, 4)}),
        ([stage("deadline", "2027-02/2027-03")], {"deadline": "2027-02/2027-03"}),
        (
            [stage("deadline", "2027-04-04", at="17:00", zone="Europe/Brussels")],
            {"deadline": datetime.fromisoformat("2027-04-04T17:00")},
        ),
        (
            [stage("dates", "2027-12-01", "dates", until="2027-12-02")],
            {"starts": date(2027, 12, 1), "ends": date(2027, 12, 2)},
        ),
        (
            [stage("first", "2027-04-04"), stage("second", "", follows="first")],
            {
                "stage": [
                    {"id": "first", "kind": "deadline", "when": date(2027, 4, 4)},
                    {"id": "second", "kind": "deadline", "follows": "first"},
                ]
            },
        ),
        (
            [stage("fair", "2027-12-01", "dates", until="2027-12-02")],
            {
                "stage": [
                    {"id": "fair", "kind": "dates", "when": date(2027, 12, 1), "until": date(2027, 12, 2)}
                ]
            },
        ),
        ([fact("budget", 5), fact("currency", "EUR")], {"budget": 5}),
        ([fact("budget", 5), fact("currency", "GBP")], {"budget": 5, "currency": "GBP"}),
        ([fact("eligibility", "A"), fact("eligibility", ["B", "A"])], {"eligibility": ["A", "B"]}),
        ([fact("budget", 5, sure=False, reason="r")], {}),
    ],
)
def test_facts(facts: list[DraftFact], made: dict[str, Any]) -> None:
    whole = table(*facts)
    assert {key: whole[key] for key in whole if key not in {"id", "title", "source"}} == made


def test_the_source_has_the_sentences_of_the_dates() -> None:
    made = table(stage("deadline", "2027-04-04", quote="Closes 4 April."), fact("budget", 5))
    assert made["source"] == {
        "title": "A report",
        "url": "https://example.org/r",
        "date": date(2026, 12, 5),
        "quote": "Closes 4 April.",
    }


def test_a_date_that_was_before() -> None:
    moved = fact("history", {"stage": "deadline", "was": "2027-03-01"}, quote="Put off.")
    made = table(stage("deadline", "2027-04-04"), moved)
    row = {"stage": "deadline", "was": date(2027, 3, 1), "noticed": date(2026, 12, 5), "why": "Put off."}
    assert made["history"] == [row]


def test_what_a_person_chose() -> None:
    unsure = stage(
        "deadline", "../..", sure=False, reason="which year?", readings=("2027-10-31", "2028-10-31")
    )
    assert table(unsure, _1="2027-10-31")["deadline"] == date(2027, 10, 31)
    assert "deadline" not in table(unsure)
    assert table(fact("budget", 5, sure=False, reason="r"), _1="")["budget"] == 5

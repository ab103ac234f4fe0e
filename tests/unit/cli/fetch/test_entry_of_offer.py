"""The entry that an offer becomes; tried whole with `follow` in `test_follow.py`."""

from datetime import date, datetime
from typing import Any

import pytest

from builders import at
from clustercalls.candidate import Candidate
from clustercalls.catalogue.named import OnOffer
from clustercalls.catalogue.reading import entry_of
from clustercalls.cli.fetch.entry_of_offer import id_for, table_for
from clustercalls.editing.document import Table
from clustercalls.registry.build import Defaults


@pytest.mark.parametrize(("key", "ident", "title", "taken", "wanted"), [
    ("1TOPICS", "HORIZON-CL5-2026-09-D4-03", "T", set(), "horizon-cl5-2026-09-d4-03"),
    ("1TOPICS", "HORIZON-CL5", "T", {"horizon-cl5"}, "horizon-cl5-2"),
    ("1COMPETITIVE_CALL", "SMP-COSME-2024", "Open call of us", set(), "open-call-of-us"),
    ("1PROSPECTS", "", "Ein Aufruf", set(), "ein-aufruf"),
])  # fmt: skip
def test_its_id(key: str, ident: str, title: str, taken: set[str], wanted: str) -> None:
    candidate = Candidate(source="eu", key=key, ident=ident, title=title, entry={})
    assert id_for(candidate, taken) == wanted


def made(of: str = "s", **entry: Any) -> Table:  # noqa: ANN401 - a table of any kind
    """The table of the entry that an offer of a source becomes, as one follows it."""
    candidate = Candidate(source=of, key="k", ident="", title="T", entry={"title": "T", **entry})
    read = entry_of(of, "k", candidate.entry)[0]
    assert read is not None
    held = OnOffer(candidate, read, "", None, 0, None, ())
    return table_for(held, "t", date(2026, 11, 27), Defaults(), at("2026-11-27T09:00"))


@pytest.mark.parametrize(("stage", "wanted"), [
    ({"when": "2027-03-10", "at": "09:00:00"}, {"when": datetime(2027, 3, 10, 9)}),  # noqa: DTZ001 - of a zone
    ({"when": "2027-03-10", "until": "2027-03-12"}, {"when": date(2027, 3, 10), "until": date(2027, 3, 12)}),
    ({"when": "2027-06"}, {"when": "2027-06"}),
    ({"when": "../2027-06-01"}, {"when": "../2027-06-01"}),
])  # fmt: skip
def test_dates_are_those_of_toml_and_what_is_no_day_stays_a_text(
    stage: dict[str, str], wanted: dict[str, object]
) -> None:
    table = made(kind="event", stage=[{"id": "dates", "kind": "dates", **stage}])
    assert table["stage"] == [{"id": "dates", "kind": "dates", **wanted}]
    assert "kind" not in table


def test_the_day_on_which_it_was_published_stays_that_of_its_source() -> None:
    assert made(source={"key": "s:k", "date": "2026-10-01"})["source"]["date"] == date(2026, 10, 1)
    assert made(source={"key": "s:k"})["source"]["date"] == date(2026, 11, 27)


def test_of_a_portal_what_is_over_is_left_out_but_what_a_date_ahead_counts_from() -> None:
    first = {"id": "first", "kind": "deadline", "when": "2026-01-10"}
    second = {"id": "second", "kind": "interview", "after": {"stage": "first", "months": 1}}
    last = {"id": "last", "kind": "decision", "after": {"stage": "second", "months": 24}}
    over = {"id": "other", "kind": "deadline", "when": "2026-02-10"}
    every = [first, over, second, last]
    assert [each["id"] for each in made("eu", stage=every)["stage"]] == ["first", "second", "last"]
    assert [each["id"] for each in made("eu", stage=[first, over])["stage"]] == ["first", "other"]


def test_of_another_office_all_dates_come() -> None:
    """That a call has opened decides whether it is open."""
    opened = {"id": "opens", "kind": "opens", "when": "2026-01-10"}
    last = {"id": "last", "kind": "deadline", "when": "2027-03/2027-04"}
    assert [each["id"] for each in made(stage=[opened, last])["stage"]] == ["opens", "last"]


def test_an_offer_that_names_no_document_has_its_source_as_title() -> None:
    assert made(source={"key": "s:k"})["source"]["title"] == "s"
    assert "title" not in made(source={"key": "s:k", "url": "https://example.org/"})["source"]


def test_rows_of_history_have_dates() -> None:
    assert made(history=[{"stage": "a", "was": "2027-01-01"}])["history"] == [
        {"stage": "a", "was": date(2027, 1, 1)}
    ]

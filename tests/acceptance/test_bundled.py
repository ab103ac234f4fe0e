"""The bundled registry holds every fact of the report it was made from, and nothing else."""

import json
import re
from typing import Any

import pytest
import tomli

from conftest import BUNDLED, ROOT, Run

REPORT = (ROOT / "tests" / "data" / "report-cluster-conference-2016.it.txt").read_text()
TABLES: dict[str, list[dict[str, Any]]] = {
    name: tables for name, tables in tomli.loads(BUNDLED.read_text()).items() if isinstance(tables, list)
}
ENTRIES = {table["id"]: (kind, table) for kind, tables in TABLES.items() for table in tables}

KINDS = {
    "call": "innosup-1-2017 escp-s3-formal-2017 escp-s3-informal-2016 escp-4i-2017"
    " cluster-policy-s3-alignment cluster-observatory-call cluster-labels-call",
    "policy": "cluster-labels-renewal cluster-policy-renewal cluster-policy-extension"
    " policy-makers-involvement matchmaking-events-2017",
    "event": "cluster-conference-2016 escp-s3-briefing-july-2016 escp-s3-briefing-fiera-del-levante",
    "resource": "matchmaking-events eccp-portal cluster-mapping escp-4i-partnerships"
    " international-cooperation escp-list partner-search escp-s3-page conference-documents puglia-brussels-office",
}


def letters(text: str) -> str:
    """A text as it is compared: without the report's emphasis, bullets, blanks and line breaks."""
    return re.sub(r"^- |[*<>\s]", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("kind", "name"), [(k, name) for k, names in KINDS.items() for name in names.split()]
)
def test_every_opportunity_is_there_as_what_it_is(kind: str, name: str) -> None:
    assert ENTRIES[name][0] == kind


def test_nothing_else_is_there() -> None:
    assert set(ENTRIES) == {name for names in KINDS.values() for name in names.split()}


def test_every_address_of_the_report() -> None:
    addresses = set(re.findall(r"<(https?://[^>]+)>", REPORT)) | {"http://www.regione.puglia.it"}
    held = {table["url"] for _, table in ENTRIES.values() if "url" in table}
    held |= {link["url"] for _, table in ENTRIES.values() for link in table.get("links", ())}
    assert len(addresses) == 10
    assert addresses == held


def test_every_amount_and_count_of_the_report(run: Run) -> None:
    innosup, formal = ENTRIES["innosup-1-2017"][1], ENTRIES["escp-s3-formal-2017"][1]
    assert "18,5 mln €" in REPORT
    assert innosup["budget"] == 18_500_000
    assert "75% per PMI" in REPORT
    assert innosup["funding"] == [{"rate": 75, "for": "SMEs"}]
    assert "8 consorzi con 350.000 euro cadauno" in REPORT
    assert formal["grants"] == {"number": 8, "each": 350_000}
    amounts = [name for name, (_, table) in ENTRIES.items() if {"budget", "grants", "funding"} & table.keys()]
    assert amounts == ["innosup-1-2017", "escp-s3-formal-2017"]
    found = json.loads(run("list", "--all", "-r", BUNDLED, "-f", "json").out)
    assert {row["currency"] for row in found if row["budget"]} == {"EUR"}


DATES = {
    # uid: when and until, as the report says them; the rest has no date
    "innosup-1-2017/published": ("2016-11", None),
    "innosup-1-2017/first": ("2017-04-04", None),
    "innosup-1-2017/second": (None, None),
    "escp-s3-formal-2017/published": ("2017-02/2017-03", None),
    "escp-4i-2017/published": ("2017-01/..", None),
    "cluster-policy-s3-alignment/published": ("2017/..", None),
    "cluster-observatory-call/published": ("2017/..", None),
    "cluster-labels-call/published": (None, None),
    "cluster-labels-renewal/dates": ("2017/..", None),
    "cluster-policy-renewal/dates": ("2017/..", None),
    "cluster-policy-extension/dates": ("2017/..", None),
    "policy-makers-involvement/dates": ("2017/..", None),
    "matchmaking-events-2017/dates": ("2017/..", None),
    "cluster-conference-2016/dates": ("2016-12-01", "2016-12-02"),
    "escp-s3-briefing-july-2016/dates": ("2016-07", None),
}


def test_every_date_of_the_report_and_none_invented(run: Run) -> None:
    found: dict[str, tuple[str | None, str | None]] = {}
    for name in ENTRIES:
        shown = json.loads(run("show", name, "-r", BUNDLED, "--as-of", "2016-12-02", "-f", "json").out)
        found |= {stage["uid"]: (stage["when"], stage["until"]) for stage in shown["stages"]}
        assert all(stage["instant"] is None for stage in shown["stages"]), "the report gives no hour"
    fair = found.pop("escp-s3-briefing-fiera-del-levante/dates", (None, None))
    assert fair == (None, None)
    assert found == DATES


def test_what_else_must_be_there() -> None:
    calls = {name: table for name, (kind, table) in ENTRIES.items() if kind == "call"}
    innosup, formal, informal = (
        calls[name] for name in ("innosup-1-2017", "escp-s3-formal-2017", "escp-s3-informal-2016")
    )
    assert (innosup["programme"], formal["programme"]) == ("H2020", "COSME")
    assert innosup["stage"][1]["follows"] == innosup["stage"][0]["id"] == "first"
    assert informal["status"] == "open"
    assert [name for name, table in calls.items() if "status" in table] == ["escp-s3-informal-2016"]
    assert any("convergence" in each and "expected" in each for each in formal["eligibility"])
    assert any("S3" in each for each in formal["eligibility"])
    assert "del Febbraio 2017" in json.dumps(formal, ensure_ascii=False, default=str)
    conference = ENTRIES["cluster-conference-2016"][1]
    assert conference["place"] == "Brussels"
    assert "4.0" in conference["title"]
    assert "8" in informal["summary"] + informal.get("about", "")
    said = json.dumps(informal, ensure_ascii=False).lower()
    assert all(sector in said for sector in ("industry 4.0", "blue growth", "automotive", "digital"))


def test_the_office_to_ask() -> None:
    contact = ENTRIES["puglia-brussels-office"][1]["contact"]
    for said in (contact["address"], *contact["phones"], contact["email"], contact["pec"]):
        assert said in REPORT
    assert len(contact["phones"]) == 2


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_every_entry_quotes_the_report(name: str) -> None:
    quote = ENTRIES[name][1]["source"]["quote"]
    report = letters(REPORT)
    if name != "puglia-brussels-office":
        report = re.sub(r"www\.regione\.puglia\.itServizio.*?rupar\.puglia\.it", "", report)
    assert [part for part in quote.split("[…]") if letters(part) not in report] == []


def test_the_head_says_that_it_is_an_example() -> None:
    head = BUNDLED.read_text().split("schema =")[0]
    assert "example" in head
    assert "December 2016" in head
    assert "2017" not in head


# ---- what must hold


def test_the_conference_stands_once_in_the_table_and_both_languages_say_its_days(run: Run) -> None:
    asked = ("upcoming", "-r", BUNDLED, "--as-of", "2016-12-02", "-f", "table")
    for lang, said in (("en", ("4 Apr 2017", "Feb–Mar 2017", "1–2 Dec 2016")),
                       ("it", ("4 apr 2017", "feb–mar 2017", "1–2 dic 2016"))):  # fmt: skip
        shown = run(*asked, "--lang", lang).out
        assert [shown.count(each) for each in said] == [1, 1, 1]


@pytest.mark.parametrize(("now", "there"), [("2017-04-04", True), ("2017-04-05", False)])
def test_the_first_stage_ends_with_its_day_and_then_the_call_is_closed(
    run: Run, now: str, there: bool
) -> None:
    shown = run("upcoming", "-r", BUNDLED, "--as-of", now, "--template", "{uid} {left}").out
    assert ("innosup-1-2017/first today" in shown) is there
    answer = run("show", "innosup", "-r", BUNDLED, "--as-of", now).out
    assert answer.startswith("Closing." if there else "Closed.")


def test_years_later_all_is_past_or_unconfirmed(run: Run) -> None:
    assert run("upcoming", "-r", BUNDLED, "--as-of", "2026-11-22") == (0, "", "")
    assert run("upcoming", "-r", BUNDLED, "--as-of", "2026-11-22", "--exit-code") == (1, "", "")

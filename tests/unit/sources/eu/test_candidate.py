"""A record of the portal as the candidate that it is: every rule of dates, stages, money and names a row."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clustercalls import edtf
from clustercalls.candidate import Candidate
from clustercalls.registry import notation, read
from clustercalls.sources.eu.answer import NotAnswered, page_of
from clustercalls.sources.eu.asking import Ask, Type
from clustercalls.sources.eu.candidate import candidate
from portal import answer, budget, pot, record


def made(kind: str = "1", number: int = 7, /, **fields: object) -> Candidate:
    ask = Ask(Type(kind))
    (row,) = page_of(answer([record(number, kind, **fields)]), ask).rows
    return candidate(row, ask.type)


def day(text: str, clock: str = "00:00:00", offset: str = "+0000") -> str:
    return f"{text}T{clock}.000{offset}"


def stages(made_of: Candidate) -> list[str]:
    every = []
    for each in made_of.entry.get("stage", ()):
        at, follows = each.get("at", ""), each.get("follows", "")
        every.append(
            " ".join(filter(None, (each["id"], each.get("when", "?"), at, follows and f"<{follows}")))
        )
    return every


@pytest.mark.parametrize(("kind", "fields", "wanted"), [
    ("1", {"deadlineDate": day("2026-09-15")}, ["deadline 2026-09-15 17:00:00"]),
    ("1", {"deadlineDate": day("2024-02-07", "17:00:00")}, ["deadline 2024-02-07 17:00:00"]),
    ("1", {"deadlineDate": day("2024-04-18", "19:00:00", "+0200")}, ["deadline 2024-04-18 17:00:00"]),
    ("1", {"deadlineDate": day("2024-04-18", "17:00:04")}, ["deadline 2024-04-18 17:00:00"]),
    ("1", {"deadlineDate": day("2024-04-18", "09:30:00")}, ["deadline 2024-04-18"]),
    ("2", {"deadlineDate": day("2026-07-15", "10:00:16")}, ["deadline 2026-07-15 12:00:00"]),
    ("2", {"deadlineDate": day("2026-12-15", "11:00:25")}, ["deadline 2026-12-15 12:00:00"]),
    ("2", {"deadlineDate": day("2026-07-15", "22:30:00")}, ["deadline 2026-07-16 00:30:00"]),
    ("2", {"closingDate": day("2026-07-15", "21:59:59")}, ["deadline 2026-07-15 23:59:00"]),
    ("8", {"deadlineDate": day("2026-10-22", "23:59:00")}, ["deadline 2026-10-22"]),
    ("8", {"deadlineDate": day("2026-10-22", "02:00:00")}, ["deadline 2026-10-22"]),
    ("1", {"startDate": day("2027-02-04"), "deadlineDate": [day("2027-09-14"), day("2027-04-08")],
           "deadlineModel": "two-stage"},
     ["opens 2027-02-04", "first 2027-04-08 17:00:00", "second 2027-09-14 17:00:00 <first"]),
    ("1", {"deadlineDate": [day("2027-04-08"), day("2027-09-14")], "identifier": "X-two-stage"},
     ["first 2027-04-08 17:00:00", "second 2027-09-14 17:00:00 <first"]),
    ("1", {"deadlineDate": day("2027-04-08"), "deadlineModel": "two-stage"},
     ["first 2027-04-08 17:00:00", "second ? <first"]),
    ("1", {"deadlineDate": [day("2027-04-08"), day("2027-09-14"), day("2027-04-08", "00:00:09")],
           "deadlineModel": "multiple cut-off"},
     ["cut-off-1 2027-04-08 17:00:00", "cut-off-2 2027-09-14 17:00:00"]),
    ("1", {"deadlineDate": [day("2027-04-08"), day("2027-09-14")], "deadlineModel": "single-stage"},
     ["cut-off-1 2027-04-08 17:00:00", "cut-off-2 2027-09-14 17:00:00"]),
    ("1", {"actions": json.dumps([{"deadlineDates": ["2027-04-08"]}])}, ["deadline 2027-04-08 17:00:00"]),
    ("1", {"deadlineDate": ["soon", day("0001-01-01"), day("2027-04-08")]}, ["deadline 2027-04-08 17:00:00"]),
    ("2", {}, []),
])  # fmt: skip
def test_its_stages(kind: str, fields: dict[str, Any], wanted: list[str]) -> None:
    assert stages(made(kind, **fields)) == wanted


def test_where_model_and_dates_contradict_each_other_it_is_noted() -> None:
    both = [day("2027-04-08"), day("2027-09-14")]
    assert made(deadlineDate=both, deadlineModel="single-stage").entry["note"] == (
        "the portal calls it single-stage, and gives 2 dates"
    )
    assert "note" not in made(deadlineDate=both, deadlineModel="two-stage").entry


def test_of_a_cascade_call_the_hour_is_on_its_page() -> None:
    (stage,) = made("8", deadlineDate=day("2026-10-22", "17:00:00")).entry["stage"]
    assert stage["note"] == "hour: see the page"


@pytest.mark.parametrize(("kind", "fields", "title", "parent"), [
    ("1", {"title": "T", "callTitle": "C"}, "T", "C"),
    ("8", {"title": "T", "callTitle": "C"}, "C", "T"),
    ("8", {"title": "T"}, "T", "T"),
    ("1", {"title": []}, "HORIZON-CL1-2027-7", ""),
    ("1", {"title": "R&amp;D <b>now</b>"}, "R&D now", ""),
])  # fmt: skip
def test_its_titles(kind: str, fields: dict[str, Any], title: str, parent: str) -> None:
    found = made(kind, **fields)
    assert (found.title, found.entry["title"], found.parent) == (title, title, parent)


@pytest.mark.parametrize(("kind", "key", "page"), [
    ("1", "7TOPICS", "topic-details/HORIZON-CL1-2027-7"),
    ("8", "7COMPETITIVE_CALL", "competitive-calls-cs/7"),
    ("2", "7PROSPECTS", "https://example.org/7"),
])  # fmt: skip
def test_its_key_and_its_page(kind: str, key: str, page: str) -> None:
    found = made(kind)
    assert (found.key, found.entry["source"]["key"]) == (key, f"eu:{key}")
    assert found.entry["url"].endswith(page)


OWN, SISTER = "HORIZON-CL1-2027-7 - HORIZON-RIA Actions", "HORIZON-CL1-2027-77 - HORIZON-RIA Actions"


ONE_MORE = "the same budget as another topic of the call, perhaps shared with it"


@pytest.mark.parametrize(("rows", "wanted"), [
    ([pot(OWN, "24000000", expectedGrants=2, minContribution=12000000, maxContribution=12000000)],
     {"budget": 24_000_000, "currency": "EUR", "grants": {"number": 2, "each": 12_000_000}}),
    ([pot(OWN, 100, expectedGrants=3, minContribution=20000, maxContribution="50000"), pot(SISTER, "250")],
     {"budget": 100, "currency": "EUR", "grants": {"number": 3, "min": 20_000, "max": 50_000}}),
    ([pot(OWN, "10"), pot(OWN.replace("RIA", "IA"), "5")], {"budget": 15, "currency": "EUR"}),
    ([pot(OWN, "10"), pot(SISTER, "10")],
     {"budget": 10, "currency": "EUR", "note": ONE_MORE}),
    ([pot(OWN, "10"), pot(SISTER, "10"), pot(SISTER.replace("77", "78"), "10")],
     {"budget": 10, "currency": "EUR", "note": ONE_MORE.replace("another topic", "2 other topics")
      .replace("with it", "with them")}),
    ([pot(OWN, "10")] * 3, {"budget": 10, "currency": "EUR"}),  # one row, said three times
    ([pot(OWN, "10", minContribution=5, maxContribution=2)], {"budget": 10, "currency": "EUR"}),
    ([pot(OWN, 10**13 + 1, expectedGrants=10**14)], {}),  # no registry takes it
    ([pot(SISTER, "10")], {}),
    ([pot(OWN, "0", expectedGrants=0, minContribution=0, maxContribution=0)], {}),
    ([pot(OWN, "a lot"), {"action": 7}, {}], {}),
])  # fmt: skip
def test_its_money(rows: list[dict[str, Any]], wanted: dict[str, object]) -> None:
    entry = made(budgetOverview=budget(*rows)).entry
    assert {name: entry[name] for name in ("budget", "currency", "grants", "note") if name in entry} == wanted


def test_the_money_of_a_cascade_call_is_its_own() -> None:
    entry = made("8", budget="1400000", currency="EUR").entry
    assert (entry["budget"], entry["currency"]) == (1_400_000, "EUR")


@pytest.mark.parametrize(("currency", "wanted"), [
    ([], "EUR"), ("€", "EUR"), ("usd", "USD"), ("XXXX", None), ("a lot", None),
])  # fmt: skip
def test_an_amount_in_no_known_currency_is_none(currency: object, wanted: str | None) -> None:
    entry = made("8", budget="1400000", currency=currency).entry
    assert (entry.get("currency"), "budget" in entry) == (wanted, wanted is not None)


def test_a_sister_that_comes_or_goes_or_moves_changes_nothing() -> None:
    rows = [pot(OWN, "10"), pot(SISTER, "10", deadlineDates=["2027-04-08"])]
    alone, moved = rows[:1], [rows[0], pot(SISTER, "10", deadlineDates=["2027-05-09"])]
    assert len({made(budgetOverview=budget(*each)).print for each in (rows, alone, moved)}) == 1
    assert made(budgetOverview=budget(pot(OWN, "11"))).print != made(budgetOverview=budget(*alone)).print


@pytest.mark.parametrize(("news", "status"), [
    ("<p>The topic has been cancelled. See the work programme.</p>", "cancelled"),
    ("<p>The call for proposals is <b>withdrawn</b></p>", "cancelled"),
    ("<p>The info day has been cancelled. The call is open.</p>", None),
    ("<p>The deadline of the call has been extended.</p>", None),
])  # fmt: skip
def test_it_is_called_off_where_its_news_say_so(news: str, status: str | None) -> None:
    entry = made(status="31094502", latestInfos=json.dumps([{"content": news}])).entry
    assert entry.get("status") == status
    assert ("quote" in entry["source"]) == bool(status)


def test_what_it_links_to_is_of_the_web() -> None:
    row = record(7, "2")
    for url in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://a:b@c.example/",
        "https://x y",
        "//x",
        "http://[",
        'https://x/"',
        "https://x/<b>",
        "https://x\\@y/",
        "https://x/" + "y" * 30_000,
    ):
        row["url"] = url
        (read_row,) = page_of(answer([row]), Ask(Type.PROSPECT)).rows
        assert "url" not in candidate(read_row, Type.PROSPECT).entry


def test_seconds_and_days_of_indexing_are_no_facts() -> None:
    fields = {"deadlineDate": day("2026-07-15", "10:00:16"), "keywords": ["b", "a"]}
    one = made("2", **fields)
    other = made("2", esDA_IngestDate="2030-01-01", esST_checksum="x", **fields | {"keywords": ["a", "b"]})
    later = made("2", **fields | {"deadlineDate": day("2026-07-15", "10:00:25")})
    moved = made("2", **fields | {"deadlineDate": day("2026-07-15", "10:01:16")})
    assert one == other == later
    assert moved.print != one.print


HOSTILE = "<p class='a>\ud800\x1b[31m\u202e\u2028\x00" + "&#" + "9" * 5_000 + ";" + "x" * 100_000


@pytest.mark.parametrize("kind", ["1", "2", "8"])
def test_a_registry_reads_it_whatever_it_says(kind: str, tmp_path: Path) -> None:
    names = ("title", "callTitle", "identifier", "frameworkProgramme", "typesOfAction", "description",
             "currency", "callccm2Id", "keywords", "deadlineModel", "budget")  # fmt: skip
    days = [f"20{year:02}-0{month}-01" for year in range(27, 60) for month in range(1, 10)]
    news = json.dumps([{"content": f"The call is cancelled {HOSTILE}"}])
    of: dict[str, Any] = dict.fromkeys(names, HOSTILE)
    found = made(kind, **of, startDate="2026-02-04", deadlineDate=days, latestInfos=news)
    path = tmp_path / "c.toml"
    path.write_text(notation.block("call", {"id": "a", **found.entry}), encoding="utf-8")
    loaded = read.load((path,))
    assert loaded.problems == ()
    assert len(loaded.entries[0].stages) == 100
    assert loaded.entries[0].stages[-1].when == edtf.parse("2059-09-01")  # the last ones are there
    assert len(json.dumps([found.entry, found.words, found.parent])) < 100_000
    assert len(found.text) <= 20_000


def test_a_registry_reads_it(tmp_path: Path) -> None:
    every = [
        made("1", startDate=day("2027-02-04"), deadlineDate=[day("2027-04-08"), day("2027-09-14")],
             deadlineModel="two-stage", callTitle='A "call"', typesOfAction="RIA", latestInfos=json.dumps(
                 [{"content": "The topic is cancelled."}]),
             budgetOverview=budget(pot(OWN, "10", expectedGrants=3, minContribution=1, maxContribution=2))),
        made("2", 8, deadlineDate=day("2026-07-15", "10:00:16"), budget="5", currency="EUR"),
        made("8", 9, deadlineDate=day("2026-10-22"), description="<p>\u202e\x1b</p>" * 9000),
    ]  # fmt: skip
    text = "".join(notation.block("call", {"id": f"c{n}", **each.entry}) for n, each in enumerate(every))
    (tmp_path / "c.toml").write_text(text)
    found = read.load((tmp_path / "c.toml",))
    assert [each for each in found.problems if each.severity.name == "ERROR"] == []
    assert [each.id for each in found.entries] == ["c0", "c1", "c2"]


LEAVES: st.SearchStrategy[object] = st.sampled_from([
    None, True, 0, -1, 1.5, 10**20, "", "7", "2027-04-08", "two-stage", "[", "[[]]", "\ud800", "<p", "X - Y",
    [], {},
])  # fmt: skip
KEYS = (
    "action",
    "budgetYearMap",
    "budgetTopicActionMap",
    "deadlineDates",
    "submissionProcedure",
    "content",
    "a",
)
JSON = st.recursive(
    LEAVES | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=9,
)
FIELDS = (
    "title", "callTitle", "identifier", "deadlineDate", "startDate", "closingDate", "deadlineModel",
    "actions", "budgetOverview", "budget", "currency", "latestInfos", "keywords", "tags",
    "frameworkProgramme", "callccm2Id", "callIdentifier", "description", "typesOfAction",
    "url", "language", "DATASOURCE", "type", "status",
)  # fmt: skip
PLACES = ("results", "totalResults", "pageNumber", "pageSize")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=4), st.sampled_from(Type))
def test_whatever_stands_in_its_fields_it_is_one_that_a_registry_can_hold(
    fields: dict[str, object], kind: Type
) -> None:
    for texts in (fields, {name: [json.dumps(value)] for name, value in fields.items()}):
        one = record(7, kind.value)
        one["metadata"] |= texts
        try:
            rows = page_of(answer([one]), Ask(kind)).rows
        except NotAnswered:
            continue
        for made_of in (candidate(row, kind) for row in rows):
            block = notation.block("call", {"id": "a", **made_of.entry})
            assert read.parse(block.encode().decode(), "a", {}).problems == []
            assert json.loads(json.dumps(made_of.entry)) == made_of.entry


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(st.sampled_from(PLACES), JSON), JSON, st.sampled_from(["reference", "url", "metadata"])
)
def test_whatever_an_answer_is_it_is_one_or_none(places: dict[str, object], value: object, name: str) -> None:
    whole = json.loads(answer([record(7) | {name: value}]))
    for body in (value, places, whole, whole | places):
        try:
            rows = page_of(json.dumps(body).encode(), Ask(Type.TOPIC)).rows
        except NotAnswered:
            continue
        assert all(candidate(row, Type.TOPIC).title for row in rows)


@given(st.randoms(use_true_random=False))
def test_the_order_of_keys_and_values_says_nothing(chance: random.Random) -> None:
    lists = {
        "deadlineDate": [day("2027-04-08"), day("2027-09-14")],
        "keywords": ["a", "b", "c"],
        "tags": ["d", "e"],
    }
    mixed = {name: chance.sample(lists[name], len(lists[name])) for name in chance.sample(sorted(lists), 3)}
    of: dict[str, object] = {"deadlineModel": "multiple cut-off", "callTitle": "C"}
    assert made(**of, **lists) == made(**mixed, **of)

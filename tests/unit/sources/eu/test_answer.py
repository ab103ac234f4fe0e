"""An answer of the portal is checked against what was asked."""

import json
from typing import Any

import pytest

from clustercalls.sources.eu.answer import AnswerPage, NotAnswered, page_of, parsed
from clustercalls.sources.eu.asking import PAGE, Ask, Type
from portal import CLOSED, answer, record

NO_JSON, NO_SEARCH = "its answer is no JSON", "its answer is not that of a search"
ASK = Ask(Type.TOPIC, programmes=("43108390",))


def refused(body: bytes, ask: Ask = ASK) -> str:
    with pytest.raises(NotAnswered) as failed:
        page_of(body, ask)
    return failed.value.values["reason"].format(**failed.value.values)


def keys(page: AnswerPage) -> list[str]:
    return [each.key for each in page.rows]


def with_(number: int, **changed: object) -> dict[str, Any]:
    """A record whose own parts, not its facts, are others."""
    return record(number) | changed


def test_its_records_and_how_many_there_are() -> None:
    page = page_of(answer([record(1), record(2)], total=1219), ASK)
    assert keys(page) == ["1TOPICS", "2TOPICS"]
    assert (page.references, page.total) == (("1TOPICSen", "2TOPICSen"), 1219)


@pytest.mark.parametrize(("body", "reason"), [
    (b"", NO_JSON), (b" \r\n", NO_JSON),
    (b"<html>Sign in</html>", NO_JSON), (b"\n <!DOCTYPE html>", NO_JSON),
    (answer([record(1)])[:-9], NO_JSON), (b"\xff\xfe", NO_JSON),
    (b"[" * 100_000, NO_JSON), (b'{"results":' * 100_000, NO_JSON),
    (b"[]", NO_SEARCH), (b"{}", NO_SEARCH),
    (b'{"results": []}', NO_SEARCH),
    (b'{"results": {}, "totalResults": 1}', NO_SEARCH),
    (b'{"results": [], "totalResults": NaN}', NO_SEARCH),
    (b'{"results": [], "totalResults": true}', NO_SEARCH),
    (b'{"results": [], "totalResults": -1}', NO_SEARCH),
    (b'{"results": [], "totalResults": ' + b"9" * 5000 + b"}", NO_SEARCH),
    (json.dumps({"type": "businessError"}).encode(), NO_SEARCH),
])  # fmt: skip
def test_what_is_no_answer(body: bytes, reason: str) -> None:
    assert refused(body) == reason


@pytest.mark.parametrize(("body", "told"), [
    (answer([record(1, "8")]), "type 8"), (answer([record(1, status=CLOSED)]), f"status {CLOSED}"),
    (answer([record(1), record(1, type="6")]), "type 6"),
    (answer([record(1, frameworkProgramme="43252476")]), "frameworkProgramme 43252476"),
    (answer([record(1, status="\x1b[31m" + "x" * 9000)]), "status [31m" + "x" * 36),
])  # fmt: skip
def test_what_is_an_answer_to_something_else(body: bytes, told: str) -> None:
    assert refused(body) == f"a row has {told}, which was not asked for"


@pytest.mark.parametrize(("body", "told"), [
    (answer([record(1)], page=2), "it answers page 2, and 1 was asked"),
    (answer([record(1)]).replace(b'"pageSize": 50', b'"pageSize": 100'), "it answers with 100 rows of 50"),
    (answer([record(each) for each in range(PAGE + 1)]), "it answers with 51 rows of 50"),
])  # fmt: skip
def test_what_is_another_page(body: bytes, told: str) -> None:
    assert refused(body) == told


@pytest.mark.parametrize("other", [
    with_(2, language="fr"), with_(2, reference="2TOPICSfr"), record(2, DATASOURCE="SEDIA_PRD_CENTRICITY"),
    with_(2, reference="2TOPICSfr", language="en"),
    {name: value for name, value in record(2, language="de").items() if name != "language"},
])  # fmt: skip
def test_stale_copies_and_other_languages_are_counted_and_left_out(other: dict[str, Any]) -> None:
    page = page_of(answer([record(1), other]), ASK)
    assert keys(page) == ["1TOPICS"]
    assert len(page.references) == 2


@pytest.mark.parametrize("row", [
    7, {}, None, with_(2, reference=""), with_(2, reference=[]), with_(2, metadata=[]), record(2, type=[]),
    with_(2, reference="a\x1b b"), with_(2, reference="a" * 1000),
])  # fmt: skip
def test_a_row_that_cannot_be_used_did_not_come_and_hides_no_other(row: Any) -> None:  # noqa: ANN401 - any JSON
    page = page_of(answer([record(1), row, record(3)], page=2), ASK._replace(page=2))
    assert keys(page) == ["1TOPICS", "3TOPICS"]
    assert page.references == ("1TOPICSen", "3TOPICSen")


@pytest.mark.parametrize(("reference", "key"), [
    ("50138952TOPICSen", "50138952TOPICS"), ("50138952TOPICSEN", "50138952TOPICS"),
    ("186411PROSPECTSEN", "186411PROSPECTS"), ("14741COMPETITIVE_CALLen", "14741COMPETITIVE_CALL"),
    ("45646358HORIZONResearchandInnovationActions1701907200000",) * 2, ("50138952TOPICS",) * 2,
])  # fmt: skip
def test_its_key_is_its_reference_without_the_language(reference: str, key: str) -> None:
    assert keys(page_of(answer([with_(1, reference=reference)]), ASK)) == [key]


def test_what_older_and_newer_answers_lack_is_no_harm() -> None:
    old = record(1)
    for name in ("language", "DATASOURCE", "status", "frameworkProgramme"):
        del old["metadata"][name]
    body = {"totalResults": 4, "results": [{name: old[name] for name in ("reference", "metadata")}]}
    page = page_of(json.dumps(body).encode(), ASK)
    assert (keys(page), page.total) == (["1TOPICS"], 4)
    assert page.rows[0].url == ""


def test_values_are_lists_of_texts_and_others_are_taken_as_such() -> None:
    one = record(1)
    one["metadata"] |= {"a": "x", "b": 7, "c": [1.5, None, True, "", {}, "y"], "d": None, "e": []}
    (made,) = page_of(answer([one]), ASK).rows
    assert [made.every(name) for name in "abcde"] == [("x",), ("7",), ("1.5", "y"), (), ()]
    assert (made.first("c"), made.first("e"), made.first("no such")) == ("1.5", "", "")


@pytest.mark.parametrize("flaw", [b"\xff", rb"\ud800", b"\t", b'", NaN, "', b'", 1e999, "'])
def test_a_letter_or_a_number_that_is_none_hides_nothing(flaw: bytes) -> None:
    body = answer([record(1, title="FLAW"), record(2)]).replace(b'"FLAW"', b'["a' + flaw + b'"]')
    assert keys(page_of(body, ASK)) == ["1TOPICS", "2TOPICS"]


def test_a_byte_order_mark_is_no_flaw() -> None:
    assert page_of(b"\xef\xbb\xbf" + answer([]), ASK).rows == ()


def test_very_long_numbers_are_no_numbers() -> None:
    assert parsed(b"[" + b"9" * 5000 + b", 12]") == [None, 12]


def test_of_single_ones_the_status_is_not_asked() -> None:
    ask = Ask(Type.TOPIC, 1, (), (), ("HORIZON-CL1-2027-1",))
    assert page_of(answer([record(1, status=CLOSED)]), ask).total == 1
    assert refused(answer([record(2)]), ask) == (
        "a row has identifier HORIZON-CL2-2027-2, which was not asked for"
    )

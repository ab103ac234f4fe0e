"""What the portal is asked: forms whose every part is JSON, and addresses of pages."""

import json
from email.parser import BytesParser

from clustercalls.sources.eu.asking import PAGE, Ask, Type, by_name, form


def test_a_page_of_a_walk() -> None:
    ask = Ask(Type.TOPIC, 3, programmes=("43252476", "44416173"))
    assert ask.address("http://localhost/search") == (
        "http://localhost/search?apiKey=SEDIA&text=***&pageSize=50&pageNumber=3"
    )
    assert json.loads(ask.parts()["query"])["bool"]["must"] == [
        {"terms": {"type": ["1"]}},
        {"terms": {"DATASOURCE": ["SEDIA"]}},
        {"terms": {"status": ["31094501", "31094502"]}},
        {"terms": {"frameworkProgramme": ["43252476", "44416173"]}},
    ]
    assert json.loads(ask.parts()["languages"]) == ["en"]
    assert json.loads(ask.parts()["sort"]) == {"field": "identifier", "order": "ASC"}


def test_a_form_is_one_to_any_reader_of_mail() -> None:
    made = form(Ask(Type.CASCADE).parts())
    message = BytesParser().parsebytes(f"Content-Type: {made.content_type}\n\n{made.body}".encode())
    parts = message.get_payload()
    assert isinstance(parts, list)
    found = {part.get_param("name", header="content-disposition"): part for part in parts}  # type: ignore[union-attr]  # messages
    assert found.keys() == {"query", "languages", "sort"}
    assert {part.get_content_type() for part in found.values()} == {"application/json"}  # type: ignore[union-attr]  # as above


def test_single_ones_are_asked_for_many_at_once() -> None:
    asks = by_name(Type.PROSPECT, [f"n{each}" for each in range(PAGE + 1)] * 2)
    assert [len(each.names) for each in asks] == [PAGE, 1]
    assert json.loads(asks[1].parts()["query"])["bool"]["must"][2:] == [{"terms": {"callIdentifier": ["n9"]}}]

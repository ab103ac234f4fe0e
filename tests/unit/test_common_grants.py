"""Custom fields of ours hold all of an entry, and say it again."""

from typing import Any

from clustercalls.common_grants import custom_fields, told_in
from opportunities import opportunity

TABLE = {
    "id": "soil",
    "title": "Soil",
    "stage": [{"id": "first", "kind": "deadline", "when": "2027-02/2027-03"}],
    "funding": [{"rate": 75, "for": "SMEs"}],
    "history": [{"stage": "first", "was": "2027-01"}],
}


def test_what_is_written_is_read() -> None:
    made = custom_fields("call", TABLE)
    assert opportunity(1, customFields=made)
    assert [*made] == ["clustercallsEntry", "clustercallsStages", "clustercallsRates", "clustercallsHistory"]
    assert told_in(made) == {"kind": "call", **TABLE}
    assert [*custom_fields("event", {"id": "a"})] == ["clustercallsEntry"]


def test_without_the_entry_there_is_nothing_of_ours() -> None:
    others: list[Any] = [None, 7, [], {}, {"clustercallsEntry": 7}, {"clustercallsEntry": {"value": []}}]
    for fields in others:
        assert told_in(fields) == {}
    stages = custom_fields("call", TABLE)["clustercallsStages"]
    assert told_in({"clustercallsStages": stages}) == {}
    odd = {"clustercallsEntry": {"value": {"id": "a"}}, "clustercallsStages": {"value": 7}}
    assert told_in(odd) == {"id": "a"}

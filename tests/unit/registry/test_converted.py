"""Good tables are converted beside bad ones."""

from clustercalls.registry.converted import table_in, tables_in

GOOD = {"id": "one", "title": "One"}


def test_a_bad_table_stands_as_none_among_good_ones() -> None:
    found = tables_in([GOOD, {"id": 3}, "x", GOOD | {"tags": ["a"]}])
    assert [each.id if each else None for each in found] == ["one", None, None, "one"]
    assert table_in({**GOOD, "deadlin": 1}) is None


def test_what_is_converted_already_stays() -> None:
    whole = tables_in([GOOD])
    assert tables_in(list(whole)) == whole

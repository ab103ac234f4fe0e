"""JSON that any reader takes."""

import json

from clustercalls.site.json_text import encoded, on_one_line


def test_halves_of_characters_are_replaced_wherever_they_stand() -> None:
    told = {"a\ud800": ["x\udfffy", ("\ud83d",), 1, None, True, {"b": "😀"}]}
    same = {"a\ufffd": ["x\ufffdy", ["\ufffd"], 1, None, True, {"b": "😀"}]}
    assert json.loads(encoded(told).decode()) == same
    assert json.loads(on_one_line(told).decode()) == same


def test_what_is_whole_stays() -> None:
    assert encoded({"a": ["è😀"]}).decode() == '{\n  "a": [\n    "è😀"\n  ]\n}\n'
    assert on_one_line({"a": ["è😀"]}).decode() == '{"a":["è😀"]}\n'

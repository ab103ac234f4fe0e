"""A page becomes one message, with or without reminders."""

import json

from msgspec.structs import replace

from builders import at
from clustercalls.deliver.compose import compose
from clustercalls.render.letter import Item, Letter, LetterSection

NOW = at("2017-03-01T23:30")
PAGE = Letter("Calls", (LetterSection("Opens", (Item("A call"),)),), problems=("calls.toml:1: broken",))


def test_a_page_is_its_own_one_part() -> None:
    it = compose(PAGE, "Calls of today", NOW, "office")
    whole = json.loads(it.whole)
    assert list(whole) == ["subject", "text", "html", "problems"]
    assert (whole["subject"], whole["text"], whole["html"]) == ("Calls of today", it.plain, it.html)
    assert whole["problems"] == list(PAGE.problems)
    ((key, part),) = it.parts
    assert part == it.whole
    assert key.startswith("digest@2017-03-01@")
    assert "<title>Calls of today</title>" in it.html
    assert (it.problems, it.origin, f"{it.written:%Y-%m-%d %H}") == ((), "office", "2017-03-01 23")


def test_the_same_page_has_the_same_key_and_another_one_another() -> None:
    other = Letter("Calls", (LetterSection("Opens", (Item("Another call"),)),))
    keys = [compose(page, "Calls", NOW, "").keys for page in (PAGE, PAGE, other)]
    assert keys[0] == keys[1] != keys[2]


def test_each_reminder_is_a_part() -> None:
    records = [{"key": "a@7d"}, {"key": "b@1d"}]
    it = compose(PAGE, "Two", NOW, "office", records)
    assert it.parts == (("a@7d", b'{"key":"a@7d"}\n'), ("b@1d", b'{"key":"b@1d"}\n'))
    whole = json.loads(it.whole)
    assert list(whole) == ["subject", "text", "reminders", "problems"]
    assert whole["reminders"] == records
    assert it.problems == PAGE.problems


def test_programs_read_the_remark_as_the_first_problem() -> None:
    noted = replace(PAGE, remark="no run")
    it = compose(noted, "Calls", NOW, "office", [])
    assert it.problems == ("no run", *PAGE.problems)
    assert json.loads(it.whole)["problems"] == list(it.problems)
    assert it.plain.startswith("Calls\n=====\n\nno run\n")

"""Everything about one entry on a page, for people and for machines."""

import json
import re
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from builders import at, entry, moved, stage
from clustercalls.edtf import parse
from clustercalls.entry_tables import Contact, Funding, Link
from clustercalls.i18n import ENGLISH, language
from clustercalls.model import Entry, Source
from clustercalls.query import select
from clustercalls.render import entry_page
from clustercalls.render.entry_page import Page
from clustercalls.render.width import width

NOW = at("2017-03-01T12:00")


def page(it: Entry, **own: str) -> Page:
    named = {name.replace("_", "-"): value for name, value in own.items()}
    return Page(select.entry_row(it, NOW), select.rows_of(it, NOW), named, NOW.today())


def plain(it: Entry, wide: int = 100, **own: str) -> list[str]:
    return entry_page.plain(page(it, **own), ENGLISH, "", wide).splitlines()


def facts(it: Entry, **own: str) -> list[str]:
    """The lines below the head, spaces made one."""
    lines = plain(it, 100, **own)
    return [" ".join(line.split()) for line in lines[lines.index("", 2) + 1 :]]


CALL = entry(
    stage("2017-10-17", name="second", follows="first"),
    stage("2017-04-04", at="17:00", name="first", note="By post"),
    name="one", title="Chains", programme="H2020", summary="Clusters", about="Innovation",
    eligibility=("SMEs", "towns"), budget=5_000_000, currency="EUR", funding=(Funding(75, "SMEs"),),
    place="Brussels", track="apply", owner="Ada", url="https://a.example",
    links=(Link("https://b.example", "Slides"), Link("https://c.example")), tags=("a", "b"), note="Ask Bea",
    contact=Contact(name="Bea", address="Via Roma", phones=("+39 1", "+39 2"), email="b@c.d", pec="p@c.d"),
    history=(
        moved("first", "2017-04-01", "2017-03-01", why="Strike", source="Portal"),
        moved("", was_status="open"),
    ),
    file="calls.toml",
)  # fmt: skip
CALL = replace(CALL, source=Source("Notes", "https://n.example", parse("2017-01"), "by 4.4."))

SOON = stage("2017-03-03", at="17:00")

WHOLE = """\
Open. First stage closes Tue 4 Apr 2017 17:00 Brussels, in 34 days.

Chains
one · call · H2020

Clusters

What for  Innovation
Who may   SMEs
          towns
How much  5 M€; 75 % for SMEs
Dates     Tue 4 Apr 2017 17:00 Brussels · first stage (deadline) · in 34 days · By post
          Tue 17 Oct 2017 · second stage (deadline) · in 7 months · only for those who passed: first stage
Place     Brussels
How sure  as the source said, Jan 2017
We        apply; Ada
Contact   Bea
          Via Roma
          +39 1
          +39 2
          b@c.d
          pec: p@c.d
Link      https://a.example
          Slides: https://b.example
          https://c.example
History   first stage: was 1 Apr 2017, noticed Wed 1 Mar 2017; Strike; Portal
          was open
Tags      a, b
Source    Notes https://n.example (Jan 2017)
          “by 4.4.”
Note      Ask Bea
Own keys  x-room: 12
File      calls.toml
"""


def test_a_page_has_the_answer_first_and_every_fact_once() -> None:
    assert "\n".join(plain(CALL, 110, x_room="12")) + "\n" == WHOLE


def test_what_is_not_known_has_no_line() -> None:
    assert facts(entry(title="A")) == ["How sure nobody has confirmed it"]


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ({"checked": date(2017, 2, 1)}, "confirmed Wed 1 Feb 2017"),
        ({"checked": date(2017, 3, 1), "source": "2015"}, "confirmed Wed 1 Mar 2017"),
        ({"checked": date(2017, 3, 2)}, "confirmed Thu 2 Mar 2017, a day still to come"),
        ({"source": "2015"}, "as the source said, 2015; to be confirmed"),
        ({}, "nobody has confirmed it"),
    ],
)
def test_how_sure_it_is(rest: dict[str, Any], said: str) -> None:
    assert f"How sure {said}" in facts(entry(**rest))


DATES = [
    (stage("2017-04-04"), "Tue 4 Apr 2017 · deadline · in 34 days"),
    (stage("2017-04", "opens"), "Apr 2017 · opening · on a day not known yet · in 31+ days"),
    (stage("2017-03", "opens"), "Mar 2017 · opening · any day"),
    (stage("2017-01", "opens"), "Jan 2017 · opening · 29 days ago"),
    (stage("2017-04/.."), "from Apr 2017 · deadline · in 31+ days"),
    (stage(""), "date not announced · deadline"),
    (stage(rolling=True), "no deadline"),
    (stage(rolling=True, title="Vouchers"), "no deadline · Vouchers (deadline)"),
    (stage("2017-04-04", "dates"), "Tue 4 Apr 2017 · in 34 days"),
    (stage("2017-04-04", title="Outline"), "Tue 4 Apr 2017 · Outline (deadline) · in 34 days"),
]


@pytest.mark.parametrize(("its", "said"), DATES)
def test_a_date_with_what_it_is_and_how_long(its: Any, said: str) -> None:  # noqa: ANN401 - a stage
    assert f"Dates {said}" in facts(entry(its, source="2017-01"))


def test_what_has_no_date_comes_after_what_has() -> None:
    it = entry(
        stage(""), stage("../2017-06", name="late"), stage("2017-04-04", name="first"), source="2017-01"
    )
    its = [line for line in facts(it) if "2017 ·" in line or "announced" in line]
    assert [line.split(" · ")[1] for line in its] == ["first stage (deadline)", "deadline (late)", "deadline"]


@pytest.mark.parametrize("wide", [10, 24, 40, 66, 67])
@pytest.mark.parametrize("code", ["en", "it"])
def test_the_answer_is_broken_at_words_and_keeps_its_colour(wide: int, code: str) -> None:
    whole = entry_page.plain(page(CALL), language(code), "", 100).splitlines()[0]
    text = entry_page.plain(page(CALL), language(code), "", wide).partition("\n\n")[0]
    assert " ".join(text.split("\n")) == whole
    assert all(width(line) <= max(wide, 20) for line in text.split("\n"))
    colored = entry_page.plain(page(replace(CALL, stages=(SOON,))), language(code), "", wide, color=True)
    for line in colored.partition("\n\n")[0].split("\n"):
        assert re.fullmatch(r"\x1b\[[\d;]+m[^\x1b]+\x1b\[0m", line)


@pytest.mark.parametrize("wide", [10, 40, 80])
def test_lines_are_as_wide_as_the_page_but_words_are_whole(wide: int) -> None:
    it = entry(title="word " * 40, about=f"word {'x' * 90} word", source="2017-01")
    lines = plain(it, wide)
    assert [line for line in lines if width(line) > max(wide, 32)] == [
        line for line in lines if "x" * 90 in line
    ]
    assert sum(line.split().count("word") for line in lines) == 42


def test_what_a_file_says_cannot_steer_the_terminal() -> None:
    it = entry(title="a\x1b[31m", note="b\x07", source="2017-01")
    text = entry_page.plain(page(it, x_a="\u202e"), ENGLISH, "", 80)
    assert not set("\x1b\x07\u202e") & set(text)


def test_a_line_is_as_wide_as_what_is_shown_of_it() -> None:
    lines = plain(entry(note="\x1b " * 40, source="2017-01"), 50)
    assert max(width(line) for line in lines if "x1b" in line) <= 50


def test_machines_read_every_fact_and_null_for_none() -> None:
    made = json.loads(entry_page.json(page(CALL, x_room="12"), ""))
    assert (made["id"], made["next_stage"]) == ("one", "first")
    assert made["source"] == {
        "title": "Notes", "url": "https://n.example", "date": "2017-01", "quote": "by 4.4.", "key": "",
    }  # fmt: skip
    assert [each["stage"] for each in made["stages"]] == ["second", "first"]  # as in the file
    assert [(each["was"], each["was_status"]) for each in made["history"]] == [
        ("2017-04-01", ""),
        (None, "open"),
    ]
    assert made["funding"] == [{"rate": 75, "for": "SMEs"}]
    assert (made["own"], made["file"], made["warn"]) == ({"x-room": "12"}, "calls.toml", None)
    bare = json.loads(entry_page.json(page(entry()), ""))
    assert {name: bare[name] for name in ("source", "own", "summary", "contact", "file")} == dict.fromkeys(
        ("source", "own", "summary", "contact", "file")
    )

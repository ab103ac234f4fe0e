"""What a document was understood to tell, as TOML, JSON and a page."""

import tomli
from msgspec import json

from clustercalls.drafts import DraftFact, LeftOver, ReadColumns
from clustercalls.i18n import language
from clustercalls.passages import Passage, PassageKind, ReadDocument
from clustercalls.render.drafts import BesideEntries, ReadEntry, TickedTask, as_html, as_json, as_toml

T = language("en")
SURE = DraftFact(key="budget", value=5, quote="5 <euro>", passage=1, start=4, end=10, page=2)
UNSURE = DraftFact(
    key="stage",
    value={"id": "deadline", "when": "31 Oct"},
    quote="by 31\nOctober",
    passage=1,
    start=11,
    end=15,
    sure=False,
    reason="which year?",
)
TABLE = {"id": "soil", "title": "Soil", "budget": 5}
BLOCK = '[[call]]\nid = "soil"\ntitle = "Soil"\nbudget = 5\n'
ENTRY = ReadEntry(1, "call", "Soil\x1b[31m", TABLE, BLOCK, (SURE, UNSURE))
KNOWN = ReadEntry(2, "call", "Known", {}, "", (), "ours", ("ours/deadline: moved",))
BESIDE = BesideEntries(
    ReadColumns({"title": ("Name", "Nome")}, ("Fine\nof it",)),
    (TickedTask("soil", "deadline", "2027-03-20", "clustercalls done soil/deadline 2027-03-20"),),
    (LeftOver("Something by 3 May.", 3, 4),),
)


def test_toml_is_ready_to_be_appended() -> None:
    text = "".join(as_toml([ENTRY, KNOWN], BESIDE, T))
    assert tomli.loads(text) == {"call": [{"id": "soil", "title": "Soil", "budget": 5}]}
    assert "\x1b" not in text
    lines = text.splitlines()
    assert lines[:3] == ["# Columns: title = Name / Nome", "# Not used: Fine of it", ""]
    assert lines[4] == "#    not sure: stage = when 31 Oct (which year?): “by 31 October”"
    assert "# Known already: ours" in lines
    assert lines[-3:] == [
        (
            "# soil/deadline: ticked done in a calendar, 20 Mar 2027:"
            " clustercalls done soil/deadline 2027-03-20"
        ),
        "# Not understood (1):",
        "#    “Something by 3 May.” (p. 4)",
    ]


def test_json_has_everything() -> None:
    told = json.decode(as_json([ENTRY], BESIDE))
    assert told["entries"][0]["facts"][1]["reason"] == "which year?"
    assert told["not_understood"][0]["page"] == 4
    assert told["columns"]["fields"] == {"title": ["Name", "Nome"]}
    assert [each["stage"] for each in told["done_elsewhere"]] == ["deadline"]


def test_a_page_with_marks() -> None:
    document = ReadDocument(
        (Passage("A <b>heading", PassageKind.HEADING), Passage("The 5 <eu> & done")), title="R & D"
    )
    page = "".join(as_html(document, [ENTRY], "r.txt", T))
    assert '<p>The <mark title="1 budget">5 &lt;eu&gt;</mark> ' in page
    assert '<mark class="unsure" title="1 stage">' in page
    assert "<h2>A &lt;b&gt;heading</h2>" in page
    assert "<title>R &amp; D</title>" in page


def test_a_page_shows_controls() -> None:
    document = ReadDocument((Passage("a\x1b[31m"), Passage("or 5 \u202e\x07x by 3 May")), title="T\x9b")
    page = "".join(as_html(document, [ENTRY], "n", T))
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(page)
    assert "\\x1b" in page

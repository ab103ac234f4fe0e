"""The pages as files: those of what is there, one for each call that left, and one's own templates."""

from datetime import date
from pathlib import Path

from audiences import CALLS, edition, making
from clustercalls.site.making import Gone
from clustercalls.site.page_files import files

UNDATED = '\n[[call]]\nid = "vague"\ntitle = "Vague"\ntags = ["smes"]\nchecked = 2027-01-01\n'


def test_a_call_that_left_has_a_page_that_says_so_until_it_is_back(tmp_path: Path) -> None:
    of = edition(tmp_path / "calls.toml")
    gone = (Gone("old", "Old <b>call</b>", date(2027, 1, 2)), Gone("soil", "Soil mission", date(2027, 1, 2)))
    without = dict(files(of.publications[0], making(of.registry)))
    made = dict(files(of.publications[0], making(of.registry, gone=gone)))
    assert made.keys() - without.keys() == {"calls/old.html"}
    assert b"Old &lt;b&gt;call&lt;/b&gt;" in made["calls/old.html"]
    assert made["calls/soil.html"] == without["calls/soil.html"]


def test_a_page_offers_a_calendar_only_where_there_is_one(tmp_path: Path) -> None:
    of = edition(tmp_path / "calls.toml", text=CALLS + UNDATED)
    pages = dict(files(of.publications[0], making(of.registry)))
    offering = {path for path, html in pages.items() if b'.ics">Aggiungi' in html}
    assert offering == {"calls/soil.html", "calls/fair.html"}

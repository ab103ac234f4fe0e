"""Pages as files: the same each time, small, of templates that can be one's own."""

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from builders import entry, stage
from clustercalls.entry_tables import Funding
from clustercalls.model import Entry
from clustercalls.site.pages import files, gone
from conftest import BUNDLED
from made_pages import page, publication, read

HOUR = entry(stage("2017-04-04", at="17:00"), name="hour", title="An hour", checked=date(2016, 12, 1))


def many(count: int) -> list[Entry]:
    """Calls as portals tell them, with long texts."""
    return [
        entry(
            stage("2016-11-01", "opens"),
            stage(f"2017-{n % 12 + 1:02}-{n % 28 + 1:02}", at="17:00"),
            name=f"horizon-cl4-2017-resilience-{n:04}",
            title=f"Call {n}: circular value chains for the manufacturing of batteries in Europe",
            programme="HORIZON",
            summary="Two sentences of a summary that are about as long as those of portals tend to be. " * 2,
            budget=18_500_000,
            currency="EUR",
            funding=(Funding(70, "for-profit organisations"),),
            eligibility=("Consortia of three or more from different member states. " * 6,),
            tags=("value chains", "manufacturing", "batteries"),
            checked=date(2016, 11, 1),
        )
        for n in range(count)
    ]


def test_the_same_registry_and_day_give_the_same_bytes() -> None:
    entries = read(BUNDLED)
    first, again = (list(files(publication(entries))) for _ in range(2))
    assert first == again
    names = [path for path, _ in first]
    calls = [f"calls/{each.id}.html" for each in entries]
    assert names == ["style.css", "index.html", "timeline.html", "year.html", *calls]


def test_sizes_stay_small() -> None:
    entries = many(100)
    windows = [replace(each, stages=(each.stages[0], stage("2017-04/2017-06"))) for each in entries]
    for calls in (entries, windows):
        made = dict(files(publication(calls)))
        assert len(made["index.html"]) <= 150_000
        assert len(made["style.css"]) <= 15_000


def test_the_stylesheet_stands_once_at_the_root() -> None:
    italian = dict(files(publication([HOUR], code="it")))
    assert "style.css" not in italian
    assert '<link rel="stylesheet" href="../style.css">' in italian["index.html"].decode()
    assert '<link rel="stylesheet" href="../../style.css">' in italian["calls/hour.html"].decode()


def test_a_call_that_left_keeps_its_title() -> None:
    said = gone(publication([]), "a", "<b>Left</b>").decode()
    assert "&lt;b&gt;Left&lt;/b&gt;" in said
    assert "no longer among the calls" in said


def test_templates_of_ones_own_win(tmp_path: Path) -> None:
    (tmp_path / "gone.html.j2").write_text("{% extends 'base.html.j2' %}{% block main %}mine{% endblock %}")
    (tmp_path / "style.css").write_text("p{}")
    made = dict(files(publication([HOUR]), tmp_path))
    assert made["style.css"] == b"p{}"
    assert "An hour" in made["index.html"].decode()
    assert "mine" in gone(publication([]), "a", "A", tmp_path).decode()


def test_what_nobody_sees_is_shown() -> None:
    html = page("index.html", entry(stage("2017-04-04"), title="a\x1b[31m\u202eb"))
    assert "a\\x1b[31m\\u202eb" in html
    assert "\x1b" not in html

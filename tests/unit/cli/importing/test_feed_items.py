"""A feed that is imported: each item an entry, what is not sure of it asked, what is not understood said."""

import json
from pathlib import Path

import pytest
import tomli

from conftest import Run
from terminals import Terminal

NOW = ("--as-of", "2027-01-25")
FEED = """\
<rss version='2.0'><channel><title>News</title>
<item><title>Call for soil projects</title><link>https://example.org/1</link><guid>1</guid>
<pubDate>Mon, 11 Jan 2027 10:00:00 GMT</pubDate>
<description>&lt;p>Deadline: 31 March 2027. The fair of 7 May is elsewhere.&lt;/p></description></item>
<item><title>Call for water projects</title><link>https://example.org/2</link><guid>2</guid>
<description>&lt;p>The call was cancelled: its deadline was 9 June 2027.&lt;/p></description></item>
<item><author>nobody</author></item>
</channel></rss>
"""


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    path = tmp_path / "f.xml"
    path.write_text(FEED)
    return path


def test_an_item_is_an_entry_with_the_sentence_of_its_date(run: Run, feed: Path) -> None:
    ran = run("import", feed, *NOW)
    assert (ran.code, ran.err.count("\n"), "it says nothing" in ran.err) == (3, 1, True)
    soil, water = tomli.loads(ran.out)["call"]
    assert (str(soil["published"]), str(soil["deadline"])) == ("2027-01-11", "2027-03-31")
    assert soil["source"] | {"quote": ""} == {
        "title": "News", "url": "https://example.org/1", "date": "2027-01-11", "key": "feed:1", "quote": "",
    }  # fmt: skip
    assert "Deadline: 31 March 2027." in soil["source"]["quote"]
    assert "deadline" not in water
    assert "#    not sure: stage = kind deadline, when 2027-06-09" in ran.out
    assert "Not understood (1):\n#    “The fair of 7 May is elsewhere.”\n" in ran.out


def test_a_fact_is_of_the_passage_of_its_item(run: Run, feed: Path) -> None:
    told = json.loads(run("import", feed, "-f", "json", *NOW).out)
    passages = {fact["passage"] for fact in told["entries"][1]["facts"]}
    assert passages.isdisjoint({fact["passage"] for fact in told["entries"][0]["facts"]})
    assert {fact["quote"] for fact in told["entries"][1]["facts"] if not fact["sure"]} == {
        "The call was cancelled: its deadline was 9 June 2027."
    }


def test_twice_adds_nothing_and_undo_takes_it_back(run: Run, feed: Path, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text("# ours\n")
    ran = run("import", feed, "--append", "-r", path, *NOW)
    assert "2. Call for water projects: needs an answer\n" in ran.out
    once = path.read_text()
    run("import", feed, "--append", "-r", path, *NOW)
    assert path.read_text() == once
    assert run("undo", "-r", path).code == 0
    assert path.read_text() == "# ours\n"


def test_at_a_terminal_what_is_not_sure_is_asked(feed: Path, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text("# ours\n")
    terminal = Terminal("import", feed, "-r", path, *NOW)
    asked = "accept / edit / skip / quit [skip]: "
    terminal.answer(asked, "s")
    terminal.answer(asked, "a")
    terminal.answer("Take 9 June 2027? [Y/n] Or type another day", "y")
    assert terminal.end() == 3
    assert str(tomli.loads(path.read_text())["call"][0]["deadline"]) == "2027-06-09"

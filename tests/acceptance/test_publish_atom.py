"""The Atom feeds that `publish` writes are as RFC 4287 has them, and our schema of it lets no other pass."""

from pathlib import Path

import pytest

from audiences import CALLS
from builders import entry, moved, stage
from clustercalls.site.atom import feed
from conftest import BUNDLED, Run
from feed_rules import of_atom, of_schema
from hostile import INJECTIONS
from outputs import registry_of
from publications import published

SERVED = '[audience.all]\nlanguages = ["en", "it"]\naddress = "https://calls.example.org/all/"\n'


def feeds(folder: Path) -> list[bytes]:
    made = [(folder / path).read_bytes() for path in ("feed.xml", "it/feed.xml")]
    assert all(b"<entry>" in each for each in made)
    return made


def test_of_the_bundled_example(run: Run, tmp_path: Path) -> None:
    assert run("publish", tmp_path, "-r", BUNDLED, "--as-of", "2016-12-02").code == 0
    assert [of_atom(each) for each in feeds(tmp_path / "public")] == [[], []]


def test_of_titles_that_mean_harm(run: Run, tmp_path: Path) -> None:
    path, out = tmp_path / "calls.toml", tmp_path / "out"
    path.write_text(SERVED + registry_of(INJECTIONS.values()))
    assert run("publish", out, "-r", path, "--as-of", "2027-02-01").code == 0
    assert [of_atom(each) for each in feeds(out / "all")] == [[], []]


def test_of_deadlines_that_moved(run: Run, act_at: Run, tmp_path: Path) -> None:
    path, out = tmp_path / "calls.toml", tmp_path / "out"
    path.write_text(CALLS)
    assert act_at("2027-03-10T12:00", "move", "soil/deadline", "2027-04-13", "-r", path).code == 0
    assert run("publish", out, "-r", path, "--as-of", "2027-03-11").code == 0
    made = [out / "members" / path for path in ("feed.xml", "en/feed.xml")]
    assert [of_atom(each.read_bytes()) for each in made] == [[], []]
    assert "6 Apr → 13 Apr 2027" in made[1].read_text(encoding="utf-8")


WHOLE = feed(
    published(
        entry(
            stage("2017-04-06", at="17:00"),
            name="soil",
            summary="Living labs",
            tags=("smes",),
            url="https://example.org/soil",
            history=(moved("deadline", "2017-04-04", "2017-03-20"),),
        )
    )
).decode()
ENTRY = WHOLE[WHOLE.index("<entry>") :]
HEAD = WHOLE[: WHOLE.index("<entry>")]


def of_entry(old: str, new: str, times: int = 1) -> str:
    assert old in ENTRY, ENTRY
    return HEAD + ENTRY.replace(old, new, times)


def of_feed(old: str, new: str) -> str:
    assert old in HEAD, HEAD
    return HEAD.replace(old, new, 1) + ENTRY


def element(name: str, text: str) -> str:
    """A whole element of it."""
    begin = text.index(f"<{name}")
    return text[begin : text.index(f"</{name}>") + len(name) + 3]


MUTILATED = {
    "an entry without id": of_entry(element("id", ENTRY), ""),
    "a feed without id": of_feed(element("id", HEAD), ""),
    "an entry without updated": of_entry(element("updated", ENTRY), ""),
    "a feed without updated": of_feed(element("updated", HEAD), ""),
    "an entry without title": of_entry(element("title", ENTRY), ""),
    "a feed without title": of_feed(element("title", HEAD), ""),
    "no author anywhere": of_feed(element("author", HEAD), ""),
    "an author without name": of_feed(element("name", HEAD), ""),
    "two contents": of_entry("</entry>", element("content", ENTRY) + "</entry>"),
    "two ids": of_entry("</entry>", element("id", ENTRY) + "</entry>"),
    "neither content nor an alternate": of_entry(element("content", ENTRY), "").replace(
        'rel="alternate" type="text/html" href="https://calls.example.org/members/calls',
        'rel="related" type="text/html" href="https://calls.example.org/members/calls',
    ),
    "a content elsewhere without summary": of_entry(
        element("content", ENTRY), '<content src="https://example.org/"/>'
    ).replace(element("summary", ENTRY), ""),
    "a day": of_entry("T00:00:00Z", ""),
    "a date of no calendar": of_entry("2017-03-20T", "2017-02-30T"),
    "a date without offset": of_entry("T00:00:00Z", "T00:00:00"),
    "a date in small letters": of_entry("T00:00:00Z", "t00:00:00z"),
    "an id that is no address": of_entry("<id>urn:uuid:", "<id>"),
    "a link without address": of_entry(' href="https://example.org/soil"', ""),
    "a link with a space": of_entry("https://example.org/soil", "https://example.org/so il"),
    "a category without term": of_entry('<category term="smes"/>', "<category/>"),
    "an element of Atom that is none": of_entry("</entry>", "<date>2017</date></entry>"),
    "an element in a title": of_entry("</title>", "<b>b</b></title>"),
    "a kind of text that is none": of_entry('type="html"', 'type="markdown"'),
    "an attribute that is none": of_entry("<id>", '<id kind="urn">'),
    "a language that is none": of_feed('xml:lang="en"', 'xml:lang="in English"'),
}


def test_what_is_whole_passes() -> None:
    assert of_schema(WHOLE.encode()) == []
    foreign = '<x:y xmlns:x="urn:x" z="1"><x:y/>t</x:y>'
    assert of_schema(of_entry("</entry>", f"{foreign}</entry>").encode()) == []
    author = element("author", HEAD)
    assert of_schema(of_feed(author, "").replace("<entry>", f"<entry>{author}").encode()) == []
    elsewhere = of_entry(element("content", ENTRY), '<content src="https://example.org/"/>')
    assert of_schema(elsewhere.encode()) == []


@pytest.mark.parametrize("name", MUTILATED)
def test_what_is_mutilated_does_not(name: str) -> None:
    assert MUTILATED[name] != WHOLE
    assert of_schema(MUTILATED[name].encode())

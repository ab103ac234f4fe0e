"""A whole entry as a candidate: nothing of it is lost or cut, nothing internal of it comes."""

from msgspec.structs import replace

from builders import entry, stage
from clustercalls.model import Source
from clustercalls.sources.offered_entry import offered_entry


def test_it_is_whole_and_searched() -> None:
    long = "x" * 5_000
    one = entry(stage("2027-04~"), title=long, summary=long, about="About", tags=("t",), ref=("R",), note="n")
    made = offered_entry("s", "k", one, ident="a", credit="Bari", words=("w", ""), text="More")
    assert (made.source, made.key, made.ident, made.title) == ("s", "k", "a", long)
    assert (made.entry["summary"], made.words, made.text) == (long, ("R", "t", "w"), "About\nMore")
    assert made.entry["source"] == {"title": "Bari", "key": "s:k"}
    assert "note" not in made.entry
    assert made.print != offered_entry("s", "k", replace(one, place="P"), ident="a", credit="Bari").print


def test_the_document_it_names_is_its_source() -> None:
    one = replace(entry(), source=Source("", "https://example.org/", None, "q", "b:2"))
    made = offered_entry("s", "k", one, credit="Bari")
    assert made.entry["source"] == {"url": "https://example.org/", "quote": "q", "key": "s:k"}
    assert offered_entry("s", "k", entry()).entry["source"] == {"key": "s:k"}

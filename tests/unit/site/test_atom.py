"""feed.xml is valid Atom whatever stands in its texts, and its names stay."""

from xml.etree.ElementTree import fromstring

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import entry, moved, stage
from clustercalls.model import Entry
from clustercalls.site.atom import feed, files
from feed_rules import ATOM, of_atom
from publications import ADDRESS, ANY_TEXT, As, making, published, strange_entries

CALL = entry(
    stage("2017-04-06", at="17:00"),
    name="soil",
    title="Soil & <water>",
    programme="SMP",
    summary="For clusters.",
    tags=("smes",),
    url="https://example.org/soil?a&b",
    source="2016-12",
    history=(moved("deadline", "2017-04-04", "2017-03-20"),),
)


def test_a_feed() -> None:
    assert feed(published(CALL)).decode() == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        "<id>urn:uuid:6eeb3c8a-b294-5909-b0e4-9eed270db7dd</id>\n"
        "<title>Calls</title>\n"
        "<updated>2017-03-20T00:00:00Z</updated>\n"
        "<author><name>Calls</name></author>\n"
        '<generator uri="https://github.com/clustercalls/clustercalls">clustercalls</generator>\n'
        '<link rel="self" type="application/atom+xml" '
        'href="https://calls.example.org/members/feed.xml"/>\n'
        '<link rel="alternate" type="text/html" href="https://calls.example.org/members/index.html"/>\n'
        "<entry>\n"
        "<id>urn:uuid:1e7d6ca1-914f-5787-8da9-0582bdf32527</id>\n"
        "<title>Soil &amp; &lt;water&gt;</title>\n"
        "<updated>2017-03-20T00:00:00Z</updated>\n"
        "<published>2016-12-01T00:00:00Z</published>\n"
        '<link rel="alternate" type="text/html" '
        'href="https://calls.example.org/members/calls/soil.html"/>\n'
        '<link rel="related" href="https://example.org/soil?a&amp;b"/>\n'
        '<category term="SMP"/>\n'
        '<category term="smes"/>\n'
        "<summary>Moved: deadline: 4 Apr → Thu 6 Apr 2017 17:00 Brussels (+2 days)"
        " · Deadline: Thu 6 Apr 2017 17:00 Brussels · For clusters.</summary>\n"
        '<content type="html">&lt;p&gt;&lt;strong&gt;Moved: deadline: 4 Apr → Thu 6 Apr 2017 17:00 Brussels '
        "(+2 days)&lt;/strong&gt;&lt;/p&gt;&lt;p&gt;For clusters.&lt;/p&gt;&lt;ul&gt;"
        "&lt;li&gt;Deadline: Thu 6 Apr 2017 17:00 Brussels&lt;/li&gt;"
        "&lt;li&gt;Source: Notes, Dec 2016&lt;/li&gt;"
        "&lt;li&gt;History: deadline: 4 Apr → Thu 6 Apr 2017 17:00 Brussels (+2 days); "
        "noticed Mon 20 Mar 2017&lt;/li&gt;&lt;/ul&gt;"
        "&lt;p&gt;&lt;a href=&quot;https://example.org/soil?a&amp;amp;b&quot;&gt;"
        "https://example.org/soil?a&amp;amp;b&lt;/a&gt;&lt;/p&gt;</content>\n"
        "</entry>\n"
        "</feed>\n"
    )


def test_it_is_read_by_others() -> None:
    read = feedparser.parse(feed(published(CALL)))
    assert (read.bozo, read.version, read.feed.title, read.feed.language) == (False, "atom10", "Calls", "en")
    assert read.feed.links[0].href == f"{ADDRESS}feed.xml"
    (item,) = read.entries
    assert (item.title, item.link) == ("Soil & <water>", f"{ADDRESS}calls/soil.html")
    assert [each.term for each in item.tags] == ["SMP", "smes"]
    assert (item.updated, item.published) == ("2017-03-20T00:00:00Z", "2016-12-01T00:00:00Z")


@pytest.mark.parametrize("how", [As(), As(lang="it", folder="it/"), As(registry="")])
@pytest.mark.parametrize(
    "told", [(), (CALL,), (entry(stage("2017-06-06")),), (CALL, entry(stage("2017-06-06"), name="other"))]
)
def test_it_is_valid(told: tuple[Entry, ...], how: As) -> None:
    data = feed(published(*told, how=how))
    assert of_atom(data) == []
    assert feedparser.parse(data).bozo is False


def test_what_nobody_dated_is_no_newer_than_the_rest() -> None:
    root = fromstring(feed(published(CALL, entry(stage("2017-06-06"), name="other"))))  # noqa: S314 - ours
    said = [each.text for each in root.iter(f"{ATOM}updated")]
    assert said == ["2017-03-20T00:00:00Z", "2017-03-20T00:00:00Z", "2016-12-01T00:00:00Z"]
    assert len([*root.iter(f"{ATOM}published")]) == 1


def test_the_feed_changes_only_when_something_of_it_does() -> None:
    days = ("2017-03-28T09:00", "2017-03-29T09:00", "2017-04-06T09:00")
    assert len({feed(published(CALL, how=As(on=each))) for each in days}) == 1


def test_names_stay_when_dates_and_titles_change() -> None:
    other = entry(stage("2018-01-01"), name="soil", title="Another title", source="2017-03")

    def names(told: Entry, how: As) -> list[str | None]:
        root = fromstring(feed(published(told, how=how)))  # noqa: S314 - ours
        return [each.text for each in root.iter(f"{ATOM}id")]

    assert names(CALL, As()) == names(other, As(address="https://example.com/", on="2017-05-01T09:00"))


@given(st.lists(strange_entries(), max_size=1), ANY_TEXT, st.sampled_from(["en", "it"]))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_whatever_stands_in_the_texts(told: list[Entry], title: str, lang: str) -> None:
    data = feed(published(*told, how=As(lang=lang, title=title)))
    assert of_atom(data) == []


def test_the_file() -> None:
    publication = published(CALL)
    assert [*files(publication, making(publication))] == [("feed.xml", feed(publication))]
    nowhere = published(CALL, how=As(address=""))
    assert [*files(nowhere, making(nowhere))] == []

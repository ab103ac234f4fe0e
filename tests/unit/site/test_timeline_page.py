"""The page of the timeline: a picture, and a table that says the same."""

import re
from html.parser import HTMLParser

from builders import at, entry, registry_of, stage
from clustercalls.audiences import Audience
from clustercalls.i18n import language
from clustercalls.model import Entry
from clustercalls.site.picture import svg
from clustercalls.site.publication import Publication
from clustercalls.site.timeline_page import parts

CALL = entry(stage("2027-04-01", "opens"), stage("2027-06-30"), name="soil", title="Soil <b> & more")


def published(*calls: Entry, lang: str = "en") -> Publication:
    moment = at("2027-03-15")
    return Publication("all", Audience(), "Calls", registry_of(*calls), moment, language(lang))


def cells(text: str) -> list[list[str]]:
    rows = re.findall("<tr>(.*?)</tr>", text, re.DOTALL)
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]


def test_the_picture_is_that_of_the_publication() -> None:
    assert parts(published(CALL)).picture == svg(published(CALL))


def test_the_table_has_a_row_a_call_drawn_or_not() -> None:
    table = parts(published(CALL, entry(stage("", "published"), name="v", title="Vague"))).table
    assert cells(table) == [
        ["What", "Status", "When"],
        [
            '<a href="calls/soil.html" lang="">Soil &lt;b&gt; &amp; more</a>',
            "forecast",
            "<ul><li>opening: Thu 1 Apr 2027</li><li>deadline: Wed 30 June 2027</li></ul>",
        ],
        [
            '<a href="calls/v.html" lang="">Vague</a>',
            "unknown",
            "<ul><li>publication: date not announced</li></ul>",
        ],
    ]


def test_a_call_of_which_some_dates_are_drawn_has_one_row() -> None:
    table = parts(published(entry(stage("2027-06-30"), stage("", "decision"), name="two"))).table
    assert table.count('scope="row"') == 1


def test_the_table_is_told_in_the_language_of_the_page() -> None:
    assert cells(parts(published(CALL, lang="it")).table)[0] == ["Che cosa", "Stato", "Quando"]


def test_its_elements_are_closed() -> None:
    opened: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as it is called
            opened.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert opened.pop() == tag

    Reader().feed(parts(published(CALL)).table)
    assert opened == []

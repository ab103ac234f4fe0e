"""Feeds as programs of all kinds write them: the item comes, with its address and its day."""

import gzip
from html import escape

import pytest

from clustercalls.candidate import Candidate
from clustercalls.errors import InputRefused
from clustercalls.sources.feeds.reports import candidates

PAGE = "https://example.org/1"
ITEM = f"<title>Good</title><link>{PAGE}</link><pubDate>Mon, 11 Jan 2027 10:00:00 GMT</pubDate>"
DAY = "2027-01-11"
DECLARED = '<?xml version="1.0" encoding="UTF-8"?>'


def rss(item: str = ITEM, begin: str = DECLARED, more: str = ' version="2.0"') -> str:
    head = "<title>F</title><link>https://example.org/</link>"
    return f"{begin}<rss{more}><channel>{head}<item>{item}</item></channel></rss>"


def titled(inner: str) -> str:
    return rss(f"<title>Good</title>{inner}")


RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{}"{}>'
    "<channel><title>F</title></channel>"
)
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/"><title>F</title>'
DC = ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
# The text, the address of the item, its day; empty for none.
CASES: dict[str, tuple[str | bytes, str, str]] = {
    "0.91": (rss(more=' version="0.91"'), PAGE, DAY),
    "no version": (rss(more=""), PAGE, DAY),
    "1.0": (
        RDF.format("http://purl.org/rss/1.0/", DC) + f"<item><title>Good</title><link>{PAGE}</link>"
        "<dc:date>2027-01-11T10:00:00+01:00</dc:date></item></rdf:RDF>",
        PAGE,
        DAY,
    ),
    "0.90": (
        RDF.format("http://my.netscape.com/rdf/simple/0.9/", "")
        + f"<item><title>Good</title><link>{PAGE}</link></item></rdf:RDF>",
        PAGE,
        "",
    ),
    "Atom 0.3": (
        (
            '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>F</title><entry>'
            f'<title>Good</title><link rel="alternate" href="{PAGE}"/>'
            "<issued>2027-01-11T10:00:00Z</issued></entry></feed>"
        ),
        PAGE,
        DAY,
    ),
    "Atom, an address in short": (
        ATOM
        + '<entry><title>Good</title><link href="/1"/><updated>2027-01-11T10:00:00Z</updated></entry></feed>',
        PAGE,
        DAY,
    ),
    "Atom, many links": (
        ATOM + '<entry><title>Good</title><link rel="self" href="https://example.org/s"/>'
        '<link rel="enclosure" href="https://example.org/a.pdf"/>'
        f'<link rel="alternate" href="{PAGE}"/><published>2027-01-11T10:00:00Z</published>'
        "</entry></feed>",
        PAGE,
        DAY,
    ),
    "Atom without its namespace": (
        "<feed><title>F</title><entry><title>Good</title><id>1</id></entry></feed>",
        "",
        "",
    ),
    "names nobody declared": (
        titled("<dc:date>2027-01-11</dc:date><media:content url='x'/><georss:point>1 2</georss:point>"),
        "",
        DAY,
    ),
    "another title in it": (
        rss(
            ITEM + "<media:title>Other</media:title>",
            more=' version="2.0" xmlns:media="http://search.yahoo.com/mrss/"',
        ),
        PAGE,
        DAY,
    ),
    "all in CDATA": (rss(f"<title><![CDATA[Good]]></title><link><![CDATA[{PAGE}]]></link>"), PAGE, ""),
    "a page in CDATA": (
        titled("<description><![CDATA[<!DOCTYPE html><html><body>x</body></html>]]></description>"),
        "",
        "",
    ),
    "an ampersand": (
        rss("<title>Good</title><link>https://example.org/?a=1&b=2</link>"),
        "https://example.org/?a=1&b=2",
        "",
    ),
    "an address in short": (titled("<link>/1</link>"), PAGE, ""),
    "the id is the address": (titled(f"<guid>{PAGE}</guid>"), PAGE, ""),
    "the id is none": (titled("<guid>17</guid>"), "", ""),
    "a script": (titled("<link>javascript:alert(1)</link>"), "", ""),
    "half a character": (
        rss("<title>Good&#xD800;&#56000;&#x110000;</title>").replace("Good&", "Good &"),
        "",
        "",
    ),
    "controls": (rss("<title>Good\x0b\x00</title>"), "", ""),
    "packed": (gzip.compress(rss().encode()), PAGE, DAY),
    "a mark": (b"\xef\xbb\xbf" + rss().encode(), PAGE, DAY),
    "blanks before it": ("\n \n" + rss(), PAGE, DAY),
    "a comment before it": ("<!-- c -->" + rss(), PAGE, DAY),
    "a warning before it": ("<br />\n<b>Warning</b>: x on line 1<br />\n" + rss(), PAGE, DAY),
    "cut off": (rss()[:-12], PAGE, DAY),
    "not closed": (rss().replace("</item>", ""), PAGE, DAY),
    "UTF-16": (rss(begin='<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16"), PAGE, DAY),
    **{
        f"the day is {text}": (titled(f"<pubDate>{text}</pubDate>"), "", day)
        for text, day in {
            "Mo, 11 Jan 2027 10:00:00 +0100": DAY,
            "Do, 11 M\u00e4r 2027 10:00:00 +0100": "2027-03-11",
            "lun, 11 gen 2027 10:00:00 +0100": DAY,
            "11 gennaio 2027": DAY,
            "lun. 11 janv. 2027": DAY,
            "Mon, 11 Jan 2027 10:00:00": DAY,
            "2027-01-11T10:00:00": DAY,
            "11.01.2027": DAY,
            "Mon, 11 Jan 27 10:00:00 GMT": DAY,
            "Mon, 11 Jan 2027 10:00:00 CEST": DAY,
            "02/01/2027": "",
            "1799661600": "",
            "soon": "",
            "11 gennaio 9999": "",
        }.items()
    },
}


def read(data: str | bytes) -> list[Candidate]:
    made = candidates(data if isinstance(data, bytes) else data.encode(), "s")
    return [each for each in made if isinstance(each, Candidate)]


@pytest.mark.parametrize("name", CASES)
def test_the_item_comes(name: str) -> None:
    data, url, day = CASES[name]
    (made,) = read(data)
    assert made.title.split()[0] == "Good"
    assert (made.entry.get("url", ""), made.entry["source"].get("date", "")) == (url, day)
    days = [each["when"] for each in made.entry.get("stage", ()) if each["kind"] == "published"]
    assert days == [day] * bool(day)


@pytest.mark.parametrize(
    ("charset", "written"),
    [("ISO-8859-1", "latin-1"), ("UTF-8", "latin-1"), ("ISO-8859-1", "utf-8"), ("x-none", "utf-8")],
)
def test_whatever_charset_is_declared(charset: str, written: str) -> None:
    text = rss("<title>Réunion</title>", begin=f'<?xml version="1.0" encoding="{charset}"?>')
    assert [each.title for each in read(text.encode(written))] == ["Réunion"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_picture_in_the_text_hides_nothing(packed: bool) -> None:
    text = f'<img src="data:image/png;base64,{"QUJD" * 30_000}"/><p>Deadline: 31 March 2027</p>'
    text = f"<![CDATA[{text}]]>" if packed else escape(text)
    (made,) = read(titled(f"<description>{text}</description>"))
    assert [each["when"] for each in made.entry["stage"]] == ["2027-03-31"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html><body>Not found</body></html>",
        "<!DOCTYPE html><html></html>",
        '{"version": "https://jsonfeed.org/version/1"}',
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><rss version="2.0"><channel/></rss>',
        titled(f'<x a="{"b" * 20_000}"/>'),
    ],
)
def test_what_is_none_or_harms_is_refused(text: str) -> None:
    with pytest.raises(InputRefused):
        read(text)

"""feed.xml: the calls of an audience as an Atom feed, https://www.rfc-editor.org/rfc/rfc4287.

Whatever stands in the texts, it is well-formed XML 1.0: what that forbids is left out, the rest is escaped.
"""

from collections.abc import Iterator
from html import escape

from clustercalls.calendar.lines import one_line
from clustercalls.site import identity
from clustercalls.site.feed_items import NewsItem, items
from clustercalls.site.making import Making
from clustercalls.site.publication import Publication
from clustercalls.site.told_days import days_of, oldest, stamp

PATH = "feed.xml"
MEDIA_TYPE = "application/atom+xml"


def files(publication: Publication, _: Making) -> Iterator[tuple[str, bytes]]:
    """The feed of this language, by its path in the folder of that; none where nobody knows its address."""
    if publication.address:
        yield PATH, feed(publication)


def feed(publication: Publication) -> bytes:
    """The whole feed, in UTF-8, of a publication that has an address."""
    told = items(publication)
    undated = stamp(oldest(publication, days_of(publication)))
    dated = [stamp(each.days.last) for each in told if each.days]
    title = one_line(publication.title) or publication.name
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(publication.t.code)}">',
        _element("id", identity.feed_urn(publication)),
        _element("title", title),
        _element("updated", max(dated, default=undated)),
        f"<author>{_element('name', title)}</author>",
        '<generator uri="https://github.com/clustercalls/clustercalls">clustercalls</generator>',
        *_links(publication),
    ]
    for each in told:
        lines += _entry(each, undated)
    return "\n".join((*lines, "</feed>", "")).encode()


def _links(publication: Publication) -> Iterator[str]:
    yield _link("self", publication.url(PATH), MEDIA_TYPE)
    yield _link("alternate", publication.url("index.html"), "text/html")


def _entry(item: NewsItem, undated: str) -> Iterator[str]:
    yield "<entry>"
    yield _element("id", item.id)
    yield _element("title", item.title)
    yield _element("updated", stamp(item.days.last) if item.days else undated)
    if item.days:
        yield _element("published", stamp(item.days.first))
    yield _link("alternate", item.url, "text/html")
    if item.original:
        yield _link("related", item.original)
    yield from (f'<category term="{escape(each)}"/>' for each in item.tags)
    yield _element("summary", item.summary)
    yield f'<content type="html">{escape(item.html)}</content>'
    yield "</entry>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _link(rel: str, href: str, kind: str = "") -> str:
    attributes = {"rel": rel, "type": kind, "href": href}
    stated = (f'{name}="{escape(value)}"' for name, value in attributes.items() if value)
    return f"<link {' '.join(stated)}/>"

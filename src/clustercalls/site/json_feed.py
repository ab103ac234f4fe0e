"""feed.json: the same items as `atom`, as a JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/."""

from collections.abc import Iterator
from typing import Any

from clustercalls.calendar.lines import one_line
from clustercalls.site.feed_items import NewsItem, items
from clustercalls.site.json_text import encoded
from clustercalls.site.making import Making
from clustercalls.site.publication import Publication
from clustercalls.site.told_days import stamp

PATH = "feed.json"
VERSION = "https://jsonfeed.org/version/1.1"


def files(publication: Publication, _: Making) -> Iterator[tuple[str, bytes]]:
    """The feed of this language, by its path in the folder of that; none where nobody knows its address."""
    if publication.address:
        yield PATH, encoded(feed(publication))


def feed(publication: Publication) -> dict[str, Any]:
    """The whole feed, of a publication that has an address."""
    title = one_line(publication.title) or publication.name
    about = {
        "version": VERSION,
        "title": title,
        "home_page_url": publication.url("index.html"),
        "feed_url": publication.url(PATH),
        "language": publication.t.code,
        "authors": [{"name": title}],
    }
    return {**about, "items": [_item(each) for each in items(publication)]}


def _item(item: NewsItem) -> dict[str, Any]:
    return _said({
        "id": item.id,
        "url": item.url,
        "external_url": item.original,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html or "<p></p>",  # one of the two contents has to be there
        "date_published": stamp(item.days.first) if item.days else "",
        "date_modified": stamp(item.days.last) if item.days else "",
        "tags": [*item.tags],
    })  # fmt: skip


def _said(table: dict[str, Any]) -> dict[str, Any]:
    return {key: each for key, each in table.items() if each not in ("", [])}

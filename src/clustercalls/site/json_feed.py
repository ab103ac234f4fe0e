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
    """The feed of this language, by its path in the folder of that."""
    yield PATH, encoded(feed(publication))


def feed(publication: Publication) -> dict[str, Any]:
    """The whole feed. Its addresses have to be whole: without one, it and its items have none of ours."""
    is_served, title = bool(publication.address), one_line(publication.title) or publication.name
    about = {
        "version": VERSION,
        "title": title,
        "home_page_url": publication.url("index.html") if is_served else "",
        "feed_url": publication.url(PATH) if is_served else "",
        "language": publication.t.code,
        "authors": [{"name": title}],
    }
    return {**_said(about), "items": [_item(each, is_served=is_served) for each in items(publication)]}


def _item(item: NewsItem, *, is_served: bool) -> dict[str, Any]:
    return _said({
        "id": item.id,
        "url": item.url if is_served else "",
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

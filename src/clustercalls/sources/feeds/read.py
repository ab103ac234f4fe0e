"""The items of a feed, as it has them."""

from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import Any, NamedTuple

from clustercalls.errors import Problem
from clustercalls.limits import RECORDS, TEXT_LETTERS
from clustercalls.sources.feeds.guard import FEED, guarded
from clustercalls.sources.html_text import one_line, plain
from clustercalls.sources.offered import (
    AFTER_YEARS,
    FIRST_YEAR,
    address,
    digest,
    key_of,
    left_out,
    needed,
    unlike,
)


class FeedItem(NamedTuple):
    """What is taken of an item, and of the feed its title; `html` is its text as it was written."""

    key: str
    title: str
    url: str
    day: date | None
    text: str
    words: tuple[str, ...]
    html: str = ""
    feed: str = ""

    @property
    def about(self) -> dict[str, str]:
        """What is said of the source of its entry."""
        day = self.day.isoformat() if self.day else ""
        return {"title": self.feed, "url": self.url, "date": day}


def items(data: bytes, source: str) -> Iterator[FeedItem | Problem]:
    """Every item, doubles merged; of one in which nothing is said, that it was left out.

    Raises:
        InputRefused: for what is no feed, or is refused before it is parsed.
        WorldFailed: when the library is missing.
    """
    needed("feedparser", "feedparser")
    return _items(_parsed(guarded(data, source), source), source)


def _items(feed: Mapping[str, Any], source: str) -> Iterator[FeedItem | Problem]:
    merged: dict[str, FeedItem] = {}
    for number, entry in enumerate(feed["entries"], 1):
        if len(merged) >= RECORDS:
            yield left_out(source, 0, "", "more than {limit} are not read", limit=RECORDS)
            break
        item = _item(dict(entry))  # its own words for those that are missing come with warnings
        if item is None:
            yield left_out(source, 0, f"#{number}", "it says nothing")
            continue
        before = merged.get(item.key)
        merged[item.key] = _joined(before, item) if before else item
    title = one_line(_text(feed["feed"], "title"))
    for item in merged.values():
        yield item._replace(feed=title)


def _parsed(data: bytes, source: str) -> Mapping[str, Any]:
    import feedparser

    stream = BytesIO(data)  # of bytes it would open the file that they name
    try:
        feed: Mapping[str, Any] = feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:
        raise unlike(source, FEED, "it cannot be taken apart") from error
    if not feed["entries"] and not feed.get("version"):
        raise unlike(source, FEED, "no feed begins in it")
    return feed


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""


def _item(entry: Mapping[str, Any]) -> FeedItem | None:
    """What an item says; None for nothing at all."""
    title, url = one_line(_text(entry, "title")), address(_text(entry, "link"))
    contents = [_text(each, "value") for each in entry.get("content") or () if isinstance(each, Mapping)]
    html = max((*contents, _text(entry, "summary")), key=lambda each: len(plain(each)))
    text = plain(html)
    if not title and not text and not url:
        return None
    name = _text(entry, "id").strip() or url
    tags = (_text(each, "term") for each in entry.get("tags") or () if isinstance(each, Mapping))
    key = key_of(name) if name else digest(title, text)
    return FeedItem(key, title or text[:120], url, _day(entry), text, tuple(filter(None, tags)), html)


def _day(entry: Mapping[str, Any]) -> date | None:
    """The day on which it was published, else changed, in UTC."""
    for name in ("published_parsed", "updated_parsed"):
        at = entry.get(name)
        if at and FIRST_YEAR <= at[0] < AFTER_YEARS:
            return date(at[0], at[1], at[2])
    return None


def _joined(one: FeedItem, other: FeedItem) -> FeedItem:
    """One item that came twice: what the first does not say, the second does."""
    texts = filter(None, (one.text, "" if other.text in one.text else other.text))
    days = [each for each in (one.day, other.day) if each]
    return one._replace(
        url=one.url or other.url,
        day=min(days, default=None),
        text="\n".join(texts)[:TEXT_LETTERS],
        words=(*one.words, *other.words),
        html=one.html if other.text in one.text else f"{one.html}\n\n{other.html}",
    )

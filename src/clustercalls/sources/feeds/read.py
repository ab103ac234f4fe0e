"""The items of a feed, as it has them."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import Any, NamedTuple
from urllib.parse import urljoin

from clustercalls import edtf
from clustercalls.errors import Problem
from clustercalls.limits import RECORDS, TEXT_LETTERS, WRITTEN_DATE
from clustercalls.phrase import dates
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
    rest_unread,
    unlike,
)

_DATA = re.compile(r"data:[a-z/+.-]{1,40};base64,[A-Za-z0-9+/=\s]+", re.IGNORECASE)  # a picture in the text
_DAY = re.compile(r"\b\d{1,2}\.?\s+[^\W\d]{3,12}\.?\s+\d{4}\b")
_SHORT = ("/", "./", "../")  # any other may be an id that its feed calls an address


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
    base = _text(feed["feed"], "link")
    for number, entry in enumerate(feed["entries"], 1):
        if len(merged) >= RECORDS:
            yield rest_unread(source, "more than {limit} are not read", limit=RECORDS)
            break
        item = _item(dict(entry), base)  # its own words for those that are missing come with warnings
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


def _item(entry: Mapping[str, Any], base: str) -> FeedItem | None:
    """What an item says; None for nothing at all. `base` is where the feed is of."""
    title, url = one_line(_text(entry, "title")), _address(entry, base)
    contents = [_text(each, "value") for each in entry.get("content") or () if isinstance(each, Mapping)]
    texts = (_DATA.sub("", text) for text in (*contents, _text(entry, "summary")))
    html = max(texts, key=lambda text: len(plain(text)))
    text = plain(html)
    if not title and not text and not url:
        return None
    name = _text(entry, "id").strip() or url
    tags = (_text(each, "term") for each in entry.get("tags") or () if isinstance(each, Mapping))
    key = key_of(name) if name else digest(title, text)
    return FeedItem(key, title or text[:120], url, _day(entry), text, tuple(filter(None, tags)), html)


def _address(entry: Mapping[str, Any], base: str) -> str:
    """Where it is; what is written in short is of the place that it or the feed names."""
    link, about = _text(entry, "link").strip(), entry.get("title_detail")
    base = _text(about, "base") or base if isinstance(about, Mapping) else base
    try:
        return address(link) or (address(urljoin(base, link)) if link.startswith(_SHORT) else "")
    except ValueError:
        return ""


def _day(entry: Mapping[str, Any]) -> date | None:
    """The day on which it was published, else changed, in UTC."""
    for name in ("published_parsed", "updated_parsed"):
        at = entry.get(name)
        if at and FIRST_YEAR <= at[0] < AFTER_YEARS:
            return date(at[0], at[1], at[2])
    return next(filter(None, (_day_written(_text(entry, name)) for name in ("published", "updated"))), None)


def _day_written(text: str) -> date | None:
    """The day of a text that is no date of feeds: with months in other languages, or without a zone."""
    if not text:
        return None
    named = _DAY.search(text)
    try:
        written = edtf.parse(dates.read(named[0] if named else text.strip()[:WRITTEN_DATE]))
    except (dates.Ambiguous, dates.NotUnderstood, edtf.NotEdtf):
        return None
    day = written.earliest if written.is_exact else None
    return day if day and FIRST_YEAR <= day.year < AFTER_YEARS else None


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

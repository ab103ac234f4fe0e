"""What RFC 4287 and JSON Feed 1.1 ask of a feed, as checks of our own; empty for one that keeps it all."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from lxml import etree

from conftest import ROOT

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_REFERENCE = re.compile(r"[^\s<>\"{}|\\^`]+")
# How often an element may stand in a feed, and in an entry: at least and at most (sections 4.1.1 and 4.1.2).
_MANY = 10**6
FEED = {
    "author": (1, _MANY), "category": (0, _MANY), "contributor": (0, _MANY), "generator": (0, 1),
    "icon": (0, 1), "id": (1, 1), "link": (0, _MANY), "logo": (0, 1), "rights": (0, 1), "subtitle": (0, 1),
    "title": (1, 1), "updated": (1, 1), "entry": (0, _MANY),
}  # fmt: skip
ENTRY = {
    "author": (0, _MANY), "category": (0, _MANY), "content": (0, 1), "contributor": (0, _MANY), "id": (1, 1),
    "link": (0, _MANY), "published": (0, 1), "rights": (0, 1), "source": (0, 1), "summary": (0, 1),
    "title": (1, 1), "updated": (1, 1),
}  # fmt: skip


def of_atom(data: bytes) -> list[str]:
    """What is wrong with an Atom feed.

    Raises:
        ParseError: when it is no XML.
    """
    root = fromstring(data)  # noqa: S314 - ours
    wrong = of_schema(data)
    wrong += [*_of_element(root, FEED)] if root.tag == f"{ATOM}feed" else [f"root: {root.tag}"]
    for each in root.iter(f"{ATOM}entry"):
        wrong += _of_element(each, ENTRY)
    ids = Counter(each.findtext(f"{ATOM}id") for each in root.iter(f"{ATOM}entry"))
    wrong += [f"{name} twice" for name, count in ids.items() if count > 1]
    return wrong + ([] if re.fullmatch(r"[a-z]{2}", root.get(LANG, "")) else ["xml:lang"])


@cache
def _schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(ROOT / "tests" / "schemas" / "atom.rng"))


def of_schema(data: bytes) -> list[str]:
    """What of an Atom feed is not as RFC 4287 has it, by our schema of it."""
    schema = _schema()
    schema.validate(etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)))
    return [each.message for each in schema.error_log]


def _of_element(element: Element, allowed: dict[str, tuple[int, int]]) -> Iterator[str]:
    names = Counter(each.tag.removeprefix(ATOM) for each in element)
    yield from (f"{name}: not known" for name in names if name not in allowed)
    for name, (least, most) in allowed.items():
        if not least <= names[name] <= most:
            yield f"{name}: {names[name]} times"
    for each in element:
        yield from _of_child(each, each.tag.removeprefix(ATOM))
    alternates = Counter(
        (each.get("type"), each.get("hreflang"))
        for each in element.iterfind(f"{ATOM}link")
        if each.get("rel", "alternate") == "alternate"
    )
    if any(count > 1 for count in alternates.values()):
        yield "two alternates of one type and language (4.1.1)"
    if element.tag == f"{ATOM}entry" and not alternates and element.find(f"{ATOM}content") is None:
        yield "neither content nor an alternate (4.1.2)"


def _of_child(child: Element, name: str) -> Iterator[str]:
    text = child.text or ""
    if name in {"updated", "published"} and not RFC_3339.fullmatch(text):
        yield f"{name}: {text} (3.3)"
    if name == "id" and not _IRI.fullmatch(text):
        yield f"id: {text} (4.2.6)"
    if name == "link" and not _REFERENCE.fullmatch(child.get("href", "")):
        yield f"link: {child.get('href')} (4.2.7.1)"
    if name == "category" and not child.get("term"):
        yield "category without a term (4.2.2.1)"
    if name == "author" and not child.findtext(f"{ATOM}name"):
        yield "author without a name (3.2.1)"
    if name in {"title", "summary"} and (child.get("type", "text") != "text" or len(child)):
        yield f"{name} that is no plain text (3.1.1)"
    if name == "content":
        yield from of_html(text) if child.get("type") == "html" and not len(child) else ["content (4.1.3)"]


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"p", "strong", "ul", "li", "a", "br"}:
            self.wrong.append(f"<{tag}>")
        if [name for name, _ in attrs] != (["href"] if tag == "a" else []):
            self.wrong.append(f"<{tag} {attrs}>")
        if tag == "a" and not re.match("https?://", dict(attrs)["href"] or ""):
            self.wrong.append(f"{attrs}")
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"<?{data}")

    def unknown_decl(self, data: str) -> None:
        self.wrong.append(f"<![{data}")


def of_html(text: str) -> Iterator[str]:
    """What is in a text of ours beside paragraphs, lists and links to the web, each of them closed."""
    seen = _Seen()
    seen.feed(text)
    seen.close()
    yield from seen.wrong + [f"<{each}> is open" for each in seen.open]


def of_json(data: bytes) -> list[str]:
    """What is wrong with a JSON Feed of version 1.1, https://www.jsonfeed.org/version/1.1/."""
    feed: dict[str, Any] = json.loads(data.decode())
    wrong = []
    if feed["version"] != "https://jsonfeed.org/version/1.1" or not feed["title"]:
        wrong.append("version or title")
    known = {"version", "title", "home_page_url", "feed_url", "language", "authors", "items"}
    wrong += [f"{name}: not known" for name in feed if name not in known]
    wrong += [name for name in ("home_page_url", "feed_url") if not _is_web(feed.get(name, "https://a"))]
    for item in feed["items"]:
        wrong += _of_item(item)
    ids = Counter(item["id"] for item in feed["items"])
    return wrong + [f"{name} twice" for name, count in ids.items() if count > 1]


def _of_item(item: dict[str, Any]) -> Iterator[str]:
    texts = {
        "id",
        "url",
        "external_url",
        "title",
        "summary",
        "content_html",
        "date_published",
        "date_modified",
    }
    yield from (f"{name}: not known" for name in item if name not in texts | {"tags"})
    yield from (name for name in texts & item.keys() if not isinstance(item[name], str) or not item[name])
    if "id" not in item or "content_html" not in item:
        yield "an id and a content have to be there"
    yield from of_html(item.get("content_html", ""))
    yield from (name for name in ("url", "external_url") if not _is_web(item.get(name, "https://a")))
    for name in ("date_published", "date_modified"):
        if not RFC_3339.fullmatch(item.get(name, "2017-01-01T00:00:00Z")):
            yield name
    if not all(isinstance(each, str) and each for each in item.get("tags", [])):
        yield "tags"


def _is_web(url: str) -> bool:
    return re.match("https?://", url) is not None and _REFERENCE.fullmatch(url) is not None

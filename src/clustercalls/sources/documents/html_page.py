"""A page of HTML as its passages: headings, lists, tables, and the addresses behind its letters.

Its tags are taken as they come: a parser loses all that follows an unbalanced quote.
"""

import re
import time
from collections.abc import Callable
from datetime import date

from clustercalls.errors import InputRefused, problem
from clustercalls.limits import DOCUMENT_SECONDS
from clustercalls.passages import PassageKind, ReadDocument
from clustercalls.sources.documents.flow import Flow
from clustercalls.sources.documents.html_tags import Structured, Tag, parts_of
from clustercalls.sources.documents.letters import letters_of
from clustercalls.sources.documents.lines import address, line_of
from clustercalls.sources.documents.said_dates import day_of

_HEADING = re.compile(r"h([1-6])")
_BLOCKS = frozenset({
    "p", "div", "section", "article", "header", "footer", "main", "aside", "ul", "ol", "form", "fieldset",
    "figure", "figcaption", "blockquote", "address", "hr", "body", "html", "head", "caption", "thead",
    "tbody", "tfoot", "details", "summary", "legend", "option", "center",
})  # fmt: skip
_CELLS = {"td", "th", "dt", "dd"}
_STRONG = {"b", "strong"}
_CHARSET = re.compile(
    rb"<meta\b[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE
)
_HEAD_END = 4096  # of what may say the letters of a page
_DATED = (  # the surest first
    "article:published_time", "datepublished", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date",
    "dcterms.created", "publish-date", "publishdate", "pubdate", "date",
)  # fmt: skip
_TITLED = ("og:title", "dcterms.title", "dc.title")
_PUBLISHED = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{4,40})"')


def read_html(data: bytes, charset: str = "") -> ReadDocument:
    """A page of HTML.

    Raises:
        InputRefused: when it has more than a document may have, or takes too long.
    """
    meta = _CHARSET.search(data, 0, _HEAD_END)
    letters = letters_of(data, charset or (meta[1].decode("ascii", "replace") if meta else ""))
    page = _Page()
    page.read(letters.text)
    return ReadDocument(
        tuple(page.flow.gathered.passages),
        page.title(),
        page.dated(),
        address=page.address(),
        encoding=letters.guessed,
    )


class _Page:
    """What has been read of one page."""

    def __init__(self) -> None:
        self.flow = Flow()
        self._about: dict[str, str] = {}  # what its head says of it
        self._link = self._base = self._canonical = ""
        self._title: list[str] = []
        self._is_in_title = self._is_typed = False
        self._published = ""
        self._strong = 0  # elements in each other that make letters stand out

    def title(self) -> str:
        """What it says it is called."""
        said = next((self._about[name] for name in _TITLED if self._about.get(name)), "")
        return line_of(said or "".join(self._title)).text

    def dated(self) -> date | None:
        """The day on which it says it was published."""
        stamps = [self._about.get(name, "") for name in _DATED]
        return next(filter(None, map(day_of, [self._published, *stamps])), None)

    def address(self) -> str:
        """Where it says it is."""
        return address(self._canonical) or address(self._about.get("og:url", ""))

    def read(self, html: str) -> None:
        """All of it.

        Raises:
            InputRefused: see `read_html`.
        """
        until = time.monotonic() + DOCUMENT_SECONDS
        for part in parts_of(html):
            if isinstance(part, str):
                self._say(part)
            elif isinstance(part, Structured):
                found = _PUBLISHED.search(part.text)
                self._published = self._published or (found[1] if found else "")
            else:
                self._take(part)
            if time.monotonic() > until:
                raise InputRefused(problem("document-too-slow", seconds=DOCUMENT_SECONDS))
        self.flow.end_all()

    def _say(self, text: str) -> None:
        if self._is_in_title:
            self._title.append(text)
        elif self._is_typed:
            first, *others = text.split("\n")
            self._put(first)
            for line in others:
                self.flow.end()
                self._put(line)
        else:
            self._put(text)

    def _put(self, text: str) -> None:
        self.flow.say(text, self._link, strong=self._strong > 0)

    def _take(self, tag: Tag) -> None:
        """A tag, by its name."""
        special = self._SPECIAL.get(tag.name)
        if special is not None:
            special(self, tag)
        elif heading := _HEADING.fullmatch(tag.name):
            level = int(heading[1])
            self.flow.begin(
                PassageKind.TEXT if tag.closes else PassageKind.HEADING, 0 if tag.closes else level
            )
        elif tag.name in _CELLS:
            self._take_cell(tag)
        elif tag.name in _BLOCKS:
            self.flow.end()
        elif tag.name in _STRONG:
            self._strong = max(0, self._strong + (-1 if tag.closes else 1))

    def _take_title(self, tag: Tag) -> None:
        self._is_in_title = not tag.closes and not self._title and not self.flow.gathered.passages

    def _take_link(self, tag: Tag) -> None:
        url = "" if tag.closes else tag.attributes().get("href", "")
        self._link = address(url, self._base or self.address()) if url else ""

    def _take_meta(self, tag: Tag) -> None:
        values = tag.attributes()
        for key in ("property", "name", "itemprop"):
            if key in values and "content" in values:
                self._about.setdefault(values[key].lower(), values["content"])

    def _take_relation(self, tag: Tag) -> None:
        values = tag.attributes()
        if values.get("rel", "").lower() == "canonical":
            self._canonical = self._canonical or values.get("href", "")

    def _take_base(self, tag: Tag) -> None:
        self._base = self._base or address(tag.attributes().get("href", ""))

    def _take_break(self, _: Tag) -> None:
        self.flow.end_line()

    def _take_item(self, tag: Tag) -> None:
        self.flow.begin(PassageKind.TEXT if tag.closes else PassageKind.ITEM)

    def _take_table(self, tag: Tag) -> None:
        if tag.closes:
            self.flow.end_table()
        else:
            self.flow.begin_table()

    def _take_row(self, tag: Tag) -> None:
        if tag.closes:
            self.flow.end_row()
        else:
            self.flow.begin_row()

    def _take_cell(self, tag: Tag) -> None:
        if tag.closes:
            self.flow.end()
        elif tag.name == "dt":
            self.flow.begin_row()
            self.flow.begin_cell()
        else:
            self.flow.begin_cell()

    def _take_typed(self, tag: Tag) -> None:
        self.flow.end()
        self._is_typed = not tag.closes

    _SPECIAL: dict[str, Callable[["_Page", Tag], None]] = {  # noqa: RUF012 - a table, never changed
        "title": _take_title,
        "a": _take_link,
        "meta": _take_meta,
        "link": _take_relation,
        "base": _take_base,
        "br": _take_break,
        "li": _take_item,
        "table": _take_table,
        "dl": _take_table,
        "tr": _take_row,
        "pre": _take_typed,
    }

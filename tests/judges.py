"""What an output is to who reads it, by a parser of its format: the harm in it, and its shape without words.

The shape of a hostile registry's output is that of its harmless twin's: a text that became an element, a
property, a header, a cell or a line would change it.
"""

import csv
import email.policy
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable
from email import message_from_bytes
from functools import cache
from html.parser import HTMLParser
from io import StringIO
from typing import NamedTuple
from xml.etree import ElementTree as ET

import icalendar
import openpyxl
from markdown_it import MarkdownIt

from calendars import lint
from hostile import HOST

# Written down here, not taken from the code that is judged.
TURNS = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
NO_WIDTH = set("\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb")
WORDS_OF_MARKDOWN = {
    "text", "text_special", "entity", "softbreak", "hardbreak", "strong_open", "strong_close", "em_open",
    "em_close", "link_open", "link_close",
}  # fmt: skip


class Judged(NamedTuple):
    """What is wrong with an output, and what it is made of."""

    harm: list[str]
    shape: object


def terminal(data: bytes, ends: str = "\n") -> Judged:
    """Lines that a person sees; their number is no shape: long words are broken."""
    text = data.decode()
    harm = {f"U+{ord(each):04X}" for each in set(text) - set(ends) if is_harmful(each)}
    return Judged(sorted(harm), None)


def lines(data: bytes) -> Judged:
    """As many lines as there is to tell."""
    return Judged(terminal(data).harm, data.count(b"\n"))


@cache  # asked of a few hundred characters, two million times
def is_harmful(character: str) -> bool:
    """Whether a terminal does something with it, or nobody sees it."""
    return (
        unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        or character in TURNS | NO_WIDTH
        or 0xE0000 <= ord(character) < 0xE0080
    )


def table_of_commas(data: bytes) -> Judged:
    """CSV: as many cells as the header has, no formula, and nothing that is not seen but breaks and tabs."""
    rows = list(csv.reader(StringIO(data.decode(), newline=""), strict=True))
    return Judged(_formulas(data) + terminal(data, "\n\r\t").harm, _sizes(rows))


def table_of_tabs(data: bytes) -> Judged:
    """TSV: the same, and nothing that is not seen."""
    rows = [line.split("\t") for line in data.decode().split("\n")[:-1]]
    return Judged(_formulas(data) + terminal(data, "\n\t").harm, _sizes(rows))


def _formulas(data: bytes) -> list[str]:
    """What a spreadsheet would compute of a table, whichever sign parts cells in its country."""
    tables = (csv.reader(StringIO(data.decode(), newline=""), delimiter=each) for each in ",;\t")
    return [f"formula {each!r}" for rows in tables for row in rows for each in row if is_formula(each)]


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would compute it, whatever it drops or folds before it looks."""
    begin = "".join(each for each in cell if not is_harmful(each) and not each.isspace())
    begin = unicodedata.normalize("NFKC", begin).lstrip('"\u115f\u1160')  # U+3164 folds to the second
    return begin[:1] in set("=+-@") and not re.fullmatch(r"[-+]?[\d.]+", cell)


def workbook(data: bytes) -> Judged:
    """A workbook: no cell is a formula, no text does harm, links lead to the web; its parts are XML."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    (sheet,) = book.worksheets
    cells = [cell for row in sheet.iter_rows() for cell in row]
    harm = [f"a formula: {cell.value!r}" for cell in cells if cell.data_type in {"f", "e"}]
    texts = [cell.value for cell in cells if isinstance(cell.value, str)]
    harm += sorted({f"U+{ord(each):04X}" for each in set("".join(texts)) if is_harmful(each)})
    harm += [
        f"a link: {cell.value!r}" for cell in cells if cell.hyperlink and not is_link(cell.hyperlink.target)
    ]
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for part in parts.namelist():
            ET.fromstring(parts.read(part))  # noqa: S314 - of our own making
    links = sum(bool(cell.hyperlink) for cell in cells)
    return Judged(harm, (sheet.max_row, sheet.max_column, links))


def array(data: bytes) -> Judged:
    """JSON: the same names."""
    return Judged([], _names(json.loads(data)))


def objects(data: bytes) -> Judged:
    """JSON that a terminal may have."""
    return Judged(terminal(data, "\n\t").harm, array(data).shape)


def published(path: str, data: bytes, address: str) -> Judged:
    """A file of a publication by its kind: links within it lead to its address or stay in its folder."""
    kind = path.rpartition(".")[2]
    if kind == "html":
        return _published_page(data, address)
    if kind == "xml":
        root = ET.fromstring(data)  # noqa: S314 - of our own making
        shape = [(each.tag, sorted(each.keys())) for each in root.iter()]
        return Judged(terminal(data).harm, shape)
    return JUDGES.get(kind, terminal)(data)


def _published_page(data: bytes, address: str) -> Judged:
    reader = _PublishedPage(address)
    reader.feed(data.decode())
    reader.close()
    return Judged(reader.harm + terminal(data).harm, reader.shape)


def page(data: bytes) -> Judged:
    """HTML: the same elements with the same attributes, and links to where entries lead."""
    reader = _Page()
    reader.feed(data.decode())
    reader.close()
    return Judged(reader.harm + terminal(data).harm, reader.shape)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.harm: list[str] = []
        self.shape: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shape.append((tag, [(name, "" if name == "href" else value) for name, value in attrs]))
        if tag in {"script", "img", "svg", "iframe"} or any(name.startswith("on") for name, _ in attrs):
            self.harm.append(f"<{tag} {attrs}>")
        self.harm += [f"href {value!r}" for name, value in attrs if name == "href" and not is_link(value)]

    def handle_endtag(self, tag: str) -> None:
        self.shape.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.harm.append(f"comment {data!r}")


class _PublishedPage(_Page):
    """A page of ours, with its own script, data for machines and a picture; attributes may say titles."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "text":  # of a picture: a title has as many as it needs lines
            self.shape.append((tag, sorted(name for name, _ in attrs)))
        kind = dict(attrs).get("type")
        if tag in {"img", "iframe", "object", "style"} or any(name.startswith("on") for name, _ in attrs):
            self.harm.append(f"<{tag} {attrs}>")
        if tag == "script" and kind not in {None, "application/ld+json"}:
            self.harm.append(f"<script {attrs}>")
        self.harm += [f"href {url!r}" for name, url in attrs if name == "href" and not self._may_lead(url)]

    def handle_endtag(self, tag: str) -> None:
        if tag != "text":
            super().handle_endtag(tag)

    def _may_lead(self, url: str | None) -> bool:
        ours = (self.address, self.address.replace("https:", "webcal:"))
        within = re.fullmatch(r"#\w+|data:,|(\.\./)*[\w./-]*", url or "")
        return is_link(url) or bool(within) or str(url).startswith(ours)


def picture(data: bytes) -> Judged:
    """SVG: the same sorts of elements, no more links, nothing that runs or is fetched."""
    root = ET.fromstring(data)  # noqa: S314 - of our own making
    elements = [(each.tag.rpartition("}")[2], each.attrib) for each in root.iter()]
    known = {
        "svg",
        "title",
        "desc",
        "style",
        "defs",
        "linearGradient",
        "stop",
        "g",
        "a",
        "path",
        "rect",
        "circle",
    }
    harm = [f"<{tag}>" for tag, _ in elements if tag not in known | {"text"}]
    for tag, attributes in elements:
        harm += [f"{tag} {name}" for name in attributes if name.startswith(("on", "style", "{"))]
        harm += [
            f"href {value!r}" for name, value in attributes.items() if name == "href" and not is_link(value)
        ]
    links = sum(tag == "a" for tag, _ in elements)
    return Judged(harm + terminal(data).harm, (links, sorted({tag for tag, _ in elements})))


def is_link(url: object) -> bool:
    """Whether an address leads where those of the registry do, and shows all of itself."""
    text = str(url)
    hidden = any(is_harmful(each) or each.isspace() or each in "\u200c\u200d" for each in text)
    return text.startswith(HOST) and not hidden


def markdown(data: bytes) -> Judged:
    """Markdown: the same blocks, words and links in them and nothing else."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(data.decode())
    inside = [each for token in tokens if token.type == "inline" for each in token.children or ()]
    harm = [each.type for each in inside if each.type not in WORDS_OF_MARKDOWN]
    harm += [
        f"link {it.attrs['href']}"
        for it in inside
        if it.type == "link_open" and not is_link(it.attrs["href"])
    ]
    links = sum(each.type == "link_open" for each in inside)
    return Judged(harm + terminal(data).harm, ([each.type for each in tokens], links))


def calendar(data: bytes) -> Judged:
    """ICS: the same components with the same properties and parameters."""
    parts = icalendar.Calendar.from_ical(data).walk()
    shape = [
        (part.name, sorted((name, sorted(getattr(value, "params", {}))) for name, value in part.items()))
        for part in parts
    ]
    text = data.decode()
    unseen = TURNS | NO_WIDTH | {each for each in text if 0xE0000 <= ord(each) < 0xE0080}
    harm = [f"U+{ord(each):04X}" for each in sorted(unseen.intersection(text))]
    return Judged(lint(data) + harm, [str(each) for each in shape])


def mail(data: bytes) -> Judged:
    """A mail: the same headers and parts, each part judged by its own format."""
    letter = message_from_bytes(data, policy=email.policy.default)
    parts = [part for part in letter.walk() if not part.is_multipart()]
    judged = [
        (page if part.get_content_type() == "text/html" else terminal)(
            part.get_content().replace("\r", "").encode()
        )
        for part in parts
    ]
    harm = [each for it in judged for each in it.harm] + [str(each) for each in letter.defects]
    harm += [f"header {name}" for name, value in letter.items() if terminal(str(value).encode()).harm]
    types = [(part.get_content_type(), sorted(part.keys())) for part in letter.walk()]
    return Judged(harm, (letter.keys(), types, [each.shape for each in judged]))


def _sizes(rows: list[list[str]]) -> tuple[int, set[int]]:
    return len(rows), {len(row) for row in rows}


def _names(value: object) -> object:
    if isinstance(value, dict):
        return {"x-" if name.startswith("x-") else name: _names(each) for name, each in value.items()}
    return [_names(each) for each in value] if isinstance(value, list) else None


JUDGES: dict[str, Callable[[bytes], Judged]] = {
    "terminal": terminal,
    "lines": lines,
    "csv": table_of_commas,
    "tsv": table_of_tabs,
    "xlsx": workbook,
    "json": array,
    "json at a terminal": objects,
    "html": page,
    "svg": picture,
    "md": markdown,
    "ics": calendar,
    "mail": mail,
}

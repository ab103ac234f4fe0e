"""Publications of registries, and their folders as they are served, for tests and pictures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from builders import BRUSSELS, at
from clustercalls.audiences import Audience
from clustercalls.i18n import language
from clustercalls.model import Entry, Registry
from clustercalls.query.outward import outward
from clustercalls.registry.read import load
from clustercalls.site import pages
from clustercalls.site.publication import Publication

FOLDERS = {"en": "", "it": "it/"}


def publication(
    entries: Iterable[Entry],
    moment: str = "2016-12-02",
    code: str = "en",
    *,
    address: str = "https://calls.example.org/members/",
    others: bool = True,
    zone: str = BRUSSELS,
) -> Publication:
    """What is published of some entries for others, in English at the root and in Italian below it."""
    return Publication(
        "members",
        Audience(),
        "Calls for our members",
        Registry(tuple(map(outward, entries)), (), (), zone),
        at(moment, zone),
        language(code),
        address,
        FOLDERS[code],
        tuple((each, folder) for each, folder in FOLDERS.items() if each != code) if others else (),
    )


def read(path: Path) -> tuple[Entry, ...]:
    """The entries of a registry file."""
    return tuple(load((path,)).entries)


def ids(entries: Iterable[Entry]) -> frozenset[str]:
    """Of all of them, as if each had a calendar."""
    return frozenset(each.id for each in entries)


def written(
    folder: Path, entries: Iterable[Entry], moment: str, templates: Path | None = None
) -> Mapping[str, int]:
    """Writes the pages of both languages; the size of each by its path."""
    entries, sizes = tuple(entries), {}
    for code, below in FOLDERS.items():
        for path, data in pages.files(publication(entries, moment, code), templates, ids(entries)):
            target = folder / below / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            sizes[below + path] = len(data)
    return sizes


def page(path: str, *entries: Entry, templates: Path | None = None, **options: Any) -> str:  # noqa: ANN401
    """One page of a publication of some entries; the options are those of `publication`."""
    made = dict(pages.files(publication(entries, **options), templates, ids(entries)))
    return made[path].decode()


@dataclass
class Read(HTMLParser):
    """What of a page matters here: its text, its links, its ids."""

    text: str = ""
    links: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if "href" in values and tag in {"a", "link"}:
            self.links.append(values["href"] or "")

    def handle_data(self, data: str) -> None:
        self.text += data


def words(html: str) -> str:
    """The text of a page on one line."""
    reading = Read()
    reading.feed(html)
    return " ".join(reading.text.split())


def links(html: str) -> list[str]:
    """Every address on a page."""
    reading = Read()
    reading.feed(html)
    return reading.links

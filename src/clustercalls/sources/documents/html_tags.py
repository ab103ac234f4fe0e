"""HTML cut into its tags and the texts between them, in time in proportion to its length."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from clustercalls.limits import TAG_LETTERS
from clustercalls.sources.html_text import unescaped

_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z\d:-]*+)(?P<rest>(?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+)>"
)
_NAME = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z\d:-]{0,40})")
_ATTRIBUTE = re.compile(
    r"(?:^|(?<=[\s\"'/]))([a-zA-Z:_-]{1,40}+)\s{0,9}=\s{0,9}(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))"
)
# What is no text of the page: programs, pictures, the ways to other pages, fields of forms.
_NOT_READ = frozenset(
    {"script", "style", "template", "svg", "math", "nav", "select", "iframe", "object", "textarea"}
)
_RAW = frozenset({"script", "style"})  # of which the rest is none of the page even when they never end
_STRUCTURED = "application/ld+json"


class Tag(NamedTuple):
    """A tag: its name in small letters, whether it closes, and the text of its attributes."""

    name: str
    closes: bool = False
    rest: str = ""

    def attributes(self) -> dict[str, str]:
        """Its attributes with their values, the first of each name."""
        values: dict[str, str] = {}
        for name, *forms in _ATTRIBUTE.findall(self.rest[:TAG_LETTERS]):
            values.setdefault(name.lower(), unescaped("".join(forms)).strip())
        return values


class Structured(NamedTuple):
    """What a page says of itself for search engines, as text."""

    text: str


def parts_of(html: str) -> Iterator[Tag | Structured | str]:
    """The tags of a page and the texts between them, with what its entities stand for."""
    place, never_closed = 0, set[str]()
    last = html.rfind(">")  # so that no tag is looked for that has no end
    while 0 <= (start := html.find("<", place)) < last:
        if start > place:
            yield unescaped(html[place:start])
        if html[start + 1 : start + 2] in {"!", "?"}:
            place = _behind_comment(html, start)
            continue
        tag, place = _tag_at(html, start)
        if tag is None:
            yield html[start:place]
        elif tag.closes or tag.name not in _NOT_READ or tag.name in never_closed:
            yield tag
        else:
            inner, behind = _up_to_its_end(html, place, tag.name)
            place = behind or (len(html) if tag.name in _RAW else place)
            if not behind:
                never_closed.add(tag.name)
                yield tag
            elif tag.name == "script" and _STRUCTURED in tag.rest:
                yield Structured(inner)
    if place < len(html):
        yield unescaped(html[place:])


def _behind_comment(html: str, start: int) -> int:
    """Where a comment or a declaration ends; at the end of the page where it never does."""
    closing = "-->" if html.startswith("<!--", start) else ">"
    end = html.find(closing, start + 2)
    return end + len(closing) if end >= 0 else len(html)


def _tag_at(html: str, start: int) -> tuple[Tag | None, int]:
    """The tag that begins there, and where it ends; a sign that begins none is text."""
    whole = _TAG.match(html, start, start + TAG_LETTERS)
    if whole is not None:
        return Tag(whole["name"].lower(), bool(whole["close"]), whole["rest"]), whole.end()
    begun = _NAME.match(html, start)
    end = html.find(">", start) if begun else -1
    if begun is None or end < 0:  # text, up to the next that may be one
        return None, start + 1
    return Tag(begun["name"].lower(), bool(begun["close"]), html[begun.end() : end]), end + 1


def _up_to_its_end(html: str, place: int, name: str) -> tuple[str, int]:
    """What stands in an element, and the place behind it; 0 where it never ends."""
    closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(html, place)
    return (html[place : closing.start()], closing.end()) if closing else ("", 0)

"""What readers of calendars, feeds and tables have in common: keys, addresses, what is left out, and why."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from types import MappingProxyType
from typing import Any

from msgspec import json

from clustercalls.candidate import Candidate
from clustercalls.errors import ADVICE, InputRefused, Place, Problem, WorldFailed, problem
from clustercalls.limits import OFFERED_SUMMARY, OFFERED_TITLE, OFFERED_WORD, TEXT_LETTERS
from clustercalls.sources.html_text import one_line, plain

_BEGUN = 120  # letters of a text that stand for its title
VERSION = 1  # of what is made of what was read: with another, what was made before is made again
FIRST_YEAR, AFTER_YEARS = 1970, 2100  # what lies outside is no date but a sign for "none" or "always"
NOTHING: Mapping[str, str] = MappingProxyType({})
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/?#][!#-;=?-\[\]_a-z~%]*)?", re.IGNORECASE)


def needed(module: str, library: str) -> None:
    """Lets pass when a library of the extra `import` is there.

    Raises:
        WorldFailed: when it is not.
    """
    if find_spec(module) is None:
        raise WorldFailed(problem("no-reader", None, library=library))


def left_out(source: str, line: int, name: str, reason: str, **values: object) -> Problem:
    """What is said of one of many that cannot be read; `name` is what people know it by."""
    return problem(
        "part-left-out", Place(source, line, shortened(one_line(name), 80)), reason=reason, **values
    )


def rest_unread(source: str, reason: str, line: int = 0, **values: object) -> Problem:
    """What is said where not all is read, as of more than a limit allows."""
    return problem("rest-unread", Place(source, line), reason=reason, **values)


def unlike(source: str, what: str, reason: str, **values: object) -> InputRefused:
    """What is said of a whole that is not what it should be: "a calendar", "a feed", "a table"."""
    advice = ADVICE["its kind"]
    return InputRefused(
        problem("unlike-kind", Place(source), what=what, reason=reason, advice=advice, **values)
    )


def shortened(text: str, most: int) -> str:
    """A text, cut where it is longer."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def address(text: str) -> str:
    """An address of the web as it stands; empty for any other text."""
    text = text.strip()
    return text if len(text) <= TEXT_LETTERS and _ADDRESS.fullmatch(text) else ""


def key_of(name: str) -> str:
    """The key that a source gives, where it is a word of some length; else a digest of it."""
    is_word = name.isprintable() and " " not in name and one_line(name) == name
    return name if name and is_word and len(name) <= OFFERED_WORD else digest(name)


def digest(*facts: object) -> str:
    """A short text that is the same of the same facts alone."""
    return hashlib.sha256(_bytes_of(facts)).hexdigest()[:32]


def _bytes_of(facts: object) -> bytes:
    try:
        return json.encode(facts)
    except UnicodeEncodeError:  # halves of characters
        return repr(facts).encode("utf-8", "backslashreplace")


def offered(
    source: str,
    key: str,
    title: str,
    facts: dict[str, Any],
    text: str = "",
    words: Iterable[str] = (),
    about: Mapping[str, str] = NOTHING,
) -> Candidate:
    """The candidate of these facts, empty ones left out; `about` is what is said of the source itself."""
    text = plain(text)
    begun = shortened(one_line(text), _BEGUN) or about.get("url", "") or key  # of what has no title
    title = shortened(one_line(title), OFFERED_TITLE) or begun
    entry = {"title": title, **facts, "source": {**about, "key": f"{source}:{key}"}}
    for name in ("summary", "note"):
        entry[name] = shortened(one_line(entry.get(name, "")), OFFERED_SUMMARY)
    for name in ("place", "programme"):
        entry[name] = shortened(one_line(entry.get(name, "")), OFFERED_WORD)
    entry["source"] = {name: value for name, value in entry["source"].items() if value}
    entry = {name: value for name, value in entry.items() if value}
    named = tuple(sorted({shortened(one_line(each), OFFERED_WORD) for each in words} - {""}))
    made = digest(VERSION, key, entry, named, text)
    return Candidate(
        source=source, key=key, ident="", title=title, entry=entry, words=named, text=text, print=made
    )

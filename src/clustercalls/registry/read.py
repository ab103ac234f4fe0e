"""Reading registry files: bytes in, frozen entries and problems out.

One bad entry never hides the good ones; every problem has its file, line, entry and field.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from clustercalls.disk.read import read
from clustercalls.errors import InputRefused, Place, Problem, problem
from clustercalls.limits import ENTRIES
from clustercalls.model import Entry, Registry
from clustercalls.registry import days_off, names, paths, track_words
from clustercalls.registry.build import Defaults, entries_seen_from
from clustercalls.registry.entries import Taken, entries_of
from clustercalls.registry.layout import Layout
from clustercalls.registry.pieces import in_pieces, without_own_keys
from clustercalls.registry.shape import TABLES
from clustercalls.registry.text import Text, toml
from clustercalls.registry.top import check_headers, defaults_of, stated_in, top_level
from clustercalls.zones import UNKNOWN

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from clustercalls.audiences import Audiences

Source = Callable[..., bytes]  # as `disk.read.read`


class Parsed(NamedTuple):
    """One file: good entries, problems, the default zone (`UNKNOWN` if unread), and what else it states.

    That is its name, what words for `track` mean, and what it has for entries that say nothing else.
    """

    entries: list[Entry]
    problems: list[Problem]
    zone: str = Defaults().zone
    name: str = ""
    words: track_words.Words = track_words.NONE
    defaults: Defaults = Defaults()


def load(
    named: tuple[Path, ...], *, warnings: bool = False, piped: bool = False, source: Source = read
) -> Registry:
    """The registry of these files and folders, read in order; with `warnings`, those too.

    With `piped` what is named may be a pipe, never what is in a folder. `source` reads a file, or refuses.
    An id that is taken already is a problem of the later entry.
    """
    files, problems = paths.expand(named)
    entries: list[Entry] = []
    zones: list[str] = []
    home = ""
    stated: names.Stated = {}
    words: dict[str, track_words.Words] = {}
    told: Audiences = {}
    taken: Taken = {}
    shared: dict[Path, Defaults] = {}
    for path in files:
        of_folder = shared.get(path.parent) if path not in named else None
        is_shared = path.name == paths.SHARED and path not in named
        try:
            data = source(path, piped=piped and path in named)
            parsed = parse_bytes(data, path, taken, warnings=warnings, shared=of_folder)
        except InputRefused as refusal:
            problems.append(refusal.problem)
            shared |= {path.parent: Defaults(UNKNOWN)} if is_shared else {}
            continue
        shared |= {path.parent: parsed.defaults} if is_shared else {}
        zones.append(parsed.zone)
        home = home or (parsed.zone if parsed.zone != UNKNOWN else "")
        entries += parsed.entries if parsed.zone == home else entries_seen_from(parsed.entries, home)
        problems += parsed.problems
        words |= {str(path): parsed.words} if parsed.words else {}
        told = {**parsed.defaults.audiences, **told}
        names.add(stated, path if path in named else path.parent, path, parsed.name)
    problems += names.told_twice(stated)
    if words and len(files) > 1:
        entries = list(track_words.together(entries, words))
    every = track_words.all_of(words)
    if warnings:
        from clustercalls.registry import twin_keys

        problems = twin_keys.with_twins(problems, entries, taken, files)
        problems = track_words.without_meaning(problems, entries, every, taken, files)
    file_names, zone, is_partial = tuple(map(str, files)), home or Defaults().zone, UNKNOWN in zones
    name = names.first(stated)
    return Registry(tuple(entries), tuple(problems), file_names, zone, name, is_partial, tuple(every), told)


def parse_bytes(
    data: bytes, path: Path, taken: Taken, *, warnings: bool = False, shared: Defaults | None = None
) -> Parsed:
    """As `parse`, of the bytes that `path` has; of those that are not all UTF-8, what its blocks say.

    Raises:
        InputRefused: when nothing of it can be read.
    """
    content, wrong = paths.decode_in_part(data, path)
    if wrong:
        return _parse_apart(content, wrong, taken, warnings=warnings, shared=shared)
    return parse(content, str(path), taken, warnings=warnings, shared=shared)


def parse(
    content: str, file: str, taken: Taken, *, warnings: bool = False, shared: Defaults | None = None
) -> Parsed:
    """The entries of one text; `taken` holds the ids in use, and is added to.

    `shared` is what holds where the text says nothing else.

    Raises:
        InputRefused: when nothing of it can be read.
    """
    text = Text(file, Layout(content))
    joined = in_pieces(content)
    try:
        document = toml(content, text) if joined is None else joined
        check_headers(document, text)
    except InputRefused as refused:
        return _parse_apart(content, refused.problem, taken, warnings=warnings, shared=shared)
    if joined is None and "x-" in content:
        document = without_own_keys(document)
    parsed = from_document(document, text, taken, warnings=warnings, shared=shared)
    if warnings:
        _warn_of_text(content, text, parsed.problems)
        parsed.problems.sort(key=lambda each: each.place.line)
    return parsed


def _warn_of_text(content: str, text: Text, problems: list[Problem]) -> None:
    """Adds the warnings about how a text that is TOML is written."""
    from clustercalls.registry import hidden, newer_toml

    wrong = {each.place for each in problems}
    problems += (each for each in hidden.problems(content, text.file, text.layout) if each.place not in wrong)
    problems += newer_toml.problems(content, text.file, text.layout)


def _parse_apart(
    content: str, why: Problem, taken: Taken, *, warnings: bool, shared: Defaults | None = None
) -> Parsed:
    """As `parse`, of a text that is not to be read as one, as `why` says: what its blocks say that are.

    Raises:
        InputRefused: when it has no blocks, or its schema is another one.
    """
    from clustercalls.registry.apart import apart

    parts = apart(content, why.place.file, why)
    entries: list[Entry] = []
    problems, called = list(parts.problems), ""
    defaults = Defaults() if parts.has_defaults else Defaults(UNKNOWN)
    words, off = parts.undecided, days_off.NONE
    told: Audiences = {}
    for text, tables, _ in parts.read:
        if "defaults" in tables and parts.has_defaults:
            defaults = defaults_of(tables["defaults"], text, problems, warnings=warnings)
        words = {**track_words.stated(tables.get("track"), text, problems), **words}
        block_off = days_off.stated(tables.get(days_off.KEY), text, problems)
        if "audience" in tables:
            from clustercalls.registry import audiences

            told |= audiences.stated(tables["audience"], text, problems)
        off = days_off.days_off((*off.every, *block_off.every), (*off.places, *block_off.places))
    defaults = defaults._replace(words=words, days_off=off, audiences=told)
    defaults = defaults.over(shared) if shared else defaults
    for text, tables, block in parts.read:
        parsed = from_document(without_own_keys(tables), text, taken, warnings=warnings, defaults=defaults)
        entries += parsed.entries
        problems += parsed.problems
        called = called or parsed.name
        if warnings:
            _warn_of_text(block, text, problems)
    problems = sorted(dict.fromkeys(problems), key=lambda each: each.place.line)
    return Parsed(entries, problems, defaults.zone, called, defaults.words, defaults)


def from_document(
    document: dict[str, Any],
    text: Text,
    taken: Taken,
    *,
    warnings: bool = False,
    defaults: Defaults | None = None,
    shared: Defaults | None = None,
) -> Parsed:
    """As `parse`, of a document that was read already, or `in_pieces`; its entries are taken out of it.

    `defaults` are those of the whole, of which this is a part.

    Raises:
        InputRefused: when its schema is another one.
    """
    problems = top_level(document, text)
    called = names.stated_in(document, lambda each: problems.append(text.top(each)))
    if defaults is None:
        defaults = stated_in(document, text, problems, warnings=warnings)
        defaults = defaults.over(shared) if shared else defaults
    entries: list[Entry] = []
    if too_many := over_entries(document, text.file):
        raise InputRefused(too_many)
    for name, kind in TABLES.items():
        tables = document.pop(name, [])
        if isinstance(tables, list):
            entries += entries_of(kind, tables, defaults, text, taken, problems, warnings=warnings)
    problems.sort(key=lambda each: each.place.line)
    return Parsed(entries, problems, defaults.zone, called, defaults.words, defaults)


def over_entries(document: Mapping[str, Any], file: str) -> Problem | None:
    """That a file holds more entries than one may."""
    tables = (document.get(name, []) for name in TABLES)
    if sum(len(each) for each in tables if isinstance(each, list)) <= ENTRIES:
        return None
    return problem("too-large", Place(file), what="the file", limit="{most} entries", most=f"{ENTRIES:,}")

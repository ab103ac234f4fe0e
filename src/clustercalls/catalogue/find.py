"""What of the catalogue somebody looks for: by words, best first, or by what is due next.

SQL passes over most of what is not meant; `query`, `timeline` and `standing` decide, as for a registry.
"""

import re
from collections.abc import Collection, Iterator
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec import Struct, json
from msgspec.structs import replace

from clustercalls import standing, timeline
from clustercalls.catalogue import streams
from clustercalls.catalogue.reading import entry_of
from clustercalls.catalogue.schema import SEARCHED
from clustercalls.catalogue.terms import expression_of, folded, sought_in
from clustercalls.catalogue.where import Where, looks_back, where_of
from clustercalls.model import Milestone
from clustercalls.query.select import EntryRow, entry_row, is_current
from clustercalls.query.wanted import Query, has_selected, has_status, is_selected, matches
from clustercalls.query.within import is_within
from clustercalls.zones import Moment

if TYPE_CHECKING:
    from sqlite3 import Connection

Pieces = tuple[tuple[str, bool], ...]

MARKS = ("\ufdd0", "\ufdd1")  # round a word in what the index quotes: no text has these
QUOTED = 16  # words of it
_SPACES = re.compile(r"\s+")
_SELECT = "SELECT source, key, ident, first_seen, changed, gone, entry FROM record r WHERE r.id = :id"


class Hit(Struct, frozen=True):
    """One that was found: `row.entry` has `source:key` as its id, and stands as it does at the moment.

    `words` are the places where the words were found, each in pieces with whether it is one of them; one
    place, unless it takes more to show all of them. `first_seen`, `changed` and `gone` are moments, as ISO
    texts.
    """

    source: str
    key: str
    ident: str
    row: EntryRow
    first_seen: str
    changed: str | None = None
    gone: str | None = None
    words: tuple[Pieces, ...] = ()


def find(
    connection: "Connection",
    query: Query,
    moment: Moment,
    *,
    sources: Collection[str] = (),
    new: bool = False,
    after: str = "",
    limit: int = 20,
) -> tuple[Hit, ...]:
    """What the query asks for, of these sources or all; with `new`, of what the last sync brought.

    With `after`, a moment as ISO text, only of what was seen first after it.

    With `query.past` only what is over, or gone, the newest first; without, what is current, as `list` has
    it. A status that is asked for is shown, current or not.

    Raises:
        UsageRefused: when the text of the query names no word that is to be there, or too many.
    """
    expression, sought = expression_of(query.text), sought_in(query.text)
    query = replace(query, text="")
    search = _Search(connection, query, moment, where_of(query, moment, sources, new=new, after=after))
    if not expression:
        return tuple(search.hits(limit))
    places = streams.by_words(connection, expression)
    hits = search.in_order(places, limit)
    return tuple(replace(hit, words=_places(connection, record, expression, sought)) for record, hit in hits)


class _Search:
    """What is looked for, and where."""

    def __init__(self, connection: "Connection", query: Query, moment: Moment, where: Where) -> None:
        self._connection, self._query, self._moment, self._where = connection, query, moment, where
        self._sql = f"{_SELECT} AND {where.sql}"

    def hits(self, limit: int) -> Iterator[Hit]:
        """Those found without words."""
        if looks_back(self._query):
            places = streams.looking_back(self._connection, self._query, self._where)
            return (hit for _, hit in self.in_order(places, limit))
        return iter(self._by_day(limit))

    def in_order(self, places: Iterator[streams.Ranked], limit: int) -> Iterator[tuple[int, Hit]]:
        """So many of these that are meant, each with its number."""
        for place in places:
            if limit <= 0:
                return
            hit, _ = self._looked_at(place.record)
            if hit is not None:
                limit -= 1
                yield place.record, hit

    def _by_day(self, limit: int) -> list[Hit]:
        """So many of those that are meant, by what is next: exactly, and then those without."""
        dated: list[tuple[tuple[float, ...], Hit]] = []
        rest: list[Hit] = []
        known: set[int] = set()
        in_place = 0  # of those that are dated, behind which nothing before them can come
        near = streams.near_of(self._where, self._query)
        for place in streams.by_day(self._connection, self._query, self._where, self._moment):
            so_far = len(dated) if place.day else len(dated) + len(rest)
            if in_place >= limit or (so_far >= limit and not "" < place.day <= near):
                break
            hit, milestones = (None, ()) if place.record in known else self._looked_at(place.record)
            first = self._first(milestones) if hit and place.day else None
            comes_again = bool(first and first.earliest and first.earliest.isoformat() > place.day)
            if hit is not None and first is None:
                rest.append(hit)
            elif hit is not None and first is not None and not comes_again:
                dated.append(((*standing.order(first, self._moment)[:3], place.record), hit))
                in_place += place.is_exact
            if not comes_again:
                known.add(place.record)
        dated.sort(key=itemgetter(0))
        return [*map(itemgetter(1), dated), *rest][: max(limit, 0)]

    def _first(self, milestones: tuple[Milestone, ...]) -> Milestone | None:
        """The first of what is ahead, or in the window."""
        kinds = streams.kinds_of(self._query)
        ahead = [
            m for m in milestones if m.when and (not kinds or m.stage.kind in kinds) and self._is_meant(m)
        ]
        return standing.comes_next(ahead, self._moment) if ahead else None

    def _is_meant(self, milestone: Milestone) -> bool:
        """Whether it is ahead (looking back, over) and in the window."""
        query, moment = self._query, self._moment
        is_over = timeline.is_over(milestone, moment)
        is_there = is_over if looks_back(query) else not is_over
        return is_there and (query.window is None or is_within(milestone, query.window, moment))

    def _looked_at(self, record: int) -> tuple[Hit | None, tuple[Milestone, ...]]:
        """A record, and what it is judged by; None for one that is not meant."""
        kept = self._connection.execute(self._sql, {**self._where.values, "id": record}).fetchone()
        if kept is None:
            return None, ()
        source, key, *about, gone, table = kept
        entry, _ = entry_of(source, key, json.decode(table))
        if entry is None or not matches(entry, self._query):
            return None, ()
        row, milestones = entry_row(entry, self._moment), timeline.milestones(entry)
        if not self._is_selected(row, milestones, is_gone=gone is not None):
            return None, ()
        return Hit(source, key, about[0], row, about[1], about[2], gone), milestones

    def _is_selected(self, row: EntryRow, milestones: tuple[Milestone, ...], *, is_gone: bool) -> bool:
        query = self._query
        if not has_selected(milestones, query) or not has_status(row.status, query):
            return False
        if query.past and is_current(row, milestones) and not is_gone:
            return False
        if not query.past and not query.statuses and not is_current(row, milestones):
            return False
        if query.window is None:
            return True
        return any(self._is_meant(m) for m in milestones if m.when and is_selected(m, query))


def _places(
    connection: "Connection", record: int, expression: str, sought: tuple[tuple[str, ...], ...]
) -> tuple[Pieces, ...]:
    """Where in a record the words stand: the best place, and what shows the others."""
    places = [_quoted(connection, record, expression, -1)]
    shown = _shown(places[0], sought)
    for column in range(len(SEARCHED)):
        if len(shown) == len(sought):
            break
        place = _quoted(connection, record, expression, column)
        if more := _shown(place, sought) - shown:
            places.append(place)
            shown |= more
    return tuple(places)


def _shown(pieces: Pieces, sought: tuple[tuple[str, ...], ...]) -> set[int]:
    """Which of what is looked for, by number, is to be seen in these pieces."""
    words = [folded(text) for text, is_word in pieces if is_word]
    return {
        number
        for number, group in enumerate(sought)
        if any(f" {term}" in f" {word}" for term in group for word in words)
    }


def _quoted(connection: "Connection", record: int, expression: str, column: int) -> Pieces:
    """Where the words stand in a column, or in the one that shows most of them, in pieces."""
    begin, end = MARKS
    text = connection.execute(
        "SELECT snippet(word, ?, ?, ?, '…', ?) FROM word WHERE word MATCH ? AND rowid = ?",
        (column, begin, end, QUOTED, expression, record),
    ).fetchone()[0]
    before, *marked = text.split(begin)
    pieces = [(before, False)]
    for piece in marked:
        word, _, after = piece.partition(end)
        pieces += [(word, True), (after, False)]
    return tuple((_SPACES.sub(" ", piece), is_word) for piece, is_word in pieces if piece)

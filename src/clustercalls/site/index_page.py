"""The first page: what is ahead in the groups of `upcoming`, one card an entry, and how to filter them."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from clustercalls import standing, timeline
from clustercalls.model import Entry, EntryKind, Status
from clustercalls.query import select
from clustercalls.query.select import EntryRow, Row
from clustercalls.query.wanted import Query
from clustercalls.render import amounts, entry_page, groups, words
from clustercalls.render.bars import ComingYear, year_of
from clustercalls.site.card_bar import card_bar, shared
from clustercalls.site.publication import Publication
from clustercalls.site.when import When, when

NO_BAR = Markup()
WHO_LETTERS = 180  # of who may, on a card; the call's page has all of it


class Card(Struct, frozen=True):
    """One entry: its next stage, what comes after it, and what the filters ask of it, as codes.

    `bar` is its date as a picture, where that is no single sure day.
    """

    id: str
    title: str
    kind: EntryKind
    kind_word: str
    programme: str
    tags: tuple[str, ...]
    status: str
    status_word: str
    closes: str
    stage: str = ""
    when: When | None = None
    then: tuple[tuple[str, str], ...] = ()
    was: str = ""
    summary: str = ""
    money: str = ""
    who: str = ""
    doubt: str = ""
    language: str = ""
    bar: Markup = NO_BAR


class CardGroup(Struct, frozen=True):
    """Cards under one heading."""

    heading: str
    cards: tuple[Card, ...]


class Choice(Struct, frozen=True):
    """One field of the filters: its name in the address, its label, values with their words."""

    name: str
    label: str
    values: tuple[tuple[str, str], ...]


class IndexPage(Struct, frozen=True):
    """The whole page; `bars` is what the bars of its cards share, empty where there are none."""

    groups: tuple[CardGroup, ...]
    choices: tuple[Choice, ...]
    count: int
    bars: Markup = NO_BAR


def index(publication: Publication) -> IndexPage:
    """All entries of a publication: those ahead first, then the others, none left out."""
    firsts, later = _ahead(publication)
    t, moment = publication.t, publication.moment
    year = year_of(moment)
    rows = {entry.id: select.entry_row(entry, moment) for entry in publication.entries}
    ahead = [
        CardGroup(heading, tuple(_ahead_card(firsts[at], rows, later, publication, year) for at in numbers))
        for heading, numbers in groups.grouped(firsts, t)
    ]
    shown = {row.milestone.entry.id for row in firsts}
    every = (*ahead, *_others([row for id_, row in rows.items() if id_ not in shown], publication))
    cards = [card for group in every for card in group.cards]
    bars = shared(year, moment.today(), t) if any(card.bar for card in cards) else ""
    return IndexPage(every, tuple(_choices(cards, publication)), len(cards), Markup(bars))  # noqa: S704 - made there


def _ahead(publication: Publication) -> tuple[list[Row], dict[str, list[Row]]]:
    """The first row of every entry that has one ahead, and those after it."""
    firsts: dict[str, Row] = {}
    later: dict[str, list[Row]] = {}
    everything = Query(put_away=True)
    rows = select.upcoming(publication.registry, everything, publication.moment, standing_too=True)
    for row in rows:
        id_ = row.milestone.entry.id
        if id_ in firsts:
            later.setdefault(id_, []).append(row)
        else:
            firsts[id_] = row
    return list(firsts.values()), later


def _others(rows: Sequence[EntryRow], publication: Publication) -> Iterator[CardGroup]:
    """What is not ahead: nobody confirmed it, it is there to consult, or it is over."""
    t = publication.t
    waiting = [row for row in rows if row.unconfirmed]
    consulted = [row for row in rows if row.entry.kind is EntryKind.RESOURCE and not row.unconfirmed]
    over = [row for row in rows if row.entry.kind is not EntryKind.RESOURCE and not row.unconfirmed]
    dated = sorted(((_last(row.entry, publication), row) for row in over), key=lambda each: _order(each[0]))
    for heading, cards in (
        (t("To be confirmed"), [_card(row, row.next, publication, sure=True) for row in waiting]),
        (t("To consult"), [_card(row, None, publication) for row in consulted]),
        (t("No longer ahead"), [_card(row, last, publication) for last, row in dated]),
    ):
        if cards:
            yield CardGroup(heading, tuple(cards))


def _last(entry: Entry, publication: Publication) -> Row | None:
    """Its last stage, that by which one could apply for a call."""
    rows = select.rows_of(entry, publication.moment)
    applied = [row for row in rows if standing.is_for_all(row.milestone)]
    return min(applied or rows, key=lambda row: timeline.order_past(row.milestone), default=None)


def _order(row: Row | None) -> timeline.OrderKey:
    return timeline.order_past(row.milestone) if row else (timeline.LATER_THAN_ANY_DAY, 0, 0, "")


def _ahead_card(
    row: Row,
    rows: dict[str, EntryRow],
    later: dict[str, list[Row]],
    publication: Publication,
    year: ComingYear,
) -> Card:
    entry = row.milestone.entry
    stale = standing.is_stale(entry, None, publication.moment, publication.moment.zone)
    entry_row = replace(rows[entry.id], unconfirmed=rows[entry.id].unconfirmed or stale)
    sure = entry_row.unconfirmed or entry.confirmed is None
    card = _card(entry_row, row, publication, sure=sure)
    bar = Markup(card_bar(row, year))  # noqa: S704 - of our own making
    return replace(card, then=tuple(_then(later.get(entry.id, ()), publication)), bar=bar)


def _then(rows: Iterable[Row], publication: Publication) -> Iterator[tuple[str, str]]:
    t = publication.t
    for row in rows:
        yield words.stage_label(row.milestone.stage, t) or t(words.STAGE["dates"]), when(row, t).said


def _card(row: EntryRow, following: Row | None, publication: Publication, *, sure: bool = False) -> Card:
    t, entry = publication.t, row.entry
    closes = row.deadline.milestone.latest if row.deadline else None
    who = "; ".join(entry.eligibility)
    return Card(
        entry.id,
        entry.title,
        entry.kind,
        t(words.KIND[entry.kind]),
        entry.programme,
        entry.tags,
        row.status or "",
        words.status(row.status, t) if row.status else "",
        closes.isoformat() if closes else "",
        _stage(following, publication),
        when(following, t) if following else None,
        was=words.lately_moved(following, t) if following else "",
        summary=entry.summary,
        money=amounts.money_in_full(entry, t),
        who=shorten(who, WHO_LETTERS, placeholder=" …") if len(who) > WHO_LETTERS else who,
        doubt=entry_page.sure(row, publication.moment.today(), t) if sure else "",
        language=entry.language,
    )


def _stage(row: Row | None, publication: Publication) -> str:
    return "" if row is None or row.lacks_step else words.label_by_date(row.milestone, publication.t)


def _choices(cards: Sequence[Card], publication: Publication) -> Iterator[Choice]:
    """The fields that tell cards apart: one with a single value filters nothing."""
    t = publication.t
    statuses = {card.status: card.status_word for card in cards if card.status}
    kinds = {card.kind: card.kind_word for card in cards}
    programmes = sorted({card.programme for card in cards if card.programme}, key=str.casefold)
    tags = sorted({tag for card in cards for tag in card.tags}, key=str.casefold)
    for name, label, values in (
        ("programme", t("Programme"), [(each, each) for each in programmes]),
        ("kind", t("Kind"), [(f"{each}", kinds[each]) for each in EntryKind if each in kinds]),
        ("tag", t("Tag"), [(each, each) for each in tags]),
        ("status", t("Status"), [(f"{each}", statuses[each]) for each in Status if each in statuses]),
    ):
        if values:
            yield Choice(name, label, tuple(values))

"""The page of one entry: the answer first, then stages, money, who may, links, history, how sure it is."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from clustercalls.history.rows import before, stage_of
from clustercalls.i18n import Language
from clustercalls.model import Entry, EntryKind, Moved
from clustercalls.query import select
from clustercalls.query.select import EntryRow, Row
from clustercalls.registry.own_keys import texts
from clustercalls.render import amounts, answer, entry_page, track, words
from clustercalls.render.dates import say, say_day, say_plain
from clustercalls.site.calendars import path_of
from clustercalls.site.frame import webcal
from clustercalls.site.publication import Publication
from clustercalls.site.when import When, when


class PartedAnswer(Struct, frozen=True):
    """The sentence, parted where it says how long, so that the reader's browser can say it anew."""

    before: str
    when: When | None = None
    after: str = ""


class ShownStage(Struct, frozen=True):
    """One stage: what it is called, when it is, what is to be said of it, and the date it had lately."""

    label: str
    when: When
    remarks: tuple[str, ...]
    was: str
    over: bool


class PageLink(Struct, frozen=True):
    """Where to read on, and what one finds there."""

    title: str
    url: str


class CallPage(Struct, frozen=True):
    """The whole page; what the registry says stands in it as it was written."""

    entry: Entry
    kind: str
    status: str
    status_word: str
    answer: PartedAnswer
    stages: tuple[ShownStage, ...]
    money: tuple[str, ...]
    unsaid: str
    addresses: tuple[PageLink, ...]
    contact: tuple[str, ...]
    history: tuple[str, ...]
    source_date: str
    sure: str
    ours: str
    own: tuple[str, ...]
    calendar: str
    webcal: str


def call(publication: Publication, entry: Entry, *, has_calendar: bool = False) -> CallPage:
    """The page of an entry of the publication, and of its calendar where it has one."""
    t, moment = publication.t, publication.moment
    row, rows = select.entry_row(entry, moment), select.rows_of(entry, moment, called_off=True)
    source = entry.source
    return CallPage(
        entry,
        t(words.KIND[entry.kind]),
        row.status or "",
        words.status(row.status, t) if row.status else "",
        answered(row, rows, t),
        tuple(_stage(each, t) for each in sorted(rows, key=entry_page.in_order_of_time)),
        amounts.money_in_parts(entry, t),
        t("the source does not say") if entry.kind is EntryKind.CALL else "",
        tuple(_addresses(entry)),
        _contact(entry),
        tuple(_history(entry, each, t) for each in entry.history),
        say(source.date.text, t.code) if source and source.date else "",
        entry_page.sure(row, moment.today(), t),
        track.we(entry, t, moment.today().year),
        tuple(f"{name}: {value}" for name, value in texts(publication.own.get(entry.id, {})).items()),
        f"{entry.id}.ics" if has_calendar else "",
        webcal(publication, path_of(entry.id)) if has_calendar else "",
    )


def answered(row: EntryRow, rows: Sequence[Row], t: Language) -> PartedAnswer:
    """The answer of `show`, and which date of it is counted down to."""
    sentence = answer.answer(row, rows, t)
    for dated in (row.deadline, row.next, *rows):
        left = words.left(dated, t) if dated else ""
        if dated and left and left in sentence:
            first, _, last = sentence.rpartition(left)
            return PartedAnswer(first, _as_said(when(dated, t), left), last)
    return PartedAnswer(sentence)


def _as_said(date: When, left: str) -> When:
    """As the sentence says it, which counts fewer days than a page does."""
    return When(date.said, left, date.stamp, date.first, date.last, date.over, date.zone, date.doubtful)


def _stage(row: Row, t: Language) -> ShownStage:
    stage = row.milestone.stage
    remarks = (*entry_page.remarks(row, t), entry_page.condition(row, t), stage.owner, stage.note)
    return ShownStage(
        entry_page.label(row, t) or t(words.STAGE[stage.kind]),
        when(row, t),
        tuple(remark for remark in remarks if remark),
        words.lately_moved(row, t),
        row.over,
    )


def _addresses(entry: Entry) -> Iterator[PageLink]:
    if entry.url:
        yield PageLink("", entry.url)
    for link in entry.links:
        yield PageLink(link.title, link.url)


def _contact(entry: Entry) -> tuple[str, ...]:
    told = entry.contact
    if told is None:
        return ()
    pec = f"pec: {told.pec}" if told.pec else ""
    return tuple(each for each in (told.name, told.address, *told.phones, told.email, pec) if each)


def _history(entry: Entry, row: Moved, t: Language) -> str:
    """`First stage: moved from 4 Apr 2017, noticed Thu 2 Feb 2017, because of a storm (the portal)`."""
    if row.was_track or not (row.stage or row.was_status):
        return entry_page.history(entry, row, t)
    if row.was_status:
        before_it = t("was {date}", date=t(row.was_status))
    else:
        name = words.stage_name(entry, row.stage, t)
        gone = stage_of(entry, row.stage) is None
        moved = t("was {date}" if gone else "moved from {date}", date=say_plain(before(entry, row), t))
        before_it = t("{label}: {text}", label=name, text=moved)
    noticed = t("noticed {date}", date=say_day(row.noticed, t.code)) if row.noticed else ""
    why = t("because {reason}", reason=row.why) if row.why else ""
    told = ", ".join(part for part in (before_it, noticed, why) if part)
    return f"{told} ({row.source})" if row.source else told

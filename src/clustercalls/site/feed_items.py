"""What a feed tells of each call, whatever its format.

One item a call, for as long as it is current. It comes up again, under the same id, when a date or a status
of it moved: then it says the old one and the new one. That it closes soon is no news of it, and how many days
are left would be wrong wherever a feed is kept: the calendar tells that. So nothing in it depends on the day
on which it is made but whether it is there.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from html import escape

from msgspec import Struct

from clustercalls import timeline
from clustercalls.calendar.lines import address, clean, one_line
from clustercalls.history.compare import Change, What, from_history
from clustercalls.history.rows import oldest_first
from clustercalls.i18n import Language
from clustercalls.model import OFF, Entry, EntryKind, Status
from clustercalls.once import once_in_a_row
from clustercalls.query import select
from clustercalls.render import changes, words
from clustercalls.render.dates import say_day
from clustercalls.site import identity
from clustercalls.site.feed_facts import Fact, facts, stage_facts
from clustercalls.site.publication import Publication
from clustercalls.site.told_days import ToldDays, days_of

NEWS_DAYS = 60  # how long what is over, or called off, is still told after it last changed


class NewsItem(Struct, frozen=True):
    """An entry as a feed tells it; every text is clean, of `html` the values are escaped.

    `url` is its page; `original` is where its own is, if anywhere.
    `days` are None where nobody noted one.
    """

    id: str
    title: str
    url: str
    original: str
    summary: str
    html: str
    tags: tuple[str, ...]
    days: ToldDays | None


@once_in_a_row  # two formats ask for the same ones
def items(publication: Publication) -> tuple[NewsItem, ...]:
    """The items of a feed, what changed last first; what nobody dated comes last."""
    days = days_of(publication)
    told = [each for each in publication.entries if _is_told(each, days.get(each.id), publication)]
    told.sort(key=lambda each: _order(days.get(each.id)))
    return tuple(_item(each, days.get(each.id), publication) for each in told)


def _order(days: ToldDays | None) -> int:
    return -(days.last if days else date.min).toordinal()


def _is_told(entry: Entry, days: ToldDays | None, publication: Publication) -> bool:
    """Whether it is current, or changed lately; addresses to consult are no news."""
    if entry.kind is EntryKind.RESOURCE:
        return False
    moment = publication.moment
    if days and moment.today() - days.last <= timedelta(days=NEWS_DAYS):
        return True
    return select.is_current(select.entry_row(entry, moment), timeline.milestones(entry))


def _item(entry: Entry, days: ToldDays | None, publication: Publication) -> NewsItem:
    t, today = publication.t, publication.moment.today()
    moves = [*reversed(oldest_first(from_history(entry, None, today)))]
    summary = " · ".join(_summary(entry, moves, t))
    told = (*facts(entry, t), *(_told_move(each, entry, t) for each in moves))
    return NewsItem(
        id=identity.item_urn(publication, entry.id),
        title=_title(entry, t),
        url=publication.url(f"calls/{entry.id}.html"),
        original=address(words.link(entry)),
        summary=summary,
        html=_html(entry, moves, told, t),
        tags=_tags(entry),
        days=days,
    )


def _title(entry: Entry, t: Language) -> str:
    """Its title; before it, what nobody who reads of it may miss."""
    title, status = (
        one_line(entry.title) or entry.id,
        Status.CANCELLED if entry.is_called_off else entry.status,
    )
    if status in OFF or status is Status.SUSPENDED:
        return f"{words.status(status, t).capitalize()}: {title}"
    return title


def _tags(entry: Entry) -> tuple[str, ...]:
    """Programme and tags, each once."""
    return tuple(dict.fromkeys(text for each in (entry.programme, *entry.tags) if (text := one_line(each))))


def _summary(entry: Entry, moves: list[Change], t: Language) -> Iterator[str]:
    """The newest change, the dates, and what it is."""
    if moves:
        yield one_line(_news(moves[0], entry, t))
    for label, text in stage_facts(entry, t):
        yield one_line(t("{label}: {text}", label=label, text=text))
    if about := one_line(entry.summary or entry.about):
        yield about


def _news(change: Change, entry: Entry, t: Language) -> str:
    said = changes.said(change, entry, t)
    return t("{label}: {text}", label=t("Moved"), text=said) if change.what is What.MOVED else said


def _told_move(change: Change, entry: Entry, t: Language) -> Fact:
    day = t("noticed {date}", date=say_day(change.noticed, t.code)) if change.noticed else ""
    return t("History"), "; ".join(each for each in (changes.said(change, entry, t), day) if each)


def _html(entry: Entry, moves: list[Change], told: tuple[Fact, ...], t: Language) -> str:
    """Paragraphs and a list: what every reader shows, without styles or scripts."""
    parts = [f"<p><strong>{_escaped(_news(moves[0], entry, t))}</strong></p>"] if moves else []
    if about := entry.summary or entry.about:
        parts.append(f"<p>{_escaped(about)}</p>")
    lines = [
        f"<li>{_escaped(t('{label}: {text}', label=label, text=text))}</li>" for label, text in told if text
    ]
    parts += [f"<ul>{''.join(lines)}</ul>"] if lines else []
    links = [_link(url, title) for url, title in _links(entry) if url]
    parts += [f"<p>{'<br>'.join(links)}</p>"] if links else []
    return "".join(parts)


def _links(entry: Entry) -> Iterator[tuple[str, str]]:
    yield entry.url, ""
    yield from ((each.url, each.title) for each in entry.links)
    if entry.source:
        yield entry.source.url, entry.source.title


def _link(url: str, title: str) -> str:
    target = address(url)
    return f'<a href="{escape(target)}">{_escaped(title or target)}</a>'


def _escaped(text: str) -> str:
    return escape(clean(text).strip())

"""What a source says of an offer beside its facts: its text, and what changed in it when."""

from collections.abc import Iterator
from datetime import date

import msgspec

from clustercalls.history.compare import MONEY, STAGE, Change, What
from clustercalls.i18n import Language
from clustercalls.render import entry_page
from clustercalls.render.changes import fact, money_text
from clustercalls.render.dates import say_day
from clustercalls.render.json import indented
from clustercalls.render.message import wrapped
from clustercalls.render.safe import safe_text

BACK = "gone"  # the field of a change that says since when it was gone


class ToldChange(msgspec.Struct, frozen=True):
    """What a source tells differently: a field before and after, and the day that was noticed."""

    noticed: date
    field: str
    was: str | None
    now: str | None


class OfferText(msgspec.Struct, frozen=True):
    """The text of an offer, since when it is known, since when its source has it no more, its changes.

    `credit` is whom its data are from.
    """

    text: str
    first_seen: date
    gone: date | None
    changes: tuple[ToldChange, ...]
    credit: str = ""


def plain(offer: OfferText, t: Language, wide: int) -> str:
    """For people, below the page of its facts."""
    return "".join(f"{safe_text(line)}\n" for line in _lines(offer, t, wide))


def _lines(offer: OfferText, t: Language, wide: int) -> Iterator[str]:
    if offer.text:
        yield ""
    for paragraph in offer.text.splitlines():
        yield from wrapped(paragraph, wide).splitlines()
    yield ""
    yield t("first seen {date}", date=say_day(offer.first_seen, t.code))
    for each in offer.changes:
        yield f"{say_day(each.noticed, t.code)}  {said(each.field, each.was, each.now, t)}"
    if offer.gone:
        yield t("gone since {date}", date=say_day(offer.gone, t.code))
    if offer.credit:
        yield offer.credit


def said(field: str, was: str | None, now: str | None, t: Language) -> str:
    """What a source tells differently of an offer: `deadline: 4 Apr → 6 Apr 2017 (+2 days)`."""
    if field == BACK:
        return t("gone") if now else t("there again")
    if field in MONEY:
        both = " → ".join(_amount(each, field, t) if each else t("none") for each in (was, now))
        return t("{label}: {text}", label=t(field), text=both)
    what = What.MOVED if field.startswith(STAGE) else What.CHANGED
    return fact(Change("", "", what, field, was, now), None, t)


def _amount(text: str, field: str, t: Language) -> str:
    try:
        return money_text(text, field, "", t)
    except ValueError:  # what another version kept
        return text


def json(page: entry_page.Page, offer: OfferText, zone: str) -> bytes:
    """For machines: the object of its facts, with these."""
    return indented({**entry_page.facts(page, zone), **msgspec.structs.asdict(offer)})

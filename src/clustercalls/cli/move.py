"""`clustercalls move`: a date moved, the old one kept."""

from typing import Annotated

import typer

from clustercalls.cli.day import date_of
from clustercalls.cli.editing import (
    Desk,
    Editing,
    address_in,
    desk,
    entry_at,
    file_of,
    split_id,
    sure_text,
)
from clustercalls.cli.options import AsOf, Common, Id
from clustercalls.edtf import FuzzyDate
from clustercalls.i18n import Language
from clustercalls.registry.document import Document
from clustercalls.registry.moves import Move, Why, days_between, stage_to_move
from clustercalls.registry.moves import move as plan
from clustercalls.registry.write import Made, amended
from clustercalls.render.dates import say_day, say_doubt, say_short, say_stretch


def move(
    as_of: AsOf,
    editing: Editing,
    common: Common,
    id: Id,  # noqa: A002 - the name in the help
    date: Annotated[str, typer.Argument(metavar="DATE", help="As typed: 2017-04-06, 6 apr, feb-mar 2017.")],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Why it moved.")] = "",
    source: Annotated[str, typer.Option("--source", metavar="URL", help="Where it says so.")] = "",
) -> int:
    """A date moved; the old one is kept in the history.

    ID is an entry or ENTRY/STAGE; the stage may be left out when one deadline is ahead, the year when it
    is the next one.

    Example: clustercalls move innosup/first "6 apr 2017" --why "mail of the agency"
    """
    at = desk("move", common, as_of.as_of, editing)
    name, stage = split_id(id)
    reasons = sure_text("--why", why), sure_text("--source", source)
    at.write(file_of(at, name), lambda document: _made(document, at, (name, stage), date, reasons))
    return 0


def _made(
    document: Document, at: Desk, named: tuple[str, str], text: str, reasons: tuple[str, str]
) -> Made | None:
    _, where = address_in([document], named[0])
    entry = entry_at(document, where)
    moment = at.moment(document)
    milestone = stage_to_move(entry, named[1], moment)
    why = Why(moment.today(milestone.zone), *reasons)
    moved = plan(entry, document.table(where), milestone, date_of(text, moment, at), why)
    if moved is None:
        return None
    return Made(amended(document, where, moved.ops), (where.id,), said(moved, at.around.t))


def said(moved: Move, t: Language) -> str:
    """`first: 4 Apr → Thu 6 Apr 2017 (+2 days). Told at …`."""
    before, until = moved.before, moved.until
    by = days_between(before.when, moved.when)
    days = f" ({t('{days} days', days=f'{by.days:+d}')})" if by and not until else ""
    year = moved.when.earliest.year if moved.when.earliest else 0
    if before.until is None and before.when and before.when.is_exact and before.when.earliest:
        was = say_short(before.when.earliest, t.code, year) + say_doubt(before.when)
    else:
        was = say_stretch(before.when, before.until, t)
    what = t(
        "{stage}: {was} → {now}{days}.",
        stage=moved.stage.id,
        was=was,
        now=_day(moved.when, until, t),
        days=days,
    )
    return f"{what} {t('Told at the next remind; calendars move at the next export.')}"


def _day(when: FuzzyDate, until: FuzzyDate | None, t: Language) -> str:
    if until is None and when.is_exact and when.earliest:
        return say_day(when.earliest, t.code) + say_doubt(when)
    return say_stretch(when, until, t)

"""`clustercalls days-off`: the days on which nobody works, of a registry."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

from clustercalls.cli import output
from clustercalls.cli.declare import argument, option
from clustercalls.cli.keep.desk import Desk, Editing, open_desk, sure_text
from clustercalls.cli.keep.known import known_to
from clustercalls.cli.options import AsOf, Common, Texts
from clustercalls.cli.usage import misused
from clustercalls.editing.document import Document
from clustercalls.editing.top_tables import TopKey, with_keys
from clustercalls.errors import InputRefused, Problem, UsageRefused, problem
from clustercalls.errors.kinds import Severity
from clustercalls.i18n import Language
from clustercalls.registry.dates import FIRST_YEAR, LAST_YEAR
from clustercalls.registry.days_off import KEY, PLACES, DayOff, DaysOff, HolidayPlace, stated
from clustercalls.registry.layout import Layout
from clustercalls.registry.text import Text
from clustercalls.render.dates import say_day
from clustercalls.render.safe import safe_text
from clustercalls.render.words import all_of

if TYPE_CHECKING:
    from clustercalls.cli.work.public_holidays import Holiday

MOST_YEARS = 10


def days_off(
    as_of: AsOf,
    editing: Editing,
    common: Common,
    codes: Annotated[
        Texts,
        argument(
            metavar="[CODE]…",
            help="A country or a region of ISO 3166, such as BE, IT-BA; without one they are listed, or "
            "with --years those that the registry has already.",
        ),
    ] = None,
    years: Annotated[
        str, option("--years", metavar="YEAR|A-B", help="By default this year and the next.")
    ] = "",
) -> int:
    """Days on which nobody works: public holidays written into the registry, or all there are.

    Working days are counted without them (plan, and `working_days` of a step). An office's own are written
    by hand: "2027-08-09/2027-08-20" = "the office is shut".

    Example: clustercalls days-off BE IT-BA --years 2027-2028
    """
    desk = open_desk("days-off", common, as_of.as_of, editing)
    known = known_to(desk)
    if not known.documents:
        return desk.context.code(known.code)
    document = next((each for each in known.documents if KEY in each.raw), known.documents[0])
    if years and not codes:
        codes = [each.code for each in document.defaults.days_off.places]
        if not codes:
            raise UsageRefused(misused("Missing argument 'CODE…'.", ["days-off"]))
    code = tell_days_off(known.documents, desk.context.t, known.code)
    if not codes:
        output.write(_listed(desk, known.documents))
        return desk.context.code(code)
    first, last = _years(years, desk.moment(document).today().year)
    from clustercalls.cli.work.public_holidays import holidays_of

    typed = [sure_text("CODE", each) for each in codes]
    wanted = holidays_of(typed, range(first, last + 1), desk.context.t.code)
    with desk.transaction(document) as held:
        there = held.document.defaults.days_off
        new = [each for each in wanted.days if not _is_there(there, each.day.isoformat())]
        known_codes = {each.code for each in there.places}
        places = [each for each in wanted.places if each.code not in known_codes]
        if new or places:
            keys: list[tuple[TopKey, str]] = [((PLACES, each.code), each.name) for each in places]
            keys += [((each.day.isoformat(),), each.name) for each in new]
            lines = _added(new, wanted.places, (first, last), desk.context.t)
            held.make_of_each(with_keys(held.document, KEY, keys), (), lines)
    return desk.context.code(code)


def _added(
    new: "Sequence[Holiday]", of: Sequence[HolidayPlace], years: tuple[int, int], t: Language
) -> tuple[str, ...]:
    """What was written, a day a line."""
    first, last = years
    names = all_of([safe_text(each.name) for each in of], t)
    of_years = f"{first}" if first == last else f"{first}–{last}"
    said = t("{count} days off of {places} added, {years}.", count=len(new), places=names, years=of_years)
    return said, *(_line(DayOff(each.day, each.day, each.name), t.code) for each in new)


def _is_there(known: DaysOff, day: str) -> bool:
    return any(each.first.isoformat() <= day <= each.last.isoformat() for each in known.every)


def _listed(desk: Desk, documents: tuple[Document, ...]) -> Iterator[str]:
    """All that the files state, in the order of time."""
    every = sorted({each for document in documents for each in document.defaults.days_off.every})
    code = desk.context.t.code
    yield from (f"{_line(each, code)}\n" for each in every)


def _line(day_off: DayOff, code: str) -> str:
    """A day off as it is listed."""
    return f"{say_days_off(day_off, code)}  {safe_text(day_off.name)}"


def say_days_off(day_off: DayOff, code: str) -> str:
    """The day, or the first and the last one, with their weekdays."""
    first, last = say_day(day_off.first, code), say_day(day_off.last, code)
    return first if first == last else f"{first} – {last}"


def tell_days_off(documents: Iterable[Document], t: Language, code: int) -> int:
    """Says what of the days off of these files cannot be read: then the exit code is another."""
    problems: list[Problem] = []
    for each in documents:
        stated(each.raw.get(KEY), Text(str(each.path), Layout(each.text)), problems)
    errors = [one for one in problems if one.severity is Severity.ERROR]
    for error in errors:
        output.tell(error, t)
    return InputRefused.exit_code if errors else code


def _years(text: str, this: int) -> tuple[int, int]:
    """The first and the last year that are meant.

    Raises:
        UsageRefused: for what names none, or too many.
    """
    if not text:
        return this, this + 1
    match = re.fullmatch(r"(\d{4})(?:(?:-|–|/|\.\.)(\d{4}))?", text.strip(), re.ASCII)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not FIRST_YEAR <= first <= last <= LAST_YEAR or last - first >= MOST_YEARS:
        raise UsageRefused(problem("bad-years", value=text, most=str(MOST_YEARS)))
    return first, last

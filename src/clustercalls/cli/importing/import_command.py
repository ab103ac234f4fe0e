"""`clustercalls import`: what a document tells, fact by fact with its sentence; a person decides."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

from clustercalls import edtf
from clustercalls.cli import output
from clustercalls.cli.awaited import awaited
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import one_of
from clustercalls.cli.context import Context, exit_code_of, moment_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.fetch.one_document import of_ours
from clustercalls.cli.fetch.ticked import ticked_of_ours
from clustercalls.cli.importing.draft_entry import DraftEntry
from clustercalls.cli.importing.given_reading import GivenReading, TableOptions, settings_for
from clustercalls.cli.importing.known_already import known_already
from clustercalls.cli.importing.reading import ADDRESSES, documents_at, received
from clustercalls.cli.importing.several import read_all
from clustercalls.cli.importing.ticked_tasks import task_of
from clustercalls.cli.importing.understood import FORMS, Understood, understood
from clustercalls.cli.keep.desk import Editing, open_desk
from clustercalls.cli.keep.typed_date import reading
from clustercalls.cli.options import SHOWN, WHICH, AsOf, Common
from clustercalls.cli.registry_in_use import found_for, load
from clustercalls.disk.ours import real_path
from clustercalls.editing.fields import sure
from clustercalls.errors import InputRefused, Place, Problem, UsageRefused, problem
from clustercalls.fetch.origin import without_user
from clustercalls.i18n import Language
from clustercalls.model import Registry
from clustercalls.phrase.field_roles import role_of
from clustercalls.reconcile.proposal import Proposal
from clustercalls.registry import notation
from clustercalls.registry.build import Defaults
from clustercalls.registry.dates import within_years
from clustercalls.render import drafts
from clustercalls.render.safe import safe_text
from clustercalls.zones import Moment

ZONE = "Europe/Brussels"
SHAPES = ("toml", "json", "html")
ALL = "all"


def import_document(
    as_of: AsOf,
    editing: Editing,
    table: TableOptions,
    common: Common,
    places: Annotated[
        list[str],
        argument(
            metavar="FILE|URL|-…",
            help="Reports, mails, pages, calendars, feeds, tables or registries.",
            completes="file",
        ),
    ],
    form: Annotated[
        str, option("--as", metavar="|".join(FORMS), panel=WHICH, help="What it is; by default as it looks.")
    ] = "",
    dated: Annotated[
        str,
        option(
            "--dated", metavar="DAY", panel=WHICH, help="The day of the document, where it does not say it."
        ),
    ] = "",
    only: Annotated[
        str,
        option("--only", metavar="N,N-N…", panel=WHICH, help="Only these, by the numbers shown."),
    ] = ALL,
    *,
    append: Annotated[
        bool, option("--append", help="Add what needs no answer, and say what was left.")
    ] = False,
    shape: Annotated[
        str, option("--format", "-f", metavar="|".join(SHAPES), panel=SHOWN, help="toml, json or html.")
    ] = "",
    target: Annotated[
        Path | None, option("--output", "-o", metavar="FILE", panel=SHOWN, help="Into this file, at once.")
    ] = None,
) -> int:
    """What documents tell, each fact with its sentence: at a terminal one by one, else as TOML to append.

    What is not sure is asked, or stands as a comment with its reason; what was not understood comes last.

    Example: clustercalls import report.txt --dated 2016-12-05 -f json
    """
    context = context_of(common)
    shape = one_of("--format", shape, SHAPES) if shape else ""
    form = one_of("--as", form, FORMS) if form else ""
    used = found_for(common, context.config)
    registry = load(common, context, or_bundled=False) if used else Registry((), (), (), ZONE)
    moment = moment_of(as_of.as_of, registry, context.config)
    places = [one for place in places for one in documents_at(place)]
    _check(places, target, html=shape == "html" or _shape_of(target) == "html")
    unread, day = _Unread(context), _day(dated, moment)

    def read_one(place: str) -> Understood:
        kind, name, settings = settings_for(place, form, context.config.sources, table.settings())
        how = GivenReading(kind, day, unread.tell, settings, name, is_ours=of_ours(registry))
        is_far = place.lower().startswith(ADDRESSES)
        with awaited(safe_text(without_user(place)), shown=is_far and context.errors_to_terminal):
            given = received(place, settings)
        return understood(given, how, moment)

    read = read_all(places, read_one, unread.tell)
    chosen = _only(read.entries, only)
    if not (read.entries or read.left or read.ticks) and context.errors_to_terminal:
        output.say(context.t("Nothing was found in it: no call, no event, no policy step and no resource."))
    ticked = ticked_of_ours(registry, read.ticks if only == ALL else ())
    if append or (context.talks and sys.stdin.isatty() and not shape and not target):
        from clustercalls.cli.importing.one_by_one import add_all, one_by_one

        desk = open_desk("import", common, as_of.as_of, editing)
        for line in drafts.reading_text(read.columns, read.document.encoding, context.t):
            desk.say(line)
        decided = add_all if append else one_by_one
        return context.code(max(unread.code, decided(desk, read, chosen, registry, ticked, moment)))
    taken = {each.id for each in registry.entries}
    entries = [_shown(each, taken, registry, moment, context) for each in chosen]
    output.write_to(
        target, _pieces(read, entries, ticked, shape or _shape_of(target), places[0], context.t), context
    )
    return exit_code_of(context, registry, unread.code)


class _Unread:
    """What alone could not be read: told at once, and by the exit code."""

    def __init__(self, context: Context) -> None:
        self._context, self.code = context, 0

    def tell(self, unread: Problem, code: int = InputRefused.exit_code) -> None:
        """Says one."""
        self.code = max(self.code, code)
        output.tell(unread, self._context.t)


def _check(places: Sequence[str], target: Path | None, *, html: bool) -> None:
    """Makes sure that nothing is written into what is read, and that a page is of one document.

    Raises:
        UsageRefused: when it is not so.
    """
    for place in places:
        if target and real_path(target) == real_path(Path(place)):
            raise UsageRefused(problem("output-is-input", Place(str(target))))
    if html and len(places) > 1:
        raise UsageRefused(problem("not-together", one="-f html", other=places[1]))


def _day(dated: str, moment: Moment) -> str:
    """The day of the document as it was typed.

    Raises:
        UsageRefused: for one in a year in which none was written.
    """
    day = reading(moment, {})(dated, role_of("source.date")).when if dated else ""
    if day:
        sure(lambda text: within_years(edtf.parse(text), text), day)
    return day


def _shape_of(target: Path | None) -> str:
    return "html" if target and target.suffix.lower() in {".html", ".htm"} else "toml"


def _pieces(
    read: Understood,
    entries: Sequence[drafts.ReadEntry],
    ticked: Sequence[Proposal],
    shape: str,
    place: str,
    t: Language,
) -> Sequence[str | bytes]:
    """What is shown, in the shape that is wanted."""
    if shape == "html":
        name = place if "://" in place else Path(place).name
        return list(drafts.as_html(read.document, entries, name, t))
    beside = drafts.BesideEntries(
        read.columns, tuple(map(task_of, ticked)), tuple(read.left), read.document.encoding
    )
    return [drafts.as_json(entries, beside)] if shape == "json" else list(drafts.as_toml(entries, beside, t))


def _only(entries: Sequence[DraftEntry], numbers: str) -> list[DraftEntry]:
    """Those of these numbers, `1,3-5`, or all.

    Raises:
        UsageRefused: for what is no number of one.
    """
    known = {f"{each.number}": each for each in entries}
    if numbers == ALL:
        return list(entries)
    wanted = [number for each in numbers.split(",") for number in _from_to(each.strip(), known)]
    for each in wanted:
        if each not in known:
            raise UsageRefused(problem("no-such-number", value=f"`{each}`", known=", ".join(known) or "0"))
    return [known[each] for each in dict.fromkeys(wanted)]


def _from_to(text: str, known: Iterable[str]) -> list[str]:
    """The numbers of `2-4`; any other text as it is."""
    first, _, last = text.partition("-")
    both = list(known)
    if first in both and last in both and both.index(first) <= both.index(last):
        return both[both.index(first) : both.index(last) + 1]
    return [text]


def _shown(
    draft: DraftEntry, taken: set[str], registry: Registry, moment: Moment, context: Context
) -> drafts.ReadEntry:
    """What is shown of one, with the entry that it is already; its id is `taken` by it."""
    name = draft.id_for(taken)
    taken.add(name)
    table = draft.table(name, Defaults(), moment)
    known = known_already(draft.kind, table, registry.entries, moment)
    return drafts.ReadEntry(
        draft.number,
        draft.kind,
        draft.title,
        table,
        notation.block(draft.kind, notation.in_order(table)),
        draft.draft.facts,
        known.entry.id if known else "",
        tuple(known.told(context.t)) if known else (),
        perhaps=bool(known and known.perhaps),
    )

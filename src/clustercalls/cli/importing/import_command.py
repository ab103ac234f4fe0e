"""`clustercalls import`: what a document tells, fact by fact with its sentence; a person decides."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from clustercalls import edtf
from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import one_of
from clustercalls.cli.context import Context, exit_code_of, moment_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.fetch.ticked import ticked_of_ours
from clustercalls.cli.importing.draft_entry import DraftEntry
from clustercalls.cli.importing.given_reading import GivenReading, settings_for, typed_settings
from clustercalls.cli.importing.known_already import known_already
from clustercalls.cli.importing.reading import received
from clustercalls.cli.importing.ticked_tasks import task_of
from clustercalls.cli.importing.understood import FORMS, understood
from clustercalls.cli.keep.desk import Editing, open_desk
from clustercalls.cli.keep.typed_date import reading
from clustercalls.cli.options import SHOWN, WHICH, AsOf, Common, Texts
from clustercalls.cli.registry_in_use import found_for, load
from clustercalls.disk.ours import real_path
from clustercalls.errors import InputRefused, Problem, UsageRefused, problem
from clustercalls.model import Registry
from clustercalls.phrase.field_roles import role_of
from clustercalls.registry import notation
from clustercalls.registry.build import Defaults
from clustercalls.render import drafts, proposals
from clustercalls.zones import Moment

ZONE = "Europe/Brussels"
YEARS = range(1900, 2200)
SHAPES = ("toml", "json", "html")


def import_document(
    as_of: AsOf,
    editing: Editing,
    common: Common,
    place: Annotated[
        str,
        argument(
            metavar="FILE|URL|-",
            help="A report, mail, page, calendar, feed, table or registry.",
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
        str, option("--only", metavar="N,…", panel=WHICH, help="Only these, by the numbers that are shown.")
    ] = "",
    columns: Annotated[
        Texts,
        option(
            "--column",
            metavar="FIELD=HEADING",
            panel=WHICH,
            help="Of a table: which heading is this field.",
        ),
    ] = None,
    *,
    dayfirst: Annotated[
        bool, option("--dayfirst", panel=WHICH, help="Of a table: 01/02/2027 is in February.")
    ] = False,
    monthfirst: Annotated[
        bool, option("--monthfirst", panel=WHICH, help="Of a table: 01/02/2027 is in January.")
    ] = False,
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
    """What a document tells, each fact with its sentence: at a terminal one by one, else as TOML to append.

    What is not sure is asked, or stands as a comment with its reason; what was not understood comes last.

    Example: clustercalls import report.txt --dated 2016-12-05 -f json
    """
    context = context_of(common)
    shape = one_of("--format", shape, SHAPES) if shape else ""
    form = one_of("--as", form, FORMS) if form else ""
    typed = typed_settings(columns or (), dayfirst=dayfirst, monthfirst=monthfirst)
    used = found_for(common, context.config)
    registry = load(common, context, or_bundled=False) if used else Registry((), (), (), ZONE)
    moment = moment_of(as_of.as_of, registry, context.config)
    day = reading(moment, {})(dated, role_of("source.date")).when if dated else ""
    if day and edtf.parse(day).earliest and edtf.parse(day).text[:4] not in map(str, YEARS):
        raise UsageRefused(problem("date-out-of-range"))
    if target and real_path(target) == real_path(Path(place)):
        raise UsageRefused(problem("not-together", one=place, other=f"-o {target}"))
    unread: list[Problem] = []

    def tell(one: Problem) -> None:
        unread.append(one)
        output.tell(one, context.t)

    form, name, settings = settings_for(place, form, context.config.sources, typed)
    read = understood(received(place, settings), GivenReading(form, day, tell, settings, name), moment)
    bad = InputRefused.exit_code if unread else 0
    chosen = _only(read.entries, only)
    ticked = ticked_of_ours(registry, () if only else read.ticks)
    if append or (context.talks and sys.stdin.isatty() and not shape and not target):
        from clustercalls.cli.importing.one_by_one import add_all, one_by_one

        desk = open_desk("import", common, as_of.as_of, editing)
        if read.columns:
            for line in drafts.columns_text(read.columns, context.t):
                desk.say(line)
        decided = add_all if append else one_by_one
        return context.code(max(bad, decided(desk, read, chosen, registry, ticked, moment)))
    tasks = tuple(task_of(each) for each in ticked)
    beside = drafts.BesideEntries(read.columns, tasks, tuple(read.left))
    entries = [_shown(each, registry, moment, context) for each in chosen]
    if shape == "json":
        pieces: Sequence[str | bytes] = [drafts.as_json(entries, beside)]
    elif shape == "html" or (target and target.suffix.lower() in {".html", ".htm"}):
        pieces = list(drafts.as_html(read.document, entries, place, context.t))
    else:
        pieces = list(drafts.as_toml(entries, beside, context.t))
    output.write_to(target, pieces, context)
    return exit_code_of(context, registry, bad)


def _only(entries: Sequence[DraftEntry], numbers: str) -> list[DraftEntry]:
    """Those of these numbers, or all.

    Raises:
        UsageRefused: for what is no number of one.
    """
    wanted = [each.strip() for each in numbers.split(",") if each.strip()]
    known = {f"{each.number}": each for each in entries}
    for each in wanted:
        if each not in known:
            raise UsageRefused(problem("no-such-number", value=each, known=", ".join(known) or "0"))
    return [known[each] for each in dict.fromkeys(wanted)] if wanted else list(entries)


def _shown(draft: DraftEntry, registry: Registry, moment: Moment, context: Context) -> drafts.ReadEntry:
    """What is shown of one, with the entry that it is already."""
    table = draft.table(draft.id_for({each.id for each in registry.entries}), Defaults(), moment)
    known = known_already(draft.kind, table, registry.entries, moment)
    t = context.t
    told = (
        [f"{proposals.name(each.proposal)}: {proposals.text(each.proposal, t)}" for each in known.differences]
        if known
        else []
    )
    return drafts.ReadEntry(
        draft.number,
        draft.kind,
        draft.title,
        table,
        notation.block(draft.kind, notation.in_order(table)),
        draft.draft.facts,
        known.entry.id if known else "",
        tuple(told),
    )

"""`clustercalls add`: a new entry, by options, by questions, or in the editor."""

from pathlib import Path
from typing import Annotated, NamedTuple

from msgspec.structs import replace

from clustercalls.cli import output
from clustercalls.cli.choices import one_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.keep import ask
from clustercalls.cli.keep.add_options import Facts
from clustercalls.cli.keep.add_table import credit, id_of, table_from, taken_in
from clustercalls.cli.keep.desk import Desk, Editing, open_desk
from clustercalls.cli.keep.known import known_to
from clustercalls.cli.keep.new_file import (
    begun,
    file_for,
    folder_of_many,
    is_new,
    opened_or_new,
    own_file,
    taken_names,
    unbegun_file,
)
from clustercalls.cli.keep.typed_date import Answers, asking, reading
from clustercalls.cli.keep.typed_rate import asked_rate
from clustercalls.cli.keep.understood import day_said, listening, notes, stages_said, undated
from clustercalls.cli.options import AsOf, Common
from clustercalls.disk.git import joins_lines
from clustercalls.editing.document import Document, Table
from clustercalls.editing.edits import extended
from clustercalls.editing.twins import Twin, already_kept, twin_of
from clustercalls.errors import UsageRefused, problem
from clustercalls.i18n import Language
from clustercalls.model import Entry, EntryKind
from clustercalls.phrase.said import Said
from clustercalls.query.filters import words_of
from clustercalls.registry import notation
from clustercalls.render.amounts import money_in_full


def add(
    facts: Facts,
    as_of: AsOf,
    editing: Editing,
    common: Common,
    kind: Annotated[
        str, argument(metavar="[KIND]", help="call, event, policy or resource.", show_default=False)
    ] = "",
    edit: Annotated[bool, option("--edit", help="Write it in your editor.")] = False,
    again: Annotated[
        bool, option("--again", help="Though an entry has its title and address, or its key.")
    ] = False,
    file: Annotated[
        Path | None,
        option(
            "--file",
            metavar="FILE",
            help="Into this one of several files, not the last; in a folder also a new one.",
        ),
    ] = None,
) -> int:
    """A new entry: by these options; with none, by questions; or in your editor.

    Dates are taken as sources write them: 4.4.2017, by 4 April 2017 17:00 CET, feb-mar 2017, mid-May, tbc.

    Example: clustercalls add --title "Cluster mobility grants" --deadline "by 15 sept 2027" --url https://example.org
    """
    desk = open_desk("add", common, as_of.as_of, editing)
    kind = one_of("--kind", kind, words_of(EntryKind)) if kind else ""
    many = folder_of_many(desk, file)
    path = unbegun_file(many) if many else file_for(desk, file)
    if not many and not is_new(desk, path):
        desk.sure(path)
    if edit:
        from clustercalls.cli.keep.add_in_editor import add_in_editor

        if not facts.nothing:
            raise UsageRefused(problem("two-ways"))
        return add_in_editor(desk, path, kind or "call", many, again=again)
    asks = facts.nothing and desk.answers
    if not (asks or facts.title.strip()):
        raise UsageRefused(problem("no-title"))
    if facts.rate:
        facts = replace(facts, rate=[asked_rate(each, desk) for each in facts.rate])
    known = known_to(desk, but=None if many else path)
    opened, others = opened_or_new(desk, path), known.documents
    if asks:
        from clustercalls.cli.keep.add_by_questions import ask_facts

        kind, facts = ask_facts(desk, opened, taken_in(others), kind)
    if many:
        name = id_of(facts, kind or "call", taken_in(others) | taken_names(many))
        facts, path = replace(facts, id=name), own_file(many, name)
        opened = opened_or_new(desk, path)
    _append(desk, opened, _New(kind or "call", facts, others, again), asks=asks)
    return desk.context.code(known.code)


class _New(NamedTuple):
    """What is to be added, beside which files, and whether an entry may be there already."""

    kind: str
    facts: Facts
    others: tuple[Document, ...]
    again: bool


def _append(desk: Desk, opened: Document, new: _New, *, asks: bool) -> None:
    answers: Answers = {}
    kind, facts, others, again = new
    moment = desk.moment(opened)
    elsewhere = taken_in(others)
    marked = joins_lines(opened.path)
    if desk.answers:
        table = table_from(opened, elsewhere, kind, facts, moment.today(), asking(moment, answers, desk))
        again = again or (asks and _agreed(desk, twin_of(table, [opened, *others])))
    with begun(desk, opened.path), desk.transaction(opened) as held:
        document, moment = held.document, desk.moment(held.document)
        heard: list[Said] = []
        read = listening(reading(moment, answers), heard)
        table = table_from(document, elsewhere, kind, facts, moment.today(), read)
        twin = twin_of(table, [document, *others])
        if twin and twin.same and not again:
            raise already_kept(twin)
        line = desk.context.t("Added {id}: {title}", id=table["id"], title=facts.title)
        line += _understood(document, desk, kind, table, heard)
        held.remark = undated(heard, desk.context.t)
        held.make(
            extended(document, [(kind, table, notation.block(kind, table, marked=marked))]),
            (table["id"],),
            line,
        )
    if twin:
        desk.say(_like(twin, desk.context.t))


def _agreed(desk: Desk, twin: Twin | None) -> bool:
    """Whether a person who answered all questions wants a second entry of the kind; asked before any lock."""
    t = desk.context.t
    if twin is None or not twin.same:
        return False
    if not ask.yes(t("{like} Add it all the same?", like=_like(twin, t)), t, default=False):
        desk.say(t("Nothing was written."))
        raise output.Abandoned
    return True


def _like(twin: Twin, t: Language) -> str:
    if twin.key:
        return t("{id} has the same key of its source.", id=twin.id)
    if twin.same:
        return t("{id} has the same title and address.", id=twin.id)
    if twin.title:
        return t("{id} has the same title.", id=twin.id)
    return t("{id} has the same address.", id=twin.id)


def _understood(document: Document, desk: Desk, kind: str, table: Table, heard: list[Said]) -> str:
    """The dates and amounts as they were understood, and a source that nobody typed."""
    t = desk.context.t
    entry = document.read(kind, table).entry
    said = [*notes(heard, t), credit(document, desk, [table])]
    if entry is not None:
        said = [*stages_said(entry, t), money_in_full(entry, t), *_source_day(entry, t), *said]
    shown = "; ".join(filter(None, said))
    return f" ({shown})" if shown else ""


def _source_day(entry: Entry, t: Language) -> list[str]:
    """The date of the source that was named, if it was."""
    when = entry.source.date if entry.source else None
    return [t("source of {date}", date=day_said(when.text, t))] if when else []

"""`clustercalls changes`: what moved, came, went."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

from msgspec import Struct

from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import PAGES, one_entry, one_of
from clustercalls.cli.context import Context, exit_code_of, moment_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.look import entry_changes
from clustercalls.cli.look.last_look import SinceLastLook, look
from clustercalls.cli.options import SHOWN, WHICH, AsOf, Common, Options
from clustercalls.cli.registry_in_use import Example, in_use
from clustercalls.cli.time_options import since_of
from clustercalls.disk import git
from clustercalls.disk.folders import expanded, is_folder
from clustercalls.editing.journal_entries import Acts, is_there, noted, removed, told_of
from clustercalls.errors import InputRefused, Problem, UsageRefused, problem
from clustercalls.history import compare
from clustercalls.history.compare import Change, What
from clustercalls.model import Entry, Registry
from clustercalls.query.named import exactly, meant, unclear
from clustercalls.registry import read
from clustercalls.registry.entries import Taken
from clustercalls.registry.paths import is_registry
from clustercalls.render.changes import change_row, line
from clustercalls.render.json import array
from clustercalls.zones import Moment

LAST, GIT, USUAL = "last", "git:", "30d"


class Comparison(Options, frozen=True):
    """Between which states, and how shown."""

    since: Annotated[
        str,
        option(
            "--since",
            metavar="DATE|7d|last",
            panel=WHICH,
            help="Since then, or since you last looked.",
        ),
    ] = ""
    against: Annotated[
        str,
        option(
            "--against",
            metavar="FILE|git:REV",
            panel=WHICH,
            help="Against another state of the registry.",
        ),
    ] = ""
    form: Annotated[
        str,
        option("--format", "-f", metavar="|".join(PAGES), panel=SHOWN, help="plain or json."),
    ] = "plain"


def changes(
    as_of: AsOf,
    common: Common,
    name: Annotated[
        str,
        argument(
            metavar="[ID]",
            help="Of this entry alone: any unique part of its id, or words of its title.",
            completes="id",
        ),
    ] = "",
    *,
    asked: Comparison,
) -> int:
    """What moved, came, went, field by field.

    Example: clustercalls changes --since 30d
    """
    context = context_of(common)
    form = one_of("--format", asked.form, PAGES)
    if asked.since and asked.against:
        raise UsageRefused(problem("not-together", one="--since", other="--against"))
    used = in_use(common, context.config, Example.WHEN_NAMED)
    registry = used.read(read.load)
    output.tell_errors(registry, context.t)
    moment = moment_of(as_of.as_of, registry, context.config)
    wanted = name or not (asked.against or asked.since == LAST)
    journal = told_of(registry) if wanted else Acts()
    for each in journal.problems:
        output.tell(each, context.t)
    damaged = 3 if journal.problems else 0
    if name and not asked.since and not asked.against:
        about = _subject(registry, name, journal)
        records = journal.records
        return max(damaged, entry_changes.tell(registry, about.id, about.entry, records, form, context))
    looked = None if asked.against or not registry.sound else look(used.paths, registry)
    if looked and looked.trouble:
        output.tell(looked.trouble, context.t)
    if asked.against:
        rows = tuple(_against(asked.against, used.paths, registry))
    else:
        rows = _since(asked.since, registry, moment, journal, looked or SinceLastLook())
    code = max(damaged, looked.code if looked else 0)
    return _tell(_of(name, rows, registry, journal), registry, form, context, code)


class _Subject(Struct, frozen=True):
    """An entry that is asked about: as it is, or as it was when a command took it out, if that is known."""

    id: str
    entry: Entry | None


def _subject(registry: Registry, name: str, journal: Acts, gone: frozenset[str] = frozenset()) -> _Subject:
    """The entry meant by an id or a part of one; one that is gone when none that is there can be meant.

    `gone` are those that are known to be gone though no command took them out.

    Raises:
        UsageRefused: when it is none, or could be several.
        InputRefused: when it is one that has errors.
    """
    known = {
        id_ for record in journal.records for id_ in record.entries if not is_there(id_, registry)
    } | gone
    ids = exactly(name, known)
    if not ids and not meant(name, (entry.id for entry in registry.entries)):
        ids = () if is_there(name, registry) else meant(name, sorted(known))
    if len(ids) > 1:
        raise UsageRefused(unclear(name, ids, known))
    if not ids:
        entry = one_entry(registry, name)
        return _Subject(entry.id, entry)
    taken = removed(journal.records, registry).get(ids[0])
    return _Subject(ids[0], taken.entry if taken else None)


def _since(
    since: str, registry: Registry, moment: Moment, journal: Acts, looked: SinceLastLook
) -> tuple[Change, ...]:
    """What history and the journal tell since then, and what was last seen."""
    if since == LAST or (not since and looked.changes):
        return looked.changes
    first = since_of(since or USUAL, moment)
    told = [each for entry in registry.entries for each in compare.from_history(entry, first, moment.today())]
    told += noted(journal.records, registry, first, moment.today())
    told.sort(key=lambda each: str(each.noticed or ""))
    known = {_same(each) for each in told}
    if looked.since is None or looked.since < first:
        return tuple(told)
    return (*told, *(each for each in looked.changes if _same(each) not in known))


def _same(change: Change) -> tuple[object, ...]:
    """What two tellings of one change have in common."""
    return change.id, change.what, change.field, change.was, change.now


def _against(text: str, paths: tuple[Path, ...], registry: Registry) -> Iterable[Change]:
    """From another state of the registry to this one; what one of them could not read is not missing in it.

    Raises:
        UsageRefused: when git does not have it.
        InputRefused: when nothing of it can be read.
    """
    git = text.startswith(GIT)
    old = (
        _at_revision(paths, text.removeprefix(GIT)) if git else read.load((Path(expanded(text)),), piped=True)
    )
    if old.errors and not old.entries:
        raise InputRefused(old.errors[0])
    missing = {What.CAME: _unread(old.errors), What.WENT: _unread(registry.errors)}
    for each in compare.between({entry.id: compare.facts(entry) for entry in old.entries}, registry.entries):
        if missing.get(each.what, frozenset()).isdisjoint({each.id, ""}):
            yield each


def _at_revision(paths: tuple[Path, ...], revision: str) -> Registry:
    """The registry of these files and folders as git has them at a revision."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    taken: Taken = {}
    for path in paths:
        inside = git.names_at_revision(path, revision) if is_folder(path) else None
        for file in [path] if inside is None else [path / name for name in inside if is_registry(name)]:
            content = git.at_revision(file, revision).decode("utf-8-sig", "replace")
            try:
                parsed = read.parse(content, str(file), taken)
            except InputRefused as refusal:
                problems.append(refusal.problem)
                continue
            entries += parsed.entries
            problems += parsed.problems
    return Registry(tuple(entries), tuple(problems), (), "")


def _unread(problems: Iterable[Problem]) -> frozenset[str]:
    """The ids of entries with errors; empty where a problem may hide any."""
    return frozenset(each.place.entry for each in problems)


def _of(name: str, rows: tuple[Change, ...], registry: Registry, journal: Acts) -> tuple[Change, ...]:
    """Those of one entry; without a name, all."""
    if not name:
        return rows
    gone = frozenset(each.id for each in rows if each.what is What.WENT)
    id_ = _subject(registry, name, journal, gone).id
    return tuple(each for each in rows if each.id == id_)


def _tell(rows: Sequence[Change], registry: Registry, form: str, context: Context, code: int) -> int:
    """Shows the changes and returns the exit code, `code` when nothing worse is known."""
    if form == "json":
        output.write(array(map(change_row, rows)), paged=context.pages)
    else:
        entries = {entry.id: entry for entry in registry.entries}
        told = (line(each, entries.get(each.id), context.t) for each in rows)
        output.write(told, paged=context.pages)
    if not rows and context.talks and not code and registry.sound:
        output.say(context.t("Nothing changed."))
    return exit_code_of(context, registry, code)

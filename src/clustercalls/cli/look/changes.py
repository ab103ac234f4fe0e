"""`clustercalls changes`: what moved, came, went."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

from msgspec import Struct

from clustercalls import compare, files, query
from clustercalls.cli import output
from clustercalls.cli.choices import one_entry, one_of
from clustercalls.cli.context import Surroundings, exit_code_of, look_around, moment_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.look import entry_changes
from clustercalls.cli.look.last_look import look
from clustercalls.cli.options import SHOWN, WHICH, AsOf, Common
from clustercalls.cli.since import since_of
from clustercalls.cli.watched import to_watch
from clustercalls.compare import Change, What
from clustercalls.errors import InputRefused, Problem, UsageRefused, problem
from clustercalls.model import Entry, Moment, Registry
from clustercalls.registry import read
from clustercalls.registry.came_and_went import is_there, noted, records_of, removed
from clustercalls.registry.paths import is_registry
from clustercalls.render.changes import line
from clustercalls.seen import Look

LAST, GIT, USUAL = "last", "git:", "30d"


def changes(
    as_of: AsOf,
    common: Common,
    name: Annotated[
        str,
        argument(
            metavar="[ID]",
            help="Of this entry alone: any unique part of its id.",
            completes="id",
        ),
    ] = "",
    since: Annotated[
        str,
        option(
            "--since",
            metavar="DATE|7d|last",
            panel=WHICH,
            help="Since then, or since you last looked.",
        ),
    ] = "",
    against: Annotated[
        str,
        option(
            "--against",
            metavar="FILE|git:REV",
            panel=WHICH,
            help="Against another state of the registry.",
        ),
    ] = "",
    form: Annotated[
        str,
        option("--format", "-f", metavar="plain|json", panel=SHOWN, help="plain or json."),
    ] = "plain",
) -> int:
    """What moved, came, went, field by field.

    Example: clustercalls changes --since 30d
    """
    around = look_around(common)
    form = one_of("page", form)
    if since and against:
        raise UsageRefused(problem("not-together", one="--since", other="--against"))
    found = to_watch(common, around)
    registry = read.load(found.paths)
    for each in registry.problems:
        output.tell(each, around.t)
    moment = moment_of(as_of.as_of, registry, around.config)
    if name and not since and not against:
        about = _subject(registry, name)
        return entry_changes.tell(registry, about.id, about.entry, form, around)
    looked = None if against or registry.problems else look(found.paths, registry, moment.now)
    if looked and looked.trouble:
        output.tell(looked.trouble, around.t)
    if against:
        rows = tuple(_against(against, found.paths, registry))
    else:
        rows = _since(since, registry, moment, looked.earlier if looked else None)
    if name:
        gone = frozenset(each.id for each in rows if each.what is What.WENT)
        id_ = _subject(registry, name, gone).id
        rows = tuple(each for each in rows if each.id == id_)
    _show(rows, registry, form, around)
    code = looked.code if looked else 0
    if not rows and around.talks and not code and not registry.problems:
        output.say(around.t("Nothing changed."))
    return exit_code_of(registry, code)


class _Subject(Struct, frozen=True):
    """An entry that is asked about: as it is, or as it was when a command took it out, if that is known."""

    id: str
    entry: Entry | None


def _subject(registry: Registry, name: str, gone: frozenset[str] = frozenset()) -> _Subject:
    """The entry meant by an id or a part of one; one that is gone when none that is there can be meant.

    `gone` are those that are known to be gone though no command took them out.

    Raises:
        UsageRefused: when it is none, or could be several.
        InputRefused: when it is one that has errors.
    """
    wanted = name.casefold()
    records = records_of(registry)
    known = {id_ for record in records for id_ in record.entries if not is_there(id_, registry)} | gone
    if wanted in known:
        found = [wanted]
    elif query.named(registry, name) or is_there(name, registry):
        found = []
    else:
        found = sorted(id_ for id_ in known if wanted in id_)
    if len(found) > 1:
        raise UsageRefused(problem("ambiguous-id", id=name, matches=", ".join(found)))
    if not found:
        entry = one_entry(registry, name)
        return _Subject(entry.id, entry)
    taken = removed(records, registry).get(found[0])
    return _Subject(found[0], taken.entry if taken else None)


def _since(since: str, registry: Registry, moment: Moment, earlier: Look | None) -> tuple[Change, ...]:
    """What history and the journal tell since then, and what was last seen."""
    seen = tuple(compare.between(earlier.facts, registry.entries)) if earlier else ()
    if since == LAST or (not since and seen):
        return seen
    first = since_of(since or USUAL, moment)
    told = [each for entry in registry.entries for each in compare.told(entry, first, moment.today())]
    told += noted(registry, first, moment.today())
    told.sort(key=lambda each: str(each.noticed or ""))
    known = {_same(each) for each in told}
    if earlier is None or earlier.at.date() < first:
        return tuple(told)
    return (*told, *(each for each in seen if _same(each) not in known))


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
    old = _at_revision(paths, text.removeprefix(GIT)) if git else read.load((Path(text),))
    if old.problems and not old.entries:
        raise InputRefused(old.problems[0])
    missing = {What.CAME: _unread(old.problems), What.WENT: _unread(registry.problems)}
    for each in compare.between({entry.id: compare.facts(entry) for entry in old.entries}, registry.entries):
        if missing.get(each.what, frozenset()).isdisjoint({each.id, ""}):
            yield each


def _at_revision(paths: tuple[Path, ...], revision: str) -> Registry:
    """The registry of these files and folders as git has them at a revision."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    taken: read.Taken = {}
    for path in paths:
        inside = files.names_at_revision(path, revision) if path.is_dir() else None
        for each in [path] if inside is None else [path / name for name in inside if is_registry(name)]:
            content = files.at_revision(each, revision).decode("utf-8-sig", "replace")
            try:
                parsed = read.parse(content, str(each), taken)
            except InputRefused as refusal:
                problems.append(refusal.problem)
                continue
            entries += parsed.entries
            problems += parsed.problems
    return Registry(tuple(entries), tuple(problems), (), "")


def _unread(problems: Iterable[Problem]) -> frozenset[str]:
    """The ids of entries with errors; empty where a problem may hide any."""
    return frozenset(each.place.entry for each in problems)


def _show(rows: Sequence[Change], registry: Registry, form: str, around: Surroundings) -> None:
    if form == "json":
        from msgspec import json

        output.write([b"[" + b",\n".join(map(json.encode, rows)) + b"]\n"])
        return
    entries = {entry.id: entry for entry in registry.entries}
    output.write(line(each, entries.get(each.id), around.t) for each in rows)

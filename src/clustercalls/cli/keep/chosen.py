"""Which entries an edit is of: IDs that are typed, or with `--all-of-these` all that filters select."""

from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, NamedTuple

from clustercalls.cli import output
from clustercalls.cli.choices import named as as_typed
from clustercalls.cli.choices import query_of
from clustercalls.cli.declare import option
from clustercalls.cli.keep import ask
from clustercalls.cli.keep.desk import Desk, split_id
from clustercalls.cli.keep.known import KnownEntries, known_to
from clustercalls.cli.options import WHICH, Common, Filters, Options
from clustercalls.editing.document import Address, Document
from clustercalls.editing.edits import not_in_place
from clustercalls.errors import InputRefused, Refusal, UsageRefused, problem
from clustercalls.model import Registry
from clustercalls.query.select import EntryRow
from clustercalls.query.wanted import Query
from clustercalls.render.safe import safe_text
from clustercalls.zones import Moment

LISTED = 12  # ids of a question: whoever wants to see them all lists them


class Several(Options, frozen=True):
    """Whether filters say which entries are meant."""

    all_of_these: Annotated[
        bool, option("--all-of-these", panel=WHICH, help="Every entry that the filters select; asks first.")
    ] = False
    yes: Annotated[bool, option("--yes", "-y", help="Without asking.")] = False


class ChosenEntry(NamedTuple):
    """An entry, or a stage of it, in the file where it stands."""

    document: Document
    address: Address
    stage: str = ""


class Selected(NamedTuple):
    """What filters select, and the exit code of what could not be read."""

    targets: list[ChosenEntry]
    code: int


Select = Callable[[Registry, Query, Moment], Iterable[EntryRow]]


def refuse_unclear(names: Sequence[str], filters: Filters, several: Several, *, lists: bool = False) -> None:
    """Lets pass IDs alone, or filters with `--all-of-these`; of a command that `lists`, filters alone too.

    Raises:
        UsageRefused: for anything else.
    """
    typed = as_typed(filters)
    if names and (typed or several.all_of_these):
        raise UsageRefused(problem("not-together", one=typed or "--all-of-these", other="ID"))
    if several.all_of_these and not typed:
        raise UsageRefused(problem("no-filter"))
    if lists or names or several.all_of_these:
        return
    raise UsageRefused(problem("wants-all", filters=typed) if typed else problem("none-named"))


def by_name(desk: Desk, names: Iterable[str], *, staged: bool = True) -> Selected:
    """The entries of these IDs, each with the stage behind the slash when it may be `staged`.

    Raises:
        UsageRefused: when one is none, or could be several; every such one is told.
        InputRefused: when one is none, and might be in a file that could not be read.
    """
    known, targets, wrong = known_to(desk), list[ChosenEntry](), list[Refusal]()
    entries = KnownEntries(known)
    for name in dict.fromkeys(names):
        try:
            entry, stage = split_id(name) if staged else (name, "")
            targets.append(ChosenEntry(*entries.named(entry), stage))
        except (UsageRefused, InputRefused) as refused:
            wrong.append(refused)
    refuse(wrong, desk)
    return Selected(targets, known.code)


def by_filters(desk: Desk, common: Common, filters: Filters, select: Select) -> Selected:
    """The entries that these filters select.

    Raises:
        UsageRefused: for a value that no entry has.
        InputRefused: when one of them stands in a file that cannot be edited.
    """
    from clustercalls.cli.context import exit_code_of, moment_of
    from clustercalls.cli.registry_in_use import read

    registry, known = read(common, desk.context, or_bundled=False), known_to(desk).documents
    readable = {str(each.path) for each in known}
    for each in registry.errors:  # what cannot be opened was told
        if each.place.file in readable:
            output.tell(each, desk.context.t)
    moment = moment_of(desk.as_of, registry, desk.context.config, desk.now)
    there = {
        at.id: ChosenEntry(document, at) for document in known[::-1] for at in document.addresses()[::-1]
    }
    ids = [row.entry.id for row in select(registry, query_of(filters, registry), moment)]
    lost = [id_ for id_ in ids if id_ not in there]
    if lost:
        raise not_in_place(known[0], Address("", 0, ", ".join(lost)))
    return Selected([there[id_] for id_ in ids], exit_code_of(desk.context, registry, 0))


def agreed(desk: Desk, filters: Filters, several: Several, targets: Sequence[ChosenEntry]) -> bool:
    """Whether what filters selected is to be changed: asked once, unless `--yes` or a dry run says so.

    Raises:
        UsageRefused: when there is nobody to ask.
    """
    t = desk.context.t
    if not targets:
        desk.say(t("Nothing matches {filters}.", filters=as_typed(filters)))
        return False
    if several.yes or desk.editing.dry_run:
        return True
    if not desk.answers:
        raise UsageRefused(problem("all-wants-yes", count=len(targets)))
    ids = ", ".join(each.address.id for each in targets[:LISTED]) + ", …" * (len(targets) > LISTED)
    output.say(safe_text(t("Entries to change: {count} ({ids}).", count=len(targets), ids=ids)))
    if ask.yes(t("Go on?"), t, default=False):
        return True
    desk.say(t("Nothing was written."))
    return False


def refuse(wrong: Sequence[Refusal], desk: Desk) -> None:
    """Stops at what is wrong, having told all of it.

    Raises:
        Refusal: the last of them, if there is any.
    """
    for each in wrong[:-1]:
        output.tell(each.problem, desk.context.t)
    for each in wrong[-1:]:
        raise each

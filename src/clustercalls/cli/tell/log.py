"""`clustercalls remind --log`: when, to whom and under which Message-ID each lead was told."""

from msgspec.structs import replace

from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import PAGES, one_entry, one_of
from clustercalls.cli.options import Common
from clustercalls.cli.registry_in_use import Example, in_use
from clustercalls.errors import InputRefused, UsageRefused, problem
from clustercalls.index.load import load
from clustercalls.model import Entry, EntryKind, Registry
from clustercalls.reminders import arrivals
from clustercalls.reminders import memory as memories
from clustercalls.reminders.whole_log import Told, whole_log
from clustercalls.render.json import array
from clustercalls.render.log import line, row


def tell_log(name: str, form: str, common: Common, *, is_asked: bool, is_alone: bool) -> int:
    """Shows what was told, of this entry or of all; reads the memory and leaves it as it is.

    Raises:
        UsageRefused: for an ID without --log, for options that choose or send, for an entry that is none.
        InputRefused: when there is no registry, or no home.
    """
    if not is_asked:
        raise UsageRefused(problem("wants-log", value=name))
    if not is_alone:
        raise UsageRefused(problem("not-together", one="--log", other="--as-of, --owner, --mail-to …"))
    context = context_of(common)
    form = one_of("--format", form, PAGES)
    used = in_use(common, context.config, Example.WHEN_NAMED)
    memory, lost = arrivals.load(memories.path_of(used.paths), used.paths, dry=True)
    if lost:
        output.tell(lost, context.t)
    rows = whole_log(memory.log, memory.targets)
    registry = load(used.paths)
    if name:
        id_ = _meant(name, registry, rows)
        rows = tuple(each for each in rows if each.entry == id_)
    if form == "json":
        output.write(array(map(row, rows)), paged=context.pages)
    else:
        said = (line(each, registry.zone, context.t) for each in rows)
        output.write(said, paged=context.pages)
    if not rows and context.talks and not lost:
        output.say(context.t("Nothing was told yet."))
    return context.code(InputRefused.exit_code if lost else 0)


def _meant(name: str, registry: Registry, rows: tuple[Told, ...]) -> str:
    """The id that is meant: of an entry that is there, or that was told of and is gone."""
    there = {each.id for each in registry.entries}
    gone = dict.fromkeys(each.entry for each in rows if each.entry not in there)
    known = (*registry.entries, *(Entry(id_, EntryKind.CALL, id_) for id_ in gone))
    return one_entry(replace(registry, entries=known), name).id

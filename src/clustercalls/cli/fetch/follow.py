"""`clustercalls follow`: an offer of the catalogue becomes an entry of ours."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from clustercalls.catalogue.reading import name_of
from clustercalls.cli import output
from clustercalls.cli.declare import argument, option
from clustercalls.cli.fetch.differing import key_of
from clustercalls.cli.fetch.followed import ReadOffer, offers
from clustercalls.cli.fetch.news import note_agreed
from clustercalls.cli.keep import ask
from clustercalls.cli.keep.act import done_to
from clustercalls.cli.keep.add_several import add_several
from clustercalls.cli.keep.chosen import by_name
from clustercalls.cli.keep.desk import Desk, Editing, open_desk
from clustercalls.cli.keep.set import SetFields
from clustercalls.cli.moment import moment_of
from clustercalls.cli.options import AsOf, Common
from clustercalls.cli.registry_in_use import load, read
from clustercalls.editing.twins import Twin, already_kept
from clustercalls.editing.typed_values import Setting
from clustercalls.errors import Refusal, UsageRefused, problem
from clustercalls.model import Track


def follow(
    as_of: AsOf,
    editing: Editing,
    common: Common,
    keys: Annotated[
        list[str],
        argument(
            metavar="KEY…",
            completes="offer",
            help="As find shows it, such as eu:50130830TOPICS, or any unique part of key or identifier.",
        ),
    ],
    to: Annotated[
        str, option("--to", metavar="ID", help="Link this entry of yours to it instead.", completes="id")
    ] = "",
    again: Annotated[
        bool, option("--again", help="Though an entry has its key, or its title and address.")
    ] = False,
) -> int:
    """An offer of the catalogue becomes an entry of yours, its source beside it.

    Example: clustercalls follow eu:50130830TOPICS --dry-run
    """
    wanted = offers(keys)
    desk = open_desk("follow", common, as_of.as_of, editing)
    away = {} if again else _put_away(common, desk)
    if to:
        code = _linked(desk, wanted, to, away, {} if again else _kept(common, desk))
    else:
        code = max(_taken_back(desk, each, away) for each in wanted)
        left = [each for each in wanted if each.held.name not in away]
        code = max(code, add_several(desk, left, again=again, by_day=True) if left else 0)
    if not editing.dry_run:
        code = max(code, _remembered(common, desk))
    return desk.context.code(code)


def _linked(
    desk: Desk, wanted: Sequence[ReadOffer], to: str, away: Mapping[str, str], kept: Mapping[str, str]
) -> int:
    """Gives an entry of ours the key of an offer; `kept` are the keys that entries have.

    Raises:
        UsageRefused: for several offers, and for one that another entry follows.
    """
    if len(wanted) > 1:
        raise UsageRefused(problem("not-together", one="--to", other=wanted[1].held.name))
    (offer,) = wanted
    twin = next((id_ for key, id_ in kept.items() if key == offer.held.name and id_ != to), "")
    if twin and offer.held.name not in away:
        raise already_kept(Twin(twin, title=False, address=False, key=True))
    if offer.held.name in away and not _agreed(desk, offer, away[offer.held.name]):
        return 0
    targets, code = by_name(desk, [to])
    done_to(desk, targets, SetFields(desk, [Setting("source.key", "", offer.held.name)], ("", "")).step)
    return code


def _kept(common: Common, desk: Desk) -> dict[str, str]:
    """The calls that entries follow, each with its entry."""
    registry = read(common, desk.context, or_bundled=False)
    return {name_of(*key_of(each)): each.id for each in registry.entries if key_of(each)[1]}


def _put_away(common: Common, desk: Desk) -> dict[str, str]:
    """The calls that entries follow which are put away, each with its entry."""
    registry = load(common, desk.context, or_bundled=False)
    return {name_of(*key_of(each)): each.id for each in registry.entries if each.is_put_away}


def _taken_back(desk: Desk, offer: ReadOffer, away: Mapping[str, str]) -> int:
    """Asks whether what was put away is to be followed after all, and takes that back."""
    name = away.get(offer.held.name)
    if name is None or not _agreed(desk, offer, name):
        return 0
    targets, code = by_name(desk, [name], staged=False)
    done_to(desk, targets, SetFields(desk, [Setting("track", "", Track.WATCH.value)], ("", "")).step)
    return code


def _agreed(desk: Desk, offer: ReadOffer, name: str) -> bool:
    """Whether what was put away is to be followed after all.

    Raises:
        UsageRefused: when there is nobody to ask.
    """
    t = desk.context.t
    if not desk.answers:
        values = {"id": name, "key": offer.held.name, "command": f"track {name} watch"}
        raise UsageRefused(problem("put-away", None, **values))
    return ask.yes(t("{id} was put away. Follow it again?", id=name), t, default=False)


def _remembered(common: Common, desk: Desk) -> int:
    """Remembers what ours and the sources say alike, so that what is edited from now on is known as ours.

    The exit code of what could not be.
    """
    try:
        registry = read(common, desk.context, or_bundled=False)
        moment = moment_of(desk.as_of, registry, desk.context.config, desk.now)
        note_agreed(desk.in_use.paths if desk.in_use else desk.paths, registry, moment)
    except Refusal as refused:
        output.tell(refused.problem, desk.context.t)
        return refused.exit_code
    return 0

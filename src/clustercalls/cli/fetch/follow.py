"""`clustercalls follow`: an offer of the catalogue becomes an entry of ours."""

from typing import Annotated

from clustercalls.cli.declare import argument, option
from clustercalls.cli.fetch.followed import ReadOffer, add_followed, offers
from clustercalls.cli.keep import ask
from clustercalls.cli.keep.act import done_to
from clustercalls.cli.keep.chosen import by_name
from clustercalls.cli.keep.desk import Desk, Editing, open_desk
from clustercalls.cli.keep.set import SetFields
from clustercalls.cli.options import AsOf, Common
from clustercalls.cli.registry_in_use import load
from clustercalls.editing.typed_values import Setting
from clustercalls.errors import UsageRefused, problem
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
    if to:
        if len(wanted) > 1:
            raise UsageRefused(problem("not-together", one="--to", other=wanted[1].held.name))
        targets, code = by_name(desk, [to])
        step = SetFields(desk, [Setting("source.key", "", wanted[0].held.name)], ("", "")).step
        done_to(desk, targets, step)
        return desk.context.code(code)
    away = _put_away(common, desk)
    code = 0
    for offer in wanted:
        if offer.held.name in away and not again:
            code = max(code, _taken_back(desk, offer, away[offer.held.name]))
        else:
            code = max(code, add_followed(desk, offer, again=again))
    return desk.context.code(code)


def _put_away(common: Common, desk: Desk) -> dict[str, str]:
    """The keys of entries that are put away, each with its entry."""
    registry = load(common, desk.context, or_bundled=False)
    return {each.source.key: each.id for each in registry.entries if each.source and each.is_put_away}


def _taken_back(desk: Desk, offer: ReadOffer, name: str) -> int:
    """Asks whether what was put away is to be followed after all, and takes that back.

    Raises:
        UsageRefused: when there is nobody to ask.
    """
    t = desk.context.t
    if not desk.answers:
        raise UsageRefused(
            problem("put-away", None, id=name, key=offer.held.name, command=f"track {name} watch")
        )
    if not ask.yes(t("{id} was put away. Follow it again?", id=name), t, default=False):
        return 0
    targets, code = by_name(desk, [name], staged=False)
    done_to(desk, targets, SetFields(desk, [Setting("track", "", Track.WATCH.value)], ("", "")).step)
    return code

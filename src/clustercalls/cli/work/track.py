"""`clustercalls track`: what we do with an entry, from idea to result."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

from clustercalls.cli.declare import argument, option
from clustercalls.cli.keep.act import done_to
from clustercalls.cli.keep.chosen import Several, agreed, by_filters, by_name, refuse_unclear
from clustercalls.cli.keep.decide import keeps
from clustercalls.cli.keep.desk import Desk, Editing, open_desk, reason, sure_text
from clustercalls.cli.keep.set import SetFields
from clustercalls.cli.keep.tracked import Known, known_in
from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.editing.typed_values import Setting
from clustercalls.errors import ADVICE, Problem, UsageRefused, either, problem
from clustercalls.query import select
from clustercalls.query.named import exactly
from clustercalls.registry.track_words import KEY, TRACKS, plain

WORD = "WORD"


def track(
    filters: Filters,
    as_of: AsOf,
    editing: Editing,
    several: Several,
    common: Common,
    words: Annotated[
        list[str],
        argument(
            metavar=f"[ID]… {WORD}",
            help="IDs, then watch, go, submitted, won, lost, no, or a word that your registry has.",
            completes="tracks",
        ),
    ],
    why: Annotated[str, option("--why", metavar="TEXT", help="Why, for ourselves alone.")] = "",
) -> int:
    """What we do with a call: go for it, put it away, how it ended.

    What is put away (no) leaves upcoming, list, remind and export; a digest keeps it. With filters and
    --all-of-these, of every entry that they select, over or not.

    Example: clustercalls track escp-s3-formal no --why "the consortium is too small"
    """
    desk = open_desk("track", common, as_of.as_of, editing)
    *ids, typed = (sure_text(WORD, each) for each in words)
    if len(ids) == 1 and keeps(desk, ids[0], typed, KEY, (reason("--why", why), "")):
        return desk.context.code()
    known = known_in(desk.documents())
    if not ids and not several.all_of_these and plain(typed) not in known:
        raise UsageRefused(_unknown(typed, known))
    refuse_unclear(ids, filters, several)
    if ids:
        _refuse_words(desk, ids, known)
        targets, code = by_name(desk, ids, staged=False)
    else:
        targets, code = by_filters(desk, common, filters, partial(select.entries, everything=True))
    word = _word(typed, known_in(desk.documents(*dict.fromkeys(each.document for each in targets))))
    if not ids and not agreed(desk, filters, several, targets):
        return desk.context.code(code)
    reasons = reason("--why", why), ""
    done_to(desk, targets, SetFields(desk, [Setting(KEY, "", word)], reasons).step)
    return desk.context.code(code)


def _refuse_words(desk: Desk, ids: Sequence[str], known: Known) -> None:
    """Lets pass no word among the IDs, of which it may be a part: a slip of order is no entry of another.

    Raises:
        UsageRefused: for a word that is no whole ID.
    """
    there = {address.id: "" for document in desk.documents() for address in document.addresses()}
    for each in ids:
        if plain(each) in known and not exactly(each, there):
            raise UsageRefused(problem("track-word-first", value=each))


def _word(typed: str, known: Known) -> str:
    """One of the six, or the word that the registry has, as it is written there.

    Raises:
        UsageRefused: for any other: an ID, or a slip, would be free text that decides nothing.
    """
    if plain(typed) not in known:
        raise UsageRefused(_unknown(typed, known))
    return known[plain(typed)][0]


def _unknown(typed: str, known: Known) -> Problem:
    from clustercalls.query.alike import nearest

    words = (*TRACKS, *(word for each, (word, _) in known.items() if each not in TRACKS))
    near = nearest(typed, words, 3)
    values = {"value": typed, "known": ", ".join(words), **(either(near) if near else {})}
    return problem("no-track-word", None, advice=ADVICE["near word" if near else "every word"], **values)

"""Which entry of ours a draft is: by the key of its source, its address, or its title and a date.

One of the same title on other days may be the same, moved, or the next of its kind: a person says.
"""

from collections.abc import Iterable
from typing import NamedTuple

from clustercalls.catalogue.reading import entry_of
from clustercalls.cli.fetch.differing import Difference
from clustercalls.cli.fetch.source_kinds import KINDS
from clustercalls.editing.document import Table
from clustercalls.editing.twins import days_of, place_of, words_of_title
from clustercalls.model import Entry
from clustercalls.reconcile.proposal import SaidBySource
from clustercalls.reconcile.proposals import compared
from clustercalls.zones import Moment


class KnownDraft(NamedTuple):
    """The entry that a draft is, or `perhaps` is, and what the draft says otherwise."""

    entry: Entry
    differences: tuple[Difference, ...]
    perhaps: bool = False


def known_already(kind: str, table: Table, entries: Iterable[Entry], moment: Moment) -> KnownDraft | None:
    """The entry of ours that this table of a draft is, or may be; None for a new one."""
    draft, _ = entry_of("document", table["id"], {**table, "kind": kind})
    if draft is None:
        return None
    ours = [each for each in entries if each.kind is draft.kind]
    same = next((each for rule in _SURE for each in ours if rule(each, draft)), None)
    like = same or next((each for each in ours if _has_title(each, draft)), None)
    if like is None:
        return None
    said = compared(like, SaidBySource(draft, moment.now), moment)
    its = (each for each in said.proposals if not each.never_had)
    return KnownDraft(like, tuple(Difference(each, draft) for each in its), perhaps=same is None)


def _has_key(ours: Entry, draft: Entry) -> bool:
    keys = [each.source.key if each.source else "" for each in (ours, draft)]
    is_it = keys[0] and keys[0] == keys[1]
    return bool(is_it and (_is_of_one_source(keys[0]) or _is_alike(ours, draft)))


def _has_name(ours: Entry, draft: Entry) -> bool:
    return bool({each.casefold() for each in ours.ref} & {each.casefold() for each in draft.ref})


def _has_title_and_day(ours: Entry, draft: Entry) -> bool:
    return _has_title(ours, draft) and bool(days_of(ours) & days_of(draft))


def _has_address(ours: Entry, draft: Entry) -> bool:
    return bool(draft.url and place_of(draft.url) == place_of(ours.url))


def _has_title_alone(ours: Entry, draft: Entry) -> bool:
    return _has_title(ours, draft) and not (days_of(ours) and days_of(draft))


def _is_of_one_source(key: str) -> bool:
    """Whether a key is of a source with a name of its own: two tables that are files may both have a "12"."""
    return key.partition(":")[0] not in KINDS


def _is_alike(ours: Entry, draft: Entry) -> bool:
    return _has_title(ours, draft) or bool(days_of(ours) & days_of(draft))


def _has_title(ours: Entry, draft: Entry) -> bool:
    return words_of_title(ours.title) == words_of_title(draft.title)


_SURE = (_has_key, _has_name, _has_title_and_day, _has_address, _has_title_alone)  # the surest first

"""Which entry of ours a draft is: by the key of its source, its address, or its title and a date.

One of the same title on other days may be the same, moved, or the next of its kind, and one of the same
address another on a page of several: a person says.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from clustercalls.catalogue.reading import entry_of
from clustercalls.cli.fetch.differing import Difference
from clustercalls.cli.fetch.source_kinds import KINDS
from clustercalls.editing.document import Table
from clustercalls.editing.twins import days_of, place_of, words_of_title
from clustercalls.i18n import Language
from clustercalls.model import Entry
from clustercalls.reconcile.proposal import SaidBySource
from clustercalls.reconcile.proposals import compared
from clustercalls.render import proposals
from clustercalls.zones import Moment

Rule = Callable[[Entry, Entry], bool]


class KnownDraft(NamedTuple):
    """The entry that a draft is, or `perhaps` is, and what the draft says otherwise."""

    entry: Entry
    differences: tuple[Difference, ...]
    perhaps: bool = False

    def told(self, t: Language) -> list[str]:
        """What it says otherwise, a line each."""
        its = (each.proposal for each in self.differences)
        return [f"{proposals.name(each)}: {proposals.text(each, t)}" for each in its]


def known_already(kind: str, table: Table, entries: Iterable[Entry], moment: Moment) -> KnownDraft | None:
    """The entry of ours that this table of a draft is, or may be; None for a new one."""
    draft, _ = entry_of("document", table["id"], {**table, "kind": kind})
    if draft is None:
        return None
    ours = [each for each in entries if each.kind is draft.kind]
    same = _first(_SURE, ours, draft)
    like = same or _first(_PERHAPS, ours, draft)
    if like is None:
        return None
    said = compared(like, SaidBySource(draft, moment.now), moment)
    quote = draft.source.quote if draft.source else ""
    its = (replace(each, quote=each.quote or quote) for each in said.proposals if not each.never_had)
    return KnownDraft(like, tuple(Difference(each, draft) for each in its), perhaps=same is None)


def _first(rules: Iterable[Rule], ours: Sequence[Entry], draft: Entry) -> Entry | None:
    """Of what the first rule that fits finds, that with the most words of the title."""
    fits = ([each for each in ours if rule(each, draft)] for rule in rules)
    found = next(filter(None, fits), [])
    return max(found, key=lambda each: len(_words(each) & _words(draft)), default=None)


def _has_key(ours: Entry, draft: Entry) -> bool:
    key = draft.source.key if draft.source else ""
    return _has_bare_key(ours, draft) and (_is_of_one_source(key) or _has_title(ours, draft))


def _has_name(ours: Entry, draft: Entry) -> bool:
    return bool({each.casefold() for each in ours.ref} & {each.casefold() for each in draft.ref})


def _has_title_and_day(ours: Entry, draft: Entry) -> bool:
    return _has_title(ours, draft) and bool(days_of(ours) & days_of(draft))


def _has_address(ours: Entry, draft: Entry) -> bool:
    return bool(draft.url and place_of(draft.url) == place_of(ours.url))


def _has_address_and_words(ours: Entry, draft: Entry) -> bool:
    """Whether the address is the same, and one title in the other: a page may list several calls."""
    shorter, longer = sorted((_words(ours), _words(draft)), key=len)
    return _has_address(ours, draft) and bool(shorter) and shorter <= longer


def _words(entry: Entry) -> set[str]:
    return set(re.findall(r"\w{4,}", words_of_title(entry.title)))


def _has_bare_key(ours: Entry, draft: Entry) -> bool:
    return bool(ours.source and draft.source and ours.source.key and ours.source.key == draft.source.key)


def _has_title_alone(ours: Entry, draft: Entry) -> bool:
    return _has_title(ours, draft) and not (days_of(ours) and days_of(draft))


def _is_of_one_source(key: str) -> bool:
    """Whether a key is of a source with a name of its own: two tables that are files may both have a "12"."""
    return key.partition(":")[0] not in KINDS


def _has_title(ours: Entry, draft: Entry) -> bool:
    return words_of_title(ours.title) == words_of_title(draft.title)


# The surest first.
_SURE = (_has_key, _has_name, _has_title_and_day, _has_address_and_words, _has_title_alone)
_PERHAPS = (_has_title, _has_address, _has_bare_key)

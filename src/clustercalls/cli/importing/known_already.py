"""Which entry of ours a draft is: by the key of its source, its address, or its title and a date."""

from collections.abc import Iterable
from typing import NamedTuple

from clustercalls import timeline
from clustercalls.catalogue.reading import entry_of
from clustercalls.cli.fetch.differing import Difference
from clustercalls.editing.document import Table
from clustercalls.editing.twins import place_of, words_of_title
from clustercalls.model import Entry
from clustercalls.reconcile.proposal import SaidBySource
from clustercalls.reconcile.proposals import compared
from clustercalls.zones import Moment


class KnownDraft(NamedTuple):
    """The entry that a draft is, and what the draft says otherwise."""

    entry: Entry
    differences: tuple[Difference, ...]


def known_already(kind: str, table: Table, entries: Iterable[Entry], moment: Moment) -> KnownDraft | None:
    """The entry of ours that this table of a draft is; None for a new one."""
    draft, _ = entry_of("document", table["id"], {**table, "kind": kind})
    if draft is None:
        return None
    same = next((each for each in entries if _is_same(each, draft)), None)
    if same is None:
        return None
    said = compared(same, SaidBySource(draft, moment.now), moment)
    its = (each for each in said.proposals if not each.never_had)
    return KnownDraft(same, tuple(Difference(each, draft) for each in its))


def _is_same(ours: Entry, draft: Entry) -> bool:
    if ours.kind is not draft.kind:
        return False
    keys = [each.source.key if each.source else "" for each in (ours, draft)]
    if keys[0] and keys[0] == keys[1]:
        return True
    if {each.casefold() for each in ours.ref} & {each.casefold() for each in draft.ref}:
        return True
    if draft.url and place_of(draft.url) == place_of(ours.url):
        return True
    if words_of_title(ours.title) != words_of_title(draft.title):
        return False
    return bool(_days(ours) & _days(draft)) or not (_days(ours) and _days(draft))


def _days(entry: Entry) -> set[str]:
    return {m.when.text[: len("2027-04-15")] for m in timeline.milestones(entry) if m.when}

"""What was looked at: the digest of every entry, now and before it changed; a few facts. No clock, no disk.

Facts are kept under their digest, so that one text of an entry is believed only where it is the one meant.
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from hashlib import blake2b

from msgspec import Struct, json

from clustercalls import compare
from clustercalls.compare import Change, What
from clustercalls.model import Entry

FEW = 200  # whose facts are kept with the digests: all of a usual registry, of a large one what changed last

Facts = dict[str, str]
Known = Mapping[str, Facts]  # by digest
ABSENT = ""  # in the place of a digest


class OldLook(Struct, frozen=True, forbid_unknown_fields=True):
    """What an older version kept: the facts of every entry, by id and field, as they were at a moment."""

    at: datetime
    facts: dict[str, Facts]


class Look(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The digests of entries by id, as they were found at a moment first."""

    at: datetime
    digests: dict[str, str]


class Looks(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The last look; of what changed since the one before, what it was then (`ABSENT`: it was not there).

    `files` is a digest of the registry's bytes at the last look, empty when it cannot be relied on.
    """

    last: Look
    before: Look | None = None
    facts: dict[str, Facts] = {}
    files: str = ""


def look(looks: Looks | None, found: Mapping[str, Facts], now: datetime, files: str = "") -> Looks:
    """The memory of looks after one that found these facts, by id."""
    digests = {id_: digest(facts) for id_, facts in found.items()}
    known = looks.facts if looks else {}
    old = looks.last.digests if looks else {}
    changed = {id_: old.get(id_, ABSENT) for id_ in (*old, *digests) if old.get(id_) != digests.get(id_)}
    last, before = Look(now, digests), looks.before if looks else None
    if looks and changed:
        before = Look(looks.last.at, changed)
    elif looks:
        last = looks.last
    current = {each: known[each] for each in digests.values() if each in known}
    current |= {digests[id_]: found[id_] for id_ in changed if id_ in found}
    kept = dict(list(current.items())[-FEW:])
    if before:
        kept |= {each: known[each] for each in before.digests.values() if each in known}
    return Looks(last, before, kept, files)


def changes(looks: Looks, known: Known, entries: Iterable[Entry]) -> Iterator[Change]:
    """What changed at the last look that found a change, in the order of the entries; what went comes last.

    Where it is not known what an entry was, its history tells, else only that it changed.
    """
    if looks.before is None:
        return
    was = looks.before.digests
    there = set()
    for entry in entries:
        there.add(entry.id)
        before = was.get(entry.id)
        if before is None:
            continue
        if before == ABSENT:
            yield from compare.between({}, (entry,))
        elif before in known:
            yield from compare.between({entry.id: known[before]}, (entry,))
        else:
            told = tuple(compare.told(entry, looks.before.at.date(), date.max))
            yield from told or (Change(entry.id, entry.title, What.CHANGED),)
    for id_, before in was.items():
        if id_ not in there and before:
            yield Change(id_, known.get(before, {}).get("title", id_), What.WENT)


def all_known(looks: Looks, known: Known, found: Mapping[str, Facts]) -> dict[str, Facts]:
    """The facts of all that is there, and of what changed as far as it is known."""
    whole = {digest(facts): facts for facts in found.values()}
    old = looks.before.digests.values() if looks.before else ()
    return whole | {each: known[each] for each in old if each in known}


def from_older(last: OldLook, earlier: OldLook | None) -> Looks:
    """The memory of looks that an older version kept."""
    looks = look(None, earlier.facts, earlier.at) if earlier else None
    looks = look(looks, last.facts, last.at)
    older = {digest(facts): facts for each in (earlier, last) if each for facts in each.facts.values()}
    return Looks(looks.last, looks.before, older)


def digest(facts: Facts) -> str:
    """What tells these facts from others: 48 bits as eight letters, for there may be 50,000 of them."""
    return urlsafe_b64encode(blake2b(json.encode(facts), digest_size=6).digest()).decode()

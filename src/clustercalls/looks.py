"""What was looked at: the digest of every entry, now and before it changed; a few facts. No clock, no disk.

Facts are kept under their digest, so that one text of an entry is believed only where it is the one meant.
"""

from _blake2 import blake2b  # not of hashlib, whose import loads all of OpenSSL
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from zlib import crc32

from msgspec import Struct, json, msgpack

from clustercalls.limits import LOOK_BYTES
from clustercalls.model import Entry

TYPE_CHECKING = False  # as in `standing`; what compares entries is imported where some are compared
if TYPE_CHECKING:
    from clustercalls.history.compare import Change

FEW = 200  # whose facts are kept with the digests: all of a usual registry, of a large one what changed last

LETTERS = 8  # of a digest

Facts = dict[str, str]
Known = Mapping[str, Facts]  # by digest
ABSENT = ""  # in the place of a digest


class OldLook(Struct, frozen=True, forbid_unknown_fields=True):
    """What an older version kept: the facts of every entry, by id and field, as they were at a moment."""

    at: datetime
    facts: dict[str, Facts]


class Look(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The digests of entries by id, as they were found at a moment first.

    Behind the digest of the last look stands the mark of the entry: where that is the same, so are the facts.
    """

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


def look(looks: Looks | None, entries: Iterable[Entry], now: datetime, files: str = "") -> Looks:
    """The memory of looks after one at these entries."""
    from clustercalls.history import compare

    old = looks.last.digests if looks else {}
    digests, new_facts = {}, {}
    for entry in entries:
        known, mark = old.get(entry.id, ""), _mark(entry)
        if known[LETTERS:] != mark:
            new_facts[entry.id] = compare.facts(entry)
            known = digest(new_facts[entry.id]) + mark
        digests[entry.id] = known
    return _after(looks, digests, new_facts, now, files)


def _after(
    looks: Looks | None,
    digests: dict[str, str],
    new_facts: Mapping[str, Facts],
    now: datetime,
    files: str = "",
) -> Looks:
    """The memory after these digests; `new_facts` has the facts of those that are new to it."""
    known = looks.facts if looks else {}
    was = {id_: each[:LETTERS] for id_, each in looks.last.digests.items()} if looks else {}
    digests_now = {id_: each[:LETTERS] for id_, each in digests.items()}
    changed = {
        id_: was.get(id_, ABSENT) for id_ in (*was, *digests_now) if was.get(id_) != digests_now.get(id_)
    }
    at, before = now, looks.before if looks else None
    if looks and changed:
        before = Look(looks.last.at, changed)
    elif looks:
        at = looks.last.at
    there = frozenset(digests_now.values())
    current = {each: facts for each, facts in known.items() if each in there}
    current |= {digests_now[id_]: new_facts[id_] for id_ in changed if id_ in new_facts}
    kept = dict(list(current.items())[-FEW:])
    if before:
        kept |= {each: known[each] for each in before.digests.values() if each in known}
    return Looks(Look(at, digests), before, shortest(kept, LOOK_BYTES), files)


def shortest(facts: dict[str, Facts], most: int) -> dict[str, Facts]:
    """As many of these facts as take no more than `most` bytes, those of the longest entries left out."""
    if len(json.encode(facts)) <= most:
        return facts
    left, kept = most, set()
    by_size = sorted((len(json.encode({digest: its})), digest) for digest, its in facts.items())
    for size, digest in by_size:
        left -= size
        if left < 0:
            break
        kept.add(digest)
    return {digest: its for digest, its in facts.items() if digest in kept}


def changes(looks: Looks, known: Known, entries: Iterable[Entry]) -> "Iterator[Change]":
    """What changed at the last look that found a change, in the order of the entries; what went comes last.

    Where it is not known what an entry was, its history tells, else only that it changed.
    """
    from clustercalls.history import compare

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
            told = tuple(compare.from_history(entry, looks.before.at.date(), date.max))
            yield from told or (compare.Change(entry.id, entry.title, compare.What.CHANGED),)
    for id_, before in was.items():
        if id_ not in there and before:
            yield compare.Change(id_, known.get(before, {}).get("title", id_), compare.What.WENT)


def all_known(looks: Looks, known: Known, entries: Iterable[Entry]) -> dict[str, Facts]:
    """The facts of all that is there, and of what changed as far as it is known."""
    from clustercalls.history import compare

    whole = {digest(facts): facts for facts in map(compare.facts, entries)}
    old = looks.before.digests.values() if looks.before else ()
    return whole | {each: known[each] for each in old if each in known}


def from_older(last: OldLook, earlier: OldLook | None) -> Looks:
    """The memory of looks that an older version kept, with all facts that it had."""
    looks = _after(None, _digests(earlier), earlier.facts, earlier.at) if earlier else None
    looks = _after(looks, _digests(last), last.facts, last.at)
    older = [*(earlier.facts if earlier else {}).values(), *last.facts.values()]
    return Looks(looks.last, looks.before, {digest(facts): facts for facts in older})


def _digests(old: OldLook) -> dict[str, str]:
    return {id_: digest(facts) for id_, facts in old.facts.items()}


def digest(facts: Facts) -> str:
    """What tells these facts from others: 48 bits as eight letters, for there may be 50,000 of them."""
    return urlsafe_b64encode(blake2b(json.encode(facts), digest_size=6).digest()).decode()


def _mark(entry: Entry) -> str:
    """What may only differ where an entry does: four letters that cost a tenth of its facts."""
    return urlsafe_b64encode(crc32(msgpack.encode(entry)).to_bytes(4, "big")[:3]).decode()

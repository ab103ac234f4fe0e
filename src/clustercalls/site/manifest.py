"""What was published for an audience: the files that we wrote, and the calls that were in them.

It stands beside the folder, `DIR/.NAME.clustercalls.json`: nothing of it is served with that. A file of a
name that it does not hold, or with bytes that it does not know, is somebody else's.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import blake2b
from pathlib import Path

from msgspec import DecodeError, Struct, ValidationError, json

from clustercalls.errors import InputRefused, Place, problem
from clustercalls.model import Entry
from clustercalls.query.outward import Knows
from clustercalls.registry.own_keys import NONE, OwnKeys
from clustercalls.registry.public_tables import Table, public_table

_START, _END = ".", ".clustercalls.json"
FORM = 1
_DATES = ("id", "when", "until", "after", "at")


class Call(Struct, frozen=True, omit_defaults=True):
    """A call that is published: its title, and digests of its dates and of all that is told of it."""

    title: str
    dates: str
    facts: str


class Departed(Struct, frozen=True):
    """A call that is not published any more, since the day `left`."""

    title: str
    left: date


class Manifest(Struct, frozen=True, omit_defaults=True):
    """What is known of one folder.

    `files` has the digest and the size of each file by its path. `begun` has those of what a run was about to
    put there: when it was killed, any of them may be there. `key` is the digest of all that the files are
    made of, empty while they may not be whole; `together` that of the names which are published by default.
    """

    form: int = FORM
    key: str = ""
    zone: str = ""
    together: str = ""
    may: Knows = Knows()
    files: dict[str, tuple[str, int]] = {}
    begun: dict[str, tuple[str, ...]] = {}
    calls: dict[str, Call] = {}
    gone: dict[str, Departed] = {}

    def knows(self, path: str, standing: str) -> bool:
        """Whether a file with this digest at this path is one of ours."""
        whole = self.files.get(path)
        return (whole is not None and whole[0] == standing) or standing in self.begun.get(path, ())

    @property
    def paths(self) -> set[str]:
        """Where something of ours may be."""
        return {*self.files, *self.begun}


def name_of(audience: str) -> str:
    """What the file of an audience is called."""
    return f"{_START}{audience}{_END}"


def audience_of(name: str) -> str:
    """The audience whose file is called so; empty for any other file."""
    return name[len(_START) : -len(_END)] if name.startswith(_START) and name.endswith(_END) else ""


def digest(*parts: bytes) -> str:
    """A short name of these bytes, in their order."""
    made = blake2b(digest_size=12)
    for part in parts:
        made.update(b"%d:" % len(part))
        made.update(part)
    return made.hexdigest()


def together(names: Iterable[str]) -> str:
    """That these audiences, and no others, are published by default."""
    return digest(*(each.encode() for each in sorted(names)))


def read(data: bytes, path: Path) -> Manifest:
    """What a file says.

    Raises:
        InputRefused: when it is none of ours, or broken.
    """
    try:
        made = json.decode(data, type=Manifest)
    except (DecodeError, ValidationError, RecursionError):
        raise InputRefused(problem("broken-manifest", Place(str(path)))) from None
    if made.form != FORM or not made.paths:  # of ours there is always a file
        raise InputRefused(problem("broken-manifest", Place(str(path))))
    return made


def encoded(manifest: Manifest) -> bytes:
    """Its bytes, always the same for the same facts."""
    return json.format(json.encode(manifest, order="sorted"), indent=1) + b"\n"


def calls_of(entries: Iterable[Entry], may: Knows, own: OwnKeys = NONE) -> Mapping[str, Call]:
    """What is remembered of entries that were published."""
    return {each.id: _call(each, may, own.get(each.id)) for each in entries}


def _call(entry: Entry, may: Knows, own: Table | None) -> Call:
    table = public_table(entry, may, own)
    dates = [[stage.get(key) for key in _DATES] for stage in table.get("stage", [])]
    return Call(entry.title, *(digest(json.encode(part, order="sorted")) for part in (dates, table)))

"""What a person was told of the sources, and decided: a part of the memory. No clock, no disk."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.limits import IGNORED

TYPE_CHECKING = False  # as in `standing`: whoever reads the memory has no need of what compares
if TYPE_CHECKING:
    from clustercalls.reconcile.proposal import Proposal


class Decisions(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What of the proposals was told, with what ours was then, and what was ignored; each by its mark.

    `read` is when the newest came of what was looked through for the watches, `new` are those that were told
    as new and are neither followed nor ignored yet, each with the watches that found it.
    """

    read: str = ""
    new: dict[str, tuple[str, ...]] = {}
    told: dict[str, str] = {}
    ignored: tuple[str, ...] = ()


def is_open(proposal: "Proposal", decided: Decisions) -> bool:
    """Whether a person is to decide on it.

    Not what was ignored, nor where ours was edited since the source says so: since it was told, where it was.
    """
    if proposal.mark in decided.ignored:
        return False
    return not proposal.was_edited or decided.told.get(proposal.mark) == proposal.was


def untold(proposals: "Iterable[Proposal]", decided: Decisions) -> "Iterator[Proposal]":
    """Those to decide on that nobody was told of."""
    return (each for each in proposals if is_open(each, decided) and each.mark not in decided.told)


def with_told(
    decided: Decisions,
    proposals: "Iterable[Proposal]",
    looked_at: Collection[str],
    new: Mapping[str, tuple[str, ...]],
    read: str,
) -> Decisions:
    """The same once these were told, all that there are now of the entries that were looked at, by id."""
    told = {mark: was for mark, was in decided.told.items() if mark.partition("\t")[0] not in looked_at}
    told |= {each.mark: decided.told.get(each.mark, each.was) for each in proposals if is_open(each, decided)}
    return replace(decided, told=told, new={**decided.new, **new}, read=max(read, decided.read))


def with_ignored(decided: Decisions, marks: Collection[str]) -> Decisions:
    """The same once these were ignored: proposals by their mark, new ones by their name."""
    ignored = tuple(dict.fromkeys((*decided.ignored, *marks)))[-IGNORED:]
    new = {name: watches for name, watches in decided.new.items() if name not in marks}
    return replace(decided, ignored=ignored, new=new)


def without_new(decided: Decisions, names: Collection[str]) -> Decisions:
    """The same once these are no new ones any more: they are followed, or over."""
    return replace(decided, new={name: watches for name, watches in decided.new.items() if name not in names})

"""What a person was told of the sources, and decided: a part of the memory. No clock, no disk."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.limits import IGNORED

TYPE_CHECKING = False  # as in `standing`: whoever reads the memory has no need of what compares
if TYPE_CHECKING:
    from clustercalls.reconcile.proposal import Proposal, SourceComparison


class Decisions(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What of the proposals was told, with what ours was then, and what was ignored; each by its mark.

    `agreed` is what a source said, by slot, when ours last said the same. `read` is when the newest came of
    what was looked through for the watches, `new` are those that were told as new and not ignored, each with
    the watches that found it; which of them are followed, the registry says.
    """

    read: str = ""
    new: dict[str, tuple[str, ...]] = {}
    told: dict[str, str] = {}
    ignored: tuple[str, ...] = ()
    agreed: dict[str, str] = {}


def is_open(proposal: "Proposal", decided: Decisions) -> bool:
    """Whether a person is to decide on it.

    Not what was ignored, nor where ours was edited since the source says so: since it was told, or agreed
    with, or by its history. Nor a date of ours alone, which the source never had.
    """
    if proposal.mark in decided.ignored:
        return False
    if proposal.now and decided.agreed.get(proposal.slot) == proposal.now:
        return False
    if proposal.mark in decided.told:
        return decided.told[proposal.mark] == proposal.was
    return not (proposal.was_edited or (proposal.never_had and proposal.slot not in decided.agreed))


def untold(proposals: "Iterable[Proposal]", decided: Decisions) -> "Iterator[Proposal]":
    """Those to decide on that nobody was told of."""
    return (each for each in proposals if is_open(each, decided) and each.mark not in decided.told)


def with_told(
    decided: Decisions, comparisons: "Collection[SourceComparison]", keys: Collection[str]
) -> Decisions:
    """The same once all that is open in these was told; `keys` are those of the calls that were compared."""
    proposals = [each for comparison in comparisons for each in comparison.proposals]
    told = {mark: was for mark, was in decided.told.items() if _key(mark) not in keys}
    told |= {each.mark: decided.told[each.mark] for each in proposals if each.mark in decided.told}
    told |= {each.mark: each.was for each in untold(proposals, decided)}
    return replace(with_agreed(decided, comparisons), told=told)


def with_agreed(decided: Decisions, comparisons: "Iterable[SourceComparison]") -> Decisions:
    """The same, knowing what ours and the sources say alike; what was ignored is until one says another."""
    agreed, says = dict(decided.agreed), dict[str, str]()
    for each in comparisons:
        says |= each.says
        agreed |= {slot: each.says[slot] for slot in each.agreed}
    ignored = tuple(mark for mark in decided.ignored if _is_said(mark, says))
    return replace(decided, agreed=agreed, ignored=ignored)


def _is_said(mark: str, says: Mapping[str, str]) -> bool:
    """Whether a source still says what was ignored, as far as that is known."""
    slot, _, value = mark.rpartition("\t")
    return slot not in says or says[slot] == value


def _key(mark: str) -> str:
    return mark.partition("\t")[0]


def with_new(decided: Decisions, new: Mapping[str, tuple[str, ...]], read: str) -> Decisions:
    """The same once these were told as new, of all that came until `read`."""
    return replace(decided, new={**decided.new, **new}, read=max(read, decided.read))


def with_ignored(decided: Decisions, marks: Collection[str]) -> Decisions:
    """The same once these were ignored: proposals by their mark, new ones by their name."""
    ignored = tuple(dict.fromkeys((*decided.ignored, *marks)))[-IGNORED:]
    return without_new(replace(decided, ignored=ignored), marks)


def without_new(decided: Decisions, names: Collection[str]) -> Decisions:
    """The same once these are no new ones any more: they are ignored, over or gone."""
    return replace(decided, new={name: its for name, its in decided.new.items() if name not in names})


def of_keys(decided: Decisions, keys: Collection[str]) -> Decisions:
    """The same without what was told and agreed of calls that no entry follows any more."""
    told = {mark: was for mark, was in decided.told.items() if _key(mark) in keys}
    agreed = {slot: value for slot, value in decided.agreed.items() if _key(slot) in keys}
    return replace(decided, told=told, agreed=agreed)

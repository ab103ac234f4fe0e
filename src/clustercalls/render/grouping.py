"""The sections of a digest by programme or tag: below the name of each what opens, closes, moved, is new."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from clustercalls.i18n import Language
from clustercalls.model import Entry
from clustercalls.phrase.folding import fold
from clustercalls.render.letter import Item, LetterSection

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from typing import TypeAlias

Told: "TypeAlias" = Sequence[tuple[Entry, Item]]
Headed: "TypeAlias" = Iterable[tuple[str, Told]]


class By(StrEnum):
    """What entries are grouped by."""

    PROGRAMME = "programme"
    TAG = "tag"


def sections(
    headed: Headed, by: By | None, t: Language, *, in_order: bool = False
) -> tuple[LetterSection, ...]:
    """A section for each heading that has items; with `by`, for each group, which are told by their names.

    What has neither programme nor tag comes last. `in_order`, groups come as their first entries do.
    """
    headed = [(heading, told) for heading, told in headed if told]
    if by is None:
        return tuple(LetterSection(heading, tuple(item for _, item in told)) for heading, told in headed)
    names: dict[str, str] = {}
    for _, told in headed:
        for entry, _ in told:
            name = _group(entry, by)
            names.setdefault(fold(name), name)
    folded = list(names) if in_order else sorted(names)
    return tuple(
        LetterSection(heading, tuple(items), names[key] or t("Other"))
        for key in sorted(folded, key=lambda each: not each)
        for heading, told in headed
        if (items := [item for entry, item in told if fold(_group(entry, by)) == key])
    )


def _group(entry: Entry, by: By) -> str:
    """The name of the one group an entry stands in: with several tags, that of the first."""
    return entry.programme if by is By.PROGRAMME else next(iter(entry.tags), "")

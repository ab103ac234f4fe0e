"""The shortest part of an id that is no part of another: what one types to name an entry."""

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Iterable

BETWEEN = "\n"  # which is in no id
WORDS = "-_"  # after which a word of an id begins
OPTION = "-"  # with which an option begins


def shortest_parts(shown: "Iterable[str]", every: "Iterable[str]") -> dict[str, str]:
    """Of each id shown its shortest part that none of the others has, in any case.

    Of several as short the beginning of a word; none that looks like an option. The id itself where each of
    its parts is in another.
    """
    text = BETWEEN.join(("", *every, "")).casefold()
    return {each: _part(each, text) for each in dict.fromkeys(shown)}


def _part(id_: str, text: str) -> str:
    folded = id_.casefold()
    starts = sorted(range(len(folded)), key=lambda at: (at > 0 and folded[at - 1] not in WORDS, at))
    own = text.find(f"{BETWEEN}{folded}{BETWEEN}") + 1
    for size in range(1, len(folded)):
        for start in starts:
            part = folded[start : start + size]
            if (
                part[0] != OPTION
                and len(part) == size
                and text.find(part) >= own
                and _is_last(part, text, own + len(folded))
            ):
                return id_[start : start + size]
    return id_


def _is_last(part: str, text: str, end: int) -> bool:
    """Whether the part stands nowhere behind the place where its id ends."""
    return text.find(part, end) < 0

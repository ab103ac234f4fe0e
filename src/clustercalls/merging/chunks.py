"""A text of which some lines are contested."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

OURS, MIDDLE, THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"


class Contested(NamedTuple):
    """Lines as either side has them."""

    ours: str
    theirs: str


Chunk = str | Contested


def ended(text: str, eol: str) -> str:
    """The text with the end of its last line, if it has one."""
    return text + eol if text and not text.endswith("\n") else text


def joined(chunks: Iterable[Chunk], eol: str) -> list[Chunk]:
    """The chunks with every line ended but the last, none of them empty."""
    there = [each for each in chunks if each]
    last = len(there) - 1
    return [
        Contested(ended(chunk.ours, eol), ended(chunk.theirs, eol))
        if isinstance(chunk, Contested)
        else chunk
        if number == last
        else ended(chunk, eol)
        for number, chunk in enumerate(there)
    ]


def resolved(chunks: Sequence[Chunk]) -> tuple[str, str]:
    """The text if all that is contested goes to one side, and to the other."""
    ours = "".join(each.ours if isinstance(each, Contested) else each for each in chunks)
    return ours, "".join(each.theirs if isinstance(each, Contested) else each for each in chunks)


def marked(chunks: Iterable[Chunk], eol: str) -> str:
    """The text with git's marks round what is contested, and round nothing else."""
    return "".join(
        f"{OURS}{eol}{chunk.ours}{MIDDLE}{eol}{chunk.theirs}{THEIRS}{eol}"
        if isinstance(chunk, Contested)
        else chunk
        for chunk in chunks
    )

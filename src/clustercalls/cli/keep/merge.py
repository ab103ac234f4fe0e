"""`clustercalls merge`: two sides of a registry joined, for git."""

import os
from pathlib import Path
from typing import Annotated

from clustercalls.cli import output
from clustercalls.cli.declare import argument
from clustercalls.cli.options import Common
from clustercalls.disk.exchange import Prepared
from clustercalls.disk.git import join_lines, merged_by_lines
from clustercalls.disk.read import read
from clustercalls.errors import ADVICE, InputRefused, Place, problem
from clustercalls.i18n import LANGUAGES, language, preferred
from clustercalls.merging.merge import SIDES, Merged, NotMerged
from clustercalls.merging.merge import merge as merged

CONTESTED = 1  # what git takes for a conflict


def merge(
    common: Common,
    base: Annotated[Path, argument(metavar="BASE", help="What both sides began from.")],
    ours: Annotated[Path, argument(metavar="OURS", help="Our side; the merge is written here.")],
    theirs: Annotated[Path, argument(metavar="THEIRS", help="Their side.")],
) -> int:
    """Merge two sides of a registry, entry by entry; git runs it, once `init --git` has told it to.

    Example: clustercalls merge base.toml ours.toml theirs.toml
    """
    t = language(common.lang if common.lang in LANGUAGES else preferred(os.environ))
    try:
        result = _written(base, ours, theirs)
    except NotMerged as reason:
        raise InputRefused(problem("not-merged", Place(), **reason.values)) from None
    except Exception:
        join_lines(base, ours, theirs)  # whatever it is: theirs is not lost without a mark
        raise
    if result.contested:
        output.tell(problem("contested", count=result.contested), t)
        return CONTESTED
    return 0


def _written(base: Path, ours: Path, theirs: Path) -> Merged:
    """What was written over ours.

    Raises:
        NotMerged: when it is what git makes of the lines.
    """
    sides = tuple(read(each) for each in (base, ours, theirs))
    try:
        result = _merged(sides)
    except NotMerged:
        _put(ours, sides[1], merged_by_lines(base, ours, theirs) or _side_by_side(sides[1], sides[2]))
        raise
    _put(ours, sides[1], result.text.encode())
    return result


def _merged(sides: tuple[bytes, ...]) -> Merged:
    texts = []
    for side, data in zip(SIDES, sides, strict=True):
        try:
            texts.append(data.decode())
        except UnicodeDecodeError:
            raise NotMerged(ADVICE["no text"], side=side) from None
    base, ours, theirs = texts
    return merged(base, ours, theirs)


def _put(path: Path, old: bytes, new: bytes) -> None:
    if new != old:
        with Prepared(path, old, new, alone=False) as prepared:
            prepared.put()


def _side_by_side(ours: bytes, theirs: bytes) -> bytes:
    """Both whole, where git cannot be asked: nothing is lost."""
    ends = [b"" if each.endswith(b"\n") or not each else b"\n" for each in (ours, theirs)]
    parts = (b"<<<<<<< ours\n", ours, ends[0], b"=======\n", theirs, ends[1], b">>>>>>> theirs\n")
    return b"".join(parts)

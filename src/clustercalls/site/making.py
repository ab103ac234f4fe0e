"""What a writer may know beside the publication: what was published before, and the registry as a whole."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec import Struct

from clustercalls.errors import Problem
from clustercalls.model import Registry


class Gone(Struct, frozen=True):
    """A call that was published and is not any more: its title, and the day on which it left."""

    id: str
    title: str
    left: date


class Making(Struct, frozen=True):
    """Around one publication.

    `whole` is the registry, by which what was published is told to be withdrawn or only not selected any
    more. `parts` are those of the names in its calendars; `before` reads what was published at a path,
    None where nothing was, `is_narrower` says that the audience may know less than it might then. `gone` are
    shown for a while; `tell` takes what is wrong, and `unfit` are the milestones of which that was told.
    `templates` is the folder of one's own, where there is one; `lost` are the calls that were published and
    cannot be read now.
    """

    whole: Registry
    parts: tuple[str, ...]
    before: Callable[[str], bytes | None]
    is_narrower: bool
    gone: tuple[Gone, ...]
    tell: Callable[[Problem], None]
    unfit: set[str]
    templates: Path | None = None
    lost: tuple[str, ...] = ()

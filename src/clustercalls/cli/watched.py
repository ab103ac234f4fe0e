"""The registry of a command that runs unseen: never the bundled example, and never a silent refusal."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clustercalls.cli import output
from clustercalls.cli.context import InUse, Surroundings, bundled, in_use
from clustercalls.cli.options import Common
from clustercalls.errors import InputRefused, Refusal, problem
from clustercalls.model import Registry


def to_watch(common: Common, around: Surroundings, *, or_bundled: bool = False) -> InUse:
    """The registry in use, or with `or_bundled` the example.

    Raises:
        InputRefused: when there is none but the example.
    """
    found = in_use(common, around.config)
    if or_bundled:
        return found or bundled()
    example = bundled().paths[0]
    if found is None or (found.why != "--registry" and any(_is_same(each, example) for each in found.paths)):
        raise InputRefused(problem("wants-registry"))
    return found


@contextmanager
def told_if_stopped(registry: Registry, around: Surroundings) -> Iterator[None]:
    """Says why nothing could be read when the command is refused before it says so itself."""
    try:
        yield
    except Refusal:
        for each in () if registry.entries else registry.problems:
            output.tell(each, around.t)
        raise


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False

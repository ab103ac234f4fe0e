"""What a command waits for, in sight while it does: a server may take its time."""

from collections.abc import Iterator
from contextlib import contextmanager

from clustercalls.cli.terminal import progress


@contextmanager
def awaited(text: str, *, shown: bool) -> Iterator[None]:
    """Shows what is waited for, or how far that is, until it has come: nobody takes it for asleep."""
    if shown:
        progress(text)
    try:
        yield
    finally:
        if shown:
            progress("")

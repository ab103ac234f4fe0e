"""How long the series of a calendar are waited for."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from clustercalls.limits import SERIES_SECONDS
from clustercalls.sources.calendars.moments import NoMoment


class Patience:
    """The time that is left for the series of one calendar: some are made to be counted for ever."""

    def __init__(self) -> None:
        self._left = SERIES_SECONDS

    @contextmanager
    def spent(self) -> Iterator[None]:
        """Counts the time that passes.

        Raises:
            NoMoment: when none is left.
        """
        if self._left <= 0:
            raise NoMoment("the series before it took more than {limit} seconds", limit=int(SERIES_SECONDS))
        start = time.monotonic()
        try:
            yield
        finally:
            self._left -= time.monotonic() - start

"""What a function has answered it answers again: `functools.cache`, whose import is a fifth of a start."""

TYPE_CHECKING = False  # of typing, whose import alone costs as much as starting Python
if TYPE_CHECKING:
    from collections.abc import Callable
    from functools import cache as once
    from typing import Any
else:

    def once(function: "Callable") -> "Callable":
        """The function, run once for the same values, which are given by place."""
        known = {}

        def asked(*given: object) -> object:
            try:
                return known[given]
            except KeyError:
                found = known[given] = function(*given)
                return found

        asked.__doc__, asked.__name__, asked.__wrapped__ = function.__doc__, function.__name__, function
        asked.known = known
        return asked


def known_to(function: "Callable[..., object]") -> "dict[tuple[object, ...], Any]":
    """What such a function has answered, by the values given: to be added to by who knows better."""
    found: dict[tuple[object, ...], Any] = function.known  # type: ignore[attr-defined]  # as set above
    return found


__all__ = ["known_to", "once"]

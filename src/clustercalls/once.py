"""What a function has answered it answers again: `functools.cache`, whose import is a fifth of a start."""

TYPE_CHECKING = False  # of typing, whose import alone costs as much as starting Python
if TYPE_CHECKING:
    from collections.abc import Callable
    from functools import cache as once
    from typing import Any, TypeVar

    Found = TypeVar("Found")
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


def once_in_a_row(function: "Callable[..., Found]") -> "Callable[..., Found]":
    """The function, which answers again what it last did when it is asked of the same object once more.

    The object is told by its identity: to compare an entry, or to take its hash, is to walk all its stages.
    """
    last: tuple[object, tuple[object, ...], Any] = None, (), None

    def asked(thing: object, *given: object) -> "Found":
        nonlocal last
        if last[0] is not thing or last[1] != given:
            last = thing, given, function(thing, *given)
        found: Found = last[2]
        return found

    asked.__doc__, asked.__name__ = function.__doc__, function.__name__
    return asked


def known_to(function: "Callable[..., object]") -> "dict[tuple[object, ...], Any]":
    """What such a function has answered, by the values given: to be added to by who knows better."""
    found: dict[tuple[object, ...], Any] = function.known  # type: ignore[attr-defined]  # as set above
    return found


__all__ = ["known_to", "once", "once_in_a_row"]

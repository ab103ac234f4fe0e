"""How much is done, counted in calls: what no other work of the machine changes.

What an expression does within one call is not seen here: of a text as large as in these tests, a bad one
does not come to an end.
"""

from collections.abc import Callable
from cProfile import Profile
from typing import ParamSpec

P = ParamSpec("P")


def calls_of(function: Callable[P, object], *arguments: P.args, **named: P.kwargs) -> int:
    """How many functions are called, those of libraries too, to call this one."""
    profile = Profile()
    profile.runcall(function, *arguments, **named)
    return sum(entry.callcount for entry in profile.getstats())


def sure_in_step(work: Callable[[int], object], size: int) -> None:
    """Makes sure that work of this size takes no more than it should beside work of a third of it."""
    work(1)  # what is made once
    few, many = calls_of(work, size // 3), calls_of(work, size)
    assert many < 3.5 * few, (few, many)

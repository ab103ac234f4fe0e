"""How much is done, counted in calls: what no other work of the machine changes."""

from collections.abc import Callable
from cProfile import Profile
from typing import ParamSpec

P = ParamSpec("P")


def calls_of(function: Callable[P, object], *arguments: P.args, **named: P.kwargs) -> int:
    """How many functions are called, those of libraries too, to call this one."""
    profile = Profile()
    profile.runcall(function, *arguments, **named)
    return sum(entry.callcount for entry in profile.getstats())

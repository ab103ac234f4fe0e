"""Which audience is meant by its name, or which may be."""

from clustercalls.audiences import Audience, Audiences
from clustercalls.errors import UsageRefused, problem


def audience_named(name: str, every: Audiences) -> Audience:
    """The audience of this name.

    Raises:
        UsageRefused: when there is none.
    """
    if name in every:
        return every[name]
    from clustercalls.query.alike import nearest

    near = "".join(nearest(name, tuple(every)))
    advice = "Did you mean {near}? There are: {known}." if near else "There are: {known}."
    advice = advice if every else "Write its table first: clustercalls publish DIR prints one."
    told = {"value": name, "near": near, "known": ", ".join(every)}
    raise UsageRefused(problem("unknown-audience", None, advice=advice, **told))

"""Which audience is meant by its name, or which may be."""

from clustercalls.audiences import Audience, Audiences
from clustercalls.errors import InputRefused, UsageRefused, problem
from clustercalls.model import Registry
from clustercalls.registry.audiences import place_of


def every_audience(registry: Registry, of_config: Audiences) -> Audiences:
    """Those of a registry and of the config; of one name that of the registry."""
    return {**of_config, **registry.audiences}


def audience_named(name: str, registry: Registry, of_config: Audiences) -> Audience:
    """The audience of this name; that of the registry wins.

    Raises:
        UsageRefused: when there is none.
        InputRefused: when its table has errors, or might be where the registry could not be read.
    """
    every = every_audience(registry, of_config)
    broken = {each.place.entry: each.place for each in reversed(registry.errors)}
    if place := broken.get(place_of(name)):
        raise InputRefused(problem("broken-audience", place, value=name))
    if name in every:
        return every[name]
    from clustercalls.query.alike import nearest

    near = "".join(nearest(name, tuple(every)))
    advice = "Did you mean {near}? There are: {known}." if near else "There are: {known}."
    advice = advice if every else "Write its table first: clustercalls publish DIR prints one."
    is_unread = "" in broken and not near
    advice = "Mend what is told above first: it may be there." if is_unread else advice
    told = {"value": name, "near": near, "known": ", ".join(every)}
    refused = InputRefused if is_unread else UsageRefused
    raise refused(problem("unknown-audience", None, advice=advice, **told))

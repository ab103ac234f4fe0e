"""The sources that there are: those of the config, and the EU portal, which needs no line there."""

from collections.abc import Iterable
from typing import NamedTuple

from clustercalls.cli.choices import one_of
from clustercalls.config import Config
from clustercalls.config_tables import SourceSettings
from clustercalls.errors import ADVICE, InputRefused, Place, Problem, problem
from clustercalls.sources.eu.asking import ADDRESS
from clustercalls.sources.eu.candidate import SOURCE
from clustercalls.sources.eu.programmes import CODES

KIND = "portal"


class NamedSource(NamedTuple):
    """A source, how it is read, where, and what kind it is."""

    name: str
    settings: SourceSettings
    address: str
    kind: str = KIND


def sources_named(names: Iterable[str], config: Config) -> list[NamedSource]:
    """These sources, or all.

    Raises:
        UsageRefused: for a name that is none.
        InputRefused: for one of the config that is none, or a programme of it that the portal does not know.
    """
    for name in config.sources.keys() - {SOURCE}:
        place = Place(str(config.path or ""), 0, f"sources.{name}")
        raise InputRefused(problem("unknown-source", place, name=name, known=SOURCE))
    known = {SOURCE: config.sources.get(SOURCE, SourceSettings())}
    for programme in known[SOURCE].programmes:
        if programme.upper() not in CODES and not programme.isdecimal():
            place = Place(str(config.path or ""), 0, f"sources.{SOURCE}")
            raise InputRefused(_unknown_programme(programme, place))
    wanted = [one_of("SOURCE", programme, known) for programme in names] or list(known)
    return [NamedSource(name, known[name], known[name].url or ADDRESS) for name in dict.fromkeys(wanted)]


def _unknown_programme(name: str, place: Place) -> Problem:
    from clustercalls.query.alike import nearest

    near = "".join(nearest(name, tuple(CODES)))
    advice = ADVICE["near" if near else "holds"]
    values = {"option": "programmes", "value": name, "near": near, "known": ", ".join(CODES)}
    return problem("unknown-choice", place, advice=advice, **values)

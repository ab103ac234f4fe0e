"""The sources that there are: those of the config, and the EU portal, which needs no line there."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from clustercalls.cli.choices import one_of
from clustercalls.cli.fetch.source_kinds import KINDS
from clustercalls.config import Config
from clustercalls.config_tables import SourceSettings
from clustercalls.errors import ADVICE, InputRefused, Place, Problem, problem
from clustercalls.sources.eu.asking import ADDRESS
from clustercalls.sources.eu.candidate import SOURCE
from clustercalls.sources.eu.programmes import CODES

KIND = "portal"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}", re.ASCII)


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
        InputRefused: for one of the config that is none, of a kind that there is not, or without an address;
            for a programme that the portal does not know.
    """
    known = {SOURCE: _portal(config)}
    known |= {name: _other(name, config) for name in config.sources if name != SOURCE}
    wanted = [one_of("SOURCE", name, known) for name in names] or list(known)
    return [known[name] for name in dict.fromkeys(wanted)]


def _portal(config: Config) -> NamedSource:
    settings = config.sources.get(SOURCE, SourceSettings())
    place = _place(config, SOURCE)
    if settings.kind not in {"", KIND}:
        raise InputRefused(_unknown("kind", settings.kind, (KIND,), place))
    for programme in settings.programmes:
        if programme.upper() not in CODES and not programme.isdecimal():
            raise InputRefused(_unknown("programmes", programme, tuple(CODES), place))
    return NamedSource(SOURCE, settings, settings.url or ADDRESS)


def _other(name: str, config: Config) -> NamedSource:
    settings, place = config.sources[name], _place(config, name)
    if not _NAME.fullmatch(name):  # its name stands before the keys of what it offers
        raise InputRefused(problem("source-name", place, name=name))
    if not settings.kind:
        raise InputRefused(problem("source-kind", place, name=name, known=", ".join(KINDS)))
    if settings.kind not in KINDS:
        raise InputRefused(_unknown("kind", settings.kind, tuple(KINDS), place))
    if not settings.url:
        raise InputRefused(problem("source-url", place, name=name))
    return NamedSource(name, settings, settings.url, settings.kind)


def _place(config: Config, name: str) -> Place:
    return Place(str(config.path or ""), 0, f"sources.{name}")


def _unknown(option: str, name: str, choices: tuple[str, ...], place: Place) -> Problem:
    from clustercalls.query.alike import nearest

    near = "".join(nearest(name, choices))
    advice = ADVICE["near" if near else "holds"]
    values = {"option": option, "value": name, "near": near, "known": ", ".join(choices)}
    return problem("unknown-choice", place, advice=advice, **values)

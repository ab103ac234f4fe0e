"""The sources that there are: those of the config, and the EU portal, which needs no line there."""

from collections.abc import Iterable
from typing import NamedTuple

from clustercalls.cli.choices import one_of
from clustercalls.config import Config
from clustercalls.config_tables import SourceSettings
from clustercalls.sources.eu.asking import ADDRESS
from clustercalls.sources.eu.candidate import SOURCE


class NamedSource(NamedTuple):
    """A source, how it is read, and where."""

    name: str
    settings: SourceSettings
    address: str


def sources_named(names: Iterable[str], config: Config) -> list[NamedSource]:
    """These sources, or all.

    Raises:
        UsageRefused: for a name that is none.
    """
    known = {SOURCE: config.sources.get(SOURCE, SourceSettings())}
    wanted = [one_of("SOURCE", each, known) for each in names] or list(known)
    return [NamedSource(name, known[name], known[name].url or ADDRESS) for name in dict.fromkeys(wanted)]

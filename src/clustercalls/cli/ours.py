"""What no output of this run may take the place of: the one list of the files in use, for the gate."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from clustercalls import config
from clustercalls.cli import places
from clustercalls.cli.context import Context
from clustercalls.disk.folders import CACHE, OWN_REGISTRY, STATE, own_file, user_folder
from clustercalls.disk.ours import Ours, real_path
from clustercalls.registry.paths import expand


def ours_of(context: Context) -> Ours:
    """The registries in use and those that a run without options would find, the config, and what is kept.

    What is there now counts, and where the own registry and the config would be.
    """
    found = places.found_for(context.registries, context.config.registry)
    in_use = _real(found[0] if found else [places.bundled()])
    files = _real(expand(in_use)[0])
    folders = [each for each in in_use if each.is_dir()]
    others = expand(tuple(_real(_without_options(context))))[0]
    settings = [each for each in (context.config.path, config.default_path()) if each]
    return Ours(
        _real((*(each for each in in_use if each not in folders), *files, *others)),
        _real(settings),
        _real((*folders, *(each.parent for each in (*in_use, *files) if each not in folders))),
        _real(each for each in (user_folder(*each) for each in (STATE, CACHE)) if each),
    )


def _without_options(context: Context) -> Iterator[str | Path]:
    """The registries that a run without options would find, first or last."""
    yield from context.config.registry
    named = os.environ.get("CLUSTERCALLS_REGISTRY", "").split(os.pathsep)
    yield from (each for each in (*named, *places.HERE, places.bundled()) if each and places.mode_of(each))
    own = own_file(*OWN_REGISTRY)
    if own:
        yield own


def _real(paths: Iterable[str | Path]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(real_path(Path(each)) for each in paths))

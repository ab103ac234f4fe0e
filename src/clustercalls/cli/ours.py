"""What no output of this run may take the place of: the one list of the files in use, for the gate."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from clustercalls import config
from clustercalls.cli import places
from clustercalls.cli.context import Context
from clustercalls.disk.folders import CACHE, OWN_REGISTRY, STATE, expanded, is_folder, own_file, user_folder
from clustercalls.disk.ours import Ours, real_path
from clustercalls.registry.paths import expand


def ours_of(context: Context) -> Ours:
    """The registries in use and those that a run without options would find, the config, and what is kept.

    What is there now counts, and where the own registry and the config would be.
    """
    found = places.found_for(context.registries, context.config.registry)
    meant = _real((*(found[0] if found else [places.bundled()]), *_without_options(context)))
    files = _real(expand(meant)[0])
    folders = [each for each in meant if is_folder(each)]
    named = [each for each in meant if each not in folders]
    settings = [each for each in (context.config.path, config.default_path()) if each]
    return Ours(
        _real((*named, *files)),
        _real(settings),
        _real((*folders, *(each.parent for each in (*named, *files)))),
        _real(each for each in (user_folder(*each) for each in (STATE, CACHE)) if each),
    )


def _without_options(context: Context) -> Iterator[str | Path]:
    """The registries that a run without options would find, first or last."""
    yield from context.config.registry
    named = map(expanded, os.environ.get("CLUSTERCALLS_REGISTRY", "").split(os.pathsep))
    yield from (each for each in (*named, *places.HERE, places.bundled()) if each and _may_be_there(each))
    own = own_file(*OWN_REGISTRY)
    if own:
        yield own


def _may_be_there(place: str) -> bool:
    """Whether something stands there, as far as the system lets one look."""
    try:
        return places.mode_of(place) != 0
    except OSError:
        return True


def _real(paths: Iterable[str | Path]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(real_path(Path(each)) for each in paths))

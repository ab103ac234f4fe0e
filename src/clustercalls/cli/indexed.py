"""The registry in use as its index has it, and the settings it is looked at with, where both are unchanged.

Nothing heavy is imported: whatever is not known of them is left to who reads the files.
"""

from clustercalls import config_copy
from clustercalls.cli import places
from clustercalls.disk.folders import expanded
from clustercalls.index import file
from clustercalls.zones import zone_of

TYPE_CHECKING = False  # as in `output`
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Known = tuple[str, file.Index, config_copy.Settings]  # the path of the registry before them


def known(given: "Mapping[str, Sequence[str]]") -> "Known | None":
    """What is known under these options, of one registry; None where a file must be read for it."""
    named = "".join(given.get("config", ()))
    settings = config_copy.known(places.written(expanded(named)) if named else "")
    if settings is None:
        return None
    try:
        used = places.found_for(given.get("registry", ()), settings.registry)
    except OSError:
        return None
    if used is None or len(used[0]) != 1:
        return None
    path = places.written(str(used[0][0]))
    index = file.current(path)
    return (path, index, settings) if index and _is_zone(settings.zone, index) else None


def _is_zone(name: str, index: file.Index) -> bool:
    """Whether there still is a zone that the settings name."""
    if not name or name in index.zones:
        return True
    try:
        return bool(zone_of(name))
    except ValueError:
        return False

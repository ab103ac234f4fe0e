"""`clustercalls init FOLDER`: a registry of many hands, in which each entry is a file of its own."""

import os
from pathlib import Path

from clustercalls.disk.folders import is_folder
from clustercalls.disk.new_folder import make_with
from clustercalls.disk.ours import Ours
from clustercalls.disk.outputs import create
from clustercalls.disk.read import read
from clustercalls.errors import InputRefused, Place, problem
from clustercalls.i18n import Language
from clustercalls.merging.cut import ENTRY, Cut, NotCut, cut
from clustercalls.registry.paths import SHARED, decode, own_name
from clustercalls.registry.schema import document
from clustercalls.registry.starter import SCHEMA_FILE, settings
from clustercalls.registry.values import is_identifier


def is_for_many(path: Path) -> bool:
    """Whether a path is that of a folder: one that is there, or a name without an ending."""
    return is_folder(path) or (not path.suffix and not os.path.lexists(path))


def made_empty(folder: Path, name: str, ours: Ours, t: Language) -> None:
    """Makes such a registry without entries.

    Raises:
        UsageRefused: when there is one already.
        WorldFailed: when the disk refuses.
    """
    beside = folder / SCHEMA_FILE
    create(folder / SHARED, settings(name, t).encode(), ours, beside, document().encode())


def made_from(folder: Path, file: Path, ours: Ours) -> int:
    """Makes one of the entries of a file, byte for byte; how many there are. The file stays as it is.

    Raises:
        UsageRefused: when something is already there.
        InputRefused: when the file cannot be read, or cut.
        WorldFailed: when the disk refuses.
    """
    data = read(file)
    text = decode(data, file)
    mark = data[:3] if data.startswith(b"\xef\xbb\xbf") else b""
    try:
        parts = cut(text, str(file))
    except NotCut:
        raise InputRefused(problem("not-cut", Place(str(file)))) from None
    entries = _by_name(parts, file)
    rest = "".join(each.text for key, each in parts.blocks.items() if key[0] != ENTRY) + parts.tail
    files = {SHARED: mark + rest.encode(), **entries}
    if SCHEMA_FILE in rest:
        files[SCHEMA_FILE] = document().encode()
    make_with(folder, files, ours)
    return len(entries)


def _by_name(parts: Cut, file: Path) -> dict[str, bytes]:
    """The text of each entry by the name of its file.

    Raises:
        InputRefused: when one has no id that a file can be called by, or two have one.
    """
    entries: dict[str, bytes] = {}
    for (sort, _, _), block in parts.blocks.items():
        if sort != ENTRY:
            continue
        id_ = block.table.get("id")
        if not isinstance(id_, str) or not is_identifier(id_) or own_name(id_) in entries:
            raise InputRefused(problem("not-cut", Place(str(file), 0, str(id_))))
        entries[own_name(id_)] = block.text.encode()
    return entries

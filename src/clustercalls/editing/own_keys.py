"""The keys of an entry that are the person's own, read from its file again for who asks about that entry."""

from pathlib import Path

from clustercalls.disk.read import read
from clustercalls.editing.document import open_document
from clustercalls.model import Entry
from clustercalls.registry import notation


def own_keys(entry: Entry) -> dict[str, str]:
    """Every key of the entry itself that begins with x-, its value as text.

    No other command asks, so reading a registry does not pay for them. What can be read only once has none.

    Raises:
        InputRefused: when the file has gone meanwhile.
    """
    path = Path(entry.file)
    if not path.is_file() or b"x-" not in read(path):
        return {}
    document = open_document(path)
    for address in document.addresses():
        if (address.kind, address.id) == (entry.kind.value, entry.id):
            table = document.table(address)
            return {
                name: value if isinstance(value, str) else notation.value(value)
                for name, value in table.items()
                if name.startswith("x-")
            }
    return {}

"""How much a calendar of a server holds: no more is put there than can be read back."""

from clustercalls import limits
from clustercalls.errors import limit_of


class Room:
    """The objects of one calendar, by name with their bytes as an answer has them."""

    def __init__(self) -> None:
        self._sizes: dict[str, int] = {}
        self._size = 0

    def count(self, name: str, data: bytes | None) -> None:
        """Takes note that an object is there; of one without `data` it is not known what it holds."""
        self._size -= self._sizes.get(name, 0)
        self._sizes[name] = size = 0 if data is None else as_xml(data)
        self._size += size

    def drop(self, name: str) -> None:
        """Takes note that an object is there no more."""
        self._size -= self._sizes.pop(name, 0)

    def lacks(self, name: str, data: bytes) -> dict[str, str]:
        """The limit that would be broken by putting this object there; else nothing."""
        if name not in self._sizes and len(self._sizes) >= limits.OBJECTS:
            return {"limit": "{most} events", "most": f"{limits.OBJECTS:,}"}
        if self._size - self._sizes.get(name, 0) + as_xml(data) > limits.OBJECTS_BYTES:
            return limit_of(limits.OBJECTS_BYTES)
        return {}


def as_xml(data: bytes) -> int:
    """How many bytes an answer has at most of an object: its own, escaped, and what stands around it.

    It is the same of what was sent and of what came back, whose line ends XML may have made another.
    """
    ends = data.count(b"\n") * len("&#13;") - data.count(b"\r")
    escaped = data.count(b"&") * 4 + (data.count(b"<") + data.count(b">")) * 3
    return len(data) + ends + escaped + limits.OBJECT_FRAME_BYTES

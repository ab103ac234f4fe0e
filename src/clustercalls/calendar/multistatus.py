"""A multistatus of WebDAV, read piece by piece: nothing else is held, and what has no end is refused.

No document type is taken, so that no entity is ever made. https://www.rfc-editor.org/rfc/rfc4918#section-13
"""

from collections.abc import Iterable, Iterator
from xml.parsers import expat

from msgspec import Struct

from clustercalls import limits
from clustercalls.fetch.bounded import Unusable, too_large

DAV, CALDAV = "DAV: ", "urn:ietf:params:xml:ns:caldav "
ETAG, NAME, DATA = f"{DAV}getetag", f"{DAV}displayname", f"{CALDAV}calendar-data"
PRINCIPAL, HOME = f"{DAV}current-user-principal", f"{CALDAV}calendar-home-set"
CALENDAR = f"{CALDAV}calendar"

_RESPONSE = (f"{DAV}multistatus", f"{DAV}response")
_PROPSTAT = (*_RESPONSE, f"{DAV}propstat")
_PROP = (*_PROPSTAT, f"{DAV}prop")
_HREF, _STATUS = (*_RESPONSE, f"{DAV}href"), (*_PROPSTAT, f"{DAV}status")
_TEXTS: dict[tuple[str, ...], str] = {_HREF: "href", _STATUS: "status"}
_TEXTS |= {(*_PROP, each): each for each in (ETAG, NAME, DATA)}
_TEXTS |= {(*_PROP, each, f"{DAV}href"): each for each in (PRINCIPAL, HOME)}
_KIND = (*_PROP, f"{DAV}resourcetype")
_DEEPEST = len(_PROP) + 2


class Resource(Struct, frozen=True):
    """One response: its address as it is written, the properties it has, and what kinds of thing it is."""

    href: str
    values: dict[str, str]
    kinds: frozenset[str]


def resources(pieces: Iterable[bytes]) -> Iterator[Resource]:
    """Every response of a multistatus, as soon as it is whole.

    Raises:
        Unusable: when it is no multistatus, is nested too deeply, or holds something too large.
    """
    reader = _Reader()
    for piece in pieces:
        yield from reader.read(piece, last=False)
    yield from reader.read(b"", last=True)


class _Reader:
    """What has been read of one document."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._began
        self._parser.EndElementHandler = self._ended
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._typed
        self._parser.DefaultHandler = self._heard
        self._path: list[str] = []
        self._found: list[Resource] = []
        self._unheard = self._held = 0
        self._key = ""
        self._letters: list[str] = []
        self._begin()

    def read(self, piece: bytes, *, last: bool) -> list[Resource]:
        """The responses that end in this piece."""
        self._unheard += len(piece)
        try:
            self._parser.Parse(piece, last)
        except (expat.ExpatError, ValueError, LookupError) as error:
            kind = "XML" if isinstance(error, expat.ExpatError) else type(error).__name__
            raise Unusable("the server's answer was not understood ({kind})", kind=kind) from None
        if self._unheard > limits.TAG_BYTES:
            raise too_large(limits.TAG_BYTES)
        found, self._found = self._found, []
        return found

    def _begin(self) -> None:
        self._href, self._values, self._kinds = "", dict[str, str](), set[str]()
        self._held = 0
        self._begin_properties()

    def _begin_properties(self) -> None:
        self._new, self._new_kinds, self._status = dict[str, str](), set[str](), ""

    def _began(self, tag: str, _attributes: object) -> None:
        self._unheard, self._key = 0, ""
        self._path.append(tag)
        depth = len(self._path)
        if depth > limits.ANSWER_DEPTH:
            raise Unusable("its answer is nested deeper than {depth}", depth=limits.ANSWER_DEPTH)
        if depth == 1 and tag != _RESPONSE[0]:
            raise Unusable("the server's answer was not understood ({kind})", kind="XML")
        if depth > _DEEPEST:
            return
        path = tuple(self._path)
        self._key, self._letters = _TEXTS.get(path, ""), []
        if path[:-1] == _KIND:
            self._new_kinds.add(self._counted(tag))
        elif path == _RESPONSE:
            self._begin()
        elif path == _PROPSTAT:
            self._begin_properties()

    def _ended(self, _tag: str) -> None:
        self._unheard = 0
        path = tuple(self._path) if len(self._path) <= _DEEPEST else ()
        if self._key:
            self._take(self._key, "".join(self._letters))
            self._key = ""
        elif path == _PROPSTAT and (not self._status or self._status.split()[1:2] == ["200"]):
            self._values.update(self._new)
            self._kinds |= self._new_kinds
        elif path == _RESPONSE:
            self._found.append(Resource(self._href, self._values, frozenset(self._kinds)))
            self._begin()
        self._path.pop()

    def _take(self, key: str, text: str) -> None:
        if key == "href":
            self._href = self._href or text.strip()
        elif key == "status":
            self._status = text
        else:
            self._new.setdefault(key, text if key in {DATA, NAME} else text.strip())

    def _text(self, text: str) -> None:
        self._unheard = 0
        if self._key:
            self._letters.append(self._counted(text))

    def _counted(self, text: str) -> str:
        """What is held of one response has a bound."""
        self._held += len(text)
        if self._held > limits.TAG_BYTES:
            raise too_large(limits.TAG_BYTES)
        return text

    def _typed(self, *_: object) -> None:
        raise Unusable("the server's answer was not understood ({kind})", kind="DOCTYPE")

    def _heard(self, _text: str) -> None:
        self._unheard = 0

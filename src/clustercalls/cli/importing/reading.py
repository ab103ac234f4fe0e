"""What is to be imported, read from where somebody says it is: a file, an address, or standard input."""

import sys
from pathlib import Path
from typing import NamedTuple

from clustercalls.config_tables import SourceSettings
from clustercalls.disk.read import read, unreadable
from clustercalls.errors import InputRefused, Place, UsageRefused, WorldFailed, problem
from clustercalls.limits import ANSWER_BYTES

ADDRESSES = ("http://", "https://")
STANDARD_INPUT = "-"
_TYPED = SourceSettings()  # of what is no source


class GivenDocument(NamedTuple):
    """Bytes, what they are called, where they are, and what the server says they are."""

    data: bytes
    name: str
    address: str = ""
    content_type: str = ""


def documents_at(place: str) -> list[str]:
    """What is to be read there: of a folder the calendars in it, else itself.

    Raises:
        InputRefused: for a folder without one, or that cannot be read.
    """
    folder = Path(place)
    if place == STANDARD_INPUT or place.lower().startswith(ADDRESSES):
        return [place]
    try:
        if not folder.is_dir():
            return [place]
        names = sorted(str(each) for each in folder.iterdir() if each.suffix.lower() == ".ics")
    except OSError as error:
        raise InputRefused(unreadable(folder, error)) from None
    except ValueError:  # no such path can be; reading it says so
        return [place]
    if not names:
        raise InputRefused(problem("no-calendars", Place(place)))
    return names


def received(place: str, settings: SourceSettings = _TYPED) -> GivenDocument:
    """The bytes of a file, an address, or with `-` of standard input; a source may be on a private network.

    Raises:
        InputRefused: for a file that cannot be read, or is too large.
        UsageRefused: for an address with a name or a password in it.
        WorldFailed: for an address that does not give it.
    """
    if place == STANDARD_INPUT:
        if sys.stdin is None:
            raise InputRefused(problem("no-input"))
        return GivenDocument(sys.stdin.buffer.read(ANSWER_BYTES), STANDARD_INPUT)
    if not place.lower().startswith(ADDRESSES):
        return _file(Path(place))
    return _answer(place, private=settings.private)


def _file(path: Path) -> GivenDocument:
    try:
        return GivenDocument(read(path, piped=True), path.name)
    except InputRefused as refused:
        if refused.problem.code != "no-registry":
            raise
        raise InputRefused(problem("no-document", Place(str(path)))) from None


def _answer(place: str, *, private: bool) -> GivenDocument:
    from clustercalls.fetch.bounded import Unusable
    from clustercalls.fetch.origin import without_user
    from clustercalls.fetch.reading import PublicQuestion, Reader

    shown = Place(without_user(place))
    if shown.file != place:
        raise UsageRefused(problem("address-with-user", shown))
    try:
        answer = Reader(private=private, pause=0).read(PublicQuestion(place))
    except Unusable as failed:
        raise WorldFailed(problem("address-failed", shown, **failed.values)) from None
    headers = {name.lower(): value for name, value in answer.headers.items()}
    name = answer.address.rpartition("/")[2]
    return GivenDocument(answer.body, name, answer.address, headers.get("content-type", ""))

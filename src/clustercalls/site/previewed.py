"""What a browser on this machine is answered: the files of the audiences that are shown, and no others."""

from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from msgspec import Struct

from clustercalls.disk.beside import Folder
from clustercalls.disk.folders import is_folder
from clustercalls.site.manifest import digest

HOME = "index.html"
READING = ("GET", "HEAD")
HOSTS = frozenset({"localhost", "127.0.0.1"})
OTHER = "application/octet-stream"
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    "feed.json": "application/feed+json",
    "feed.xml": "application/atom+xml",
}
ALWAYS = {
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Request(Struct, frozen=True):
    """What is asked for: the target as it came, and what of the headers counts."""

    method: str
    target: str
    host: str
    known: str = ""


class Reply(Struct, frozen=True):
    """What is sent back; of a HEAD without the body."""

    status: HTTPStatus
    headers: Mapping[str, str]
    body: bytes = b""


class Shown(Struct, frozen=True):
    """The folder of all audiences, and those of them that are shown."""

    root: Path
    names: tuple[str, ...]


def answer(request: Request, shown: Shown) -> Reply:
    """What this request is answered.

    A page of another site whose name leads here (DNS rebinding) names that site as the host: it gets nothing.
    """
    if not _is_here(request.host):
        return _refused(HTTPStatus.MISDIRECTED_REQUEST)
    if request.method not in READING:
        return _refused(HTTPStatus.METHOD_NOT_ALLOWED, Allow=", ".join(READING))
    steps = _steps(request.target)
    if steps == [""]:
        return _moved([shown.names[0], ""])
    if not steps or steps[0] not in shown.names:
        return _refused(HTTPStatus.NOT_FOUND)
    folder, *below = steps
    base = (shown.root / folder).resolve()
    if _is_folder(base, below):
        return _moved([*steps, ""])
    if not below[-1]:
        below[-1] = HOME
    data = _read(base, below)
    return _refused(HTTPStatus.NOT_FOUND) if data is None else _whole(data, below[-1], request.known)


def kind_of(name: str) -> str:
    """The media type of a file that publish writes."""
    return KINDS.get(name) or KINDS.get(Path(name).suffix, OTHER)


def _is_here(host: str) -> bool:
    """Whether a host is this machine by a name that nobody else can give away; any port, as of a tunnel."""
    name, colon, port = host.partition(":")
    return name.lower() in HOSTS and (not colon or (port.isascii() and port.isdigit()))


def _steps(target: str) -> list[str]:
    """The names that a target goes by, the last one empty for a folder; none for what leads elsewhere."""
    if not target.startswith("/"):
        return []
    path = target[1:].partition("#")[0].partition("?")[0]
    try:
        steps = [unquote_to_bytes(each).decode() for each in path.split("/")]
    except UnicodeDecodeError:
        return []
    is_plain = all(steps[:-1]) and not any(
        step.startswith(".") or not step.isprintable() or {"/", "\\"} & set(step) for step in steps
    )
    return steps if is_plain else []


def _is_folder(base: Path, below: list[str]) -> bool:
    """Whether a folder is named as a file is: without the stroke by which its links find their way."""
    return not below or (bool(below[-1]) and is_folder(base.joinpath(*below)))


def _read(base: Path, below: list[str]) -> bytes | None:
    """The bytes of a regular file that no link leads to; None where there is none."""
    place = base.joinpath(*below)
    try:
        if place.resolve(strict=True) != place:
            return None
        with Folder(place.parent) as folder:
            return folder.read(place.name)
    except (OSError, RuntimeError):  # the latter of links that go round, before Python 3.13
        return None


def _whole(data: bytes, name: str, known: str) -> Reply:
    tag = f'"{digest(data)}"'
    headers = {"ETag": tag, **ALWAYS}
    tags = {each.strip().removeprefix("W/") for each in known.split(",")}
    if tags & {tag, "*"}:
        return Reply(HTTPStatus.NOT_MODIFIED, headers)
    return Reply(HTTPStatus.OK, {"Content-Type": kind_of(name), **headers}, data)


def _moved(steps: list[str]) -> Reply:
    return _refused(HTTPStatus.FOUND, Location="/" + "/".join(map(quote, steps)))


def _refused(status: HTTPStatus, **headers: str) -> Reply:
    said = f"{status.value} {status.phrase}\n".encode()
    return Reply(status, {"Content-Type": "text/plain; charset=utf-8", **headers, **ALWAYS}, said)

"""A calendar of a CalDAV server: what is there is read first, and only changed as it was read.

https://www.rfc-editor.org/rfc/rfc4791
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote, unquote, urlsplit
from xml.sax.saxutils import escape

from clustercalls.calendar.store import uid_of
from clustercalls.errors import Place, WorldFailed, problem

TIMEOUT = 30  # seconds without an answer
BATCH = 100  # objects asked for at once
DAV, CALDAV = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
_ETAGS = (
    '<?xml version="1.0" encoding="utf-8"?><d:propfind xmlns:d="DAV:"><d:prop>'
    "<d:getetag/><d:resourcetype/></d:prop></d:propfind>"
)
_MULTIGET = (
    '<?xml version="1.0" encoding="utf-8"?>'
    '<c:calendar-multiget xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop>'
    "<d:getetag/><c:calendar-data/></d:prop>{hrefs}</c:calendar-multiget>"
)
_EVENT = {"Content-Type": "text/calendar; charset=utf-8"}
REASONS = {
    401: "401: the user or the password is refused",
    403: "403: this user may not do that",
    404: "404: there is nothing at this address",
    412: "412: it was changed there meanwhile; a repeat will see it",
    507: "507: the server has no room left",
}


class Elsewhere(Exception):
    """The server sends on to another host; the password stays here."""


class CalendarServer:
    """The calendar at `url`; with a `calendar`, the one of that name of the user at `url`.

    With `dry_run` no calendar is made.
    """

    def __init__(
        self, url: str, user: str, password: str, calendar: str = "", *, dry_run: bool = False
    ) -> None:
        self.place = url
        self._etags: dict[str, str] = {}
        with self._failing():
            from caldav.davclient import DAVClient

            self._client = DAVClient(
                url, username=user, password=password, timeout=TIMEOUT,
                enable_rfc6764=False, require_tls=False, rate_limit_handle=False,
            )  # fmt: skip
            self._client.session.hooks["response"] = [_stay_here]
            self._url = self._named(calendar, dry_run=dry_run) if calendar else url.rstrip("/") + "/"

    def items(self) -> Iterator[tuple[str, bytes]]:
        """Every object of the calendar whose name could be ours."""
        if not self._url:
            return
        hrefs = self._listed()
        for start in range(0, len(hrefs), BATCH):
            batch = hrefs[start : start + BATCH]
            wanted = "".join(f"<d:href>{escape(href)}</d:href>" for href in batch)
            with self._failing():
                answer = self._client.report(self._url, _MULTIGET.format(hrefs=wanted), depth=1)
                self._check(answer.status)
            for href, found in _responses(answer):
                data, etag = found.get(f"{CALDAV}calendar-data"), found.get(f"{DAV}getetag")
                name = _name(href)
                if data and etag and uid_of(name):
                    self._etags[name] = etag
                    yield name, data.encode()

    def put(self, name: str, data: bytes) -> None:
        """Makes an object that is not there, or replaces one that is as it was."""
        etag = self._etags.get(name)
        condition = {"If-Match": etag} if etag else {"If-None-Match": "*"}
        with self._failing(name):
            answer = self._client.put(self._url + quote(name), data.decode(), {**_EVENT, **condition})
            self._check(answer.status)

    def remove(self, name: str) -> None:
        """Takes an object away that is as it was; one that has gone already is no failure."""
        condition = {"If-Match": self._etags[name]}
        with self._failing(name):
            answer = self._client.request(self._url + quote(name), "DELETE", "", condition)
            if answer.status not in {404, 410}:
                self._check(answer.status)

    def _listed(self) -> list[str]:
        """The addresses of the objects that could be ours."""
        with self._failing():
            answer = self._client.request(
                self._url,
                "PROPFIND",
                _ETAGS,
                {"Depth": "1", "Content-Type": "application/xml; charset=utf-8"},
            )
            self._check(answer.status)
            found = list(_responses(answer))
        own = urlsplit(self._url).path.rstrip("/")
        here = [kinds for href, kinds in found if unquote(href).rstrip("/") == unquote(own)]
        if not any(f"{CALDAV}calendar" in kinds for kinds in here):
            raise self._failed("this is no calendar: add --calendar NAME")
        return [href for href, _ in found if uid_of(_name(href))]

    def _named(self, name: str, *, dry_run: bool) -> str:
        """The address of the user's calendar of this name, made when it is not there."""
        principal: Any = self._client.get_principal()  # its methods are typed as perhaps asynchronous
        for each in principal.get_calendars():
            if each.get_display_name() == name:
                return str(each.url).rstrip("/") + "/"
        if dry_run:
            return ""
        return str(principal.make_calendar(name=name).url).rstrip("/") + "/"

    def _check(self, status: int) -> None:
        if not 200 <= status < 300:  # noqa: PLR2004 - what HTTP calls success
            raise self._failed(REASONS.get(status, "the server answered {status}"), status=str(status))

    def _failed(self, reason: str, name: str = "", **values: str) -> WorldFailed:
        return WorldFailed(problem("caldav-failed", Place(self.place, 0, name), reason=reason, **values))

    @contextmanager
    def _failing(self, name: str = "") -> Iterator[None]:
        """Whatever the library raises as one line; it never holds the password."""
        try:
            yield
        except WorldFailed as failed:
            raise self._failed(name=name, **dict(failed.problem.values)) from None
        except ImportError:
            raise self._failed("the caldav library is missing: pip install 'clustercalls[caldav]'") from None
        except Elsewhere as elsewhere:
            reason = "it sends on to another host, {host}: name that one"
            raise self._failed(reason, host=str(elsewhere)) from None
        except Exception as error:  # noqa: BLE001 - what is no failure of the world is raised again
            raise self._failed(name=name, **_reason(error)) from None


def _reason(error: Exception) -> dict[str, str]:
    from caldav.lib.error import AuthorizationError, DAVError, NotFoundError

    if isinstance(error, AuthorizationError):
        return {"reason": REASONS[403 if error.reason == "Forbidden" else 401]}
    if isinstance(error, NotFoundError):
        return {"reason": REASONS[404]}
    kind = type(error).__name__
    if "Timeout" in kind:
        return {"reason": "no answer within {seconds} seconds", "seconds": str(TIMEOUT)}
    if isinstance(error, OSError):
        return {"reason": "no connection ({kind})", "kind": kind}
    if isinstance(error, DAVError) or _is_theirs(error):
        return {"reason": "the server's answer was not understood ({kind})", "kind": kind}
    raise error


def _is_theirs(error: Exception) -> bool:
    """Whether the library tripped over an answer, not we over something of ours."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return trace is not None and str(trace.tb_frame.f_globals.get("__name__")).startswith("caldav.")


def _stay_here(answer: Any, *_: object, **__: object) -> None:  # noqa: ANN401 - of whichever HTTP library
    """Follows no redirection away from the host, nor from https to http."""
    if not answer.is_redirect:
        return
    here, there = urlsplit(answer.request.url), urlsplit(answer.headers["Location"])
    if (there.netloc or here.netloc) != here.netloc or (there.scheme or here.scheme) != here.scheme:
        raise Elsewhere(there.hostname or there.netloc)


def _responses(answer: Any) -> Iterator[tuple[str, Mapping[str, str]]]:  # noqa: ANN401 - a DAVResponse
    """Each address of a multistatus with its properties; kinds of a resource are properties too."""
    tree = answer.tree
    for each in tree.iter(f"{DAV}response") if tree is not None else ():
        found = {
            prop.tag: prop.text or ""
            for prop in each.iter()
            if isinstance(prop.tag, str) and prop.tag != f"{DAV}href"
        }
        yield each.findtext(f"{DAV}href", ""), found


def _name(href: str) -> str:
    return unquote(urlsplit(href).path).rstrip("/").rpartition("/")[2]
